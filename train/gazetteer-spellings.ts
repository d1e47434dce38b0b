/** Second spellings of names: romanisations, an Arabic name without its article, "Saint" in short and in full. */
import type { PlaceDraft } from "./gazetteer-sources.js";
import { readPlaceTable } from "./gazetteer-tables.js";

const SHORTENED = [
  ["Saint", "St"],
  ["Mount", "Mt"],
  ["Fort", "Ft"],
];
const SHORTENED_NAME = /^(Saint|St\.?|Mount|Mt\.?|Fort|Ft\.?)[ -](\p{Lu}.*)$/u;
const NAME_WITH_ARTICLE = /^(?:Al|Ad|Ar|As|At|Az|An|Ash|El)[ -](\p{Lu}.{3,})$/u;
/** Inhabitants of a town that is named without its article too. */
const LARGE = 20_000;

/** Adds to each place what its names are also written as (data/places/spellings.tsv). */
export function addSpellings(drafts: readonly PlaceDraft[]): void {
  const romanisations = readPlaceTable("spellings").map((row) => ({
    countries: row.required("countries").split(","),
    letters: row
      .required("letters")
      .split(" ")
      .map((pair) => pair.split("=")),
  }));
  for (const draft of drafts) {
    const rows = romanisations.filter((row) => row.countries.includes(draft.country));
    for (const name of [draft.name, ...draft.aliases]) {
      for (const { letters } of rows) {
        const spelt = romanise(name, letters);
        if (spelt !== name) draft.aliases.add(spelt);
      }
      const [, lead, rest] = SHORTENED_NAME.exec(name) ?? [];
      for (const other of SHORTENED.find((words) => words.includes(lead?.replace(".", ""))) ?? [])
        draft.aliases.add(`${other} ${rest}`);
      const bare = NAME_WITH_ARTICLE.exec(name)?.[1];
      if (bare !== undefined && draft.population >= LARGE) draft.aliases.add(bare);
    }
  }
}

function romanise(name: string, letters: readonly (readonly string[])[]): string {
  let spelt = name;
  for (const [from, to] of letters)
    spelt = spelt.replaceAll(from, to).replaceAll(from.toUpperCase(), to[0].toUpperCase() + to.slice(1));
  return spelt;
}
