/**
 * Verbs known by their lemmas, to mend what the learned rules make of verbs that no treebank shows.
 *
 * In: a form and the lemma that the rules gave it ("shelled", "shel"). Out: a known verb that the form regularly
 * comes from ("shell"), or the lemma as it was. Limits: a wrong lemma that happens to be a verb stays.
 */
export class VerbList {
  readonly #verbs: ReadonlySet<string>;

  /** Reads one lemma a line; lines that start with `#` are comments. */
  constructor(text: string) {
    this.#verbs = new Set(text.split("\n").filter((line) => line !== "" && !line.startsWith("#")));
  }

  /** `lemma`, or the known verb that `form` is a regular form of where `lemma` is none. */
  mend(form: string, lemma: string): string {
    if (this.#verbs.has(lemma)) return lemma;
    const low = form.toLowerCase();
    for (const ending of ["ed", "ing", "es", "s"]) {
      if (!low.endsWith(ending)) continue;
      const stem = low.slice(0, -ending.length);
      const last = stem.charAt(stem.length - 1);
      if (stem.length < 2) continue;
      if (this.#verbs.has(stem)) return stem;
      if (this.#verbs.has(`${stem}e`)) return `${stem}e`;
      if (last === stem.charAt(stem.length - 2) && this.#verbs.has(stem.slice(0, -1)))
        return stem.slice(0, -1);
      if (last === "i" && this.#verbs.has(`${stem.slice(0, -1)}y`)) return `${stem.slice(0, -1)}y`;
    }
    return lemma;
  }
}
