/**
 * Credit lines: lines near the top or the end that say who wrote a report, for whom and when, and nothing else.
 *
 * In: one line, such as "date 1962-10-24 By Ana Prado", "By ANA PRADO, Staff Writer | Oct. 24, 1962 10:22 GMT",
 * "Published: 24 October 1962", "Source: Example Wire", "Ana Prado, Example Wire". Out: what each part says,
 * with places. Method: the line is consumed part by part; one part that is none of these and it is no credit
 * line, so sentences that open with "By" or a date stay text.
 */
import type { Span } from "../core/evidence.js";
import { type Byline, isPersonName, parseByline, readMedium, type SignedName } from "./byline.js";
import type { MediaTable, Medium } from "./media-table.js";
import { readDateAt, type WrittenDate } from "./written-date.js";

/** What a credit line says; offsets are those of the article's text. */
export interface CreditLine {
  /** When the report was published; `updated` dates only where no other is written. */
  readonly date: WrittenDate | null;
  readonly dateIsUpdate: boolean;
  readonly people: readonly SignedName[];
  readonly media: readonly (Span & { readonly medium: Medium })[];
  /** Set for "Title: …" and "Headline: …". */
  readonly title: Span | null;
  /** True for a line that only a header holds ("Published: …", "By …"), false for a bare date or name. */
  readonly labelled: boolean;
}

const DATE_LABEL =
  /(?:(?:first |originally )?(?:published|posted|issued|filed|released|created|added)|(?:last )?(?:updated|modified|edited)|dateline|date[d]?|pub(?:lication)? date|this (?:story|article|report) is from|on)\b\s*(?:on\b|at\b|date\b)?\s*[:|-]?\s*/iuy;
const WEEKDAY = /(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b[.,]?\s*/iuy;
const TIME =
  /(?:at\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?\s*(?:\(?(?:Z|UTC|GMT|[A-Z]{2,4}T)?(?:\s?[+-]\d{1,2}(?::?\d{2})?)?\b\)?)?(?:\s*(?:local time|hours|hrs))?|T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/iuy;
const BY =
  /(?:(?:written|reported|story|text|words|report|reporting|posted|published|article|compiled|prepared)\s+by\b|by(?:line)?\b|authors?\b|reporters?\b(?=\s*:))\s*:?\s*/iuy;
/** "From our London correspondent Ana Prado", "Special to the Northern Herald". */
const FROM =
  /(?:from\s+(?:our|the|an?)\s+(?:[\p{L}-]+\s+){0,4}(?:correspondents?|reporters?|staff|bureau)\b(?:\s+in\s+\p{Lu}\p{L}+)?,?|special\s+to|(?:(?:our|staff|special|web|news|monitoring|own)\s+){1,3}(?:correspondents?|reporters?|writers?|report|desk)\s*$|(?:news\s+)?agencies\s*$)\s*:?\s*/iuy;
/** "Vienna, " directly before a date. */
const PLACE =
  /\p{Lu}[\p{L}\p{M}.'’-]*(?:[ -]\p{Lu}[\p{L}\p{M}.'’-]*){0,3}(?:,\s\p{Lu}[\p{L}\p{M}.'’-]*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){0,2})?,\s+/uy;
const SOURCE_LABEL = /(?:source|via|outlet|publisher|publication|newspaper|agency|site)\s*:\s*/iuy;
const TITLE_LABEL = /(?:title|headline|subject)\s*:\s*/iuy;
const IGNORED =
  /(?:\d{1,3}\s*(?:min(?:ute)?s?(?:\s+read)?|comments?|views?|shares?)|(?:url|link|section|category|language|lang|location|place|topics?|tags?|keywords?|reading time|id)\s*:\s*.{0,160}$|(?:news|world|politics|international|national|regional|business|home)(?=\s*(?:[|•·»>]|$)))\s*/iuy;
/** ", Staff Writer" and what may follow it. */
const OFFICE_AT_END =
  /,.*\b(?:writer|reporter|correspondent|editor|journalist|columnist|bureau|staff|contributor)(?:\s(?:for|in|at|of)\s.{1,40})?$/iu;
const SPACE = /[\s,|@–-]+/uy;
const SEPARATOR = /[\s|·•‧,;/–—»>()[\]-]+/uy;

/** The line as a credit line, or null if it says anything else. `offset` is where it starts in the text. */
export function parseCreditLine(line: string, offset: number, media: MediaTable): CreditLine | null {
  if (line.length > 240) return null;
  const title = matchAt(TITLE_LABEL, line, 0);
  if (title && title[0].length < line.length) {
    const span = { start: offset + title[0].length, end: offset + line.length };
    return { date: null, dateIsUpdate: false, people: [], media: [], title: span, labelled: true };
  }
  const reader = new CreditReader(line, media);
  return reader.read() ? reader.finish(offset) : null;
}

/** Consumes a line part by part. */
class CreditReader {
  private at = 0;
  private date: WrittenDate | null = null;
  private dateIsUpdate = false;
  private labelled = false;
  private said = false;
  private isFrom = false;
  private readonly people: SignedName[] = [];
  private readonly found: (Span & { medium: Medium })[] = [];

  constructor(
    private readonly line: string,
    private readonly media: MediaTable,
  ) {}

  /** True if all of the line is credits. */
  read(): boolean {
    for (;;) {
      this.skip(SEPARATOR);
      if (this.at >= this.line.length) break;
      const isRead =
        this.readDate() ||
        this.skip(TIME) ||
        this.readSigned() ||
        this.readFrom() ||
        this.skip(IGNORED) ||
        this.readNames();
      if (!isRead) return false;
    }
    // "Saturday 20 November" alone may be any day: without a label or a name it is no date of publication.
    const vague = this.date !== null && !this.date.hasYear && !this.labelled;
    return this.said && !(vague && this.people.length + this.found.length === 0);
  }

  finish(offset: number): CreditLine {
    const shift = <T extends Span>(span: T): T => ({
      ...span,
      start: span.start + offset,
      end: span.end + offset,
    });
    return {
      date: this.date && shift(this.date),
      dateIsUpdate: this.dateIsUpdate,
      people: this.people.map(shift),
      media: this.found.map(shift),
      title: null,
      labelled: this.labelled,
    };
  }

  /** "Published: Wednesday, 24 October 1962 at 10:22 GMT", with or without each of these parts. */
  private readDate(): boolean {
    const label = matchAt(DATE_LABEL, this.line, this.at);
    let at = this.at + (label?.[0].length ?? 0);
    // "Published 4:00 am CST, Wednesday, November 20": the time and the weekday come in any order.
    for (let part = 0; part < 3; part++) {
      const before =
        matchAt(WEEKDAY, this.line, at) ?? (label || part > 0 ? matchAt(TIME, this.line, at) : null);
      if (before === null || readDateAt(this.line, at)) break;
      at += before[0].length;
      at += matchAt(SPACE, this.line, at)?.[0].length ?? 0;
    }
    const day = readDateAt(this.line, at);
    if (day === null) return false;
    const isUpdate = /^(?:last )?(?:updated|modified|edited)/iu.test(label?.[0] ?? "");
    if (this.date === null || (this.dateIsUpdate && !isUpdate)) {
      this.date = day;
      this.dateIsUpdate = isUpdate;
    }
    this.labelled ||= label !== null;
    this.said = true;
    this.at = day.end;
    const time = day.end + (matchAt(SPACE, this.line, day.end)?.[0].length ?? 0);
    const clock = matchAt(TIME, this.line, time);
    if (clock) this.at = time + clock[0].length;
    return true;
  }

  /** "From our London correspondent Ana Prado": the office alone is a credit too. */
  private readFrom(): boolean {
    if (!this.skip(FROM)) return false;
    this.said = true;
    this.labelled = true;
    this.isFrom = true;
    return true;
  }

  /** "By Ana Prado", "Source: Example Wire". */
  private readSigned(): boolean {
    const by = matchAt(BY, this.line, this.at);
    const label = by ?? matchAt(SOURCE_LABEL, this.line, this.at);
    if (label === null || this.at + label[0].length >= this.line.length) return false;
    const from = this.at + label[0].length;
    const to = findRunEnd(this.line, from);
    const run = this.line.slice(from, to).trimEnd();
    if (/[.!?]$/u.test(run) && !/\b(?:\p{Lu}|Jr|Sr|St|Inc|Co)\.$/u.test(run)) return false;
    const byline = parseByline(run, this.media);
    if (byline === null || (by === null && byline.media.length === 0)) return false;
    this.take(byline, from, to);
    this.labelled = true;
    return true;
  }

  /** "Ana Prado, Example Wire", "Reuters": names alone count beside something that says what they are. */
  private readNames(): boolean {
    const to = findRunEnd(this.line, this.at);
    const run = this.line.slice(this.at, to).trimEnd();
    const isBracketed = /^[([].*[)\]]$/u.test(this.line);
    const name = isBracketed ? run.replace(/[)\]]$/u, "") : run;
    const medium = readMedium(name, this.media);
    const isKnown = this.media.findName(name) !== null;
    if (medium && (isKnown || isBracketed || this.labelled || this.date !== null)) {
      // A name in brackets stands where agencies are credited.
      const kind = isBracketed && !isKnown ? "agency" : medium.kind;
      const found = { start: 0, end: name.length, medium: { ...medium, kind } };
      this.take({ people: [], media: [found], anonymous: false }, this.at, to);
      return true;
    }
    // "Vienna, 24 October 1962": a comma before the date makes it a place, a dash or bar a name.
    const place = this.at === 0 ? matchAt(PLACE, this.line, 0) : null;
    if (place) {
      const weekday = matchAt(WEEKDAY, this.line, place[0].length)?.[0].length ?? 0;
      const day = readDateAt(this.line, place[0].length + weekday);
      if (day?.hasYear || day?.end === this.line.length) {
        this.at = place[0].length;
        this.labelled = true;
        return true;
      }
    }
    if (!isPersonName(run.split(/,|\sand\s/u)[0]) || !/\s/u.test(run)) return false;
    const byline = parseByline(run, this.media);
    if (byline === null) return false;
    if (byline.people.length === 0 && byline.media.some((m) => this.media.findName(m.medium.name) !== null)) {
      this.take(byline, this.at, to);
      return true;
    }
    const hasOffice = OFFICE_AT_END.test(run);
    const hasMedium = byline.media.length > 0 && byline.people.length > 0;
    const isDated = this.date !== null || parseCreditLine(this.line.slice(to), 0, this.media)?.date?.hasYear;
    if (!hasOffice && !hasMedium && !isDated && !this.isFrom) return false;
    this.labelled ||= hasOffice;
    this.take(byline, this.at, to);
    return true;
  }

  private take(byline: Byline, from: number, to: number): void {
    this.people.push(...byline.people.map((p) => ({ ...p, start: p.start + from, end: p.end + from })));
    this.found.push(...byline.media.map((m) => ({ ...m, start: m.start + from, end: m.end + from })));
    this.said = true;
    this.at = to;
  }

  private skip(pattern: RegExp): boolean {
    const match = matchAt(pattern, this.line, this.at);
    if (match) this.at += match[0].length;
    return match !== null;
  }
}

/** A run of names ends at a bar, a dash between spaces, a date, or the label of one. */
function findRunEnd(line: string, from: number): number {
  let end = line.length;
  const stop = /\s[|•·–—-]\s|\s(?:published|posted|updated|last updated|on)\b\s*:?\s|\t|\s{3,}/iu.exec(
    line.slice(from),
  );
  if (stop) end = from + stop.index;
  for (let i = from; i < end; i++) {
    const boundary = i === from || !/[\p{L}\p{N}]/u.test(line[i - 1]);
    if (!boundary || !/[\dA-Z]/u.test(line[i])) continue;
    const afterDay = i + (matchAt(WEEKDAY, line, i)?.[0].length ?? 0);
    if (readDateAt(line, afterDay) || matchAt(TIME, line, i)) return i;
  }
  return end;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && match[0].length > 0 ? match : null;
}
