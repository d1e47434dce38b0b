/** Whose a title or an office is: the states, bodies and offices before it or behind its preposition. */
import type { Chunk } from "./chunks.js";
import type { NameEntry } from "./name-entry.js";

const OWNERS = new Set(["state", "adjective", "demonym", "capital", "seat", "body", "office"]);
const POSSESSIVE = /^['’]s?$/;

/** States, bodies and offices beside a title. */
export interface Owners {
  from?: number;
  /** Index of their first chunk. */
  first?: number;
  span?: { from: number; to: number } | undefined;
  office?: NameEntry | undefined;
  body?: NameEntry | undefined;
  state?: NameEntry | undefined;
}

/** States, bodies and offices that stand directly before chunk `c + 1`, with or without 's. */
export function readOwners(forms: readonly string[], chunks: readonly Chunk[], c: number): Owners {
  const owners: Owners = {};
  for (let k = c; k >= 0; k--) {
    const chunk = chunks[k];
    if (chunk.class === "word" && POSSESSIVE.test(forms[chunk.from])) continue;
    if (
      chunk.class === "word" &&
      /^(former|then|new|senior|first|second|longtime|chief|top)$/i.test(forms[chunk.from])
    )
      continue;
    if (!OWNERS.has(chunk.class)) break;
    take(owners, chunk);
    owners.from = chunk.from;
    owners.first = k;
    owners.span = { from: chunk.from, to: owners.span?.to ?? chunk.to };
  }
  return owners;
}

/** The same behind a preposition, after an article. */
export function readOwnersRight(
  forms: readonly string[],
  chunks: readonly Chunk[],
  c: number,
): (Owners & { last: number }) | undefined {
  let k = c;
  while (chunks[k]?.class === "word" && /^(the|its|their|his|her)$/i.test(forms[chunks[k].from])) k++;
  if (chunks[k] === undefined || !OWNERS.has(chunks[k].class)) return undefined;
  const owners: Owners = {};
  const first = k;
  let last = k;
  for (; k < chunks.length; k++) {
    const chunk = chunks[k];
    if (
      chunk.class === "word" &&
      POSSESSIVE.test(forms[chunk.from]) &&
      OWNERS.has(chunks[k + 1]?.class ?? "word")
    )
      continue;
    if (!OWNERS.has(chunk.class)) break;
    take(owners, chunk);
    last = k;
  }
  return { ...owners, last, span: { from: chunks[first].from, to: chunks[last].to } };
}

function take(owners: Owners, chunk: Chunk): void {
  if (chunk.class === "office") owners.office ??= entryOf(chunk, "office");
  else if (chunk.class === "body") owners.body ??= entryOf(chunk, "body");
  else owners.state ??= chunk.entries[0];
}

function entryOf(chunk: Chunk, kind: NameEntry["class"]): NameEntry | undefined {
  return chunk.entries.find((e) => e.class === kind && e.states === undefined) ?? chunk.entries[0];
}

/** True where a title follows chunk `c`, with or without 's. */
export function isFollowedByTitle(forms: readonly string[], chunks: readonly Chunk[], c: number): boolean {
  let k = c + 1;
  while (chunks[k]?.class === "word" && POSSESSIVE.test(forms[chunks[k].from])) k++;
  return chunks[k]?.class === "title" || chunks[k]?.class === "qualifier";
}
