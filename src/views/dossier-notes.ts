/**
 * The notes of a dossier: in, a record's evidence and its article; out, numbers to set behind a claim. A sentence that
 * shows several claims on the same word is one note.
 */

import { wordDate } from "../core/date-wording.js";
import type { Evidence } from "../core/evidence.js";
import type { AttributionLink } from "../core/records.js";
import { listSpeakers, nameActor, nameOutlet } from "./according-to.js";
import type { DossierNote, Piece } from "./dossier.js";
import { type CutSentences, coverEvidence, type ToldIn } from "./told-story.js";

export type NotedArticle = Pick<
  ToldIn,
  "id" | "origin" | "outlet" | "agency" | "title" | "published" | "text"
>;

/** Notes behind one claim; further reports are counted in words. */
export const MOST_NOTES = 20;

export class DossierNotes {
  readonly #cut: CutSentences;
  readonly #notes: DossierNote[] = [];
  readonly #numbers = new Map<string, number>();
  #sentences: { readonly article: string; readonly spans: ReturnType<CutSentences> } | undefined;

  constructor(cut: CutSentences) {
    this.#cut = cut;
  }

  get all(): readonly DossierNote[] {
    return this.#notes;
  }

  /** The number of the note for the sentence that shows `evidence`. */
  add(article: NotedArticle, evidence: readonly Evidence[], chain: readonly AttributionLink[]): number {
    const { start, end } = coverEvidence(this.#sentencesOf(article), evidence);
    const word = tellChain(chain);
    const key = JSON.stringify([article.id, start, end, word]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#notes.length + 1;
    this.#numbers.set(key, number);
    this.#notes.push({
      number,
      pieces: [...tellSource(article), ". ", ...word, "."],
      quote: article.text.slice(start, end),
      origin: article.origin,
      start,
      end,
    });
    return number;
  }

  /** Claims come article by article more often than not: the last one's sentences are kept. */
  #sentencesOf(article: NotedArticle): ReturnType<CutSentences> {
    if (this.#sentences?.article !== article.id)
      this.#sentences = { article: article.id, spans: this.#cut(article.text) };
    return this.#sentences.spans;
  }
}

/** "The Harbour Gazette, 3 March 2004, “Ferry talks to resume”". */
function tellSource(article: NotedArticle): Piece[] {
  const { published, title } = article;
  return [
    { name: nameOutlet(article) },
    ", ",
    published === null ? "undated" : wordDate(published.edtf),
    ...(title === null ? [] : [", ", { quote: title }]),
  ];
}

/** "On the word of Tor Lund, cited by the ministry (statement)". */
function tellChain(chain: readonly AttributionLink[]): Piece[] {
  const speakers = listSpeakers(chain);
  if (speakers.length === 0) return ["In the report’s own words"];
  return speakers.flatMap((link, i) => [
    i === 0 ? "On the word of " : ", cited by ",
    { name: nameActor(link) },
    ...(link.channel === undefined ? [] : [` (${link.channel})`]),
  ]);
}
