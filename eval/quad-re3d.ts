/**
 * Mentions of persons, organisations, places and nationalities in whole documents (dstl's re3d): `eval quad IN OUT` with
 * a file whose lines have `entities`.
 *
 * In: `id`, `text`. Out: `{id, entities: [{start, end, type}]}`. re3d marks names, descriptions and pronouns alike, one
 * within another; weapons, vehicles, amounts and documents, which it marks too, are not looked for.
 */
import { readFileSync } from "node:fs";
import { makeArticle } from "../src/article/make-article.js";
import { findActors } from "../src/mentions/actors.js";
import { type EntityKind, findEntities } from "../src/mentions/entities.js";
import { parseEntityTable } from "../src/mentions/entity-table.js";
import { findToponyms } from "../src/mentions/places.js";
import type { Resources } from "../src/resources.js";

export interface Re3dDocument {
  readonly id: string;
  readonly text: string;
  readonly url?: string;
}

const TABLE = "data/entities/nouns.tsv";
const table = parseEntityTable(readFileSync(new URL(`../${TABLE}`, import.meta.url), "utf8"), TABLE);

const TYPES: Readonly<Record<EntityKind, string>> = {
  person: "Person",
  group: "Organisation",
  place: "Location",
  nationality: "Nationality",
};

/** The line of predictions for `document`. */
export function predictEntities(document: Re3dDocument, resources: Resources): object {
  const { article } = makeArticle({ origin: document.url ?? document.id, text: document.text });
  // Offsets are those of the corpus: the text is analysed as it stands.
  const doc = resources.analyse(document.text);
  const actors = findActors(doc, article, resources.names);
  const toponyms = findToponyms(doc, article, actors.mentions, resources.gazetteer);
  const entities = findEntities({ doc, actors, toponyms, table }).map(({ start, end, kind }) => ({
    start,
    end,
    type: TYPES[kind],
  }));
  return { id: document.id, entities };
}
