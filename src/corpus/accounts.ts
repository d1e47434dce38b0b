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
import { figureValue, findFigureAccount, groupFigures } from "./account-figures.js";
import { findNameAccount, foldName, groupNames } from "./account-names.js";
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
  return new AccountSearch().find(input).accounts.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What an article's records may answer. */
export interface AnswerKey {
  /** The question: what it is about in the upper two bits, so that questions of a kind follow each other. */
  readonly key: number;
  /** Hash of the answer: nothing is told differently where all have the same. Null where only the records tell. */
  readonly answer: number | null;
}

/** Accounts with the questions that they answer. */
export interface FoundAccounts {
  readonly accounts: AccountRecord[];
  readonly keys: { readonly key: number; readonly account: string }[];
}

/**
 * Accounts found question by question. What is asked has a key: a happening with a party, a measure with two parties,
 * a place, a story. Records of other articles change an account only where they have one of its keys.
 */
export class AccountSearch {
  readonly #bySpans = new Map<string, string>();
  readonly #ids = new Set<string>();

  /**
   * Accounts of all questions, or of those in `only`, that are not found yet. Questions asked in several calls go in
   * the order of their keys: the same answers found by two are one account, which is the first one's.
   */
  find(input: AccountInput, only?: ReadonlySet<number>): FoundAccounts {
    const found: FoundAccounts = { accounts: [], keys: [] };
    const questions = groupAnswers(input);
    const asked = [...questions].map(([key, question]) => ({ key: hashKey(key), question }));
    for (const { key, question } of asked.sort((a, b) => a.key - b.key)) {
      if (only !== undefined && !only.has(key)) continue;
      for (const account of question.answer() ?? [])
        if (account !== undefined) this.#keep(key, account, found);
    }
    return found;
  }

  #keep(key: number, account: AccountRecord, { accounts, keys }: FoundAccounts): void {
    const spans = spansOf(account);
    const same = this.#bySpans.get(spans) ?? (this.#ids.has(account.id) ? account.id : undefined);
    if (same === undefined) {
      this.#bySpans.set(spans, account.id);
      this.#ids.add(account.id);
      accounts.push(account);
    }
    keys.push({ key, account: same ?? account.id });
  }
}

/** What the records of each article may answer, each question and answer once. */
export function answerKeys(input: AccountInput): Map<string, AnswerKey[]> {
  const byArticle = new Map<string, Map<string, AnswerKey>>();
  for (const [name, { answers }] of groupAnswers(input)) {
    const key = hashKey(name);
    for (const { article, value } of answers()) {
      const answer = value === null ? null : hashWord(value, 0, value.length);
      const list = byArticle.get(article) ?? new Map<string, AnswerKey>();
      byArticle.set(article, list.set(`${key} ${answer}`, { key, answer }));
    }
  }
  return new Map([...byArticle].map(([article, list]) => [article, [...list.values()]]));
}

interface Question {
  readonly answers: () => readonly { readonly article: string; readonly value: string | null }[];
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
      answers: () => figures.map(({ record }) => ({ article: record.article, value: figureValue(record) })),
      answer: () => [findFigureAccount(figures)],
    });
  }
  for (const story of stories) {
    if (story.of !== "event" || story.articles.length < 2) continue;
    const members = story.members.flatMap((id) => byId.get(id) ?? []);
    questions.set(`s ${story.id}`, {
      answers: () => story.articles.map((article) => ({ article, value: null })),
      answer: () => findStoryAccounts(story, members),
    });
  }
  for (const [key, dated] of groupDatings(datings)) {
    questions.set(key, {
      answers: () => dated.map(({ record }) => ({ article: record.article, value: record.date.edtf })),
      answer: () => findDateAccounts(key, dated, windows),
    });
  }
  for (const [key, named] of groupNames([...events, ...datings])) {
    questions.set(key, {
      answers: () => named.answers.map(({ article, value }) => ({ article, value: foldName(value) })),
      answer: () => [findNameAccount(named)],
    });
  }
  return questions;
}

function spansOf({ about, answers }: AccountRecord): string {
  return JSON.stringify([about, answers.map(({ evidence }) => evidence.map((e) => [e.article, e.start]))]);
}

/** Kinds of questions, by the first letter of their keys: a happening, a figure, a name, a story. */
export const QUESTION_KINDS = "dfns";

/** The kind of the question that a key stands for, as a place in {@link QUESTION_KINDS}. */
export function kindOfKey(key: number): number {
  return key >>> 30;
}

function hashKey(key: string): number {
  return ((QUESTION_KINDS.indexOf(key[0]) << 30) | (hashWord(key, 0, key.length) >>> 2)) >>> 0;
}
