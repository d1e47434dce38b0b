/**
 * The persons of an article with the mentions and offices by which it tells of them.
 *
 * A person is one by name, by a row of the table of office-holders, or by an office held earlier in the text.
 */
import type { ArticleRecord } from "../core/records.js";
import type { ActorMention, MentionKind, OfficeHeld } from "./actor-mention.js";
import { serviceCode } from "./actor-ref.js";
import { isCurrent, yearOf } from "./admitted-readings.js";
import type { NameEntry } from "./name-entry.js";
import type { NameLexicon } from "./name-lexicon.js";
import { type Person, Persons, personRef } from "./persons.js";
import type { RolePhrase } from "./role-phrase.js";
import type { WordView } from "./word-view.js";

/** Where a mention stands and how it was read. */
export interface MentionPlace {
  readonly from: number;
  readonly to: number;
  readonly kind: MentionKind;
  readonly rule: string;
}

const NO_PERSON: ReadonlySet<string> = new Set(["state", "capital", "seat", "body", "group"]);

export class PersonMentions {
  readonly persons = new Persons();
  readonly #byFirstWord = new Map<number, Person>();
  readonly #lexicon: NameLexicon;
  readonly #year: number | undefined;

  constructor(
    readonly words: WordView,
    article: ArticleRecord,
    lexicon: NameLexicon,
  ) {
    this.#lexicon = lexicon;
    this.#year = yearOf(article);
  }

  /**
   * The person of this name; `entries` are rows of the table of office-holders, if it has them. A surname behind
   * a title is the holder of that office at that time, where it is known and one: "President NAME".
   */
  personNamed(from: number, to: number, entries: readonly NameEntry[] = [], held?: OfficeHeld): Person {
    const name = this.words.text(from, to).replace(/\s+/g, " ");
    const parts = this.words.lettered(from, to);
    const known = this.persons.find(parts);
    const person = known ?? this.persons.add(parts, name);
    let rows = entries.filter((e) => e.class === "holder");
    if (rows.length === 0 && parts.length === 1 && held !== undefined && person.id === undefined)
      rows = this.#holdersOf(parts[0], held);
    if (rows.length === 0) this.persons.lengthen(person, parts, name);
    else this.#identify(person, rows, held);
    return person;
  }

  /** True for a name that the tables have for a place or a body, though nothing in the article speaks for it. */
  isOtherwiseKnown(from: number, to: number): boolean {
    const match = this.#lexicon.match(this.words.forms, from, to);
    return match?.words === to - from && match.entries.some((e) => NO_PERSON.has(e.class));
  }

  /** Rows of the one person of this surname who held the office in the article's year. */
  #holdersOf(surname: string, held: OfficeHeld): NameEntry[] {
    const rows = this.#lexicon
      .holdersNamed(surname)
      .filter((e) => e.title === held.class && isCurrent(e, this.#year))
      .filter((e) => held.of?.country === undefined || e.of?.country === held.of.country);
    return rows.every((e) => e.id === rows[0].id) ? rows : [];
  }

  #identify(person: Person, rows: readonly NameEntry[], held: OfficeHeld | undefined): void {
    const holder = rows[0];
    this.persons.lengthen(person, holder.name.split(" "), holder.name);
    person.id = holder.id;
    person.name = holder.name;
    if (holder.wikidata !== undefined) person.wikidata = holder.wikidata;
    const terms = rows.filter((e) => isCurrent(e, this.#year));
    // Of several offices at a time, the one that the article names.
    const current = terms.find((e) => e.title === held?.class) ?? terms[0];
    if (current?.of === undefined) return;
    person.country ??= current.of.country;
    person.sector ??= current.of.sector ?? current.sector;
    if (current.of.cameo !== undefined)
      person.cameo ??= current.of.country ? current.of.cameo + (current.suffix ?? "") : current.of.cameo;
  }

  /** Notes that the article gives the person this office. */
  appoint(person: Person, office: OfficeHeld, title: RolePhrase["title"]): void {
    person.offices.push(office);
    person.gender ??= title?.gender;
    person.country ??= office.of?.country;
    if (office.of === undefined) return;
    person.sector ??= office.of.sector ?? title?.entry.sector ?? "GOV";
    person.cameo ??= serviceCode(office.of, title?.entry.suffix ?? "GOV");
  }

  /** A mention of the person, kept with them. */
  mention(place: MentionPlace, person: Person, office?: OfficeHeld, antecedent?: ActorMention): ActorMention {
    const { from, to, kind, rule } = place;
    const mention: ActorMention = {
      from,
      to,
      kind,
      rule,
      ref: personRef(person, this.words.text(from, to)),
      ...(office ? { office } : {}),
      ...(antecedent ? { antecedent } : {}),
    };
    person.mentions.push(mention);
    this.#byFirstWord.set(mention.from, person);
    return mention;
  }

  /** The person whose mention begins at this word. */
  personAt(word: number): Person | undefined {
    return this.#byFirstWord.get(word);
  }

  /** As told by the whole article: a name given in full only later holds for the mentions before it too. */
  retell(mention: ActorMention): ActorMention {
    const person = this.personAt(mention.from);
    return person === undefined ? mention : { ...mention, ref: personRef(person, mention.ref.text ?? "") };
  }

  /** Persons, the one mentioned last first. */
  latestFirst(): Person[] {
    const lastPlace = (person: Person) => person.mentions.at(-1)?.from ?? -1;
    return [...this.persons.all].sort((a, b) => lastPlace(b) - lastPlace(a));
  }

  /** The latest person with such a title whose gender, state and body do not contradict. */
  personInOffice(held: OfficeHeld): Person | undefined {
    return this.latestFirst().find((person) => mayHold(person, held));
  }
}

function mayHold(person: Person, held: OfficeHeld): boolean {
  if (!person.offices.some((o) => o.class === held.class || o.title.endsWith(` ${held.title}`))) return false;
  if (person.gender === "male" && held.title.endsWith("woman")) return false;
  const country = held.of?.country;
  if (country !== undefined) return person.country === undefined || person.country === country;
  return held.of?.id === undefined || person.offices.some((o) => o.of?.id === held.of?.id);
}
