/**
 * One text analysed, stage by stage: `TokenDoc` → `TaggedDoc` → `ParsedDoc`.
 *
 * Everything is a column (typed array) over words, so that a million-word text costs no object a word.
 * Words are Universal Dependencies' syntactic words: "don't" is "do" + "n't", each with its own span.
 * Offsets are UTF-16 code units of `text`; spans never overlap and never leave their sentence; the text
 * between them is white space. A stage adds columns and changes none.
 */

/** Words and sentences. */
export interface TokenDoc {
  readonly text: string;
  /** Number of words. */
  readonly length: number;
  /** First character of word i. */
  readonly start: Int32Array;
  /** One past the last character of word i. */
  readonly end: Int32Array;
  /**
   * Index of the first word of each sentence, then `length`: sentence s is words
   * `sentence[s] … sentence[s + 1] - 1`. Its length is the number of sentences plus one.
   */
  readonly sentence: Int32Array;
  /** Index of the first sentence of each paragraph, then the number of sentences. */
  readonly paragraph: Int32Array;
  /** 1 where word i is written together with word i - 1 in one multi-word token ("n't" in "don't"). */
  readonly joined: Uint8Array;
}

/** Words with their tags. */
export interface TaggedDoc extends TokenDoc {
  /** Index into {@link UPOS}. */
  readonly upos: Uint8Array;
  /** Penn Treebank tag, as an index into `names.xpos`. */
  readonly xpos: Uint8Array;
  /** Features in CoNLL-U notation, as an index into `names.feats`; 0 is `_`. */
  readonly feats: Uint16Array;
  /** Lemma of each word. */
  readonly lemma: readonly string[];
  readonly names: TagNames;
}

/** What the indices of {@link TaggedDoc} and {@link ParsedDoc} stand for. */
export interface TagNames {
  readonly xpos: readonly string[];
  readonly feats: readonly string[];
  readonly deprel: readonly string[];
}

/** Words with tags and a tree for each sentence. */
export interface ParsedDoc extends TaggedDoc {
  /** Index of the head word in the whole document; -1 for the root of a sentence. */
  readonly head: Int32Array;
  /** Relation to the head with its subtype (`nsubj:pass`), as an index into `names.deprel`. */
  readonly deprel: Uint8Array;
}

/**
 * The words of `doc` with their tags and trees. Each parsed text is made here, written out: an object that a spread has
 * extended has a hidden class of its own (V8 in Node 20), and whoever reads a column of it must look for it anew.
 */
export function makeParsedDoc(doc: TokenDoc, tree: Omit<ParsedDoc, keyof TokenDoc>): ParsedDoc {
  return {
    text: doc.text,
    length: doc.length,
    start: doc.start,
    end: doc.end,
    sentence: doc.sentence,
    paragraph: doc.paragraph,
    joined: doc.joined,
    upos: tree.upos,
    xpos: tree.xpos,
    feats: tree.feats,
    lemma: tree.lemma,
    names: tree.names,
    head: tree.head,
    deprel: tree.deprel,
  };
}

/** The 17 universal parts of speech, in the order that `upos` counts. */
export const UPOS = [
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
] as const;

/** The form of word i. */
export function getForm(doc: TokenDoc, i: number): string {
  return doc.text.slice(doc.start[i], doc.end[i]);
}

/** Index of the first word that starts at or behind `offset`; `length` where there is none. */
export function firstWordFrom(doc: TokenDoc, offset: number): number {
  let low = 0;
  let high = doc.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.start[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
