/**
 * Lemmas by learned ripple-down rules over word endings (after LemmaGen, Juršič et al. 2010).
 *
 * In: a form with its tags. Out: its lemma. The rules are made by train/lemma.py, which describes their text.
 * Limits: a word's lemma depends on its form and tags only ("'s" of "has" becomes "be").
 */

interface Rule {
  /** The lemma itself, for a whole word. */
  readonly lemma?: string;
  readonly lower: boolean;
  readonly cut: number;
  readonly add: string;
}

const LONGEST = 7;

export class Lemmatizer {
  readonly #tables = new Map<string, Map<string, Rule>>();

  /** Reads the text that train/lemma.py writes. */
  constructor(text: string) {
    let table = new Map<string, Rule>();
    for (const line of text.split("\n")) {
      if (line === "") continue;
      if (line.startsWith("= ")) {
        table = new Map();
        this.#tables.set(line.slice(2), table);
        continue;
      }
      const tab = line.indexOf("\t");
      const rule = readRule(line.slice(0, tab));
      for (const ending of line.slice(tab + 1).split(" ")) table.set(ending, rule);
    }
  }

  /** The lemma of `form` as `upos` and, where rules for the pair were learned, `xpos`. */
  lemmatize(form: string, upos: string, xpos: string): string {
    const table = this.#tables.get(`${upos} ${xpos}`) ?? this.#tables.get(`${upos} *`);
    if (!table) return form;
    const low = form.toLowerCase();
    let rule = form.length > 40 ? undefined : table.get(`^${low}`);
    for (let k = Math.min(LONGEST, low.length); !rule && k > 0; k--) rule = table.get(low.slice(-k));
    rule ??= table.get("*");
    if (!rule) return form;
    if (rule.lemma !== undefined) return rule.lemma;
    const base = rule.lower ? low : form;
    return rule.cut <= base.length ? base.slice(0, base.length - rule.cut) + rule.add || base : base;
  }
}

function readRule(text: string): Rule {
  if (text.startsWith("=")) return { lemma: text.slice(1), lower: false, cut: 0, add: "" };
  const bar = text.indexOf("|");
  return { lower: text[0] === "L", cut: Number(text.slice(1, bar)), add: text.slice(bar + 1) };
}
