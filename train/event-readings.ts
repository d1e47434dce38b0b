/**
 * Events of general news with what readers said of them: what the confidence model is fitted on.
 *
 * In: `readings/events.tsv` (article, start of the trigger, type, status, a hash of the parties, four judgements) and the
 * articles, coded anew. Out: for each reading whose event is still coded as it was read, its signs and whether it
 * was right. The table holds no text; an event that the coder now tells otherwise is left out and counted.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readLines } from "../eval/read-lines.js";
import { makeArticle } from "../src/article/make-article.js";
import { readMentions } from "../src/pipeline.js";
import { type CodedEvent, codeEvents } from "../src/records/event-coder.js";
import { EventJudge } from "../src/records/event-model.js";
import type { Party } from "../src/records/event-party.js";
import { makeEventView } from "../src/records/event-view.js";
import type { Resources } from "../src/resources.js";

/** An event that was read. */
export interface EventReading {
  readonly article: string;
  readonly signs: Int32Array;
  /** It is an event of the type and status given. */
  readonly isRight: boolean;
  /** And its doers and recipients are right, none missing. */
  readonly isWhole: boolean;
}

interface Row {
  readonly start: number;
  readonly told: string;
  readonly isRight: boolean;
  readonly isWhole: boolean;
}

/** The readings of `table` with the signs that their events have now, and how many are no longer coded so. */
export async function readEventReadings(
  table: string,
  articles: string,
  resources: Resources,
): Promise<{ readings: EventReading[]; gone: number }> {
  const rows = readTable(table);
  const readings: EventReading[] = [];
  let gone = 0;
  for await (const line of readLines(articles)) {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    const own = rows.get(id);
    if (own === undefined) continue;
    const coded = codeArticle(id, text, resources);
    for (const { start, told, isRight, isWhole } of own) {
      const event = coded.find((one) => one.start === start && one.told === told);
      if (event === undefined) gone++;
      else readings.push({ article: id, signs: event.signs, isRight, isWhole });
    }
  }
  return { readings, gone };
}

function readTable(file: string): Map<string, Row[]> {
  const rows = new Map<string, Row[]>();
  for (const line of readFileSync(file, "utf8").split("\n").slice(1)) {
    if (line === "") continue;
    const [article, start, type, status, parties, isEvent, isType, isActor, isRecipient] = line.split("\t");
    const own = rows.get(article) ?? [];
    const isRight = isEvent === "y" && isType === "y";
    const isWhole = isRight && isActor === "y" && isRecipient === "y";
    own.push({ start: Number(start), told: `${type} ${status} ${parties}`, isRight, isWhole });
    rows.set(article, own);
  }
  return rows;
}

/** All events that rows find in a text, admitted or not, with their signs. */
function codeArticle(id: string, text: string, resources: Resources) {
  const { article } = makeArticle({ origin: id, text });
  const { codebook, events: models } = resources;
  const { doc, actors, statements } = readMentions(article, resources.analyse(article.text), resources);
  const view = makeEventView(doc);
  const setting = { view, actors, statements };
  const excluded = [...article.boilerplate, ...article.evidence];
  const judge = new EventJudge(setting, models);
  const admitted = codeEvents({ doc, ...setting, codebook, models, excluded });
  const rejected = codeEvents({ doc, ...setting, codebook, models, excluded, withRejected: true });
  return [...admitted, ...rejected].map((event) => {
    const list = judge.listSigns(event, judge.judge(event));
    return { start: doc.start[event.match.first], told: tell(event), signs: list.values.slice(0, list.length) };
  });
}

/** What of an event a reading is of; parties as a hash, so that the table quotes nobody. */
function tell({ type, status, actors, recipients }: CodedEvent): string {
  const words = (parties: readonly Party[]) => parties.map(({ ref }) => ref.text ?? ref.name).join(";");
  const parties = `${words(actors)} > ${words(recipients)}`;
  return `${type} ${status} ${createHash("sha256").update(parties).digest("hex").slice(0, 8)}`;
}
