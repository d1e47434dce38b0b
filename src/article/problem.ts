/**
 * Problems before they are records: readers hand them up without an id, and `readPaths` adds the article.
 */
import { makeProblem } from "../core/problem.js";
import type { ProblemRecord } from "../core/records.js";

/** What could not be read, where, and what to do about it. `line` and `column` count from 1. */
export type ProblemDraft = Omit<ProblemRecord, "kind" | "id">;

/** The problem as a record. */
export function finishProblem(draft: ProblemDraft): ProblemRecord {
  const { code, message, ...place } = draft;
  return makeProblem(code, message, place);
}
