/**
 * What a group of shared stretches is: a copy, a shared quotation, or no reuse at all.
 *
 * A formula is short and stands in many articles that share nothing else. The site's own lines stand at the edge of
 * many articles that share nothing else, and name nobody that the articles are about. Both are counted over articles
 * that share nothing else with the first one, so that fifty copies of one report make no formula of its words.
 */
import type { StretchGroup } from "./stretch-groups.js";
import { THRESHOLDS } from "./thresholds.js";

export type ReuseKind = "copy" | "quotation" | "formula" | "boilerplate";

/** True where the group is a passage: a copy or a shared quotation. */
export function isReuse(group: StretchGroup): boolean {
  const kind = classifyGroup(group);
  return kind === "copy" || kind === "quotation";
}

export function classifyGroup(group: StretchGroup): ReuseKind {
  const { stretches } = group;
  const alone = stretches.filter((s) => s.elsewhere < THRESHOLDS.aloneWords.value);
  const contexts = new Set(alone.map((s) => s.b)).size + 1;
  if (contexts >= THRESHOLDS.formulaArticles.value) {
    const short = stretches.every((s) => s.words <= THRESHOLDS.formulaWords.value);
    if (short) return "formula";
    const site = alone.filter((s) => s.site).length;
    if (site >= THRESHOLDS.siteShare.value * alone.length) return "boilerplate";
  }
  const isQuotation = stretches.every((s) => s.quoted && s.plain < THRESHOLDS.aroundQuotation.value);
  return isQuotation ? "quotation" : "copy";
}
