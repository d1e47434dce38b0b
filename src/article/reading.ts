/**
 * What a reader gives for each article of a file: a draft with what was wrong on the way, or only a problem.
 */
import type { ArticleDraft } from "./draft.js";
import type { ProblemDraft } from "./problem.js";

export type Reading =
  | { readonly draft: ArticleDraft; readonly problems: readonly ProblemDraft[] }
  | { readonly problem: ProblemDraft };

/** Names for the articles of one file: `path#id`, or `path#n` where there is no id or it came before. */
export class OriginNames {
  private readonly used = new Set<string>();

  constructor(private readonly origin: string) {}

  /** The origin of the n-th record (from 1). */
  next(id: string | null, n: number): string {
    let name = id !== null && !this.used.has(id) ? id : String(n);
    for (let copy = 2; this.used.has(name); copy++) name = `${n}-${copy}`;
    this.used.add(name);
    return `${this.origin}#${name}`;
  }
}
