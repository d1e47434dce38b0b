/**
 * Actors of one article, found and linked: states, bodies, offices, persons, and who is meant by a role or a pronoun.
 *
 * In: a parsed text and the lexicon of names. Out: mentions in the order of the text, and a resolver for any
 * noun phrase. The text is read from its beginning, so that a short name, a role or a pronoun finds what was
 * said before it. What cannot be resolved keeps its words and has no id: nothing is guessed in silence.
 */
import type { ActorRef, ArticleRecord } from "../core/records.js";
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import type { ActorMention, MentionKind, OfficeHeld } from "./actor-mention.js";
import { type AdmitReadings, type Chunk, chunkSentence } from "./chunks.js";
import type { NameEntry, NameLexicon } from "./name-lexicon.js";
import { fold, type Person, Persons, personRef, slug } from "./persons.js";
import { findRolePhrases, type RolePhrase, type WrittenName } from "./role-phrases.js";
import type { ResolvedActor, SourceResolver } from "./source-resolver.js";

const PRON = UPOS.indexOf("PRON");
const PROPN = UPOS.indexOf("PROPN");
const PUNCT = UPOS.indexOf("PUNCT");
const DET = UPOS.indexOf("DET");

/** Words that end the name of a body, not of a person. */
const BODY_WORDS = new Set(
  "party group council committee commission union organisation organization association front movement army brigade brigades forces force agency bank company corporation institute university foundation centre center court congress league federation alliance network service bureau office ministry department press news times post television radio club church conference assembly authority administration coalition observer sentinel wire gazette courier herald tribune journal chronicle guardian mail daily weekly review magazine broadcasting".split(
    " ",
  ),
);
const FEMALE = new Set(["she", "her", "hers"]);
const MALE = new Set(["he", "his", "him"]);
const THINGS = new Set(["it", "its"]);

/** Sentences that a pronoun looks back over. */
const PRONOUN_REACH = 4;

/** Finds and links the actors of an article. */
export function findActors(doc: ParsedDoc, article: ArticleRecord, lexicon: NameLexicon): ArticleActors {
  return new ArticleActors(doc, article, lexicon);
}

export class ArticleActors implements SourceResolver {
  /** In the order of the text; a person's mention covers title and name. */
  readonly mentions: readonly ActorMention[];
  readonly persons = new Persons();
  readonly #doc: ParsedDoc;
  readonly #article: ArticleRecord;
  readonly #forms: string[];
  readonly #sentenceOf: Int32Array;
  /** Index of the mention that covers a word, -1 for none. */
  readonly #mentionAt: Int32Array;
  readonly #modifierAt = new Map<number, NameEntry>();
  readonly #personOfMention = new Map<ActorMention, Person>();
  readonly #states: ReadonlyMap<string, NameEntry>;

  constructor(doc: ParsedDoc, article: ArticleRecord, lexicon: NameLexicon) {
    this.#doc = doc;
    this.#article = article;
    this.#states = lexicon.states;
    this.#forms = Array.from({ length: doc.length }, (_, i) => getForm(doc, i));
    this.#sentenceOf = new Int32Array(doc.length);
    this.#mentionAt = new Int32Array(doc.length).fill(-1);
    const admit = this.#admitter(lexicon);
    const mentions: ActorMention[] = [];
    for (let s = 0; s + 1 < doc.sentence.length; s++) {
      this.#sentenceOf.fill(s, doc.sentence[s], doc.sentence[s + 1]);
      const chunks = chunkSentence(doc, this.#forms, s, lexicon, admit);
      for (const chunk of chunks) {
        const modifier = chunk.entries.find((e) => e.class === "adjective" || e.class === "state");
        if (modifier !== undefined)
          for (let i = chunk.from; i < chunk.to; i++) this.#modifierAt.set(i, modifier);
      }
      const found = this.#readSentence(chunks, mentions).sort((a, b) => a.from - b.from || b.to - a.to);
      for (const mention of found) {
        mentions.push(mention);
        for (let i = mention.from; i < mention.to; i++)
          if (this.#mentionAt[i] < 0) this.#mentionAt[i] = mentions.length - 1;
      }
    }
    this.mentions = mentions.map((mention) => this.#nameInFull(mention));
  }

  /** A name told in full only later holds for the mentions before it too. */
  #nameInFull(mention: ActorMention): ActorMention {
    const person = this.#personOfMention.get(mention);
    if (person === undefined) return mention;
    return { ...mention, ref: personRef(person, this.#text(mention.from, mention.to)) };
  }

  /** Which readings of a name hold in this article. */
  #admitter(lexicon: NameLexicon): AdmitReadings {
    const year = yearOf(this.#article);
    const spokenOf = new Set<string>();
    for (let i = 0; i < this.#forms.length; ) {
      const match = lexicon.match(this.#forms, i, this.#forms.length);
      for (const e of match?.entries ?? []) {
        if (e.context) continue;
        spokenOf.add(e.id);
        if (e.country !== undefined) spokenOf.add(e.country);
      }
      i += match?.words ?? 1;
    }
    return (entries) => {
      const admitted = entries.filter(
        (e) => !e.context || spokenOf.has(e.id) || (e.country !== undefined && spokenOf.has(e.country)),
      );
      const current = admitted.filter((e) => isCurrent(e, year));
      // A name of that time before one that has always been: in 1962 Moscow is the Soviet Union's.
      current.sort(
        (a, b) => Number(b.to !== undefined && b.to !== "..") - Number(a.to !== undefined && a.to !== ".."),
      );
      return current.length > 0 ? current : admitted;
    };
  }

  resolve(words: readonly number[]): ResolvedActor {
    if (words.length === 0) throw new RangeError("resolve: no words given");
    const doc = this.#doc;
    const text = doc.text.slice(doc.start[words[0]], doc.end[words[words.length - 1]]);
    const head = this.#headOf(words);
    const mention = this.#mentionFor(words, head);
    if (mention !== undefined) {
      const before = mention.antecedent;
      const ref = { ...mention.ref, text };
      if (before === undefined) return { ref, rule: mention.rule };
      return {
        ref,
        rule: mention.rule,
        antecedent: { start: doc.start[before.from], end: doc.end[before.to - 1] },
      };
    }
    if (doc.upos[head] === PRON) return this.#resolvePronoun(head, text);
    return { ref: this.#unresolved(words, text), rule: "unresolved" };
  }

  /** The mention of the phrase's head; else the first within it, where the head is no common noun of its own. */
  #mentionFor(words: readonly number[], head: number): ActorMention | undefined {
    const own = this.#mentionAt[head];
    if (own >= 0) return this.mentions[own];
    if (this.#doc.upos[head] !== PROPN) return undefined;
    for (const i of words) if (this.#mentionAt[i] >= 0) return this.mentions[this.#mentionAt[i]];
    return undefined;
  }

  #headOf(words: readonly number[]): number {
    const among = new Set(words);
    for (const i of words) {
      if (this.#doc.upos[i] !== PUNCT && !among.has(this.#doc.head[i])) return i;
    }
    return words[0];
  }

  #readSentence(chunks: readonly Chunk[], before: readonly ActorMention[]): ActorMention[] {
    const doc = this.#doc;
    const found: ActorMention[] = [];
    const covered = new Set<number>();
    const cover = (from: number, to: number) => {
      for (let i = from; i < to; i++) covered.add(i);
    };
    const context = () => [...before, ...found];
    for (const phrase of findRolePhrases(doc, this.#forms, chunks)) {
      const mention = phrase.name ? this.#personOf(phrase) : this.#officeOrRole(phrase, context());
      found.push(mention);
      cover(phrase.from, phrase.to);
    }
    for (const chunk of chunks) {
      if (covered.has(chunk.from) || chunk.class === "word") continue;
      const mention = this.#plainMention(chunk);
      if (mention !== undefined) found.push(mention);
    }
    return found;
  }

  #text(from: number, to: number): string {
    return this.#doc.text.slice(this.#doc.start[from], this.#doc.end[to - 1]);
  }

  #held(phrase: RolePhrase): OfficeHeld | undefined {
    if (phrase.title === undefined) return undefined;
    const of = this.#ownerRef(phrase);
    const { text, entry, from, to } = phrase.title;
    return { title: text, class: entry.id, from, to, ...(of ? { of } : {}) };
  }

  /** The body that a phrase names: an office of a state, an international body, or the state itself. */
  #ownerRef(phrase: RolePhrase): ActorRef | undefined {
    const { office, body } = phrase;
    const state = phrase.state ?? this.#impliedState(phrase.title?.entry ?? office);
    const ref = office
      ? officeRef(office, state ?? body)
      : body
        ? entryRef(body)
        : state
          ? stateRef(state)
          : undefined;
    if (ref === undefined || phrase.owner === undefined) return ref;
    return this.#written(ref, phrase.owner.from, phrase.owner.to);
  }

  /** "Secretary of State" and "State Duma" name their state by themselves. */
  #impliedState(entry: NameEntry | undefined): NameEntry | undefined {
    if (entry?.states?.length !== 1) return undefined;
    return this.#states.get(entry.states[0]);
  }

  #personOf(phrase: RolePhrase): ActorMention {
    const { from, to, entries } = phrase.name as WrittenName;
    const person = this.#personNamed(from, to, entries);
    const office = this.#held(phrase);
    if (office !== undefined) this.#appoint(person, office, phrase);
    const mention = {
      from: phrase.from,
      to: Math.max(phrase.to, to),
      kind: "person" as const,
      rule: "titled name",
    };
    return this.#withPerson(mention, person, office);
  }

  #appoint(person: Person, office: OfficeHeld, phrase: RolePhrase): void {
    person.offices.push(office);
    person.gender ??= phrase.title?.gender;
    person.country ??= office.of?.country;
    if (office.of === undefined) return;
    const entry = phrase.title?.entry;
    person.sector ??= office.of.sector ?? entry?.sector ?? "GOV";
    const code = office.of.cameo;
    if (code !== undefined)
      person.cameo ??= code.length === 3 && office.of.country ? code + (entry?.suffix ?? "GOV") : code;
  }

  #withPerson(
    place: { from: number; to: number; kind: MentionKind; rule: string },
    person: Person,
    office: OfficeHeld | undefined,
    antecedent?: ActorMention,
  ): ActorMention {
    const mention: ActorMention = {
      ...place,
      ref: personRef(person, this.#text(place.from, place.to)),
      ...(office ? { office } : {}),
      ...(antecedent ? { antecedent } : {}),
    };
    person.mentions.push(mention);
    this.#personOfMention.set(mention, person);
    return mention;
  }

  /** The person of this name; `entries` are rows of the table of office-holders, if it has them. */
  #personNamed(from: number, to: number, entries: readonly NameEntry[] = []): Person {
    const name = this.#text(from, to).replace(/\s+/g, " ");
    const parts = this.#forms.slice(from, to).filter((form) => /\p{L}/u.test(form));
    const holder = entries.find((e) => e.class === "holder");
    const person = this.persons.find(parts) ?? this.persons.add(parts, name);
    if (holder === undefined) {
      this.persons.lengthen(person, parts, name);
      return person;
    }
    this.persons.lengthen(person, holder.name.split(" "), holder.name);
    person.id = holder.id;
    person.name = holder.name;
    if (holder.wikidata !== undefined) person.wikidata = holder.wikidata;
    const current = entries.find((e) => e.class === "holder" && isCurrent(e, yearOf(this.#article)));
    if (current?.of !== undefined) {
      person.country ??= current.of.country;
      person.sector ??= current.of.sector ?? current.sector;
      if (current.of.cameo !== undefined)
        person.cameo ??= current.of.country ? current.of.cameo + (current.suffix ?? "") : current.of.cameo;
    }
    return person;
  }

  /** A phrase without a name: an office ("the Foreign Ministry") or a role ("the Chinese spokesman"). */
  #officeOrRole(phrase: RolePhrase, before: readonly ActorMention[]): ActorMention {
    const { from, to } = phrase;
    if (phrase.title === undefined) {
      const office = phrase.office as NameEntry;
      const owner = phrase.state ?? phrase.body ?? this.#impliedState(office);
      if (owner !== undefined)
        return {
          from,
          to,
          kind: "office",
          rule: "office of a state",
          ref: this.#written(officeRef(office, owner), from, to),
        };
      // "the ministry" is one named before; "artillery" is not.
      const definite = from > 0 && /^(the|its|their|this)$/i.test(this.#forms[from - 1]);
      for (let i = definite ? before.length - 1 : -1; i >= 0; i--) {
        const other = before[i];
        if (other.kind === "office" && other.ref.country !== undefined && sameOffice(other.ref, office)) {
          return {
            from,
            to,
            kind: "office",
            rule: "office named before",
            ref: this.#written(other.ref, from, to),
            antecedent: other,
          };
        }
      }
      // A person's own office named before serves too: "NAME of the Foreign Ministry … the ministry".
      for (const person of definite ? [...this.persons.all].reverse() : []) {
        const held = person.offices.findLast((o) => o.of?.country !== undefined && sameOffice(o.of, office));
        if (held?.of !== undefined) {
          return {
            from,
            to,
            kind: "office",
            rule: "office named before",
            ref: this.#written(held.of, from, to),
            ...antecedentOf(person),
          };
        }
      }
      return {
        from,
        to,
        kind: "office",
        rule: "office of no named state",
        ref: this.#written({ name: this.#text(from, to) }, from, to),
      };
    }
    const held = this.#held(phrase) as OfficeHeld;
    const person = this.#personInOffice(held);
    if (person !== undefined) {
      return this.#withPerson(
        { from, to, kind: "role", rule: "role named before" },
        person,
        held,
        person.mentions.at(-1),
      );
    }
    const of = held.of;
    const ref: ActorRef = {
      ...(of?.id ? { id: `role:${slug(held.title)}:${of.id.replace(/^[a-z]+:/, "")}` } : {}),
      name: of ? `${held.title} of ${of.name}` : this.#text(from, to),
      text: this.#text(from, to),
      ...(of?.country ? { country: of.country } : {}),
      ...(of ? { sector: of.sector ?? phrase.title.entry.sector ?? "GOV" } : {}),
      ...(of?.cameo
        ? {
            cameo:
              of.cameo.length === 3 && of.country
                ? of.cameo + (phrase.title.entry.suffix ?? "GOV")
                : of.cameo,
          }
        : {}),
    };
    return {
      from,
      to,
      kind: "role",
      rule: of ? "role of a state or body" : "role of no named body",
      ref,
      office: held,
    };
  }

  /** The latest person with such a title whose state does not contradict. */
  #personInOffice(held: OfficeHeld): Person | undefined {
    for (const person of [...this.persons.all].sort((a, b) => lastPlace(b) - lastPlace(a))) {
      if (!person.offices.some((o) => o.class === held.class || o.title.endsWith(` ${held.title}`))) continue;
      if (person.gender !== undefined && held.title.endsWith("woman") && person.gender === "male") continue;
      const country = held.of?.country;
      if (country !== undefined && person.country !== undefined && country !== person.country) continue;
      if (
        held.of?.id !== undefined &&
        country === undefined &&
        !person.offices.some((o) => o.of?.id === held.of?.id)
      )
        continue;
      return person;
    }
    return undefined;
  }

  #plainMention(chunk: Chunk): ActorMention | undefined {
    const { from, to } = chunk;
    const entry = chunk.entries[0];
    switch (chunk.class) {
      case "state":
        return { from, to, kind: "state", rule: "state name", ref: this.#written(stateRef(entry), from, to) };
      case "capital":
      case "seat":
        return {
          from,
          to,
          kind: "seat",
          rule: `${chunk.class} for a government`,
          ref: this.#written(seatRef(entry), from, to),
        };
      case "group":
        return { from, to, kind: "group", rule: "group name", ref: this.#written(entryRef(entry), from, to) };
      case "body":
        return { from, to, kind: "body", rule: "body name", ref: this.#written(entryRef(entry), from, to) };
      case "demonym":
        return {
          from,
          to,
          kind: "group",
          rule: "demonym",
          ref: {
            name: this.#text(from, to),
            text: this.#text(from, to),
            ...(entry.country ? { country: entry.country } : {}),
          },
        };
      case "holder":
      case "name":
        return this.#namedMention(from, to, chunk.entries);
      default:
        return undefined;
    }
  }

  /** An unknown capitalised name: a person if known as one or of two and more words, else a body or just a name. */
  #namedMention(from: number, to: number, entries: readonly NameEntry[]): ActorMention {
    const parts = this.#forms.slice(from, to).filter((form) => /\p{L}/u.test(form));
    if (entries.some((e) => e.class === "holder")) {
      const before = this.persons.find(parts)?.mentions.at(-1);
      const person = this.#personNamed(from, to, entries);
      return this.#withPerson(
        { from, to, kind: "person", rule: "table of office-holders" },
        person,
        undefined,
        before,
      );
    }
    const known = this.persons.find(parts);
    const last = fold(parts[parts.length - 1] ?? "");
    if (known !== undefined) {
      const antecedent = known.mentions.at(-1);
      this.persons.lengthen(known, parts, this.#text(from, to));
      return this.#withPerson(
        { from, to, kind: "person", rule: "name given before" },
        known,
        undefined,
        antecedent,
      );
    }
    const medium = this.#mediumNamed(from, to);
    if (medium !== undefined) return medium;
    const isBody =
      BODY_WORDS.has(last) ||
      parts.some((p) => BODY_WORDS.has(fold(p))) ||
      /^\p{Lu}{2,}$/u.test(parts[0] ?? "");
    if (
      !isBody &&
      to - from >= 2 &&
      to - from <= 5 &&
      !this.#isHyphenated(from, to) &&
      this.#actsAsPerson(from, to)
    ) {
      const person = this.#personNamed(from, to);
      return this.#withPerson({ from, to, kind: "person", rule: "full name" }, person, undefined);
    }
    const name = this.#text(from, to);
    return { from, to, kind: "name", rule: "unknown name", ref: { name, text: name } };
  }

  /** The article's own outlet or agency, as written in its text. */
  #mediumNamed(from: number, to: number): ActorMention | undefined {
    const text = this.#text(from, to);
    const key = fold(text).replace(/^the /, "");
    const { outlet, agency } = this.#article;
    const name = [outlet, agency].find((n) => n !== null && fold(n).replace(/^the /, "") === key);
    if (name == null) return undefined;
    const ref = { id: `media:${slug(name)}`, name, text, sector: "JRN" };
    return { from, to, kind: "body", rule: "the article's own outlet or agency", ref };
  }

  /** One compound ("Nagorno-Karabakh"), not a given and a family name. */
  #isHyphenated(from: number, to: number): boolean {
    for (let i = from + 1; i < to; i++) if (this.#doc.start[i] > this.#doc.end[i - 1]) return false;
    return true;
  }

  /** Subject, agent, apposition or vocative: where persons stand and places seldom do. */
  #actsAsPerson(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const head = this.#doc.head[i];
      if (head >= from && head < to) continue;
      return /^(nsubj|obl:agent|appos|vocative|iobj|root|conj)/.test(
        this.#doc.names.deprel[this.#doc.deprel[i]],
      );
    }
    return false;
  }

  #written(ref: ActorRef, from: number, to: number): ActorRef {
    return { ...ref, text: this.#text(from, to) };
  }

  #resolvePronoun(word: number, text: string): ResolvedActor {
    const form = this.#forms[word].toLowerCase();
    const gender = FEMALE.has(form) ? "female" : MALE.has(form) ? "male" : undefined;
    const reach = Math.max(0, this.#sentenceOf[word] - PRONOUN_REACH);
    if (gender !== undefined || THINGS.has(form)) {
      let fallback: ActorMention | undefined;
      for (let i = this.mentions.length - 1; i >= 0; i--) {
        const mention = this.mentions[i];
        if (mention.to > word) continue;
        if (this.#sentenceOf[mention.from] < reach) break;
        if (!this.#mayStandFor(mention, gender)) continue;
        if (this.#isSubject(mention)) {
          fallback = mention;
          break;
        }
        fallback ??= mention;
      }
      if (fallback !== undefined) {
        const antecedent = { start: this.#doc.start[fallback.from], end: this.#doc.end[fallback.to - 1] };
        return { ref: { ...fallback.ref, text }, rule: "pronoun", antecedent };
      }
    }
    return { ref: { name: text, text }, rule: "unresolved" };
  }

  #mayStandFor(mention: ActorMention, gender: "female" | "male" | undefined): boolean {
    if (gender === undefined)
      return mention.kind === "body" || mention.kind === "office" || mention.kind === "state";
    if (mention.kind !== "person" && mention.kind !== "role") return false;
    const person = this.persons.all.find((p) => p.mentions.some((m) => m.from === mention.from));
    return person?.gender === undefined || person.gender === gender;
  }

  #isSubject(mention: ActorMention): boolean {
    for (let i = mention.from; i < mention.to; i++) {
      const head = this.#doc.head[i];
      if (head >= mention.from && head < mention.to) continue;
      if (/^nsubj/.test(this.#doc.names.deprel[this.#doc.deprel[i]])) return true;
    }
    return false;
  }

  /** Words with no mention of their own; a state's adjective on their head still tells the country. */
  #unresolved(words: readonly number[], text: string): ActorRef {
    const name =
      this.#doc.upos[words[0]] === DET && words.length > 1
        ? this.#text(words[1], words[words.length - 1] + 1)
        : text;
    const head = this.#headOf(words);
    for (const i of words) {
      const country = this.#doc.head[i] === head ? this.#modifierAt.get(i)?.country : undefined;
      if (country !== undefined) return { name, text, country };
    }
    return { name, text };
  }

  /** The article whose actors these are. */
  get article(): ArticleRecord {
    return this.#article;
  }
}

/** Year of publication; undefined where the article tells none. */
function yearOf(article: ArticleRecord): number | undefined {
  const year = Number.parseInt(article.published?.edtf ?? "", 10);
  return Number.isNaN(year) ? undefined : year;
}

/** True for a name of that year; of the present where the year is not known. */
function isCurrent(entry: NameEntry, year: number | undefined): boolean {
  if (year === undefined) return entry.to === undefined || entry.to === "..";
  const from = Number.parseInt(entry.from ?? "", 10);
  const to = Number.parseInt(entry.to ?? "", 10);
  return !(from > year) && !(to < year);
}

function lastPlace(person: Person): number {
  return person.mentions.at(-1)?.from ?? -1;
}

function antecedentOf(person: Person): { antecedent?: ActorMention } {
  const mention = person.mentions.at(-1);
  return mention === undefined ? {} : { antecedent: mention };
}

function entryRef(entry: NameEntry): ActorRef {
  const { id, name, country, sector, cameo, wikidata } = entry;
  return {
    id,
    name,
    ...(country ? { country } : {}),
    ...(sector ? { sector } : {}),
    ...(wikidata ? { wikidata } : {}),
    ...(cameo ? { cameo } : {}),
  };
}

/** The state that a name, an adjective, a demonym or a capital belongs to. */
function stateRef(entry: NameEntry): ActorRef {
  return entryRef(entry);
}

/** A capital or seat that stands for a government. */
function seatRef(entry: NameEntry): ActorRef {
  return { ...entryRef(entry), sector: entry.sector ?? "GOV" };
}

function officeRef(office: NameEntry, owner: NameEntry | undefined): ActorRef {
  if (owner === undefined) return { name: office.name };
  const sector = office.sector ?? "GOV";
  const cameo =
    owner.cameo !== undefined && owner.country !== undefined
      ? owner.cameo.slice(0, 3) + (office.suffix ?? sector)
      : owner.cameo;
  return {
    id: `office:${owner.id.replace(/^[a-z]+:/, "")}:${office.id}`,
    name: `${capitalise(office.name)} of ${owner.name}`,
    ...(owner.country ? { country: owner.country } : {}),
    sector,
    ...(cameo ? { cameo } : {}),
  };
}

/** "the ministry" is any ministry; "the Foreign Ministry" only that one. */
function sameOffice(ref: ActorRef, office: NameEntry): boolean {
  const key = office.id;
  const own = ref.id?.split(":").at(-1) ?? "";
  return own === key || own.endsWith(`-${key}`);
}

/** "foreign ministry" as a name: "Foreign Ministry". */
function capitalise(name: string): string {
  return name.replace(/\b(?!of\b|for\b|and\b|the\b)[a-z]/g, (letter) => letter.toUpperCase());
}
