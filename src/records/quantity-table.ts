/**
 * The tables of quantities: which words make a figure a measure, and what the counted nouns are.
 *
 * In: the texts of `data/quantities/*.tsv` (tab separated, one header row, `#` comments). Out: typed rows with lookups.
 * A wrong row is refused with its place and a suggestion.
 */

import { UNIT_KINDS } from "../mentions/number-mention.js";
import { parseUnitTable, type UnitTable } from "../mentions/unit-table.js";
import { parseFrame } from "./cue-frame.js";
import { type Cells, readCells } from "./cue-table-cells.js";
import {
  areSingleWords,
  CUE_POS,
  hashSeconds,
  type LexicalRow,
  type LexicalTable,
  readSpellings,
} from "./lexical-table.js";
import { readMarkedSentence } from "./marked-sentence.js";
import { makeRowIndex } from "./row-lookup.js";

/** A word that makes a figure a measure; the frame's content is what is counted, its source who did it. */
export interface MeasureRow extends LexicalRow {
  readonly measure: string;
  /** True where `measure` says which other word tells what is measured (borrowed-measure.ts). */
  readonly borrows: boolean;
  /** Classes of what is counted, one of which must fit. */
  readonly counts: ReadonlySet<string>;
  /** True where the word is itself what is counted: "20 deaths". */
  readonly counted: boolean;
}

/** A class of counted nouns, and the measure that they tell by themselves. */
export interface NounClass {
  readonly class: string;
  /** Null where the noun as written is the measure. */
  readonly measure: string | null;
}

export interface QuantityTables {
  readonly units: UnitTable;
  readonly measures: LexicalTable<MeasureRow>;
  /** By lemma, or by two lemmas with a space between. */
  readonly nouns: ReadonlyMap<string, readonly NounClass[]>;
}

export interface TableText {
  readonly text: string;
  readonly origin: string;
}

/** Where the tables are explained. */
const GUIDE = "data/quantities/README.md";

/** In place of a measure: what the noun behind "of" is a figure of. */
export const OF_NOUN = "@of";
/** In place of a measure: what the figure before is a figure of. */
export const OF_FIGURE = "@before";
const BORROWED = [OF_NOUN, OF_FIGURE] as const;

/** Classes beside those of the nouns: a number alone, any noun, one that no row names, a share of a territory. */
const OTHER_CLASSES = ["bare", "any", "other", "landshare"];

/**
 * The three tables.
 *
 * @throws UserError `broken-table`
 */
export function parseQuantityTables(tables: {
  readonly units: TableText;
  readonly nouns: TableText;
  readonly measures: TableText;
}): QuantityTables {
  const nouns = parseNouns(tables.nouns);
  const classes = new Set<string>(["any"]);
  for (const list of nouns.values()) for (const noun of list) classes.add(noun.class);
  return {
    units: parseUnitTable(tables.units.text, tables.units.origin),
    nouns,
    measures: parseMeasures(tables.measures, [...classes, ...UNIT_KINDS, ...OTHER_CLASSES]),
  };
}

function parseNouns({ text, origin }: TableText): Map<string, NounClass[]> {
  const nouns = new Map<string, NounClass[]>();
  for (const cells of readCells(text, origin, ["class", "measure", "nouns", "example"], GUIDE)) {
    const measure = cells.text("measure");
    const entry = { class: cells.text("class"), measure: measure === "-" ? null : measure };
    for (const words of readSpellings(cells, "nouns")) {
      const key = words.join(" ");
      nouns.set(key, [...(nouns.get(key) ?? []), entry]);
    }
  }
  return nouns;
}

function parseMeasures({ text, origin }: TableText, classes: readonly string[]): LexicalTable<MeasureRow> {
  const columns = ["measure", "trigger", "pos", "frame", "counts", "example"];
  const rows = readCells(text, origin, columns, GUIDE).map((cells) => readMeasure(cells, classes));
  const byLemma = new Map<string, MeasureRow[]>();
  const byFirstWord = new Map<string, MeasureRow[]>();
  for (const row of rows) {
    for (const words of row.spellings) append(byLemma, words.join(" "), row);
    for (const word of new Set(row.spellings.map((words) => words[0]))) append(byFirstWord, word, row);
  }
  return { rows, byLemma, byFirstWord, index: makeRowIndex(byFirstWord) };
}

function readMeasure(cells: Cells, classes: readonly string[]): MeasureRow {
  const attempt = <T>(column: string, read: (text: string) => T): T => {
    try {
      return read(cells.text(column));
    } catch (error) {
      return cells.fail(column, `${column}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const spellings = readSpellings(cells, "trigger");
  const counts = cells.text("counts").split("|");
  for (const name of counts)
    if (!classes.includes(name)) cells.fail("counts", `unknown class "${name}"; nouns.tsv has none of it.`);
  const example = attempt("example", readMarkedSentence);
  for (const part of ["trigger", "value"])
    if (!example.parts.some((marked) => marked.part === part))
      cells.fail("example", `the example marks no words as [${part} …].`);
  const frame = attempt("frame", parseFrame);
  const measure = cells.text("measure");
  if (measure.startsWith("@")) cells.choice("measure", BORROWED);
  return {
    line: cells.line,
    measure,
    borrows: measure.startsWith("@"),
    lemma: spellings[0].join(" "),
    spellings,
    isOneWord: areSingleWords(spellings),
    seconds: hashSeconds(spellings),
    pos: cells.choice("pos", CUE_POS),
    frame,
    counts: new Set(counts),
    counted: frame.content.length === 0,
    example,
  };
}

function append<Row>(map: Map<string, Row[]>, key: string, row: Row): void {
  const rows = map.get(key);
  if (rows === undefined) map.set(key, [row]);
  else rows.push(row);
}
