/**
 * Datings: when a vote, a war, a truce is said to have been.
 *
 * In: a parsed article with its actors, dates, places and statements. Out: one record for each date that hangs on a
 * noun of a happening: in its own phrase ("the 1994 ceasefire", "the elections held on March 31", "a war in the early
 * 1990s") or beside a verb that says when it began, was or ended ("The conflict began in 1988"). Parties are those
 * named in its phrase, else in its clause, else those of the same happening before it in the article.
 * Limits: a date in another sentence is not joined.
 */
import { type Evidence, makeEvidence, type Span } from "../core/evidence.js";
import { makeId } from "../core/identity.js";
import type {
  ActorRef,
  ArticleRecord,
  DatingAspect,
  DatingRecord,
  PlaceRef,
  StatementRecord,
} from "../core/records.js";
import { type Dependents, findDependents } from "../language/dependents.js";
import { firstWordFrom, type ParsedDoc, UPOS } from "../language/doc.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { DateMention } from "../mentions/date-mention.js";
import type { HappeningTable } from "./happening-table.js";
import { chainOf, findStatementAround } from "./on-whose-word.js";

export interface DatingInput {
  readonly article: ArticleRecord;
  readonly doc: ParsedDoc;
  readonly actors: ArticleActors;
  readonly dates: readonly DateMention[];
  readonly places: readonly (Span & { readonly ref: PlaceRef })[];
  readonly statements: readonly StatementRecord[];
  readonly happenings: HappeningTable;
}

/** A noun and a date that hang together. */
interface DatedNoun {
  readonly noun: number;
  readonly date: DateMention;
  readonly verb: number;
  readonly aspect: DatingAspect;
}

/** A noun phrase as far as parties and places are looked for. */
interface Named {
  readonly parties: readonly (Span & { readonly ref: ActorRef })[];
  readonly places: readonly (Span & { readonly ref: PlaceRef })[];
}

const NOUN = UPOS.indexOf("NOUN");
const PROPN = UPOS.indexOf("PROPN");

/** Steps up the tree from a date to the noun or the verb that it dates. */
const FARTHEST = 5;

export function findDatings(input: DatingInput): DatingRecord[] {
  const { doc, happenings } = input;
  const tree = findDependents(doc);
  const before = new Map<string, Named>();
  const records: DatingRecord[] = [];
  const seen = new Set<string>();
  const said = findDaysOfStatements(input.statements);
  for (const dated of input.dates.flatMap((date) => findDatedNouns(input, tree, said, date))) {
    for (const happening of happenings.byNoun.get(doc.lemma[dated.noun].toLowerCase()) ?? []) {
      const named = findNamed(input, tree, dated) ?? before.get(happening) ?? { parties: [], places: [] };
      before.set(happening, named);
      const record = finish(input, dated, happening, named);
      if (!seen.has(record.id)) records.push(record);
      seen.add(record.id);
    }
  }
  return records;
}

/** Where the dates begin on which something was said. */
function findDaysOfStatements(statements: readonly StatementRecord[]): ReadonlySet<number> {
  const days = new Set<number>();
  for (const { evidence } of statements)
    for (const { part, start } of evidence) if (part === "date") days.add(start);
  return days;
}

/** The nouns of happenings that a date hangs on: the nearest above it, or the subject or object of its verb. */
function findDatedNouns(
  input: DatingInput,
  tree: Dependents,
  said: ReadonlySet<number>,
  date: DateMention,
): DatedNoun[] {
  const { doc, happenings } = input;
  // The day of a statement is when it was said; "declared on 24 May" dates what was declared too.
  const isSaid = said.has(date.start);
  if (date.type === "SET" || date.type === "DURATION" || date.value.edtf.startsWith("P")) return [];
  const first = firstWordFrom(doc, date.start);
  let at = headOf(doc, first, date.end);
  let verb = -1;
  for (let step = 0; step < FARTHEST && at >= 0; step++) {
    if (isHappening(doc, happenings, at))
      return isSaid ? [] : [{ noun: at, date, verb, aspect: verb < 0 ? "at" : aspectOf(input, verb) }];
    const relation = doc.names.deprel[doc.deprel[at]];
    const above = doc.head[at];
    if (UPOS[doc.upos[at]] === "VERB") {
      verb = at;
      if (relation !== "acl") break;
    }
    if (relation === "ccomp" || relation === "acl:relcl") break;
    at = above;
  }
  if (verb < 0) return [];
  const found: DatedNoun[] = [];
  const aspect = happenings.aspects.get(doc.lemma[verb].toLowerCase());
  if (aspect === undefined) return [];
  for (let child = tree.firstChild[verb]; child >= 0; child = tree.nextSibling[child]) {
    if (!/^(nsubj|nsubj:pass|obj)$/.test(doc.names.deprel[doc.deprel[child]])) continue;
    if (isHappening(doc, happenings, child)) found.push({ noun: child, date, verb, aspect });
  }
  return found;
}

function isHappening(doc: ParsedDoc, { byNoun }: HappeningTable, word: number): boolean {
  return (doc.upos[word] === NOUN || doc.upos[word] === PROPN) && byNoun.has(doc.lemma[word].toLowerCase());
}

function aspectOf({ doc, happenings }: DatingInput, verb: number): DatingAspect {
  return happenings.aspects.get(doc.lemma[verb].toLowerCase()) ?? "at";
}

/** Parties and places in the noun's phrase, else in the clause; undefined where neither names any. */
function findNamed(input: DatingInput, tree: Dependents, { noun, verb }: DatedNoun): Named | undefined {
  const own = namedWithin(input, wordsBelow(tree, noun));
  if (own !== undefined) return own;
  const clause = verb >= 0 ? verb : clauseOf(input.doc, noun);
  return namedWithin(input, wordsBelow(tree, clause));
}

function namedWithin({ doc, actors, places }: DatingInput, words: ReadonlySet<number>): Named | undefined {
  const parties = actors.mentions.filter(
    ({ from, ref, kind }) =>
      words.has(from) && kind !== "person" && (ref.country !== undefined || ref.id !== undefined),
  );
  const named = places.filter(({ start }) => words.has(firstWordFrom(doc, start)));
  if (parties.length === 0 && named.length === 0) return undefined;
  return {
    parties: parties.map(({ from, to, ref }) => ({ start: doc.start[from], end: doc.end[to - 1], ref })),
    places: named,
  };
}

/** The verb whose clause `word` stands in; the top of its sentence where there is none. */
function clauseOf(doc: ParsedDoc, word: number): number {
  let at = word;
  while (doc.head[at] >= 0 && UPOS[doc.upos[at]] !== "VERB") at = doc.head[at];
  return at;
}

function wordsBelow(tree: Dependents, word: number): Set<number> {
  const words = new Set([word]);
  for (const at of words) {
    for (let child = tree.firstChild[at]; child >= 0; child = tree.nextSibling[child]) words.add(child);
  }
  return words;
}

function finish(
  { article, doc, statements }: DatingInput,
  { noun, date, verb, aspect }: DatedNoun,
  happening: string,
  { parties, places }: Named,
): DatingRecord {
  const span = { start: doc.start[noun], end: doc.end[noun] };
  const evidence: Evidence[] = [];
  const show = (at: Span, part: Evidence["part"]) => {
    evidence.push(makeEvidence(article.id, article.text, at, part));
  };
  show(span, "trigger");
  if (verb >= 0) show({ start: doc.start[verb], end: doc.end[verb] }, "cue");
  show(date, "date");
  for (const party of parties) show(party, "actor");
  for (const place of places) show(place, "place");
  return {
    kind: "dating",
    id: makeId("dat", article.id, span.start, date.start, happening),
    article: article.id,
    happening,
    aspect,
    date: date.value,
    parties: dedupe(parties.map(({ ref }) => ref)),
    places: places.map(({ ref }) => ref),
    attribution: chainOf(findStatementAround(span, statements)),
    evidence,
    rule: verb < 0 ? "dated phrase" : "dated verb",
  };
}

function dedupe(refs: readonly ActorRef[]): ActorRef[] {
  const seen = new Set<string>();
  return refs.filter(({ id, name }) => {
    const key = id ?? name;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The word of the phrase from `first` to the character `end` that hangs outside of it. */
function headOf(doc: ParsedDoc, first: number, end: number): number {
  for (let i = first; i < doc.length && doc.start[i] < end; i++) {
    const head = doc.head[i];
    if (head < first || head >= doc.length || doc.start[head] >= end) return i;
  }
  return first;
}
