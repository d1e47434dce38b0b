/** A speaker's own norm as a position: what must, should or may only be. */
import type { Span } from "../core/evidence.js";
import type { StatementRecord } from "../core/records.js";
import { findDependent } from "../language/dependents.js";
import { type ParsedDoc, UPOS } from "../language/doc.js";
import type { ListedActor } from "../mentions/actor-list.js";
import { findIssues } from "./issue.js";
import { isLightVerb } from "./issue-name.js";
import { findStatementAround } from "./on-whose-word.js";
import { findCondition } from "./position-condition.js";
import { type PositionContext, type PositionDraft, type PositionInput, wordSpan } from "./position-draft.js";
import { findPolarity, turnStance } from "./position-mood.js";
import { holdersAt, speakerOf } from "./position-speaker.js";

/** "The prisoners must be released", "a vote may be held only after …": the speaker's own norm. */
export function readNorm(input: PositionInput, context: PositionContext, i: number): PositionDraft[] {
  const { doc } = input;
  const { tree } = context;
  const lemma = doc.lemma[i].toLowerCase();
  const isPossible = lemma === "possible" || lemma === "permissible";
  const verb = isPossible ? i : doc.head[i];
  if (verb < 0) return [];
  if (!isPossible && (doc.names.deprel[doc.deprel[i]] !== "aux" || UPOS[doc.upos[verb]] !== "VERB"))
    return [];
  const binds = /^(should|must|shall)$/.test(lemma);
  const condition = findCondition(tree, verb);
  const opens = isPossible || /^(may|can|could|will)$/.test(lemma);
  if (isLightVerb(doc.lemma[verb].toLowerCase())) return [];
  // "should have acted": a reproach for what is past.
  if (hasPerfect(tree, verb)) return [];
  if (!binds && !(opens && condition !== undefined && isOnly(doc, condition))) return [];
  const statement = findStatementAround(wordSpan(doc, verb), input.statements);
  const holders = findHolders(input, tree, statement, verb, lemma);
  if (holders.length === 0) return [];
  const polarity = findPolarity(tree, verb, true);
  if (polarity === undefined) return [];
  const about = isPossible ? findDependent(tree, i, (r) => r === "nsubj" || r === "csubj") : verb;
  if (about < 0) return [];
  return findIssues(context, about)
    .slice(0, 1)
    .map((issue) => ({
      trigger: i,
      holders,
      stance: turnStance("favor" as const, polarity),
      issue,
      condition,
      statement,
      rule: binds ? `norm:${lemma}` : "norm:only",
    }));
}

/** The speaker's norm; "Quito will talk only after …" is the condition of whoever will. */
function findHolders(
  input: PositionInput,
  tree: PositionContext["tree"],
  statement: StatementRecord | undefined,
  verb: number,
  auxiliary: string,
): ListedActor[] {
  const subject = auxiliary === "will" ? findDependent(tree, verb, (r) => r === "nsubj") : -1;
  const own = subject < 0 ? [] : holdersAt(input, tree, subject, statement);
  return own.length > 0 ? own : speakerOf(input, tree, statement, verb);
}

function hasPerfect(tree: PositionContext["tree"], verb: number): boolean {
  const { doc } = tree;
  for (let child = tree.firstChild[verb]; child >= 0; child = tree.nextSibling[child])
    if (doc.names.deprel[doc.deprel[child]] === "aux" && doc.lemma[child].toLowerCase() === "have")
      return true;
  return false;
}

function isOnly({ text }: ParsedDoc, { start, end }: Span): boolean {
  return /^only\b/i.test(text.slice(start, end));
}
