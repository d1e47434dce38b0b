/** Tables whose rows are ranked: channels and occasions, of which a statement has one each. */
import type { FirstWords } from "./cue-first-words.js";
import type { Cells } from "./cue-table-cells.js";
import type { LexicalRow, LexicalTable } from "./lexical-table.js";

/** A row that names something of how a statement was made. */
export interface RankedRow extends LexicalRow {
  /** Where several fit, the highest wins; among equals the one nearest to the cue. */
  readonly priority: number;
}

export interface RankedTable<Row extends RankedRow> extends LexicalTable<Row> {
  readonly firstWords: FirstWords;
}

/**
 * The digit of the column `priority`.
 *
 * @throws UserError `broken-table`
 */
export function readPriority(cells: Cells): number {
  const priority = cells.text("priority");
  if (!/^[1-9]$/.test(priority)) cells.fail("priority", `priority "${priority}" is no digit from 1 to 9.`);
  return Number(priority);
}
