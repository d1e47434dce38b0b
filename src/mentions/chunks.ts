/**
 * A text's words cut into chunks: names that the lexicon knows, unknown names, and everything else.
 *
 * The chunks of a sentence are what phrases such as "Kenya's Deputy Foreign Minister NAME NAME" are read from.
 */
import { type ParsedDoc, UPOS } from "../language/doc.js";
import type { NameClass, NameEntry } from "./name-entry.js";
import type { NameLexicon } from "./name-lexicon.js";
import { slug } from "./persons.js";
import { readPortfolioBefore, readPortfolioBehind, readUnknownOffice } from "./portfolio.js";
import { beginsPersonalName, beginsTownName, findNameEnd, isCapitalised } from "./unknown-name.js";

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

/** Readings of a name that the article admits: those of its time, and shared names only where something else speaks for them. */
export type AdmitReadings = (entries: readonly NameEntry[]) => readonly NameEntry[];

/** Words of courtesy before a name, no part of it. */
const HONORIFIC =
  /^(Mr|Mrs|Ms|Messrs|Mme|Dr|Prof|Lord|Lady|Sir|Dame|Miss|Hon|Rev|Señor|Signor|Herr|Frau|Monsieur|Madame)\.?$/;

/** True for "Mr", "Dr." and their like. */
export function isHonorific(form: string): boolean {
  return HONORIFIC.test(form);
}

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
  // "the ambassador to Chad NAME NAME" has no person called Chad.
  const isLongerName = (i: number) =>
    !(isTitled(chunks.at(-2)) && /^(to|in|of|for)$/.test(forms[i - 1])) &&
    (beginsPersonalName(doc, i, end, lexicon, forms) || beginsTownName(doc, i, end, lexicon, forms));
  for (let i = first; i < end; ) {
    const honorific = isHonorific(forms[i]);
    let match = honorific || isLongerName(i) ? undefined : lexicon.match(forms, i, end);
    let entries = match === undefined ? [] : admit(match.entries);
    // "the US-led coalition", which nothing else speaks for, leaves "US".
    while (match !== undefined && entries.length === 0 && match.words > 1) {
      match = lexicon.match(forms, i, i + match.words - 1);
      entries = match === undefined ? [] : admit(match.entries);
    }
    if (match !== undefined)
      entries = preferPerson(fitOwner(entries, chunks, forms), forms[i + match.words - 1]);
    if (
      match !== undefined &&
      entries.length > 0 &&
      isCredible(doc, forms, i, match.words, entries, lexicon)
    ) {
      const to = i + match.words;
      const ministry = readPortfolioBehind(doc, forms, i, to, end, entries, lexicon);
      chunks.push(ministry ?? { from: i, to, class: entries[0].class, entries });
      i = ministry?.to ?? to;
      continue;
    }
    const portfolio = readPortfolioBefore(doc, forms, i, end, lexicon);
    if (portfolio !== undefined) {
      chunks.push(portfolio);
      i = portfolio.to;
      continue;
    }
    const to = honorific ? i : findNameEnd(doc, forms, i, end, lexicon);
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

function isTitled(chunk: Chunk | undefined): boolean {
  return chunk?.class === "title" || chunk?.class === "office";
}

/** "the lawyer" is a person; "the lawyers" may be a body of people. */
function preferPerson(entries: readonly NameEntry[], lastWord: string): readonly NameEntry[] {
  if (entries[0]?.class !== "office" || /s$/i.test(lastWord)) return entries;
  const titles = entries.filter((e) => e.class === "title");
  return titles.length === 0 ? entries : [...titles, ...entries.filter((e) => e.class !== "title")];
}

/** A national body behind another state's name is that state's body of this name: "Poland's National Security Bureau". */
function fitOwner(
  entries: readonly NameEntry[],
  before: readonly Chunk[],
  forms: readonly string[],
): readonly NameEntry[] {
  let k = before.length - 1;
  if (before[k]?.class === "word" && /^['’]s?$/.test(forms[before[k].from])) k--;
  const owner = before[k];
  if (owner === undefined || (owner.class !== "state" && owner.class !== "adjective")) return entries;
  const { country } = owner.entries[0];
  if (country === undefined) return entries;
  // "Australia's Labor Party": of those that bear the name, the one of this state.
  const own = entries.filter((e) => e.class === "body" && e.country === country);
  if (own.length > 0) return [...own, ...entries.filter((e) => !own.includes(e))];
  return entries.map((e) =>
    e.class !== "body" || e.country === undefined || e.country === country || !/^(gov|mil):/.test(e.id)
      ? e
      : {
          class: "office",
          id: slug(e.name),
          name: e.name,
          ...(e.sector ? { sector: e.sector, suffix: e.sector } : {}),
        },
  );
}

/** A name written in lower case is none ("us", "who"), a title may be. */
function isCredible(
  doc: ParsedDoc,
  forms: readonly string[],
  i: number,
  words: number,
  entries: readonly NameEntry[],
  lexicon: NameLexicon,
): boolean {
  const { class: kind } = entries[0];
  if (kind === "title" || kind === "qualifier" || kind === "office") {
    const last = doc.upos[i + words - 1];
    return (
      last === PROPN ||
      last === NOUN ||
      (kind === "qualifier" && (last === ADJ || isBeforeTitle(forms, i + words, lexicon))) ||
      isCapitalised(forms[i + words - 1])
    );
  }
  return true;
}

/** "acting foreign minister": a participle that stands with a title. */
function isBeforeTitle(forms: readonly string[], i: number, lexicon: NameLexicon): boolean {
  return lexicon.match(forms, i, forms.length)?.entries.some((e) => e.class === "title") ?? false;
}
