/**
 * A text's words cut into chunks: names that the lexicon knows, unknown names, and everything else.
 *
 * The chunks of a sentence are what phrases such as "Kenya's Deputy Foreign Minister NAME NAME" are read from.
 */
import { type ParsedDoc, UPOS } from "../language/doc.js";
import type { NameClass, NameEntry, NameLexicon } from "./name-lexicon.js";

export interface Chunk {
  /** First word and one past the last. */
  readonly from: number;
  readonly to: number;
  /** Class of the lexicon's first reading; `name` for an unknown capitalised name, `word` for any other word. */
  readonly class: NameClass | "name" | "word";
  readonly entries: readonly NameEntry[];
}

const PROPN = UPOS.indexOf("PROPN");
const NOUN = UPOS.indexOf("NOUN");
const ADJ = UPOS.indexOf("ADJ");

/** Words that join the parts of a personal name. */
const PARTICLES = new Set(
  "al el bin ibn bint abu umm de del della di da dos das du van von der den la le ter oglu ogly ben bar zu y e".split(
    " ",
  ),
);

/** Readings of a name that the article admits: those of its time, and shared names only where something else speaks for them. */
export type AdmitReadings = (entries: readonly NameEntry[]) => readonly NameEntry[];

/** Words of courtesy before a name, no part of it. */
const HONORIFIC =
  /^(Mr|Mrs|Ms|Messrs|Mme|Dr|Prof|Lord|Lady|Sir|Dame|Miss|Hon|Rev|Señor|Signor|Herr|Frau|Monsieur|Madame)\.?$/;

/** Capitalised words that name days and months. */
const CALENDAR = new Set(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split(
    " ",
  ),
);

/** Chunks of sentence `s`; together they cover it. */
export function chunkSentence(
  doc: ParsedDoc,
  forms: readonly string[],
  s: number,
  lexicon: NameLexicon,
  admit: AdmitReadings,
): Chunk[] {
  const first = doc.sentence[s];
  const end = doc.sentence[s + 1];
  const chunks: Chunk[] = [];
  for (let i = first; i < end; ) {
    const match = HONORIFIC.test(forms[i]) ? undefined : lexicon.match(forms, i, end);
    const entries = match === undefined ? [] : admit(match.entries);
    if (match !== undefined && entries.length > 0 && isCredible(doc, forms, i, match.words, entries)) {
      chunks.push({ from: i, to: i + match.words, class: entries[0].class, entries });
      i += match.words;
      continue;
    }
    const to = HONORIFIC.test(forms[i]) ? i : nameEnd(doc, forms, i, end, lexicon);
    if (to > i) {
      const office = readUnknownOffice(forms, i, to, lexicon);
      chunks.push(
        office
          ? { from: i, to, class: "office", entries: [office] }
          : { from: i, to, class: "name", entries: [] },
      );
      i = to;
      continue;
    }
    chunks.push({ from: i, to: i + 1, class: "word", entries: [] });
    i++;
  }
  return chunks;
}

/**
 * "Ministry of Digital Affairs" and "Foreing Ministry": a capitalised name with a ministry's word in it that no row
 * has. A slip of the pen is read as the row that it is nearest to; anything else is a ministry of that name.
 */
function readUnknownOffice(
  forms: readonly string[],
  from: number,
  to: number,
  lexicon: NameLexicon,
): NameEntry | undefined {
  const words = forms.slice(from, to);
  if (to - from < 2 || !/^(ministry|department)$/i.test(words[words.length - 1])) return undefined;
  const known = lexicon.nearestOffice(words);
  if (known !== undefined) return known;
  const generic = lexicon.match(forms, to - 1, to)?.entries.find((e) => e.class === "office");
  if (generic === undefined) return undefined;
  return { ...generic, id: words.join("-").toLowerCase(), name: words.join(" ") };
}

/** A name written in lower case is none ("us", "who"), a title may be. */
function isCredible(
  doc: ParsedDoc,
  forms: readonly string[],
  i: number,
  words: number,
  entries: readonly NameEntry[],
): boolean {
  const { class: kind } = entries[0];
  if (kind === "title" || kind === "qualifier" || kind === "office") {
    const last = doc.upos[i + words - 1];
    return (
      last === PROPN ||
      last === NOUN ||
      (kind === "qualifier" && last === ADJ) ||
      isCapitalised(forms[i + words - 1])
    );
  }
  return true;
}

/** End of the unknown name that begins at `i`, or `i` if none does. */
function nameEnd(
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
      const known = lexicon.match(forms, k, end);
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
