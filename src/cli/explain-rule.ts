/**
 * What found a figure, a position, a reference, a dated happening or an office: the row of a table, or the reader's rule in words.
 *
 * In: the record and the resources. Out: the rule's name, what it means, and the row with its place and its example
 * where there is one.
 */
import type {
  DatingRecord,
  PositionRecord,
  QuantityRecord,
  ReferenceRecord,
  RoleRecord,
} from "../core/records.js";
import type { LexicalRow } from "../records/lexical-table.js";
import type { Resources } from "../resources.js";
import { paint } from "./paint.js";

export interface RuleExplanation {
  readonly rule: string;
  readonly meaning: string;
  /** `data/quantities/measures.tsv:48`, its words and its example; null where no row stands behind it. */
  readonly row: { readonly at: string; readonly words: readonly string[]; readonly example: string } | null;
}

/** Rules that are no row of a table. */
const MEANINGS: Readonly<Record<string, string>> = {
  "counted noun": "a number that counts a noun; its class or the noun itself is the measure",
  unit: "a number with a unit; the unit tells the measure",
  "norm:only": "the speaker's own norm: what may be only under a condition",
  "trigger without an event":
    "a word that may tell an event, in a sentence of which none is coded; `rapporteur explain` on its text says why",
  "dated phrase": "a noun for a happening with a date in its phrase",
  "dated verb": "a noun for a happening whose verb has a date; the verb tells what part of it is dated",
  "titled name": "a title beside a name",
};

/** The rule of `record`. */
export function explainRule(
  record: QuantityRecord | PositionRecord | ReferenceRecord | DatingRecord | RoleRecord,
  resources: Resources,
): RuleExplanation {
  const { rule } = record;
  const row = (at: string, rows: readonly LexicalRow[]) => {
    const line = Number(rule.slice(rule.lastIndexOf(":") + 1));
    const found = rows.find((known) => known.line === line);
    return found === undefined
      ? null
      : {
          at: `${at}:${line}`,
          words: found.spellings.map((words) => words.join(" ")),
          example: found.example.text,
        };
  };
  if (rule.startsWith("measures:"))
    return {
      rule,
      meaning: "a word that makes a figure a measure",
      row: row("data/quantities/measures.tsv", resources.quantities.measures.rows),
    };
  if (rule.startsWith("stances.tsv:"))
    return {
      rule,
      meaning: "a word that tells who is for or against what",
      row: row("data/positions/stances.tsv", resources.stances.rows),
    };
  const norm = /^norm:(\w+)$/.exec(rule)?.[1];
  const meaning = MEANINGS[rule] ?? (norm ? `the speaker's own norm: what "${norm}" be done` : rule);
  return { rule, meaning, row: null };
}

/** A rule in lines for a terminal. */
export function printRule({ rule, meaning, row }: RuleExplanation): string {
  const lines = [`${paint.bold(rule)}  ${meaning}`];
  if (row !== null) {
    lines.push(`  ${row.at}  ${row.words.join(" | ")}`);
    lines.push(paint.dim(`  as in: ${row.example}`));
  }
  return lines.join("\n");
}
