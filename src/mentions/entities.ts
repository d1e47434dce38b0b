/**
 * Who and what a text speaks of: every mention of a person, a group, a place or a nationality, by name, by description
 * or by a pronoun.
 *
 * In: a parsed text with its actors and toponyms, and the table of head words. Out: mentions in the order of the text;
 * a mention may lie within another ("[the [Iraqi] prime minister]"). Names that the tables know come first; other names
 * are told apart by their words, by titles and by where they stand. Limits: nothing is linked here; one kind a mention,
 * so that a state that acts is a place still.
 */
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import { MONTHS, SHORT_WEEKDAYS, WEEKDAYS } from "./date-words.js";
import { addActors } from "./entity-actors.js";
import { findDescriptions } from "./entity-descriptions.js";
import type { AddEntity, EntityInput, EntityKind, EntityMention } from "./entity-mention.js";
import { addName, type NameVotes, voteNames } from "./entity-names.js";
import { isAbbreviatedAdjective, isAttribute, isCompound, nameStart } from "./entity-words.js";
import type { Toponym } from "./place-mention.js";

export type { EntityKind, EntityMention } from "./entity-mention.js";

const PROPN = UPOS.indexOf("PROPN");
const PRON = UPOS.indexOf("PRON");
const ADJ = UPOS.indexOf("ADJ");

export function findEntities(input: EntityInput): EntityMention[] {
  const { doc } = input;
  const found = new Map<string, EntityMention>();
  const covered = new Uint8Array(doc.length);
  const add: AddEntity = (from, to, kind, rule) => {
    if (to <= from) return;
    covered.fill(1, from, to);
    const key = `${from} ${to}`;
    if (!found.has(key))
      found.set(key, { from, to, start: doc.start[from], end: doc.end[to - 1], kind, rule });
  };
  const votes = voteNames(input);
  addActors(input, votes, add);
  addToponyms(input, found, covered, add);
  addNames(input, covered, votes, add);
  addAcronyms(doc, found, covered, add);
  for (const { from, to, kind } of findDescriptions(doc, input.table, covered))
    add(from, to, kind, "description");
  addPronouns(doc, add);
  return [...found.values()].sort((a, b) => a.from - b.from || b.to - a.to);
}

/** What part of a place is meant. */
const DIRECTION =
  /^(?:(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)?|central|upper|lower)$/i;

function addToponyms(
  { doc, toponyms }: EntityInput,
  found: ReadonlyMap<string, EntityMention>,
  covered: Uint8Array,
  add: AddEntity,
): void {
  const persons = new Set<number>();
  for (const { from, to, kind, rule } of found.values())
    if (kind === "person" && rule === "actor")
      for (let i = nameStart(doc, from, to); i < to; i++) persons.add(i);
  let before: Toponym | undefined;
  for (const toponym of toponyms) {
    const { from, to, use, kind } = toponym;
    if (persons.has(from) || isAbbreviatedAdjective(doc, from, to)) continue;
    if (covered[from] === 1 && isCompound(doc, to)) continue;
    // "[[Gulu], [Uganda]]"
    if (
      use === "place" &&
      before?.use === "place" &&
      before.to + 1 === from &&
      getForm(doc, from - 1) === ","
    )
      add(before.from, to, "place", "toponym");
    before = toponym;
    const isAdjective = use === "adjective" || (doc.upos[from] === ADJ && isAttribute(doc, from, to));
    if (isAdjective) add(from, to, "nationality", "toponym");
    else if (use === "place" || use === "actor") {
      add(from, to, "place", "toponym");
      // "[northern [Chad]]"
      if (from > 0 && DIRECTION.test(getForm(doc, from - 1))) add(from - 1, to, "place", "toponym");
    } else if (use === "part of a name" && kind === "country") add(from, to, "place", "toponym");
  }
}

/** A group's acronym within a longer mention: "[[SDF] fighters]". */
function addAcronyms(
  doc: ParsedDoc,
  found: ReadonlyMap<string, EntityMention>,
  covered: Uint8Array,
  add: AddEntity,
): void {
  const persons = [...found.values()].filter(({ kind }) => kind === "person");
  for (let i = 0; i < doc.length; i++) {
    if (covered[i] === 0 || doc.upos[i] !== PROPN || !/^\p{Lu}{3,6}$/u.test(getForm(doc, i))) continue;
    if (!persons.some(({ from, to }) => from <= i && i < to)) add(i, i + 1, "group", "name");
  }
}

/** "Nov.", "Friday". */
function isCalendar(form: string): boolean {
  const word = form.toLowerCase().replace(/\.$/, "");
  return MONTHS.has(word) || WEEKDAYS.has(word) || SHORT_WEEKDAYS.has(word);
}

/** Runs of names that no table knows. */
function addNames(input: EntityInput, covered: Uint8Array, votes: NameVotes, add: AddEntity): void {
  const { doc } = input;
  for (let i = 0; i < doc.length; ) {
    if (doc.upos[i] !== PROPN || covered[i] === 1) {
      i++;
      continue;
    }
    let to = i + 1;
    while (to < doc.length && doc.upos[to] === PROPN && covered[to] === 0) to++;
    const form = getForm(doc, i);
    if (/^\p{Lu}/u.test(form) && !(to === i + 1 && isCalendar(form))) addName(input, i, to, votes, add);
    i = to;
  }
}

/** Personal pronouns and "here"; possessives stand for an owner, not for somebody who does something. */
const PRONOUNS: ReadonlyMap<string, EntityKind> = new Map([
  ["i", "person"],
  ["me", "person"],
  ["he", "person"],
  ["him", "person"],
  ["she", "person"],
  ["we", "group"],
  ["they", "group"],
  ["ourselves", "group"],
  ["myself", "person"],
  ["himself", "person"],
  ["herself", "person"],
  ["here", "place"],
]);

function addPronouns(doc: ParsedDoc, add: AddEntity): void {
  for (let i = 0; i < doc.length; i++) {
    const form = getForm(doc, i);
    if (doc.upos[i] !== PRON && form !== "here") continue;
    const kind = PRONOUNS.get(form.toLowerCase());
    if (kind !== undefined) add(i, i + 1, kind, "pronoun");
  }
}
