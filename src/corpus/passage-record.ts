/**
 * The record of one passage: where it stands, who had it first, which words differ.
 *
 * In: a group of shared stretches that is reuse, and the texts. Out: a passage.
 */
import { makeId } from "../core/identity.js";
import type { Occurrence, PassageDifference, PassageRecord } from "../core/records.js";
import { comparePublished, type ReuseArticle } from "./reuse-article.js";
import { classifyGroup } from "./reuse-kind.js";
import { prepareText, type ReuseText } from "./reuse-text.js";
import type { Place, StretchGroup } from "./stretch-groups.js";
import { diffWords, type WordRange } from "./word-alignment.js";

/** The rule of a quotation that articles share without copying each other. */
export const SHARED_QUOTATION = "shared quotation";

/** The passage of `group`, its occurrences by date. `articleOf` knows all its articles. */
export function makePassage(group: StretchGroup, articleOf: (id: string) => ReuseArticle): PassageRecord {
  const places = [...group.places].sort(
    (x, y) => comparePublished(articleOf(x.article), articleOf(y.article)) || x.start - y.start,
  );
  const occurrences = places.map((place) => toOccurrence(place, articleOf(place.article).text));
  const differences = findDifferences(occurrences);
  const edited = differences.length > 0;
  return {
    kind: "passage",
    id: makeId("pas", ...places.flatMap((p) => [p.article, p.start, p.end])),
    identical: !edited,
    occurrences,
    first: findFirst([...new Set(places.map((p) => p.article))].map(articleOf)),
    differences,
    rule: classifyGroup(group) === "quotation" ? SHARED_QUOTATION : edited ? "edited copy" : "same words",
  };
}

/**
 * The article that had it first, of `articles` in order: the earliest date; of one day, the agency that the others
 * credit. Null where that leaves more than one, or no date is known.
 */
export function findFirst(articles: readonly ReuseArticle[]): string | null {
  const earliest = articles[0].published;
  if (earliest === null) return null;
  // "2021-03" and "2021-03-05" may be the same day.
  const tied = articles.filter(
    (a) => a.published !== null && (a.published.startsWith(earliest) || earliest.startsWith(a.published)),
  );
  if (tied.length === 1) return tied[0].id;
  const credited = tied.filter((a) =>
    tied.some((other) => other !== a && a.outlet !== null && isSameName(other.agency, a.outlet)),
  );
  if (credited.length === 1) return credited[0].id;
  const own = tied.filter((a) => a.agency === null);
  const others = tied.filter((a) => a.agency !== null);
  // Whoever credits an agency has it from there; the one that credits none wrote it.
  return own.length === 1 &&
    others.length === tied.length - 1 &&
    others.every((a) => isSameName(a.agency, own[0].outlet))
    ? own[0].id
    : null;
}

function isSameName(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
}

function toOccurrence(place: Place, text: string): Occurrence {
  const { article, start, end } = place;
  return { article, start, end, text: text.slice(start, end) };
}

/** What each later occurrence has in place of the first one's words. */
function findDifferences(occurrences: readonly Occurrence[]): PassageDifference[] {
  const [first, ...others] = occurrences;
  const base = prepareOccurrence(first);
  return others.flatMap((occurrence) => {
    if (occurrence.text === first.text) return [];
    const text = prepareOccurrence(occurrence);
    const hunks = diffWords(base, { from: 0, to: base.length }, text, { from: 0, to: text.length });
    return hunks.map(({ a, b }) => ({
      article: occurrence.article,
      from: sliceWords(base, a),
      to: sliceWords(text, b),
    }));
  });
}

/** The words of an occurrence by itself: its article need not be prepared again. */
function prepareOccurrence({ article, text }: Occurrence): ReuseText {
  return prepareText({ id: article, text, boilerplate: [] });
}

function sliceWords(text: ReuseText, range: WordRange): string {
  return range.to > range.from ? text.text.slice(text.start[range.from], text.end[range.to - 1]) : "";
}
