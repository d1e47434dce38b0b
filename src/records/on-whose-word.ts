/**
 * On whose word a stretch of text stands: the chain of the innermost statement that holds it.
 */
import type { Span } from "../core/evidence.js";
import type { AttributionLink, StatementRecord } from "../core/records.js";

/** The innermost of `statements` whose content holds all of `span`; undefined in the author's own voice. */
export function findStatementAround(
  span: Span,
  statements: readonly StatementRecord[],
): StatementRecord | undefined {
  let found: StatementRecord | undefined;
  let depth = -1;
  for (const statement of statements) {
    if (statement.attribution.length <= depth) continue;
    const holds = statement.evidence.some(
      (e) => e.part === "content" && e.start <= span.start && span.end <= e.end,
    );
    if (!holds) continue;
    found = statement;
    depth = statement.attribution.length;
  }
  return found;
}

/** The chain on which what `statement` says stands: those above it, then the statement itself. */
export function chainOf(statement: StatementRecord | undefined): readonly AttributionLink[] {
  if (statement === undefined) return [];
  const link: AttributionLink = {
    ...(statement.source ?? { name: "unnamed source" }),
    ...(statement.channel === null ? {} : { channel: statement.channel }),
    statement: statement.id,
  };
  return [...statement.attribution, link];
}
