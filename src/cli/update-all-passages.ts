/**
 * All passages of a store made anew, in a walk over its articles by date, so that of the texts only those read last are
 * in memory; fingerprints and shared stretches of all are.
 */
import { alignPair } from "../corpus/align-pair.js";
import { fingerprintText } from "../corpus/fingerprint.js";
import { FirstPostings } from "../corpus/first-postings.js";
import { RecentTexts } from "../corpus/recent-texts.js";
import { prepareText, type ReuseText } from "../corpus/reuse-text.js";
import { describeStretches, type SharedStretch } from "../corpus/shared-stretch.js";
import { groupStretches } from "../corpus/stretch-groups.js";
import type { Database } from "../store/database.js";
import type { PassageTables } from "../store/passage-tables.js";
import { StoryTables } from "../store/story-tables.js";
import { listReusing, writePassages } from "./write-passages.js";

/** Articles read at once. */
const BATCH = 500;
/** Groups made into passages at once. */
const GROUPS = 2000;

/** Returns how many passages were made. */
export async function compareAll(database: Database, tables: PassageTables): Promise<number> {
  await new StoryTables(database).forgetAll();
  await tables.clear();
  const groups = groupStretches(await findAllStretches(tables));
  let made = 0;
  for (let from = 0; from < groups.length; from += GROUPS) {
    const batch = groups.slice(from, from + GROUPS);
    const articles = await tables.readArticles([...new Set(listReusing(batch))]);
    const byId = new Map(articles.map((article) => [article.id, article]));
    made += (await writePassages(tables, batch, byId)).length;
  }
  return made;
}

/** What findStretches (src/corpus/passages.ts) finds in all articles of the store at once; writes their fingerprints down. */
async function findAllStretches(tables: PassageTables): Promise<SharedStretch[]> {
  const order = await tables.listArticles();
  const postings = new FirstPostings();
  const recent = new RecentTexts();
  const stretches: SharedStretch[] = [];
  for (let from = 0; from < order.length; from += BATCH) {
    const ids = order.slice(from, from + BATCH);
    const read = await tables.readArticles(ids);
    const byId = new Map(read.map((article) => [article.id, article]));
    const articles = ids.flatMap((id) => byId.get(id) ?? []);
    const texts = new Map<string, ReuseText>(articles.map((article) => [article.id, prepareText(article)]));
    const textOf = (id: string) => texts.get(id) as ReuseText;
    const fingerprints = articles.map(({ id }) => fingerprintText(textOf(id)));
    await tables.add(articles, fingerprints);
    const links = articles.flatMap(({ id }, k) =>
      postings.add(from + k, fingerprints[k]).map((earlier) => ({ a: order[earlier], b: id })),
    );
    const missing = new Set<string>();
    for (const { a } of links) {
      if (texts.has(a)) continue;
      const text = recent.find(a);
      if (text === undefined) missing.add(a);
      else texts.set(a, text);
    }
    for (const article of await tables.readArticles([...missing]))
      texts.set(article.id, prepareText(article));
    for (const { a, b } of links)
      stretches.push(...describeStretches(textOf(a), textOf(b), alignPair(textOf(a), textOf(b))));
    for (const text of texts.values()) recent.keep(text);
  }
  return stretches;
}
