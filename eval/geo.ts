/**
 * Places of a corpus: `eval geo IN OUT [--places]`.
 *
 * In: JSON Lines (gzipped or not) with `id`, `text`, `corpus` and what is known of the source (`title`, `url`, `date`).
 * Out: one line a document, `{id, toponyms: [{start, end, lat, lon, geonameid?}]}`.
 *
 * The corpora mark toponyms, which is more than places: names that stand for governments in all of them, adjectives in
 * three, and in GeoWebNews (Gritta et al. 2020) names within names too. {@link CONVENTIONS} says what each is given;
 * `--places` gives all of them only what the record counts as a place.
 */
import { createWriteStream } from "node:fs";
import { makeArticle } from "../src/article/make-article.js";
import type { ArticleRecord } from "../src/core/records.js";
import { findActors } from "../src/mentions/actors.js";
import type { Gazetteer } from "../src/mentions/gazetteer.js";
import type { Toponym, ToponymUse } from "../src/mentions/place-mention.js";
import { findToponyms } from "../src/mentions/places.js";
import { loadResources } from "../src/resources.js";
import { readLines } from "./read-lines.js";

interface Document {
  readonly id: string;
  readonly text: string;
  readonly corpus: string;
  readonly url?: string | null;
  readonly date?: string | null;
}

/**
 * Uses of a name that the annotators of each corpus mark; a name within a name ("Ohio State University") only where
 * its place is well known or a district, and of adjectives only those that are no people's ("Cubans").
 */
const CONVENTIONS: Readonly<Record<string, readonly ToponymUse[]>> = {
  lgl: ["place", "actor", "adjective", "part of a name"],
  trnews: ["place", "actor", "adjective", "part of a name"],
  geovirus: ["place", "actor"],
  geowebnews: ["place", "actor", "adjective", "part of a name"],
};
const PLACES: readonly ToponymUse[] = ["place"];

/** Reads `args[0]`, writes `args[1]`. */
export async function run(args: string[]): Promise<void> {
  const [input, output] = args.filter((arg) => !arg.startsWith("--"));
  if (input === undefined || output === undefined) throw new Error("expected: geo IN OUT [--places]");
  const onlyPlaces = args.includes("--places");
  const { analyse, names, gazetteer } = await loadResources();
  const out = createWriteStream(output);
  for await (const line of readLines(input)) {
    const document = JSON.parse(line) as Document;
    const doc = analyse(document.text);
    const article = toArticle(document);
    const { mentions } = findActors(doc, article, names);
    const marked = onlyPlaces ? PLACES : (CONVENTIONS[document.corpus] ?? PLACES);
    const toponyms = findToponyms(doc, article, mentions, gazetteer)
      .filter((toponym) => marked.includes(toponym.use) && isMarked(toponym, gazetteer))
      .map(toPrediction);
    out.write(`${JSON.stringify({ id: document.id, toponyms })}\n`);
  }
  await new Promise<void>((resolve, reject) => {
    out.on("error", reject);
    out.end(resolve);
  });
}

function isMarked({ use, kind, place, ref }: Toponym, gazetteer: Gazetteer): boolean {
  if (use === "adjective") return !/[^s]s$/.test(ref.text ?? "");
  return use !== "part of a name" || kind === "district" || gazetteer.isWellKnown(place);
}

function toPrediction({ start, end, ref }: Toponym) {
  return { start, end, lat: ref.lat, lon: ref.lon, ...(ref.geonames ? { geonameid: ref.geonames } : {}) };
}

function toArticle(document: Document): ArticleRecord {
  const { article } = makeArticle({ origin: document.url ?? document.id, text: document.text });
  const { date } = document;
  return date ? { ...article, published: { edtf: date.slice(0, 10), basis: "metadata" } } : article;
}
