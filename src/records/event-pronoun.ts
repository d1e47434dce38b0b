/**
 * Whom a pronoun in an event stands for.
 *
 * "We" is whoever speaks; a possessive in an object is the subject's; what the mentions layer resolves stays so; a
 * subject that nothing explains is whoever tells of it ("The fighters said they had left"), if number agrees.
 */
import type { Span } from "../core/evidence.js";
import { extend } from "../core/extend.js";
import type { ActorRef, StatementRecord } from "../core/records.js";
import { getForm, UPOS } from "../language/doc.js";
import type { ArticleActors } from "../mentions/actors.js";
import { findSubject } from "./event-doer.js";
import type { Party, PartyRole } from "./event-party.js";
import { isPlural } from "./event-phrase.js";
import { findSubjectBefore } from "./event-subject-before.js";
import { childBy, type EventView, hasMarker, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";
import { findStatementAround } from "./on-whose-word.js";

/** What reading a pronoun takes from the reader of parties. */
export interface PronounContext {
  readonly view: EventView;
  readonly actors: ArticleActors;
  readonly statements: readonly StatementRecord[];
  read(head: number, role: PartyRole): readonly Party[];
  makeParty(ref: ActorRef, head: number, from: number, to: number, isLinked: boolean): Party;
}

const NOUN = UPOS.indexOf("NOUN");

const PERSONAL = /^(he|she|they|everyone|everybody|anyone|anybody|someone|somebody)$/;
const PERSONAL_SUBJECT = /^(he|she|it|they)$/;
/** The subject that a possessive can go back to. */
const POSSESSED_BY: ReadonlyMap<string, string> = new Map([
  ["his", "he"],
  ["her", "she"],
  ["its", "it"],
  ["their", "they"],
]);
/** With a clause that says which: "those who fled". */
const WHOEVER = /^(those|all|that)$/;

/** Verbs by which a speaker names a thing ("what the envoy called …"). */
const NAMES = new Set(["call", "term", "dub", "label", "describe"]);

/** "denounced what the envoy called Ghana's silence": the words that a free relative is named by; else the word itself. */
export function findNamed(view: EventView, pronoun: number): number {
  const { doc } = view;
  if (doc.lemma[pronoun].toLowerCase() !== "what") return pronoun;
  const clause = childBy(view, pronoun, "acl:relcl");
  if (clause < pronoun || !NAMES.has(doc.lemma[clause].toLowerCase())) return pronoun;
  for (let child = view.firstChild[clause]; child >= 0; child = view.nextSibling[child]) {
    const relation = relationOf(doc, child);
    if (child < clause || !/^(obj|xcomp|obl)$/.test(relation)) continue;
    if (relation !== "obl" || hasMarker(view, child, "as")) return child;
  }
  return pronoun;
}

export class PronounReader {
  readonly #context: PronounContext;

  constructor(context: PronounContext) {
    this.#context = context;
  }

  /** Whom a pronoun stands for; "we" is whoever speaks, and "him" to whom a thing is done stays "him" if nobody fits. */
  read(head: number, role: PartyRole): Party[] {
    const { doc } = this.#context.view;
    const lemma = doc.lemma[head].toLowerCase();
    if (lemma === "we" || lemma === "i" || lemma === "our" || lemma === "us") {
      const span = { start: doc.start[head], end: doc.end[head] };
      const statement = findStatementAround(span, this.#context.statements);
      if (statement?.source == null) return [];
      const source = statement.evidence.find((e) => e.part === "source");
      const text = doc.text.slice(span.start, span.end);
      const party = this.#context.makeParty(
        extend(statement.source, { text }),
        head,
        head,
        head,
        statement.source.id !== undefined,
      );
      return [source ? extend(party, { antecedent: { start: source.start, end: source.end } }) : party];
    }
    const owner = this.#ownSubject(head);
    if (owner.length > 0) return owner;
    const { ref, antecedent, rule } = this.#context.actors.resolve([head]);
    if (rule === "unresolved") {
      const told = this.#readTeller(head);
      const teller = told.length > 0 ? told : this.#readSubjectBefore(head);
      return teller.length > 0 || role === "actor" ? teller : this.leaveOpen(head);
    }
    const acts = ref.id === undefined && relationOf(doc, head) === "nsubj";
    const named = acts && antecedent ? this.#readNoun(head, antecedent) : undefined;
    if (named !== undefined) return [named];
    const party = this.#context.makeParty(ref, head, head, head, ref.id !== undefined);
    return [antecedent ? extend(party, { antecedent }) : party];
  }

  /**
   * "urged him to resign": somebody, though the article does not tell whom; of a possessive only what cannot be
   * `doer`'s ("The court cut his sentence"), or is said not to be (`isOther`).
   */
  leaveOpen(head: number, doer = -1, isOther = false): Party[] {
    const { view } = this.#context;
    const form = getForm(view.doc, head).toLowerCase();
    const lemma = POSSESSED_BY.get(form) ?? view.doc.lemma[head].toLowerCase();
    const isSomebody = PERSONAL.test(lemma) || (WHOEVER.test(lemma) && childBy(view, head, "acl:relcl") >= 0);
    if (!isSomebody) return [];
    if (relationOf(view.doc, head) === "nmod:poss" && !isOther) {
      const subject = doer >= 0 ? doer : this.#subjectOver(head);
      if (subject < 0 || this.#agrees(head, subject)) return [];
    }
    const text = view.doc.text.slice(view.doc.start[head], view.doc.end[head]);
    const party = this.#context.makeParty({ name: text, text }, head, head, head, false);
    const kinds = /^(he|she)$/.test(lemma) ? (["actor", "person"] as const) : (["actor"] as const);
    return [{ ...party, kinds: new Set(kinds) }];
  }

  /** The subject of the verb whose object a possessive stands in; -1 for none. */
  #subjectOver(head: number): number {
    const { view } = this.#context;
    const thing = view.doc.head[head];
    const verb = thing < 0 ? -1 : view.doc.head[thing];
    if (verb < 0 || !isVerb(view, verb) || relationOf(view.doc, thing) !== "obj") return -1;
    return findSubject(view, verb, 0);
  }

  /** "Egypt repeated its offer": a possessive in an object is the subject's, where the clause has one. */
  #ownSubject(head: number): Party[] {
    const { view } = this.#context;
    const { doc } = view;
    if (relationOf(doc, head) !== "nmod:poss") return [];
    let at = doc.head[head];
    for (let k = 0; k < 3 && at >= 0; k++) {
      const relation = relationOf(doc, at);
      const above = doc.head[at];
      if (above < 0) return [];
      if (isVerb(view, above) && /^(obj|obl|iobj|xcomp)/.test(relation)) {
        const subject = findSubject(view, above, 0);
        if (subject < 0 || subject === at || !this.#agrees(head, subject)) return [];
        return [...this.#context.read(subject, "actor")];
      }
      if (!/^(nmod|conj)/.test(relation)) return [];
      // "Oslo condemned Bergen's raid, including its use of mines": the nearer owner.
      const owner = childBy(view, above, "nmod:poss");
      if (owner >= 0 && owner !== head) return [...this.#context.read(owner, "actor")];
      at = above;
    }
    return [];
  }

  /** False where number or gender keep a possessive from meaning the subject: "She backs his plan". */
  #agrees(possessive: number, subject: number): boolean {
    const { doc } = this.#context.view;
    const owner = POSSESSED_BY.get(getForm(doc, possessive).toLowerCase());
    if (owner === undefined) return true;
    const pronoun = doc.lemma[subject].toLowerCase();
    if (PERSONAL_SUBJECT.test(pronoun)) return pronoun === owner;
    if (owner === "they") return true;
    const isBody = this.#context
      .read(subject, "actor")
      .some(({ kinds }) => kinds.has("body") || kinds.has("police"));
    if (owner !== "it" && isBody) return false;
    return !isPlural(doc, subject) && childBy(this.#context.view, subject, "conj") < 0;
  }

  /** "The army said it had left": of whom only the words are known, what the table of nouns says of them. */
  #readNoun(head: number, antecedent: Span): Party | undefined {
    const { doc } = this.#context.view;
    let last = head - 1;
    while (last >= 0 && doc.start[last] >= antecedent.end) last--;
    if (last < 0 || doc.upos[last] !== NOUN || doc.end[last] <= antecedent.start) return undefined;
    const found = this.#context.read(last, "actor");
    if (found.length !== 1 || found[0].isLinked) return undefined;
    const span = { start: doc.start[head], end: doc.end[head] };
    const ref = extend(found[0].ref, { text: doc.text.slice(span.start, span.end) });
    return extend(found[0], { ref, head, span, antecedent });
  }

  /** "The fighters said they had left": a subject that nothing else explains is whoever tells of it, if number agrees. */
  #readTeller(head: number): Party[] {
    const { view } = this.#context;
    const { doc } = view;
    const lemma = doc.lemma[head].toLowerCase();
    const clause = doc.head[head];
    if (!/^(they|it|he|she)$/.test(lemma) || clause < 0) return [];
    if (!relationOf(doc, head).startsWith("nsubj") || relationOf(doc, clause) !== "ccomp") return [];
    const teller = findSubject(view, doc.head[clause], 0);
    if (teller < 0 || teller >= head) return [];
    const found = this.#context.read(teller, "actor");
    if (found.length === 0 || (found.length > 1 || found[0].isPlural) !== (lemma === "they")) return [];
    const isPerson = found[0].kinds.has("person");
    if (lemma !== "they" && isPerson === (lemma === "it")) return [];
    const span = { start: doc.start[head], end: doc.end[head] };
    return found.map((party) => extend(party, { head, span, antecedent: party.antecedent ?? party.span }));
  }

  /** "Gunmen stormed the hotel. They shot two guards.": several people of whom only the words are known. */
  #readSubjectBefore(head: number): Party[] {
    const { view } = this.#context;
    const { doc } = view;
    if (doc.lemma[head].toLowerCase() !== "they") return [];
    const before = findSubjectBefore(view, head);
    if (before < 0 || doc.upos[before] !== NOUN || !isPlural(doc, before)) return [];
    const [party] = this.#context.read(before, "actor");
    if (party === undefined || !party.kinds.has("actor")) return [];
    const span = { start: doc.start[head], end: doc.end[head] };
    return [extend(party, { head, span, antecedent: party.antecedent ?? party.span })];
  }
}
