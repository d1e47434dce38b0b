/**
 * The lexicon of names made from the tables under data/actors.
 *
 * Readings are made when their name is first looked up: of four thousand rows an article asks for some tens.
 */
import type { Medium } from "../article/media-table.js";
import type {
  ActorTables,
  AmbiguousName,
  BodyRow,
  HolderRow,
  SeatRow,
  StateRow,
  TitleRow,
} from "./actor-table-row.js";
import { findMediumNamed, listMediaNames, type MediaNames, mediumEntry } from "./media-names.js";
import type { NameEntry } from "./name-entry.js";
import { NameLexicon } from "./name-lexicon.js";
import { splitName } from "./name-words.js";

/** Names of these kinds of bodies are groups of people, not organisations. */
const PEOPLES = new Set(["ethnic group", "religious group"]);

/** Seats of these kinds are mostly towns, named for the town too. */
const TOWNS: ReadonlySet<string> = new Set(["capital", "headquarters"]);

type MakeEntry = () => NameEntry;

export function makeNameLexicon(tables: ActorTables, media?: MediaNames): NameLexicon {
  const codes = new Map(tables.states.map((row) => [row.iso3, row.cameo]));
  const readMedium = (medium: Medium) => mediumEntry(medium, codes.get(medium.country ?? null) ?? undefined);
  const lexicon = new NameLexicon((written, isThe) => {
    const medium = media && findMediumNamed(media, written, isThe);
    return medium && readMedium(medium);
  });
  const owners = new Map<string, MakeEntry>();
  for (const row of tables.bodies)
    owners.set(
      row.id,
      makeOnce(() => bodyEntry(row)),
    );
  const addBody = (row: BodyRow) =>
    addNames(lexicon, [row.name, ...row.aliases], owners.get(row.id) as MakeEntry, row.ambiguous);
  for (const row of tables.bodies) if (tables.own.has(row.id)) addBody(row);
  for (const row of tables.states) {
    const entry = stateEntry(row);
    owners.set(row.id, () => entry);
    lexicon.addState(entry);
    addStateNames(lexicon, row, entry);
  }
  for (const row of tables.bodies) if (!tables.own.has(row.id)) addBody(row);
  if (media !== undefined)
    for (const name of listMediaNames(media))
      lexicon.addName(name, () => readMedium(media.findName(name) as Medium));
  for (const row of tables.seats) {
    const owner = owners.get(row.of) as MakeEntry;
    addNames(
      lexicon,
      [row.name, ...row.aliases],
      makeOnce(() => seatEntry(row, owner())),
      row.ambiguous,
    );
  }
  for (const { id, name, sector, cameo, words } of tables.offices) {
    const entry: NameEntry = { class: "office", id, name, sector, suffix: cameo };
    for (const { word, states } of words) lexicon.addOffice(word, states ? { ...entry, states } : entry);
  }
  for (const row of tables.titles) addTitle(lexicon, row);
  const titles = new Map(tables.titles.map((row) => [row.id, row]));
  for (const row of tables.holders) {
    const owner = owners.get(row.of) as MakeEntry;
    const entry = makeOnce(() => holderEntry(row, titles.get(row.title), owner()));
    lexicon.addHolder(entry);
    for (const name of [row.name, ...row.aliases]) if (name.includes(" ")) lexicon.addName(name, entry);
  }
  return lexicon;
}

function makeOnce(makeEntry: MakeEntry): MakeEntry {
  let entry: NameEntry | undefined;
  return () => {
    entry ??= makeEntry();
    return entry;
  };
}

function addNames(
  lexicon: NameLexicon,
  names: readonly string[],
  entry: MakeEntry,
  ambiguous: readonly AmbiguousName[],
): void {
  for (const name of names) {
    const isOfContext = ambiguous.some(({ word, rule }) => word === name && rule === "context");
    lexicon.addName(name, isOfContext ? makeOnce(() => ({ ...entry(), context: true })) : entry);
  }
}

function addStateNames(lexicon: NameLexicon, row: StateRow, entry: NameEntry): void {
  const add = (names: readonly string[], kind: NameEntry["class"]) =>
    addNames(
      lexicon,
      names,
      makeOnce(() => ({ ...entry, class: kind })),
      row.ambiguous,
    );
  addNames(lexicon, [row.name, ...row.aliases], () => entry, row.ambiguous);
  add(row.adjectives, "adjective");
  add(row.demonyms, "demonym");
  add(row.capitals, "capital");
}

function addTitle(lexicon: NameLexicon, row: TitleRow): void {
  const entry: NameEntry = {
    class: row.kind === "modifier" || row.kind === "honorific" ? "qualifier" : "title",
    id: row.id,
    name: row.name,
    ...(row.sector ? { sector: row.sector } : {}),
    ...(row.cameo ? { suffix: row.cameo } : {}),
    ...(row.kind === "rank" || row.kind === "religious" ? { style: true as const } : {}),
  };
  for (const { word, states } of row.words) {
    const bound = states ? { ...entry, states } : entry;
    lexicon.addTitle(word, /^\p{Lu}/u.test(word) ? () => nameBody(lexicon, word, bound) : bound);
  }
}

/** The title with the state or body that its first word names: "UN chief". */
function nameBody(lexicon: NameLexicon, title: string, entry: NameEntry): NameEntry {
  const words = splitName(title);
  if (words.length === 1) return entry;
  const named = lexicon.match(words, 0, 1)?.entries;
  const of = named?.find((e) => e.class === "state" || e.class === "body");
  return of === undefined ? entry : { ...entry, of };
}

function seatEntry(row: SeatRow, owner: NameEntry): NameEntry {
  const { class: _, from: __, to: ___, ...of } = owner;
  return { ...of, class: "seat", ...term(row), ...(TOWNS.has(row.kind) ? { town: true as const } : {}) };
}

function holderEntry(row: HolderRow, title: TitleRow | undefined, of: NameEntry): NameEntry {
  return {
    class: "holder",
    id: row.id,
    name: row.name,
    of,
    title: row.title,
    ...(title?.sector ? { sector: title.sector } : {}),
    ...(title?.cameo ? { suffix: title.cameo } : {}),
    ...(row.wikidata ? { wikidata: row.wikidata } : {}),
    ...term(row),
  };
}

function stateEntry(row: StateRow): NameEntry {
  return {
    class: "state",
    id: row.id,
    name: row.name,
    ...(row.iso3 ? { country: row.iso3 } : {}),
    ...(row.cameo ? { cameo: row.cameo } : {}),
    ...(row.wikidata ? { wikidata: row.wikidata } : {}),
    ...term(row),
  };
}

function bodyEntry(row: BodyRow): NameEntry {
  return {
    class: PEOPLES.has(row.kind) ? "group" : "body",
    id: row.id,
    name: row.name,
    sector: row.sector,
    ...(row.country ? { country: row.country } : {}),
    ...(row.cameo ? { cameo: row.cameo } : {}),
    ...(row.wikidata ? { wikidata: row.wikidata } : {}),
    ...(row.parent ? { parent: row.parent } : {}),
    ...(row.kind === "breakaway authority" ? { town: true as const } : {}),
    ...term(row),
  };
}

function term(row: Pick<SeatRow, "from" | "to">): { from?: string; to?: string } {
  return { ...(row.from ? { from: row.from } : {}), ...(row.to ? { to: row.to } : {}) };
}
