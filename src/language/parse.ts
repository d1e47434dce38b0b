/**
 * Tags, lemmas and trees of a text.
 *
 * In: words in sentences, a weight file. Out: a {@link ParsedDoc}, a pure function of both. One small net tags and
 * parses (learn/parser-net.ts); the tree is the best one with a single root; relations are then chosen so that no head
 * has two subjects of a kind where another relation is nearly as good; pairs of marks hang where UD wants them.
 * Limits: a sentence of more than 150 words is parsed in windows.
 */
import { MOST_WORDS, ParserNet } from "../learn/parser-net.js";
import { WeightFile } from "../learn/weight-file.js";
import { makeParsedDoc, type ParsedDoc, type TagNames, type TokenDoc, UPOS } from "./doc.js";
import { Lemmatizer } from "./lemma.js";
import { keyOfForms, ParseCache, type ParseColumns } from "./parse-cache.js";
import { attachPairs } from "./punctuation.js";
import { chooseRelations, type RelationNames, sortRelationNames } from "./relations.js";
import { findWindows } from "./sentence-windows.js";
import { findTree } from "./tree.js";
import type { VerbList } from "./verb-list.js";

/** Turns words into trees. It keeps caches of forms and of sentences, which change no result. */
export interface Parser {
  readonly names: TagNames;
  parse(doc: TokenDoc): ParsedDoc;
}

const PUNCT = UPOS.indexOf("PUNCT");
const VERB = UPOS.indexOf("VERB");

interface Labels {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly feats: readonly string[];
  readonly deprel: readonly string[];
}

/**
 * A parser with the weights of `bytes`; `verbs` mend the lemmas of verbs that the weights never saw.
 * @throws UserError `weights-unreadable` when they are no weight file of this format, or a damaged one.
 */
export function createParser(bytes: Uint8Array, origin = "weights", verbs?: VerbList): Parser {
  const file = new WeightFile(bytes, origin);
  return new NetParser(file, verbs);
}

/** Words that are parsed together: a sentence, or a part of an overlong one. */
interface Window {
  readonly start: number;
  readonly length: number;
  readonly key: string;
}

class NetParser implements Parser {
  readonly names: TagNames;
  readonly #net: ParserNet;
  readonly #lemmatizer: Lemmatizer;
  readonly #verbs: VerbList | undefined;
  readonly #relations: RelationNames;
  /** The last lemma of each form slot and the tags it was made for. */
  readonly #lemmaTags: Int32Array;
  readonly #lemmas: string[];
  readonly #lemmaForms: string[];
  readonly #parses = new ParseCache();

  constructor(file: WeightFile, verbs: VerbList | undefined) {
    this.#verbs = verbs;
    const { xpos, feats, deprel } = file.info.labels as Labels;
    this.names = { xpos, feats, deprel };
    this.#relations = sortRelationNames(deprel);
    this.#net = new ParserNet(file);
    this.#lemmatizer = new Lemmatizer(file.text("lemmas"));
    const { capacity } = this.#net.forms;
    this.#lemmaTags = new Int32Array(capacity).fill(-1);
    this.#lemmas = new Array<string>(capacity).fill("");
    this.#lemmaForms = new Array<string>(capacity).fill("");
  }

  parse(doc: TokenDoc): ParsedDoc {
    const { length } = doc;
    const out = {
      upos: new Uint8Array(length),
      xpos: new Uint8Array(length),
      feats: new Uint16Array(length),
      lemma: new Array<string>(length).fill(""),
      head: new Int32Array(length).fill(-1),
      deprel: new Uint8Array(length),
      names: this.names,
    };
    // windows by falling length, so that those of a batch end at about the same step
    const windows: Window[] = [];
    const linked: { root: number; window: number }[] = [];
    for (let s = 0; s + 1 < doc.sentence.length; s++) {
      const to = doc.sentence[s + 1];
      const starts = findWindows(doc.text, doc.end, doc.sentence[s], to);
      for (let w = 0; w < starts.length; w++) {
        const end = w + 1 < starts.length ? starts[w + 1] : to;
        const start = starts[w];
        const key = keyOfForms(doc, start, end);
        if (end > start && !this.#parses.read(key, start, out))
          windows.push({ start, length: end - start, key });
        if (w > 0) linked.push({ root: starts[0], window: starts[w] });
      }
    }
    windows.sort((a, b) => b.length - a.length || a.start - b.start);
    for (let i = 0; i < windows.length; ) {
      let words = 0;
      let k = i;
      while (k < windows.length && words + windows[k].length <= MOST_WORDS) words += windows[k++].length;
      this.#parseBatch(doc, windows.slice(i, k), words, out);
      i = k;
    }
    this.#linkWindows(doc, linked, out);
    return makeParsedDoc(doc, out);
  }

  #parseBatch(doc: TokenDoc, windows: readonly Window[], words: number, out: ParseColumns): void {
    const net = this.#net;
    const { text, start, end } = doc;
    net.forms.startBatch();
    const slots = new Int32Array(words);
    const place = new Int32Array(words);
    let at = 0;
    for (const w of windows) {
      for (let i = w.start; i < w.start + w.length; i++) {
        place[at] = i;
        slots[at++] = net.forms.find(text.slice(start[i], end[i]));
      }
    }
    net.read(
      slots,
      windows.map((w) => w.length),
    );
    const upos = net.tags(0);
    const xpos = net.tags(1);
    const feats = net.tags(2);
    for (let k = 0; k < words; k++) {
      const i = place[k];
      out.upos[i] = upos[k];
      out.xpos[i] = xpos[k];
      out.feats[i] = feats[k];
      out.lemma[i] = this.#lemma(text.slice(start[i], end[i]), slots[k], upos[k], xpos[k]);
    }
    const headOf = new Int32Array(words);
    let first = 0;
    for (let s = 0; s < windows.length; s++) {
      const { length } = windows[s];
      const tree = findTree(net.arcs(s, length), length);
      for (let d = 0; d < length; d++) headOf[first + d] = tree[d] < 0 ? -1 : first + tree[d];
      first += length;
    }
    const relation = chooseRelations(net.relations(headOf), headOf, this.#relations);
    first = 0;
    for (const w of windows) {
      this.#writeTree(doc, w, headOf.subarray(first, first + w.length), first, relation, out);
      this.#parses.write(w.key, w.start, w.length, out);
      first += w.length;
    }
  }

  /** Copies one window's tree, whose heads count from the batch's `first` word, into the document's columns. */
  #writeTree(
    doc: TokenDoc,
    window: { start: number; length: number },
    headOf: Int32Array,
    first: number,
    relation: Uint8Array,
    out: ParseColumns,
  ): void {
    const { start, length } = window;
    const heads = new Int32Array(length);
    const isMark = new Uint8Array(length);
    let marks = 0;
    for (let d = 0; d < length; d++) {
      heads[d] = headOf[d] < 0 ? -1 : headOf[d] - first;
      if (out.upos[start + d] === PUNCT && relation[first + d] === this.#relations.punct) {
        isMark[d] = 1;
        marks++;
      }
    }
    if (marks > 1) {
      const forms = Array.from(isMark, (mark, d) =>
        mark ? doc.text.slice(doc.start[start + d], doc.end[start + d]) : "",
      );
      attachPairs(forms, heads, isMark);
    }
    for (let d = 0; d < length; d++) {
      out.head[start + d] = heads[d] < 0 ? -1 : start + heads[d];
      out.deprel[start + d] = relation[first + d];
    }
  }

  #lemma(form: string, slot: number, upos: number, xpos: number): string {
    const tags = upos * 256 + xpos;
    if (this.#lemmaTags[slot] === tags && this.#lemmaForms[slot] === form) return this.#lemmas[slot];
    const ruled = this.#lemmatizer.lemmatize(form, UPOS[upos], this.names.xpos[xpos]);
    const lemma = upos === VERB && this.#verbs !== undefined ? this.#verbs.mend(form, ruled) : ruled;
    const own = form.length > 12 ? ` ${form}`.slice(1) : form;
    this.#lemmaTags[slot] = tags;
    this.#lemmaForms[slot] = own;
    this.#lemmas[slot] = lemma;
    return lemma;
  }

  /** Further windows of an overlong sentence hang under its first window's root. */
  #linkWindows(doc: TokenDoc, linked: readonly { root: number; window: number }[], out: ParseColumns): void {
    for (const { root, window } of linked) {
      const top = climb(out.head, root);
      const below = climb(out.head, window);
      if (below === top || below < doc.sentence[0]) continue;
      out.head[below] = top;
      out.deprel[below] = this.#relations.parataxis;
    }
  }
}

function climb(head: Int32Array, from: number): number {
  let node = from;
  while (head[node] >= 0) node = head[node];
  return node;
}
