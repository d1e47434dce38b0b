/**
 * Operators and what comes of them: `data/plover/operators.tsv` and `results.tsv`.
 */

import { EVENT_STATUSES } from "../core/records.js";
import { suggest } from "../core/suggestion.js";
import { UPOS } from "../language/doc.js";
import { CLAUSE_MOODS } from "./codebook-frame.js";
import { CODEBOOK_GUIDE } from "./codebook-row.js";
import type { OperatorRow, ResultRow } from "./codebook-types.js";
import { parsePath } from "./cue-frame.js";
import { readCells } from "./cue-table-cells.js";
import { readSpellings } from "./lexical-table.js";

const PLACES = ["above", "below"] as const;
const PARTIES = ["own", "governor", "asker", "authority", "teller"] as const;

/** @throws UserError `broken-table` */
export function parseOperators(tsv: string, origin: string): OperatorRow[] {
  const columns = ["operator", "trigger", "pos", "place", "path", "mood", "example"];
  return readCells(tsv, origin, columns, CODEBOOK_GUIDE).map((cells): OperatorRow => {
    const pos = cells.text("pos").split("|");
    for (const tag of pos)
      if (!UPOS.some((known) => known === tag))
        cells.fail("pos", `unknown part of speech "${tag}".${suggest(tag, UPOS)}`);
    let paths: OperatorRow["paths"];
    try {
      paths = cells
        .text("path")
        .split("|")
        .map((path) => parsePath(path));
    } catch (error) {
      return cells.fail("path", error instanceof Error ? error.message : String(error));
    }
    return {
      operator: cells.text("operator"),
      spellings: readSpellings(cells, "trigger"),
      pos,
      place: cells.choice("place", PLACES),
      paths,
      mood: cells.text("mood") === "" ? null : cells.choice("mood", CLAUSE_MOODS),
    };
  });
}

/** What stands among the types of a result that holds for events further in: see event-outer-clause.ts. */
export const OUTER = "outer";

/** @throws UserError `broken-table` */
export function parseResults(
  tsv: string,
  origin: string,
  operators: readonly string[],
  types: readonly string[],
): ResultRow[] {
  const columns = ["operator", "of", "type", "mode", "cameo", "status", "parties", "example"];
  return readCells(tsv, origin, columns, CODEBOOK_GUIDE).map((cells): ResultRow => {
    const of = cells.text("of").split("|");
    for (const type of of)
      if (!isKnown(type, types)) cells.fail("of", `unknown type "${type}".${suggest(type, types)}`);
    const type = cells.text("type");
    const status = cells.text("status");
    return {
      operator: cells.choice("operator", operators),
      of,
      type: type === "=" ? null : cells.choice("type", types),
      mode: cells.text("mode") || null,
      cameo: cells.text("cameo") || null,
      status: status === "=" ? null : cells.choice("status", EVENT_STATUSES),
      parties: cells.choice("parties", PARTIES),
    };
  });
}

/** A type, `=` before it or not, a status, or a word that stands for many. */
function isKnown(of: string, types: readonly string[]): boolean {
  return (
    of === "*" ||
    of === OUTER ||
    EVENT_STATUSES.some((status) => status === of) ||
    types.includes(of.replace(/^=/, ""))
  );
}
