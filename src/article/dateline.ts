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
const LONGEST_HEADLINE = 200;
const HEADLINE_STOP = /[.?!]["”’']?\s(?=\p{Lu}{3})/u;
const PLACE =
  /(?:\p{Lu}[\p{L}\p{M}.'’-]*|of|de|del|al|el|the|and)(?:[ /-](?:\p{Lu}[\p{L}\p{M}.'’-]*|of|de|del|al|el|the|and))*(?:,\s(?:\p{Lu}[\p{L}\p{M}.'’-]*)(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){0,2})?/uy;
const MONTH_AHEAD = /[,.]?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?\s*\d/iu;
const DASH = /\s*(?:--+|[—–]|-(?=\s|\p{Lu}|$)|:)\s*/uy;
const NAME_IN_MARKS = /\s*[.,]?\s*(?:\(([^()]{2,60})\)|\[([^[\]]{2,60})\]|\/([^/]{2,60})\/)[.,]?/uy;

/** The dateline that `paragraph` opens with, or null. Offsets are shifted by `offset`. */
export function findDateline(paragraph: string, media: MediaTable, offset = 0): Dateline | null {
  const text = paragraph.slice(0, 200);
  // A short line with a colon is a headline that quotes a paper ("Northern Herald: Pier is safe").
  const isParagraph = paragraph.length >= SHORTEST_PARAGRAPH;
  return readDateline(text, media, offset) ?? (isParagraph ? readCredit(text, media, offset) : null);
}

/**
 * The dateline behind a headline that stands in one line with the text ("Bridge opens. OSLO - The bridge …"), or null.
 * Only a place in capitals counts there.
 */
export function findDatelineBehindHeadline(
  paragraph: string,
  media: MediaTable,
  offset = 0,
): Dateline | null {
  const stop = HEADLINE_STOP.exec(paragraph.slice(0, LONGEST_HEADLINE));
  if (stop === null) return null;
  const start = stop.index + stop[0].length;
  const found = readDateline(paragraph.slice(start, start + 200), media, offset + start);
  if (found?.place == null) return null;
  const { place } = found;
  return isCapitals(paragraph.slice(place.start - offset, place.end - offset)) ? found : null;
}

function readDateline(text: string, media: MediaTable, offset: number): Dateline | null {
  const lead = readLead(text, media);
  const place = lead ? null : readPlace(text, media);
  const opened = lead?.end ?? place?.end ?? 0;
  const day = readDay(text, opened);
  const date = day && (opened > 0 || day.start === 0) ? day : null;
  const name = lead ?? readName(text, date?.end ?? opened, date !== null, media);
  if (name === "no name" && (place === null || date === null)) return null;
  const medium = name === "no name" ? null : name;
  const at = lead ? (date?.end ?? lead.end) : (medium?.after ?? date?.end ?? opened);

  const closing = matchAt(DASH, text, at)?.[0] ?? "";
  const isCapital = place !== null && isCapitals(text.slice(place.start, place.end));
  const isStopped = text[at] === "." && date !== null && (medium !== null || isCapital);
  if (medium) {
    // "/TASS/" needs no dash, nor does a known agency that opens a paragraph in brackets.
    const isKnown = media.findName(text.slice(medium.start, medium.end)) !== null;
    if (closing === "" && !isStopped && !medium.isSlashed && !(isKnown && opened === 0)) return null;
  } else if (date) {
    if (!isStopped && !(closing.includes(":") ? isCapital : closing)) return null;
  } else if (!isCapital || !/[—–]|--|\s-\s/u.test(closing)) {
    return null;
  }
  const end = skip(/[\s.]*/uy, text, at + closing.length);
  return finish(medium, place, date, end, text, offset);
}

interface PlacedName extends Span {
  readonly medium: Medium;
  /** Where the text goes on after the name and its brackets. */
  readonly after: number;
  readonly isSlashed: boolean;
}

/** "TASS, October 23.": TASS style may lead with the agency. */
function readLead(text: string, media: MediaTable): PlacedName | null {
  const lead = media.findNameAt(text, 0);
  if (lead === null || !/^,\s/u.test(text.slice(lead.end)) || readDay(text, lead.end) === null) return null;
  return { start: 0, end: lead.end, medium: lead.medium, after: lead.end, isSlashed: false };
}

/** "NEW YORK", "BEDFORD, N.H.", "Kyiv": up to a month or an agency. */
function readPlace(text: string, media: MediaTable): Span | null {
  const opening = matchAt(PLACE, text, 0);
  if (opening === null) return null;
  let end = opening[0].length;
  const month = MONTH_AHEAD.exec(text);
  if (month && month.index > 0 && month.index < end) end = month.index;
  const comma = opening[0].indexOf(", ");
  if (comma > 0 && media.findNameAt(text, comma + 2)) end = comma;
  const bare = text.slice(0, end).replace(/(?<=\p{L}{4})\.$/u, "");
  return { start: 0, end: bare.length };
}

/** ", Tuesday, Oct. 24", ". 24 October". */
function readDay(text: string, at: number): WrittenDate | null {
  return readDateAt(text, skip(/\s*[,.]?\s*(?:\p{L}+day,?\s+)?/uy, text, at));
}

/** The agency: in brackets or slashes, or, if known, after a comma or a stop; `no name` for other brackets. */
function readName(
  text: string,
  at: number,
  isDated: boolean,
  media: MediaTable,
): PlacedName | "no name" | null {
  const marks = matchAt(NAME_IN_MARKS, text, at);
  if (marks) {
    const name = (marks[1] ?? marks[2] ?? marks[3]).trim();
    const start = at + marks[0].indexOf(name);
    const inner = readNameInMarks(name, media);
    if (inner === null) return "no name";
    const after = at + marks[0].length;
    return {
      start: start + inner.start,
      end: start + inner.end,
      medium: inner.medium,
      after,
      isSlashed: marks[3] !== undefined,
    };
  }
  const next = skip(/\s*[,./–—-]\s*/uy, text, at);
  const known = next > at ? media.findNameAt(text, next) : null;
  if (known === null || !/^\s*(?:--|[—–:-])/u.test(text.slice(known.end, known.end + 4))) {
    if (known === null || !isDated || !/^\.\s/u.test(text.slice(known.end))) return null;
  }
  return { start: next, end: known.end, medium: known.medium, after: known.end, isSlashed: false };
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
  // North American stations sign with their call signs.
  const kind = /^[WKC][A-Z]{3}(?:-TV)?$/u.test(name) ? "outlet" : "agency";
  return { start: 0, end: name.length, medium: { name, kind } };
}

function finish(
  named: Dateline["medium"],
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
    medium: named && shift({ start: named.start, end: named.end, medium: named.medium }),
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
