/**
 * Verbs known by their lemmas, to mend what the learned rules make of verbs that no treebank shows.
 *
 * In: a form and the lemma that the rules gave it ("shelled", "shel"). Out: a known verb that the form comes from,
 * regularly ("shell") or as the list says ("shot": "shoot"), or the lemma as it was. Limits: a wrong lemma that happens to be a verb stays.
 */
export class VerbList {
  readonly #verbs = new Set<string>();
  readonly #irregular = new Map<string, string>();

  /** Reads one lemma a line, its irregular forms behind it; lines that start with `#` are comments. */
  constructor(text: string) {
    for (const line of text.split("\n")) {
      if (line === "" || line.startsWith("#")) continue;
      const [lemma, ...forms] = line.split(" ");
      this.#verbs.add(lemma);
      for (const form of forms) this.#irregular.set(form, lemma);
    }
  }

  /** `lemma`, or the known verb that `form` is a regular form of where `lemma` is none. */
  mend(form: string, lemma: string): string {
    if (this.#verbs.has(lemma)) return lemma;
    const low = form.toLowerCase();
    const irregular = this.#irregular.get(low);
    if (irregular !== undefined) return irregular;
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
