/**
 * Remembers the analyses of sentences, so that a copied sentence is analysed once.
 *
 * In: a sentence's forms. Out: its tags, lemmas and tree, if the same forms were analysed before. An analysis depends
 * on the sentence's forms and nothing else, so the cache changes no result. What was not asked for longest is given
 * up first.
 */

/** Sentences kept where nothing else is said; they take about 20 MB. */
const MOST_SENTENCES = 20_000;

/** The columns of some words of a document (doc.ts). */
export interface ParseColumns {
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  readonly feats: Uint16Array;
  readonly lemma: string[];
  readonly head: Int32Array;
  readonly deprel: Uint8Array;
}

interface CachedParse {
  /** Five numbers a word: upos, xpos, feats, deprel, and the head as a place in the sentence plus one. */
  readonly numbers: Uint16Array;
  readonly lemmas: readonly string[];
}

export class ParseCache {
  readonly #most: number;
  readonly #parses = new Map<string, CachedParse>();

  /** A cache of at most `most` sentences. */
  constructor(most = MOST_SENTENCES) {
    this.#most = most;
  }

  /** Writes the analysis of the sentence with this key from word `start` of `out` on; false where it is not known. */
  read(key: string, start: number, out: ParseColumns): boolean {
    const parse = this.#parses.get(key);
    if (parse === undefined) return false;
    this.#parses.delete(key);
    this.#parses.set(key, parse);
    const { numbers, lemmas } = parse;
    for (let d = 0; d < lemmas.length; d++) {
      const i = start + d;
      out.upos[i] = numbers[5 * d];
      out.xpos[i] = numbers[5 * d + 1];
      out.feats[i] = numbers[5 * d + 2];
      out.deprel[i] = numbers[5 * d + 3];
      out.head[i] = numbers[5 * d + 4] === 0 ? -1 : start + numbers[5 * d + 4] - 1;
      out.lemma[i] = lemmas[d];
    }
    return true;
  }

  /** Keeps the analysis of words `start` to `start + length - 1` of `from`, whose heads lie among them. */
  write(key: string, start: number, length: number, from: ParseColumns): void {
    const numbers = new Uint16Array(5 * length);
    for (let d = 0; d < length; d++) {
      const i = start + d;
      numbers[5 * d] = from.upos[i];
      numbers[5 * d + 1] = from.xpos[i];
      numbers[5 * d + 2] = from.feats[i];
      numbers[5 * d + 3] = from.deprel[i];
      numbers[5 * d + 4] = from.head[i] < 0 ? 0 : from.head[i] - start + 1;
    }
    this.#parses.set(key, { numbers, lemmas: from.lemma.slice(start, start + length) });
    if (this.#parses.size > this.#most) this.#parses.delete(this.#parses.keys().next().value as string);
  }
}

/** The key of words `from` to `to - 1`: their forms. No form holds a line end. */
export function keyOfForms(
  doc: { readonly text: string; readonly start: Int32Array; readonly end: Int32Array },
  from: number,
  to: number,
): string {
  let key = "";
  for (let i = from; i < to; i++) key += `${doc.text.slice(doc.start[i], doc.end[i])}\n`;
  return key;
}
