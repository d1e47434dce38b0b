/**
 * Accounts of votes: one decision of a body told with different counts.
 *
 * In: figures of votes that know which body has voted. Out: an account where counts of one body, of the same days, are
 * told in words that share a name ("a resolution on Togo") and differ. What a sentence counts is one result: "33 votes to
 * 11, with 6 abstentions". Limits: a body that decides twice on one matter within the days is taken to decide once.
 */
import type { DayRange } from "../core/edtf-range.js";
import type { AccountRecord, ArticleRecord, QuantityRecord } from "../core/records.js";
import { type Answer, makeAccount } from "./account-answers.js";
import { splitByWindow } from "./day-windows.js";
import { asOf } from "./figure.js";
import type { QuestionTable } from "./question-table.js";
import { sentenceSpan } from "./sentence-around.js";
import { intersects } from "./shared-signs.js";
import { contentWords, countWords } from "./story-words.js";
import { partyKey } from "./telling.js";

/** The result of a vote as one sentence counts it. */
export interface Tally extends DayRange {
  readonly record: QuantityRecord;
  /** As written: "33 votes to 11". */
  readonly text: string;
  /** Its numbers: "33–11". */
  readonly value: string;
  readonly evidence: Answer["evidence"];
  /** Names in the sentence and the one before, without the body's. */
  readonly names: ReadonlySet<string>;
}

/** Days by which the result of one vote may be told apart. */
const DAYS = 3;

/** What stands behind the first number: the number against it, or that there is none. */
const AGAINST = /^\s*(?:votes?\s+)?(?:to|against)\s+([\p{L}\p{N},-]+)/u;

/** A name weighs more than a common word (story-words.ts). */
const COMMON_WEIGHT = 1;

/** Whether a figure is one side of a result. */
export function isTally({ measure, by, unit, value }: QuantityRecord): boolean {
  return measure === "votes" && by.length > 0 && unit === null && value !== null;
}

/** The results of each body, by key. */
export function groupTallies(
  articles: readonly Pick<ArticleRecord, "id" | "text" | "published">[],
  quantities: readonly QuantityRecord[],
): Map<string, readonly Tally[]> {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const groups = new Map<string, Tally[]>();
  let last = "";
  for (const record of quantities) {
    const article = byId.get(record.article);
    if (article === undefined || !isTally(record)) continue;
    const value = record.evidence[0];
    const sentence = sentenceSpan(article.text, value);
    const place = `${article.id} ${sentence.start}`;
    const range = asOf(record, article.published);
    // the other numbers of a sentence stand behind its first
    if (place === last || range === null) continue;
    last = place;
    const before = sentenceSpan(article.text, {
      start: Math.max(0, sentence.start - 2),
      end: sentence.start,
    });
    const words = article.text.slice(before.start, sentence.end);
    const against = AGAINST.exec(article.text.slice(value.end, sentence.end));
    const end = value.end + (against?.[0].length ?? 0);
    const text = article.text.slice(value.start, end);
    const weighed = contentWords(words, countWords(words), [record.by[0].name]);
    const tally: Tally = {
      ...range,
      record,
      text,
      value: against === null ? text : `${record.value}–${against[1]}`,
      evidence: [{ ...value, end, text }, ...record.evidence.slice(1).filter(({ part }) => part !== "date")],
      names: new Set([...weighed].flatMap(([word, weight]) => (weight > COMMON_WEIGHT ? [word] : []))),
    };
    const key = `f v ${partyKey(record.by[0])}`;
    const list = groups.get(key);
    if (list) list.push(tally);
    else groups.set(key, [tally]);
  }
  return groups;
}

export function findTallyAccounts(
  tallies: readonly Tally[],
  questions: QuestionTable,
): (AccountRecord | undefined)[] {
  const order = (a: Tally, b: Tally) => (a.record.id < b.record.id ? -1 : 1);
  const oneMatter = (a: Tally, b: Tally) => intersects(a.names, b.names);
  return splitByWindow(tallies, DAYS, order, oneMatter).map((group) => {
    const answers = group.map(
      ({ record, text, value, evidence }): Answer => ({
        value,
        text,
        article: record.article,
        attribution: record.attribution,
        evidence,
      }),
    );
    const asked = questions.figures.get("votes")?.question.replace("{of}", "votes") ?? "How many votes?";
    const question = asked.replace("?", ` (${group[0].record.by[0].name})?`);
    return makeAccount("figure", question, answers, "conflict", "figure:votes");
  });
}
