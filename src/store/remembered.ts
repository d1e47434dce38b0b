/**
 * Answers about the whole record, kept while nothing is written: what there is to choose from, what an unfiltered page
 * shows. In, a store, a name for the question, and how to ask it; out, the answer, asked once for each state of the
 * record. No other process can write to a store that is open here.
 */
import type { Store } from "./store.js";

interface Answers {
  readonly changes: number;
  readonly byName: Map<string, Promise<unknown>>;
}

const KEPT = new WeakMap<Store, Answers>();

/** The answer to the question with this name; one that failed is asked again. */
export function remember<T>(store: Store, name: string, ask: () => Promise<T>): Promise<T> {
  const { changes } = store.database;
  let answers = KEPT.get(store);
  if (answers === undefined || answers.changes !== changes) {
    answers = { changes, byName: new Map() };
    KEPT.set(store, answers);
  }
  const { byName } = answers;
  const known = byName.get(name);
  if (known !== undefined) return known as Promise<T>;
  const asked = ask();
  byName.set(name, asked);
  asked.catch(() => byName.delete(name));
  return asked;
}
