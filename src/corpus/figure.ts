/**
 * A figure as accounts compare it: its bounds, as of when it holds, what it counts, on whose word.
 *
 * In: a quantity and its article. Out: a value with which figures that say the same are one answer. What is about as
 * many is as many: "some 120" and "120" are no difference that a report makes.
 */
import { type DayRange, readDayRange } from "../core/edtf-range.js";
import type { ArticleRecord, QuantityRecord } from "../core/records.js";

export interface Figure {
  readonly record: QuantityRecord;
  /** With what it counts, as written. */
  readonly text: string;
  readonly low: number;
  readonly high: number;
  /** As of when it holds: the date beside it, else that of its report; null where neither is known. */
  readonly asOf: DayRange | null;
  /** The questions that it may answer. */
  readonly keys: readonly string[];
  /** Names of those between whom what is counted was done. */
  readonly parties: readonly string[];
  /** Who is counted is of somebody: "two [Kyrgyz] guards". */
  readonly owners: ReadonlySet<string>;
  /** It stands against another figure of its report, whose measure it borrows. */
  readonly isContrast: boolean;
}

/** Measures of what was done or lost, whatever those are called to whom it happened. */
export const CONSEQUENCES: ReadonlySet<string> = new Set([
  "killed",
  "injured",
  "casualties",
  "displaced",
  "evacuated",
  "expelled",
  "deported",
  "missing",
  "detained",
  "captured",
  "abducted",
  "released",
  "rescued",
]);

export function asOf(
  { date }: QuantityRecord,
  published: ArticleRecord["published"] | undefined,
): DayRange | null {
  const own = date === null ? null : readDayRange(date.edtf);
  return own ?? (published ? readDayRange(published.edtf) : null);
}

/** What a figure comes to, in its own words: "about 200 villagers". */
export function figureValue(record: QuantityRecord): string {
  return joinParts(record, record.modifier, record.unit ?? headOf(record));
}

/** The same for all figures that are one answer. */
export function bareValue(record: QuantityRecord): string {
  const { measure, modifier, unit } = record;
  const isAbout = modifier === "about" || modifier === "exactly";
  return joinParts(
    record,
    isAbout ? null : modifier,
    CONSEQUENCES.has(measure) ? unit : (unit ?? headOf(record)),
  );
}

function joinParts(
  { value, low, high }: QuantityRecord,
  modifier: string | null,
  counted: string | null,
): string {
  return [modifier, value ?? `${low ?? ""}–${high ?? ""}`, counted]
    .filter((part) => part !== null && part !== "")
    .join(" ");
}

/** The last word of what is counted: "regions" of "adjacent regions". */
export function headOf({ of }: QuantityRecord): string {
  return of?.split(" of ")[0].trim().split(/\s+/).at(-1)?.toLowerCase() ?? "";
}

/** Characters between a figure and what it counts that are shown with them. */
const NEAR = 40;

/** The figure with what it counts, as written in `text`. */
export function textOf({ evidence, of }: QuantityRecord, text: string): string {
  const value = evidence.find((e) => e.part === "value") ?? evidence[0];
  const counted = evidence.find((e) => e.part === "of" && e.start >= value.start);
  if (counted !== undefined && counted.start - value.end <= NEAR)
    return text.slice(value.start, Math.max(value.end, counted.end));
  return of === null || value.text.includes(of) ? value.text : `${value.text} ${of}`;
}

/** The names in what is counted: "kyrgyz" of "Kyrgyz guards". Austrian and Australian guards begin alike. */
export function ownersOf({ of }: QuantityRecord): Set<string> {
  const names = (of ?? "").match(/(?<![\p{L}-])\p{Lu}\p{Ll}{3,}/gu) ?? [];
  return new Set(names.map((name) => name.toLowerCase()));
}
