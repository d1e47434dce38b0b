/**
 * The table of channels: which words name the means by which something was said, and where they hang on its cue.
 *
 * In: the text of `data/cues/channels.tsv` (tab separated, one header row, `#` comments). Out: typed rows with
 * lookups. A wrong row is refused with its place and a suggestion.
 */
import { CHANNELS, type Channel } from "./channel.js";
import { makeFirstWords } from "./cue-first-words.js";
import { readCells } from "./cue-table-cells.js";
import { buildTable, readLexicalPart } from "./lexical-table.js";
import { type RankedRow, type RankedTable, readPriority } from "./ranked-table.js";

/** One expression that names a channel. */
export interface ChannelRow extends RankedRow {
  readonly channel: Channel;
}

export type ChannelTable = RankedTable<ChannelRow>;

const COLUMNS = ["channel", "trigger", "pos", "frame", "priority", "example"];

/**
 * The channel table in `tsv`; `origin` names the file in messages.
 *
 * @throws UserError `broken-table`
 */
export function parseChannelTable(tsv: string, origin: string): ChannelTable {
  const table = buildTable(
    readCells(tsv, origin, COLUMNS).map((cells): ChannelRow => {
      const row = readLexicalPart(cells, "trigger", "channel");
      const { line, lemma, spellings, isOneWord, seconds, pos, frame, example } = row;
      const priority = readPriority(cells);
      const channel = cells.choice("channel", CHANNELS);
      return { line, lemma, spellings, isOneWord, seconds, pos, frame, example, priority, channel };
    }),
    origin,
  );
  return { ...table, firstWords: makeFirstWords(table.byFirstWord.keys()) };
}
