/**
 * Records and copied passages in the text of their article: in, records; out, marks for the reading page. A record is
 * marked where its heart stands: the word that tells it, the figure, the date, the office.
 */
import type { ActorRef, PassageRecord, WithinArticle } from "../core/records.js";
import type { TextMark } from "./reading.js";

/** Kinds that are marked beside statements, in the order in which they are offered. */
export const MARKED_KINDS = ["event", "reference", "position", "quantity", "dating", "role"] as const;
export type MarkedKind = (typeof MARKED_KINDS)[number];

/** A record where it stands. */
export interface MarkedRecord {
  readonly kind: MarkedKind;
  readonly id: string;
  /** What it says, in a few words. */
  readonly label: string;
}

/** A stretch that other articles have too. */
export interface CopiedStretch {
  readonly passage: string;
  /** Articles that have it, this one too. */
  readonly articles: number;
}

/** Parts that a record of this kind is marked at; the first of them that it has. */
const HEARTS: Readonly<Record<MarkedKind, readonly string[]>> = {
  event: ["trigger"],
  reference: ["trigger"],
  position: ["trigger", "issue"],
  quantity: ["value"],
  dating: ["date"],
  role: ["role"],
};

/** Marks for the hearts of `records`; statements are marked by the reading itself. */
export function markRecords(records: readonly WithinArticle[]): TextMark[] {
  return records.flatMap((record) => {
    if (record.kind === "statement") return [];
    const { kind, id, evidence, article } = record;
    const parts = HEARTS[kind];
    const part = parts.find((p) => evidence.some((e) => e.part === p && e.article === article));
    if (part === undefined) return [];
    const marked = { kind, id, label: labelRecord(record) };
    return evidence
      .filter((e) => e.part === part && e.article === article)
      .map(({ start, end }) => ({ start, end, part, depth: 0, anchor: false, record: marked }));
  });
}

/** Marks for the places of `passages` in one article. */
export function markPassages(article: string, passages: readonly PassageRecord[]): TextMark[] {
  return passages.flatMap(({ id, occurrences }) => {
    const copied = { passage: id, articles: new Set(occurrences.map((o) => o.article)).size };
    return occurrences
      .filter((o) => o.article === article)
      .map(({ start, end }) => ({ start, end, part: "passage", depth: 0, anchor: false, copied }));
  });
}

function labelRecord(record: Exclude<WithinArticle, { kind: "statement" }>): string {
  switch (record.kind) {
    case "event":
      return join(names(record.actors), record.type.toLowerCase(), names(record.recipients), record.status);
    case "reference":
      return join(names(record.parties), record.date?.edtf);
    case "position":
      return join(names(record.holders), record.stance, record.issue.label);
    case "quantity":
      return join(String(record.value ?? record.low ?? record.high ?? ""), record.unit, record.measure);
    case "dating":
      return join(record.happening, record.aspect, record.date.edtf);
    case "role":
      return join(record.person.name, record.role, record.of?.name);
  }
}

function names(actors: readonly ActorRef[]): string {
  return actors
    .slice(0, 3)
    .map(({ name }) => name)
    .join(", ");
}

function join(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join(" · ");
}
