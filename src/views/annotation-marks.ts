/**
 * What is to be annotated: in, any record; out, each span that shows it, with what it shows and what the record says
 * there. A problem has no evidence, only a place: it is no part of what the reports say.
 */
import type { Evidence, Span } from "../core/evidence.js";
import type { ActorRef, AnyRecord, AttributionLink, HeaderEvidence, WithinArticle } from "../core/records.js";
import { nameActor } from "./according-to.js";

export interface AnnotationMark extends Span {
  readonly record: string;
  /** Place of the span among the record's own, from 1. */
  readonly number: number;
  readonly article: string;
  readonly exact: string;
  /** Kind of the record, and the field that the span shows. */
  readonly tags: readonly string[];
  /** What the record says, without on whose word. */
  readonly says: string;
  /** Undefined where the record is about the text itself, and nobody's word. */
  readonly chain: readonly AttributionLink[] | undefined;
}

export function listMarks(record: AnyRecord): AnnotationMark[] {
  const spans = listSpans(record);
  return spans.map(({ evidence, tags, says, chain }, i) => ({
    record: record.id,
    number: i + 1,
    article: evidence.article,
    start: evidence.start,
    end: evidence.end,
    exact: evidence.text,
    tags: [record.kind, ...tags],
    says,
    chain,
  }));
}

interface TaggedSpan {
  readonly evidence: Omit<Evidence | HeaderEvidence, "part">;
  readonly tags: readonly string[];
  readonly says: string;
  readonly chain: readonly AttributionLink[] | undefined;
}

function listSpans(record: AnyRecord): TaggedSpan[] {
  switch (record.kind) {
    case "problem":
      return [];
    case "article":
      return [...record.evidence, ...record.boilerplate].map((evidence) => ({
        evidence,
        tags: [evidence.part],
        says: `${evidence.part} of the report`,
        chain: undefined,
      }));
    case "passage":
      return record.occurrences.map((evidence) => ({
        evidence,
        tags: [evidence.article === record.first ? "first" : "copy"],
        says: `stands in ${new Set(record.occurrences.map((o) => o.article)).size} reports (${record.rule})`,
        chain: undefined,
      }));
    case "story":
      return [];
    case "account":
      return record.answers.flatMap((answer) =>
        answer.evidence.map((evidence) => ({
          evidence,
          tags: [record.about, evidence.part],
          says: `${record.question} ${answer.value}`,
          chain: answer.attribution,
        })),
      );
    default:
      return record.evidence.map((evidence) => ({
        evidence,
        tags: [evidence.part],
        says: tellRecord(record),
        chain: "attribution" in record ? record.attribution : [],
      }));
  }
}

/** One line for a record, in the record's own terms. */
export function tellRecord(record: WithinArticle): string {
  switch (record.kind) {
    case "statement":
      return `${record.source === null ? "somebody not named" : nameActor(record.source)}: ${record.cue ?? "quoted"} (${record.mode})`;
    case "event":
      return `${record.type}, ${record.status}, ${record.recency}: ${nameAll(record.actors)} → ${nameAll(record.recipients)}`;
    case "reference":
      return `reference, ${record.recency}: ${nameAll(record.parties)}${record.date === null ? "" : `, ${record.date.edtf}`}`;
    case "position":
      return `${nameAll(record.holders)}: ${record.stance}: ${record.issue.label}`;
    case "quantity":
      return `${record.measure}: ${tellFigure(record)}`;
    case "dating":
      return `${record.happening}, ${record.aspect}: ${record.date.edtf}`;
    case "role":
      return `${nameActor(record.person)}: ${record.role}${record.of === null ? "" : ` of ${nameActor(record.of)}`}`;
  }
}

function nameAll(actors: readonly ActorRef[]): string {
  return actors.length === 0 ? "–" : actors.map(nameActor).join(", ");
}

/** "about 4500 EUR"; the bounds where there is no single figure. */
export function tellFigure(figure: {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  readonly modifier: string | null;
}): string {
  const { value, low, high, unit, modifier } = figure;
  const number = value ?? `${low ?? ".."} to ${high ?? ".."}`;
  return [modifier, number, unit].filter((part) => part !== null).join(" ");
}
