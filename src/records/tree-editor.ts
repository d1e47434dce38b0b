/**
 * Words hung elsewhere in a parsed text, without touching the parse.
 *
 * In: a parsed text. Out: one with the changes; its columns are copied at the first of them, so that a text in which
 * nothing is wrong costs nothing.
 */
import { type ParsedDoc, UPOS } from "../language/doc.js";

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
  const relations = new Map(doc.names.deprel.map((name, i) => [name, i]));
  if (!["root", "nsubj", "ccomp"].every((name) => relations.has(name))) return undefined;
  let edited: ParsedDoc | undefined;
  const edit = () => {
    edited ??= { ...doc, head: doc.head.slice(), deprel: doc.deprel.slice() };
    return edited;
  };
  return {
    get doc() {
      return edited ?? doc;
    },
    hang(word, head, relation) {
      const { head: heads, deprel } = edited ?? doc;
      const name = relations.get(relation) ?? deprel[word];
      if (heads[word] === head && deprel[word] === name) return;
      if (head === word || (head >= 0 && isBelow(edited ?? doc, head, word))) return;
      const own = edit();
      own.head[word] = head;
      own.deprel[word] = name;
    },
    makeVerb(word) {
      const own = edit();
      const present = doc.names.xpos.indexOf("VBZ");
      if (own.upos === doc.upos) edited = { ...own, upos: doc.upos.slice(), xpos: doc.xpos.slice() };
      edited!.upos[word] = UPOS.indexOf("VERB");
      if (present >= 0) edited!.xpos[word] = present;
    },
  };
}

/** True where `word` hangs on `top`, directly or through others. */
export function isBelow({ head }: ParsedDoc, word: number, top: number): boolean {
  let above = head[word];
  while (above >= 0 && above !== top) above = head[above];
  return above === top;
}
