/**
 * Who signs a report: the names of a byline told apart into people, agencies and outlets.
 *
 * In: the words after "By" (or the author field of a page). Out: names with their places. Method: the run is
 * split at commas, "and", slashes and bars; each part loses its affiliation ("in Lisbon", "for The Herald");
 * known media come from the table, unknown ones from words such as News, Times, Agency; offices ("staff
 * writer") are no names. Limits: Latin-letter naming habits; a person with one name in lower case is missed.
 */
import type { Span } from "../core/evidence.js";
import type { MediaTable, Medium } from "./media-table.js";

/** A name with its place in the string it was read from. */
export interface SignedName extends Span {
  readonly name: string;
}

/** A byline read: the three kinds of signer. */
export interface Byline {
  readonly people: readonly SignedName[];
  readonly media: readonly (Span & { readonly medium: Medium })[];
  /** True where only an office signs ("By a staff reporter"). */
  readonly anonymous: boolean;
}

const OFFICE =
  /\b(?:staff|writers?|reporters?|correspondents?|journalists?|editors?|editorial|columnists?|contributors?|analysts?|bureau|chief|desk|newsroom|team|producer|photographer|intern|freelance|special to|agencies|news services?|wire services?|wire reports?|phd|ph\.d\.?|m\.?d\.?|jr\.?|sr\.?|administrator|admin|webmaster|guest author|author|web desk)\b/iu;
const AGENCY_WORD =
  /\b(?:agency|agence|agencia|agenzia|agentur|newswire|wire|telegraph agency|press service|press association|news service|information service)\b/iu;
/** Words that make a proper name a newspaper's or a station's where they open or close it. */
const OUTLET_WORD =
  /^(?:news|newspapers?|times|herald|press|tribune|gazette|journal|daily|weekly|tv|television|radio|broadcasting|chronicle|observer|online|media|network|telegraph|courier|dispatch|magazine|bulletin|gazeta|zeitung|diario|jornal|giornale|examiner|inquirer|\p{L}+(?:news|press|times|media))$/iu;
/** Words that are surnames too: they need "The" in front ("The Northern Star"). */
const WEAK_OUTLET_WORD =
  /^(?:post|today|monitor|standard|review|globe|sun|star|mail|mirror|independent|express|sentinel|ledger|echo|argus|messenger|register|reporter|channel|advertiser|citizen|nation|leader|record|age|mercury|guardian|world|week)$/iu;
/** Headings of pages, no names. */
const GENERIC =
  /^(?:the\s+)?(?:breaking|latest|top|local|national|international|world|sports?|business|more|good|bad|fake|other)\s+(?:news|media|press|today|stories)$/iu;
const MONTH_OR_DAY =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|noon|midnight|dawn|dusk|then|now|contrast|comparison|the|this|that|these|those|all|an?|his|her|its|their|our|your|my)$/iu;
const PARTICLE =
  /^(?:de|da|do|dos|das|del|della|di|la|le|van|von|der|den|ter|bin|bint|ibn|al|el|abu|ben|af|av|y|e|i|zu|of|the|san|st)$/iu;

/** The signers in `run`; null where it does not read like a byline (a sentence that opens with "By"). */
export function parseByline(run: string, media: MediaTable): Byline | null {
  const whole = readMedium(run.trim(), media);
  if (whole !== null && !/,|\band\b|\//u.test(run.trim())) {
    const start = run.indexOf(run.trim());
    return {
      people: [],
      media: [{ start, end: start + run.trim().length, medium: whole }],
      anonymous: false,
    };
  }
  const people: SignedName[] = [];
  const found: (Span & { medium: Medium })[] = [];
  let anonymous = false;
  let at = 0;
  for (const piece of run.split(/(\s*(?:[,;&/|•·]|\s[–—-]\s|\s+and\s+|\s+with\s+)\s*)/iu)) {
    const start = at;
    at += piece.length;
    if (piece.trim() === "" || /^\s*(?:[,;&/|•·–—-]|and|with)\s*$/iu.test(piece)) continue;
    const span = trimSpan(piece, start);
    const written = run.slice(span.start, span.end);
    const medium = readMedium(written, media);
    if (medium !== null) {
      found.push({ ...span, medium });
      continue;
    }
    const affiliated = /^(.+?)\s*(?:\s(?:in|at|for|of|from|near)\s+|\()(.+?)\)?$/u.exec(written);
    const head = affiliated ? affiliated[1] : written;
    if (affiliated) {
      const place = span.start + written.indexOf(affiliated[2], head.length);
      const employer = readMedium(affiliated[2], media);
      if (employer) found.push({ start: place, end: place + affiliated[2].length, medium: employer });
    }
    const division = affiliated ? readMedium(head, media) : null;
    if (division) {
      found.push({ start: span.start, end: span.start + head.length, medium: division });
      continue;
    }
    if (OFFICE.test(head)) {
      anonymous = anonymous || people.length === 0;
      continue;
    }
    if (!isPersonName(head)) {
      // "By Jane Doe, Washington": a place or office after the name; anything else is no byline.
      if (people.length > 0 && /^\p{Lu}/u.test(head) && head.length <= 40) continue;
      return null;
    }
    if (people.length > 0 && !/\s/u.test(head) && /,\s*$/u.test(run.slice(0, start))) continue;
    people.push({ name: toNameCase(head), start: span.start, end: span.start + head.length });
  }
  if (people.length + found.length === 0 && !anonymous) return null;
  return { people, media: found, anonymous: anonymous && people.length === 0 };
}

/** The medium that `written` names: from the table, or by a word such as News or Agency in a proper name. */
export function readMedium(written: string, media: MediaTable): Medium | null {
  const name = written
    .trim()
    .replace(/['’]s?$/u, "")
    .replace(/^the\s+/u, "");
  const known = media.findName(name);
  if (known !== null) return known;
  const staffed = /^(.+?)\s+(?:staff|newsroom|(?:web |news )?desk|team|correspondents?|reporters?)$/iu.exec(
    name,
  );
  if (staffed) return media.findName(staffed[1]);
  if (GENERIC.test(name)) return null;
  const words = name.split(/\s+/u);
  if (words.length > 6 || name.length > 60 || !/^(?:the\s+)?\p{Lu}/iu.test(name)) return null;
  if (words.some((w) => /^\p{Ll}/u.test(w) && !PARTICLE.test(w) && !/^and$/u.test(w))) return null;
  if (OFFICE.test(name) && !AGENCY_WORD.test(name)) return null;
  const spaced = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  if (AGENCY_WORD.test(spaced)) return { name, kind: "agency" };
  const edges = [words[words.length - 1], words[0]];
  // "Times of Malta" is a paper, "Ana Prado of the Gazette" its reporter.
  if (words.some((word) => word === "of") && !/^the$/iu.test(words[0]) && !OUTLET_WORD.test(words[0]))
    return null;
  const weak = /^the$/iu.test(words[0]) && words.length > 1 && WEAK_OUTLET_WORD.test(edges[0]);
  if (weak || edges.some((word) => OUTLET_WORD.test(word))) return { name, kind: "outlet" };
  if (words.length === 1 && /^\p{Lu}{3,6}$/u.test(name)) return { name, kind: "agency" };
  return null;
}

/** True for two to five capitalised words, with particles and initials, or one capitalised word. */
export function isPersonName(written: string): boolean {
  const words = written.trim().split(/\s+/u);
  if (words.length > 6 || written.length > 60 || /[\d:!?"“”]/u.test(written)) return false;
  if (MONTH_OR_DAY.test(words[0])) return false;
  const proper = words.filter((w) => !PARTICLE.test(w));
  if (proper.length === 0) return false;
  return words.every(
    (w) =>
      PARTICLE.test(w) ||
      /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:d|l|o)['’]\p{Lu}[\p{L}'’-]*|al-\p{L}+|el-\p{L}+)$/u.test(w),
  );
}

/** "JANE O'NEIL" → "Jane O'Neil"; names in mixed case stay as written. */
export function toNameCase(written: string): string {
  const name = written.trim().replace(/\s+/gu, " ");
  if (!/^[^\p{Ll}]+$/u.test(name) || !/\p{Lu}{3}/u.test(name)) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s'’.-])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase());
}

function trimSpan(piece: string, offset: number): Span {
  const start = offset + piece.length - piece.trimStart().length;
  return { start, end: start + piece.trim().length };
}
