/**
 * Words hung elsewhere in a parsed text, without touching the parse.
 *
 * In: a parsed text. Out: one with the changes; its columns are copied at the first of them, so that a text in which
 * nothing is wrong costs nothing.
 */
import { type ParsedDoc, type TagNames, UPOS } from "../language/doc.js";

export interface TreeEditor {
  /** The text with all changes so far; the parsed one itself where there was none. */
  readonly doc: ParsedDoc;
  /**
   * Hangs `word` on `head` (-1: it is the root) with the relation of this name, which the parser must know. Nothing is
   * done where `head` hangs below `word`: a tree has no circles.
   */
  hang(word: number, head: number, relation: string): void;
  /** Reads `word` as a verb in the present ("reports"). */
  makeVerb(word: number): void;
}

/** An editor of `doc`; undefined where the parser lacks the relations of clauses. */
export function makeTreeEditor(doc: ParsedDoc): TreeEditor | undefined {
  const relations = numberRelations(doc.names);
  if (!["root", "nsubj", "ccomp"].every((name) => relations.has(name))) return undefined;
  return new ColumnEditor(doc, relations);
}

/** Nearly all texts have the names of the same parser. */
const NUMBERED = new WeakMap<TagNames, ReadonlyMap<string, number>>();

function numberRelations(names: TagNames): ReadonlyMap<string, number> {
  let numbers = NUMBERED.get(names);
  if (numbers === undefined) {
    numbers = new Map(names.deprel.map((name, i) => [name, i]));
    NUMBERED.set(names, numbers);
  }
  return numbers;
}

class ColumnEditor implements TreeEditor {
  doc: ParsedDoc;
  readonly #parsed: ParsedDoc;
  readonly #relations: ReadonlyMap<string, number>;

  constructor(doc: ParsedDoc, relations: ReadonlyMap<string, number>) {
    this.doc = doc;
    this.#parsed = doc;
    this.#relations = relations;
  }

  hang(word: number, head: number, relation: string): void {
    const { head: heads, deprel } = this.doc;
    const name = this.#relations.get(relation) ?? deprel[word];
    if (heads[word] === head && deprel[word] === name) return;
    if (head === word || (head >= 0 && isBelow(this.doc, head, word))) return;
    this.#copyTree();
    this.doc.head[word] = head;
    this.doc.deprel[word] = name;
  }

  makeVerb(word: number): void {
    this.#copyTree();
    const { doc } = this;
    if (doc.upos === this.#parsed.upos) this.doc = { ...doc, upos: doc.upos.slice(), xpos: doc.xpos.slice() };
    this.doc.upos[word] = UPOS.indexOf("VERB");
    const present = doc.names.xpos.indexOf("VBZ");
    if (present >= 0) this.doc.xpos[word] = present;
  }

  #copyTree(): void {
    const { doc } = this;
    if (doc === this.#parsed) this.doc = { ...doc, head: doc.head.slice(), deprel: doc.deprel.slice() };
  }
}

/** True where `word` hangs on `top`, directly or through others. */
export function isBelow({ head }: ParsedDoc, word: number, top: number): boolean {
  let above = head[word];
  while (above >= 0 && above !== top) above = head[above];
  return above === top;
}
