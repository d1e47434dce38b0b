/**
 * Words within the names of issues: judgements that are left out, nouns that only wrap others, verbs and their
 * nouns, words for the same thing.
 *
 * In: the text of `data/positions/words.tsv`. Out: lookups by lemma.
 */
import { readCells } from "./cue-table-cells.js";
import { POSITIONS_GUIDE } from "./stance-table.js";

export interface IssueWords {
  readonly evaluative: ReadonlySet<string>;
  readonly shell: ReadonlySet<string>;
  /** Words that say nothing alone ("reiterated its position"). */
  readonly empty: ReadonlySet<string>;
  /** `resume` to `resumption`. */
  readonly nominal: ReadonlyMap<string, string>;
  /** `truce` to `ceasefire`. */
  readonly same: ReadonlyMap<string, string>;
  /** Texts that speak for the body that issues them ("the resolution calls for"). */
  readonly voice: ReadonlySet<string>;
  /** Parts of a body or state that are named by it ("members of the union"). */
  readonly organ: ReadonlySet<string>;
}

const USES = ["evaluative", "shell", "empty", "nominal", "same", "voice", "organ"] as const;

/** @throws UserError `broken-table` */
export function parseIssueWords(tsv: string, origin: string): IssueWords {
  const evaluative = new Set<string>();
  const shell = new Set<string>();
  const empty = new Set<string>();
  const voice = new Set<string>();
  const organ = new Set<string>();
  const nominal = new Map<string, string>();
  const same = new Map<string, string>();
  for (const cells of readCells(tsv, origin, ["use", "word", "of"], POSITIONS_GUIDE)) {
    const use = cells.choice("use", USES);
    const word = cells.text("word");
    const of = cells.text("of");
    if (word === "") cells.fail("word", "the word is missing.");
    if ((of === "") !== (use !== "nominal" && use !== "same"))
      cells.fail("of", of === "" ? `"${use}" asks for a word here.` : `"${use}" takes no word here.`);
    if (use === "evaluative") evaluative.add(word);
    else if (use === "shell") shell.add(word);
    else if (use === "empty") empty.add(word);
    else if (use === "voice") voice.add(word);
    else if (use === "organ") organ.add(word);
    else (use === "nominal" ? nominal : same).set(word, of);
  }
  return { evaluative, shell, empty, nominal, same, voice, organ };
}
