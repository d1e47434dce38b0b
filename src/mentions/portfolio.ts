/**
 * What a ministry or minister is for, where no row has it: "Ministry of Digital Affairs", "Chile's mining minister".
 *
 * In: the words around a ministry's or minister's word that the lexicon knows. Out: a chunk over all of them, the
 * general row under the name as written. Any state may have any ministry, so this is a pattern, not a table. Limits: a
 * portfolio in lower case must hang on its word in the tree and hold a noun ("the new minister" has none).
 */
import { type ParsedDoc, UPOS } from "../language/doc.js";
import type { Chunk } from "./chunks.js";
import type { NameEntry } from "./name-entry.js";
import type { NameLexicon } from "./name-lexicon.js";
import type { NameMatch } from "./name-tree.js";
import { isCapitalised } from "./unknown-name.js";

const ADJ = UPOS.indexOf("ADJ");
const NOUN = UPOS.indexOf("NOUN");
const PROPN = UPOS.indexOf("PROPN");

/** Rows of the general words, in offices.tsv and titles.tsv. */
const GENERAL = new Set(["ministry", "minister"]);
const MINISTRY = /^(ministry|department)$/i;
/** Words of a portfolio before its ministry's word, "and" included. */
const LONGEST = 6;

/**
 * "Digital Affairs Ministry" and "Foreing Ministry": a capitalised name with a ministry's word in it that no row
 * has. A slip of the pen is read as the row that it is nearest to; anything else is a ministry of that name.
 */
export function readUnknownOffice(
  forms: readonly string[],
  from: number,
  to: number,
  lexicon: NameLexicon,
): NameEntry | undefined {
  if (to - from < 2) return undefined;
  const words = forms.slice(from, to);
  const known = lexicon.nearestOffice(words);
  if (known !== undefined || !MINISTRY.test(words[words.length - 1])) return known;
  const general = lexicon.match(forms, to - 1, to)?.entries.find((e) => e.class === "office");
  return general && nameAfter(general, words);
}

/** "infrastructure minister", "water and irrigation ministry": from word `i` on; undefined where none begins there. */
export function readPortfolioBefore(
  doc: ParsedDoc,
  forms: readonly string[],
  i: number,
  end: number,
  lexicon: NameLexicon,
): Chunk | undefined {
  if (!isPlainWord(doc, forms, i)) return undefined;
  let hasNoun = false;
  for (let k = i; k < end && k - i <= LONGEST; k++) {
    const known = lexicon.match(forms, k, end);
    const general = known?.entries.find((e) => GENERAL.has(e.id));
    if (known !== undefined && general !== undefined) {
      const to = k + known.words;
      if (!hasNoun || !hangsTogether(doc, i, k, to)) return undefined;
      return {
        from: i,
        to,
        class: general.class,
        entries: [nameAfter(general, forms.slice(i, to))],
      };
    }
    const joins = k > i && /^(and|,|&)$/.test(forms[k]);
    if (!joins && (known !== undefined || !isPlainWord(doc, forms, k))) return undefined;
    hasNoun ||= doc.upos[k] === NOUN;
  }
  return undefined;
}

/** "Ministry of Digital Affairs", "minister of water resources": a general word, found at `from`, with its subject. */
export function readPortfolioBehind(
  doc: ParsedDoc,
  forms: readonly string[],
  from: number,
  to: number,
  end: number,
  entries: readonly NameEntry[],
  lexicon: NameLexicon,
): Chunk | undefined {
  const office = entries.find(
    (e) => GENERAL.has(e.id) || (e.class === "office" && MINISTRY.test(forms[from])),
  );
  if (office === undefined) return undefined;
  const isSubject = (k: number) =>
    isCapitalised(forms[from]) && isCapitalised(forms[k])
      ? true
      : forms[to] === "of" && isPlainWord(doc, forms, k);
  const runFrom = (i: number) => {
    let k = i;
    while (k < end && isSubject(k) && isSubjectWord(lexicon.match(forms, k, end))) k++;
    return k;
  };
  let last = to;
  if (to - from === 1) {
    if (!/^(of|for)$/.test(forms[to])) return undefined;
    const first = forms[to + 1] === "the" ? to + 2 : to + 1;
    last = runFrom(first);
    if (last === first) return undefined;
  } else if (!isCapitalised(forms[from])) return undefined;
  // "Trade and Industry" are one ministry's where the second is joined to the first.
  while (last + 1 < end && /^(,|and)$/.test(forms[last])) {
    const next = runFrom(last + 1);
    const head = doc.head[next - 1];
    if (next === last + 1 || head <= from || head >= last) break;
    last = next;
  }
  if (last === to) return undefined;
  return { from, to: last, class: office.class, entries: [nameAfter(office, forms.slice(from, last))] };
}

/** `general` under the name that is written. */
function nameAfter(general: NameEntry, words: readonly string[]): NameEntry {
  return { ...general, id: words.join("-").toLowerCase(), name: words.join(" ") };
}

/** A noun or adjective in lower case. */
function isPlainWord(doc: ParsedDoc, forms: readonly string[], k: number): boolean {
  const upos = doc.upos[k];
  return (upos === NOUN || upos === ADJ || upos === PROPN) && /^\p{Ll}[\p{Ll}-]+$/u.test(forms[k]);
}

/** Words `i` to `k` hang on each other and all of them on the word that ends before `to`; "new" hangs there alone. */
function hangsTogether(doc: ParsedDoc, i: number, k: number, to: number): boolean {
  for (let w = i; w < k; w++) {
    if (doc.head[w] < i || doc.head[w] >= to) return false;
    if (doc.upos[w] === ADJ && doc.head[w] >= k) return false;
  }
  return doc.head[k - 1] >= k || doc.head[k - 1] < k - 1;
}

/** "Industry", "Youth" and "Veterans" may be a ministry's; "Poland" and "Ministry" are not. */
function isSubjectWord(known: NameMatch | undefined): boolean {
  if (known === undefined) return true;
  return (
    known.words === 1 &&
    known.entries.every((e) => e.class === "qualifier" || (e.class === "office" && e.id !== "ministry"))
  );
}
