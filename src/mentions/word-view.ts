/** The words of a parsed text as the readers of mentions ask for them. */
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";

const PUNCT = UPOS.indexOf("PUNCT");

export class WordView {
  readonly forms: readonly string[];
  readonly #sentenceOf: Int32Array;

  constructor(readonly doc: ParsedDoc) {
    this.forms = Array.from({ length: doc.length }, (_, i) => getForm(doc, i));
    this.#sentenceOf = new Int32Array(doc.length);
    for (let s = 0; s + 1 < doc.sentence.length; s++)
      this.#sentenceOf.fill(s, doc.sentence[s], doc.sentence[s + 1]);
  }

  /** Words `from` to `to` (half open) as they are written. */
  text(from: number, to: number): string {
    return this.doc.text.slice(this.doc.start[from], this.doc.end[to - 1]);
  }

  /** The forms among them that have letters. */
  lettered(from: number, to: number): string[] {
    return this.forms.slice(from, to).filter((form) => /\p{L}/u.test(form));
  }

  sentenceOf(word: number): number {
    return this.#sentenceOf[word];
  }

  /** The first of `words` whose head is outside them; no punctuation mark. */
  headOf(words: readonly number[]): number {
    const { upos, head } = this.doc;
    // Mostly the first or second of them: a set would cost more.
    for (const i of words) if (upos[i] !== PUNCT && !words.includes(head[i])) return i;
    return words[0];
  }

  /** Relation by which words `from` to `to` hang on the rest of the sentence. */
  relationOf(from: number, to: number): string {
    const { head, deprel, names } = this.doc;
    for (let i = from; i < to; i++) if (head[i] < from || head[i] >= to) return names.deprel[deprel[i]];
    return "";
  }
}
