/**
 * The walk from a cue over the tree: each word of the cue's sentence is reached from a neighbour and gets
 * a label (none, cue, source, content); then the sentences around it, as long as they go on.
 *
 * The decision is the caller's, so that training shows the walk the right labels and reading the model's.
 * One {@link AttributionWalk} serves a text and its parts: its columns are reused, each walk costs the words it touches.
 */
import { relationSet } from "../language/relation-set.js";
import { combine, FeatureList } from "../learn/feature-hash.js";
import {
  addEdgeFeatures,
  addSentenceFeatures,
  CONTENT,
  CUE,
  NONE,
  SOURCE,
  type Step,
} from "./attribution-features.js";
import type { AttributionView } from "./attribution-view.js";

/** Which model decides a step. */
export const EDGE = 0;
export const SENTENCE = 1;

/** Returns the label of `word`, whose features are in `features`. */
export type Decide = (word: number, features: FeatureList, model: typeof EDGE | typeof SENTENCE) => number;

const UNREACHED = -1;
const UP = 0x55;
const DOWN = 0xaa;
const START = 0x1234567;
/** Most words that a walk reaches in one sentence; keeps time linear where a "sentence" never ends. */
const LONGEST_SPREAD = 300;
/** Relations counted one by one in a path; further ones keep only the last. */
const LONGEST_PATH = 3;

/**
 * Below a source, what is a part of its phrase has its label without being asked: of the model's own decisions on such
 * words, in news, one in a thousand was another, and they were nearly a third of all.
 */
const PHRASE = [
  "det",
  "amod",
  "compound",
  "compound:prt",
  "flat",
  "fixed",
  "nummod",
  "nmod:poss",
  "aux",
  "aux:pass",
];
const PART_OF_SOURCE = relationSet(...PHRASE);
/** Below a content, the objects and complements of its words as well. */
const PART_OF_CONTENT = relationSet(...PHRASE, "obj", "xcomp", "nmod");

export class AttributionWalk {
  /** Label of each word after {@link run}; only those in {@link touched} are set. */
  readonly labels: Int8Array;
  /** Words that got a label, in the order of the walk. */
  readonly touched: Int32Array;
  touchedLength = 0;
  #view: AttributionView;
  /** Room for the features of one decision; free between walks. */
  readonly features = new FeatureList();
  #cues: readonly number[] = [];
  readonly #isCue: Uint8Array;
  readonly #cueBelow: Uint8Array;
  readonly #path: Int32Array;
  readonly #stem: Int32Array;
  readonly #distance: Int32Array;
  readonly #downwards: Uint8Array;
  readonly #step: Step = {
    word: 0,
    cue: 0,
    label: 0,
    upwards: false,
    relation: 0,
    path: 0,
    distance: 0,
    otherCue: 0,
  };

  constructor(view: AttributionView) {
    this.#view = view;
    const n = view.length;
    this.labels = new Int8Array(n).fill(UNREACHED);
    this.touched = new Int32Array(n);
    this.#isCue = new Uint8Array(n);
    this.#cueBelow = new Uint8Array(n);
    this.#path = new Int32Array(n);
    this.#stem = new Int32Array(n);
    this.#distance = new Int32Array(n);
    this.#downwards = new Uint8Array(n);
  }

  /** Goes on in `view`, which has no more words than the text that the walk was made for, where no cues are set. */
  moveTo(view: AttributionView): void {
    this.#forget();
    this.#view = view;
  }

  #forget(): void {
    for (let i = 0; i < this.touchedLength; i++) this.labels[this.touched[i]] = UNREACHED;
    this.touchedLength = 0;
  }

  /** Tells the walk all cues of the text: a word above or on another cue is a boundary of sorts. */
  setCues(cues: readonly number[]): void {
    const { head } = this.#view.doc;
    // Only what the last cues marked is wiped: a text has many paragraphs, and each sets its own.
    for (const cue of this.#cues) {
      this.#isCue[cue] = 0;
      for (let i = head[cue]; i >= 0 && this.#cueBelow[i] === 1; i = head[i]) this.#cueBelow[i] = 0;
    }
    this.#cues = cues;
    for (const cue of cues) {
      this.#isCue[cue] = 1;
      for (let i = head[cue]; i >= 0 && this.#cueBelow[i] === 0; i = head[i]) this.#cueBelow[i] = 1;
    }
  }

  /** Walks from `cue` within sentences `firstSentence` to `lastSentence` (its paragraph); `cues` are all cues there. */
  run(
    cue: number,
    firstSentence: number,
    lastSentence: number,
    cues: readonly number[],
    decide: Decide,
  ): void {
    this.#forget();
    const view = this.#view;
    const own = view.sentenceOf[cue];
    this.#reach(cue, CUE);
    this.#path[cue] = START;
    this.#stem[cue] = START;
    this.#distance[cue] = 0;
    this.#downwards[cue] = 0;
    this.#spread(0, cue, decide);
    for (const direction of [1, -1]) {
      let state = this.#stateAtEdge(own, direction);
      for (let s = own + direction; s >= firstSentence && s <= lastSentence; s += direction) {
        const root = view.root[s];
        if (root < 0) break;
        addSentenceFeatures(this.features, view, cue, s, state, cues);
        const label = decide(root, this.features, SENTENCE);
        const from = this.touchedLength;
        this.#reach(root, label);
        if (label === NONE) break;
        this.#path[root] = combine(START, label + 11);
        this.#stem[root] = this.#path[root];
        this.#distance[root] = 5;
        this.#downwards[root] = 0;
        this.#spread(from, cue, decide);
        state = 16 + label;
      }
    }
  }

  /** How the cue's own sentence ends towards `direction`: with content, cue or neither; and whether it has content. */
  #stateAtEdge(sentence: number, direction: number): number {
    const view = this.#view;
    const first = view.doc.sentence[sentence];
    const last = view.doc.sentence[sentence + 1] - 1;
    let hasContent = 0;
    for (let i = first; i <= last; i++) if (this.labels[i] === CONTENT) hasContent = 3;
    let edge = direction > 0 ? last : first;
    while (direction > 0 && edge > first && view.isPunctuation[edge]) edge--;
    const label = this.labels[edge];
    return hasContent * 4 + (label === CONTENT ? 3 : label === CUE ? 1 : 0);
  }

  #reach(word: number, label: number): void {
    this.labels[word] = label;
    this.touched[this.touchedLength++] = word;
  }

  /** Breadth first from the words touched since `position`. */
  #spread(position: number, cue: number, decide: Decide): void {
    const view = this.#view;
    const { head } = view.doc;
    const end = position + LONGEST_SPREAD;
    for (let i = position; i < this.touchedLength && this.touchedLength < end; i++) {
      const word = this.touched[i];
      // What hangs below a word outside the attribution stays outside.
      if (this.labels[word] === NONE && this.#downwards[word] === 1) continue;
      for (let child = view.firstChild[word]; child >= 0; child = view.nextSibling[child]) {
        if (this.labels[child] === UNREACHED) this.#take(child, word, false, cue, decide);
      }
      const above = head[word];
      if (above >= 0 && this.labels[above] === UNREACHED) this.#take(above, word, true, cue, decide);
    }
  }

  #take(word: number, from: number, upwards: boolean, cue: number, decide: Decide): void {
    const view = this.#view;
    const relation = upwards ? view.deprel[from] : view.deprel[word];
    const link = combine(relation, upwards ? UP : DOWN);
    const distance = this.#distance[from] + 1;
    this.#distance[word] = distance;
    this.#downwards[word] = upwards ? 0 : 1;
    this.#stem[word] = distance <= LONGEST_PATH ? combine(this.#stem[from], link) : this.#stem[from];
    this.#path[word] =
      distance <= LONGEST_PATH + 1
        ? combine(this.#stem[from], link)
        : combine(this.#stem[from], link ^ 0x777);
    const label = this.labels[from];
    const partOf = label === SOURCE ? PART_OF_SOURCE : label === CONTENT ? PART_OF_CONTENT : undefined;
    if (!upwards && partOf?.has(view.doc, word)) {
      this.#reach(word, label);
      return;
    }
    const step = this.#step;
    step.word = word;
    step.cue = cue;
    step.label = label;
    step.upwards = upwards;
    step.relation = relation;
    step.path = this.#path[word];
    step.distance = distance;
    step.otherCue = this.#isCue[word] ? 1 : this.#cueBelow[word] ? 2 : 0;
    addEdgeFeatures(this.features, view, step);
    this.#reach(word, decide(word, this.features, EDGE));
  }
}
