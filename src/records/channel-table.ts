/**
 * The table of channels: which words name the means by which something was said, and where they hang on its cue.
 *
 * In: the text of `data/cues/channels.tsv` (tab separated, one header row, `#` comments). Out: typed rows with
 * lookups. A wrong row is refused with its place and a suggestion.
 */
import { CHANNELS, type Channel } from "./channel.js";
import { type FirstWords, makeFirstWords } from "./cue-first-words.js";
import { readCells } from "./cue-table-cells.js";
import { buildTable, type LexicalRow, type LexicalTable, readLexicalPart } from "./lexical-table.js";

/** One expression that names a channel. */
export interface ChannelRow extends LexicalRow {
  readonly channel: Channel;
  /** Where several fit, the highest wins; among equals the one nearest to the cue. */
  readonly priority: number;
}

export interface ChannelTable extends LexicalTable<ChannelRow> {
  readonly firstWords: FirstWords;
}

const COLUMNS = ["channel", "trigger", "pos", "frame", "priority", "example"];

/**
 * The channel table in `tsv`; `origin` names the file in messages.
 *
 * @throws UserError `broken-table`
 */
export function parseChannelTable(tsv: string, origin: string): ChannelTable {
  const table = buildTable(
    readCells(tsv, origin, COLUMNS).map((cells): ChannelRow => {
      const priority = cells.text("priority");
      if (!/^[1-9]$/.test(priority))
        cells.fail("priority", `priority "${priority}" is no digit from 1 to 9.`);
      return {
        ...readLexicalPart(cells, "trigger", "channel"),
        channel: cells.choice("channel", CHANNELS),
        priority: Number(priority),
      };
    }),
    origin,
  );
  return { ...table, firstWords: makeFirstWords(table.byFirstWord.keys()) };
}
