/**
 * A text's words cut into chunks: names that the lexicon knows, unknown names, and everything else.
 *
 * The chunks of a sentence are what phrases such as "Kenya's Deputy Foreign Minister NAME NAME" are read from.
 */
import { type ParsedDoc, UPOS } from "../language/doc.js";
import type { NameClass, NameEntry, NameLexicon } from "./name-lexicon.js";

export interface Chunk {
  /** First word and one past the last. */
  readonly from: number;
  readonly to: number;
  /** Class of the lexicon's first reading; `name` for an unknown capitalised name, `word` for any other word. */
  readonly class: NameClass | "name" | "word";
  readonly entries: readonly NameEntry[];
}

const PROPN = UPOS.indexOf("PROPN");
const NOUN = UPOS.indexOf("NOUN");
const ADJ = UPOS.indexOf("ADJ");
const X = UPOS.indexOf("X");

/** Words that join the parts of a personal name. */
const PARTICLES = new Set("al el bin ibn bint abu umm de del della di da dos das du van von der den la le ter oglu ogly ben bar zu y e".split(" "));

/** Chunks of sentence `s`; together they cover it. */
export function chunkSentence(doc: ParsedDoc, forms: readonly string[], s: number, lexicon: NameLexicon): Chunk[] {
  const first = doc.sentence[s];
  const end = doc.sentence[s + 1];
  const chunks: Chunk[] = [];
  for (let i = first; i < end; ) {
    const match = lexicon.match(forms, i, end);
    if (match !== undefined && isCredible(doc, forms, i, match.entries)) {
      chunks.push({ from: i, to: i + match.words, class: match.entries[0].class, entries: match.entries });
      i += match.words;
      continue;
    }
    const to = nameEnd(doc, forms, i, end, lexicon);
    if (to > i) {
      chunks.push({ from: i, to, class: "name", entries: [] });
      i = to;
      continue;
    }
    chunks.push({ from: i, to: i + 1, class: "word", entries: [] });
    i++;
  }
  return chunks;
}

/** A name written in lower case is none ("us", "who"), a title may be. */
function isCredible(doc: ParsedDoc, forms: readonly string[], i: number, entries: readonly NameEntry[]): boolean {
  const { class: kind } = entries[0];
  if (kind === "title" || kind === "qualifier" || kind === "office") {
    const tag = doc.upos[i];
    return tag === PROPN || tag === NOUN || tag === ADJ || tag === X || isCapitalised(forms[i]);
  }
  return true;
}

/** End of the unknown name that begins at `i`, or `i` if none does. */
function nameEnd(doc: ParsedDoc, forms: readonly string[], i: number, end: number, lexicon: NameLexicon): number {
  if (!isCapitalised(forms[i]) || doc.upos[i] !== PROPN) return i;
  let to = i + 1;
  for (let k = i + 1; k < end; k++) {
    const form = forms[k];
    const gap = doc.start[k] - doc.end[k - 1];
    if (form === "-" && gap === 0 && k + 1 < end && doc.start[k + 1] === doc.end[k] && isCapitalised(forms[k + 1])) {
      to = k + 2;
      k++;
      continue;
    }
    if (isCapitalised(form) && (doc.upos[k] === PROPN || /^\p{Lu}\.$/u.test(form))) {
      // "Zhao Lijian" goes on, "Stevenson Ambassador" does not; a place name inside a name does ("Aung San Suu Kyi").
      const known = lexicon.match(forms, k, end);
      if (known !== undefined && (known.entries[0].class === "title" || known.words > 1 || known.entries[0].class === "adjective" || known.entries[0].class === "state")) break;
      to = k + 1;
      continue;
    }
    if (PARTICLES.has(form.toLowerCase()) && k + 1 < end && isCapitalised(forms[k + 1]) && doc.upos[k + 1] === PROPN) continue;
    if (form === "-" && gap === 0 && PARTICLES.has(forms[k - 1].toLowerCase())) continue;
    break;
  }
  return to;
}

export function isCapitalised(form: string): boolean {
  return /^\p{Lu}/u.test(form);
}
