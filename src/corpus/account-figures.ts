/**
 * Accounts of figures: one measure told with different numbers.
 *
 * Two figures answer one question where the measure is the same, and either they stand in sentences that tell the
 * same story, or the same states are named as doing it and as what it is done to, or a large group is named by the
 * same words ("Soviet troops"). Whatever they are called, those who did it, or to whom it was done, are the same in all
 * reports of one story: "300 settlers" in one are "some 450 armed men" in another. Figures that one range holds
 * ("more than 20,000" and "21,500") differ in precision only.
 */
import type { Evidence } from "../core/evidence.js";
import type { AccountRecord, EventRecord, QuantityRecord, StoryRecord } from "../core/records.js";
import { type Answer, makeAccount } from "./account-answers.js";
import type { QuestionTable } from "./question-table.js";
import { contentWords, countWords } from "./story-words.js";
import { partyKey } from "./telling.js";

/** A figure and the questions that it may answer. */
export interface Figure {
  readonly record: QuantityRecord;
  readonly low: number;
  readonly high: number;
  readonly keys: readonly string[];
  readonly parties: readonly string[];
}

/** Measures that are asked of one event; others are asked of one actor. */
const COUNTED_ONCE = new Set([
  "killed",
  "injured",
  "displaced",
  "detained",
  "missing",
  "territory",
  "votes",
  "troops",
]);

/** Measures that two parties' figures share beyond one story: what is lost stays lost, while each raid has its dead. */
const LASTING = new Set(["territory", "displaced"]);

export interface FigureInput {
  readonly quantities: readonly QuantityRecord[];
  readonly events: readonly EventRecord[];
  readonly stories: readonly StoryRecord[];
  /** Start and end of the sentence around a place in an article. */
  readonly sentenceOf: (article: string, start: number, end: number) => { start: number; end: number };
}

/** What each figure may answer, by key. */
export function groupFigures(input: FigureInput): Map<string, readonly Figure[]> {
  const storyOf = new Map(input.stories.flatMap((story) => story.members.map((id) => [id, story] as const)));
  const eventsOf = new Map<string, EventRecord[]>();
  for (const event of input.events) {
    const list = eventsOf.get(event.article);
    if (list) list.push(event);
    else eventsOf.set(event.article, [event]);
  }
  const groups = new Map<string, Figure[]>();
  const wholes = findWholes(input.quantities);
  for (const record of input.quantities) {
    if (wholes.has(record.id)) continue;
    const figure = makeFigure(input, record, eventsOf.get(record.article) ?? [], storyOf);
    for (const key of figure.keys) {
      const list = groups.get(key);
      if (list) list.push(figure);
      else groups.set(key, [figure]);
    }
  }
  return groups;
}

function makeFigure(
  { sentenceOf }: FigureInput,
  record: QuantityRecord,
  events: readonly EventRecord[],
  storyOf: ReadonlyMap<string, StoryRecord>,
): Figure {
  const value = record.evidence.find((e) => e.part === "value") ?? record.evidence[0];
  const sentence = sentenceOf(record.article, value.start, value.end);
  const beside = events.filter((event) => {
    const trigger = event.evidence.find((e) => e.part === "trigger");
    return trigger !== undefined && trigger.start >= sentence.start && trigger.end <= sentence.end;
  });
  const keys: string[] = [];
  const parties = new Set<string>();
  const group = groupKey(record);
  if (group !== undefined) keys.push(group);
  for (const event of beside) {
    const story = storyOf.get(event.id);
    const side = sideCounted(record, event);
    if (story !== undefined && story.articles.length > 1) {
      if (side !== undefined) keys.push(`f ${side} ${story.id}`);
      if (COUNTED_ONCE.has(record.measure)) keys.push(`f ${record.measure} ${story.id}`);
    }
    if (!COUNTED_ONCE.has(record.measure)) continue;
    for (const actor of event.actors) {
      for (const recipient of event.recipients) {
        if (event.quad !== 4 || !LASTING.has(record.measure)) continue;
        keys.push(`f ${record.measure} ${partyKey(actor)} ${partyKey(recipient)}`);
        parties.add(actor.name).add(recipient.name);
      }
    }
  }
  return {
    record,
    low: record.low ?? record.value ?? 0,
    high: record.high ?? record.value ?? Number.POSITIVE_INFINITY,
    keys: [...new Set(keys)],
    parties: [...parties],
  };
}

/** "Six of the nine boats" counts six: the figures that only tell of what others are a part. */
function findWholes(quantities: readonly QuantityRecord[]): Set<string> {
  const parts = new Map<string, Evidence[]>();
  for (const { article, evidence } of quantities) {
    const of = evidence.filter(({ part }) => part === "of");
    parts.set(article, [...(parts.get(article) ?? []), ...of]);
  }
  const isWhole = ({ article, evidence }: QuantityRecord) =>
    evidence.some((e) => e.part === "value" && parts.get(article)?.some((of) => holds(of, e)));
  return new Set(quantities.filter(isWhole).map(({ id }) => id));
}

/** The side of an event that a plain number counts. */
function sideCounted(
  { value, unit, evidence }: QuantityRecord,
  event: EventRecord,
): "actor" | "recipient" | undefined {
  const counted = evidence.find(({ part }) => part === "measure");
  if (value === null || unit !== null || counted === undefined) return undefined;
  return (["actor", "recipient"] as const).find((side) =>
    event.evidence.some((e) => e.part === side && holds(e, counted)),
  );
}

function holds(outer: Evidence, inner: Evidence): boolean {
  return outer.article === inner.article && outer.start <= inner.start && inner.end <= outer.end;
}

/** Smaller figures of a group are rather different parts of it: "three Cuban officials". */
const LARGE_GROUP = 100;

/** A large group that two words or more name ("Soviet troops") is one, however it is counted. */
function groupKey({ measure, value, unit, of }: QuantityRecord): string | undefined {
  if (value === null || value < LARGE_GROUP || unit !== null || of === null) return undefined;
  const words = [...contentWords(of, countWords(of), []).keys()].sort();
  return words.length < 2 || words.length > 4 ? undefined : `f ${measure} of ${words.join(" ")}`;
}

/** The account that the figures of one key make. */
export function findFigureAccount(
  figures: readonly Figure[],
  questions: QuestionTable,
): AccountRecord | undefined {
  const answers = figures.map(({ record }): Answer => {
    const spans = record.evidence.filter(
      (e) => e.part !== "actor" && e.part !== "date" && e.part !== "place",
    );
    return {
      value: figureValue(record),
      text: textOf(record),
      article: record.article,
      attribution: record.attribution,
      evidence: spans,
    };
  });
  const [{ record }] = figures;
  const sameUnit = figures.every((f) => f.record.unit === record.unit && headOf(f.record) === headOf(record));
  const meet = figures.every((a) => figures.every((b) => a.low <= b.high && b.low <= a.high));
  const names = [...new Set(figures.flatMap(({ parties }) => parties))].slice(0, 2);
  const question = askFigure(record, names, questions);
  return makeAccount(
    "figure",
    question,
    answers,
    sameUnit && meet ? "precision" : "conflict",
    `figure:${record.measure}`,
  );
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

/** What a figure comes to: figures with the same are one answer. */
export function figureValue(record: QuantityRecord): string {
  const { modifier, value, low, high, unit } = record;
  return [modifier, value ?? `${low ?? ""}–${high ?? ""}`, unit ?? headOf(record)]
    .filter((part) => part !== null && part !== "")
    .join(" ");
}

/** The last word of what is counted: "regions" of "adjacent regions". */
function headOf({ of }: QuantityRecord): string {
  return of?.split(" of ")[0].trim().split(/\s+/).at(-1)?.toLowerCase() ?? "";
}

/** The figure with what it counts, as written. */
function textOf({ evidence, of }: QuantityRecord): string {
  const value = evidence.find((e) => e.part === "value")?.text ?? "";
  return of === null || value.includes(of) ? value : `${value} ${of}`;
}
