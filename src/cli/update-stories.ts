/**
 * Brings a store's stories and accounts up to date with its events, statements, figures, datings and passages.
 *
 * What was added, changed or removed since the last time is compared with the mentions that share a key with it; what
 * a chain of likeness connects it to is joined anew, and only questions that this touches are answered anew. Where
 * most is new, everything is done in one walk, which gives the same stories and accounts.
 */
import type { StoryRecord } from "../core/records.js";
import type { DateWindows } from "../corpus/account-dates.js";
import { accountsByKey, answerKeys } from "../corpus/accounts.js";
import { type JoinedStory, joinStories, makeTellings } from "../corpus/stories.js";
import { JOIN, storyKeys } from "../corpus/story-groups.js";
import { scorePair } from "../corpus/story-score.js";
import type { Telling } from "../corpus/telling.js";
import type { Store } from "../store/store.js";
import { StoryTables, type TellingRow } from "../store/story-tables.js";

/** Everything is joined anew where more than this many articles are new, and more than a quarter of all. */
const MANY = 500;

/** Returns how many stories were made. */
export async function updateStories(store: Store, windows: DateWindows): Promise<number> {
  const tables = new StoryTables(store.database);
  const { changed, gone, told } = await tables.readPending();
  if (changed.length === 0 && gone.length === 0) return 0;
  let made = 0;
  await store.database.transaction(async () => {
    made =
      told === 0 || (changed.length > MANY && changed.length * 4 > told)
        ? await joinAll(tables, windows)
        : await joinChanged(tables, windows, changed, gone);
  });
  return made;
}

async function joinAll(tables: StoryTables, windows: DateWindows): Promise<number> {
  await tables.clear();
  const records = await tables.read();
  const joined = joinStories(makeTellings(records));
  const stories = storiesOf(joined);
  await tables.add(numberRows(joined, { n: 1, component: 1 }), stories);
  const input = { ...records, stories, windows };
  await tables.replaceAnswerKeys([], answerKeys(input));
  await tables.addAccounts(accountsByKey(input).values());
  await tables.markTold();
  return stories.length;
}

async function joinChanged(
  tables: StoryTables,
  windows: DateWindows,
  changed: readonly string[],
  gone: readonly string[],
): Promise<number> {
  const isChanged = new Set(changed);
  const left = await tables.findByArticles([...changed, ...gone]);
  const fresh = makeTellings(await tables.read(changed));
  const met = await findMet(tables, fresh, isChanged);
  const affected = await tables.findByComponents([...left, ...met].map(({ component }) => component));
  // Members of these components that are still there, told as before, and the new ones.
  const staying = affected.filter(({ article }) => !isChanged.has(article) && !gone.includes(article));
  const kept = new Set(staying.map(({ record }) => record));
  const around = makeTellings(await tables.read([...new Set(staying.map(({ article }) => article))]));
  const joined = joinStories([...fresh, ...around.filter(({ record }) => kept.has(record.id))]);
  const numbers = await tables.nextNumbers();
  await tables.remove(affected);
  const stories = storiesOf(joined);
  await tables.add(numberRows(joined, numbers), stories);
  await answerTouched(tables, windows, [...isChanged], gone, [...new Set(staying.map((row) => row.article))]);
  await tables.markTold(changed);
  await tables.forget(gone);
  return stories.length;
}

/** The tellings of other articles that one of `fresh` is like enough to be connected with. */
async function findMet(
  tables: StoryTables,
  fresh: readonly Telling[],
  isChanged: ReadonlySet<string>,
): Promise<TellingRow[]> {
  const byKey = new Map<number, Telling[]>();
  for (const telling of fresh) {
    for (const key of storyKeys(telling)) {
      const list = byKey.get(key);
      if (list) list.push(telling);
      else byKey.set(key, [telling]);
    }
  }
  const rows = (await tables.findByKeys(byKey.keys())).filter(({ article }) => !isChanged.has(article));
  const rowOf = new Map(rows.map((row) => [row.record, row]));
  const candidates = makeTellings(await tables.read([...new Set(rows.map(({ article }) => article))]));
  return candidates.flatMap((candidate) => {
    const row = rowOf.get(candidate.record.id);
    if (row === undefined) return [];
    const meeting = new Set([...storyKeys(candidate)].flatMap((key) => byKey.get(key) ?? []));
    for (const telling of meeting) if (scorePair(telling, candidate).score >= JOIN) return [row];
    return [];
  });
}

/** Answers anew the questions on which the changed articles, or stories that changed with them, bear. */
async function answerTouched(
  tables: StoryTables,
  windows: DateWindows,
  changed: readonly string[],
  gone: readonly string[],
  around: readonly string[],
): Promise<void> {
  const touched = [...new Set([...changed, ...around])];
  const before = await tables.answerKeys([...touched, ...gone]);
  const found = answerKeys(await readInput(tables, windows, touched));
  // A story has articles that are not touched; their questions are written down already.
  const after = new Map(touched.map((article) => [article, found.get(article) ?? new Set<number>()]));
  const keys = new Set<number>();
  for (const article of [...changed, ...gone])
    for (const list of [before.get(article), after.get(article)]) for (const key of list ?? []) keys.add(key);
  for (const article of around) {
    const old = before.get(article) ?? new Set();
    const now = after.get(article) ?? new Set();
    for (const key of old) if (!now.has(key)) keys.add(key);
    for (const key of now) if (!old.has(key)) keys.add(key);
  }
  await tables.replaceAnswerKeys([...touched, ...gone], after);
  const asked = await tables.takeAccounts(keys);
  const input = await readInput(tables, windows, await tables.articlesOf(asked));
  await tables.addAccounts(accountsByKey(input, asked).values());
}

/** The records of `articles`, and the stories that they tell. */
async function readInput(tables: StoryTables, windows: DateWindows, articles: readonly string[]) {
  const records = await tables.read(articles);
  const rows = await tables.findByArticles(articles);
  const stories = await tables.findStories(new Set(rows.flatMap(({ story }) => story ?? [])));
  return { ...records, stories, windows };
}

function storiesOf(joined: readonly JoinedStory[]): StoryRecord[] {
  return joined.flatMap(({ story }) => story ?? []);
}

function numberRows(joined: readonly JoinedStory[], first: { n: number; component: number }) {
  let n = first.n;
  return joined.flatMap(({ component, members, story }) =>
    members.map((telling) => ({
      n: n++,
      record: telling.record.id,
      article: telling.article.id,
      component: first.component + component,
      story: story?.id ?? null,
      keys: storyKeys(telling),
    })),
  );
}
