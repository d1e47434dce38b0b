/**
 * Holidays in a sentence: "on Christmas Day", "last Easter", "since Nowruz 2019".
 *
 * In: tokens, a place, the table. Out: a calendar meaning that names the holiday; the resolver finds the day.
 */
import type { HolidayTable } from "./date-holidays.js";
import type { Reading } from "./date-meaning.js";
import type { DateTokens } from "./date-tokens.js";
import { readFullYear } from "./date-year.js";

const CUES = new Set(
  "on at by before after since until till during over for around last this next of through from past every previous following between".split(
    " ",
  ),
);
/** Nouns that a holiday's name describes. */
const THINGS = new Set(
  "tree trees card cards party parties gift gifts present presents shopping season holiday holidays dinner lunch lights market markets carol carols egg eggs bunny break sale sales message sermon service services mass speech parade celebrations festival decorations spirit".split(
    " ",
  ),
);
const SHIFTS: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);

/** A holiday at `i`, with "last" or "next" before it and a year behind. */
export function readHoliday(t: DateTokens, i: number, table: HolidayTable): Reading | null {
  const shift = SHIFTS.get(t.lower(i));
  const determined = t.is(i, "the");
  const at = shift === undefined && !determined ? i : i + 1;
  const found = table.match(t, at);
  if (found === null) return null;
  const { holiday } = found;
  if (determined && holiday.needsCue) return null;
  const year = readFullYear(t, t.at(found.to).text === "," ? found.to + 1 : found.to);
  const to = year?.to ?? found.to;
  if (holiday.needsCue && shift === undefined && year === null && !CUES.has(t.lower(i - 1))) return null;
  if (year === null && (THINGS.has(t.lower(to)) || (holiday.needsCue && t.isCapital(to)))) return null;
  if (t.isDash(to) && t.at(to).glued) return null;
  const meaning = {
    kind: "calendar",
    unit: "day",
    holiday: holiday.name,
    ...(year ? { year: year.year } : {}),
    ...(shift === undefined ? {} : { shift }),
  } as const;
  return { from: i, to, meaning, rule: "holiday" };
}
