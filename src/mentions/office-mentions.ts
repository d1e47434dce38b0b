/**
 * Offices and roles without a name: "the Foreign Ministry", "the ministry", "the Chinese spokesman".
 *
 * One whose state or body stands beside it is that state's; else it is the one named before, if any.
 */
import { extend } from "../core/extend.js";
import type { ActorRef } from "../core/records.js";
import type { ActorMention, OfficeHeld } from "./actor-mention.js";
import { entryRef, isSameOffice, officeRef, serviceCode } from "./actor-ref.js";
import type { NameEntry } from "./name-entry.js";
import type { NameLexicon } from "./name-lexicon.js";
import type { PersonMentions } from "./person-mentions.js";
import { slug } from "./persons.js";
import type { RolePhrase, WrittenTitle } from "./role-phrase.js";
import type { WordView } from "./word-view.js";

/** Offices whose people, beside the name of an armed group, are that group. */
const MEMBERS = new Set(["rebels", "militia", "gunmen", "criminals", "armed-forces", "army"]);

/** Sectors whose single words in lower case are common nouns: "parties" to a treaty, "the press". */
const COMMON = /^(PTY|JRN)$/;

export class OfficeMentions {
  readonly #words: WordView;
  readonly #persons: PersonMentions;
  readonly #states: NameLexicon["states"];
  /** Mentions of offices so far, in the order of the text. */
  readonly #offices: ActorMention[] = [];

  constructor(persons: PersonMentions, states: NameLexicon["states"]) {
    this.#words = persons.words;
    this.#persons = persons;
    this.#states = states;
  }

  /** The title of a phrase with the body that it belongs to. */
  held(phrase: RolePhrase, title: WrittenTitle): OfficeHeld {
    const of = this.#ownerRef(phrase);
    const { text, entry, from, to } = title;
    const { sector } = entry;
    return { title: text, class: entry.id, from, to, ...(of ? { of } : {}), ...(sector ? { sector } : {}) };
  }

  /** The body that a phrase names: an office of a state, an international body, or the state itself. */
  #ownerRef(phrase: RolePhrase): ActorRef | undefined {
    const { office, body } = phrase;
    const state = phrase.state ?? this.#impliedState(phrase.title?.entry ?? office);
    const owner = body ?? state;
    const ref = office ? officeRef(office, state ?? body) : owner && entryRef(owner);
    if (ref === undefined || phrase.owner === undefined) return ref;
    return extend(ref, { text: this.#words.text(phrase.owner.from, phrase.owner.to) });
  }

  /** "Secretary of State" and "State Duma" name their state by themselves. */
  #impliedState(entry: NameEntry | undefined): NameEntry | undefined {
    return entry?.states?.length === 1 ? this.#states.get(entry.states[0]) : undefined;
  }

  /** A phrase that names an office and nobody in it; undefined for a common noun that names none ("the parties"). */
  readOffice(phrase: RolePhrase, office: NameEntry): ActorMention | undefined {
    const { from, to } = phrase;
    const text = this.#words.text(from, to);
    const make = (rule: string, ref: ActorRef, antecedent?: ActorMention): ActorMention => {
      const mention: ActorMention = {
        from,
        to,
        kind: "office",
        rule,
        ref: extend(ref, { text }),
        ...(antecedent ? { antecedent } : {}),
      };
      this.#offices.push(mention);
      return mention;
    };
    const owner = phrase.state ?? phrase.body ?? this.#impliedState(office);
    // "M23 fighters" are M23.
    if (owner?.class === "body" && owner.id.startsWith("group:") && MEMBERS.has(office.id))
      return { from, to, kind: "body", rule: "members of a group", ref: extend(entryRef(owner), { text }) };
    if (owner !== undefined) return make("office of a state", officeRef(office, owner));
    // "the ministry" is one named before; "artillery" is not.
    if (from > 0 && /^(the|its|their|this)$/i.test(this.#words.forms[from - 1])) {
      const before = this.#officeBefore(office);
      if (before !== undefined) return make("office named before", before.ref, before.antecedent);
    }
    if (COMMON.test(office.sector ?? "") && /^\p{Ll}+$/u.test(text)) return undefined;
    return make("office of no named state", { name: text });
  }

  /** The latest such office of a state; else that of a person: "NAME of the Foreign Ministry … the ministry". */
  #officeBefore(office: NameEntry): { ref: ActorRef; antecedent?: ActorMention | undefined } | undefined {
    const fits = (ref: ActorRef) => ref.country !== undefined && isSameOffice(ref, office);
    const named = this.#offices.findLast((other) => fits(other.ref));
    if (named !== undefined) return { ref: named.ref, antecedent: named };
    for (const person of [...this.#persons.persons.all].reverse()) {
      const held = person.offices.findLast((o) => o.of !== undefined && fits(o.of));
      if (held?.of !== undefined) return { ref: held.of, antecedent: person.mentions.at(-1) };
    }
    return undefined;
  }

  /** A phrase with a title and nobody's name. */
  readRole(phrase: RolePhrase, title: WrittenTitle): ActorMention {
    const { from, to } = phrase;
    const held = this.held(phrase, title);
    const person = this.#persons.personInOffice(held);
    if (person !== undefined) {
      const place = { from, to, kind: "role" as const, rule: "role named before" };
      return this.#persons.mention(place, person, held, person.mentions.at(-1));
    }
    const text = this.#words.text(from, to);
    const ref = held.of ? roleRef(held, held.of, title.entry, text) : { name: text, text };
    const rule = held.of ? "role of a state or body" : "role of no named body";
    return { from, to, kind: "role", rule, ref, office: held };
  }
}

/** Whoever holds an office: `role:spokesperson:CHN`. */
function roleRef(held: OfficeHeld, of: ActorRef, entry: NameEntry, text: string): ActorRef {
  const cameo = serviceCode(of, entry.suffix ?? "GOV");
  return {
    ...(of.id ? { id: `role:${slug(held.title)}:${of.id.replace(/^[a-z]+:/, "")}` } : {}),
    name: `${held.title} of ${of.name}`,
    text,
    ...(of.country ? { country: of.country } : {}),
    sector: of.sector ?? entry.sector ?? "GOV",
    ...(cameo ? { cameo } : {}),
  };
}
