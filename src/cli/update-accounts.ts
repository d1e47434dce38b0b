/**
 * Brings a store's accounts up to date: in, the articles that changed, and those whose stories changed with them; out,
 * the questions that this touches, answered anew.
 */
import type { AccountKnowledge } from "../corpus/account-questions.js";
import {
  type AccountInput,
  AccountSearch,
  answerKeys,
  kindOfKey,
  MOST_REPORTS,
  QUESTION_KINDS,
} from "../corpus/accounts.js";
import { AnswerTables, type AskedQuestion } from "../store/answer-tables.js";
import type { Database } from "../store/database.js";
import { numbersOf, ToldRecords } from "../store/told-records.js";

/** Articles whose records are read at once. */
const BATCH = 500;

/** Answers anew the questions on which `changed` and `gone` articles, or stories that changed `around` them, bear. */
export async function answerTouched(
  database: Database,
  records: ToldRecords,
  knowledge: AccountKnowledge,
  changed: readonly string[],
  gone: readonly string[],
  around: readonly string[],
): Promise<void> {
  const tables = new AnswerTables(database);
  const touched = [...new Set([...changed, ...around])];
  const heads = await records.readHeads([...touched, ...gone]);
  const numbers = numbersOf(heads, [...touched, ...gone]);
  const before = await tables.readKeys(numbers);
  const edited = [...changed, ...gone];
  const keysOf = (keys: ReadonlyMap<number, ReadonlySet<number>>) =>
    new Set(numbersOf(heads, edited).flatMap((number) => [...(keys.get(number) ?? [])]));
  const asked = await tables.readOpen(MOST_REPORTS, keysOf(before));
  await tables.removeKeys(numbers);
  const after = await writeKeys(tables, records, knowledge, touched);
  asked.push(...(await tables.readOpen(MOST_REPORTS, keysOf(after))));
  // A report that was not picked, and is not, changes nothing.
  const isEdited = new Set(edited);
  const keys = new Set(
    asked.flatMap(({ key, articles }) => (articles.some((article) => isEdited.has(article)) ? [key] : [])),
  );
  for (const number of numbersOf(heads, around)) {
    const old = before.get(number) ?? new Set();
    const now = after.get(number) ?? new Set();
    for (const key of old) if (!now.has(key)) keys.add(key);
    for (const key of now) if (!old.has(key)) keys.add(key);
  }
  await answer(
    tables,
    records,
    knowledge,
    await tables.readOpen(MOST_REPORTS, await tables.takeAccounts(keys)),
  );
}

/** Answers all questions of a store anew. */
export async function answerAll(database: Database, knowledge: AccountKnowledge): Promise<void> {
  const tables = new AnswerTables(database);
  await tables.clear();
  const records = new ToldRecords(database);
  const articles = await records.listArticles();
  for (let from = 0; from < articles.length; from += BATCH)
    await writeKeys(tables, records, knowledge, articles.slice(from, from + BATCH));
  await answer(tables, records, knowledge, await tables.readOpen(MOST_REPORTS));
}

/** Writes down which questions the records of `articles` may answer; returns them by the article's number. */
async function writeKeys(
  tables: AnswerTables,
  records: ToldRecords,
  knowledge: AccountKnowledge,
  articles: readonly string[],
): Promise<Map<number, Set<number>>> {
  const found = answerKeys(await readInput(records, knowledge, articles, QUESTION_KINDS));
  // A story has articles that are not read here; their questions are written down with them.
  const heads = await records.readHeads(articles);
  const keys = new Map(
    articles.flatMap((article) => {
      const number = heads.get(article)?.number;
      return number === undefined ? [] : [[number, found.get(article) ?? []] as const];
    }),
  );
  await tables.addKeys(keys);
  return new Map([...keys].map(([number, list]) => [number, new Set(list.map(({ key }) => key))]));
}

/** Writes the accounts of `questions`. */
async function answer(
  tables: AnswerTables,
  records: ToldRecords,
  knowledge: AccountKnowledge,
  questions: readonly AskedQuestion[],
): Promise<void> {
  const search = new AccountSearch();
  for (const batch of splitQuestions(questions)) {
    const articles = [...new Set(batch.flatMap((question) => question.articles))].sort();
    const kinds = new Set(batch.map(kindOf));
    const input = await readInput(records, knowledge, articles, [...kinds].join(""));
    const picked = new Map(batch.map((question) => [question.key, new Set(question.articles)]));
    const { accounts, superseded } = search.find(input, picked);
    await tables.addAccounts(accounts, superseded);
  }
  await tables.addAccountKeys(search.answered());
}

/** Kinds of questions that the same records answer; those of stories are asked of reports of a few days. */
const BESIDE = ["sf", "d", "n"];

/**
 * Questions of one kind and of some hundred articles, or one of more. They come by the date of their first reports, so
 * that an article is read once or twice and not for each of its questions.
 */
function splitQuestions(questions: readonly AskedQuestion[]): (readonly AskedQuestion[])[] {
  return BESIDE.flatMap((kinds) =>
    splitByArticles(questions.filter((question) => kinds.includes(kindOf(question)))),
  );
}

function splitByArticles(questions: readonly AskedQuestion[]): (readonly AskedQuestion[])[] {
  const batches: AskedQuestion[][] = [];
  let articles = new Set<string>();
  for (const question of questions) {
    const added = question.articles.filter((article) => !articles.has(article));
    const batch = batches.at(-1);
    if (batch === undefined || articles.size + added.length > BATCH) {
      batches.push([question]);
      articles = new Set(question.articles);
    } else {
      batch.push(question);
      for (const article of added) articles.add(article);
    }
  }
  return batches;
}

function kindOf({ key }: AskedQuestion): string {
  return QUESTION_KINDS[kindOfKey(key)];
}

const NOTHING = { articles: [], events: [], references: [], quantities: [], datings: [], stories: [] };

/** What answers questions of these kinds, of `articles`; the rest is left empty. */
async function readInput(
  records: ToldRecords,
  knowledge: AccountKnowledge,
  articles: readonly string[],
  kinds: string,
): Promise<AccountInput> {
  if (kinds === "n") return { ...NOTHING, placed: await records.readPlaced(articles), knowledge };
  const asks = (among: string) => [...among].some((kind) => kinds.includes(kind));
  return {
    articles: asks("f") ? await records.readArticles(articles) : [],
    events: asks("fns") ? await records.readWithin("event", articles) : [],
    references: asks("fns") ? await records.readWithin("reference", articles) : [],
    quantities: asks("f") ? await records.readWithin("quantity", articles) : [],
    datings: asks("dn") ? await records.readWithin("dating", articles) : [],
    stories: asks("fs") ? await records.readShared(articles) : [],
    knowledge,
  };
}
