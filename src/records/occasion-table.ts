/**
 * The table of occasions: which words name what somebody spoke on ("at a ceremony", "after the vote", "commenting on").
 *
 * In: the text of `data/cues/occasions.tsv` (tab separated, one header row, `#` comments). Out: rows with lookups. A wrong
 * row is refused with its place and a suggestion.
 */
import { makeFirstWords } from "./cue-first-words.js";
import { readCells } from "./cue-table-cells.js";
import { buildTable, readLexicalPart } from "./lexical-table.js";
import { type RankedRow, type RankedTable, readPriority } from "./ranked-table.js";

export type OccasionTable = RankedTable<RankedRow>;

const COLUMNS = ["trigger", "pos", "frame", "priority", "example"];

/**
 * The occasion table in `tsv`; `origin` names the file in messages.
 *
 * @throws UserError `broken-table`
 */
export function parseOccasionTable(tsv: string, origin: string): OccasionTable {
  const table = buildTable(
    readCells(tsv, origin, COLUMNS).map((cells): RankedRow => {
      const row = readLexicalPart(cells, "trigger", "occasion");
      const { line, lemma, spellings, isOneWord, seconds, pos, frame, example } = row;
      return {
        line,
        lemma,
        spellings,
        isOneWord,
        seconds,
        pos,
        frame,
        example,
        priority: readPriority(cells),
      };
    }),
    origin,
  );
  return { ...table, firstWords: makeFirstWords(table.byFirstWord.keys()) };
}
