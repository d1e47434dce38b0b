/**
 * Names as a tree of words: the longest name that begins at a word of a text.
 *
 * In: names with what each stands for. Out: the readings of a name found, in the order in which they were added.
 * An article uses few of the names: names wait under the letters that they begin with until a word with these letters is
 * first looked up, and only then are cut into words.
 */
import type { NameEntry, NameReading } from "./name-entry.js";
import { readFirstLetters, readNameStart, splitName } from "./name-words.js";

/** A name found: its readings and how many words it has. */
export interface NameMatch {
  readonly entries: readonly NameEntry[];
  readonly words: number;
}

/** A name that has not grown yet, and the one that was added before it under the same letters. */
interface Waiting {
  readonly name: string;
  readonly reading: NameReading;
  readonly before: Waiting | undefined;
}

/** A word of the tree; most have one word behind them, which needs no map. */
interface Node {
  entries: NameEntry[] | undefined;
  key: string | undefined;
  only: Node | undefined;
  next: Map<string, Node> | undefined;
}

export class NameTree {
  readonly #roots = new Map<string, Node>();
  /** The last name added under these letters. */
  readonly #waiting = new Map<string, Waiting>();
  readonly #anyCase: boolean;

  /** Names match as written, or in any case and number. */
  constructor(anyCase: boolean) {
    this.#anyCase = anyCase;
  }

  /** Adds a reading of a name. */
  add(name: string, reading: NameReading): void {
    const letters = this.#key(readNameStart(name));
    this.#waiting.set(letters, { name, reading, before: this.#waiting.get(letters) });
  }

  /** The longest name that begins at word `i` of `forms` and ends before `end`. */
  match(forms: readonly string[], i: number, end: number): NameMatch | undefined {
    if (i >= end) return undefined;
    let node: Node | undefined =
      this.#rootOf(this.#key(forms[i])) ??
      (this.#anyCase && isPlural(forms[i]) ? this.#rootOf(this.#key(forms[i].slice(0, -1))) : undefined);
    let found: NameMatch | undefined;
    for (let k = i + 1; node !== undefined; k++) {
      if (node.entries !== undefined) found = { entries: node.entries, words: k - i };
      if (k >= end || (node.only ?? node.next) === undefined) break;
      node =
        childOf(node, this.#key(forms[k])) ??
        (this.#anyCase && isPlural(forms[k]) ? childOf(node, this.#key(forms[k].slice(0, -1))) : undefined);
    }
    return found;
  }

  #key(word: string): string {
    if (this.#anyCase) return word.toLowerCase();
    return word.includes("’") ? word.replaceAll("’", "'") : word;
  }

  #rootOf(key: string): Node | undefined {
    const letters = readFirstLetters(key);
    const last = this.#waiting.get(letters);
    if (last !== undefined) {
      this.#waiting.delete(letters);
      this.#grow(last);
    }
    return this.#roots.get(key);
  }

  /** Grows all names that wait with `last`, in the order in which they were added. */
  #grow(last: Waiting): void {
    const waiting: Waiting[] = [];
    for (let one: Waiting | undefined = last; one !== undefined; one = one.before) waiting.push(one);
    for (const { name, reading } of waiting.reverse()) {
      const entry = typeof reading === "function" ? reading() : reading;
      const words = splitName(name);
      this.#growName(words, entry);
      // At the end of a sentence an abbreviation gives up its period.
      if (!this.#anyCase && name.endsWith("."))
        this.#growName([...words.slice(0, -1), words[words.length - 1].slice(0, -1)], entry);
    }
  }

  #growName(words: readonly string[], entry: NameEntry): void {
    const key = this.#key(words[0]);
    let node = this.#roots.get(key);
    if (node === undefined) {
      node = makeNode();
      this.#roots.set(key, node);
    }
    for (let k = 1; k < words.length; k++) node = growChild(node, this.#key(words[k]));
    node.entries ??= [];
    node.entries.push(entry);
  }
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

/** "ministers" where only "minister" may be known. */
function isPlural(form: string): boolean {
  return form.length > 3 && /s$/i.test(form);
}
