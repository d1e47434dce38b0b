/**
 * Names that no table has: how far a capitalised name goes, and where a state's or city's name is a person's.
 *
 * The tree tells "Michael Jordan" and "Chad Hurley" (`flat`: the parts of a personal name, UD) from "Ukraine
 * troops". Limits: a name that the parser takes apart is cut in two.
 */
import { type ParsedDoc, UPOS } from "../language/doc.js";
import type { NameLexicon } from "./name-lexicon.js";

const PROPN = UPOS.indexOf("PROPN");

/** Words that join the parts of a personal name. */
const PARTICLES = new Set(
  "al el bin ibn bint abu umm de del della di da dos das du van von der den la le ter oglu ogly ben bar zu y e".split(
    " ",
  ),
);

/** Capitalised words that name days and months. */
const CALENDAR = new Set(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split(
    " ",
  ),
);

/** True where a single word that the lexicon has, such as "Chad", is the first part of a person's or paper's name. */
export function beginsPersonalName(
  doc: ParsedDoc,
  i: number,
  end: number,
  lexicon: NameLexicon,
  forms: readonly string[],
): boolean {
  if (!isCapitalised(forms[i]) || i + 1 >= end || !isCapitalised(forms[i + 1])) return false;
  if (!isGivenOrFamily(doc, i + 1, i) || CALENDAR.has(forms[i + 1].toLowerCase())) return false;
  const match = lexicon.match(forms, i, end);
  if (match?.words !== 1 || !match.entries.every((e) => e.class === "state" || e.class === "capital"))
    return false;
  return lexicon.match(forms, i + 1, end) === undefined;
}

/** True where a capital's name is the first part of something else's: "the Paris Club", "the Washington Post". */
export function beginsTownName(
  doc: ParsedDoc,
  i: number,
  end: number,
  lexicon: NameLexicon,
  forms: readonly string[],
): boolean {
  const next = i + 1;
  if (next >= end || !isCapitalised(forms[i]) || !isCapitalised(forms[next])) return false;
  if (doc.upos[next] !== PROPN || doc.start[next] - doc.end[i] !== 1) return false;
  if (doc.head[i] !== next && doc.head[next] !== i) return false;
  if (CALENDAR.has(forms[next].toLowerCase())) return false;
  const match = lexicon.match(forms, i, end);
  if (match?.words !== 1 || !match.entries.every((e) => e.class === "capital")) return false;
  return lexicon.match(forms, next, end) === undefined;
}

/** Word `k` is by the tree a further part of the personal name that begins at `i`. */
function isGivenOrFamily(doc: ParsedDoc, k: number, i: number): boolean {
  return doc.head[k] === i && doc.names.deprel[doc.deprel[k]] === "flat" && doc.upos[k] === PROPN;
}

/** End of the unknown name that begins at `i`, or `i` if none does. */
export function findNameEnd(
  doc: ParsedDoc,
  forms: readonly string[],
  i: number,
  end: number,
  lexicon: NameLexicon,
): number {
  if (
    !isCapitalised(forms[i]) ||
    doc.upos[i] !== PROPN ||
    CALENDAR.has(forms[i].toLowerCase().replace(/\.$/, ""))
  )
    return i;
  let to = i + 1;
  for (let k = i + 1; k < end; k++) {
    const form = forms[k];
    const gap = doc.start[k] - doc.end[k - 1];
    if (
      form === "-" &&
      gap === 0 &&
      k + 1 < end &&
      doc.start[k + 1] === doc.end[k] &&
      isCapitalised(forms[k + 1])
    ) {
      to = k + 2;
      k++;
      continue;
    }
    if (isCapitalised(form) && (doc.upos[k] === PROPN || /^\p{Lu}\.$/u.test(form))) {
      // "Zhao Lijian" goes on, "Stevenson Ambassador" does not; a place name inside a name does ("Aung San Suu Kyi").
      const known = isGivenOrFamily(doc, k, i) ? undefined : lexicon.match(forms, k, end);
      if (
        known !== undefined &&
        (known.entries[0].class === "title" ||
          known.entries[0].class === "qualifier" ||
          known.words > 1 ||
          known.entries[0].class === "adjective" ||
          known.entries[0].class === "state")
      )
        break;
      to = k + 1;
      continue;
    }
    if (
      PARTICLES.has(form.toLowerCase()) &&
      k + 1 < end &&
      isCapitalised(forms[k + 1]) &&
      doc.upos[k + 1] === PROPN
    )
      continue;
    if (form === "-" && gap === 0 && PARTICLES.has(forms[k - 1].toLowerCase())) continue;
    break;
  }
  return to;
}

export function isCapitalised(form: string): boolean {
  return /^\p{Lu}/u.test(form);
}
