/**
 * Mastheads: the name of the paper or station that stands above a report.
 *
 * In: the lines of a text. Out: the name, how many lines it takes with its edition line, and the medium. A known
 * name, or one with a word such as Courier, Radio, Press, is a masthead if a headline, an edition line or a
 * date follows; an unknown name ("EL FARO HABANERO") only if it is a short proper name directly above an edition
 * line or a date. Limit: a headline of up to four capitalised words directly above a date, with another short
 * line below, is taken for a name.
 */
import type { Span } from "../core/evidence.js";
import { isHeadline } from "./boilerplate.js";
import { readMedium, toNameCase } from "./byline.js";
import type { Line } from "./line.js";
import type { MediaTable, Medium } from "./media-table.js";
import { findWrittenDates } from "./written-date.js";

/** A masthead; `lines` counts it and the edition lines below it. */
export interface Masthead extends Span {
  readonly medium: Medium;
  readonly lines: number;
}

const EDITION =
  /\b(?:edition|bulletin|service|digest|supplement|newsletter|broadcast|transmission|programme|weekly|daily|volume|issue|founded|established|price)\b|\b(?:vol|no|est)\.?\s*\d|[№]/iu;
/** "Donaubote · English Service": the name and what it is. */
const PARTS = /^(.+?)\s*[·•|–—/:]\s*(.+)$/u;
const PARTICLES = /^(?:of|the|and|de|del|la|le|el|al|di|da|do|der|die|das|du|des|van|von|y|e|i|&)$/iu;

/** The masthead that the text opens with, or null. */
export function findMasthead(lines: readonly Line[], media: MediaTable): Masthead | null {
  const [line, next] = lines;
  if (next === undefined || line.text.length > 80 || /[.!?,;:]$/u.test(line.text)) return null;
  const parts = PARTS.exec(line.text);
  const name = parts && isEdition(parts[2]) ? parts[1] : line.text;
  if (!isProperName(name)) return null;
  const start = line.start + line.text.indexOf(name);
  const masthead = (medium: Medium): Masthead => ({
    start,
    end: start + name.length,
    medium,
    lines: countLines(lines),
  });
  const named = readMedium(toNameCase(name), media) ?? media.findName(name);
  const isUnderlined = !next.opensBlock && (isEdition(next.text) || isDated(next.text));
  if (named && (isUnderlined || isEdition(next.text) || isDated(next.text) || isHeadline(next.text)))
    return masthead(named);
  const isUnknown =
    name !== line.text || (isUnderlined && name.split(/\s+/u).length <= 4 && hasHeadlineBelow(lines, name));
  return isUnknown ? masthead({ name: toNameCase(name), kind: "outlet" }) : null;
}

/** A line that says which edition this is: short, no sentence, and no headline's verb is looked for. */
function isEdition(text: string): boolean {
  return text.length <= 60 && EDITION.test(text) && !/[.!?]$/u.test(text) && text.split(/\s+/u).length <= 8;
}

/** "Thursday, 24 October 1962", "Vienna, 24 October 1962". */
function isDated(text: string): boolean {
  const [date] = findWrittenDates(text, 1);
  return date?.hasYear === true && text.length <= 60 && date.end >= text.length - 12;
}

/** An edition line is enough below a name in capitals; a date asks for a headline further down. */
function hasHeadlineBelow(lines: readonly Line[], name: string): boolean {
  if (isEdition(lines[1].text)) return true;
  if (!/\p{Ll}/u.test(name) && lines[1].text !== "")
    return lines.slice(2, 6).some((line) => isHeadline(line.text));
  return lines.slice(2, 5).some((line) => isHeadline(line.text) && line.text.split(/\s+/u).length >= 4);
}

function isProperName(name: string): boolean {
  const words = name.split(/\s+/u);
  if (words.length > 6 || !/^\p{Lu}/u.test(name) || /[\d"“”(),]/u.test(name)) return false;
  return words.every((word) => PARTICLES.test(word) || /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word));
}

function countLines(lines: readonly Line[]): number {
  let count = 1;
  while (count < 3 && lines[count] && isEdition(lines[count].text) && !isDated(lines[count].text)) count++;
  return count;
}
