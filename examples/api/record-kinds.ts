/** What a record can be, and what can go wrong: `npx tsx examples/api/record-kinds.ts`. */
import {
  ACCOUNT_ABOUTS,
  ACROSS_KINDS,
  EVENT_STATUSES,
  EVENT_TYPES,
  PROBLEM_CODES,
  RECORD_KINDS,
  RECORD_VERSION,
  WITHIN_KINDS,
} from "rapporteur";

console.log("version", RECORD_VERSION);
console.log("kinds", RECORD_KINDS.join(", "));
console.log("  within one article", WITHIN_KINDS.join(", "));
console.log("  across articles", ACROSS_KINDS.join(", "));
console.log("types of events", EVENT_TYPES.join(", "));
console.log("how an event stands", EVENT_STATUSES.join(", "));
console.log("what accounts are about", ACCOUNT_ABOUTS.join(", "));
console.log("problems", PROBLEM_CODES.join(", "));
