/**
 * What the tables of cues and of channels have in common: words with a part of speech, a frame and an
 * example, found by a word of a text.
 */

import { hashString } from "../learn/feature-hash.js";
import { type Frame, parseFrame } from "./cue-frame.js";
import { broken, type Cells } from "./cue-table-cells.js";
import type { MarkedPart, MarkedSentence } from "./marked-sentence.js";
import { readMarkedSentence } from "./marked-sentence.js";
import { compareRows, makeRowIndex, type RowIndex } from "./row-lookup.js";

/** Parts of speech that a row may have. */
export const CUE_POS = ["VERB", "NOUN", "ADJ", "ADV", "ADP"] as const;
export type CuePos = (typeof CUE_POS)[number];

/** What both tables have: the words of a row, as lemmas in lower case. */
export interface LexicalRow {
  /** Line in the file, from 1. */
  readonly line: number;
  /** The first spelling: `criticize`. */
  readonly lemma: string;
  /** Every spelling as its words: `[["criticize"], ["criticise"]]`; `one's` is any possessive. */
  readonly spellings: readonly (readonly string[])[];
  /** No spelling has a second word. */
  readonly isOneWord: boolean;
  /** Hashes of the second words of its spellings; none where one has no second word, or any of several for it. */
  readonly seconds: readonly number[];
  readonly pos: CuePos;
  readonly frame: Frame;
  readonly example: MarkedSentence;
}

/** Rows in the order of the file, with lookups by the whole lemma and by its first word. */
export interface LexicalTable<Row extends LexicalRow> {
  readonly rows: readonly Row[];
  readonly byLemma: ReadonlyMap<string, readonly Row[]>;
  readonly byFirstWord: ReadonlyMap<string, readonly Row[]>;
  readonly index: RowIndex<Row>;
}

/**
 * What each row of both tables has; `mark` is the part that its example must mark. A table writes it out among its own
 * fields, so that all its rows have one hidden class: see `makeParsedDoc`.
 *
 * @throws UserError `broken-table`
 */
export function readLexicalPart(cells: Cells, lemmaColumn: string, mark: MarkedPart["part"]): LexicalRow {
  const attempt = <T>(column: string, read: (text: string) => T): T => {
    try {
      return read(cells.text(column));
    } catch (error) {
      return cells.fail(column, `${column}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const spellings = readSpellings(cells, lemmaColumn);
  const example = attempt("example", readMarkedSentence);
  if (!example.parts.some(({ part }) => part === mark))
    cells.fail("example", `the example marks no words as [${mark} …].`);
  return {
    line: cells.line,
    lemma: spellings[0].join(" "),
    spellings,
    isOneWord: areSingleWords(spellings),
    seconds: hashSeconds(spellings),
    pos: cells.choice("pos", CUE_POS),
    frame: attempt("frame", parseFrame),
    example,
  };
}

/** True for spellings of one word each. */
export function areSingleWords(spellings: readonly (readonly string[])[]): boolean {
  return spellings.every((words) => words.length === 1);
}

/** What {@link LexicalRow.seconds} is for spellings. Words beyond ASCII have no hash for all their cases. */
export function hashSeconds(spellings: readonly (readonly string[])[]): number[] {
  const words = spellings.map((spelling) => spelling[1]);
  const isPlain = (word: string | undefined) =>
    word !== undefined && word !== "one's" && /^[\x21-\x7e]+$/.test(word);
  return words.every(isPlain) ? words.map((word) => hashString(word)) : [];
}

/**
 * Spellings split by `|`, each as its words: `[["criticize"], ["criticise"]]`.
 *
 * @throws UserError `broken-table`
 */
export function readSpellings(cells: Cells, column: string): string[][] {
  const written = cells.text(column);
  if (!/^[^\s|]+( [^\s|]+)*(\|[^\s|]+( [^\s|]+)*)*$/.test(written) || written !== written.toLowerCase())
    cells.fail(column, `"${written}" is not lower-case words with single spaces, spellings split by "|".`);
  return written.split("|").map((spelling) => spelling.split(" "));
}

/**
 * The table of these rows.
 *
 * @throws UserError `broken-table` where two rows say the same
 */
export function buildTable<Row extends LexicalRow>(rows: readonly Row[], origin: string): LexicalTable<Row> {
  const byLemma = new Map<string, Row[]>();
  const byFirstWord = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of new Set(row.spellings.map((words) => words.join(" ")))) {
      const same = byLemma.get(key)?.find((other) => isSameEntry(other, row));
      if (same !== undefined)
        throw broken(
          `${origin}:${row.line}:1: "${key}" ${row.pos} stands with this frame at line ${same.line}.`,
        );
      append(byLemma, key, row);
    }
    for (const key of new Set(row.spellings.map((words) => words[0]))) append(byFirstWord, key, row);
  }
  for (const list of byFirstWord.values()) list.sort(compareRows);
  return { rows, byLemma, byFirstWord, index: makeRowIndex(byFirstWord) };
}

function isSameEntry(a: LexicalRow, b: LexicalRow): boolean {
  return a.pos === b.pos && JSON.stringify(a.frame) === JSON.stringify(b.frame);
}

function append<Row>(map: Map<string, Row[]>, key: string, row: Row): void {
  const rows = map.get(key);
  if (rows === undefined) map.set(key, [row]);
  else rows.push(row);
}
