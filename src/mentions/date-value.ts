/**
 * From a reading to the mention that the record keeps: its EDTF value with basis, its TIMEX3 type and value.
 *
 * In: a reading in its sentence, and what stands outside of it. Out: a mention. "since 1994" is the open
 * interval `1994/..`, "until 1997" `../1997`; "recently" is `../` the article's date. Lengths of time become
 * intervals where they reach from the article's day ("the past three years": `2017/2020`), else ISO durations.
 */
import { extend } from "../core/extend.js";
import type { DateBasis } from "../core/records.js";
import { type Anchor, anchorDay } from "./date-anchor.js";
import type { NamedDate, ResolveContext, Resolved } from "./date-context.js";
import { reachFrom, toDuration } from "./date-length.js";
import type { CalendarMeaning, DurationMeaning, Meaning, Reading, VagueMeaning } from "./date-meaning.js";
import type { DateEnd, DateMention } from "./date-mention.js";
import { narrowWeek, type WeekPart } from "./date-narrow.js";
import { dayPeriod, type Period, toEdtf, toTimex } from "./date-period.js";
import { resolvePoint } from "./date-resolve.js";
import { findDirection, isReportDate } from "./date-tense.js";
import type { DateTokens } from "./date-tokens.js";

/** A reading with its sentence. */
export interface FoundDate {
  readonly tokens: DateTokens;
  readonly sentence: number;
  readonly reading: Reading;
}

/** What resolution looks at besides the sentence. */
export type Outside = Pick<ResolveContext, "anchor" | "holidays" | "named" | "dayFirst" | "ahead">;

/** The mention of a reading; dates are added to `named`, which later ones are counted from. */
export function makeMention(
  text: string,
  item: FoundDate,
  outside: Outside,
  named: NamedDate[],
): DateMention {
  const { tokens, reading, sentence } = item;
  const { meaning, rule } = reading;
  const span = { start: tokens.at(reading.from).start, end: tokens.at(reading.to - 1).end };
  const written = text.slice(span.start, span.end);
  const mod = reading.mod ?? findApproximation(tokens, reading);
  const { start, end } = span;
  const base = { start, end, rule, ...(mod ? { mod } : {}) };
  const direction = findDirection(tokens, reading.from, reading.to);
  const context: ResolveContext = extend(outside, { sentence, direction });
  switch (meaning.kind) {
    case "set":
      return extend(base, {
        type: "SET",
        value: { edtf: meaning.edtf, text: written, basis: "text" },
        ...(meaning.timex === meaning.edtf ? {} : { timex: meaning.timex }),
        ...(meaning.quant ? { quant: meaning.quant } : {}),
        ...(meaning.freq ? { freq: meaning.freq } : {}),
      });
    case "duration":
      return makeDuration(base, written, meaning, outside.anchor);
    case "vague":
      return makeVague(base, written, meaning.value, outside.anchor);
    case "range":
      return makeRange(base, written, item, context, named);
    default: {
      const resolved = resolvePoint(meaning, context);
      if (resolved.vague)
        return makeVague(base, written, resolved.vague, outside.anchor, resolved.basis, resolved.period);
      const bound = findBound(tokens, reading);
      const part = narrowWeek(resolved.period, reading, anchorDay(outside.anchor), context.direction);
      named.push({
        start,
        end,
        period: resolved.period,
        sentence,
        stated: meaning.kind === "calendar" && meaning.year !== undefined,
        basis: resolved.basis,
        opens: opensSentence(tokens, reading),
        bounded: bound !== undefined,
        reported: isReportDate(tokens, reading.from),
      });
      return makePoint(base, written, resolved, bound, part);
    }
  }
}

function makePoint(
  base: Base,
  written: string,
  { period: whole, basis, reference }: Resolved,
  bound: DateMention["bound"],
  part: WeekPart | null,
): DateMention {
  const period = part?.week ?? whole;
  const plain =
    part === null
      ? toEdtf(period) + (base.mod === "APPROX" && period.unit !== "week" ? "~" : "")
      : toInterval(part);
  const edtf =
    bound === "since" ? `${lowerBound(plain)}/..` : bound === "until" ? `../${upperBound(plain)}` : plain;
  const timex = toTimex(period);
  return extend(base, {
    type: period.part || period.clock ? "TIME" : "DATE",
    value: { edtf, text: written, basis },
    ...(timex === edtf ? {} : { timex }),
    ...(bound ? { bound } : {}),
    ...(reference ? { reference } : {}),
  });
}

function toInterval({ first, last }: WeekPart): string {
  const [begin, end] = [toEdtf(dayPeriod(first)), toEdtf(dayPeriod(last))];
  return begin === end ? begin : `${begin}/${end}`;
}

/** True for "In 1994, …" and "Two years later …" at the head of a sentence. */
function opensSentence(t: DateTokens, reading: Reading): boolean {
  if (reading.from === 0) return reading.meaning.kind === "offset" && reading.meaning.from === "reference";
  return reading.from === 1 && t.is(0, "in");
}

type Base = Pick<DateMention, "start" | "end" | "rule" | "mod">;

function makeDuration(base: Base, written: string, meaning: DurationMeaning, anchor: Anchor): DateMention {
  const timex = toDuration(meaning);
  const day = anchorDay(anchor);
  const side = meaning.side;
  const reach =
    side === undefined || day === null || meaning.amount === null || anchor.period?.unit !== "day"
      ? null
      : reachFrom(day, meaning, side);
  const value = reach
    ? { edtf: reach, text: written, basis: anchor.basis }
    : { edtf: timex, text: written, basis: "text" as const };
  return extend(base, { type: "DURATION", value, ...(value.edtf === timex ? {} : { timex }) });
}

function makeVague(
  base: Base,
  written: string,
  value: VagueMeaning["value"],
  anchor: Anchor,
  basis?: DateBasis,
  from?: Period,
): DateMention {
  const known = from ?? anchor.period;
  const here = known === null ? null : toEdtf(known);
  if (here === null || here.includes("X") || here.includes("/"))
    return extend(base, {
      type: "DATE",
      value: { edtf: "XXXX", text: written, basis: "text" },
      timex: value,
    });
  const edtf = value === "PRESENT_REF" ? here : value === "PAST_REF" ? `../${here}` : `${here}/..`;
  return extend(base, {
    type: "DATE",
    value: { edtf, text: written, basis: basis ?? anchor.basis },
    timex: value,
  });
}

function makeRange(
  base: Base,
  written: string,
  item: FoundDate,
  context: ResolveContext,
  named: NamedDate[],
): DateMention {
  const { tokens, reading, sentence } = item;
  if (reading.meaning.kind !== "range") throw new Error("a range was expected");
  const { first, last } = reading.meaning;
  const name = (end: Reading, { period, basis }: Resolved): void => {
    const stated = end.meaning.kind === "calendar" && end.meaning.year !== undefined;
    const span = { start: tokens.at(end.from).start, end: tokens.at(end.to - 1).end };
    named.push({ ...span, period, sentence, stated, basis, opens: false, bounded: false, reported: false });
  };
  const [begin, end] = resolveEnds(first.meaning, last.meaning, context, (resolved) => name(first, resolved));
  name(last, end);
  const ends: [DateEnd, DateEnd] = [makeEnd(tokens, first, begin.period), makeEnd(tokens, last, end.period)];
  return {
    ...base,
    type: begin.period.clock === undefined ? "DATE" : "TIME",
    value: {
      edtf: `${lowerBound(ends[0].edtf)}/${upperBound(ends[1].edtf)}`,
      text: written,
      basis: begin.basis === "text" ? end.basis : begin.basis,
    },
    ends,
  };
}

/**
 * Both ends of a range. Where neither has a year the end is placed first and the beginning before it, so that
 * "between January 1 and September 18" is told as one stretch; the end of "from Friday to Monday" follows its
 * beginning.
 */
function resolveEnds(
  first: Meaning,
  last: Meaning,
  context: ResolveContext,
  name: (begin: Resolved) => void,
): [Resolved, Resolved] {
  if (isYearless(first) && isYearless(last)) {
    const end = resolvePoint(last, context);
    const open = resolvePoint({ ...first, year: 0 }, context).period;
    const year = end.period.year === null ? null : end.period.year - (wraps(open, end.period) ? 1 : 0);
    const begin = { ...end, period: { ...open, year } };
    name(begin);
    return [begin, end];
  }
  const begin = resolvePoint(first, context);
  name(begin);
  const follows =
    last.kind === "calendar" &&
    last.weekday !== undefined &&
    last.index === undefined &&
    last.clock === undefined &&
    begin.period.year !== null;
  return [begin, resolvePoint(follows ? { ...last, shift: 1, fromReference: true } : last, context)];
}

function isYearless(meaning: Meaning): meaning is CalendarMeaning {
  if (meaning.kind !== "calendar" || meaning.index === undefined || meaning.shift !== undefined) return false;
  return meaning.year === undefined && meaning.shortYear === undefined && meaning.within === undefined;
}

/** True if the second comes earlier in the year than the first. */
function wraps(a: Period, b: Period): boolean {
  const [i, j] = [a.index ?? 0, b.index ?? 0];
  return i > j || (i === j && (a.day ?? 0) > (b.day ?? 0));
}

function lowerBound(edtf: string): string {
  return edtf.split("/")[0];
}

function upperBound(edtf: string): string {
  return edtf.split("/").at(-1) ?? edtf;
}

function makeEnd(t: DateTokens, reading: Reading, period: Period): DateEnd {
  return {
    start: t.at(reading.from).start,
    end: t.at(reading.to - 1).end,
    edtf: toEdtf(period),
    timex: toTimex(period),
  };
}

/** "about 1988", "circa 1700". */
function findApproximation(t: DateTokens, reading: Reading): "APPROX" | undefined {
  const { meaning } = reading;
  if (meaning.kind !== "calendar" || meaning.unit === "day") return undefined;
  const word = t.lower(reading.from - 1) === "the" ? t.lower(reading.from - 2) : t.lower(reading.from - 1);
  return word === "about" || word === "around" || word === "circa" || word === "approximately"
    ? "APPROX"
    : undefined;
}

/** The preposition that makes the date a bound, unless the date only describes a noun ("since Tuesday's raid"). */
function findBound(t: DateTokens, reading: Reading): DateMention["bound"] {
  if (t.isApostrophe(reading.to) && t.is(reading.to + 1, "s")) return undefined;
  let at = reading.from - 1;
  if (t.is(at, "the") || t.is(at, "about") || t.is(at, "around")) at--;
  if (t.is(at, "at") || t.is(at, "in")) at--;
  switch (t.lower(at)) {
    case "since":
      return "since";
    case "until":
    case "till":
      return "until";
    case "before":
      return "before";
    case "after":
      return "after";
    case "by":
      return "by";
    case "from":
      return /^(?:on|onward|onwards)$/.test(t.lower(reading.to)) ? "since" : undefined;
    default:
      return undefined;
  }
}
