/**
 * The tables of actors: states, bodies, seats, offices, titles and office-holders.
 *
 * In: the text of the six files under `data/actors`. Out: typed, frozen rows in the order of the files.
 * Every cell is checked, and every id that a row points to must exist; a wrong one is refused with its
 * place. Nothing is indexed here: who looks for what decides how.
 *
 * Limits: that two actors share a name without a rule is for the test of the tables to find, not for the
 * reader, since a user's own table may well add a third.
 */
import { findNearest } from "../core/suggestion.js";
import { type ActorTableCells, readActorTableCells, type TableText } from "./actor-table-cells.js";
import { mergeBody, readOwnActorCells } from "./actor-table-own.js";
import {
  type ActorTables,
  BODY_KINDS,
  type BodyRow,
  type BoundWord,
  type HolderRow,
  OFFICE_KINDS,
  type OfficeRow,
  SEAT_KINDS,
  type SeatRow,
  STATE_KINDS,
  type StateRow,
  TITLE_KINDS,
  type TitleRow,
} from "./actor-table-row.js";

export type ActorTableName = "states" | "bodies" | "seats" | "offices" | "titles" | "holders";

const COLUMNS: Readonly<Record<ActorTableName, readonly string[]>> = {
  states: (
    "id iso3 cameo name kind parent aliases adjectives demonyms combining capitals wikidata from to " +
    "successors ambiguous source"
  ).split(" "),
  bodies:
    "id name aliases kind parent country sector cameo wikidata from to successor office ambiguous source".split(
      " ",
    ),
  seats: "name aliases of kind office ambiguous from to source".split(" "),
  offices: "id name words sector cameo kind source".split(" "),
  titles: "id name words kind office sector cameo of unique source".split(" "),
  holders: "id name aliases title acting of from to wikidata source".split(" "),
};
const STATE_ID = /^state:([A-Z]{3}|[a-z]+(-[a-z]+)*)$/;
const BODY_ID = /^(igo|ngo|gov|mil|group|party|rel|ethnic|mnc|media):[a-z0-9]+(-[a-z0-9]+)*$/;
const PERSON_ID = /^person:[a-z0-9]+(-[a-z0-9]+)*$/;
const CLASS_ID = /^[a-z]+(-[a-z]+)*$/;

/**
 * The rows of all tables, those of the user's own table among them.
 *
 * @throws UserError `broken-table`, such as
 *   `data/actors/bodies.tsv:12:40: found "partie", expected a known kind. Did you mean "party"?`
 */
export function parseActorTables(
  tables: Readonly<Record<ActorTableName, TableText>>,
  ownTable?: TableText,
): ActorTables {
  const read = (name: ActorTableName) => readActorTableCells(tables[name], COLUMNS[name]);
  const cells = {
    states: read("states"),
    bodies: read("bodies"),
    seats: read("seats"),
    offices: read("offices"),
    titles: read("titles"),
    holders: read("holders"),
  };
  const states = readIds(cells.states, STATE_ID, "an id such as state:FRA");
  const known = readIds(cells.bodies, BODY_ID, "an id such as igo:osce");
  const own = ownTable === undefined ? [] : readOwn(ownTable, cells.bodies, states);
  const bodies = new Set([...known, ...own.map((row) => row.text("id"))]);
  const offices = readIds(cells.offices, CLASS_ID, "an id such as foreign-ministry");
  const titles = readIds(cells.titles, CLASS_ID, "an id such as prime-minister");
  const codes = new Set(cells.states.map((row) => row.text("iso3")).filter((code) => code !== ""));
  const actors = new Set([...states, ...bodies]);
  const ids: Known = { states, bodies, actors, offices, titles, codes };
  const given = new Map(cells.bodies.map((row) => [row.text("id"), row]));
  const ownBodies = own.map((row) => {
    const base = given.get(row.text("id"));
    return Object.freeze(mergeBody(readBody(row, ids), base && readBody(base, ids)));
  });
  const ownIds = new Set(ownBodies.map(({ id }) => id));
  return Object.freeze({
    states: Object.freeze(cells.states.map((row) => Object.freeze(readState(row, ids)))),
    bodies: Object.freeze([
      ...ownBodies,
      ...cells.bodies
        .filter((row) => !ownIds.has(row.text("id")))
        .map((row) => Object.freeze(readBody(row, ids))),
    ]),
    seats: Object.freeze(cells.seats.map((row) => Object.freeze(readSeat(row, ids)))),
    offices: Object.freeze(cells.offices.map((row) => Object.freeze(readOffice(row, ids)))),
    titles: Object.freeze(cells.titles.map((row) => Object.freeze(readTitle(row, ids)))),
    holders: Object.freeze(readHolders(cells.holders, ids)),
    own: ownIds,
  });
}

/** The user's rows, each id once and none a state's. */
function readOwn(
  table: TableText,
  bodies: readonly ActorTableCells[],
  states: ReadonlySet<string>,
): ActorTableCells[] {
  const known = new Map(bodies.map((row) => [row.text("id"), row]));
  const own = readOwnActorCells(table, COLUMNS.bodies, known);
  const lines = new Map<string, number>();
  for (const row of own) {
    const id = row.text("id");
    if (states.has(id)) row.fail("id", id, "the id of a body: states are in data/actors/states.tsv");
    row.match("id", BODY_ID, "an id such as igo:osce");
    if (lines.has(id)) row.fail("id", id, `each id once; it stands at line ${lines.get(id)}`);
    lines.set(id, row.line);
  }
  return own;
}

/** Every id that a row may point to. */
interface Known {
  readonly states: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly offices: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
}

function readIds(rows: readonly ActorTableCells[], pattern: RegExp, expected: string): ReadonlySet<string> {
  const ids = new Map<string, number>();
  for (const row of rows) {
    const id = row.match("id", pattern, expected);
    if (ids.has(id)) row.fail("id", id, `each id once; it stands at line ${ids.get(id)}`);
    ids.set(id, row.line);
  }
  return new Set(ids.keys());
}

function readState(row: ActorTableCells, known: Known): StateRow {
  const name = row.required("name");
  const aliases = row.list("aliases");
  const adjectives = row.list("adjectives");
  const demonyms = row.list("demonyms");
  const capitals = row.list("capitals");
  const successors = row.list("successors");
  for (const id of successors) point(row, "successors", id, known.states, "states.tsv");
  const { from, to } = row.term();
  return {
    line: row.line,
    id: row.text("id"),
    iso3: row.country("iso3"),
    cameo: row.cameo(),
    name,
    kind: row.choice("kind", STATE_KINDS),
    parent: pointOptional(row, "parent", known.states, "states.tsv"),
    aliases,
    adjectives,
    demonyms,
    combining: row.list("combining"),
    capitals,
    wikidata: row.wikidata(),
    from,
    to,
    successors,
    ambiguous: row.ambiguous([name], aliases, adjectives, demonyms, capitals),
    source: row.optional("source"),
  };
}

function readBody(row: ActorTableCells, known: Known): BodyRow {
  const name = row.required("name");
  const aliases = row.list("aliases");
  const { from, to } = row.term();
  return {
    line: row.line,
    id: row.text("id"),
    name,
    aliases,
    kind: row.choice("kind", BODY_KINDS),
    parent: pointOptional(row, "parent", known.actors, "states.tsv or bodies.tsv"),
    country: pointOptional(row, "country", known.codes, "states.tsv"),
    sector: row.sector(),
    cameo: row.cameo(),
    wikidata: row.wikidata(),
    from,
    to,
    successor: pointOptional(row, "successor", known.actors, "states.tsv or bodies.tsv"),
    office: pointOptional(row, "office", known.offices, "offices.tsv"),
    ambiguous: row.ambiguous([name], aliases),
    source: row.optional("source"),
  };
}

function readSeat(row: ActorTableCells, known: Known): SeatRow {
  const name = row.required("name");
  const aliases = row.list("aliases");
  const { from, to } = row.term();
  return {
    line: row.line,
    name,
    aliases,
    of: point(row, "of", row.text("of"), known.actors, "states.tsv or bodies.tsv"),
    kind: row.choice("kind", SEAT_KINDS),
    office: pointOptional(row, "office", known.offices, "offices.tsv"),
    ambiguous: row.ambiguous([name], aliases),
    from,
    to,
    source: row.optional("source"),
  };
}

function readOffice(row: ActorTableCells, known: Known): OfficeRow {
  return {
    line: row.line,
    id: row.text("id"),
    name: row.required("name"),
    words: readWords(row, known),
    sector: row.sector(),
    cameo: row.cameo() ?? row.fail("cameo", "", "a CAMEO code"),
    kind: row.choice("kind", OFFICE_KINDS),
    source: row.optional("source"),
  };
}

function readTitle(row: ActorTableCells, known: Known): TitleRow {
  return {
    line: row.line,
    id: row.text("id"),
    name: row.required("name"),
    words: readWords(row, known),
    kind: row.choice("kind", TITLE_KINDS),
    office: pointOptional(row, "office", known.offices, "offices.tsv"),
    sector: row.text("sector") === "" ? null : row.sector(),
    cameo: row.cameo(),
    of: Object.freeze(
      row
        .list("of")
        .map((of) => (of === "state" || of === "body" ? of : row.fail("of", of, "state, body or both"))),
    ),
    unique: row.choice("unique", ["yes", ""] as const) === "yes",
    source: row.optional("source"),
  };
}

/** Aliases and QID stand in a person's first row and hold for all. */
function readHolders(rows: readonly ActorTableCells[], known: Known): HolderRow[] {
  const first = new Map<string, HolderRow>();
  return rows.map((row) => {
    const id = row.match("id", PERSON_ID, "an id such as person:jane-doe");
    const name = row.required("name");
    const before = first.get(id);
    if (before !== undefined && before.name !== name)
      row.fail("name", name, `"${before.name}", as at line ${before.line}`);
    for (const end of ["from", "to"]) if (row.text(end) === "") row.fail(end, "", "a date, or .. for open");
    const { from, to } = row.term();
    const holder = Object.freeze({
      line: row.line,
      id,
      name,
      aliases: before?.aliases ?? row.list("aliases"),
      title: point(row, "title", row.text("title"), known.titles, "titles.tsv"),
      acting: row.choice("acting", ["yes", ""] as const) === "yes",
      of: point(row, "of", row.text("of"), known.actors, "states.tsv or bodies.tsv"),
      from,
      to,
      wikidata: before === undefined ? row.wikidata() : before.wikidata,
      source: row.optional("source"),
    });
    if (before === undefined) first.set(id, holder);
    else if (row.text("aliases") !== "" || row.text("wikidata") !== "")
      row.fail("id", id, `aliases and wikidata in the person's first row only, line ${before.line}`);
    return holder;
  });
}

function readWords(row: ActorTableCells, known: Known): readonly BoundWord[] {
  const words = row.boundWords("words");
  for (const { states } of words)
    for (const code of states ?? []) point(row, "words", code, known.codes, "states.tsv");
  return words;
}

function pointOptional(
  row: ActorTableCells,
  column: string,
  ids: ReadonlySet<string>,
  table: string,
): string | null {
  const id = row.text(column);
  return id === "" ? null : point(row, column, id, ids, table);
}

function point(
  row: ActorTableCells,
  column: string,
  id: string,
  ids: ReadonlySet<string>,
  table: string,
): string {
  if (ids.has(id)) return id;
  const nearest = findNearest(id, [...ids]);
  const hint = nearest === undefined ? "" : `. Did you mean "${nearest}"?`;
  return row.fail(column, id, `one that stands in ${table}${hint}`);
}
