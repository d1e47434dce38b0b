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
  const result = phrases.map((phrase) => {
    if (phrase.title === undefined || phrase.name !== undefined) return phrase;
    const behind = findBehind(doc, phrase, phrases, chunks);
    if (behind !== undefined) {
      const own = phrases.find((other) => other.name?.from === behind.from);
      if (own !== undefined) joined.add(own);
      return { ...phrase, to: behind.to, name: writtenName(behind) };
    }
    let k = chunks.findIndex((c) => c.from === phrase.from) - 1;
    while (k >= 0 && chunks[k].class === "word" && /^(the|a|an)$/i.test(forms[chunks[k].from])) k--;
    const comma = k >= 0 && forms[chunks[k].from] === ",";
    if (comma) k--;
    const name = chunks[k];
    if (!isName(name)) return phrase;
    if (!comma && (phrase.state ?? phrase.body ?? phrase.office) === undefined) return phrase;
    // "A, B and the minister C": a list is no apposition.
    if (comma && doc.names.deprel[doc.deprel[phrase.title.from]] === "conj") return phrase;
    const own = phrases.find((other) => other.name?.from === name.from);
    // A title of honour before the name does not keep it from its office behind it.
    if (own !== undefined && (own.state ?? own.body ?? own.office) !== undefined) return phrase;
    if (own !== undefined) joined.add(own);
    return { ...phrase, from: own?.from ?? name.from, name: writtenName(name) };
  });
  return result.filter((phrase) => !joined.has(phrase));
}

/** The full name behind a title that the tree makes its apposition: "the governor of the region, NAME NAME,". */
function findBehind(
  doc: ParsedDoc,
  { title, to }: RolePhrase,
  phrases: readonly RolePhrase[],
  chunks: readonly Chunk[],
): Chunk | undefined {
  return chunks.find((chunk) => {
    if (!isName(chunk) || chunk.from < to || title === undefined) return false;
    if (chunk.class === "name" && chunk.to - chunk.from < 2) return false;
    const own = phrases.find((other) => other.name?.from === chunk.from);
    if (own !== undefined && (own.state ?? own.body ?? own.office) !== undefined) return false;
    for (let i = own?.from ?? chunk.from; i < chunk.to; i++) {
      const isApposed = doc.names.deprel[doc.deprel[i]] === "appos";
      if (isApposed && doc.head[i] >= title.from && doc.head[i] < title.to) return true;
    }
    return false;
  });
}

/** "Ministers NAME and NAME": each further name behind a title in the plural has it too. */
export function shareTitles(
  doc: ParsedDoc,
  forms: readonly string[],
  phrases: readonly RolePhrase[],
  chunks: readonly Chunk[],
): RolePhrase[] {
  const taken = new Set(phrases.map((phrase) => phrase.name?.from));
  return phrases.flatMap((phrase) => {
    const { title, name } = phrase;
    const plural = title !== undefined && /[^s]s$/i.test(forms[title.to - 1]);
    if (!plural || name === undefined || name.from < title.to) return [phrase];
    const shared = [phrase];
    let k = chunks.findIndex((chunk) => chunk.from === name.from) + 1;
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
