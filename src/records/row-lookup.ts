/**
 * The rows of a table that a word of a text may begin, ready for each part of speech.
 *
 * In: a table's rows by their first word. Out: an index that is asked once for nearly every word of a text, so that an
 * answer costs no list of its own, save for a participle that finds rows by its lemma and by its form.
 */
import { type ParsedDoc, UPOS } from "../language/doc.js";
import { hasForm } from "../language/spelling.js";
import { hashString } from "../learn/feature-hash.js";
import { addFirstWords, type FirstWords, makeFirstWords, markTag, mayBegin } from "./cue-first-words.js";
import type { LexicalRow, LexicalTable } from "./lexical-table.js";

/** Rows by a word in lower case. */
type RowsByWord<Row> = ReadonlyMap<string, readonly Row[]>;

/** Rows by the lemma or form of their first word. */
export interface RowIndex<Row> {
  /** For each part of speech, in the order of {@link UPOS}, those that a word of it may begin by its lemma. */
  readonly byTag: readonly RowsByWord<Row>[];
  /** Tells by the hash of a lemma and the number of its part of speech whether there are any: see {@link mayHaveRows}. */
  readonly taggedWords: FirstWords;
  /** Those for adjectives and prepositions, which a participle begins by its form ("is worried that", "according to"). */
  readonly participles: RowsByWord<Row>;
  /** Tells by a form's hash whether any of those may begin with it. */
  readonly participleWords: FirstWords;
}

const VERB = UPOS.indexOf("VERB");

const NO_ROWS: readonly never[] = Object.freeze([]);

/** The index of a table whose lists are in the order that its rows are tried in. */
export function makeRowIndex<Row extends LexicalRow>(byFirstWord: RowsByWord<Row>): RowIndex<Row> {
  const byTag = UPOS.map((tag) => keepRows(byFirstWord, (row) => firstWordFits(row, tag)));
  const participles = keepRows(byFirstWord, ({ pos }) => pos === "ADJ" || pos === "ADP");
  const taggedWords = makeFirstWords([]);
  for (let tag = 0; tag < byTag.length; tag++) addFirstWords(taggedWords, byTag[tag].keys(), tag);
  return { byTag, taggedWords, participles, participleWords: makeFirstWords(participles.keys()) };
}

function keepRows<Row>(byWord: RowsByWord<Row>, keep: (row: Row) => boolean): RowsByWord<Row> {
  const kept = new Map<string, readonly Row[]>();
  for (const [word, rows] of byWord) {
    const own = rows.every(keep) ? rows : rows.filter(keep);
    if (own.length > 0) kept.set(word, own);
  }
  return kept;
}

/** False only if {@link findRowsAt} finds no row at a word with these hashes of lemma and form. */
export function mayHaveRows(
  { taggedWords, participleWords }: RowIndex<unknown>,
  upos: number,
  lemma: number,
  form: number,
): boolean {
  return mayBegin(taggedWords, lemma ^ markTag(upos)) || (upos === VERB && mayBegin(participleWords, form));
}

/** The rows whose first word word `i` of a text can be; see {@link findRows}. */
export function findRowsAt<Row extends LexicalRow>(
  table: LexicalTable<Row>,
  doc: ParsedDoc,
  i: number,
): readonly Row[] {
  const upos = doc.upos[i];
  const lemma = doc.lemma[i];
  const { byTag, participleWords } = table.index;
  const rows = findLemma(byTag[upos], lemma);
  if (upos !== VERB || !mayBegin(participleWords, hashString(doc.text, doc.start[i], doc.end[i])))
    return rows;
  if (hasForm(doc, i, lemma.toLowerCase())) return rows;
  return withParticiples(table, rows, doc.text.slice(doc.start[i], doc.end[i]).toLowerCase());
}

/** The rows of a lemma: most are in lower case, and a table's words all are. */
function findLemma<Row>(rows: RowsByWord<Row>, lemma: string): readonly Row[] {
  const own = rows.get(lemma);
  if (own !== undefined) return own;
  const lower = lemma.toLowerCase();
  return lower === lemma ? NO_ROWS : (rows.get(lower) ?? NO_ROWS);
}

/**
 * The rows whose first word a word of a text can be, longest lemma first, else in the table's order.
 * Lemma and form are compared in lower case. A participle tagged `VERB` finds rows for adjectives and
 * prepositions by its form ("is worried that", "according to").
 */
export function findRows<Row extends LexicalRow>(
  table: LexicalTable<Row>,
  word: { readonly lemma: string; readonly form: string; readonly upos: string },
): readonly Row[] {
  const lemma = word.lemma.toLowerCase();
  const form = word.form.toLowerCase();
  const rows = table.index.byTag[UPOS.indexOf(word.upos as (typeof UPOS)[number])]?.get(lemma) ?? NO_ROWS;
  return word.upos !== "VERB" || form === lemma ? rows : withParticiples(table, rows, form);
}

function withParticiples<Row extends LexicalRow>(
  table: LexicalTable<Row>,
  rows: readonly Row[],
  form: string,
): readonly Row[] {
  const more = table.index.participles.get(form);
  if (more === undefined) return rows;
  return [...rows, ...more].sort(compareRows);
}

/** The row of more words first, else in the table's order. */
export function compareRows(a: LexicalRow, b: LexicalRow): number {
  return b.spellings[0].length - a.spellings[0].length || a.line - b.line;
}

function firstWordFits(row: LexicalRow, upos: string): boolean {
  if (row.pos === upos) return true;
  if (row.pos === "VERB") return upos === "AUX";
  if (row.pos === "NOUN") return upos === "PROPN" || (row.spellings[0].length > 1 && upos === "ADJ");
  if (row.pos === "ADJ") return upos === "VERB";
  return row.spellings[0].length > 1 || (row.pos === "ADP" && (upos === "SCONJ" || upos === "VERB"));
}
