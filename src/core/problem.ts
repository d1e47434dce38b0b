import { makeId } from "./identity.js";
import type { ProblemCode, ProblemRecord } from "./records.js";

/** A problem record; its id follows from its code, place and message. */
export function makeProblem(
  code: ProblemCode,
  message: string,
  place: Omit<ProblemRecord, "kind" | "id" | "code" | "message">,
): ProblemRecord {
  const where = [
    place.origin ?? "",
    place.line ?? "",
    place.column ?? "",
    place.article ?? "",
    place.start ?? "",
  ];
  return { kind: "problem", id: makeId("prb", code, ...where, message), code, message, ...place };
}
