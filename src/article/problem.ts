/**
 * Problems as values: what could not be read, where, and what to do about it.
 *
 * In: a draft with code, message and place. Out: a stored record whose id is a hash of its content, so that
 * the same trouble met twice is one problem.
 */
import type { ProblemCode, ProblemRecord } from "../core/records.js";
import { hashParts } from "./hash.js";

/** A problem before it has an id. `line` and `column` count from 1. */
export interface ProblemDraft {
  readonly code: ProblemCode;
  readonly message: string;
  readonly origin?: string;
  readonly line?: number;
  readonly column?: number;
  readonly article?: string;
  readonly start?: number;
  readonly end?: number;
  readonly hint?: string;
}

/** The problem as a record; its id is a hash of code, origin, line and message. */
export function makeProblem(draft: ProblemDraft): ProblemRecord {
  const line = draft.line === undefined ? "" : String(draft.line);
  const id = `prb-${hashParts(draft.code, draft.origin ?? "", line, draft.message)}`;
  return { kind: "problem", id, ...draft };
}
