/**
 * Issues that a user names, with their wordings.
 *
 * In: a table of three columns, `id`, `label`, `wordings`; wordings are split by `|`, and one fits an issue of the
 * text when all of its words stand in it, as lemmas, in any order. Out: a lookup. A wrong row is refused with its
 * place.
 */
import type { IssueRef } from "../core/records.js";
import { readCells } from "./cue-table-cells.js";
import { POSITIONS_GUIDE } from "./stance-table.js";

interface NamedIssue {
  readonly issue: IssueRef;
  readonly wordings: readonly (readonly string[])[];
}

export class IssueTable {
  readonly #issues: readonly NamedIssue[];

  private constructor(issues: readonly NamedIssue[]) {
    this.#issues = issues;
  }

  static readonly EMPTY = new IssueTable([]);

  /** @throws UserError `broken-table`, such as `issues.tsv:3:1: the id "a b" has a space.` */
  static parse(tsv: string, origin: string): IssueTable {
    const seen = new Map<string, number>();
    return new IssueTable(
      readCells(tsv, origin, ["id", "label", "wordings"], POSITIONS_GUIDE).map((cells) => {
        const id = cells.text("id");
        const label = cells.text("label");
        if (!/^[a-z0-9-]+$/.test(id))
          cells.fail("id", `the id "${id}" is not lower-case letters, digits and hyphens.`);
        if (seen.has(id)) cells.fail("id", `the id "${id}" stands at line ${seen.get(id)} already.`);
        seen.set(id, cells.line);
        if (label === "") cells.fail("label", "the label is missing.");
        const wordings = cells
          .text("wordings")
          .split("|")
          .map((w) => w.trim().toLowerCase().split(/\s+/))
          .filter((words) => words[0] !== "");
        if (wordings.length === 0) cells.fail("wordings", "no wording is given.");
        return { issue: { id: `issue:${id}`, label }, wordings };
      }),
    );
  }

  /** The issue that a wording of `words` (lower-case lemmas) belongs to; the wording of most words wins. */
  find(words: ReadonlySet<string>): IssueRef | undefined {
    let best: IssueRef | undefined;
    let most = 0;
    for (const { issue, wordings } of this.#issues) {
      for (const wording of wordings) {
        if (wording.length <= most || !wording.every((w) => words.has(w))) continue;
        best = issue;
        most = wording.length;
      }
    }
    return best;
  }
}
