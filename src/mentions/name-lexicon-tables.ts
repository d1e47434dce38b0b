/** The lexicon of names made from the tables under data/actors. */
import { scanTokens } from "../language/tokens.js";
import type { ActorTables, AmbiguousName, BodyRow, SeatRow, StateRow } from "./actor-table-row.js";
import { type NameEntry, NameLexicon } from "./name-lexicon.js";

/** Names of these kinds of bodies are groups of people, not organisations. */
const PEOPLES = new Set(["ethnic group", "religious group"]);

/** Seats of these kinds are mostly towns, named for the town too. */
const TOWNS: ReadonlySet<string> = new Set(["capital", "headquarters"]);

export function makeNameLexicon(tables: ActorTables): NameLexicon {
  const lexicon = new NameLexicon();
  const states = new Map(tables.states.map((row) => [row.id, row]));
  const bodies = new Map(tables.bodies.map((row) => [row.id, row]));
  const owner = (id: string) => {
    const state = states.get(id);
    return state ? stateEntry(state) : bodyEntry(bodies.get(id) as BodyRow);
  };
  const add = (names: readonly string[], entry: NameEntry, ambiguous: readonly AmbiguousName[]) => {
    for (const name of names) {
      const rule = ambiguous.find((a) => a.word === name)?.rule;
      const reading = rule === "context" ? { ...entry, context: true } : entry;
      const words = splitName(name);
      lexicon.add(words, reading, false);
      // At the end of a sentence an abbreviation gives up its period.
      if (name.endsWith("."))
        lexicon.add([...words.slice(0, -1), words[words.length - 1].slice(0, -1)], reading, false);
    }
  };
  const addBody = (row: BodyRow) => add([row.name, ...row.aliases], bodyEntry(row), row.ambiguous);
  for (const row of tables.bodies) if (tables.own.has(row.id)) addBody(row);
  for (const row of tables.states) {
    const entry = stateEntry(row);
    add([row.name, ...row.aliases], entry, row.ambiguous);
    add(row.adjectives, { ...entry, class: "adjective" }, row.ambiguous);
    add(row.demonyms, { ...entry, class: "demonym" }, row.ambiguous);
    add(row.capitals, { ...entry, class: "capital" }, row.ambiguous);
  }
  for (const row of tables.bodies) if (!tables.own.has(row.id)) addBody(row);
  for (const row of tables.seats) {
    const { class: _, from: __, to: ___, ...of } = owner(row.of);
    add(
      [row.name, ...row.aliases],
      { ...of, class: "seat", ...term(row), ...(TOWNS.has(row.kind) ? { town: true as const } : {}) },
      row.ambiguous,
    );
  }
  for (const row of tables.offices) {
    for (const { word, states: bound } of row.words) {
      const entry: NameEntry = {
        class: "office",
        id: row.id,
        name: row.name,
        sector: row.sector,
        suffix: row.cameo,
      };
      lexicon.add(splitName(word), bound ? { ...entry, states: bound } : entry, true);
    }
  }
  for (const row of tables.titles) {
    const kind = row.kind === "modifier" || row.kind === "honorific" ? "qualifier" : "title";
    for (const { word, states: bound } of row.words) {
      const entry: NameEntry = {
        class: kind,
        id: row.id,
        name: row.name,
        ...(row.sector ? { sector: row.sector } : {}),
        ...(row.cameo ? { suffix: row.cameo } : {}),
        ...(bound ? { states: bound } : {}),
        ...(row.kind === "rank" || row.kind === "religious" ? { style: true as const } : {}),
      };
      const words = splitName(word);
      const of = /^\p{Lu}/u.test(words[0])
        ? lexicon.match(words, 0, 1)?.entries.find((e) => e.class === "state" || e.class === "body")
        : undefined;
      lexicon.add(words, of && words.length > 1 ? { ...entry, of } : entry, true);
    }
  }
  const titles = new Map(tables.titles.map((row) => [row.id, row]));
  for (const row of tables.holders) {
    const title = titles.get(row.title);
    const entry: NameEntry = {
      class: "holder",
      id: row.id,
      name: row.name,
      of: owner(row.of),
      title: row.title,
      ...(title?.sector ? { sector: title.sector } : {}),
      ...(title?.cameo ? { suffix: title.cameo } : {}),
      ...(row.wikidata ? { wikidata: row.wikidata } : {}),
      ...term(row),
    };
    lexicon.addHolder(entry);
    for (const name of [row.name, ...row.aliases])
      if (name.includes(" ")) lexicon.add(splitName(name), entry, false);
  }
  return lexicon;
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

/** Letters, spaces and possessives, which need no tokenizer to be cut. */
const PLAIN_NAME = /^\p{L}+(?: \p{L}+|'s(?= |$))*$/u;
const CONTRACTED = /\b(cannot|gonna|wanna|gotta)\b/i;

/** Words of a name as the tokenizer cuts them. */
function splitName(name: string): string[] {
  if (PLAIN_NAME.test(name) && !CONTRACTED.test(name)) return name.replaceAll("'s", " 's").split(" ");
  // A word behind the name, so that the period of "U.S." is its own.
  const text = `${name} and`;
  const { length, start, end } = scanTokens(text, Int32Array.of(text.length));
  return Array.from({ length: length - 1 }, (_, i) => name.slice(start[i], end[i]));
}
