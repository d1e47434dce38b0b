/**
 * The words of a sentence that a row of measures stands on, with whom they count.
 *
 * In: a counted phrase and the rows that stand in its sentence. Out: the row, the word it stands on, and who did it.
 * The rows hold for active and passive, for participles behind their noun ("20 people killed in …"), for relative
 * clauses, for shared subjects ("20 were killed and wounded"), for headlines ("20 killed"), and for what hangs on the
 * counted noun: coordinated figures ("soldiers and five civilians"), parts ("including seven districts").
 */
import type { Dependents } from "../language/dependents.js";
import { findDependent } from "../language/dependents.js";
import { getForm, UPOS } from "../language/doc.js";
import { isPassive, matchRow, relationOf } from "./frame-match.js";
import type { MeasureRow, QuantityTables } from "./quantity-table.js";
import { findRows, findRowsAt } from "./row-lookup.js";

/** A row that fits a word of the sentence, with the words that it counts and the one that did it. */
export interface RowMatch {
  readonly row: MeasureRow;
  readonly word: number;
  readonly counted: readonly number[];
  /** -1 where nobody is told. */
  readonly agent: number;
}

/** The rows that fit words of sentence `s`. */
export function matchSentence(tree: Dependents, s: number, tables: QuantityTables): RowMatch[] {
  const { doc } = tree;
  const found: RowMatch[] = [];
  for (let word = doc.sentence[s]; word < doc.sentence[s + 1]; word++) {
    const upos = UPOS[doc.upos[word]];
    if (upos === "PUNCT" || upos === "DET" || upos === "PRON") continue;
    let rows = findRowsAt(tables.measures, doc, word);
    if (rows.length === 0) {
      // an irregular form whose lemma is unknown can stand in the table itself
      const form = getForm(doc, word);
      rows = findRows(tables.measures, { lemma: form, form, upos });
    }
    for (const row of rows) {
      const match = matchRow(tree, row, word);
      if (match === undefined) continue;
      const counted = row.counted
        ? [row.spellings[0].length > 1 ? headFrom(tree, word, row.spellings[0].length) : word]
        : row.pos === "VERB"
          ? countedByVerb(tree, row, word, match.content)
          : countedByWord(tree, word, match.content);
      if (counted.length > 0)
        found.push({ row, word, counted, agent: agentOf(tree, word, match.source, counted) });
    }
  }
  return found;
}

/** The head of a name of several words that begins at `word`. */
function headFrom(tree: Dependents, word: number, length: number): number {
  for (let i = Math.min(word + length, tree.doc.length) - 1; i >= word; i--) {
    const head = tree.doc.head[i];
    if (head < word || head >= word + length) return i;
  }
  return word;
}

const SUBJECT = /^nsubj(:pass)?$/;
const RELATIVE = /^(who|whom|which|that)$/i;

function countedByVerb(
  tree: Dependents,
  row: MeasureRow,
  verb: number,
  content: readonly number[],
): readonly number[] {
  const { doc } = tree;
  const takes = (relation: string) =>
    row.frame.content.some(
      ({ up, steps }) => up === 0 && steps.length === 1 && steps[0].relation === relation,
    );
  const found = content.map((word) => antecedentOf(tree, verb, word));
  if (found.length > 0) return found;
  const relation = relationOf(doc, verb);
  const hasObject = findDependent(tree, verb, (name) => name === "obj") >= 0;
  const isParticiple =
    doc.names.xpos[doc.xpos[verb]] === "VBN" || /(?:ed|en|wn|ught|ne)$/.test(getForm(doc, verb));
  const head = doc.head[verb];
  if (relation === "acl" && head >= 0) {
    if (isParticiple ? takes("obj") && !hasObject : takes("nsubj")) return [head];
    return [];
  }
  const own = findDependent(tree, verb, (name) => SUBJECT.test(name));
  // an intransitive verb whose subject the parser took for a passive one
  if (own >= 0 && takes("nsubj") && !takes("obj")) return [antecedentOf(tree, verb, own)];
  // "20 killed in a landslide": a transitive verb without object is a participle
  if (own >= 0) return takes("obj") && !hasObject && isParticiple ? [antecedentOf(tree, verb, own)] : [];
  const shared = sharedSubject(tree, verb);
  if (shared < 0) return [];
  const passive = isPassive(tree, verb) || (isParticiple && !hasObject && isPassive(tree, head));
  if (takes("nsubj") ? !passive || !takes("obj") : passive && takes("obj"))
    return [antecedentOf(tree, head, shared)];
  return [];
}

/** The subject of the verb that `verb` is joined to; -1 for none. */
function sharedSubject(tree: Dependents, verb: number): number {
  let at = verb;
  for (let step = 0; step < 3; step++) {
    if (!/^(conj|xcomp)$/.test(relationOf(tree.doc, at))) return -1;
    at = tree.doc.head[at];
    const subject = findDependent(tree, at, (name) => SUBJECT.test(name));
    if (subject >= 0) return subject;
  }
  return -1;
}

/** A relative pronoun stands for the noun that its clause hangs on. */
function antecedentOf(tree: Dependents, verb: number, word: number): number {
  const { doc } = tree;
  if (!RELATIVE.test(getForm(doc, word))) return word;
  for (let clause = verb, step = 0; step < 4 && clause >= 0; clause = doc.head[clause], step++) {
    if (relationOf(doc, clause) === "acl:relcl") return doc.head[clause];
  }
  return word;
}

/** An adjective that is predicated of a noun, or stands in a relative clause, or shares its subject. */
function countedByWord(tree: Dependents, word: number, content: readonly number[]): readonly number[] {
  const isAdjective = UPOS[tree.doc.upos[word]] === "ADJ";
  // "200 people are confirmed dead"
  const shared = isAdjective ? sharedSubject(tree, word) : -1;
  return shared >= 0 ? [shared] : content.map((other) => antecedentOf(tree, word, other));
}

function agentOf(tree: Dependents, word: number, source: number, counted: readonly number[]): number {
  if (source >= 0) return counted.includes(source) ? -1 : antecedentOf(tree, word, source);
  const shared = sharedSubject(tree, word);
  if (shared < 0 || counted.includes(shared) || isPassive(tree, word) || isPassive(tree, tree.doc.head[word]))
    return -1;
  return antecedentOf(tree, tree.doc.head[word], shared);
}
