/**
 * On whose word a stretch of text stands: the chain of the innermost statement that holds it.
 */

import type { Span } from "../core/evidence.js";
import { extend } from "../core/extend.js";
import type { AttributionLink, StatementRecord } from "../core/records.js";
import { ContentIndex } from "./content-index.js";

/** Where the contents of an article's statements stand, made when its statements are first asked for. */
const CONTENTS = new WeakMap<readonly StatementRecord[], ContentIndex>();

/** The innermost of `statements` whose content holds all of `span`; undefined in the author's own voice. */
export function findStatementAround(
  span: Span,
  statements: readonly StatementRecord[],
): StatementRecord | undefined {
  let index = CONTENTS.get(statements);
  if (index === undefined) {
    index = new ContentIndex(statements);
    CONTENTS.set(statements, index);
  }
  return index.findAround(span);
}

/** The chain on which what `statement` says stands: those above it, then the statement itself. */
export function chainOf(statement: StatementRecord | undefined): readonly AttributionLink[] {
  if (statement === undefined) return [];
  const { source, channel, id } = statement;
  const link: AttributionLink = extend(source ?? { name: "unnamed source" }, {
    ...(channel === null ? {} : { channel }),
    statement: id,
  });
  return [...statement.attribution, link];
}
