/**
 * Which readings of a name hold in an article: those of its time, and a name shared with other things
 * ("Jordan", "Georgia") only where the article speaks of that state or body, or what it is part of, otherwise too.
 */
import type { ArticleRecord } from "../core/records.js";
import type { AdmitReadings } from "./chunks.js";
import type { NameEntry } from "./name-entry.js";
import type { NameLexicon } from "./name-lexicon.js";

/** The admission for the article whose words are `forms`. */
export function makeAdmission(
  article: ArticleRecord,
  forms: readonly string[],
  lexicon: NameLexicon,
): AdmitReadings {
  const year = yearOf(article);
  const spokenOf = findSpokenOf(forms, lexicon, (e) => !e.context);
  const clear = findSpokenOf(forms, lexicon, (e, all) => all.every((other) => other.id === e.id));
  return (entries) => {
    // A date speaks for a name that nothing else bears: Sikkim in 1970.
    const isOnlyDated = year !== undefined && entries.every((e) => e.context);
    const admitted = entries.filter(
      (e) => !e.context || isOf(e, spokenOf) || (isOnlyDated && hasEnded(e) && isCurrent(e, year)),
    );
    const current = admitted.filter((e) => isCurrent(e, year));
    // A name of that time before one that has always been: in 1962 Moscow is the Soviet Union's.
    current.sort((a, b) => Number(hasEnded(b)) - Number(hasEnded(a)));
    // "unless the article speaks for another": of two that bear the name, the one that is named otherwise too.
    if (current.some((e) => e.context) && !isOf(current[0], clear))
      current.sort((a, b) => Number(isOf(b, clear)) - Number(isOf(a, clear)));
    return current.length > 0 ? current : admitted;
  };
}

/** Ids, countries and parents of what the words name beyond doubt. */
function findSpokenOf(
  forms: readonly string[],
  lexicon: NameLexicon,
  speaks: (entry: NameEntry, readings: readonly NameEntry[]) => boolean,
): Set<string> {
  const spokenOf = new Set<string>();
  for (let i = 0; i < forms.length; ) {
    const match = lexicon.match(forms, i, forms.length);
    for (const e of match?.entries ?? []) {
      if (match === undefined || !speaks(e, match.entries)) continue;
      spokenOf.add(e.id);
      if (e.country !== undefined) spokenOf.add(e.country);
      // "the ECB … the Commission": of the same union.
      if (e.parent !== undefined) spokenOf.add(e.parent);
    }
    i += match?.words ?? 1;
  }
  return spokenOf;
}

function isOf({ id, country, parent }: NameEntry, spokenOf: ReadonlySet<string>): boolean {
  return [id, country, parent].some((name) => name !== undefined && spokenOf.has(name));
}

function hasEnded(entry: NameEntry): boolean {
  return entry.to !== undefined && entry.to !== "..";
}

/** Year of publication; undefined where the article tells none. */
export function yearOf(article: ArticleRecord): number | undefined {
  const year = Number.parseInt(article.published?.edtf ?? "", 10);
  return Number.isNaN(year) ? undefined : year;
}

/** True for a name of that year; of the present where the year is not known. */
export function isCurrent(entry: NameEntry, year: number | undefined): boolean {
  if (year === undefined) return entry.to === undefined || entry.to === "..";
  const from = Number.parseInt(entry.from ?? "", 10);
  const to = Number.parseInt(entry.to ?? "", 10);
  return !(from > year) && !(to < year);
}
