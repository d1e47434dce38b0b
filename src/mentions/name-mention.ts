/**
 * Capitalised names outside the tables of states and bodies: office-holders, persons known from the text,
 * the article's own outlet, full names, and names of which nothing is known.
 */
import { extend } from "../core/extend.js";
import type { ArticleRecord } from "../core/records.js";
import type { ActorMention } from "./actor-mention.js";
import { entryRef } from "./actor-ref.js";
import { isBodyWord } from "./body-words.js";
import { isHonorific } from "./chunks.js";
import type { NameEntry } from "./name-entry.js";
import type { NameLexicon } from "./name-lexicon.js";
import type { PersonMentions } from "./person-mentions.js";
import { fold, slug } from "./persons.js";
import type { WordView } from "./word-view.js";

/** Relations in which persons stand and places seldom do: subject, agent, apposition, vocative. */
const PERSON_RELATION = /^(nsubj|obl:agent|appos|vocative|iobj|root|conj)/;

/** Relations of who acts or speaks: a town or province of a medium's name stands in others as often. */
const ACTING_RELATION = /^(nsubj|obl:agent|iobj)/;

/** The mention that words `from` to `to` make; `entries` are the lexicon's readings of them. */
export function readName(
  from: number,
  to: number,
  entries: readonly NameEntry[],
  persons: PersonMentions,
  article: ArticleRecord,
  lexicon: NameLexicon,
): ActorMention {
  const { words } = persons;
  const parts = words.lettered(from, to);
  const known = persons.persons.find(parts);
  const before = known?.mentions.at(-1);
  if (entries.some((e) => e.class === "holder")) {
    const place = { from, to, kind: "person" as const, rule: "table of office-holders" };
    return persons.mention(place, persons.personNamed(from, to, entries), undefined, before);
  }
  if (known !== undefined) {
    persons.persons.lengthen(known, parts, words.text(from, to));
    const place = { from, to, kind: "person" as const, rule: "name given before" };
    return persons.mention(place, known, undefined, before);
  }
  const name = words.text(from, to);
  const own = findOwnMedium(name, article);
  if (own !== undefined) {
    const ref = { id: `media:${slug(own)}`, name: own, text: name, sector: "JRN" };
    return { from, to, kind: "body", rule: "the article's own outlet or agency", ref };
  }
  const isThe = from > 0 && /^the$/i.test(words.forms[from - 1]);
  const medium = lexicon.findMedium(name, isThe);
  if (medium !== undefined && ACTING_RELATION.test(words.relationOf(from, to)))
    return {
      from,
      to,
      kind: "body",
      rule: "name of a medium",
      ref: extend(entryRef(medium), { text: name }),
    };
  if (isNamedMedium(from, words.forms, lexicon)) {
    const ref = { id: `media:${slug(name)}`, name, text: name, sector: "JRN" };
    return { from, to, kind: "body", rule: "name behind a word for a medium", ref };
  }
  const isAddressed = from > 0 && isHonorific(words.forms[from - 1]) && !parts.some(isBodyWord);
  if (isAddressed || (isFullName(from, to, parts, words) && !persons.isOtherwiseKnown(from, to))) {
    const rule = isAddressed ? "name with an honorific" : "full name";
    return persons.mention({ from, to, kind: "person", rule }, persons.personNamed(from, to));
  }
  return { from, to, kind: "name", rule: "unknown name", ref: { name, text: name } };
}

/** "the newspaper NAME", "news agency NAME"; "reporters NAME" and "broadcaster NAME" may be persons. */
function isNamedMedium(from: number, forms: readonly string[], lexicon: NameLexicon): boolean {
  for (let i = Math.max(0, from - 2); i < from; i++) {
    if (/s$/i.test(forms[from - 1])) return false;
    const match = lexicon.match(forms, i, from);
    if (match?.words === from - i)
      return match.entries.every(({ class: kind, id }) => kind === "office" && id === "media");
  }
  return false;
}

/** The article's own outlet or agency, as written in its text. */
function findOwnMedium(text: string, { outlet, agency }: ArticleRecord): string | undefined {
  const bare = (name: string) => fold(name).replace(/^the /, "");
  for (const name of [outlet, agency]) if (name !== null && bare(name) === bare(text)) return name;
  return undefined;
}

/** A person's given and family name: two to five words, none of a body's, where persons stand. */
function isFullName(from: number, to: number, parts: readonly string[], words: WordView): boolean {
  if (to - from < 2 || to - from > 5) return false;
  if (parts.some(isBodyWord) || /^\p{Lu}{2,}$/u.test(parts[0] ?? "")) return false;
  return !isCompound(from, to, words) && PERSON_RELATION.test(words.relationOf(from, to));
}

/** One compound ("Nagorno-Karabakh"), not a given and a family name. */
function isCompound(from: number, to: number, { doc }: WordView): boolean {
  for (let i = from + 1; i < to; i++) if (doc.start[i] > doc.end[i - 1]) return false;
  return true;
}
