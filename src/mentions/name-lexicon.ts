/**
 * Names found in running words, and the office-holders among them.
 *
 * In: names with what each stands for. Out: for a place in a text, the longest name that begins there.
 * Names match as written (`US` is no "us"); titles and offices match in any case.
 */
import type { NameEntry, NameReading } from "./name-entry.js";
import { type NameMatch, NameTree } from "./name-tree.js";
import { splitName } from "./name-words.js";
import { fold } from "./persons.js";

/** The news medium that an unknown name is, "the" before it or not; undefined for any other name. */
export type FindMedium = (written: string, isThe: boolean) => NameEntry | undefined;

export class NameLexicon {
  readonly findMedium: FindMedium;
  /** States by ISO code. */
  readonly states = new Map<string, NameEntry>();
  readonly #offices: { readonly name: string; readonly entry: NameEntry }[] = [];
  /** Names of offices in lower case, word by word: what slips of the pen are held against. */
  #officeWords: (readonly string[])[] | undefined;
  readonly #exact = new NameTree(false);
  readonly #folded = new NameTree(true);
  readonly #terms: (() => NameEntry)[] = [];
  #holders: Map<string, NameEntry[]> | undefined;

  constructor(findMedium: FindMedium = () => undefined) {
    this.findMedium = findMedium;
  }

  /** Adds a reading of a name as written. */
  addName(name: string, reading: NameReading): void {
    this.#exact.add(name, reading);
  }

  /** Adds a state that is found by its ISO code. */
  addState(entry: NameEntry): void {
    if (entry.country !== undefined && !this.states.has(entry.country)) this.states.set(entry.country, entry);
  }

  /** Adds a title, or a word with one ("acting"), in any case. */
  addTitle(name: string, reading: NameReading): void {
    this.#folded.add(name, reading);
  }

  /** Adds an office of many states or of one, in any case. */
  addOffice(name: string, entry: NameEntry): void {
    this.#folded.add(name, entry);
    if (entry.states !== undefined) return;
    this.#offices.push({ name, entry });
    this.#officeWords = undefined;
  }

  /** Lets one term of an office-holder be found by the first and the last word of the name. */
  addHolder(makeEntry: () => NameEntry): void {
    this.#terms.push(makeEntry);
    this.#holders = undefined;
  }

  /** One entry for each term of an office-holder, in the order of the table. */
  get terms(): NameEntry[] {
    return this.#terms.map((makeEntry) => makeEntry());
  }

  /** Terms of office-holders whose name begins or ends with this word. */
  holdersNamed(word: string): readonly NameEntry[] {
    this.#holders ??= indexHolders(this.terms);
    return this.#holders.get(fold(word)) ?? [];
  }

  /** The office whose name differs from `words` by one slip: a letter more, less, changed or swapped with the next. */
  nearestOffice(words: readonly string[]): NameEntry | undefined {
    this.#officeWords ??= this.#offices.map(({ name }) => splitName(name.toLowerCase()));
    const written = words.join(" ").toLowerCase();
    const nearest = this.#officeWords.findIndex(
      (known) => known.length > 1 && known.length === words.length && isOneSlip(known.join(" "), written),
    );
    return this.#offices[nearest]?.entry;
  }

  /** The longest name that begins at word `i` of `forms` and ends before `end`; as-written names before titles. */
  match(forms: readonly string[], i: number, end: number): NameMatch | undefined {
    const exact = this.#exact.match(forms, i, end);
    const folded = this.#folded.match(forms, i, end);
    if (exact === undefined || folded === undefined) return exact ?? folded;
    if (exact.words === folded.words)
      return { entries: [...exact.entries, ...folded.entries], words: exact.words };
    return exact.words > folded.words ? exact : folded;
  }
}

function indexHolders(terms: readonly NameEntry[]): Map<string, NameEntry[]> {
  const holders = new Map<string, NameEntry[]>();
  for (const entry of terms) {
    const words = fold(entry.name).split(" ");
    for (const word of new Set([words[0], words[words.length - 1]])) {
      const same = holders.get(word);
      if (same === undefined) holders.set(word, [entry]);
      else same.push(entry);
    }
  }
  return holders;
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
