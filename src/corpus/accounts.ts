/**
 * Accounts: where reports differ, laid side by side; nobody is declared right.
 *
 * In: the records of all articles, and their stories. Out: accounts of figures, doers, dates, places, names and
 * denials, ordered by id.
 */
import { makeId } from "../core/identity.js";
import type {
  AccountRecord,
  ArticleRecord,
  DatingRecord,
  EventRecord,
  QuantityRecord,
  ReferenceRecord,
  StoryRecord,
} from "../core/records.js";
import { findDateAccounts, groupDatings } from "./account-dates.js";
import { findFigureAccounts, groupFigures } from "./account-figures.js";
import { findNameAccount, foldName, groupNames, type PlacedRecord } from "./account-names.js";
import type { AccountKnowledge } from "./account-questions.js";
import { findStoryAccounts } from "./account-stories.js";
import { findTallyAccounts, groupTallies } from "./account-tallies.js";
import { figureValue } from "./figure.js";
import { sentenceSpan } from "./sentence-around.js";
import { hashWord } from "./word-hash.js";

export interface AccountInput {
  readonly articles: readonly ArticleRecord[];
  readonly events: readonly EventRecord[];
  /** Words that tell of an event of a story without being one. */
  readonly references: readonly ReferenceRecord[];
  readonly quantities: readonly QuantityRecord[];
  readonly datings: readonly DatingRecord[];
  readonly stories: readonly StoryRecord[];
  /** In place of all events, references and datings, where nothing but the names of places is asked. */
  readonly placed?: readonly PlacedRecord[];
  readonly knowledge: AccountKnowledge;
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
  /** Ids of accounts found before in whose place one of these stands. */
  readonly superseded: string[];
}

/**
 * Reports by which an answer stands; of more, the earliest. A town that ten thousand reports name has its names by some
 * of them, and one report more does not change who said it first.
 */
export const MOST_REPORTS = 50;

/**
 * Accounts found question by question. What is asked has a key: a happening with a party, a measure with two parties,
 * a place, a story. Records of other articles change an account only where they have one of its keys, and are among
 * the reports picked for it.
 */
export class AccountSearch {
  /** By the places in the text that answers stand on: the same answers found by two questions are one account. */
  readonly #found = new Map<string, { key: number; account: AccountRecord["id"] }>();
  readonly #keys: { readonly key: number; readonly place: string }[] = [];

  /**
   * Accounts of all questions, or of those in `picked` by the reports picked for them. Of questions that find the same
   * answers the one with the least key asks, in whatever order they come.
   */
  find(input: AccountInput, picked?: ReadonlyMap<number, ReadonlySet<string>>): FoundAccounts {
    const accounts = new Map<string, AccountRecord>();
    const superseded: string[] = [];
    const published = new Map(input.articles.map((article) => [article.id, article.published?.edtf ?? null]));
    for (const [name, question] of groupAnswers(input)) {
      const key = hashKey(name);
      const reports =
        picked === undefined ? pickReports(question.answers(), published) : (picked.get(key) ?? NONE);
      if (reports.size === 0) continue;
      for (const account of question.answer((article) => reports.has(article))) {
        if (account === undefined) continue;
        const place = placeOf(account);
        this.#keys.push({ key, place });
        const known = this.#found.get(place);
        if (known !== undefined && known.key <= key) continue;
        if (known !== undefined && !accounts.has(place)) superseded.push(known.account);
        this.#found.set(place, { key, account: account.id });
        accounts.set(place, account);
      }
    }
    return { accounts: [...accounts.values()], superseded };
  }

  /** The questions that have been answered, each with its account. */
  answered(): { key: number; account: string }[] {
    return this.#keys.flatMap(({ key, place }) => {
      const found = this.#found.get(place);
      return found === undefined ? [] : [{ key, account: found.account }];
    });
  }
}

const NONE: ReadonlySet<string> = new Set();

/** The earliest reports of each answer; all where only the records tell it. The same in SQL: src/store/answer-tables.ts. */
function pickReports(
  answers: readonly GivenAnswer[],
  published: ReadonlyMap<string, string | null>,
): Set<string> {
  const byAnswer = new Map<number | null, Set<string>>();
  for (const { article, value } of answers) {
    const answer = hashAnswer(value);
    const reports = byAnswer.get(answer) ?? new Set();
    byAnswer.set(answer, reports.add(article));
  }
  const orderOf = (article: string) => `${published.get(article) ?? "~"} ${article}`;
  return new Set(
    [...byAnswer].flatMap(([answer, reports]) =>
      answer === null || reports.size <= MOST_REPORTS
        ? [...reports]
        : [...reports].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)).slice(0, MOST_REPORTS),
    ),
  );
}

/** What the records of each article may answer, each question and answer once. */
export function answerKeys(input: AccountInput): Map<string, AnswerKey[]> {
  const byArticle = new Map<string, Map<string, AnswerKey>>();
  for (const [name, { answers }] of groupAnswers(input)) {
    const key = hashKey(name);
    for (const { article, value } of answers()) {
      const answer = hashAnswer(value);
      const list = byArticle.get(article) ?? new Map<string, AnswerKey>();
      byArticle.set(article, list.set(`${key} ${answer}`, { key, answer }));
    }
  }
  return new Map([...byArticle].map(([article, list]) => [article, [...list.values()]]));
}

/** What a report tells, as one of the answers; null where only the records tell. */
interface GivenAnswer {
  readonly article: string;
  readonly value: string | null;
}

interface Question {
  readonly answers: () => readonly GivenAnswer[];
  /** The accounts by these reports. */
  readonly answer: (isPicked: (article: string) => boolean) => readonly (AccountRecord | undefined)[];
}

function groupAnswers(input: AccountInput) {
  const { articles, events, references, quantities, datings, stories, knowledge } = input;
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  const sentenceOf = (article: string, start: number, end: number) =>
    sentenceSpan(texts.get(article) ?? "", { start, end });
  const byId = new Map([...events, ...references].map((record) => [record.id, record]));
  const questions = new Map<string, Question>();
  for (const [key, figures] of groupFigures({
    articles,
    quantities,
    events,
    references,
    stories,
    sentenceOf,
  })) {
    questions.set(key, {
      answers: () => figures.map(({ record }) => ({ article: record.article, value: figureValue(record) })),
      answer: (isPicked) => {
        const picked = figures.filter(({ record }) => isPicked(record.article));
        return picked.length === 0 ? [] : findFigureAccounts(key, picked, knowledge.questions);
      },
    });
  }
  for (const [key, tallies] of groupTallies(articles, quantities)) {
    questions.set(key, {
      answers: () =>
        tallies.map(({ record, votesFor, against }) => ({
          article: record.article,
          value: `${votesFor} ${against ?? ""}`,
        })),
      answer: (isPicked) =>
        findTallyAccounts(
          tallies.filter(({ record }) => isPicked(record.article)),
          knowledge.questions,
        ),
    });
  }
  for (const story of stories) {
    if (story.of !== "event" || story.articles.length < 2) continue;
    const members = story.members.flatMap((id) => byId.get(id) ?? []);
    questions.set(`s ${story.id}`, {
      answers: () => story.articles.map((article) => ({ article, value: null })),
      answer: (isPicked) =>
        findStoryAccounts(
          story,
          members.filter(({ article }) => isPicked(article)),
          knowledge.questions,
        ),
    });
  }
  for (const [key, dated] of groupDatings(datings, knowledge.windows)) {
    questions.set(key, {
      answers: () => dated.map(({ record }) => ({ article: record.article, value: record.date.edtf })),
      answer: (isPicked) => {
        const picked = dated.filter(({ record }) => isPicked(record.article));
        return picked.length === 0 ? [] : findDateAccounts(key, picked, knowledge.windows);
      },
    });
  }
  for (const [key, named] of groupNames(input.placed ?? [...events, ...references, ...datings])) {
    questions.set(key, {
      answers: () => named.map(({ article, value }) => ({ article, value: foldName(value) })),
      answer: (isPicked) => {
        const picked = named.filter(({ article }) => isPicked(article));
        return picked.length === 0 ? [] : [findNameAccount(picked)];
      },
    });
  }
  return questions;
}

/** What an account is about, and the places that show it. */
function placeOf({ about, answers }: AccountRecord): string {
  const shown = answers.flatMap(({ evidence }) => evidence.map((e) => `${e.article} ${e.start}`));
  return makeId("acc", about, ...shown.sort());
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

function hashAnswer(value: string | null): number | null {
  return value === null ? null : hashWord(value, 0, value.length);
}
