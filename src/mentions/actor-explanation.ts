/**
 * How words were linked to somebody, and what else their names could have stood for.
 *
 * In: a parsed article, its actors, the lexicon and the words that a record shows for an actor. Out: whom they were
 * resolved to, by what, by which earlier words, and every reading that the tables have for a name among them, each
 * with what became of it.
 */
import { type Span, spanContains } from "../core/evidence.js";
import type { ActorRef } from "../core/records.js";
import type { ParsedDoc } from "../language/doc.js";
import { getForm } from "../language/doc.js";
import type { ArticleActors } from "./actors.js";
import { isCurrent, makeAdmission, yearOf } from "./admitted-readings.js";
import type { NameEntry } from "./name-entry.js";
import type { NameLexicon } from "./name-lexicon.js";

export interface ActorExplanation extends Span {
  readonly text: string;
  readonly ref: ActorRef;
  /** How it was resolved: `titled name`, `pronoun`, `unresolved` … */
  readonly rule: string;
  /** The earlier words that a pronoun, a role or a short name was resolved by. */
  readonly antecedent: (Span & { readonly text: string }) | null;
  readonly names: readonly NameExplanation[];
}

/** A name within the words, or within those that they were resolved by. */
export interface NameExplanation extends Span {
  readonly text: string;
  readonly readings: readonly ReadingExplanation[];
}

export interface ReadingExplanation {
  readonly entry: NameEntry;
  /** `taken`, or why it was not. */
  readonly verdict: string;
}

/** Parts of a phrase of office, which stand for nobody by themselves. */
const PARTS_OF_PHRASES = new Set(["title", "office", "qualifier"]);

/** The explanation for the words within `span`; undefined where it holds none. */
export function explainActor(
  doc: ParsedDoc,
  actors: ArticleActors,
  lexicon: NameLexicon,
  span: Span,
): ActorExplanation | undefined {
  const words = findWords(doc, span);
  if (words.length === 0) return undefined;
  const { ref, rule, antecedent } = actors.resolve(words);
  const before = antecedent && { ...antecedent, text: doc.text.slice(antecedent.start, antecedent.end) };
  const named = before === undefined ? words : [...findWords(doc, before), ...words];
  return {
    start: span.start,
    end: span.end,
    text: doc.text.slice(span.start, span.end),
    ref,
    rule,
    antecedent: before ?? null,
    names: explainNames(doc, actors, lexicon, named, ref),
  };
}

function findWords(doc: ParsedDoc, span: Span): number[] {
  const words: number[] = [];
  for (let i = 0; i < doc.length; i++)
    if (spanContains(span, { start: doc.start[i], end: doc.end[i] })) words.push(i);
  return words;
}

/** The longest name at each of `words`, as the finder of actors looks them up. */
function explainNames(
  doc: ParsedDoc,
  { article }: ArticleActors,
  lexicon: NameLexicon,
  words: readonly number[],
  ref: ActorRef,
): NameExplanation[] {
  const forms = Array.from({ length: doc.length }, (_, i) => getForm(doc, i));
  const admit = makeAdmission(article, forms, lexicon);
  const year = yearOf(article);
  const names: NameExplanation[] = [];
  for (let k = 0; k < words.length; ) {
    const from = words[k];
    let run = 1;
    while (words[k + run] === from + run) run++;
    const match = lexicon.match(forms, from, from + run);
    const readings = match?.entries ?? readSurname(lexicon, forms[from], ref);
    if (readings.length > 0) {
      const end = doc.end[from + (match?.words ?? 1) - 1];
      const admitted = new Set(match === undefined ? readings : admit(match.entries));
      names.push({
        start: doc.start[from],
        end,
        text: doc.text.slice(doc.start[from], end),
        readings: readings.map((entry) => ({
          entry,
          verdict: judgeReading(entry, ref, admitted.has(entry), year),
        })),
      });
    }
    k += match?.words ?? 1;
  }
  return names;
}

/** Office-holders of this family name, each once. */
function readSurname(lexicon: NameLexicon, form: string, ref: ActorRef): NameEntry[] {
  if (!/^\p{Lu}/u.test(form)) return [];
  const holders = lexicon.holdersNamed(form).filter(({ name }) => name.endsWith(form));
  const taken = holders.filter(({ id }) => id === ref.id);
  return [...taken, ...holders].filter(({ id }, i, all) => all.findIndex((e) => e.id === id) === i);
}

function judgeReading(
  entry: NameEntry,
  ref: ActorRef,
  isAdmitted: boolean,
  year: number | undefined,
): string {
  if (entry.id === ref.id) return "taken";
  if (PARTS_OF_PHRASES.has(entry.class)) return "read as part of the phrase";
  if (!isCurrent(entry, year)) return year === undefined ? "not of the present" : `not of ${year}`;
  if (!isAdmitted) return "the article speaks of it nowhere else";
  if (entry.country !== undefined && entry.country === ref.country) return "tells the country";
  return "another reading comes first";
}
