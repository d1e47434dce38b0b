/**
 * Whose "its" is: "Cairo condemned what its foreign ministry called …", "Chad protested. Its delegate, NAME, said …".
 *
 * In: the chunks of a text, sentence by sentence. Out: the state, by name, seat or office, that was the last subject
 * before the pronoun, within the same sentence and the one before. Where a body or anything else that "its" may stand
 * for was subject in between, the pronoun is left open. Limits: "their" and "his" are not looked at.
 */
import type { ActorMention } from "./actor-mention.js";
import { entryRef, seatRef } from "./actor-ref.js";
import type { Chunk } from "./chunks.js";
import type { NameEntry } from "./name-entry.js";
import type { NameLexicon } from "./name-lexicon.js";
import type { WordView } from "./word-view.js";

/** Sentences that the pronoun looks back over. */
const REACH = 1;

/** What a pronoun stands for: a state, and where it is named. */
export interface Possessor {
  readonly state: NameEntry;
  readonly antecedent: ActorMention;
}

interface Subject {
  readonly from: number;
  readonly to: number;
  /** Undefined for a subject that is no state. */
  readonly entry: NameEntry | undefined;
}

export class Possessors {
  readonly #words: WordView;
  readonly #states: NameLexicon["states"];
  #subjects: Subject[] = [];

  constructor(words: WordView, states: NameLexicon["states"]) {
    this.#words = words;
    this.#states = states;
  }

  /** Takes note of the subjects among the chunks of one sentence. */
  note(chunks: readonly Chunk[]): void {
    const sentence = this.#words.sentenceOf(chunks[0]?.from ?? 0);
    this.#subjects = this.#subjects.filter(({ from }) => this.#words.sentenceOf(from) >= sentence - REACH);
    for (const { from, to, class: kind, entries } of chunks) {
      if (!this.#words.relationOf(from, to).startsWith("nsubj")) continue;
      const isState =
        (kind === "state" || kind === "capital" || kind === "seat") && !this.#hasPartner(from, to, sentence);
      if (kind !== "word" && kind !== "qualifier" && kind !== "title")
        this.#subjects.push({ from, to, entry: isState ? entries[0] : undefined });
    }
  }

  /** "Peru and Chile": one of them cannot be meant. */
  #hasPartner(from: number, to: number, sentence: number): boolean {
    const { doc } = this.#words;
    for (let i = to; i < doc.sentence[sentence + 1]; i++)
      if (doc.head[i] >= from && doc.head[i] < to && doc.names.deprel[doc.deprel[i]] === "conj") return true;
    return false;
  }

  /** The state that "its" at `word` stands for; undefined where it is open. */
  find(word: number): Possessor | undefined {
    const subject = this.#subjects.findLast(({ to }) => to <= word);
    const entry = subject?.entry;
    const state = entry?.country === undefined ? undefined : this.#states.get(entry.country);
    if (subject === undefined || entry === undefined || state === undefined) return undefined;
    const { from, to } = subject;
    const isState = entry.class === "state";
    const ref = { ...(isState ? entryRef(entry) : seatRef(entry)), text: this.#words.text(from, to) };
    const rule = isState ? "state name" : `${entry.class} for a government`;
    return { state, antecedent: { from, to, kind: isState ? "state" : "seat", rule, ref } };
  }
}
