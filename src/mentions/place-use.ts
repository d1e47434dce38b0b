/**
 * How a place's name is used: for the place, for a government, in somebody else's name.
 *
 * In: a span, the mentions of actors and the tree. Out: one of {@link ToponymUse}. A state or a capital is a place where
 * a preposition or a word of place says so ("in Chad", "Chad's border"), and an actor elsewhere; a town is a place
 * unless it stands in a longer name. Limit: headings, where every word is a name to the eye.
 */
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import type { ActorMention } from "./actor-mention.js";
import { isHonorific } from "./chunks.js";
import type { Gazetteer } from "./gazetteer.js";
import type { ToponymSpan, ToponymUse } from "./place-mention.js";
import { isCapital } from "./place-name-key.js";

const PROPN = UPOS.indexOf("PROPN");
const NOUN = UPOS.indexOf("NOUN");

/** Prepositions of place; "of" and "'s" ask what governs them. */
const LOCATIVE =
  /^(in|at|near|inside|outside|across|around|through|throughout|within|into|onto|towards?|off|along|via|beyond|from|to|over|on|amid|above|beside|between|past|en|outta)$/i;
/** Those of them that go with the names of towns, seldom of persons. */
const STATIVE = /^(in|near|inside|outside|across|around|throughout|within|from|toward|towards)$/i;
/** Relations by which a name hands on how its head is used. */
const SHARED = /^(conj|appos|flat|list|dep|parataxis)$/;

export class PlaceUses {
  readonly #mentionAt: Int32Array;

  constructor(
    readonly doc: ParsedDoc,
    readonly actors: readonly ActorMention[],
    readonly gazetteer: Gazetteer,
    /** The span that begins at a word, for a name that another shares its use with. */
    readonly spanAt: ReadonlyMap<number, ToponymSpan>,
  ) {
    this.#mentionAt = new Int32Array(doc.length).fill(-1);
    actors.forEach(({ from, to }, m) => {
      for (let i = from; i < to; i++) if (this.#mentionAt[i] < 0) this.#mentionAt[i] = m;
    });
  }

  useOf(span: ToponymSpan): ToponymUse {
    if (span.readings.every((r) => r.use === "adjective")) return "adjective";
    const mention = this.actors[this.#mentionAt[span.from]];
    const isWider = mention !== undefined && (mention.from < span.from || mention.to > span.to);
    if (mention?.kind === "person" && !(this.#isWellKnown(span) && !isWider))
      return this.#useWithPerson(span, mention);
    if (mention !== undefined && /^(role|office)$/.test(mention.kind))
      return this.#isWellKnownName(span) ? "actor" : "part of a name";
    if (span.from > 0 && isHonorific(getForm(this.doc, span.from - 1))) return "person";
    // "NATO" is no town on Luzon, "White House" none in Tennessee; "Abkhazia" is a place and an authority.
    if (mention?.kind === "body" && (isWider || !this.#isGovernable(span))) return "part of a name";
    if (mention?.kind === "seat" && !this.#isWellKnownName(span)) return "part of a name";
    if (this.#isPartOfName(span)) return "part of a name";
    if (mention === undefined || isWider || mention.kind === "name" || mention.kind === "person")
      return this.#isAbstract(span) ? "part of a name" : "place";
    return this.#isPlace(span, 0) ? "place" : "actor";
  }

  /** Of two words or more, and of a place that many know or with its level ("Kent County"): no person's name. */
  #isWellKnown(span: ToponymSpan): boolean {
    if (span.to - span.from < 2) return false;
    const last = this.gazetteer.wordClass(getForm(this.doc, span.to - 1));
    return last.includes("level") || this.#isWellKnownName(span);
  }

  /** A place that authorities may bear the name of: a state, a capital, a place of the tables. */
  #isGovernable({ from, to, readings }: ToponymSpan): boolean {
    const written = this.doc.text.slice(this.doc.start[from], this.doc.end[to - 1]);
    return readings.some(
      ({ place }) =>
        this.gazetteer.isCurated(place) ||
        this.gazetteer.kind(place) === "capital" ||
        (this.gazetteer.kind(place) === "country" && !/^\p{Lu}{4,}$/u.test(written)),
    );
  }

  /** Within "Queensland Premier NAME NAME" the first word is the office's; elsewhere it is the person's. */
  #useWithPerson(span: ToponymSpan, mention: ActorMention): ToponymUse {
    const { office } = mention;
    if (office !== undefined && span.from < office.to) return "actor";
    const head = this.#headOf(span.from, span.to);
    const governor = this.doc.head[head];
    // "the ambassador to Baku NAME NAME"
    if (span.from > mention.from && this.#relation(span.from - 1) === "case" && this.#isWellKnownName(span))
      return "actor";
    const isOfTitle =
      span.from === mention.from && governor >= span.to && /^(compound|nmod)/.test(this.#relation(head));
    return isOfTitle && this.#isWellKnownName(span) ? "actor" : "person";
  }

  #isWellKnownName({ readings }: ToponymSpan): boolean {
    return readings.some((r) => this.gazetteer.isWellKnown(r.place));
  }

  /** Whether its sentence says that the name, which few know, is a place's: "in X", "the X man", "mayor of X". */
  isLocated(span: ToponymSpan, depth = 0): boolean {
    const { doc } = this;
    const { from, to } = span;
    if (this.#isDateline(from, to)) return true;
    const head = this.#headOf(from, to);
    const relation = this.#relation(head);
    const governor = doc.head[head];
    for (let i = from - 1; i >= doc.sentence[0] && i >= from - 4; i--) {
      if (doc.head[i] !== head || this.#relation(i) !== "case") continue;
      const preposition = getForm(doc, i);
      if (preposition !== "of") return STATIVE.test(preposition);
      return governor >= 0 && (doc.upos[governor] === PROPN || this.#isLocal(governor));
    }
    if (governor < 0) return false;
    if (/^(nmod:poss|compound|nmod|amod)/.test(relation)) return this.#isLocal(governor);
    const first = SHARED.test(relation) && depth < 4 ? this.spanAt.get(governor) : undefined;
    return first !== undefined && this.isLocated(first, depth + 1);
  }

  /** A name written on before or behind: "Boston Globe", "Bank of England", "Jack London". */
  #isPartOfName(span: ToponymSpan): boolean {
    const { doc } = this;
    const { from, to } = span;
    const head = this.#headOf(from, to);
    const governor = doc.head[head];
    const isKnown = this.#isWellKnownName(span);
    if (this.#isJoined(to) && doc.head[to] >= from && doc.head[to] < to && this.#relation(to) === "flat")
      return true;
    if (this.#isJoined(to) && !this.#isOtherPlace(to)) {
      const known = this.gazetteer.wordClass(getForm(doc, to));
      // "Wall Street" is a street's name; "Marib Governorate" the place's own.
      if (!isKnown && !known.includes("level")) return true;
      if (known.includes("organisation")) return true;
      if (governor >= to && this.#isRunTo(to, governor)) return !known.includes("locality");
      if (doc.head[to] >= from && doc.head[to] < to && /^(flat|compound)/.test(this.#relation(to)))
        return true;
    }
    if (from > 0 && this.#isJoined(from) && doc.upos[from - 1] === PROPN && !this.#isOtherPlace(from - 1)) {
      const isDirection = this.gazetteer.wordClass(getForm(doc, from - 1)).includes("direction");
      if (!isKnown && !isDirection) return true;
      if (!isDirection && governor >= 0 && governor < from && /^(flat|compound)/.test(this.#relation(head)))
        return true;
      if (!isDirection && doc.head[from - 1] >= from && doc.head[from - 1] < to) return true;
    }
    // "the University of X"
    const isOf = from > 1 && /^(of|for)$/.test(getForm(doc, from - 1));
    return (
      isOf &&
      this.gazetteer.wordClass(getForm(doc, from - 2)).includes("organisation") &&
      this.#isUpper(from - 2)
    );
  }

  /** "Baku Azerbaijan" is two places; of a little-known name beside another, one is a person's. */
  #isOtherPlace(i: number): boolean {
    const span = this.spanAt.get(i);
    return span !== undefined && this.#isWellKnownName(span);
  }

  /** Word `i` is a capitalised name and written on to the word before it. */
  #isJoined(i: number): boolean {
    const { doc } = this;
    if (i >= doc.length || i === 0 || !this.#isUpper(i) || doc.upos[i] !== PROPN) return false;
    return doc.start[i] - doc.end[i - 1] === 1 && doc.text[doc.end[i - 1]] !== "\n";
  }

  #isRunTo(from: number, to: number): boolean {
    for (let i = from; i <= to; i++) if (!this.#isUpper(i)) return false;
    return true;
  }

  /** "the Geneva agreement". */
  #isAbstract({ from, to }: ToponymSpan): boolean {
    const head = this.#headOf(from, to);
    const governor = this.doc.head[head];
    return (
      governor >= to &&
      /^(compound|nmod|amod|nmod:poss)$/.test(this.#relation(head)) &&
      this.gazetteer.wordClass(this.doc.lemma[governor]).includes("abstract")
    );
  }

  /** Whether a state's or seat's name stands for the place. */
  #isPlace(span: ToponymSpan, depth: number): boolean {
    const { doc } = this;
    const { from, to } = span;
    const head = this.#headOf(from, to);
    const relation = this.#relation(head);
    const governor = doc.head[head];
    for (let i = from - 1; i >= doc.sentence[0] && i >= from - 4; i--) {
      if (doc.head[i] !== head || this.#relation(i) !== "case") continue;
      const preposition = getForm(doc, i);
      if (preposition !== "of") return LOCATIVE.test(preposition);
      return governor >= 0 && this.#isLocal(governor);
    }
    if (/^(nmod:poss|compound|nmod|nmod:unmarked|amod)$/.test(relation) && governor >= 0) {
      const name = this.spanAt.get(governor);
      return this.#isLocal(governor) || (name !== undefined && doc.upos[governor] === PROPN);
    }
    if (relation === "obj" && this.gazetteer.wordClass(doc.lemma[governor]).includes("motion")) return true;
    if (SHARED.test(relation) && governor >= 0 && depth < 4) {
      const first = this.spanAt.get(governor);
      return first === undefined ? this.#isLocal(governor) : this.useOf(first) === "place";
    }
    if (this.#isDateline(from, to)) return true;
    return relation === "advmod" || (relation.startsWith("obl:") === true && relation !== "obl:agent");
  }

  #isLocal(word: number): boolean {
    const { doc } = this;
    const known = this.gazetteer.wordClass(doc.upos[word] === NOUN ? doc.lemma[word] : getForm(doc, word));
    return /locality|level|inhabitant/.test(known);
  }

  /** A name in capitals, or a root, that opens a sentence with a dash or a bracket behind it. */
  #isDateline(from: number, to: number): boolean {
    const { doc } = this;
    if (from > 0 && doc.text.slice(doc.end[from - 1], doc.start[from]).trim() === "" && !this.#isFirst(from))
      return false;
    const name = doc.text.slice(doc.start[from], doc.end[to - 1]);
    if (name !== name.toUpperCase() && doc.head[this.#headOf(from, to)] >= 0) return false;
    return /^(?:, [^,\n]{1,30}?)?\s*(?:[—–(/]|--?\s)/u.test(
      doc.text.slice(doc.end[to - 1], doc.end[to - 1] + 40),
    );
  }

  #isFirst(i: number): boolean {
    const { sentence } = this.doc;
    let low = 0;
    let high = sentence.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sentence[middle] < i) low = middle + 1;
      else high = middle;
    }
    return sentence[low] === i;
  }

  #headOf(from: number, to: number): number {
    const { head } = this.doc;
    for (let i = from; i < to; i++) if (head[i] < from || head[i] >= to) return i;
    return from;
  }

  #relation(i: number): string {
    return this.doc.names.deprel[this.doc.deprel[i]];
  }

  #isUpper(i: number): boolean {
    return isCapital(this.doc.text.charCodeAt(this.doc.start[i]));
  }
}
