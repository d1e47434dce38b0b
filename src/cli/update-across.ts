/**
 * Brings what spans articles up to date with the articles of a store, in the order in which one rests on the other.
 */
import type { AccountKnowledge } from "../corpus/account-questions.js";
import { indexPending } from "../store/search-index.js";
import type { Store } from "../store/store.js";
import { updatePassages } from "./update-passages.js";
import { updateStories } from "./update-stories.js";

/** Updates passages, stories, accounts and the index of words; does nothing where no article has been added, changed or removed. */
export async function updateAcross(store: Store, knowledge: AccountKnowledge): Promise<void> {
  await updatePassages(store);
  await updateStories(store, knowledge);
  await indexPending(store);
}
