/** Brings a store's stories and accounts up to date with its events, statements, figures and datings. */
import type {
  ArticleRecord,
  DatingRecord,
  EventRecord,
  PassageRecord,
  QuantityRecord,
  RecordKind,
  StatementRecord,
} from "../core/records.js";
import type { DateWindows } from "../corpus/account-dates.js";
import { findAccounts } from "../corpus/accounts.js";
import { findStories } from "../corpus/stories.js";
import type { Store } from "../store/store.js";

export async function updateStories(store: Store, windows: DateWindows): Promise<void> {
  const articles = await readAll<ArticleRecord>(store, "article");
  const events = await readAll<EventRecord>(store, "event");
  const statements = await readAll<StatementRecord>(store, "statement");
  const passages = await readAll<PassageRecord>(store, "passage");
  const stories = findStories({ articles, events, statements, passages });
  await store.replaceAcross("story", stories);
  const quantities = await readAll<QuantityRecord>(store, "quantity");
  const datings = await readAll<DatingRecord>(store, "dating");
  const accounts = findAccounts({ articles, events, quantities, datings, stories, windows });
  await store.replaceAcross("account", accounts);
}

async function readAll<R>(store: Store, kind: RecordKind): Promise<R[]> {
  const records: R[] = [];
  for await (const record of store.streamRecords([kind])) records.push(record as R);
  return records;
}
