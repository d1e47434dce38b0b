/** What a record can be, and what can go wrong: `npx tsx examples/api/record-kinds.ts`. */
import { PROBLEM_CODES, RECORD_KINDS, RECORD_VERSION } from "rapporteur";

console.log("version", RECORD_VERSION);
console.log("kinds", RECORD_KINDS.join(", "));
console.log("problems", PROBLEM_CODES.join(", "));
