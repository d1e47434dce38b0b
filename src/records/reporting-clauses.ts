/**
 * "The ministry said in a statement that …": a that-clause belongs to the verb of saying, not to the noun before it.
 *
 * Parsers often hang the clause on the nearest noun ("statement", "reporters", "Cairo") as if it described it. In: a
 * parsed sentence. Out: the clauses to hang on their verb as `ccomp`, the shape of UD's English treebanks. Only a
 * clause with the conjunction "that" is moved, behind a verb that has nothing else to say; a relative pronoun ("a
 * letter that was lost") has another relation and stays.
 */
import { type ParsedDoc, UPOS } from "../language/doc.js";
import { hasForm } from "../language/spelling.js";
import { isSaying } from "./cue-saying.js";
import type { CueTable } from "./cue-table.js";
import { relationOf } from "./frame-match.js";

/** A clause and the verb that it belongs to. */
export interface StrayClause {
  readonly clause: number;
  readonly verb: number;
}

const VERB = UPOS.indexOf("VERB");

/** Nouns between the clause and its verb: "told reporters in Cairo after talks that …". */
const LONGEST_CHAIN = 4;

/** The stray clauses of the sentence of words `from` to `to` (half open), in the order of the text. */
export function findStrayClauses(doc: ParsedDoc, cues: CueTable, from: number, to: number): StrayClause[] {
  const found: StrayClause[] = [];
  for (let that = from + 2; that < to - 1; that++) {
    if (!hasForm(doc, that, "that") || relationOf(doc, that) !== "mark") continue;
    const clause = doc.head[that];
    if (clause < that || !isStray(doc, clause)) continue;
    const verb = verbAbove(doc, doc.head[clause], that);
    if (verb < 0 || !isSaying(doc, cues, verb) || hasContent(doc, verb, from, to)) continue;
    if (!found.some((other) => other.verb === verb)) found.push({ clause, verb });
  }
  return found;
}

/** A clause that describes a noun, or that a participle has which does ("a letter addressed to the mayor that …"). */
function isStray(doc: ParsedDoc, clause: number): boolean {
  const relation = relationOf(doc, clause);
  return /^acl/.test(relation) || (relation === "ccomp" && relationOf(doc, doc.head[clause]) === "acl");
}

/** The verb that the noun hangs on, through other nouns and participles that describe them, all between it and the clause; -1 for none. */
function verbAbove(doc: ParsedDoc, noun: number, that: number): number {
  let at = noun;
  for (let step = 0; step < LONGEST_CHAIN && at >= 0 && at < that; step++) {
    const relation = relationOf(doc, at);
    const above = doc.head[at];
    if (above < 0 || above > at) return -1;
    const describes = doc.upos[above] === VERB && relationOf(doc, above) === "acl";
    if (doc.upos[above] === VERB && !describes) return /^(obl|iobj|obj)/.test(relation) ? above : -1;
    if (!/^(nmod|appos|conj|obl|nummod|acl$)/.test(relation) && !(describes && /^obj/.test(relation)))
      return -1;
    at = above;
  }
  return -1;
}

/** True where the verb has something to say already: a clause, or words in quotation marks before it. */
function hasContent(doc: ParsedDoc, verb: number, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (doc.head[i] === verb && /^(ccomp|xcomp|parataxis)$/.test(relationOf(doc, i))) return true;
    if (i < verb && /["“”«»]/.test(doc.text[doc.start[i]])) return true;
  }
  return /^(parataxis|acl:relcl)$/.test(relationOf(doc, verb));
}
