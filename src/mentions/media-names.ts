/**
 * News media as actors: which of their spellings are names wherever they stand, and what each stands for.
 *
 * In: the table of media that headers are read by (data/article/media.tsv). Out: readings for the lexicon. A medium's
 * PLOVER sector is JRN, its CAMEO code ends in MED. Limit: a spelling of one word ("Dawn", "The Sun") is a common word
 * or a person's name as well, so it is looked up only where an unknown name acts or speaks.
 */
import type { Medium } from "../article/media-table.js";
import { isBodyWord } from "./body-words.js";
import type { NameEntry } from "./name-entry.js";
import { slug } from "./persons.js";

/** What is asked of the table of media. */
export interface MediaNames {
  /** The medium of a spelling; null where nothing is known. */
  findName(written: string): Medium | null;
  /** Every spelling of every medium. */
  readonly spellings: readonly { readonly written: string }[];
}

/** Articles that names of papers begin with in other languages. */
const ARTICLE = /^(al|der|die|das|el|il|la|las|le|les|los)$/i;
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}]+$/u;

/** The spellings of `media` that stand for nothing else, without "The". */
export function listMediaNames(media: MediaNames): string[] {
  const names = new Set<string>();
  for (const { written } of media.spellings) {
    const words = written.replace(/^The /, "").split(" ");
    const tells = words.length > 2 || isBodyWord(words[words.length - 1]) || ARTICLE.test(words[0]);
    if (words.length > 1 && tells) names.add(words.join(" "));
  }
  return [...names];
}

/**
 * The medium that an unknown name is: `isThe` tells that "the" stands before it. Of names of one word only agencies',
 * acronyms and those that "The" belongs to.
 */
export function findMediumNamed(media: MediaNames, written: string, isThe: boolean): Medium | undefined {
  const medium = media.findName(written);
  if (medium === null) return undefined;
  const isWord = !written.includes(" ") && !ACRONYM.test(written) && medium.kind === "outlet";
  return isWord && !(isThe && medium.name.startsWith("The ")) ? undefined : medium;
}

/** The medium as a reading; `cameo` is its state's code. */
export function mediumEntry({ name, country }: Medium, cameo?: string): NameEntry {
  return {
    class: "body",
    id: `media:${slug(name)}`,
    name,
    sector: "JRN",
    ...(country ? { country } : {}),
    ...(cameo ? { cameo: `${cameo}MED` } : {}),
  };
}
