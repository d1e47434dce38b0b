/**
 * What a noun asks of somebody: "put pressure on the junta to leave", "issued an appeal to the rebels to leave".
 *
 * In: an infinitive. Out: the noun that it is the content of, where the tree hangs it on the noun's verb or on whoever is
 * asked, and what marks those.
 */
import type { Codebook } from "./codebook-types.js";
import { rowsOf } from "./event-operator-rows.js";
import type { FoundOperator } from "./event-operators.js";
import { childBy, type EventView, hasMarker, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** Operators whose nouns tell what somebody else is to do. */
const ASKS: ReadonlySet<string> = new Set(["demand", "order"]);

/** What marks whoever is asked by a noun: "an appeal to the rebels", "pressure on them". */
export const ASKED_BY = ["on", "upon", "to", "for"];

/** The operator that the object of the verb over infinitive `at` is, if that asks for what `at` tells. */
export function findAsking(view: EventView, codebook: Codebook, at: number): FoundOperator | undefined {
  const { doc } = view;
  if (!isVerb(view, at) || !hasMarker(view, at, "to") || !/^(advcl|acl|xcomp)$/.test(relationOf(doc, at)))
    return undefined;
  const above = doc.head[at];
  const verb = isVerb(view, above) ? above : doc.head[above];
  if (verb < 0 || !isVerb(view, verb)) return undefined;
  const noun = childBy(view, verb, "obj");
  if (noun <= verb || noun >= at || noun === above) return undefined;
  if (verb !== above && !hasMarker(view, above, ...ASKED_BY)) return undefined;
  for (const row of rowsOf(view, codebook, noun))
    if (
      row.place === "above" &&
      ASKS.has(row.operator) &&
      row.paths.some(({ steps }) => steps[0].relation === "acl")
    )
      return { operator: row.operator, word: noun, governs: true, on: at, row };
  return undefined;
}
