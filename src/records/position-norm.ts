/** A speaker's own norm as a position: what must, should or may only be. */
import type { Span } from "../core/evidence.js";
import { findDependent } from "../language/dependents.js";
import { type ParsedDoc, UPOS } from "../language/doc.js";
import { findIssues, type IssueContext } from "./issue.js";
import { isLightVerb } from "./issue-name.js";
import { findStatementAround } from "./on-whose-word.js";
import { type PositionDraft, type PositionInput, wordSpan } from "./position-draft.js";
import { findCondition, findPolarity, turnStance } from "./position-mood.js";
import { speakerOf } from "./position-speaker.js";

/** "The prisoners must be released", "a vote may be held only after …": the speaker's own norm. */
export function readNorm(input: PositionInput, context: IssueContext, i: number): PositionDraft[] {
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
  if (!binds && !(opens && condition !== undefined && isOnly(doc, condition))) return [];
  const statement = findStatementAround(wordSpan(doc, verb), input.statements);
  const holders = speakerOf(input, tree, statement, verb);
  if (holders.length === 0) return [];
  const polarity = findPolarity(tree, verb);
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

function isOnly({ text }: ParsedDoc, { start, end }: Span): boolean {
  return /^only\b/i.test(text.slice(start, end));
}
