/**
 * Words that take a side in what they call people, from `data/accounts/labels.tsv`.
 *
 * In: the table's text. Out: the label that a phrase uses, by its words.
 */
import { readCells } from "../records/cue-table-cells.js";

/** A word for people that another side would not use. */
export interface Label {
  /** As it is shown ("separatists"). */
  readonly name: string;
  /** Labels of one kind may be of the same people. */
  readonly kind: string;
}

export class LabelTable {
  /** No word takes a side. */
  static readonly EMPTY = new LabelTable([]);
  readonly #spellings: readonly { readonly words: string; readonly label: Label }[];

  private constructor(spellings: readonly { readonly words: string; readonly label: Label }[]) {
    this.#spellings = spellings;
  }

  /** @throws UserError `broken-table` */
  static parse({ text, origin }: { readonly text: string; readonly origin: string }): LabelTable {
    const seen = new Set<string>();
    return new LabelTable(
      readCells(text, origin, ["label", "kind", "words"], "data/accounts/README.md").flatMap((cells) => {
        const label = { name: cells.text("label"), kind: cells.text("kind") };
        if (label.name === "" || label.kind === "") cells.fail("label", "A label needs a name and a kind.");
        return cells
          .text("words")
          .split("|")
          .map((words) => {
            if (words === "" || seen.has(words)) cells.fail("words", `"${words}" is empty or stands twice.`);
            seen.add(words);
            return { words: ` ${words} `, label };
          });
      }),
    );
  }

  /** The label among the words of `phrase`, the last where it has several; undefined for none. */
  find(phrase: string): Label | undefined {
    const words = ` ${phrase.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, " ")} `;
    let best: Label | undefined;
    let place = -1;
    for (const spelling of this.#spellings) {
      const at = words.lastIndexOf(spelling.words);
      if (at <= place) continue;
      best = spelling.label;
      place = at;
    }
    return best;
  }
}
