/**
 * The words in which accounts ask: about events by type and mode, about figures by measure, about names by the labels
 * that take a side.
 *
 * In: the texts of `data/accounts/questions.tsv`, `figures.tsv` and `labels.tsv`. Out: lookups.
 */
import { readCells } from "../records/cue-table-cells.js";
import { LabelTable } from "./label-table.js";

/** What is asked about, behind "did" and behind "who"; `[…{whom}]` is left out where nobody is named. */
export interface QuestionWords {
  readonly did: string;
  readonly has: string;
}

/** How a figure is asked for; `{of}` stands for what is counted. */
export interface FigureWords {
  /** What is counted where no report says it. */
  readonly of: string;
  readonly question: string;
}

export interface QuestionTable {
  /** By type ("ASSAULT"), or by type and mode ("ASSAULT abduct"). */
  readonly events: ReadonlyMap<string, QuestionWords>;
  /** By measure ("killed"). */
  readonly figures: ReadonlyMap<string, FigureWords>;
  /** Words for people that take a side. */
  readonly labels: LabelTable;
}

/** Nothing has words of its own: types and measures are asked for by their names. */
export const NO_QUESTIONS: QuestionTable = {
  events: new Map(),
  figures: new Map(),
  labels: LabelTable.EMPTY,
};

interface TableText {
  readonly text: string;
  readonly origin: string;
}

const GUIDE = "data/accounts/README.md";

/** @throws UserError `broken-table` */
export function parseQuestions(events: TableText, figures: TableText, labels?: TableText): QuestionTable {
  return {
    events: parseEvents(events),
    figures: parseFigures(figures),
    labels: labels === undefined ? LabelTable.EMPTY : LabelTable.parse(labels),
  };
}

function parseEvents({ text, origin }: TableText): Map<string, QuestionWords> {
  const words = new Map<string, QuestionWords>();
  for (const cells of readCells(text, origin, ["type", "mode", "did", "has"], GUIDE)) {
    const key = questionKey(cells.text("type"), cells.text("mode"));
    if (words.has(key)) cells.fail("type", `"${key}" stands twice.`);
    for (const column of ["did", "has"])
      if (cells.text(column) === "") cells.fail(column, "Nothing is written here.");
    words.set(key, { did: cells.text("did"), has: cells.text("has") });
  }
  return words;
}

function parseFigures({ text, origin }: TableText): Map<string, FigureWords> {
  const words = new Map<string, FigureWords>();
  for (const cells of readCells(text, origin, ["measure", "of", "question"], GUIDE)) {
    const measure = cells.text("measure");
    if (words.has(measure)) cells.fail("measure", `"${measure}" stands twice.`);
    if (!cells.text("question").includes("{of}")) cells.fail("question", "Where is {of}?");
    words.set(measure, { of: cells.text("of"), question: cells.text("question") });
  }
  return words;
}

/** `mode` may be empty. */
export function questionKey(type: string, mode: string): string {
  return `${type} ${mode}`.trim();
}
