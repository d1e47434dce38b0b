/**
 * The persons of one article: a name once given in full with its office stands for the rest of the text.
 */
import type { ActorRef } from "../core/records.js";
import type { ActorMention, OfficeHeld } from "./actor-mention.js";

/** One person as this article tells of them. */
export interface Person {
  /** Longest name written. */
  name: string;
  parts: readonly string[];
  gender?: "female" | "male" | undefined;
  /** Offices, in the order of the text. */
  readonly offices: OfficeHeld[];
  country?: string | undefined;
  sector?: string | undefined;
  cameo?: string | undefined;
  id?: string;
  wikidata?: string;
  readonly mentions: ActorMention[];
}

export class Persons {
  readonly all: Person[] = [];
  readonly #byPart = new Map<string, Person[]>();

  /** The person whose name has all of `parts`, or whose name is part of them; the latest such. */
  find(parts: readonly string[]): Person | undefined {
    const last = fold(parts[parts.length - 1]);
    const first = fold(parts[0]);
    const candidates = [...(this.#byPart.get(last) ?? []), ...(this.#byPart.get(first) ?? [])];
    for (let i = candidates.length - 1; i >= 0; i--) {
      const known = candidates[i].parts.map(fold);
      const given = parts.map(fold);
      const [short, long] = known.length <= given.length ? [known, given] : [given, known];
      if (short.every((p) => long.includes(p))) {
        // "Ali" alone is no reference to "Ali Khamenei" when it is the first of several names.
        if (short.length === 1 && long.length > 2 && long.indexOf(short[0]) === 0 && short !== known)
          continue;
        return candidates[i];
      }
      if (given.length >= 2 && known.length >= 2 && given[0] !== known[0] && given.at(-1) === known.at(-1)) {
        // Another given name before the same family name is another person, unless one is a middle name.
        const shared = given.filter((p) => known.includes(p)).length;
        if (shared >= 2) return candidates[i];
      }
    }
    return undefined;
  }

  add(parts: readonly string[], name: string): Person {
    const person: Person = { name, parts, offices: [], mentions: [] };
    this.all.push(person);
    this.#index(person);
    return person;
  }

  /** Lets a longer form of the name take the place of a shorter one. */
  lengthen(person: Person, parts: readonly string[], name: string): void {
    if (parts.length <= person.parts.length) return;
    person.parts = parts;
    person.name = name;
    this.#index(person);
  }

  #index(person: Person): void {
    for (const part of person.parts) {
      const key = fold(part);
      const list = this.#byPart.get(key);
      if (list === undefined) this.#byPart.set(key, [person]);
      else if (!list.includes(person)) list.push(person);
    }
  }
}

/** Case and accents aside. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** `person:zhao-lijian`. */
export function personId(name: string): string {
  return `person:${slug(name)}`;
}

/** Words joined by hyphens, case and accents aside. */
export function slug(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** The person as the record shows them. */
export function personRef(person: Person, text: string): ActorRef {
  const { country, sector, cameo, wikidata } = person;
  return {
    id: person.id ?? personId(person.name),
    name: person.name,
    text,
    ...(country ? { country } : {}),
    ...(sector ? { sector } : {}),
    ...(wikidata ? { wikidata } : {}),
    ...(cameo ? { cameo } : {}),
  };
}
