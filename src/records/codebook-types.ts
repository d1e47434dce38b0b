/** What the codebook's tables say, as values; data/plover/README.md has the columns. */
import type { EventStatus, QuadClass } from "../core/records.js";
import type { CLAUSE_MOODS } from "./codebook-frame.js";
import type { FrameConditions, FramePath } from "./cue-frame.js";
import type { MarkedSentence } from "./marked-sentence.js";

/** A type of event. */
export interface TypeRow {
  readonly type: string;
  readonly quad: QuadClass;
  readonly score: number;
  /** An event of this type is none without a recipient. */
  readonly needsRecipient: boolean;
  /** Several may do it together, and nobody acts on anybody. */
  readonly isSymmetric: boolean;
  readonly meaning: string;
}

/** A CAMEO code and what it is in PLOVER. */
export interface CameoRow {
  readonly code: string;
  readonly gloss: string;
  readonly type: string | null;
  readonly mode: string | null;
  readonly quad: QuadClass;
  readonly goldstein: number;
}

/** Where actor and recipient hang on a trigger. */
export interface EventFrame extends FrameConditions {
  readonly actor: readonly FramePath[];
  readonly recipient: readonly FramePath[];
  /** For what several do together: the first path is the actor, the others recipients. */
  readonly parties: readonly FramePath[];
  /** Verbs whose subject is the recipient when the noun is their object or complement. */
  readonly undergo: readonly string[];
}

/** What a condition asks of a word: a lemma, a class of words, a kind of actor, or a mood of its clause. */
export interface ConditionValue {
  readonly kind: "lemma" | "class" | "actor" | "mood" | "any";
  readonly value: string;
}

/** `path=value|value` of the column `when`. */
export interface EventCondition {
  /** As written. */
  readonly text: string;
  readonly negated: boolean;
  /** Where the word hangs, the first that leads somewhere; empty for one of the event's parties. */
  readonly paths: readonly FramePath[];
  readonly party: "actor" | "recipient" | null;
  readonly values: readonly ConditionValue[];
}

export const EVENT_POS = ["VERB", "NOUN", "ADJ"] as const;
export type EventPos = (typeof EVENT_POS)[number];

/** A group of words in one frame that mean one type of event. */
export interface EventRow {
  /** `ASSAULT:12`: type and line of its file. */
  readonly id: string;
  readonly origin: string;
  readonly line: number;
  readonly type: string;
  readonly mode: string | null;
  readonly spellings: readonly (readonly string[])[];
  readonly pos: EventPos;
  readonly frame: EventFrame;
  readonly when: readonly EventCondition[];
  readonly cameo: string | null;
  readonly contexts: readonly string[];
  readonly examples: readonly MarkedSentence[];
  readonly negatives: readonly string[];
}

/** A word that governs an event, or hangs on it, and changes what it is. */
export interface OperatorRow {
  readonly operator: string;
  readonly spellings: readonly (readonly string[])[];
  readonly pos: readonly string[];
  readonly place: "above" | "below";
  /** Relations between operator and event. */
  readonly paths: readonly FramePath[];
  /** The mood that a finite complement (`ccomp`) must have; null for any. */
  readonly mood: (typeof CLAUSE_MOODS)[number] | null;
}

/**
 * Who are the parties of what an operator makes: those of the event, the operator's subject, the same with nobody but
 * a doer on the other side, an authority, who tells it.
 */
export type OperatorParties = "own" | "governor" | "asker" | "authority" | "teller";

/** What comes of an operator over an event. */
export interface ResultRow {
  readonly operator: string;
  /** Types, statuses, or `*`. */
  readonly of: readonly string[];
  /** Null keeps the type. */
  readonly type: string | null;
  readonly mode: string | null;
  readonly cameo: string | null;
  /** Null keeps the status. */
  readonly status: EventStatus | null;
  readonly parties: OperatorParties;
}

export const NOUN_KINDS = [
  "people",
  "instrument",
  "document",
  "group",
  "measure",
  "period",
  "target",
] as const;
export type NounKind = (typeof NOUN_KINDS)[number];

/** A noun by which the coder knows a party that no name tells. */
export interface NounRow {
  readonly kinds: ReadonlySet<NounKind>;
  readonly sector: string | null;
}

/** The whole codebook, with the lookups that the coder asks for. */
export interface Codebook {
  readonly types: ReadonlyMap<string, TypeRow>;
  /** Score of each mode by `TYPE:mode`; null where the manual has none. */
  readonly modes: ReadonlyMap<string, number | null>;
  readonly contexts: readonly string[];
  /** Contexts that a word calls for, by lemma. */
  readonly contextWords: ReadonlyMap<string, readonly string[]>;
  readonly cameo: ReadonlyMap<string, CameoRow>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly nouns: ReadonlyMap<string, NounRow>;
  readonly rows: readonly EventRow[];
  readonly byFirstWord: ReadonlyMap<string, readonly EventRow[]>;
  readonly operators: ReadonlyMap<string, readonly OperatorRow[]>;
  readonly results: readonly ResultRow[];
}
