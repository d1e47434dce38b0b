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
import { type DateWindows, findDateAccounts } from "./account-dates.js";
import { findFigureAccounts } from "./account-figures.js";
import { findNameAccounts } from "./account-names.js";
import { findStoryAccounts } from "./account-stories.js";
import { sentenceSpan } from "./sentence-around.js";

export interface AccountInput {
  readonly articles: readonly ArticleRecord[];
  readonly events: readonly EventRecord[];
  readonly quantities: readonly QuantityRecord[];
  readonly datings: readonly DatingRecord[];
  readonly stories: readonly StoryRecord[];
  readonly windows: DateWindows;
}

export function findAccounts(input: AccountInput): AccountRecord[] {
  const { events, quantities, datings, stories, windows } = input;
  const texts = new Map(input.articles.map(({ id, text }) => [id, text]));
  const sentenceOf = (article: string, start: number, end: number) =>
    sentenceSpan(texts.get(article) ?? "", { start, end });
  const accounts = [
    ...findFigureAccounts({ quantities, events, stories, sentenceOf }),
    ...findStoryAccounts(stories, events),
    ...findDateAccounts(datings, windows),
    ...findNameAccounts([...events, ...datings]),
  ];
  return [...new Map(accounts.map((account) => [account.id, account])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}
