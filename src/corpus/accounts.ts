/**
 * Accounts: where reports differ, laid side by side; nobody is declared right.
 *
 * In: the records of all articles, and their stories. Out: accounts of figures, doers, dates, places, names and
 * denials, ordered by id.
 */
import type {
  AccountRecord,
  ArticleRecord,
  DatingRecord,
  EventRecord,
  QuantityRecord,
  StoryRecord,
} from "../core/records.js";
import { type DateWindows, findDateAccounts, groupDatings } from "./account-dates.js";
import { findFigureAccount, groupFigures } from "./account-figures.js";
import { findNameAccount, groupNames } from "./account-names.js";
import { findStoryAccounts } from "./account-stories.js";
import { sentenceSpan } from "./sentence-around.js";
import { hashWord } from "./word-hash.js";

export interface AccountInput {
  readonly articles: readonly ArticleRecord[];
  readonly events: readonly EventRecord[];
  readonly quantities: readonly QuantityRecord[];
  readonly datings: readonly DatingRecord[];
  readonly stories: readonly StoryRecord[];
  readonly windows: DateWindows;
}

export function findAccounts(input: AccountInput): AccountRecord[] {
  return [...accountsByKey(input)].map(([, { account }]) => account).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** An account and the keys that it was found by. */
export interface KeyedAccount {
  readonly account: AccountRecord;
  readonly keys: number[];
}

/**
 * Accounts by id. What is asked has a key: a story, a measure with two parties, a happening with a party, a place.
 * Records of other articles change an account only where they have one of its keys; with `only`, other keys are
 * passed over.
 */
export function accountsByKey(input: AccountInput, only?: ReadonlySet<number>): Map<string, KeyedAccount> {
  const found = new Map<string, KeyedAccount>();
  const bySpans = new Map<string, KeyedAccount>();
  const keep = (key: string, accounts: readonly (AccountRecord | undefined)[]) => {
    for (const account of accounts) {
      if (account === undefined) continue;
      // The same answers found by two keys are one account.
      const spans = spansOf(account);
      const same = bySpans.get(spans) ?? found.get(account.id);
      if (same !== undefined) same.keys.push(hashKey(key));
      else {
        const kept = { account, keys: [hashKey(key)] };
        bySpans.set(spans, kept);
        found.set(account.id, kept);
      }
    }
  };
  const questions = groupAnswers(input);
  for (const key of [...questions.keys()].sort())
    if (only === undefined || only.has(hashKey(key))) keep(key, questions.get(key)?.answer() ?? []);
  return found;
}

/** Keys of the questions that the records of each article may answer. */
export function answerKeys(input: AccountInput): Map<string, Set<number>> {
  const byArticle = new Map<string, Set<number>>();
  for (const [key, { articles }] of groupAnswers(input)) {
    for (const article of articles()) {
      const keys = byArticle.get(article);
      if (keys) keys.add(hashKey(key));
      else byArticle.set(article, new Set([hashKey(key)]));
    }
  }
  return byArticle;
}

interface Question {
  readonly articles: () => readonly string[];
  readonly answer: () => readonly (AccountRecord | undefined)[];
}

function groupAnswers({ articles, events, quantities, datings, stories, windows }: AccountInput) {
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  const sentenceOf = (article: string, start: number, end: number) =>
    sentenceSpan(texts.get(article) ?? "", { start, end });
  const byId = new Map(events.map((event) => [event.id, event]));
  const questions = new Map<string, Question>();
  for (const [key, figures] of groupFigures({ quantities, events, stories, sentenceOf })) {
    questions.set(key, {
      articles: () => figures.map(({ record }) => record.article),
      answer: () => [findFigureAccount(figures)],
    });
  }
  for (const story of stories) {
    if (story.of !== "event" || story.articles.length < 2) continue;
    const members = story.members.flatMap((id) => byId.get(id) ?? []);
    questions.set(`s ${story.id}`, {
      articles: () => story.articles,
      answer: () => findStoryAccounts(story, members),
    });
  }
  for (const [key, dated] of groupDatings(datings)) {
    questions.set(key, {
      articles: () => dated.map(({ record }) => record.article),
      answer: () => findDateAccounts(key, dated, windows),
    });
  }
  for (const [key, named] of groupNames([...events, ...datings])) {
    questions.set(key, {
      articles: () => named.answers.map(({ article }) => article),
      answer: () => [findNameAccount(named)],
    });
  }
  return questions;
}

function spansOf({ about, answers }: AccountRecord): string {
  return JSON.stringify([about, answers.map(({ evidence }) => evidence.map((e) => [e.article, e.start]))]);
}

function hashKey(key: string): number {
  return hashWord(key, 0, key.length);
}
