/**
 * The rows of the tables of actors under `data/actors`, and the closed lists of their columns.
 *
 * Sectors are those of PLOVER's codebook (Open Event Data Alliance), with its codes for international
 * actors; country codes are ISO 3166-1 alpha-3 (former states: ISO 3166-3); `cameo` is an actor code of
 * CAMEO (Gerner and Schrodt). Columns are explained in `data/actors/README.md`.
 */

/** PLOVER: sectors within a state, then those of international actors. */
export const SECTORS = (
  "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC " +
  "IGO UNO EUR NGO ISM IMG MNC"
).split(" ");

export const STATE_KINDS = ["state", "territory", "former state"] as const;
export type StateKind = (typeof STATE_KINDS)[number];

export const BODY_KINDS = [
  "intergovernmental organisation",
  "organ",
  "agency",
  "office",
  "peace mission",
  "forum",
  "court",
  "military alliance",
  "government",
  "breakaway authority",
  "military",
  "police",
  "intelligence service",
  "armed group",
  "political movement",
  "political group",
  "party",
  "trade union",
  "non-governmental organisation",
  "relief organisation",
  "company",
  "religious group",
  "ethnic group",
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export const SEAT_KINDS = [
  "presidency",
  "head of state",
  "government",
  "foreign ministry",
  "defence ministry",
  "interior ministry",
  "home ministry",
  "finance ministry",
  "parliament",
  "consultative body",
  "court",
  "central bank",
  "security council",
  "military",
  "intelligence",
  "local government",
  "capital",
  "headquarters",
  "party headquarters",
] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];

export const OFFICE_KINDS = [
  "ministry",
  "executive",
  "legislature",
  "armed forces",
  "police",
  "intelligence",
  "court",
  "agency",
  "mission",
  "local government",
  "media",
  "party",
  "opposition",
  "non-state",
  "civil society",
  "business",
  "religion",
] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

export const TITLE_KINDS = [
  "office",
  "role",
  "rank",
  "royal",
  "religious",
  "profession",
  "honorific",
  "modifier",
] as const;
export type TitleKind = (typeof TITLE_KINDS)[number];

/**
 * What a shared name means: `default` is this actor unless the article says otherwise, `context` is this
 * actor only where the article (its other names, its date) speaks for it.
 */
export const AMBIGUITY_RULES = ["default", "context"] as const;
export type AmbiguityRule = (typeof AMBIGUITY_RULES)[number];

/** A name of the row that others bear as well. */
export interface AmbiguousName {
  readonly word: string;
  readonly rule: AmbiguityRule;
}

/** A word, and the states in which alone it has this meaning: `{word: "home secretary", states: ["GBR"]}`. */
export interface BoundWord {
  readonly word: string;
  /** ISO 3166 alpha-3; absent where the word holds everywhere. */
  readonly states?: readonly string[];
}

/** Dates in EDTF, to the day, month or year; null where open or not known. */
export interface Term {
  readonly from: string | null;
  readonly to: string | null;
}

interface TableRow {
  /** Line in the file, from 1. */
  readonly line: number;
  /** Where the row is taken from; null where the table has no such column. */
  readonly source: string | null;
}

/** A state, a territory or a former state. */
export interface StateRow extends TableRow, Term {
  /** `state:AZE`. */
  readonly id: string;
  /** Null where ISO never gave a code. */
  readonly iso3: string | null;
  readonly cameo: string | null;
  readonly name: string;
  readonly kind: StateKind;
  /** Id of the state that a territory belongs to in ISO 3166-1. */
  readonly parent: string | null;
  readonly aliases: readonly string[];
  readonly adjectives: readonly string[];
  readonly demonyms: readonly string[];
  /** First parts of compounds: `Franco` in "Franco-German". */
  readonly combining: readonly string[];
  readonly capitals: readonly string[];
  readonly wikidata: string | null;
  readonly successors: readonly string[];
  readonly ambiguous: readonly AmbiguousName[];
}

/** An organisation, a group, a party, a company, an organ with a name of its own. */
export interface BodyRow extends TableRow, Term {
  /** `igo:osce-minsk-group`. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: BodyKind;
  /** Id of a body or a state. */
  readonly parent: string | null;
  /** ISO 3166 alpha-3. */
  readonly country: string | null;
  readonly sector: string;
  readonly cameo: string | null;
  readonly wikidata: string | null;
  readonly successor: string | null;
  /** Id of the office class that it is in its state (`armed-forces`). */
  readonly office: string | null;
  readonly ambiguous: readonly AmbiguousName[];
}

/** A house, a street or a city that stands for an organ. */
export interface SeatRow extends TableRow, Term {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Id of the state or body that it stands for. */
  readonly of: string;
  readonly kind: SeatKind;
  readonly office: string | null;
  readonly ambiguous: readonly AmbiguousName[];
}

/** A class of organs that any state has, or of people spoken of together. */
export interface OfficeRow extends TableRow {
  readonly id: string;
  readonly name: string;
  readonly words: readonly BoundWord[];
  readonly sector: string;
  /** What follows the state's code: `MIL` in `AZEMIL`. */
  readonly cameo: string;
  readonly kind: OfficeKind;
}

/** A title of persons, or a word that modifies one. */
export interface TitleRow extends TableRow {
  readonly id: string;
  readonly name: string;
  readonly words: readonly BoundWord[];
  readonly kind: TitleKind;
  readonly office: string | null;
  readonly sector: string | null;
  readonly cameo: string | null;
  /** What the title is of. */
  readonly of: readonly ("state" | "body")[];
  /** One person at a time holds it in one state or body. */
  readonly unique: boolean;
}

/** One term of one person in one office. */
export interface HolderRow extends TableRow, Term {
  /** `person:ilham-aliyev`; the rows of one person share it. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Id of a title. */
  readonly title: string;
  /** Held as acting, interim or caretaker. */
  readonly acting: boolean;
  /** Id of the state or body. */
  readonly of: string;
  readonly wikidata: string | null;
}

/** All tables, rows in the order of their files. */
export interface ActorTables {
  readonly states: readonly StateRow[];
  readonly bodies: readonly BodyRow[];
  readonly seats: readonly SeatRow[];
  readonly offices: readonly OfficeRow[];
  readonly titles: readonly TitleRow[];
  readonly holders: readonly HolderRow[];
  /** Ids of the bodies that the user's table gives: their names come before all others. */
  readonly own: ReadonlySet<string>;
}
