/**
 * All stories and accounts of a store made anew, in walks over its articles by date, so that only what is near in time,
 * what is linked, and stories that lack a member yet are in memory.
 */

import type { AccountKnowledge } from "../corpus/account-questions.js";
import { packSketch, unpackSketch } from "../corpus/sketch.js";
import { heldKeys } from "../corpus/stored-keys.js";
import { findCopies, makeStory, makeTellings, tellable } from "../corpus/stories.js";
import { daysOf } from "../corpus/story-keys.js";
import { StoryWalk } from "../corpus/story-walk.js";
import type { StoryMember } from "../corpus/telling.js";
import type { Database } from "../store/database.js";
import { type GroupedRow, SketchTable } from "../store/sketch-table.js";
import { type JoinedStory, StoryTables } from "../store/story-tables.js";
import { numberOf, ToldRecords } from "../store/told-records.js";
import { answerAll } from "./update-accounts.js";

/** Articles read at once. */
const BATCH = 500;
/** Mentions read at once. */
const SKETCHES = 10_000;

/** Returns how many stories were made. */
export async function joinAll(database: Database, knowledge: AccountKnowledge): Promise<number> {
  let made = 0;
  const join = async () => {
    const tables = new StoryTables(database);
    await tables.clear();
    const sketches = new SketchTable(database);
    await sketches.begin();
    const articles = await new ToldRecords(database).listArticles();
    const days = await writeSketches(database, sketches, articles);
    const groups = await groupAll(sketches, days);
    made = await writeStories(database, sketches, articles, groups);
    await answerAll(database, knowledge);
    await tables.markAll();
  };
  await database.keepSmall(() => database.transaction(join));
  return made;
}

/** Writes all mentions, numbered from 1 in the order of `articles`; returns the day from which each holds. */
async function writeSketches(
  database: Database,
  sketches: SketchTable,
  articles: readonly string[],
): Promise<number[]> {
  const records = new ToldRecords(database);
  const days: number[] = [];
  for (let from = 0; from < articles.length; from += BATCH) {
    const batch = articles.slice(from, from + BATCH);
    const tellings = makeTellings(await records.readTellable(batch));
    const heads = await records.readHeads(batch);
    const rows = tellings.map((sketch, i) => ({
      n: days.length + 1 + i,
      record: sketch.id,
      article: sketch.inArticle,
      articleNumber: numberOf(heads, sketch.inArticle),
      sketch: packSketch(sketch),
      ...heldKeys(sketch),
    }));
    for (const telling of tellings) days.push(daysOf(telling).from);
    await sketches.add(rows);
  }
  return days;
}

/** For each mention, by its number less one, the number of the first that it is joined with. */
async function groupAll(table: SketchTable, days: readonly number[]): Promise<Int32Array> {
  const order = Array.from(days, (_, i) => i).sort((a, b) => days[a] - days[b] || a - b);
  const joined = Int32Array.from(days, (_, i) => i + 1);
  const walk = new StoryWalk((numbers) => {
    const first = Math.min(...numbers);
    for (const number of numbers) joined[number - 1] = first;
  });
  for (let from = 0; from < order.length; from += SKETCHES) {
    const batch = order.slice(from, from + SKETCHES);
    const rows = new Map((await table.read(batch.map((i) => i + 1))).map((row) => [row.n, row]));
    for (const i of batch) {
      const row = rows.get(i + 1);
      if (row === undefined) throw new Error(`mention ${i + 1} is not in the store`);
      walk.add(row.n, unpackSketch(row.record, row.article, row.sketch));
    }
  }
  walk.finish();
  return joined;
}

/** Makes the stories in the order in which their last members are read; returns how many. */
async function writeStories(
  database: Database,
  sketches: SketchTable,
  articles: readonly string[],
  joined: Int32Array,
): Promise<number> {
  const records = new ToldRecords(database);
  const tables = new StoryTables(database);
  const missing = new Int32Array(joined.length + 1);
  for (const first of joined) missing[first]++;
  const open = new Map<number, { members: StoryMember[]; numbers: number[] }>();
  let n = 0;
  let made = 0;
  for (let from = 0; from < articles.length; from += BATCH) {
    const input = await records.readTellable(articles.slice(from, from + BATCH));
    const byId = new Map(input.articles.map((article) => [article.id, article]));
    const copiesOf = findCopies(input.copies);
    const rows: GroupedRow[] = [];
    const stories: JoinedStory[] = [];
    for (const record of tellable(input)) {
      const article = byId.get(record.article);
      if (article === undefined) continue;
      n++;
      const group = joined[n - 1];
      const told = open.get(group) ?? { members: [], numbers: [] };
      open.set(group, told);
      told.members.push({ record, article, copies: copiesOf(record) });
      told.numbers.push(n);
      if (--missing[group] > 0) continue;
      open.delete(group);
      const story = makeStory(told.members);
      if (story !== null) stories.push({ ...story, joined: group });
      for (const number of told.numbers) rows.push({ n: number, joined: group, story: story?.id ?? null });
    }
    await sketches.group(rows);
    await tables.addStories(stories);
    made += stories.length;
  }
  await sketches.finish();
  return made;
}
