import { makeProblem } from "../core/problem.js";
import type { ArticleRecord, ProblemRecord } from "../core/records.js";
import type { Quotation } from "./quotations.js";

/** Characters of the quotation that the message shows. */
const SHOWN = 40;

/** One problem for each quotation whose closing mark is missing. */
export function findQuotationProblems(
  article: ArticleRecord,
  quotations: readonly Quotation[],
): ProblemRecord[] {
  return quotations
    .filter((q) => !q.closed)
    .map((q) => {
      const { start, end } = q.outer;
      const shown = article.text.slice(start, start + SHOWN).replace(/\s+/g, " ");
      const more = end - start > SHOWN ? "…" : "";
      return makeProblem("unbalanced-quotation", `a quotation is opened and not closed: ${shown}${more}`, {
        origin: article.origin,
        article: article.id,
        start,
        end,
        hint: "It was taken to end with its paragraph.",
      });
    });
}
