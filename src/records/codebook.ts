/**
 * The codebook: types, modes, contexts, CAMEO codes, rows, word classes, nouns and operators, checked and indexed.
 *
 * In: the texts of the tables under `data/plover`, whose columns its README tells. Out: a frozen value. A wrong cell
 * is refused with file, line and column, what was found, and the nearest known value.
 */
import type { QuadClass } from "../core/records.js";
import { suggest } from "../core/suggestion.js";
import { parseOperators, parseResults } from "./codebook-operators.js";
import { CODEBOOK_GUIDE, parseEventRows, type RowVocabulary } from "./codebook-row.js";
import {
  type CameoRow,
  type Codebook,
  type EventRow,
  NOUN_KINDS,
  type NounKind,
  type NounRow,
  type OperatorRow,
  type TypeRow,
} from "./codebook-types.js";
import { type Cells, readCells } from "./cue-table-cells.js";

/** The text of a table and the file that it came from. */
export interface TableText {
  readonly text: string;
  readonly origin: string;
}

export interface CodebookTables {
  readonly types: TableText;
  readonly modes: TableText;
  readonly contexts: TableText;
  readonly cameo: TableText;
  readonly operators: TableText;
  readonly results: TableText;
  readonly nouns: TableText;
  readonly rows: readonly TableText[];
  /** Word classes by the name that rows give after `@`. */
  readonly classes: ReadonlyMap<string, TableText>;
}

/**
 * The codebook in `tables`.
 *
 * @throws UserError `broken-table`
 */
export function parseCodebook(tables: CodebookTables): Codebook {
  const types = new Map(parseTypes(tables.types).map((row) => [row.type, row]));
  const modes = parseModes(tables.modes, [...types.keys()]);
  const { contexts, words } = parseContexts(tables.contexts);
  const cameo = new Map(parseCameo(tables.cameo, [...types.keys()], modes).map((row) => [row.code, row]));
  const classes = new Map([...tables.classes].map(([name, { text }]) => [name, parseClass(text)]));
  const known: RowVocabulary = {
    types: [...types.keys()],
    modes: [...modes.keys()],
    contexts,
    cameo: [...cameo.keys()],
    classes: [...classes.keys()],
  };
  const rows = tables.rows.flatMap(({ text, origin }) => parseEventRows(text, origin, known));
  const operators = parseOperators(tables.operators.text, tables.operators.origin);
  const names = [...new Set(operators.map(({ operator }) => operator))];
  return Object.freeze({
    types,
    modes,
    contexts,
    contextWords: words,
    cameo,
    classes,
    nouns: parseNouns(tables.nouns),
    rows,
    byFirstWord: indexByFirstWord<EventRow>(rows),
    operators: indexByFirstWord<OperatorRow>(operators),
    results: parseResults(tables.results.text, tables.results.origin, names, known.types),
  });
}

function readTable({ text, origin }: TableText, columns: string): Cells[] {
  return readCells(text, origin, columns.split(" "), CODEBOOK_GUIDE);
}

function readNumber(cells: Cells, column: string): number {
  const value = Number(cells.text(column));
  if (cells.text(column) === "" || !Number.isFinite(value))
    cells.fail(column, `${column} "${cells.text(column)}" is no number.`);
  return value;
}

function readQuad(cells: Cells): QuadClass {
  return Number(cells.choice("quad", ["1", "2", "3", "4"] as const)) as QuadClass;
}

function parseTypes(table: TableText): TypeRow[] {
  return readTable(table, "type quad score recipient symmetric meaning borders").map((cells) => ({
    type: cells.text("type"),
    quad: readQuad(cells),
    score: readNumber(cells, "score"),
    needsRecipient: cells.choice("recipient", ["yes", "no"] as const) === "yes",
    isSymmetric: cells.choice("symmetric", ["yes", "no"] as const) === "yes",
    meaning: cells.text("meaning"),
  }));
}

function parseModes(table: TableText, types: readonly string[]): Map<string, number | null> {
  const modes = new Map<string, number | null>();
  for (const cells of readTable(table, "type mode score meaning")) {
    const score = cells.text("score") === "" ? null : readNumber(cells, "score");
    modes.set(`${cells.choice("type", types)}:${cells.text("mode")}`, score);
  }
  return modes;
}

function parseContexts(table: TableText): { contexts: string[]; words: Map<string, string[]> } {
  const contexts: string[] = [];
  const words = new Map<string, string[]>();
  for (const cells of readTable(table, "context words gloss")) {
    const context = cells.text("context");
    contexts.push(context);
    for (const word of cells.text("words").split("|")) {
      if (word === "") continue;
      words.set(word, [...(words.get(word) ?? []), context]);
    }
  }
  return { contexts, words };
}

function parseCameo(
  table: TableText,
  types: readonly string[],
  modes: ReadonlyMap<string, number | null>,
): CameoRow[] {
  return readTable(table, "code gloss type mode quad goldstein").map((cells) => {
    const type = cells.text("type") === "" ? null : cells.choice("type", types);
    const mode = cells.text("mode") || null;
    if (mode !== null && !modes.has(`${type}:${mode}`))
      cells.fail("mode", `${type} has no mode "${mode}".${suggest(mode, [...modes.keys()])}`);
    return {
      code: cells.text("code"),
      gloss: cells.text("gloss"),
      type,
      mode,
      quad: readQuad(cells),
      goldstein: readNumber(cells, "goldstein"),
    };
  });
}

function parseNouns(table: TableText): Map<string, NounRow> {
  const nouns = new Map<string, { kinds: Set<NounKind>; sector: string | null }>();
  for (const cells of readTable(table, "noun kind sector")) {
    const noun = cells.text("noun");
    const row = nouns.get(noun) ?? { kinds: new Set<NounKind>(), sector: null };
    row.kinds.add(cells.choice("kind", NOUN_KINDS));
    row.sector ??= cells.text("sector") || null;
    nouns.set(noun, row);
  }
  return nouns;
}

/** One lemma a line; `#` starts a comment. */
function parseClass(text: string): ReadonlySet<string> {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*$/, "").trim().toLowerCase());
  return new Set(lines.filter((line) => line !== ""));
}

function indexByFirstWord<Row extends { readonly spellings: readonly (readonly string[])[] }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    for (const first of new Set(row.spellings.map((words) => words[0]))) {
      const list = index.get(first);
      if (list === undefined) index.set(first, [row]);
      else list.push(row);
    }
  }
  return index;
}
