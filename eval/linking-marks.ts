/**
 * Sentences with marked states and bodies, as `eval/linking/sentences.tsv` writes them.
 *
 * In: lines `published TAB region TAB text`, the text with marks `[id written words]`. Out: the plain text with the
 * span of each mark. Limits: square brackets have no other meaning in these sentences.
 */
import type { Span } from "../src/core/evidence.js";
import { UserError } from "../src/core/user-error.js";

/** A mark: what its words must be linked to. */
export interface Mark extends Span {
  /** Ids that are right, best first; empty where the words must not be linked. */
  readonly ids: readonly string[];
}

export interface MarkedSentence {
  readonly line: number;
  readonly published: string;
  readonly region: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** The sentences of a table; its first row is the header. */
export function parseMarkedSentences(table: string, origin: string): MarkedSentence[] {
  const rows = table
    .split("\n")
    .map((row, index) => ({ row, line: index + 1 }))
    .filter(({ row }) => row !== "" && !row.startsWith("#"));
  return rows.slice(1).map(({ row, line }) => {
    const [published, region, marked, ...more] = row.split("\t");
    if (marked === undefined || more.length > 0)
      throw new UserError(
        "bad-table",
        `${origin}:${line}: expected 3 columns`,
        "Columns: published, region, text.",
      );
    return { line, published, region, ...readMarks(marked) };
  });
}

function readMarks(marked: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = "";
  let from = 0;
  for (const match of marked.matchAll(/\[(\S+) ([^\]]+)\]/g)) {
    text += marked.slice(from, match.index);
    const start = text.length;
    text += match[2];
    marks.push({ ids: match[1] === "-" ? [] : match[1].split("|"), start, end: text.length });
    from = match.index + match[0].length;
  }
  return { text: text + marked.slice(from), marks };
}
