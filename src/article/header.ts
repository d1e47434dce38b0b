/**
 * The header of a report, as far as its text states it: title, byline, outlet, agency, date.
 *
 * In: a text, the media table and the patterns of boilerplate. Out: each field with the places where it is
 * written, and the lines that are boilerplate. Method: a masthead, credit lines and a headline are read from the top
 * until the first paragraph; then the dateline; then credits in the opening paragraphs; then, from the end, the
 * lines that name the owner (biographies, follow-us, copyright). What is stated near the top counts more.
 * Limits: a headline must stand before the first paragraph; one that ends in a full stop is taken for text.
 */
import type { Span } from "../core/evidence.js";
import type { ArticleKnowledge } from "./article-knowledge.js";
import { findBoilerplate, isHeadline } from "./boilerplate.js";
import type { SignedName } from "./byline.js";
import { type CreditLine, parseCreditLine } from "./credit-line.js";
import { type Credit, findOwner, findReportingAgency, findToldAgency } from "./credit-sentence.js";
import { type Dateline, findDateline } from "./dateline.js";
import { isHardWrapped, type Line, splitLines } from "./line.js";
import { findMasthead, type Masthead } from "./masthead.js";
import type { MediaTable, Medium } from "./media-table.js";
import type { WrittenDate } from "./written-date.js";

/** A medium where it is written. */
export interface PlacedMedium extends Span {
  readonly medium: Medium;
}

/** What the text says about itself. */
export interface Header {
  readonly title: Span | null;
  readonly byline: readonly SignedName[];
  readonly outlet: PlacedMedium | null;
  readonly agency: PlacedMedium | null;
  /** True where the agency is only known from "told AGENCY". */
  readonly agencyIsWeak: boolean;
  /** The date of a credit line. */
  readonly date: WrittenDate | null;
  /** True where that line only says when the report was updated. */
  readonly dateIsUpdate: boolean;
  /** The day of the dateline or of the agency's credit, often without a year. */
  readonly filed: WrittenDate | null;
  readonly dateline: Dateline | null;
  /** Whole lines; in order, none overlapping. */
  readonly boilerplate: readonly Span[];
  /** The paragraphs that are neither header nor boilerplate. */
  readonly body: readonly Line[];
}

/** How many lines a header may have, and how many paragraphs may credit the agency. */
const HEADER_LINES = 14;
const OPENING = 3;

/** Finds the header of `text`. */
export function findHeader(text: string, knowledge: ArticleKnowledge): Header {
  const { media } = knowledge;
  const lines = splitLines(text);
  const marked = new Set(findBoilerplate(lines, knowledge.boilerplate));
  const wrapped = isHardWrapped(lines);
  const credits: CreditLine[] = [];
  const ownedBy: PlacedMedium[] = [];
  let title: Span | null = null;
  const masthead = findMasthead(lines, media);
  let top = masthead?.lines ?? 0;
  for (let i = 0; i < top; i++) marked.add(i);
  for (; top < Math.min(lines.length, HEADER_LINES); top++) {
    if (marked.has(top)) continue;
    const line = lines[top];
    const credit = parseCreditLine(line.text, line.start, media);
    if (credit) {
      credits.push(credit);
      if (credit.title) title ??= credit.title;
      else marked.add(top);
      continue;
    }
    if (title === null && isTitle(lines, top, marked, wrapped) && !findDateline(line.text, media)) {
      title = { start: line.start, end: line.end };
      continue;
    }
    break;
  }
  // A standfirst may stand between the headline and the byline.
  for (let i = top + 1; title !== null && i <= top + 2 && i < lines.length; i++) {
    const credit = marked.has(i) ? null : parseCreditLine(lines[i].text, lines[i].start, media);
    if (!credit?.labelled || credit.title) continue;
    credits.push(credit);
    marked.add(i);
  }
  // A credit line may also close a report ("Ana Prado, Example Wire", "- AFP").
  for (let i = lines.length - 1; i >= Math.max(top + 1, lines.length - 6); i--) {
    if (marked.has(i)) continue;
    const credit = parseClosingCredit(lines[i], knowledge);
    if (credit === null) break;
    credits.push(credit);
    marked.add(i);
  }
  for (const i of marked) {
    if (i < top) continue;
    const owner = findOwner(lines[i], media) ?? findCreditedMedium(lines[i], knowledge);
    if (owner) ownedBy.push(owner);
  }
  const titleLine = title;
  const body = lines.filter(
    (line, i) => !marked.has(i) && !(titleLine && line.start <= titleLine.start && titleLine.end <= line.end),
  );
  const opening = body.slice(0, OPENING);
  let dateline: Dateline | null = null;
  for (const line of opening) dateline ??= findDateline(line.text, media, line.start);
  const signed = credits.flatMap((c) => c.media);
  const reporting = findReportingAgency(
    opening,
    media,
    signed.map((m) => m.medium.name),
  );
  const placed: PlacedMedium[] = [
    ...(masthead ? [masthead] : []),
    ...signed.map((m) =>
      isAgencyHere(m.medium, masthead, reporting, media)
        ? { ...m, medium: { ...m.medium, kind: "agency" as const } }
        : m,
    ),
    ...(dateline?.medium ? [dateline.medium] : []),
    ...(reporting ? [reporting] : []),
    ...ownedBy,
  ];
  const agency = placed.find((m) => m.medium.kind === "agency") ?? null;
  const outlet = placed.find((m) => m.medium.kind === "outlet") ?? null;
  const told = agency ? null : findToldAgency(opening, media);
  const dated = credits.find((c) => c.date && !c.dateIsUpdate) ?? credits.find((c) => c.date);
  return {
    title,
    byline: dropRepeats(credits.flatMap((c) => c.people)),
    outlet: outlet && { start: outlet.start, end: outlet.end, medium: outlet.medium },
    agency: agency ?? told,
    agencyIsWeak: agency === null,
    date: dated?.date ?? null,
    dateIsUpdate: dated?.dateIsUpdate ?? false,
    filed: dateline?.date ?? reporting?.date ?? null,
    dateline,
    boilerplate: lines.filter((_, i) => marked.has(i)).map(({ start, end }) => ({ start, end })),
    body,
  };
}

/** An unknown name that signs is an agency if it "reports", or if another name is the paper's. */
function isAgencyHere(
  medium: Medium,
  masthead: Masthead | null,
  reporting: Credit | null,
  media: MediaTable,
): boolean {
  if (media.findName(medium.name) !== null) return false;
  return (
    reporting?.medium.name === medium.name || (masthead !== null && masthead.medium.name !== medium.name)
  );
}

/** A headline: short, no sentence, and a paragraph follows it. */
function isTitle(lines: readonly Line[], at: number, marked: ReadonlySet<number>, wrapped: boolean): boolean {
  const { text } = lines[at];
  if (!isHeadline(text) || text.length < 8 || !/\p{L}.*\s.*\p{L}/u.test(text)) return false;
  const next = lines[at + 1];
  if (next === undefined) return false;
  if (!next.opensBlock && (wrapped || /^\p{Ll}/u.test(next.text))) return false;
  for (let i = at + 1; i < Math.min(lines.length, at + 8); i++) {
    if (marked.has(i)) continue;
    if (/[.!?]["”’')\]]*$/u.test(lines[i].text) || lines[i].text.length > 180) return true;
  }
  return wrapped;
}

/** "- AFP", "(Reuters)", "Ana Prado, Example Wire" as a line of its own near the end. */
function parseClosingCredit(line: Line, knowledge: ArticleKnowledge): CreditLine | null {
  if (line.text.length > 80 || /[.!?]$/u.test(line.text)) return null;
  return parseCreditLine(line.text, line.start, knowledge.media);
}

/** "Source: Example Wire" among the boilerplate. */
function findCreditedMedium(line: Line, knowledge: ArticleKnowledge): PlacedMedium | null {
  const credit = parseCreditLine(line.text, line.start, knowledge.media);
  return credit?.media[0] ?? null;
}

function dropRepeats(people: readonly SignedName[]): SignedName[] {
  return people.filter((p, i) => people.findIndex((q) => q.name === p.name) === i);
}
