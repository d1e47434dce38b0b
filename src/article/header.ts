/**
 * The header of a report, as far as its text states it: title, byline, outlet, agency, date.
 *
 * In: a text, the media table and the patterns of boilerplate. Out: each field with the places where it is
 * written, and the lines that are boilerplate. Method: a masthead, credit lines and a headline are read from the top
 * until the first paragraph; then the dateline; then credits in the opening paragraphs; then, from the end, the
 * lines that name the owner (biographies, follow-us, copyright). What is stated near the top counts more.
 * Limits: a headline must stand before the first paragraph; one that ends in a full stop is taken for text.
 */
import { type Span, spanContains } from "../core/evidence.js";
import type { ArticleKnowledge } from "./article-knowledge.js";
import { findBoilerplate, isHeadline } from "./boilerplate.js";
import type { SignedName } from "./byline.js";
import { type CreditLine, parseCreditLine } from "./credit-line.js";
import {
  type Credit,
  findClosingAgency,
  findOwner,
  findReportingAgency,
  findToldAgency,
} from "./credit-sentence.js";
import { type Dateline, findDateline, findDatelineBehindHeadline } from "./dateline.js";
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

/** How many lines a header and a closing may have, and how many paragraphs may credit the agency. */
const HEADER_LINES = 14;
const CLOSING_LINES = 6;
const OPENING = 3;

/** Finds the header of `text`. */
export function findHeader(text: string, knowledge: ArticleKnowledge): Header {
  const { media } = knowledge;
  const lines = splitLines(text);
  const { title, masthead, credits, owners, marked } = readEnds(lines, knowledge);
  const body = lines.filter((line, i) => !marked.has(i) && !(title && spanContains(line, title)));
  const opening = body.slice(0, OPENING);
  const find = (read: typeof findDateline) =>
    opening.map((line) => read(line.text, media, line.start)).find((d) => d !== null) ?? null;
  const dateline = find(findDateline) ?? find(findDatelineBehindHeadline);
  const signed = credits.flatMap((credit) => credit.media);
  const names = signed.map((found) => found.medium.name);
  const reporting = findReportingAgency(opening, media, names);
  const closing = [...body.slice(-1), ...lines.slice(-1)]
    .map((line) => findClosingAgency(line, media))
    .filter((credit) => credit !== null);
  const placed = [
    ...(masthead ? [masthead] : []),
    ...signed.map((found) => asAgencyWhereItIs(found, masthead, reporting, media)),
    ...(dateline?.medium ? [dateline.medium] : []),
    ...(reporting ? [reporting] : []),
    ...closing,
    ...owners,
  ].map(({ start, end, medium }): PlacedMedium => ({ start, end, medium }));
  const agency = placed.find((found) => found.medium.kind === "agency") ?? null;
  const dated = credits.find((c) => c.date && !c.dateIsUpdate) ?? credits.find((c) => c.date);
  return {
    title,
    byline: dropRepeats(credits.flatMap((credit) => credit.people)),
    outlet: placed.find((found) => found.medium.kind === "outlet") ?? null,
    agency: agency ?? findToldAgency(body.slice(0, 1), media),
    agencyIsWeak: agency === null,
    date: dated?.date ?? null,
    dateIsUpdate: dated?.dateIsUpdate ?? false,
    filed: dateline?.date ?? reporting?.date ?? null,
    dateline,
    boilerplate: lines.filter((_, i) => marked.has(i)).map(({ start, end }) => ({ start, end })),
    body,
  };
}

/** What the lines above and below the report say. */
interface Ends {
  readonly title: Span | null;
  readonly masthead: Masthead | null;
  readonly credits: readonly CreditLine[];
  /** Media that the lines at the end name as owners. */
  readonly owners: readonly PlacedMedium[];
  /** Indices of the lines that are not the report. */
  readonly marked: ReadonlySet<number>;
}

function readEnds(lines: readonly Line[], knowledge: ArticleKnowledge): Ends {
  const { media } = knowledge;
  const marked = new Set(findBoilerplate(lines, knowledge.boilerplate));
  const wrapped = isHardWrapped(lines);
  const credits: CreditLine[] = [];
  const take = (i: number, credit: CreditLine) => {
    credits.push(credit);
    if (!credit.title) marked.add(i);
  };
  const readCredit = (i: number) =>
    marked.has(i) ? null : parseCreditLine(lines[i].text, lines[i].start, media);

  const masthead = findMasthead(lines, media);
  let top = masthead?.lines ?? 0;
  for (let i = 0; i < top; i++) marked.add(i);
  let title: Span | null = null;
  for (; top < Math.min(lines.length, HEADER_LINES); top++) {
    if (marked.has(top)) continue;
    const credit = readCredit(top);
    if (credit) {
      title ??= credit.title;
      take(top, credit);
    } else if (
      title === null &&
      isTitle(lines, top, marked, wrapped) &&
      !findDateline(lines[top].text, media)
    ) {
      title = { start: lines[top].start, end: lines[top].end };
    } else {
      break;
    }
  }
  // A standfirst may stand between the headline and the byline.
  for (let i = top + 1; title !== null && i <= top + 2 && i < lines.length; i++) {
    const credit = readCredit(i);
    if (credit?.labelled && !credit.title) take(i, credit);
  }
  // A credit line may also close a report ("Ana Prado, Example Wire", "- AFP").
  for (let i = lines.length - 1; i >= Math.max(top + 1, lines.length - CLOSING_LINES); i--) {
    if (marked.has(i)) continue;
    const isShort = lines[i].text.length <= 80 && !/[.!?]$/u.test(lines[i].text);
    const credit = isShort ? readCredit(i) : null;
    if (credit === null || credit.title) break;
    take(i, credit);
  }
  const owners = [...marked]
    .filter((i) => i >= top)
    .map((i) => findOwner(lines[i], media) ?? parseCreditLine(lines[i].text, lines[i].start, media)?.media[0])
    .filter((owner) => owner !== undefined);
  return { title, masthead, credits, owners, marked };
}

/** An unknown name that signs is an agency if it "reports", or if another name is the paper's. */
function asAgencyWhereItIs(
  found: PlacedMedium,
  masthead: Masthead | null,
  reporting: Credit | null,
  media: MediaTable,
): PlacedMedium {
  const { name } = found.medium;
  if (media.findName(name) !== null) return found;
  const isAgency = reporting?.medium.name === name || (masthead !== null && masthead.medium.name !== name);
  return isAgency ? { ...found, medium: { ...found.medium, kind: "agency" } } : found;
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

function dropRepeats(people: readonly SignedName[]): SignedName[] {
  return people.filter((p, i) => people.findIndex((q) => q.name === p.name) === i);
}
