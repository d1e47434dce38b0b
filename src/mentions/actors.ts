/**
 * Actors of one article, found and linked: states, bodies, offices, persons, and who is meant by a role or a pronoun.
 *
 * In: a parsed text and the lexicon of names. Out: mentions in the order of the text, and a resolver for any
 * noun phrase. The text is read from its beginning, so that a short name, a role or a pronoun finds what was
 * said before it. What cannot be resolved keeps its words and has no id: nothing is guessed in silence.
 */
import { extend } from "../core/extend.js";
import type { ActorRef, ArticleRecord } from "../core/records.js";
import { type ParsedDoc, UPOS } from "../language/doc.js";
import type { ActorMention } from "./actor-mention.js";
import { entryRef, seatRef } from "./actor-ref.js";
import { makeAdmission } from "./admitted-readings.js";
import { isTown } from "./capital-use.js";
import { type Chunk, chunkSentence } from "./chunks.js";
import type { NameEntry } from "./name-entry.js";
import type { NameLexicon } from "./name-lexicon.js";
import { readName } from "./name-mention.js";
import { OfficeMentions } from "./office-mentions.js";
import { PersonMentions } from "./person-mentions.js";
import { Possessors } from "./possessors.js";
import { findAntecedent } from "./pronoun-antecedent.js";
import type { RolePhrase } from "./role-phrase.js";
import { findRolePhrases } from "./role-phrases.js";
import { ShortNames } from "./short-names.js";
import type { ResolvedActor, SourceResolver } from "./source-resolver.js";
import { WordView } from "./word-view.js";

const PRON = UPOS.indexOf("PRON");
const PROPN = UPOS.indexOf("PROPN");
const NOUN = UPOS.indexOf("NOUN");
const DET = UPOS.indexOf("DET");

/** Towns of the tables, capitals or not: "Brussels" but not "the Kremlin". */
function isTownSeat(entry: NameEntry): boolean {
  return entry.class === "capital" || entry.town === true;
}

/** What is named by its state and is not its government: a people, a town. */
function peopleRef(text: string, { country }: NameEntry): ActorRef {
  return { name: text, text, ...(country ? { country } : {}) };
}

/** Finds and links the actors of an article. */
export function findActors(doc: ParsedDoc, article: ArticleRecord, lexicon: NameLexicon): ArticleActors {
  return new ArticleActors(doc, article, lexicon);
}

export class ArticleActors implements SourceResolver {
  /** In the order of the text; a person's mention covers title and name. */
  readonly mentions: readonly ActorMention[];
  /** The article whose actors these are. */
  readonly article: ArticleRecord;
  readonly #words: WordView;
  readonly #lexicon: NameLexicon;
  readonly #persons: PersonMentions;
  readonly #offices: OfficeMentions;
  readonly #possessors: Possessors;
  readonly #shortNames = new ShortNames();
  /** Index of the mention that covers a word, -1 for none. */
  readonly #mentionAt: Int32Array;
  /** The state that a word names by an adjective or by its name. */
  readonly #modifierAt = new Map<number, NameEntry>();

  constructor(doc: ParsedDoc, article: ArticleRecord, lexicon: NameLexicon) {
    this.article = article;
    this.#lexicon = lexicon;
    this.#words = new WordView(doc);
    this.#persons = new PersonMentions(this.#words, article, lexicon);
    this.#offices = new OfficeMentions(this.#persons, lexicon.states);
    this.#possessors = new Possessors(this.#words, lexicon.states);
    this.#mentionAt = new Int32Array(doc.length).fill(-1);
    const { forms } = this.#words;
    const admit = makeAdmission(article, forms, lexicon);
    const mentions: ActorMention[] = [];
    for (let s = 0; s + 1 < doc.sentence.length; s++) {
      const chunks = chunkSentence(doc, forms, s, lexicon, admit);
      for (const chunk of chunks) this.#noteModifier(chunk);
      this.#possessors.note(chunks);
      for (const mention of this.#readSentence(chunks)) {
        for (let i = mention.from; i < mention.to; i++)
          if (this.#mentionAt[i] < 0) this.#mentionAt[i] = mentions.length;
        mentions.push(mention);
      }
    }
    this.mentions = mentions.map((mention) => this.#persons.retell(mention));
  }

  #noteModifier(chunk: Chunk): void {
    const state = chunk.entries.find(
      (e) => e.class === "adjective" || e.class === "state" || (e.class === "capital" && this.#isTown(chunk)),
    );
    if (state !== undefined) for (let i = chunk.from; i < chunk.to; i++) this.#modifierAt.set(i, state);
  }

  #isTown({ from, to }: Chunk): boolean {
    return isTown(this.#words.doc, this.#words.forms, from, to);
  }

  #readSentence(chunks: readonly Chunk[]): ActorMention[] {
    const found = findRolePhrases(this.#words.doc, this.#words.forms, chunks)
      .map((phrase) => this.#readOwnedPhrase(phrase))
      .filter((mention) => mention !== undefined);
    const covered = new Set<number>();
    for (const { from, to } of found) for (let i = from; i < to; i++) covered.add(i);
    for (const chunk of chunks) {
      const mention = covered.has(chunk.from) ? undefined : this.#readChunk(chunk);
      if (mention !== undefined) found.push(mention);
    }
    return found.sort((a, b) => a.from - b.from || b.to - a.to);
  }

  /** "its foreign ministry" is that of the state which "its" stands for. */
  #readOwnedPhrase(phrase: RolePhrase): ActorMention | undefined {
    const { from } = phrase;
    const isOpen = phrase.state === undefined && phrase.body === undefined && from > 0;
    const whose =
      isOpen && /^its$/i.test(this.#words.forms[from - 1]) ? this.#possessors.find(from - 1) : undefined;
    if (whose === undefined) return this.#readPhrase(phrase);
    const owner = { from: from - 1, to: from };
    const mention = this.#readPhrase({ ...phrase, state: whose.state, owner });
    return mention && { antecedent: whose.antecedent, ...mention };
  }

  #readPhrase(phrase: RolePhrase): ActorMention | undefined {
    const { name, title, office } = phrase;
    if (name !== undefined) {
      const held = title && this.#offices.held(phrase, title);
      const person = this.#persons.personNamed(name.from, name.to, name.entries, held);
      if (held !== undefined) this.#persons.appoint(person, held, title);
      const to = Math.max(phrase.to, name.to);
      return this.#persons.mention(
        { from: phrase.from, to, kind: "person", rule: "titled name" },
        person,
        held,
      );
    }
    if (title !== undefined) return this.#offices.readRole(phrase, title);
    return this.#offices.readOffice(phrase, office as NameEntry);
  }

  /** A chunk outside every phrase of office. */
  #readChunk(chunk: Chunk): ActorMention | undefined {
    const { from, to, class: kind, entries } = chunk;
    const entry = entries[0];
    const text = this.#words.text(from, to);
    switch (kind) {
      case "state":
        return { from, to, kind: "state", rule: "state name", ref: extend(entryRef(entry), { text }) };
      case "capital":
      case "seat":
        if (isTownSeat(entry) && this.#isTown(chunk))
          return { from, to, kind: "seat", rule: "capital for the town", ref: peopleRef(text, entry) };
        return {
          from,
          to,
          kind: "seat",
          rule: `${kind} for a government`,
          ref: extend(seatRef(entry), { text }),
        };
      case "group":
      case "body": {
        if (entry.town && this.#isTown(chunk))
          return { from, to, kind: "name", rule: "land of a body", ref: peopleRef(text, entry) };
        const mention: ActorMention = {
          from,
          to,
          kind,
          rule: `${kind} name`,
          ref: extend(entryRef(entry), { text }),
        };
        this.#shortNames.note(mention);
        return mention;
      }
      case "demonym":
        return { from, to, kind: "group", rule: "demonym", ref: peopleRef(text, entry) };
      case "adjective":
        if (!this.#isPeople(chunk)) return undefined;
        return { from, to, kind: "group", rule: "demonym", ref: peopleRef(text, entry) };
      case "word":
        return this.#readShortName(chunk);
      case "holder":
      case "name":
        return (
          this.#readShortName(chunk) ??
          readName(from, to, entries, this.#persons, this.article, this.#lexicon)
        );
      default:
        return undefined;
    }
  }

  /** "the British": an adjective that stands for the people. */
  #isPeople({ from, to }: Chunk): boolean {
    const { doc, forms } = this.#words;
    if (from === 0 || !/^the$/i.test(forms[from - 1])) return false;
    return (
      /^(nsubj|obj|obl|iobj|conj|root|nmod)/.test(this.#words.relationOf(from, to)) && doc.head[from] !== to
    );
  }

  /** "the council" after "the Security Council". */
  #readShortName({ from, to }: Chunk): ActorMention | undefined {
    const { forms, doc } = this.#words;
    if (to !== from + 1 || from === 0 || !/^the$/i.test(forms[from - 1])) return undefined;
    const upos = doc.upos[from];
    if (upos !== NOUN && upos !== PROPN) return undefined;
    if (/^(compound|flat|amod|nmod:poss)/.test(this.#words.relationOf(from, to))) return undefined;
    // "the Council of Elders" is another one.
    if (/^(of|on|for|to)$/.test(forms[to] ?? "")) return undefined;
    const antecedent = this.#shortNames.find(forms[from]);
    if (antecedent === undefined) return undefined;
    const ref = extend(antecedent.ref, { text: this.#words.text(from, to) });
    return { from, to, kind: antecedent.kind, rule: "short name of a body named before", ref, antecedent };
  }

  /** The mention that covers a word, the outermost where several do. */
  mentionAt(word: number): ActorMention | undefined {
    const index = this.#mentionAt[word];
    return index < 0 ? undefined : this.mentions[index];
  }

  /** The state that a word names, by its name or by an adjective ("Kenyan"); undefined for other words. */
  stateAt(word: number): ActorRef | undefined {
    const entry = this.#modifierAt.get(word);
    return entry && extend(entryRef(entry), { text: this.#words.text(word, word + 1) });
  }

  resolve(words: readonly number[]): ResolvedActor {
    if (words.length === 0) throw new RangeError("resolve: no words given");
    const text = this.#words.text(words[0], words[words.length - 1] + 1);
    const head = this.#words.headOf(words);
    const mention = this.#mentionFor(words, head);
    if (mention !== undefined) return this.#resolved(mention, mention.rule, text, mention.antecedent);
    if (this.#words.doc.upos[head] !== PRON)
      return { ref: this.#unresolved(words, head, text), rule: "unresolved" };
    const antecedent = findAntecedent(head, this.mentions, this.#persons);
    if (antecedent === undefined) return { ref: { name: text, text }, rule: "unresolved" };
    return this.#resolved(antecedent, "pronoun", text, antecedent);
  }

  #resolved({ ref }: ActorMention, rule: string, text: string, before?: ActorMention): ResolvedActor {
    const { start, end } = this.#words.doc;
    const antecedent = before && { start: start[before.from], end: end[before.to - 1] };
    const own = extend(ref, { text });
    return antecedent ? { ref: own, rule, antecedent } : { ref: own, rule };
  }

  /** The mention of the phrase's head; else the first within it, where the head is no common noun of its own. */
  #mentionFor(words: readonly number[], head: number): ActorMention | undefined {
    const own = this.#mentionAt[head];
    if (own >= 0) return this.mentions[own];
    if (this.#words.doc.upos[head] !== PROPN) return undefined;
    const other = words.find((i) => this.#mentionAt[i] >= 0);
    return other === undefined ? undefined : this.mentions[this.#mentionAt[other]];
  }

  /** Words with no mention of their own; a state's adjective on their head still tells the country. */
  #unresolved(words: readonly number[], head: number, text: string): ActorRef {
    const { doc } = this.#words;
    const isDetermined = doc.upos[words[0]] === DET && words.length > 1;
    const name = isDetermined ? this.#words.text(words[1], words[words.length - 1] + 1) : text;
    for (const i of words) {
      const country = doc.head[i] === head ? this.#modifierAt.get(i)?.country : undefined;
      if (country !== undefined) return { name, text, country };
    }
    return { name, text };
  }
}
