/**
 * Which readings of a name hold in an article: those of its time, and a name shared with other things
 * ("Jordan", "Georgia") only where the article speaks of that state or body otherwise too.
 */
import type { ArticleRecord } from "../core/records.js";
import type { AdmitReadings } from "./chunks.js";
import type { NameEntry, NameLexicon } from "./name-lexicon.js";

/** The admission for the article whose words are `forms`. */
export function makeAdmission(
  article: ArticleRecord,
  forms: readonly string[],
  lexicon: NameLexicon,
): AdmitReadings {
  const year = yearOf(article);
  const spokenOf = findSpokenOf(forms, lexicon);
  return (entries) => {
    const admitted = entries.filter(
      (e) => !e.context || spokenOf.has(e.id) || (e.country !== undefined && spokenOf.has(e.country)),
    );
    const current = admitted.filter((e) => isCurrent(e, year));
    // A name of that time before one that has always been: in 1962 Moscow is the Soviet Union's.
    current.sort((a, b) => Number(hasEnded(b)) - Number(hasEnded(a)));
    return current.length > 0 ? current : admitted;
  };
}

/** Ids and countries that the words name beyond doubt. */
function findSpokenOf(forms: readonly string[], lexicon: NameLexicon): Set<string> {
  const spokenOf = new Set<string>();
  for (let i = 0; i < forms.length; ) {
    const match = lexicon.match(forms, i, forms.length);
    for (const e of match?.entries ?? []) {
      if (e.context) continue;
      spokenOf.add(e.id);
      if (e.country !== undefined) spokenOf.add(e.country);
    }
    i += match?.words ?? 1;
  }
  return spokenOf;
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
