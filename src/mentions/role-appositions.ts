/**
 * Names joined to the titles that stand beside them: "NAME, the spokesman of X", "the spokesman of X, NAME,",
 * "NAME X's Foreign Minister", and the second name behind a title in the plural.
 */
import type { ParsedDoc } from "../language/doc.js";
import type { Chunk } from "./chunks.js";
import { isName, type RolePhrase, writtenName } from "./role-phrase.js";

/** The phrases, each with its name where that stands before or behind it in apposition. */
export function joinAppositions(
  doc: ParsedDoc,
  forms: readonly string[],
  phrases: readonly RolePhrase[],
  chunks: readonly Chunk[],
): RolePhrase[] {
  const joined = new Set<RolePhrase>();
  const byName = indexByName(phrases);
  const apposed = indexApposed(doc, byName, chunks);
  const places = indexPlaces(chunks);
  const result = phrases.map((phrase) => {
    if (phrase.title === undefined || phrase.name !== undefined) return phrase;
    const behind = findBehind(phrase, apposed);
    if (behind !== undefined) {
      const own = byName.get(behind.from);
      if (own !== undefined) joined.add(own);
      return { ...phrase, to: behind.to, name: writtenName(behind) };
    }
    let k = (places.get(phrase.from) ?? -1) - 1;
    while (k >= 0 && chunks[k].class === "word" && /^(the|a|an)$/i.test(forms[chunks[k].from])) k--;
    const comma = k >= 0 && forms[chunks[k].from] === ",";
    if (comma) k--;
    const name = chunks[k];
    if (!isName(name)) return phrase;
    if (!comma && !isOwned(phrase)) return phrase;
    // "A, B and the minister C": a list is no apposition.
    if (comma && doc.names.deprel[doc.deprel[phrase.title.from]] === "conj") return phrase;
    if (comma && tellsOfNameBefore(doc, phrase)) return phrase;
    const own = byName.get(name.from);
    // A title of honour before the name does not keep it from its office behind it.
    if (own !== undefined && isOwned(own)) return phrase;
    if (own !== undefined) joined.add(own);
    return { ...phrase, from: own?.from ?? name.from, name: writtenName(name) };
  });
  return result.filter((phrase) => !joined.has(phrase));
}

/** "Gunmen entered Saada, the governor said": the subject of the verb right behind it closes a report, and no name. */
function tellsOfNameBefore(doc: ParsedDoc, { from, to }: RolePhrase): boolean {
  for (let i = from; i < to; i++)
    if (doc.head[i] === to && doc.names.deprel[doc.deprel[i]] === "nsubj") return true;
  return false;
}

/** A role of some state, body or office. */
function isOwned({ state, body, office }: RolePhrase): boolean {
  return (state ?? body ?? office) !== undefined;
}

/** The first phrase with each name, by the name's first word. */
function indexByName(phrases: readonly RolePhrase[]): ReadonlyMap<number, RolePhrase> {
  const found = new Map<number, RolePhrase>();
  for (const phrase of phrases)
    if (phrase.name !== undefined && !found.has(phrase.name.from)) found.set(phrase.name.from, phrase);
  return found;
}

/** The place of each chunk in the list, by its first word. */
function indexPlaces(chunks: readonly Chunk[]): ReadonlyMap<number, number> {
  return new Map(chunks.map(({ from }, k) => [from, k]));
}

/** Full names without an office of their own, by the words that they are appositions of; in the order of the text. */
function indexApposed(
  doc: ParsedDoc,
  byName: ReadonlyMap<number, RolePhrase>,
  chunks: readonly Chunk[],
): ReadonlyMap<number, readonly Chunk[]> {
  const found = new Map<number, Chunk[]>();
  for (const chunk of chunks) {
    if (!isName(chunk) || (chunk.class === "name" && chunk.to - chunk.from < 2)) continue;
    const own = byName.get(chunk.from);
    if (own !== undefined && isOwned(own)) continue;
    for (let i = own?.from ?? chunk.from; i < chunk.to; i++) {
      if (doc.names.deprel[doc.deprel[i]] !== "appos") continue;
      const list = found.get(doc.head[i]);
      if (list === undefined) found.set(doc.head[i], [chunk]);
      else list.push(chunk);
    }
  }
  return found;
}

/** The full name behind a title that the tree makes its apposition: "the governor of the region, NAME NAME,". */
function findBehind(
  { title, to }: RolePhrase,
  apposed: ReadonlyMap<number, readonly Chunk[]>,
): Chunk | undefined {
  let first: Chunk | undefined;
  for (let i = title?.from ?? 0; i < (title?.to ?? 0); i++) {
    const chunk = apposed.get(i)?.find(({ from }) => from >= to);
    if (chunk !== undefined && (first === undefined || chunk.from < first.from)) first = chunk;
  }
  return first;
}

/** "Ministers NAME and NAME": each further name behind a title in the plural has it too. */
export function shareTitles(
  doc: ParsedDoc,
  forms: readonly string[],
  phrases: readonly RolePhrase[],
  chunks: readonly Chunk[],
): RolePhrase[] {
  const taken = new Set(phrases.map((phrase) => phrase.name?.from));
  const places = indexPlaces(chunks);
  return phrases.flatMap((phrase) => {
    const { title, name } = phrase;
    const plural = title !== undefined && /[^s]s$/i.test(forms[title.to - 1]);
    if (!plural || name === undefined || name.from < title.to) return [phrase];
    const shared = [phrase];
    let k = (places.get(name.from) ?? -1) + 1;
    for (;;) {
      let next = k;
      while (chunks[next]?.class === "word" && /^(,|and)$/i.test(forms[chunks[next].from])) next++;
      const other = chunks[next];
      if (next === k || !isName(other) || taken.has(other.from)) return shared;
      if (!isConjunct(doc, other)) return shared;
      shared.push({ ...phrase, from: other.from, to: other.to, name: writtenName(other) });
      k = next + 1;
    }
  });
}

function isConjunct(doc: ParsedDoc, { from, to }: Chunk): boolean {
  for (let i = from; i < to; i++)
    if (doc.head[i] < from || doc.head[i] >= to) return doc.names.deprel[doc.deprel[i]] === "conj";
  return false;
}
