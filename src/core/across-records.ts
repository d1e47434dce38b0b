/** What spans articles: passages, stories, accounts. Part of the record's contract (records.ts). */
import type { Evidence } from "./evidence.js";
import type { ActorRef, AttributionLink, DateValue, EventStatus, PlaceRef, Recency } from "./records.js";

/** Text that stands in several articles. */
export interface PassageRecord {
  readonly kind: "passage";
  readonly id: string;
  /** True where every occurrence has the same words, signs and spaces apart. */
  readonly identical: boolean;
  readonly occurrences: readonly Occurrence[];
  /** The article that had it first, by date; null if unknown. */
  readonly first: string | null;
  readonly differences: readonly PassageDifference[];
  /** What found it. */
  readonly rule: string;
}

/** Where a passage stands. */
export interface Occurrence {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Words of `article` (`to`) in place of those of the passage's first occurrence (`from`); `""` is none. */
export interface PassageDifference {
  readonly article: string;
  readonly from: string;
  readonly to: string;
}

/** The same event or statement in several reports. */
export interface StoryRecord {
  readonly kind: "story";
  readonly id: string;
  readonly of: "event" | "statement";
  /** Ids of events and references to them, or of statements. */
  readonly members: readonly string[];
  readonly articles: readonly string[];
  /** Reports that neither copy each other nor rest on the same agency or speaker. */
  readonly independent: number;
  /** Type of the event, or `statement`. */
  readonly type: string;
  readonly actors: readonly ActorRef[];
  readonly recipients: readonly ActorRef[];
  readonly places: readonly PlaceRef[];
  /** The most precise date that no member contradicts. */
  readonly date: DateValue | null;
  readonly status: EventStatus | null;
  readonly recency: Recency | null;
  /** One sentence of the record that tells it: a member's own words. */
  readonly label: string;
  readonly rule: string;
}

/** What an account is about. */
export const ACCOUNT_ABOUTS = ["figure", "actor", "date", "place", "name", "denial"] as const;
export type AccountAbout = (typeof ACCOUNT_ABOUTS)[number];

/** Where reports differ. */
export interface AccountRecord {
  readonly kind: "account";
  readonly id: string;
  readonly about: AccountAbout;
  /** What is told differently. */
  readonly question: string;
  /** Whether the answers exclude each other, or one is only more precise. */
  readonly relation: "conflict" | "precision";
  readonly answers: readonly AccountAnswer[];
  readonly rule: string;
}

export interface AccountAnswer {
  readonly value: string;
  readonly text: string;
  readonly articles: readonly string[];
  readonly attribution: readonly AttributionLink[];
  readonly evidence: readonly Evidence[];
}

/** Any record that spans articles. */
export type AcrossArticles = PassageRecord | StoryRecord | AccountRecord;

/** Kinds that span articles. */
export const ACROSS_KINDS = ["passage", "story", "account"] as const;
