/**
 * Names found in running words: a tree of words, longest match first.
 *
 * In: names with what each stands for. Out: for a place in a text, the longest name that begins there.
 * Names match as written (`US` is no "us"); titles and offices match in any case.
 */

/** What a name in the lexicon is. */
export type NameClass =
  | "state"
  | "adjective"
  | "demonym"
  | "capital"
  | "seat"
  | "body"
  | "office"
  | "title"
  | "qualifier"
  | "holder";

/** One reading of a name. */
export interface NameEntry {
  readonly class: NameClass;
  /** Id of the actor; of the office or title class where it is one of many states'. */
  readonly id: string;
  /** Canonical name. */
  readonly name: string;
  readonly country?: string;
  readonly sector?: string;
  readonly cameo?: string;
  readonly wikidata?: string;
  /** EDTF years between which the name stands for this; absent is open. */
  readonly from?: string;
  readonly to?: string;
  readonly gender?: "female" | "male";
}

interface Node {
  entries?: NameEntry[];
  next?: Map<string, Node>;
}

/** A name found: its readings and how many words it has. */
export interface NameMatch {
  readonly entries: readonly NameEntry[];
  readonly words: number;
}

export class NameLexicon {
  readonly #exact: Node = {};
  readonly #folded: Node = {};

  /** Adds a reading of the name made of `words`. */
  add(words: readonly string[], entry: NameEntry, anyCase: boolean): void {
    let node = anyCase ? this.#folded : this.#exact;
    for (const word of words) {
      const key = anyCase ? word.toLowerCase() : normaliseApostrophe(word);
      node.next ??= new Map();
      let next = node.next.get(key);
      if (next === undefined) {
        next = {};
        node.next.set(key, next);
      }
      node = next;
    }
    node.entries ??= [];
    if (!node.entries.some((e) => e.class === entry.class && e.id === entry.id)) node.entries.push(entry);
  }

  /** The longest name that begins at word `i` of `forms` and ends before `end`; as-written names before titles. */
  match(forms: readonly string[], i: number, end: number): NameMatch | undefined {
    const exact = longest(this.#exact, forms, i, end, false);
    const folded = longest(this.#folded, forms, i, end, true);
    if (exact === undefined || folded === undefined) return exact ?? folded;
    if (exact.words === folded.words) return { entries: [...exact.entries, ...folded.entries], words: exact.words };
    return exact.words > folded.words ? exact : folded;
  }
}

function longest(root: Node, forms: readonly string[], i: number, end: number, fold: boolean): NameMatch | undefined {
  let node = root;
  let found: NameMatch | undefined;
  for (let k = i; k < end && node.next !== undefined; k++) {
    const next = node.next.get(fold ? forms[k].toLowerCase() : normaliseApostrophe(forms[k]));
    if (next === undefined) break;
    node = next;
    if (node.entries !== undefined) found = { entries: node.entries, words: k + 1 - i };
  }
  return found;
}

function normaliseApostrophe(word: string): string {
  return word.includes("’") ? word.replaceAll("’", "'") : word;
}
