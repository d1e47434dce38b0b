/**
 * What the codebook's table of nouns says of a word: people, a thing that somebody owns, a mere count.
 *
 * In: a word of the tree. Out: its row, that of the longest phrase which ends in it; undefined for a word of no row.
 */
import { getForm, UPOS } from "../language/doc.js";
import type { Codebook, NounRow } from "./codebook-types.js";
import { type EventView, hasMarker } from "./event-view.js";
import { relationOf } from "./frame-match.js";

const PRON = UPOS.indexOf("PRON");
const DET = UPOS.indexOf("DET");
const PROPN = UPOS.indexOf("PROPN");
const NOUN = UPOS.indexOf("NOUN");
const ADJ = UPOS.indexOf("ADJ");
const NUM = UPOS.indexOf("NUM");

const MEASURE: NounRow = { kinds: new Set(["measure"]), sector: null };

/** What stands before a noun of people and leaves it one. */
const PREFIX = /^(ex|vice|co|pro|anti|non|deputy|former)-/;

/** Words before a noun that may make a phrase of the table with it. */
const LONGEST_BEFORE = 2;

export class NounReader {
  constructor(
    readonly view: EventView,
    readonly codebook: Codebook,
  ) {}

  read(i: number): NounRow | undefined {
    const { doc } = this.view;
    if (doc.upos[i] === NUM || doc.upos[i] === DET || doc.upos[i] === PRON)
      return this.#countsOthers(i) ? MEASURE : undefined;
    if (doc.upos[i] !== NOUN && doc.upos[i] !== PROPN && doc.upos[i] !== ADJ) return undefined;
    const { nouns } = this.codebook;
    const lemma = doc.lemma[i].toLowerCase();
    // "ex-minister" is a minister to the table.
    return this.#readPhrase(i, lemma) ?? nouns.get(lemma) ?? nouns.get(lemma.replace(PREFIX, ""));
  }

  /** What the table says of a noun with the words before it: "rights group", "human rights group". */
  #readPhrase(i: number, lemma: string): NounRow | undefined {
    const { doc } = this.view;
    let phrase = lemma;
    let found: NounRow | undefined;
    for (let k = 1; k <= LONGEST_BEFORE && i - k >= 0; k++) {
      phrase = `${getForm(doc, i - k).toLowerCase()} ${phrase}`;
      found = this.codebook.nouns.get(phrase) ?? found;
    }
    return found;
  }

  /** "three of the soldiers", "some of the girls" */
  #countsOthers(i: number): boolean {
    const { view } = this;
    for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child])
      if (relationOf(view.doc, child) === "nmod" && hasMarker(view, child, "of")) return true;
    return false;
  }
}
