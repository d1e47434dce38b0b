/** A phrase of office: a title or an office with the state or body and the name that stand beside it. */
import type { Chunk } from "./chunks.js";
import type { NameEntry } from "./name-entry.js";

export interface RolePhrase {
  /** Words of the whole phrase, name included. */
  readonly from: number;
  readonly to: number;
  /** Words of the title; absent where the phrase names an office ("the Foreign Ministry"). */
  readonly title?: WrittenTitle;
  /** The office or body before or behind the title. */
  readonly office?: NameEntry;
  readonly body?: NameEntry;
  /** State, by name, adjective or capital. */
  readonly state?: NameEntry;
  /** Words that name office, body and state. */
  readonly owner?: { readonly from: number; readonly to: number };
  readonly name?: WrittenName;
}

/** A person's name; `entries` where the table of office-holders has it. */
export interface WrittenName {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly NameEntry[];
}

export interface WrittenTitle {
  readonly from: number;
  readonly to: number;
  /** In lower case, with the words that modify it. */
  readonly text: string;
  /** The row of its last word that is a title. */
  readonly entry: NameEntry;
  readonly gender?: "female" | "male";
}

/** True for a chunk that names a person or something unknown. */
export function isName(chunk: Chunk | undefined): chunk is Chunk {
  return chunk?.class === "name" || chunk?.class === "holder";
}

/** The name that a chunk writes. */
export function writtenName({ from, to, entries }: Chunk): WrittenName {
  return { from, to, entries };
}

/** The reading of a title or office that the state has; else the one that holds everywhere. */
export function boundEntry(chunk: Chunk, state: NameEntry | undefined): NameEntry {
  const readings = chunk.entries.filter((e) => e.class === chunk.class);
  const bound = readings.find((e) => state?.country !== undefined && e.states?.includes(state.country));
  return bound ?? readings.find((e) => e.states === undefined) ?? readings[0];
}
