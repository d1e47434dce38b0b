/**
 * Brings a store's stories up to date with its events, statements and passages, then its accounts.
 *
 * What was added, changed or removed since the last time is grouped with what it changes (update-groups.ts), and only
 * questions that this touches are answered anew (update-accounts.ts), which gives the same as one walk over
 * everything. Where most is new, that walk is made (update-all-stories.ts).
 */
import type { AccountKnowledge } from "../corpus/account-questions.js";
import { packSketch, type Sketch } from "../corpus/sketch.js";
import { heldKeys } from "../corpus/stored-keys.js";
import { findCopies, makeStory, makeTellings, tellable } from "../corpus/stories.js";
import type { StoryMember } from "../corpus/telling.js";
import { RememberedRecords } from "../store/remembered-records.js";
import type { Store } from "../store/store.js";
import { type JoinedStory, StoryTables } from "../store/story-tables.js";
import { numberOf, numbersOf, type ToldRecords } from "../store/told-records.js";
import { answerTouched } from "./update-accounts.js";
import { joinAll } from "./update-all-stories.js";
import { type Regrouped, regroup } from "./update-groups.js";

/** Everything is joined anew where more than this many articles are new, and more than a quarter of all. */
const MANY = 500;

/** Returns how many stories were made. */
export async function updateStories(store: Store, knowledge: AccountKnowledge): Promise<number> {
  const tables = new StoryTables(store.database);
  const { changed, gone, told } = await tables.readPending();
  if (changed.length === 0 && gone.length === 0) return 0;
  if (told === 0 || (changed.length > MANY && changed.length * 4 > told))
    return joinAll(store.database, knowledge);
  let made = 0;
  await store.database.transaction(async () => {
    const records = new RememberedRecords(store.database);
    const edited = [...changed, ...gone];
    const removed = await tables.findByArticles(numbersOf(await records.readHeads(edited), edited));
    const regrouped = await regroup(tables, makeTellings(await records.readTellable(changed)), removed);
    await tables.remove([...removed, ...regrouped.rows]);
    made = await writeGroups(tables, records, regrouped);
    const around = new Set(regrouped.rows.map(({ article }) => article));
    for (const article of changed) around.delete(article);
    await answerTouched(store.database, records, knowledge, changed, gone, [...around]);
    await tables.mark(changed, gone);
  });
  return made;
}

async function writeGroups(
  tables: StoryTables,
  records: ToldRecords,
  { groups }: Regrouped,
): Promise<number> {
  const members = await readMembers(
    records,
    groups.filter((group) => group[0].kind === "event" || group.length > 1).flat(),
  );
  const heads = await records.readHeads([...new Set(groups.flat().map(({ inArticle }) => inArticle))]);
  let n = await tables.nextNumber();
  const found: JoinedStory[] = [];
  const stories = groups.map((group) => {
    const told = group.flatMap(({ id }) => members.get(id) ?? []);
    return told.length === 0 ? null : makeStory(told);
  });
  await tables.add(
    groups.flatMap((group, g) => {
      const joined = n;
      const story = stories[g];
      if (story !== null) found.push({ ...story, joined });
      return group.map((sketch) => ({
        n: n++,
        record: sketch.id,
        article: sketch.inArticle,
        articleNumber: numberOf(heads, sketch.inArticle),
        joined,
        story: story?.id ?? null,
        sketch: packSketch(sketch),
        ...heldKeys(sketch),
      }));
    }),
  );
  await tables.addStories(found);
  return found.length;
}

/** The records of mentions, by id. */
async function readMembers(
  records: ToldRecords,
  sketches: readonly Sketch[],
): Promise<Map<string, StoryMember>> {
  const wanted = new Set(sketches.map(({ id }) => id));
  const input = await records.readTellable([...new Set(sketches.map(({ inArticle }) => inArticle))]);
  const articles = new Map(input.articles.map((article) => [article.id, article]));
  const copiesOf = findCopies(input.copies);
  const members = new Map<string, StoryMember>();
  for (const record of tellable(input)) {
    const article = articles.get(record.article);
    if (article !== undefined && wanted.has(record.id))
      members.set(record.id, { record, article, copies: copiesOf(record) });
  }
  return members;
}
