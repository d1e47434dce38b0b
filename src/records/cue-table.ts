/**
 * The table of attribution cues: which words say that somebody said something, where source, content and
 * addressee hang on them in the tree, and how strongly the source stands for the content.
 *
 * In: the text of `data/cues/cues.tsv` (tab separated, one header row, `#` comments). Out: typed rows with
 * lookups. Source, cue and content are those of PARC (Pareti, LREC 2012). A wrong row is refused with its
 * place and a suggestion.
 *
 * Limits: a row says what may be a cue; whether it is one in a given sentence is for the reader to judge.
 */
import { UPOS } from "../language/doc.js";
import { combine, hashString } from "../learn/feature-hash.js";
import { COMMITMENTS, type Commitment } from "./commitment.js";
import { type FirstWords, makeFirstWords } from "./cue-first-words.js";
import { readCells } from "./cue-table-cells.js";
import { buildTable, type LexicalRow, type LexicalTable, readLexicalPart } from "./lexical-table.js";

/** One cue in one frame. */
export interface CueRow extends LexicalRow {
  readonly commitment: Commitment;
  /** 0 to 1: how often the word is a cue where the frame has a person or body and a content. */
  readonly strength: number;
  /** 1 to 5: {@link strength}, rounded up. */
  readonly rank: number;
  /** Hash of commitment and rank. */
  readonly classHash: number;
  /** It commonly introduces direct speech. */
  readonly quote: boolean;
  /** A sentence in which the word is no cue. */
  readonly negative: string | null;
}

export interface CueTable extends LexicalTable<CueRow> {
  /** First words of the rows that {@link introducesSpeech} holds of. */
  readonly sayingWords: FirstWords;
  /** Lemmas of a verb, and forms of a participle, that such a row may begin with. */
  readonly saying: { readonly lemmas: ReadonlySet<string>; readonly participles: ReadonlySet<string> };
  /** First words of the rows that {@link passesOn} holds of. */
  readonly quotingWords: FirstWords;
}

/** True for a cue by which somebody passes on what another says: "quote … as". */
export function passesOn({ commitment, frame }: CueRow): boolean {
  return (
    commitment === "report" &&
    frame.content.some(({ steps }) => steps[0]?.relation === "advcl" && steps[0].marker === "as")
  );
}

/** A weaker verb of saying may have been meant otherwise. */
const WEAKEST_SAYING = 0.7;

/** True for a strong cue that commonly introduces direct speech. */
export function introducesSpeech({ quote, strength }: CueRow): boolean {
  return quote && strength >= WEAKEST_SAYING;
}

const COLUMNS = ["lemma", "pos", "frame", "commitment", "strength", "quote", "example", "negative"];

/**
 * The cue table in `tsv`; `origin` names the file in messages.
 *
 * @throws UserError `broken-table`, such as `data/cues/cues.tsv:12:40: unknown commitment "asert".`
 */
export function parseCueTable(tsv: string, origin: string): CueTable {
  const table = buildTable(
    readCells(tsv, origin, COLUMNS).map((cells): CueRow => {
      const strength = Number(cells.text("strength"));
      if (!(strength >= 0 && strength <= 1) || cells.text("strength") === "")
        cells.fail("strength", `strength "${cells.text("strength")}" is no number from 0 to 1.`);
      const commitment = cells.choice("commitment", COMMITMENTS);
      const rank = Math.max(1, Math.ceil(strength * 5));
      const { line, lemma, spellings, isOneWord, seconds, pos, frame, example } = readLexicalPart(
        cells,
        "lemma",
        "cue",
      );
      return {
        line,
        lemma,
        spellings,
        isOneWord,
        seconds,
        pos,
        frame,
        example,
        commitment,
        strength,
        rank,
        classHash: combine(hashString(commitment), rank),
        quote: cells.choice("quote", ["yes", "no"] as const) === "yes",
        negative: cells.text("negative") || null,
      };
    }),
    origin,
  );
  const wordsOf = (holds: (row: CueRow) => boolean) =>
    makeFirstWords([...table.byFirstWord].filter(([, rows]) => rows.some(holds)).map(([word]) => word));
  const keysOf = (rowsByWord: ReadonlyMap<string, readonly CueRow[]>) =>
    new Set([...rowsByWord].filter(([, rows]) => rows.some(introducesSpeech)).map(([word]) => word));
  const { byTag, participles } = table.index;
  return {
    ...table,
    sayingWords: wordsOf(introducesSpeech),
    saying: { lemmas: keysOf(byTag[UPOS.indexOf("VERB")]), participles: keysOf(participles) },
    quotingWords: wordsOf(passesOn),
  };
}
