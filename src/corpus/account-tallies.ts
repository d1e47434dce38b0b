/**
 * Accounts of votes: one decision of a body told with different counts.
 *
 * In: figures of votes that know which body has voted. Out: an account where counts of one body, of the same days, are
 * told in words that share a name ("a resolution on Togo") and differ. What a sentence counts is one result: "33 votes to
 * 11, with 6 abstentions". Who gives one side alone ("by 33 votes") gives the result of those who give both, where there
 * is one such. Limits: a body that decides twice on one matter within the days is taken to decide once.
 */
import type { DayRange } from "../core/edtf-range.js";
import type { AccountRecord, ArticleRecord, QuantityRecord } from "../core/records.js";
import { CARDINALS } from "../mentions/date-words.js";
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
  readonly votesFor: number;
  /** Null where the votes against are not told. */
  readonly against: number | null;
  readonly evidence: Answer["evidence"];
  /** Names in the sentence and the one before, without the body's. */
  readonly names: ReadonlySet<string>;
}

/** Days by which the result of one vote may be told apart. */
const DAYS = 3;

/** What stands behind the first number: the number against it, or that there is none. */
const AGAINST = /^\s*(?:votes?\s+)?(?:to|against)\s+(?=([\p{L}\p{N},-]+))/u;
const NOBODY = /^(?:none|nil|zero|no)$/i;

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
  const numbers = new Map(
    quantities.flatMap(({ article, value, evidence: [written] }) =>
      value === null ? [] : [[`${article} ${written.start}`, value] as const],
    ),
  );
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
    const other = AGAINST.exec(article.text.slice(value.end, sentence.end));
    const otherStart = value.end + (other?.[0].length ?? 0);
    const counted = numbers.get(`${article.id} ${otherStart}`);
    const against = other === null ? null : (counted ?? readCount(other[1]));
    const end = against === null || other === null ? value.end : otherStart + other[1].length;
    const text = article.text.slice(value.start, end);
    const weighed = contentWords(words, countWords(words), [record.by[0].name]);
    const tally: Tally = {
      ...range,
      record,
      text,
      votesFor: record.value ?? 0,
      against,
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
      (tally): Answer => ({
        value: resultOf(tally, group),
        text: tally.text,
        article: tally.record.article,
        attribution: tally.record.attribution,
        evidence: tally.evidence,
      }),
    );
    const asked = questions.figures.get("votes")?.question.replace("{of}", "votes") ?? "How many votes?";
    const question = asked.replace("?", ` (${group[0].record.by[0].name})?`);
    return makeAccount("figure", question, answers, "conflict", "figure:votes");
  });
}

/** A number that is no figure of its own: "to none", "to 1"; null for any other word. */
function readCount(word: string): number | null {
  if (NOBODY.test(word)) return 0;
  return /^\d+$/.test(word) ? Number(word) : (CARDINALS.get(word.toLowerCase()) ?? null);
}

/** "33–11"; of one side alone the result that others tell with as many votes for it, where all of them tell the same. */
function resultOf({ votesFor, against }: Tally, group: readonly Tally[]): string {
  if (against !== null) return tellResult(votesFor, against);
  const told = group.filter((other) => other.votesFor === votesFor && other.against !== null);
  const results = new Set(told.map((other) => tellResult(votesFor, other.against ?? 0)));
  return results.size === 1 ? [...results][0] : String(votesFor);
}

function tellResult(votesFor: number, against: number): string {
  return `${votesFor}–${against}`;
}
