/** On whose word a position stands: its holder's own, somebody else's, or the author's. */
import type { Span } from "../core/evidence.js";
import type { StatementRecord } from "../core/records.js";
import type { ListedActor } from "../mentions/actor-list.js";
import { type PositionInput, wordSpan } from "./position-draft.js";

/** Commitments whose content is what the source wants: it is their own word. */
const WANTING = new Set([
  "ask",
  "request",
  "demand",
  "order",
  "recommend",
  "propose",
  "hope",
  "fear",
  "promise",
  "warn",
]);

/**
 * The statement on which the position stands. "X reiterated its support" is told by the author and not by X, though
 * "its support" is what X reiterated; "X called for a truce" is X's own word.
 */
export function onWhoseWord(
  { doc, statements, cues }: PositionInput,
  trigger: number,
  holders: readonly ListedActor[],
  issue: Span,
  around: StatementRecord | undefined,
): StatementRecord | undefined {
  const isHolder = (s: StatementRecord) =>
    holders.length === 1 &&
    s.source !== null &&
    s.source.id !== undefined &&
    s.source.id === holders[0].ref.id;
  const at = wordSpan(doc, trigger);
  const own = statements.find(
    (s) =>
      isHolder(s) &&
      s.evidence.some((e) => e.part === "cue" && e.start <= at.start && at.end <= e.end) &&
      s.evidence.some((e) => e.part === "content" && e.start < issue.end && issue.start < e.end),
  );
  if (own?.cue != null) {
    const isCue = own.cue.split(" ")[0] === doc.lemma[trigger].toLowerCase();
    const wants =
      isCue && (cues.byFirstWord.get(own.cue.split(" ")[0]) ?? []).some((row) => WANTING.has(row.commitment));
    return wants ? own : parentOf(own, statements);
  }
  if (around === undefined || around.source === null) return around;
  // The holder's list stands outside the content: the trigger is the noun of a light verb.
  const told = around.evidence.some(
    (e) => e.part === "source" && holders.some((h) => e.start <= h.start && h.end <= e.end),
  );
  const contents = around.evidence.filter((e) => e.part === "content");
  const isShort = contents.every((c) => c.start >= at.start - LIGHT_OBJECT);
  return told && isShort ? parentOf(around, statements) : around;
}

/** A light verb's object begins at most this many characters before its noun ("its firm and long-standing support"). */
const LIGHT_OBJECT = 40;

function parentOf(
  { parent }: StatementRecord,
  statements: readonly StatementRecord[],
): StatementRecord | undefined {
  return parent === null ? undefined : statements.find((s) => s.id === parent);
}
