/**
 * The table of stances: which words tell that somebody is for or against something, and where holder and issue
 * hang on them in the tree.
 *
 * In: the text of `data/positions/stances.tsv`. Out: typed rows with lookups. A wrong row is refused with its
 * place and a suggestion.
 */
import type { Stance } from "../core/records.js";
import { parseFrame } from "./cue-frame.js";
import { readCells } from "./cue-table-cells.js";
import {
  areSingleWords,
  buildTable,
  CUE_POS,
  hashSeconds,
  type LexicalRow,
  type LexicalTable,
  readSpellings,
} from "./lexical-table.js";
import { readMarkedSentence } from "./marked-sentence.js";

const STANCES = ["favor", "against", "neutral", "judged", "same"] as const;

/** One group of words in one frame; in its frame `source` is the holder and `content` the issue. */
export interface StanceRow extends LexicalRow {
  /** `judged`: as the word says that the issue is called; `same`: as whoever was told of before. */
  readonly stance: Stance | "judged" | "same";
  /** The issue is that of the position told before ("Malawi abstained"). */
  readonly isBefore: boolean;
  /** The holder is whoever says the sentence. */
  readonly bySpeaker: boolean;
  readonly negative: string | null;
}

export interface StanceTable extends LexicalTable<StanceRow> {
  /** What an adjective or noun says of what is called so. */
  readonly judgements: ReadonlyMap<string, Stance>;
}

/** Where the tables of positions are explained. */
export const POSITIONS_GUIDE = "data/positions/README.md";

const COLUMNS = ["trigger", "pos", "holder", "issue", "frame", "stance", "example", "negative"];

/**
 * The stance table in `tsv`; `origin` names the file in messages.
 *
 * @throws UserError `broken-table`, such as `data/positions/stances.tsv:12:40: unknown stance "favour".`
 */
export function parseStanceTable(tsv: string, origin: string): StanceTable {
  const rows = readCells(tsv, origin, COLUMNS, POSITIONS_GUIDE).map((cells): StanceRow => {
    const stance = cells.choice("stance", STANCES);
    const bySpeaker = cells.text("holder") === "speaker";
    const isBefore = cells.text("issue") === "before";
    const attempt = <T>(column: string, read: () => T): T => {
      try {
        return read();
      } catch (error) {
        return cells.fail(column, `${column}: ${error instanceof Error ? error.message : String(error)}`);
      }
    };
    const more = cells.text("frame") === "-" ? "" : ` ${cells.text("frame")}`;
    const holder = bySpeaker ? "" : `source=${cells.text("holder")} `;
    const frame = attempt("issue", () =>
      parseFrame(`${holder}content=${isBefore ? "none" : cells.text("issue")}${more}`),
    );
    const example = attempt("example", () => readMarkedSentence(cells.text("example")));
    const wanted = bySpeaker ? (["trigger", "issue"] as const) : (["holder", "trigger", "issue"] as const);
    for (const mark of wanted) {
      if (!example.parts.some(({ part }) => part === mark))
        cells.fail("example", `the example marks no words as [${mark} …].`);
    }
    const spellings = readSpellings(cells, "trigger");
    return {
      line: cells.line,
      lemma: spellings[0].join(" "),
      spellings,
      isOneWord: areSingleWords(spellings),
      seconds: hashSeconds(spellings),
      pos: cells.choice("pos", CUE_POS),
      frame,
      example,
      stance,
      bySpeaker,
      isBefore,
      negative: cells.text("negative") || null,
    };
  });
  const judgements = new Map<string, Stance>();
  for (const row of rows) {
    if (!row.bySpeaker || row.stance === "judged" || row.stance === "same" || row.pos === "VERB") continue;
    for (const [word, ...rest] of row.spellings) if (rest.length === 0) judgements.set(word, row.stance);
  }
  return { ...buildTable(rows, origin), judgements };
}
