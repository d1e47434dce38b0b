/**
 * The English words of the calendar: months, days of the week, units, parts of the day, seasons, numbers.
 *
 * Closed classes of the language, so they are constants here; holidays, which are knowledge, are a table
 * (date-holidays.ts).
 */
import type { DayPart } from "./date-period.js";

/** Units of duration; `decade` and `century` are `DE` and `CE` in TIMEX3. */
export type DurationUnit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "night"
  | "weekend"
  | "week"
  | "fortnight"
  | "month"
  | "quarter"
  | "season"
  | "half"
  | "year"
  | "decade"
  | "century"
  | "millennium";

const MONTH_NAMES =
  "january february march april may june july august september october november december".split(" ");
const MONTH_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Month names and abbreviations (without the full stop), 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.map((name, i): [string, number] => [name, i + 1]),
  ...MONTH_SHORT.map((name, i): [string, number] => [name, i + 1]),
  ["sept", 9],
]);

const WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const WEEKDAY_SHORT: readonly [string, number][] = [
  ["mon", 1],
  ["tue", 2],
  ["tues", 2],
  ["wed", 3],
  ["weds", 3],
  ["thu", 4],
  ["thur", 4],
  ["thurs", 4],
  ["fri", 5],
  ["sat", 6],
  ["sun", 7],
];

/** Days of the week in full, 1 to 7. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  WEEKDAY_NAMES.map((name, i): [string, number] => [name, i + 1]),
);

/** Plural days of the week: a set. */
export const WEEKDAY_PLURALS: ReadonlyMap<string, number> = new Map(
  WEEKDAY_NAMES.map((name, i): [string, number] => [`${name}s`, i + 1]),
);

/** Abbreviated days of the week, which count only before a date or with a full stop. */
export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = new Map(WEEKDAY_SHORT);

/** Seasons by their EDTF code. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ["spring", 21],
  ["springtime", 21],
  ["summer", 22],
  ["summertime", 22],
  ["autumn", 23],
  ["fall", 23],
  ["winter", 24],
  ["wintertime", 24],
]);

/** Parts of the day. */
export const DAY_PARTS: ReadonlyMap<string, DayPart> = new Map<string, DayPart>([
  ["morning", "MO"],
  ["midday", "MI"],
  ["afternoon", "AF"],
  ["evening", "EV"],
  ["night", "NI"],
  ["dawn", "MO"],
  ["daytime", "DT"],
]);

/** The edges of daylight, which stand before or after a day: "at dusk on Tuesday". */
export const TWILIGHTS: ReadonlyMap<string, DayPart> = new Map<string, DayPart>([
  ["dawn", "MO"],
  ["daybreak", "MO"],
  ["sunrise", "MO"],
  ["dusk", "EV"],
  ["sunset", "EV"],
  ["nightfall", "EV"],
]);

const SINGULAR_UNITS: readonly (readonly [string, DurationUnit])[] = [
  ["second", "second"],
  ["sec", "second"],
  ["minute", "minute"],
  ["min", "minute"],
  ["hour", "hour"],
  ["hr", "hour"],
  ["day", "day"],
  ["night", "night"],
  ["weekend", "weekend"],
  ["week", "week"],
  ["fortnight", "fortnight"],
  ["month", "month"],
  ["quarter", "quarter"],
  ["year", "year"],
  ["yr", "year"],
  ["decade", "decade"],
  ["century", "century"],
  ["millennium", "millennium"],
];

/** Units in the singular. */
export const UNITS: ReadonlyMap<string, DurationUnit> = new Map(SINGULAR_UNITS);

/** Units in the plural. */
export const PLURAL_UNITS: ReadonlyMap<string, DurationUnit> = new Map<string, DurationUnit>([
  ...SINGULAR_UNITS.map(([name, unit]): [string, DurationUnit] => [`${name}s`, unit]),
  ["centuries", "century"],
  ["millennia", "millennium"],
]);

/** Designators of ISO 8601 and TIMEX3 durations. */
export const UNIT_CODES: Readonly<Record<DurationUnit, string>> = {
  second: "S",
  minute: "M",
  hour: "H",
  day: "D",
  night: "D",
  weekend: "WE",
  week: "W",
  fortnight: "W",
  month: "M",
  quarter: "Q",
  season: "M",
  half: "M",
  year: "Y",
  decade: "DE",
  century: "CE",
  millennium: "ML",
};

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** Number words below a hundred, without compounds. */
export const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((name, i): [string, number] => [name, i]),
  ...TENS.map((name, i): [string, number] => [name, 20 + 10 * i]),
]);

/** Words that multiply what stands before them. */
export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1_000_000],
  ["billion", 1_000_000_000],
  ["trillion", 1_000_000_000_000],
]);

const ORDINAL_NAMES =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

/** Ordinal words to twentieth, and thirtieth. */
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...ORDINAL_NAMES.map((name, i): [string, number] => [name, i + 1]),
  ["thirtieth", 30],
]);

/** Endings of ordinals in digits. */
export const ORDINAL_ENDINGS: ReadonlySet<string> = new Set(["st", "nd", "rd", "th"]);

/** Decades as words, by their tens. */
export const DECADE_WORDS: ReadonlyMap<string, number> = new Map([
  ["twenties", 2],
  ["thirties", 3],
  ["forties", 4],
  ["fifties", 5],
  ["sixties", 6],
  ["seventies", 7],
  ["eighties", 8],
  ["nineties", 9],
]);

/** Time zones that news names, in minutes east of UTC. */
export const ZONES: ReadonlyMap<string, number> = new Map([
  ["gmt", 0],
  ["utc", 0],
  ["bst", 60],
  ["cet", 60],
  ["cest", 120],
  ["eet", 120],
  ["eest", 180],
  ["msk", 180],
  ["est", -300],
  ["edt", -240],
  ["cst", -360],
  ["cdt", -300],
  ["mst", -420],
  ["mdt", -360],
  ["pst", -480],
  ["pdt", -420],
  ["jst", 540],
  ["hkt", 480],
]);

/** Zones that stand for standard and summer time alike: read over, no offset. */
export const LOOSE_ZONES: ReadonlySet<string> = new Set(["et", "pt", "ct", "mt"]);
