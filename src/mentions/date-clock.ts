/**
 * Times of day: "at 10:30 GMT", "6:40 p.m. (GMT +8)", "0800 UTC", "5pm", "noon", "five o'clock".
 *
 * In: tokens and a place. Out: the clock time and where it ends. A bare "10:30" needs a preposition, so that
 * scores and verses are left alone. The time is as written: no zone is assumed.
 */
import type { ClockTime } from "./date-period.js";
import type { DateTokens } from "./date-tokens.js";
import { CARDINALS, LOOSE_ZONES, ZONES } from "./date-words.js";

export interface ClockReading {
  readonly to: number;
  readonly clock: ClockTime;
}

/** Words before a bare "10:30". */
const CUES = new Set(
  "at from by until till around about before after since between and to of shortly".split(" "),
);

/** A time of day at `i`, or null. */
export function readClock(t: DateTokens, i: number): ClockReading | null {
  const word = t.lower(i);
  if (word === "noon" || word === "midnight") {
    if (t.isCapital(i) && t.isCapital(i - 1)) return null;
    const zoned = readZone(t, i + 1);
    return { to: zoned.to, clock: { hour: word === "noon" ? 12 : 24, minute: 0, ...pickZone(zoned.zone) } };
  }
  const spelled = CARDINALS.get(word);
  const isNumber = t.at(i).kind === "number";
  if (!isNumber && (spelled === undefined || spelled > 12 || spelled === 0)) return null;
  if (!isNumber || t.integer(i, 2) >= 0) {
    const hour = isNumber ? t.integer(i, 2) : (spelled ?? 0);
    if (t.is(i + 1, "o") && t.isApostrophe(i + 2) && t.is(i + 3, "clock"))
      return withHalf(t, i + 4, { hour, minute: 0 });
    if (t.is(i + 1, "o'clock") || t.is(i + 1, "oclock")) return withHalf(t, i + 2, { hour, minute: 0 });
  }
  if (!isNumber) return null;
  if (t.at(i).glued && (t.at(i - 1).kind === "number" || ":$€£/".includes(t.at(i - 1).text))) return null;
  return readColon(t, i) ?? readHourOnly(t, i) ?? readMilitary(t, i);
}

/** "10:30", "10:30:05", with what follows. */
function readColon(t: DateTokens, i: number): ClockReading | null {
  const colon = t.at(i + 1);
  if (colon.text !== ":" || !colon.glued || !t.at(i + 2).glued) return null;
  const hour = t.integer(i, 2);
  const minute = t.at(i + 2).text.length === 2 ? t.integer(i + 2, 2) : -1;
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59) return null;
  let to = i + 3;
  let second: number | undefined;
  if (t.at(to).text === ":" && t.at(to).glued) {
    second = t.integer(to + 1, 2);
    if (second < 0 || second > 59) return null;
    to += 2;
  }
  const half = readHalfDay(t, to);
  const zone = readZone(t, half?.to ?? to);
  if (half && hour > 12) return null;
  const marked = half !== null || zone.to > to;
  if (!marked && !CUES.has(t.lower(i - 1))) return null;
  return {
    to: zone.to,
    clock: {
      hour: half ? to24(hour, half.pm) : hour,
      minute,
      ...(second === undefined ? {} : { second }),
      ...pickZone(zone.zone),
    },
  };
}

/** "5 p.m.", "10.30 a.m.". */
function readHourOnly(t: DateTokens, i: number): ClockReading | null {
  const [hours, minutes] = t.at(i).text.split(".");
  const hour = Number(hours);
  const minute = minutes === undefined ? 0 : Number(minutes);
  if (
    hour < 1 ||
    hour > 12 ||
    hours.length > 2 ||
    (minutes !== undefined && (minutes.length !== 2 || minute > 59))
  )
    return null;
  const half = readHalfDay(t, i + 1);
  if (half === null) {
    const zone = readZone(t, i + 1);
    if (minutes === undefined || zone.zone === undefined) return null;
    return { to: zone.to, clock: { hour, minute, ...pickZone(zone.zone) } };
  }
  const zone = readZone(t, half.to);
  return { to: zone.to, clock: { hour: to24(hour, half.pm), minute, ...pickZone(zone.zone) } };
}

/** "0800 UTC", "2030 GMT", "1400 hours". */
function readMilitary(t: DateTokens, i: number): ClockReading | null {
  if (t.at(i).text.length !== 4) return null;
  const value = t.integer(i, 4);
  const hour = Math.floor(value / 100);
  const minute = value % 100;
  if (value < 0 || hour > 24 || minute > 59) return null;
  let to = i + 1;
  const hours = t.is(to, "hours") && t.is(i - 1, "at");
  if (hours || (t.is(to, "h") && t.at(to).glued)) to++;
  const zone = readZone(t, to);
  if (!hours && zone.zone === undefined) return null;
  return { to: zone.to, clock: { hour, minute, ...pickZone(zone.zone) } };
}

/** "a.m.", "pm", "in the afternoon" is not read here. */
function readHalfDay(t: DateTokens, i: number): { to: number; pm: boolean } | null {
  const word = t.lower(i);
  if (word === "am" || word === "pm") return { to: i + 1, pm: word === "pm" };
  if ((word === "a" || word === "p") && t.at(i + 1).text === "." && t.is(i + 2, "m") && t.at(i + 2).glued) {
    const to = t.at(i + 3).text === "." && t.at(i + 3).glued ? i + 4 : i + 3;
    return { to, pm: word === "p" };
  }
  return null;
}

/** A zone: "GMT", "(GMT +8)", "UTC+3", "local time", "Moscow time", "Eastern Standard Time". */
function readZone(t: DateTokens, i: number): { to: number; zone?: number } {
  const open = t.at(i).text === "(" || t.at(i).text === ",";
  const at = open ? i + 1 : i;
  const word = t.lower(at);
  const base = t.isCapital(at) ? ZONES.get(word) : undefined;
  let found: { to: number; zone?: number } | null = null;
  if (base !== undefined) found = readZoneShift(t, at + 1, base);
  else if (LOOSE_ZONES.has(word) && t.at(at).text === word.toUpperCase()) found = { to: at + 1 };
  else if (word === "local" && t.is(at + 1, "time")) found = { to: at + 2 };
  else if (word === "z" && t.at(at).glued) found = { to: at + 1, zone: 0 };
  else if (t.isCapital(at) && t.is(at + 1, "time") && (!t.isCapital(at + 1) || ZONE_NAMES.has(word)))
    found = { to: at + 2 };
  else if (
    ZONE_NAMES.has(word) &&
    /^(?:standard|daylight|summer)$/.test(t.lower(at + 1)) &&
    t.is(at + 2, "time")
  )
    found = { to: at + 3 };
  if (found === null) return { to: i };
  if (t.at(i).text !== "(") return found;
  return t.at(found.to).text === ")" ? { ...found, to: found.to + 1 } : { to: i };
}

const ZONE_NAMES = new Set(
  "eastern central mountain pacific british european moscow greenwich mean".split(" "),
);

function readZoneShift(t: DateTokens, i: number, base: number): { to: number; zone: number } {
  const sign = t.at(i).text;
  const hours = t.integer(i + 1, 2);
  if ((sign === "+" || t.isDash(i)) && hours >= 0 && hours <= 14 && t.at(i + 1).glued) {
    const half = t.at(i + 2).text === ":" && t.at(i + 3).glued ? t.integer(i + 3, 2) : -1;
    const minutes = hours * 60 + Math.max(half, 0);
    return { to: half >= 0 ? i + 4 : i + 2, zone: base + (sign === "+" ? minutes : -minutes) };
  }
  return { to: i, zone: base };
}

/** "five o'clock in the afternoon". */
function withHalf(t: DateTokens, i: number, clock: ClockTime): ClockReading {
  if (t.is(i, "in") && t.is(i + 1, "the")) {
    const part = t.lower(i + 2);
    if (part === "morning") return { to: i + 3, clock };
    if (part === "afternoon" || part === "evening")
      return { to: i + 3, clock: { ...clock, hour: to24(clock.hour, true) } };
  }
  return { to: i, clock };
}

function to24(hour: number, pm: boolean): number {
  return (hour % 12) + (pm ? 12 : 0);
}

function pickZone(zone: number | undefined): { zone?: number } {
  return zone === undefined ? {} : { zone };
}
