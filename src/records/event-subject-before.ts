/**
 * Which noun a "they" goes back to that names nobody: "Gunmen stormed the hotel. They shot two guards."
 *
 * In: the pronoun, the subject of its clause. Out: the subject of the clause before it; -1 for none. Subjects go on
 * being subjects (Grosz, Joshi and Weinstein, Computational Linguistics 1995); what somebody says of others stands in
 * his clause, so that of a report the subject told of counts, not the teller. One sentence back and no further.
 */
import { findSubject } from "./event-doer.js";
import { childBy, type EventView, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** Clauses above the pronoun's in one sentence. */
const HIGHEST = 4;

/** The head of the noun phrase that `pronoun` may go back to; -1 for none. */
export function findSubjectBefore(view: EventView, pronoun: number): number {
  const { doc } = view;
  const clause = doc.head[pronoun];
  if (clause < 0 || !isVerb(view, clause) || !relationOf(doc, pronoun).startsWith("nsubj")) return -1;
  let at = clause;
  for (let k = 0; k < HIGHEST; k++) {
    const above = doc.head[at];
    if (above < 0) return findSubjectOf(view, view.sentenceOf[pronoun] - 1);
    const relation = relationOf(doc, at);
    if (!/^(advcl|conj|ccomp|parataxis)$/.test(relation) || !isVerb(view, above)) return -1;
    const subject = findSubject(view, above, 0);
    if (subject >= 0 && subject !== pronoun) return subject < pronoun && relation !== "ccomp" ? subject : -1;
    at = above;
  }
  return -1;
}

/** The subject of a sentence, or where it only tells what somebody says, of what is said; -1 for none. */
function findSubjectOf(view: EventView, s: number): number {
  const { doc } = view;
  if (s < 0) return -1;
  for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++) {
    if (doc.head[i] >= 0) continue;
    if (!isVerb(view, i)) return -1;
    const told = childBy(view, i, "ccomp");
    return findSubject(view, told >= 0 ? told : i, 0);
  }
  return -1;
}
