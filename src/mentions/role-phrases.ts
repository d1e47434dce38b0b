/**
 * Phrases of office read off the chunks of a sentence:
 * "Kenya's Deputy Foreign Minister NAME", "the Chinese Foreign Ministry's spokesman", "NAME, the ambassador of X to Y",
 * "the ministry of defence of X".
 *
 * Out: one phrase for each title or office, with its state or body and its name where they stand beside it.
 */
import type { ParsedDoc } from "../language/doc.js";
import type { Chunk } from "./chunks.js";
import type { NameEntry } from "./name-lexicon.js";

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

const OWNERS = new Set(["state", "adjective", "demonym", "capital", "seat", "body", "office"]);
const POSSESSIVE = /^['’]s?$/;
/** Titles that lead to a place of service, not to the state served: "ambassador to Baku". */
const LEADS_TO = new Set(["of", "for", "to", "at", "in", "with"]);

/** All phrases of one sentence, in the order of the text. */
export function findRolePhrases(
  doc: ParsedDoc,
  forms: readonly string[],
  chunks: readonly Chunk[],
): RolePhrase[] {
  const phrases: RolePhrase[] = [];
  for (let c = 0; c < chunks.length; c++) {
    const chunk = chunks[c];
    if (chunk.class === "title" || chunk.class === "qualifier") {
      const phrase = readTitlePhrase(forms, chunks, c);
      if (phrase !== undefined) {
        phrases.push(phrase.phrase);
        c = phrase.last;
      }
    } else if (chunk.class === "office" && !isFollowedByTitle(forms, chunks, c)) {
      phrases.push(readOfficePhrase(forms, chunks, c));
    }
  }
  return joinAppositions(doc, forms, phrases, chunks);
}

/** A title run at chunk `c` with what stands left and right of it. */
function readTitlePhrase(
  forms: readonly string[],
  chunks: readonly Chunk[],
  c: number,
): { phrase: RolePhrase; last: number } | undefined {
  let end = c;
  while (
    end + 1 < chunks.length &&
    (chunks[end + 1].class === "title" || chunks[end + 1].class === "qualifier")
  )
    end++;
  if (!chunks.slice(c, end + 1).some((k) => k.class === "title")) return undefined;
  const titles = chunks.slice(c, end + 1);
  const left = readOwners(forms, chunks, c - 1);
  let last = end;
  let name: Chunk | undefined;
  let { office, body, state, span: owner } = left;
  let next = chunks[last + 1];
  if (next?.class === "word" && LEADS_TO.has(forms[next.from].toLowerCase())) {
    const right = readOwnersRight(forms, chunks, last + 2);
    if (right !== undefined) {
      const serves = forms[next.from].toLowerCase() !== "to" && forms[next.from].toLowerCase() !== "in";
      if (serves) {
        office ??= right.office;
        body ??= right.body;
        state ??= right.state;
        owner ??= right.span;
      }
      last = right.last;
      next = chunks[last + 1];
    }
  }
  let at = last + 1;
  if (last > end && next?.class === "word" && forms[next.from] === ",") at++;
  // "ambassador to Lima Dr NAME": an honorific may stand before the name.
  while (
    at > end + 1 &&
    (chunks[at]?.class === "title" || chunks[at]?.class === "qualifier") &&
    isName(chunks[at + 1])
  )
    at++;
  if (isName(chunks[at])) {
    name = chunks[at];
    last = at;
  }
  const own = titles.findLast((t) => t.class === "title") as Chunk;
  const entry = boundEntry(own, state);
  let textFrom = titles[0].from;
  if (entry.of !== undefined) {
    // "UN chief", "US secretary of state": the first word is whose title it is.
    if (entry.of.class === "body") body ??= entry.of;
    else state ??= entry.of;
    if (textFrom === own.from) textFrom++;
  }
  const written = forms.slice(textFrom, titles[titles.length - 1].to);
  const gender = genderOf(written);
  return {
    phrase: {
      from: left.from ?? titles[0].from,
      to: name?.to ?? chunks[last].to,
      title: {
        from: titles[0].from,
        to: titles[titles.length - 1].to,
        text: written.join(" ").toLowerCase().replace(/ - /g, "-"),
        entry,
        ...(gender ? { gender } : {}),
      },
      ...(office ? { office } : {}),
      ...(body ? { body } : {}),
      ...(state ? { state } : {}),
      ...(owner ? { owner } : {}),
      ...(name ? { name: writtenName(name) } : {}),
    },
    last,
  };
}

function writtenName({ from, to, entries }: Chunk): WrittenName {
  return { from, to, entries };
}

function isName(chunk: Chunk | undefined): chunk is Chunk {
  return chunk?.class === "name" || chunk?.class === "holder";
}

/** The reading of a title or office that the state has; else the one that holds everywhere. */
function boundEntry(chunk: Chunk, state: NameEntry | undefined): NameEntry {
  const readings = chunk.entries.filter((e) => e.class === chunk.class);
  const bound = readings.find((e) => state?.country !== undefined && e.states?.includes(state.country));
  return bound ?? readings.find((e) => e.states === undefined) ?? readings[0];
}

function genderOf(words: readonly string[]): "female" | "male" | undefined {
  for (const word of words) {
    if (/(woman|women|queen|princess|empress|duchess|baroness|mrs\.?|ms\.?|lady|madame|sheikha)$/i.test(word))
      return "female";
    if (
      /([a-z]man|king|prince|emperor|duke|mr\.?|sir|lord|sheikh|ayatollah|pope|patriarch|cardinal|imam)$/i.test(
        word,
      )
    )
      return "male";
  }
  return undefined;
}

function readOfficePhrase(forms: readonly string[], chunks: readonly Chunk[], c: number): RolePhrase {
  const left = readOwners(forms, chunks, c - 1);
  let { body, state } = left;
  let to = chunks[c].to;
  const next = chunks[c + 1];
  if (state === undefined && next?.class === "word" && /^(of|in)$/i.test(forms[next.from])) {
    const right = readOwnersRight(forms, chunks, c + 2);
    if (right?.state !== undefined || right?.body !== undefined) {
      state = right.state;
      body ??= right.body;
      to = chunks[right.last].to;
    }
  }
  const office = boundEntry(chunks[c], state);
  return {
    from: left.from ?? chunks[c].from,
    to,
    office,
    ...(body ? { body } : {}),
    ...(state ? { state } : {}),
  };
}

interface Owners {
  from?: number;
  span?: { from: number; to: number } | undefined;
  office?: NameEntry | undefined;
  body?: NameEntry | undefined;
  state?: NameEntry | undefined;
}

/** States, bodies and offices that stand directly before chunk `c + 1`, with or without 's. */
function readOwners(forms: readonly string[], chunks: readonly Chunk[], c: number): Owners {
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
    owners.span = { from: chunk.from, to: owners.span?.to ?? chunk.to };
  }
  return owners;
}

/** The same behind a preposition, after an article. */
function readOwnersRight(
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

function isFollowedByTitle(forms: readonly string[], chunks: readonly Chunk[], c: number): boolean {
  let k = c + 1;
  while (chunks[k]?.class === "word" && POSSESSIVE.test(forms[chunks[k].from])) k++;
  return chunks[k]?.class === "title" || chunks[k]?.class === "qualifier";
}

/** "NAME, the spokesman of X" and "NAME X's Foreign Minister": the name before a nameless phrase belongs to it. */
function joinAppositions(
  doc: ParsedDoc,
  forms: readonly string[],
  phrases: readonly RolePhrase[],
  chunks: readonly Chunk[],
): RolePhrase[] {
  const joined = new Set<RolePhrase>();
  const result = phrases.map((phrase) => {
    if (phrase.title === undefined || phrase.name !== undefined) return phrase;
    let k = chunks.findIndex((c) => c.from === phrase.from) - 1;
    while (k >= 0 && chunks[k].class === "word" && /^(the|a|an)$/i.test(forms[chunks[k].from])) k--;
    const comma = k >= 0 && forms[chunks[k].from] === ",";
    if (comma) k--;
    const name = chunks[k];
    if (!isName(name)) return phrase;
    if (!comma && (phrase.state ?? phrase.body ?? phrase.office) === undefined) return phrase;
    // "A, B and the minister C": a list is no apposition.
    if (comma && doc.names.deprel[doc.deprel[phrase.title.from]] === "conj") return phrase;
    const own = phrases.find((other) => other.name?.from === name.from);
    // A title of honour before the name does not keep it from its office behind it.
    if (own !== undefined && (own.state ?? own.body ?? own.office) !== undefined) return phrase;
    if (own !== undefined) joined.add(own);
    return { ...phrase, from: own?.from ?? name.from, name: writtenName(name) };
  });
  return result.filter((phrase) => !joined.has(phrase));
}
