/**
 * GDELT 2.0 Mentions: in, a story of an event with its reports; out, one row of 16 columns for each place where it is
 * told. Offsets and lengths count characters (code points) of the article's text, -1 where nothing is written.
 */
import type { Evidence, EvidencePart } from "../core/evidence.js";
import { CodePointIndex } from "./code-points.js";
import { firstDayOf, stampMidnight } from "./day-stamp.js";
import { checkGdelt, makeGdeltId, stampAdded, type WrittenLine } from "./gdelt-events.js";
import { writeTabRow } from "./tab-row.js";
import { type CutSentences, findSentence, type ToldEvent, type ToldIn } from "./told-story.js";

export const GDELT_MENTION_COLUMNS = 16;

/** GDELT's types of mention: an address, or a citation of anything else. */
const WEB = 1;
const CITATION = 2;

/** Rows for the events that {@link checkGdelt} lets into the Events file, so that the two can be joined. */
export function writeGdeltMentions(told: ToldEvent, cut: CutSentences): WrittenLine {
  const checked = checkGdelt(told);
  if (typeof checked === "string") return { line: undefined, losses: [[checked, 1]] };
  const id = makeGdeltId(told.story.id);
  const added = stampAdded(told.tellings);
  const measures = new Map<string, Measure>();
  const lines = told.tellings.map(({ record, article }) => {
    let measure = measures.get(article.id);
    if (measure === undefined) {
      measure = { points: new CodePointIndex(article.text), sentences: cut(article.text) };
      measures.set(article.id, measure);
    }
    const { points, sentences } = measure;
    const offset = (part: EvidencePart) => {
      const at = findPart(record.evidence, part);
      return at === undefined ? -1 : points.before(at.start);
    };
    const trigger = findPart(record.evidence, "trigger") ?? record.evidence[0];
    const published = firstDayOf(article.published?.edtf);
    return writeTabRow([
      id,
      added,
      published && stampMidnight(published),
      readHost(article.origin) === undefined ? CITATION : WEB,
      readHost(article.origin) ?? article.outlet ?? article.agency,
      article.origin,
      trigger && findSentence(sentences, trigger.start) + 1,
      offset("actor"),
      offset("recipient"),
      offset("trigger"),
      1,
      Math.round(record.confidence * 100),
      points.length,
      null,
      tellTranslation(article),
      null,
    ]);
  });
  const chains = told.tellings.filter((t) => t.record.attribution.length > 0).length;
  return { line: lines.join(""), losses: chains > 0 ? [["attribution", chains]] : [] };
}

interface Measure {
  readonly points: CodePointIndex;
  readonly sentences: ReturnType<CutSentences>;
}

function findPart(evidence: readonly Evidence[], part: EvidencePart): Evidence | undefined {
  return evidence.find((e) => e.part === part);
}

/** The host of an address; undefined for a file. */
function readHost(origin: string): string | undefined {
  return /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(origin)?.[1].toLowerCase();
}

/** Empty for English: nothing is translated here, so only the language can be told. */
function tellTranslation({ language }: ToldIn): string | null {
  return language === null || language === "en" ? null : `srclc:${language}`;
}
