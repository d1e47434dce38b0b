/**
 * Datelines and credits that open a paragraph: "LISBON, Oct. 24 (Reuters) —", "MOSCOW, October 23. /TASS/.",
 * "(AFP) -", "Northern Herald: …".
 *
 * In: one paragraph. Out: its place, day and agency as far as written, with places. The shapes are those of
 * the agencies' style books; an unknown name in the agency's slot is an agency. Limit: a place in mixed case
 * counts only beside a date or an agency.
 */
import type { Span } from "../core/evidence.js";
import { readMedium } from "./byline.js";
import type { MediaTable, Medium } from "./media-table.js";
import { readDateAt, type WrittenDate } from "./written-date.js";

/** A dateline: its span covers all of it, to where the sentence begins. */
export interface Dateline extends Span {
  readonly place: Span | null;
  readonly date: WrittenDate | null;
  readonly medium: (Span & { readonly medium: Medium }) | null;
}

const SHORTEST_PARAGRAPH = 100;
const PLACE =
  /(?:\p{Lu}[\p{L}\p{M}.'’-]*|of|de|del|al|el|the|and)(?:[ /-](?:\p{Lu}[\p{L}\p{M}.'’-]*|of|de|del|al|el|the|and))*(?:,\s(?:\p{Lu}[\p{L}\p{M}.'’-]*)(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){0,2})?/uy;
const MONTH_START = /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u;
const DASH = /\s*(?:--+|[—–]|-(?=\s|\p{Lu}|$)|:)\s*/uy;
const NAME_IN_MARKS = /\s*[.,]?\s*(?:\(([^()]{2,60})\)|\[([^[\]]{2,60})\]|\/([^/]{2,60})\/)[.,]?/uy;

/** The dateline that `paragraph` opens with, or null. Offsets are shifted by `offset`. */
export function findDateline(paragraph: string, media: MediaTable, offset = 0): Dateline | null {
  const text = paragraph.slice(0, 200);
  // A short line with a colon is a headline that quotes a paper ("Northern Herald: Pier is safe").
  const isParagraph = paragraph.length >= SHORTEST_PARAGRAPH;
  return readDateline(text, media, offset) ?? (isParagraph ? readCredit(text, media, offset) : null);
}

function readDateline(text: string, media: MediaTable, offset: number): Dateline | null {
  let at = 0;
  let place: Span | null = null;
  let date: WrittenDate | null = null;
  let medium: Dateline["medium"] = null;

  // TASS style may lead with the agency: "TASS, October 23."
  const lead = media.findNameAt(text, 0);
  if (lead && /^,\s/u.test(text.slice(lead.end))) {
    const day = readDateAt(text, skip(/,\s*/uy, text, lead.end));
    if (day && /^\.?\s*(?:[—–-]\s*)?\p{Lu}/u.test(text.slice(day.end))) {
      return finish(
        { start: 0, end: lead.end, medium: lead.medium },
        null,
        day,
        skip(/[.\s—–-]*/uy, text, day.end),
        text,
        offset,
      );
    }
  }
  const opening = matchAt(PLACE, text, 0);
  if (opening) {
    let end = opening[0].length;
    // "LISBON, Oct. 24": the place stops before the month.
    const month = opening[0].search(new RegExp(`,\\s${MONTH_START.source}`, "u"));
    if (month > 0) end = month;
    place = { start: 0, end };
    at = end;
  }
  const afterComma = skip(/\s*[,.]?\s*(?:\p{L}+day,?\s+)?/uy, text, at);
  const day = readDateAt(text, afterComma);
  if (day && (place !== null || afterComma === 0)) {
    date = day;
    at = day.end;
  }
  const marks = matchAt(NAME_IN_MARKS, text, at);
  if (marks) {
    const name = (marks[1] ?? marks[2] ?? marks[3]).trim();
    const start = at + marks[0].indexOf(name);
    const inner = readNameInMarks(name, media);
    if (inner) {
      medium = { start: start + inner.start, end: start + inner.end, medium: inner.medium };
      at += marks[0].length;
    } else if (place === null || date === null) {
      return null;
    }
  } else {
    // "LISBON, Reuters —" and "(Oct 24, Reuters) —" are rarer; only known names count here.
    const next = skip(/\s*[,/–—-]\s*/uy, text, at);
    const known = next > at ? media.findNameAt(text, next) : null;
    if (known && /^\s*(?:--|[—–:-])/u.test(text.slice(known.end))) {
      medium = { start: next, end: known.end, medium: known.medium };
      at = known.end;
    }
  }
  const closed = matchAt(DASH, text, at);
  const slashed = marks?.[3] !== undefined && medium !== null;
  const stopped =
    date !== null && place !== null && isCapitals(text.slice(place.start, place.end)) && text[at] === ".";
  if (!closed && !slashed && !stopped) {
    // "(AFP) The minister …": a known agency in marks needs no dash.
    if (!(medium && place === null && media.findName(text.slice(medium.start, medium.end)))) return null;
  }
  const capitals = place !== null && isCapitals(text.slice(place.start, place.end));
  const colon = closed?.[0].includes(":") ?? false;
  if (medium === null && (colon || (date === null && !capitals))) return null;
  if (medium === null && date === null && !(capitals && /[—–]|--|\s-\s/u.test(closed?.[0] ?? "")))
    return null;
  const end = skip(/[\s.]*/uy, text, closed ? at + closed[0].length : at);
  return finish(medium, place, date, end, text, offset);
}

/** "Iran PressAsia:", "Northern Herald/World:", a medium with or without its section before a colon. */
function readCredit(text: string, media: MediaTable, offset: number): Dateline | null {
  const colon = text.slice(0, 60).indexOf(":");
  if (colon < 2 || !/^\s*\S/u.test(text.slice(colon + 1))) return null;
  const known = media.findNameAt(text, 0);
  if (
    known &&
    known.end <= colon &&
    /^(?:\s*[/|–-]?\s*\p{Lu}\p{L}*){0,2}\s*$/u.test(text.slice(known.end, colon))
  ) {
    return finish(
      { start: 0, end: known.end, medium: known.medium },
      null,
      null,
      skip(/:\s*/uy, text, colon),
      text,
      offset,
    );
  }
  const name = text.slice(0, colon).trim();
  const unknown = /\s/u.test(name) ? readMedium(name, media) : null;
  if (unknown === null || media.findName(name) !== null) return null;
  return finish(
    { start: 0, end: name.length, medium: unknown },
    null,
    null,
    skip(/:\s*/uy, text, colon),
    text,
    offset,
  );
}

/** "Reuters", "Example Wire", "Jane Doe/AP": a name where the agency stands; null for "file", "1962", "PLO". */
function readNameInMarks(name: string, media: MediaTable): (Span & { medium: Medium }) | null {
  const parts = name.split(/\s*[/,–—]\s*/u);
  for (const part of [name, ...parts]) {
    const medium = media.findName(part);
    const start = name.indexOf(part);
    if (medium) return { start, end: start + part.length, medium };
  }
  if (!/^(?:The )?\p{Lu}[\p{L}\p{N}.'’-]*(?:[ -]\p{Lu}[\p{L}\p{N}.'’-]*){0,4}$/u.test(name)) return null;
  return { start: 0, end: name.length, medium: { name, kind: "agency" } };
}

function finish(
  medium: Dateline["medium"],
  place: Span | null,
  date: WrittenDate | null,
  end: number,
  text: string,
  offset: number,
): Dateline {
  const shift = <T extends Span>(span: T): T => ({
    ...span,
    start: span.start + offset,
    end: span.end + offset,
  });
  return {
    start: offset,
    end: offset + Math.min(end, text.length),
    place: place && shift(place),
    date: date && shift(date),
    medium: medium && shift(medium),
  };
}

function isCapitals(written: string): boolean {
  const [first] = written.split(",");
  return /\p{Lu}{3}/u.test(first) && !/\p{Ll}{2}/u.test(first);
}

function skip(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
