/**
 * Brings a store's passages up to date with its articles.
 *
 * What was added, changed or removed since the last time is compared with what it shares fingerprints with; passages
 * that this touches are made anew. Where most is new, everything is compared in one walk (update-all-passages.ts),
 * which is faster and gives the same passages.
 */
import type { PassageRecord } from "../core/records.js";
import { alignPair } from "../corpus/align-pair.js";
import { fingerprintText } from "../corpus/fingerprint.js";
import { PreparedTexts } from "../corpus/prepared-texts.js";
import type { ReuseArticle } from "../corpus/reuse-article.js";
import { describeStretches } from "../corpus/shared-stretch.js";
import { groupStretches } from "../corpus/stretch-groups.js";
import type { Database } from "../store/database.js";
import { type PassagePlace, PassageTables, type StretchRow } from "../store/passage-tables.js";
import type { Store } from "../store/store.js";
import { StoryTables } from "../store/story-tables.js";
import { compareAll } from "./update-all-passages.js";
import { findArticle, listReusing, writePassages } from "./write-passages.js";

/** Everything is compared anew where more than this many articles are new, and more than a quarter of all. */
const MANY = 500;

/** Returns how many passages were made. */
export async function updatePassages(store: Store): Promise<number> {
  const tables = new PassageTables(store.database);
  const { added, compared, gone } = await tables.readPending();
  if (added.length === 0 && gone === 0) {
    await tables.finish();
    return 0;
  }
  const isMost = added.length > MANY && added.length * 4 > compared;
  let made = 0;
  const update = () =>
    store.database.transaction(async () => {
      made = isMost
        ? await compareAll(store.database, tables)
        : await compareAdded(store.database, tables, added, gone > 0);
      await tables.finish();
    });
  await (isMost ? store.database.keepSmall(update) : update());
  return made;
}

async function compareAdded(
  database: Database,
  tables: PassageTables,
  ids: readonly string[],
  hasGone: boolean,
): Promise<number> {
  const added = await tables.readArticles(ids);
  const articles = new Map<string, ReuseArticle>(added.map((article) => [article.id, article]));
  const texts = new PreparedTexts((id) => findArticle(articles, id));
  const load = async (ids: readonly string[]) => {
    const missing = [...new Set(ids)].filter((id) => !articles.has(id));
    if (missing.length === 0) return;
    for (const article of await tables.readArticles(missing)) articles.set(article.id, article);
  };
  await tables.begin();
  const lost = hasGone ? await tables.removeGone() : [];
  const first = await tables.add(
    added,
    added.map(({ id }) => fingerprintText(texts.get(id))),
  );
  const links = await tables.linkFrom(first);
  const isNew = new Set(ids);
  if (hasGone || links.some((link) => !isNew.has(link.b))) lost.push(...(await tables.takeRelinked()));
  await load(links.flatMap(({ a, b }) => [a, b]));
  const found: StretchRow[] = links.flatMap(({ a, b }) => {
    const earlier = texts.get(a);
    const later = texts.get(b);
    const stretches = describeStretches(earlier, later, alignPair(earlier, later));
    return stretches.map((stretch) => ({ ...stretch, passage: null }));
  });
  const connected = await tables.takeConnected([...lost, ...found]);
  const groups = groupStretches([...connected, ...found]);
  await load(listReusing(groups));
  const removed = await tables.takePassages([...lost, ...connected]);
  const made = await writePassages(tables, groups, articles);
  await new StoryTables(database).noteRetold(findTouched(removed, made));
  return made.length;
}

/** Articles that have a passage more, or less, or one of another kind. */
function findTouched(removed: readonly PassagePlace[], made: readonly PassageRecord[]): Set<string> {
  const keyOf = ({ passage, rule }: Pick<PassagePlace, "passage" | "rule">) => `${passage} ${rule}`;
  const places = made.flatMap(({ id, rule, occurrences }) =>
    occurrences.map(({ article }) => ({ passage: id, rule, article })),
  );
  const before = new Set(removed.map(keyOf));
  const after = new Set(places.map(keyOf));
  return new Set([
    ...removed.flatMap((place) => (after.has(keyOf(place)) ? [] : [place.article])),
    ...places.flatMap((place) => (before.has(keyOf(place)) ? [] : [place.article])),
  ]);
}
