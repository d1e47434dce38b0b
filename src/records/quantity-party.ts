/**
 * Whose a figure is: who did what it counts, whose the troops and weapons are, which body has voted.
 *
 * In: a figure with the row that governs it, the article's actors. Out: one actor and where it is written. An event
 * ("the blast killed 20") is nobody. A body that votes may be named up to two sentences before the count.
 */
import type { Span } from "../core/evidence.js";
import type { ActorRef } from "../core/records.js";
import type { Dependents } from "../language/dependents.js";
import type { ActorMention } from "../mentions/actor-mention.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { CountedPhrase } from "./counted-phrase.js";
import { phraseWords } from "./phrase-words.js";
import type { RowMatch } from "./quantity-measure.js";
import type { QuantityTables } from "./quantity-table.js";
import { isTallied } from "./vote-tally.js";

/** An actor and where it is written; `isEarlier` where that is in another sentence. */
export interface QuantityParty {
  readonly ref: ActorRef;
  readonly span: Span;
  readonly isEarlier?: boolean;
}

export interface PartyInput {
  readonly actors: ArticleActors;
  readonly tables: QuantityTables;
}

/** Whose the figure is that measures `measure` in sentence `s`; undefined where nobody is told. */
export function findQuantityParty(
  input: PartyInput,
  tree: Dependents,
  s: number,
  phrase: CountedPhrase,
  match: RowMatch | undefined,
  measure: string,
): QuantityParty | undefined {
  const agent = match?.row.borrows ? undefined : findAgent(input, tree, match);
  if (agent !== undefined) return agent;
  if (measure === VOTES && isTallied(tree.doc, s, phrase.number.from, phrase.number.to))
    return findBody(input, tree, s, phrase);
  return OWNED.has(measure) ? findOwner(input, tree, phrase) : undefined;
}

const VOTES = "votes";

/** What belongs to somebody, whatever is done with it: "43,000 Soviet troops". */
const OWNED = new Set(["troops", "weapons"]);

/** Who gives a figure by the verb that governs it: "[the police] counted 2,500". */
export function findTeller(
  { actors }: PartyInput,
  tree: Dependents,
  { agent }: RowMatch,
): QuantityParty | undefined {
  return agent < 0 ? undefined : partyAt(actors, tree, agent);
}

/** Who did it, where that is somebody: an event ("the blast killed 20") is nobody. */
function findAgent(
  { actors, tables }: PartyInput,
  tree: Dependents,
  match: RowMatch | undefined,
): QuantityParty | undefined {
  if (match === undefined || match.agent < 0) return undefined;
  const party = partyAt(actors, tree, match.agent);
  const lemma = tree.doc.lemma[match.agent].toLowerCase();
  const isSomebody = (tables.nouns.get(lemma) ?? []).some(({ class: name }) => ACTING.has(name));
  return party.isResolved || isSomebody || ACTING_NOUNS.test(lemma) ? party : undefined;
}

function partyAt(
  actors: ArticleActors,
  tree: Dependents,
  head: number,
): QuantityParty & { readonly isResolved: boolean } {
  const { doc } = tree;
  const words = phraseWords(tree, head);
  const { ref, rule } = actors.resolve(words);
  const span = { start: doc.start[words[0]], end: doc.end[words[words.length - 1]] };
  return { ref, span, isResolved: rule !== "unresolved" };
}

const ACTING = new Set(["armed", "person", "state"]);
const ACTING_NOUNS =
  /^(force|army|police|navy|military|government|militia|group|gang|cartel|regime|junta|side|authority|ministry|court)$/;

/** The state or body that the counted noun is named by: "Soviet troops", "tanks of the rebel army". */
function findOwner(
  { actors }: PartyInput,
  tree: Dependents,
  { of, noun }: CountedPhrase,
): QuantityParty | undefined {
  if (of === null || noun < 0) return undefined;
  const { doc } = tree;
  const mention = actors.mentions.find(
    (m) => doc.start[m.from] >= of.start && doc.end[m.to - 1] <= of.end && m.ref.country !== undefined,
  );
  return mention === undefined ? undefined : atMention(tree, mention);
}

/** Sentences before a count in which the body that has voted may be named. */
const BODY_REACH = 2;

/** The body named last before the count; of several in one sentence, the first. */
function findBody(
  { actors }: PartyInput,
  tree: Dependents,
  s: number,
  { number }: CountedPhrase,
): QuantityParty | undefined {
  const { doc } = tree;
  for (let at = s; at >= 0 && s - at <= BODY_REACH; at--) {
    const [from, to] = [doc.sentence[at], Math.min(doc.sentence[at + 1], number.from)];
    const mention = actors.mentions.find(
      (m) => m.from >= from && m.to <= to && (m.kind === "body" || m.kind === "office"),
    );
    if (mention !== undefined) return { ...atMention(tree, mention), isEarlier: at < s };
  }
  return undefined;
}

function atMention({ doc }: Dependents, { from, to, ref }: ActorMention): QuantityParty {
  return { ref, span: { start: doc.start[from], end: doc.end[to - 1] } };
}
