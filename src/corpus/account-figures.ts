/**
 * Accounts of figures: one measure told with different numbers.
 *
 * Figures answer one question where they share a key (figure-keys.ts). Whatever they are called, those who did it, or to
 * whom it was done, are the same in all reports of one story: "300 settlers" in one are "some 450 armed men" in
 * another; but two Kyrgyz guards and a Tajik one are not. A figure that stands against another of its own report
 * ("rebels speak of nine, the army of five") answers what that one answers, and the two make an account by themselves.
 * Figures that one range holds ("more than 20,000" and "21,500") differ in precision only.
 */
import type { DayRange } from "../core/edtf-range.js";
import type { Evidence } from "../core/evidence.js";
import type {
  AccountRecord,
  ArticleRecord,
  EventRecord,
  QuantityRecord,
  ReferenceRecord,
  StoryRecord,
} from "../core/records.js";
import { type Answer, makeAccount } from "./account-answers.js";
import { isTally } from "./account-tallies.js";
import { splitByWindow } from "./day-windows.js";
import {
  asOf,
  bareValue,
  CONSEQUENCES,
  type Figure,
  figureValue,
  headOf,
  ownersOf,
  textOf,
} from "./figure.js";
import { type FigureKeys, findFigureKeys, holds, type ToldEvent, windowOf } from "./figure-keys.js";
import type { QuestionTable } from "./question-table.js";
import { intersects } from "./shared-signs.js";
import { placeKey } from "./telling.js";

export interface FigureInput {
  readonly articles: readonly Pick<ArticleRecord, "id" | "published" | "text">[];
  readonly quantities: readonly QuantityRecord[];
  readonly events: readonly EventRecord[];
  readonly references: readonly ReferenceRecord[];
  readonly stories: readonly StoryRecord[];
  /** Start and end of the sentence around a place in an article. */
  readonly sentenceOf: (article: string, start: number, end: number) => { start: number; end: number };
}

/** What each figure may answer, by key. */
export function groupFigures(input: FigureInput): Map<string, readonly Figure[]> {
  const storyOf = new Map(input.stories.flatMap((story) => story.members.map((id) => [id, story] as const)));
  const toldIn = new Map<string, ToldEvent[]>();
  for (const told of [...input.events, ...input.references]) append(toldIn, told.article, told);
  const articles = new Map(input.articles.map((article) => [article.id, article]));
  const groups = new Map<string, Figure[]>();
  const wholes = findWholes(input.quantities);
  const keysOf = new Map<QuantityRecord, FigureKeys>();
  for (const record of input.quantities) {
    if (wholes.has(record.id) || isTally(record)) continue;
    const scene = {
      told: toldIn.get(record.article) ?? [],
      storyOf,
      sentenceOf: (start: number, end: number) => input.sentenceOf(record.article, start, end),
    };
    keysOf.set(record, findFigureKeys(record, scene));
  }
  const lenders = findLenders(input.quantities);
  const lending = new Set(lenders.values());
  for (const [record, own] of keysOf) {
    const lender = lenders.get(record);
    const lent = lender === undefined ? undefined : keysOf.get(lender);
    // where no story asks, the two make an account of their own
    const first =
      own.isTold || lent?.isTold ? undefined : (lender ?? (lending.has(record) ? record : undefined));
    const between = first === undefined ? [] : [`f b ${first.id}`];
    const keys = new Set([...own.keys, ...(lent?.keys ?? []), ...between]);
    const figure: Figure = {
      record,
      text: textOf(record, articles.get(record.article)?.text ?? ""),
      low: record.low ?? record.value ?? 0,
      high: record.high ?? record.value ?? Number.POSITIVE_INFINITY,
      asOf: asOf(record, articles.get(record.article)?.published),
      keys: [...keys],
      parties: own.parties,
      owners: ownersOf(record),
      isContrast: lender !== undefined,
    };
    for (const key of figure.keys) append(groups, key, figure);
  }
  return groups;
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** "Six of the nine boats" counts six: the figures that only tell of what others are a part. */
function findWholes(quantities: readonly QuantityRecord[]): Set<string> {
  const parts = new Map<string, Evidence[]>();
  for (const { article, evidence } of quantities)
    for (const e of evidence) if (e.part === "of") append(parts, article, e);
  const isWhole = ({ article, evidence }: QuantityRecord) =>
    evidence.some((e) => e.part === "value" && parts.get(article)?.some((of) => holds(of, e)));
  return new Set(quantities.filter(isWhole).map(({ id }) => id));
}

/** The figure that each one borrows what it counts from, in whose place that stands. */
function findLenders(quantities: readonly QuantityRecord[]): Map<QuantityRecord, QuantityRecord> {
  const byPlace = new Map<string, QuantityRecord>();
  for (const record of quantities)
    for (const { part, article, start } of record.evidence)
      if (part === "of" || part === "value") byPlace.set(`${article} ${start}`, record);
  const lenders = new Map<QuantityRecord, QuantityRecord>();
  for (const record of quantities) {
    const antecedent = record.evidence.find(({ part }) => part === "antecedent");
    const lender = antecedent && byPlace.get(`${antecedent.article} ${antecedent.start}`);
    if (lender !== undefined && lender !== record && lender.measure === record.measure)
      lenders.set(record, lender);
  }
  return lenders;
}

/** The accounts that the figures of one key make: of one time, and of one owner. */
export function findFigureAccounts(
  key: string,
  figures: readonly Figure[],
  questions: QuestionTable,
): (AccountRecord | undefined)[] {
  return splitByTime(key, figures).flatMap((group) =>
    splitByOwner(leaveOutParts(group)).map((same) => makeFigureAccount(same, questions)),
  );
}

/** Figures of a key that is no event's are of one thing only at one time and place. */
function splitByTime(key: string, figures: readonly Figure[]): (readonly Figure[])[] {
  const window = windowOf(key);
  if (window === null) return [figures];
  const dated = figures.flatMap((figure) => (figure.asOf === null ? [] : [{ figure, ...figure.asOf }]));
  const groups = splitByWindow<DayRange & { figure: Figure }>(
    dated,
    window,
    (a, b) => (a.figure.record.id < b.figure.record.id ? -1 : 1),
    (a, b) => agreePlaces(a.figure, b.figure),
  ).map((group) => group.map(({ figure }) => figure));
  const open = figures.filter((figure) => figure.asOf === null);
  // what has no date may be of any time: it is compared where there is but one
  return groups.length === 1
    ? [[...groups[0], ...open]]
    : [...groups, open].filter((group) => group.length > 0);
}

function agreePlaces({ record: a }: Figure, { record: b }: Figure): boolean {
  const [left, right] = [a, b].map(({ places }) => new Set(places.map(placeKey)));
  return left.size === 0 || right.size === 0 || intersects(left, right);
}

/**
 * Without the figures of a report that gives several on one word: "two died in the north and one in the south" are parts
 * of a sum that it leaves to the reader.
 */
function leaveOutParts(figures: readonly Figure[]): readonly Figure[] {
  const values = new Map<string, Set<string>>();
  const tellerOf = ({ record }: Figure) => {
    const teller = record.attribution.at(-1);
    return `${record.article} ${teller?.id ?? teller?.name ?? ""}`;
  };
  for (const figure of figures) {
    const known = values.get(tellerOf(figure)) ?? new Set();
    values.set(tellerOf(figure), known.add(bareValue(figure.record)));
  }
  const mayBePart = ({ record, isContrast }: Figure) => CONSEQUENCES.has(record.measure) && !isContrast;
  return figures.filter((figure) => !mayBePart(figure) || values.get(tellerOf(figure))?.size === 1);
}

/** Those counted who are of one state, with those of whom that is not told; of several states, the one told most. */
function splitByOwner(figures: readonly Figure[]): (readonly Figure[])[] {
  const counts = new Map<string, number>();
  for (const { owners } of figures)
    for (const owner of owners) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  const [most, ...others] = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([owner]) => owner);
  if (others.length === 0) return [figures];
  const own = figures.filter(({ owners }) => owners.size === 0 || owners.has(most));
  const rest = figures.filter((figure) => !own.includes(figure));
  return [own, ...splitByOwner(rest)];
}

function makeFigureAccount(figures: readonly Figure[], questions: QuestionTable): AccountRecord | undefined {
  if (figures.length < 2) return undefined;
  const values = new Map<string, string>();
  for (const { record } of figures) {
    const bare = bareValue(record);
    const known = values.get(bare);
    if (known === undefined || (known === bare && figureValue(record) !== bare))
      values.set(bare, figureValue(record));
  }
  const answers = figures.map(({ record, text }): Answer => {
    const spans = record.evidence.filter(
      (e) => e.part !== "actor" && e.part !== "date" && e.part !== "place",
    );
    return {
      value: values.get(bareValue(record)) ?? figureValue(record),
      text,
      article: record.article,
      attribution: record.attribution,
      evidence: spans,
    };
  });
  const [{ record }] = figures;
  const sameUnit = figures.every((f) => f.record.unit === record.unit && isSameNoun(f.record, record));
  const meet = figures.every((a) => figures.every((b) => a.low <= b.high && b.low <= a.high));
  const names = [...new Set(figures.flatMap(({ parties }) => parties))].slice(0, 2);
  return makeAccount(
    "figure",
    askFigure(clearest(figures), names, questions),
    answers,
    sameUnit && meet ? "precision" : "conflict",
    `figure:${record.measure}`,
    figures.some(({ isContrast }) => isContrast),
  );
}

/** Whether both count the same, or what is the same whatever it is called. */
function isSameNoun(a: QuantityRecord, b: QuantityRecord): boolean {
  return CONSEQUENCES.has(a.measure) || headOf(a) === headOf(b);
}

/** Of the figures the one that names what is counted best: not by a pronoun, nor as a part of something. */
function clearest(figures: readonly Figure[]): QuantityRecord {
  const records = figures.map(({ record }) => record);
  return records.find(({ of }) => of !== null && !DEFINITE.test(of)) ?? records[0];
}

/** "How many people were killed?", "How many ships?", with the parties of the event behind it. */
function askFigure(
  { measure, of }: QuantityRecord,
  parties: readonly string[],
  { figures }: QuestionTable,
): string {
  const words = figures.get(measure);
  const counted = of === null ? (words?.of ?? measure) : DEFINITE.test(of) ? `of ${of}` : of;
  const question = (words?.question ?? "How many {of}?").replace("{of}", counted);
  return parties.length === 0 ? question : question.replace("?", ` (${parties.join(", ")})?`);
}

/** "the island's defenders": "how many of the island's defenders". */
const DEFINITE = /^(?:the|its|his|her|their|our|those|these)\s/i;
