/**
 * What reading articles needs to know, gathered from data/article.
 *
 * In: the tables that ship with the package, found beside the code. Out: one frozen value, read once and on
 * first use; everything after it is pure.
 */
import { readFileSync } from "node:fs";
import { type BoilerplatePattern, parseBoilerplateTable } from "./boilerplate-table.js";
import { type MediaTable, parseMediaTable } from "./media-table.js";

/** Tables that header finding and boilerplate marking work from. */
export interface ArticleKnowledge {
  readonly media: MediaTable;
  readonly boilerplate: readonly BoilerplatePattern[];
}

let bundled: ArticleKnowledge | null = null;

/** The tables of this package. */
export function loadArticleKnowledge(): ArticleKnowledge {
  bundled ??= Object.freeze({
    media: parseMediaTable(readTable("media.tsv")),
    boilerplate: Object.freeze(parseBoilerplateTable(readTable("boilerplate.tsv"))),
  });
  return bundled;
}

/** `src/article` and `dist/article` both lie two folders below the package. */
function readTable(name: string): string {
  return readFileSync(new URL(`../../data/article/${name}`, import.meta.url), "utf8");
}
