/**
 * Who has what share in an article: in, its records; out, a row for each actor that they name.
 *
 * The table `presence` holds those of current articles alone; it is written with the records and removed with them. It
 * answers for a hundred thousand articles in milliseconds what would otherwise unfold every list of actors: who is in
 * the record, and in which articles.
 */
import type { ActorRef, WithinArticle } from "../core/records.js";
import { KEY_LENGTH } from "./record-filter.js";

/** What somebody has to do with records, in the order of the columns; `cited` is on whose word a record stands. */
export const ACTOR_SHARES = ["said", "did", "received", "stands", "cited"] as const;
export type ActorShare = (typeof ACTOR_SHARES)[number];

/**
 * A row of the table: records by share, and `about`, the events that it has part in as somebody else tells them.
 */
export type PresenceRow = { -readonly [share in ActorShare | "about"]: number } & {
  readonly article: string;
  /** As SQL's `keyOf` makes it. */
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
  readonly country: string | null;
  readonly sector: string | null;
};

/** The rows of one article. */
export function countPresence(article: string, records: readonly WithinArticle[]): PresenceRow[] {
  const rows = new Map<string, PresenceRow>();
  const find = (actor: ActorRef): PresenceRow => {
    const key = makeActorKey(actor);
    let row = rows.get(key);
    if (row === undefined) {
      const { id = null, name, country = null, sector = null } = actor;
      const none = { said: 0, did: 0, received: 0, stands: 0, cited: 0, about: 0 };
      row = { article, key, id, name, country, sector, ...none };
      rows.set(key, row);
    }
    return row;
  };
  /** Counts a record once for each of the actors, however often it names one. */
  const add = (actors: readonly (ActorRef | null | undefined)[], share?: ActorShare | "about") => {
    const named = new Set(actors.flatMap((actor) => (actor ? [find(actor)] : [])));
    if (share !== undefined) for (const row of named) row[share]++;
  };
  for (const record of records) {
    if (record.kind === "statement") {
      add([record.source], "said");
      add(record.addressees);
    } else if (record.kind === "event") {
      add(record.actors, "did");
      add(record.recipients, "received");
      const source = record.attribution.at(-1);
      const isOther = (actor: ActorRef) => source && makeActorKey(actor) !== makeActorKey(source);
      add([...record.actors, ...record.recipients].filter(isOther), "about");
    } else if (record.kind === "position") add(record.holders, "stands");
    else if (record.kind === "role") add([record.person, record.of]);
    else if (record.kind === "quantity") add(record.by);
    if (record.kind === "event" || record.kind === "position" || record.kind === "quantity") {
      add([record.attribution.at(-1)], "cited");
    }
  }
  return [...rows.values()];
}

/** The key by which pages and filters find an actor: its id, or its name in lower case. */
export function makeActorKey({ id, name }: ActorRef): string {
  return makeKey(id, name);
}

/** The same of whatever has an id or a name. */
export function makeKey(id: string | undefined | null, name: string): string {
  const characters = [...(id ?? name)].slice(0, KEY_LENGTH);
  return (id == null ? characters.map(lowerCharacter) : characters).join("");
}

/** As SQL's `lower` does it: one character for one, whatever stands around it (Σ, İ). */
function lowerCharacter(character: string): string {
  const [lower] = character.toLowerCase();
  return lower;
}
