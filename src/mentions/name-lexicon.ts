/**
 * Names found in running words: a tree of words, longest match first.
 *
 * In: names with what each stands for. Out: for a place in a text, the longest name that begins there.
 * Names match as written (`US` is no "us"); titles and offices match in any case.
 */
import { fold } from "./persons.js";

/** What a name in the lexicon is. */
export type NameClass =
  | "state"
  | "adjective"
  | "demonym"
  | "capital"
  | "seat"
  | "body"
  | "group"
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
  /** For an office or a title: what follows the state's CAMEO code. */
  readonly suffix?: string;
  /** For an office or a title: the states in which alone the word has this meaning. */
  readonly states?: readonly string[];
  /** For a title that names its body ("UN chief"): that body; for an office-holder, whose office it is. */
  readonly of?: NameEntry;
  /** For an office-holder: the class of the title. */
  readonly title?: string;
  /** For a title: a rank or a rite's, borne beside an office ("spokesman Colonel NAME"). */
  readonly style?: true;
  /** For a seat or body: also the name of a town or land ("Brussels", "Somaliland"). */
  readonly town?: true;
  /** For a body: the body that it is part of. */
  readonly parent?: string;
  /** Stands for this only where the article speaks of it otherwise too. */
  readonly context?: boolean;
}

/** A word of the tree; most have one word behind them, which needs no map. */
interface Node {
  entries: NameEntry[] | undefined;
  key: string | undefined;
  only: Node | undefined;
  next: Map<string, Node> | undefined;
}

function makeNode(): Node {
  return { entries: undefined, key: undefined, only: undefined, next: undefined };
}

function childOf(node: Node, key: string): Node | undefined {
  return node.next === undefined ? (node.key === key ? node.only : undefined) : node.next.get(key);
}

function growChild(node: Node, key: string): Node {
  const known = childOf(node, key);
  if (known !== undefined) return known;
  const child = makeNode();
  if (node.next !== undefined) node.next.set(key, child);
  else if (node.only === undefined) {
    node.key = key;
    node.only = child;
  } else
    node.next = new Map([
      [node.key as string, node.only],
      [key, child],
    ]);
  return child;
}

/** A name found: its readings and how many words it has. */
export interface NameMatch {
  readonly entries: readonly NameEntry[];
  readonly words: number;
}

export class NameLexicon {
  /** States by ISO code. */
  readonly states = new Map<string, NameEntry>();
  readonly #offices: { words: readonly string[]; entry: NameEntry }[] = [];
  readonly #exact = makeNode();
  readonly #folded = makeNode();

  /** One entry for each term of an office-holder, in the order of the table. */
  readonly terms: NameEntry[] = [];
  readonly #holders = new Map<string, NameEntry[]>();

  /** Rows of office-holders whose name begins or ends with this word. */
  holdersNamed(word: string): readonly NameEntry[] {
    return this.#holders.get(fold(word)) ?? [];
  }

  /** Lets an office-holder be found by the first and the last word of the name. */
  addHolder(entry: NameEntry): void {
    this.terms.push(entry);
    const words = fold(entry.name).split(" ");
    for (const word of new Set([words[0], words[words.length - 1]])) {
      const same = this.#holders.get(word);
      if (same === undefined) this.#holders.set(word, [entry]);
      else same.push(entry);
    }
  }

  /** Adds a reading of the name made of `words`. */
  add(words: readonly string[], entry: NameEntry, anyCase: boolean): void {
    let node = anyCase ? this.#folded : this.#exact;
    for (const word of words) {
      const key = anyCase ? word.toLowerCase() : normaliseApostrophe(word);
      node = growChild(node, key);
    }
    if (entry.class === "state" && entry.country !== undefined && !this.states.has(entry.country))
      this.states.set(entry.country, entry);
    node.entries ??= [];
    node.entries.push(entry);
    if (entry.class === "office" && words.length > 1 && entry.states === undefined)
      this.#offices.push({ words, entry });
  }

  /** The office whose name differs from `words` by one slip: a letter more, less, changed or swapped with the next. */
  nearestOffice(words: readonly string[]): NameEntry | undefined {
    const written = words.join(" ").toLowerCase();
    return this.#offices.find(
      (o) => o.words.length === words.length && isOneSlip(o.words.join(" ").toLowerCase(), written),
    )?.entry;
  }

  /** The longest name that begins at word `i` of `forms` and ends before `end`; as-written names before titles. */
  match(forms: readonly string[], i: number, end: number): NameMatch | undefined {
    const exact = longest(this.#exact, forms, i, end, false);
    const folded = longest(this.#folded, forms, i, end, true);
    if (exact === undefined || folded === undefined) return exact ?? folded;
    if (exact.words === folded.words)
      return { entries: [...exact.entries, ...folded.entries], words: exact.words };
    return exact.words > folded.words ? exact : folded;
  }
}

function longest(
  root: Node,
  forms: readonly string[],
  i: number,
  end: number,
  anyCase: boolean,
): NameMatch | undefined {
  let node = root;
  let found: NameMatch | undefined;
  for (let k = i; k < end && (node.only ?? node.next) !== undefined; k++) {
    const next =
      childOf(node, anyCase ? forms[k].toLowerCase() : normaliseApostrophe(forms[k])) ??
      (anyCase ? singular(node, forms[k]) : undefined);
    if (next === undefined) break;
    node = next;
    if (node.entries !== undefined) found = { entries: node.entries, words: k + 1 - i };
  }
  return found;
}

/** "ministers" where only "minister" is known. */
function singular(node: Node, form: string): Node | undefined {
  return form.length > 3 && /s$/i.test(form) ? childOf(node, form.slice(0, -1).toLowerCase()) : undefined;
}

function normaliseApostrophe(word: string): string {
  return word.includes("’") ? word.replaceAll("’", "'") : word;
}

/** Damerau's distance of one (Communications of the ACM 7, 1964). */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (a.length !== b.length)
    return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1);
  return (
    a.slice(i + 1) === b.slice(i + 1) ||
    (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2))
  );
}
