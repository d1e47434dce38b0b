import { readFileSync } from "node:fs";
import { makeArticle } from "../../src/article/make-article.js";
import type { QuantityRecord } from "../../src/core/records.js";
import { findActors } from "../../src/mentions/actors.js";
import { findDates } from "../../src/mentions/dates.js";
import { findQuantities } from "../../src/records/quantities.js";
import { parseQuantityTables } from "../../src/records/quantity-table.js";
import { loadResources } from "../../src/resources.js";

const { analyse, names, holidays } = await loadResources({ withoutAttribution: true });

export function readTable(name: string): { text: string; origin: string } {
  const origin = `data/quantities/${name}`;
  return { text: readFileSync(new URL(`../../${origin}`, import.meta.url), "utf8"), origin };
}

export const tables = parseQuantityTables({
  units: readTable("units.tsv"),
  nouns: readTable("nouns.tsv"),
  measures: readTable("measures.tsv"),
});

/** The figures of `text` as an article of 5 May 2020. */
export function readQuantities(text: string): QuantityRecord[] {
  const { article } = makeArticle({ origin: "case", text, metadata: { published: "2020-05-05" } });
  const doc = analyse(article.text);
  const dates = findDates(doc, article, holidays);
  const actors = findActors(doc, article, names);
  return findQuantities({ article, doc, actors, dates, statements: [], tables });
}

/** A value as the labelled sentences write it: `20`, `90-100`, `>=24`. */
export function writeValue({ value, low, high }: QuantityRecord): string {
  if (value !== null) return String(value);
  return high === null ? `>=${low}` : `${low}-${high}`;
}
