/**
 * Passages with their labelled positions, as `eval/positions/passages.tsv` writes them.
 *
 * In: lines `published TAB region TAB text TAB positions`; the last column may be empty. Out: the passages. A
 * position is `HOLDER+HOLDER STANCE: WORD|WORD if WORDS`, several split by `; `; its README says what each part means.
 */
import type { PositionRecord, Stance } from "../src/core/records.js";
import { UserError } from "../src/core/user-error.js";

export interface LabelledPosition {
  /** Each holder by the words or country codes that name it, any of which will do. */
  readonly holders: readonly (readonly string[])[];
  readonly stance: Stance;
  /** Beginnings of words, one of which the issue's label must hold. */
  readonly issue: readonly string[];
  /** Words that the condition must hold; empty where none is labelled. */
  readonly condition: string;
  /** Right where it is found, no miss where it is not: readers would differ. */
  readonly isOptional: boolean;
}

export interface PositionPassage {
  readonly line: number;
  readonly published: string;
  readonly text: string;
  readonly positions: readonly LabelledPosition[];
}

const LABEL = /^(\??)(.+?) (favor|against|neutral): (.+?)(?: if (.+))?$/;

/** The passages of a table; its first row is the header. */
export function parsePositionPassages(table: string, origin: string): PositionPassage[] {
  const rows = table.split("\n").map((row, index) => ({ row, line: index + 1 }));
  return rows
    .slice(1)
    .filter(({ row }) => row !== "")
    .map(({ row, line }) => {
      const [published, , text, positions, ...more] = row.split("\t");
      if (positions === undefined || more.length > 0)
        throw new UserError(
          "bad-table",
          `${origin}:${line}: expected 4 columns`,
          "Columns: published, region, text, positions.",
        );
      const labels = positions === "" ? [] : positions.split("; ");
      return { line, published, text, positions: labels.map((l) => readLabel(l, `${origin}:${line}`)) };
    });
}

function readLabel(label: string, place: string): LabelledPosition {
  const match = LABEL.exec(label);
  if (match === null)
    throw new UserError(
      "bad-table",
      `${place}: cannot read the position ${JSON.stringify(label)}`,
      "Write it as: KEN+UGA against: tariff|duty if unless …",
    );
  const [, optional, holders, stance, issue, condition = ""] = match;
  return {
    holders: holders.split("+").map((names) => names.split("|")),
    stance: stance as Stance,
    issue: issue.split("|"),
    condition,
    isOptional: optional === "?",
  };
}

/** Whether `found` is the labelled position: the same holders and no other, the stance, and a word of the issue. */
export function isLabelled(found: PositionRecord, label: LabelledPosition): boolean {
  return (
    found.stance === label.stance &&
    label.holders.every((names) => found.holders.some((holder) => isNamed(holder, names))) &&
    found.holders.every((holder) => label.holders.some((names) => isNamed(holder, names))) &&
    isAbout(found, label)
  );
}

/** Whether the issue's label holds a word that begins as one of the labelled words does. */
export function isAbout({ issue }: PositionRecord, label: LabelledPosition): boolean {
  const words = ` ${issue.label.toLowerCase()}`;
  return label.issue.some((word) => words.includes(` ${word.toLowerCase()}`));
}

function isNamed(holder: PositionRecord["holders"][number], names: readonly string[]): boolean {
  const words = `${holder.name} ${holder.text} ${holder.id ?? ""}`.toLowerCase();
  return names.some((name) =>
    /^[A-Z]{3}$/.test(name) ? holder.country === name : words.includes(name.toLowerCase()),
  );
}
