/**
 * The rows of the codebook: `data/plover/rows/TYPE.tsv`.
 *
 * In: tab-separated text. Out: typed rows. A wrong row is refused with its place and what was expected.
 */
import { suggest } from "../core/suggestion.js";
import { parseEventFrame, parseWhen } from "./codebook-frame.js";
import { EVENT_POS, type EventRow } from "./codebook-types.js";
import { type Cells, readCells } from "./cue-table-cells.js";
import { readSpellings } from "./lexical-table.js";
import { type MarkedSentence, readMarkedSentence } from "./marked-sentence.js";

/** Where the columns of the codebook are told. */
export const CODEBOOK_GUIDE = "data/plover/README.md";

const COLUMNS = "type mode trigger pos frame when cameo contexts example negative".split(" ");

/** What rows may name. */
export interface RowVocabulary {
  readonly types: readonly string[];
  /** `TYPE:mode`. */
  readonly modes: readonly string[];
  readonly contexts: readonly string[];
  readonly cameo: readonly string[];
  readonly classes: readonly string[];
}

/**
 * The rows in `tsv`.
 *
 * @throws UserError `broken-table`, such as `data/plover/rows/AID.tsv:12:1: unknown type "ADI". Did you mean "AID"?`
 */
export function parseEventRows(tsv: string, origin: string, known: RowVocabulary): EventRow[] {
  return readCells(tsv, origin, COLUMNS, CODEBOOK_GUIDE).map((cells) => readRow(cells, origin, known));
}

function readRow(cells: Cells, origin: string, known: RowVocabulary): EventRow {
  const type = cells.choice("type", known.types);
  const { when, frame: more } = attempt(cells, "when", (text) => parseWhen(text, known.classes));
  const frame = attempt(cells, "frame", (text) => parseEventFrame(more === "" ? text : `${text} ${more}`));
  if (frame.actor.length === 0 && frame.parties.length === 0)
    cells.fail("frame", 'the frame has neither "actor" nor "parties".');
  const examples = attempt(cells, "example", splitSentences).map((text) => readExample(cells, text));
  if (examples.length === 0) cells.fail("example", "the row has no example.");
  return {
    id: `${type}:${cells.line}`,
    origin,
    line: cells.line,
    type,
    mode: readMode(cells, type, known.modes),
    // The longest first: "ceasefire agreement" before "ceasefire".
    spellings: readSpellings(cells, "trigger")
      .flatMap(splitHyphens)
      .sort((a, b) => b.length - a.length),
    pos: cells.choice("pos", EVENT_POS),
    frame,
    when,
    cameo: readOptional(cells, "cameo", known.cameo),
    contexts: readContexts(cells, known.contexts),
    examples,
    negatives: splitSentences(cells.text("negative")),
  };
}

/** "tear-gas" is two words to the tokenizer; both spellings are kept. */
function splitHyphens(words: readonly string[]): string[][] {
  const split = words.flatMap((word) => (/^[\w]+(-[\w]+)+$/.test(word) ? word.split("-") : [word]));
  return split.length === words.length ? [[...words]] : [[...words], split];
}

function readMode(cells: Cells, type: string, modes: readonly string[]): string | null {
  const mode = cells.text("mode");
  if (mode === "") return null;
  if (modes.includes(`${type}:${mode}`)) return mode;
  const own = modes.filter((m) => m.startsWith(`${type}:`)).map((m) => m.slice(type.length + 1));
  return cells.fail("mode", `${type} has no mode "${mode}".${suggest(mode, own)}`);
}

function readOptional(cells: Cells, column: string, known: readonly string[]): string | null {
  const value = cells.text(column);
  if (value === "" || known.includes(value)) return value || null;
  return cells.fail(column, `unknown ${column} code "${value}".${nearest(value, known)}`);
}

function nearest(value: string, known: readonly string[]): string {
  const close = known.filter((code) => code.startsWith(value.slice(0, 2))).slice(0, 20);
  return suggest(value, close);
}

function readContexts(cells: Cells, known: readonly string[]): string[] {
  const written = cells.text("contexts");
  const contexts = written === "" ? [] : written.split("|");
  for (const context of contexts) {
    if (!known.includes(context))
      cells.fail("contexts", `unknown context "${context}".${suggest(context, known)}`);
  }
  return contexts;
}

function readExample(cells: Cells, text: string): MarkedSentence {
  const example = attempt(cells, "example", () => readMarkedSentence(text));
  if (!example.parts.some(({ part }) => part === "trigger"))
    cells.fail("example", `"${text}" marks no words as [trigger …].`);
  return example;
}

function splitSentences(cell: string): string[] {
  return cell
    .split("||")
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

function attempt<T>(cells: Cells, column: string, read: (text: string) => T): T {
  try {
    return read(cells.text(column));
  } catch (error) {
    return cells.fail(column, `${column}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
