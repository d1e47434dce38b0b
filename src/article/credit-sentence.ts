/**
 * Credits inside sentences: "…, Trend reports on Oct.23", "… told Armenpress", "Follow us on Twitter
 * @ExampleHerald", "© 2021 The Example Herald", "Ana Prado is The Example Herald's correspondent".
 *
 * In: the opening paragraphs, or the boilerplate lines, of a text. Out: the agency or outlet with its place,
 * and a day where the credit names one.
 */
import type { Span } from "../core/evidence.js";
import { readMedium } from "./byline.js";
import type { Line } from "./line.js";
import type { MediaTable, Medium } from "./media-table.js";
import { readDateAt, type WrittenDate } from "./written-date.js";

/** A medium that a sentence credits. */
export interface Credit extends Span {
  readonly medium: Medium;
  readonly date: WrittenDate | null;
}

const REPORTS =
  /(?<=^|[\s"”’,(])(?<name>\p{Lu}[\p{L}\p{N}.’'-]*(?:\s\p{Lu}[\p{L}\p{N}.’'-]*){0,3}(?:\s(?:news agency|agency|newswire))?)\s(?:reports|informs)(?=\s(?:on|citing|referring|with reference|quoting|via|from)\b|\s*[.,"”]|\s+\p{Lu}\p{L}+day\b)/gu;
const TOLD = /\b(?:told|tells|interview (?:with|to)|informed)\s(?:the\s)?(?=\p{Lu})/gu;
const OWNER =
  /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3} (?:is|was) (?:(?:an? |the )?(?<owner>(?:The )?\p{Lu}[\p{L}\p{N}.-]*(?: \p{Lu}[\p{L}\p{N}.-]*){0,4})['’]s? |(?:an? |the )?[\p{L} -]{0,40}(?:journalist|reporter|correspondent|writer|editor|columnist|contributor)s?(?: [\p{Ll} ]{0,30})? (?:for|at|with|of|to) (?<employer>(?:[Tt]he )?\p{Lu}[\p{L}\p{N}.-]*(?: \p{Lu}[\p{L}\p{N}.-]*){0,4}))/u;
const RIGHTS =
  /^(?:©|\([Cc]\)|[Cc]opyright|COPYRIGHT)(?:\s*(?:©|\([Cc]\)|[Cc]opyright|by|\d{4}(?:\s*[-–]\s*\d{4})?|,))*\s*(?<name>(?:The |the )?\p{Lu}[\p{L}\p{N}.&’'-]*(?:\s(?:of|and|the|&|\p{Lu}[\p{L}\p{N}.&’'-]*)){0,5})/u;
const PUBLISHED_BY =
  /\b(?:published|appeared|posted|produced|written)\s(?:first\s|originally\s)?(?:by|in|on|at|for)\s(?<name>(?:[Tt]he\s)?\p{Lu}[\p{L}\p{N}.&’'-]*(?:\s(?:of|and|the|&|\p{Lu}[\p{L}\p{N}.&’'-]*)){0,5})/u;
const FOLLOW_NAME =
  /^(?:[Ff]ollow|FOLLOW|[Ll]ike|[Jj]oin|[Ff]ind) (?<name>(?:[Tt]he )?\p{Lu}[\p{L}\p{N}.’'-]*(?:\s(?:of\s)?\p{Lu}[\p{L}\p{N}.’'-]*){0,4})(?=\s\p{Ll}| on\b)/u;

/**
 * The agency that one of the opening paragraphs credits with the report, or null. `signers` are names that the
 * byline holds: one of them that "reports" is an agency, known or not.
 */
export function findReportingAgency(
  paragraphs: readonly Line[],
  media: MediaTable,
  signers: readonly string[] = [],
): Credit | null {
  for (const paragraph of paragraphs) {
    const text = paragraph.text.slice(0, 1500);
    for (const match of text.matchAll(REPORTS)) {
      const written = match.groups?.name ?? "";
      const known = findTrailingName(written, media);
      const signer = signers.find((name) => written.endsWith(name));
      const named =
        known ??
        (signer
          ? { medium: { name: signer, kind: "agency" as const }, at: written.length - signer.length }
          : null) ??
        (/agency|newswire/iu.test(written) ? { medium: readMedium(written, media), at: 0 } : null);
      if (named?.medium?.kind !== "agency") continue;
      const start = paragraph.start + match.index + named.at;
      const end = paragraph.start + match.index + written.length;
      const after = match.index + match[0].length;
      const on = /^\s(?:on\s)?(?:\p{L}+day,?\s)?/u.exec(text.slice(after));
      const day = on ? readDateAt(text, after + on[0].length) : null;
      const date = day && { ...day, start: day.start + paragraph.start, end: day.end + paragraph.start };
      return { start, end, medium: named.medium, date };
    }
  }
  return null;
}

/** The agency that somebody "told": weaker, since other media's reports quote it too. */
export function findToldAgency(paragraphs: readonly Line[], media: MediaTable): Credit | null {
  for (const paragraph of paragraphs) {
    const text = paragraph.text.slice(0, 1500);
    for (const match of text.matchAll(TOLD)) {
      const at = match.index + match[0].length;
      const known = media.findNameAt(text, at);
      // "told the Reuters news agency" is what another medium writes.
      if (known?.medium.kind !== "agency" || /^\s(?:news )?agency\b/u.test(text.slice(known.end))) continue;
      return {
        start: paragraph.start + at,
        end: paragraph.start + known.end,
        medium: known.medium,
        date: null,
      };
    }
  }
  return null;
}

const CLOSING =
  /(?:[.!?)”"’]\s+|\s[–—-]{1,2}\s?|[.!?”"’]\s?[–—-]{1,2}\s?|\s[(/[])(?<name>\p{Lu}[\p{L}\p{N}.&-]*(?:\s\p{Lu}[\p{L}\p{N}.&-]*){0,3}?)[)/\]]?\.?\s*$/u;

/** The known agency that signs the last line of a report: "… on Monday. —Xinhua", "… (ANSA)", "… he said. Reuters"; or null. */
export function findClosingAgency(line: Line, media: MediaTable): Credit | null {
  const match = CLOSING.exec(line.text.slice(-CLOSING_LENGTH));
  const name = match?.groups?.name.replace(/\.$/u, "");
  const medium = name === undefined ? null : media.findName(name);
  if (match === null || name === undefined || medium?.kind !== "agency") return null;
  const at = Math.max(0, line.text.length - CLOSING_LENGTH) + match.index + match[0].indexOf(name);
  return { start: line.start + at, end: line.start + at + name.length, medium, date: null };
}

/** Characters at the end of a line in which an agency may sign. */
const CLOSING_LENGTH = 60;

/** The outlet or agency that one boilerplate line names as its owner, or null. */
export function findOwner(line: Line, media: MediaTable): Credit | null {
  const { text } = line;
  const credit = (name: string, from: number, medium: Medium | null): Credit | null =>
    medium && {
      start: line.start + text.indexOf(name, from),
      end: line.start + text.indexOf(name, from) + name.length,
      medium,
      date: null,
    };
  const owner = OWNER.exec(text);
  const owning = (owner?.groups?.owner ?? owner?.groups?.employer)
    ?.replace(/\.(?:\s.*)?$/u, "")
    .replace(/^the\s+|,$/gu, "");
  if (owning) {
    // A name before "'s staff journalist" is the employer's, known or not.
    return credit(owning, owner?.index ?? 0, readMedium(owning, media) ?? { name: owning, kind: "outlet" });
  }
  if (/\b(?:us|our)\b/iu.test(text)) {
    const handle =
      /@(\w{2,30})/u.exec(text) ?? /(?:twitter|x|facebook|instagram|t)\.(?:com|me)\/(\w{2,40})/iu.exec(text);
    if (handle)
      return credit(handle[1], handle.index, media.findHandle(handle[1]) ?? readHandle(handle[1], media));
    const site = /\b(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,6})\b/u.exec(text);
    const medium = site && media.findDomain(site[1]);
    if (site && medium) return credit(site[1], site.index, medium);
  }
  const rights = RIGHTS.exec(text);
  if (rights?.groups) {
    const name = rights.groups.name
      .replace(/\s*(?:\.\s*)?(?:all rights|all|inc|ltd|llc|plc|corp)\b.*$/iu, "")
      .replace(/(?:[.,&\s]|\s(?:and|of|the))+$/u, "");
    if (name)
      return credit(name, 0, media.findName(name) ?? readMedium(name, media) ?? { name, kind: "outlet" });
  }
  for (const pattern of [FOLLOW_NAME, PUBLISHED_BY]) {
    const match = pattern.exec(text);
    const name = match?.groups?.name.replace(/[.,\s]+$/u, "");
    if (name) return credit(name, match?.index ?? 0, media.findName(name) ?? readMedium(name, media));
  }
  return null;
}

/** "@GulfWeeklyNews" → Gulf Weekly News: a site's own handle spells its name where it reads like a medium's. */
function readHandle(handle: string, media: MediaTable): Medium | null {
  const name = handle
    .replace(/_/gu, " ")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .trim();
  return media.findName(name) ?? readMedium(name, media) ?? { name: handle, kind: "outlet" };
}

/** The longest known name at the end of a run of capitalised words ("Minister Aliyev, Trend"). */
function findTrailingName(written: string, media: MediaTable): { medium: Medium; at: number } | null {
  for (let at = 0; at >= 0 && at < written.length; at = nextWord(written, at)) {
    const medium = media.findName(written.slice(at));
    if (medium) return { medium, at };
  }
  return null;
}

function nextWord(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  return space < 0 ? -1 : space + 1;
}
