/**
 * The questions of accounts within a story, in plain English: "Who attacked Chad on 5 September 1987?"
 *
 * In: a story with its events, and the words for each type. Out: one question for who, when, where and whether. Of
 * parties and days only those are named that the reports name: a day that is only reckoned is left out.
 */
import { wordDate } from "../core/date-wording.js";
import { isNested, readDayRange } from "../core/edtf-range.js";
import type { ActorRef, EventRecord, PlaceRef, StoryRecord } from "../core/records.js";
import type { DateWindows } from "./account-dates.js";
import { type QuestionTable, questionKey } from "./question-table.js";
import { partyKey } from "./telling.js";

/** What accounts know of the world: tables, and nothing of the articles. */
export interface AccountKnowledge {
  /** Days by which two datings of one happening may differ. */
  readonly windows: DateWindows;
  readonly questions: QuestionTable;
}

/** What a question about an event is after. */
export type Asked = "who" | "when" | "where" | "whether";

/** Names in a question; of more, "others" are told. */
const MOST_NAMES = 3;

/** The question about the events `members` of a story. */
export function askAbout(
  asked: Asked,
  story: StoryRecord,
  members: readonly EventRecord[],
  { events: questions }: QuestionTable,
): string {
  const asking = asked === "whether" ? members.filter(({ status }) => status === "denied") : members;
  const modes = new Set(asking.map(({ eventMode }) => eventMode ?? ""));
  const words =
    (modes.size === 1 ? questions.get(questionKey(story.type, [...modes][0])) : undefined) ??
    questions.get(story.type);
  const when = asked === "when" ? "" : tellDay(story, asking);
  const around = `${asked === "where" ? "" : tellPlace(story.places)}${when}`;
  if (words === undefined) return askByType(asked, story, around);
  const known = new Map(
    oneNameEach([...story.actors, ...story.recipients]).map((ref) => [partyKey(ref), ref]),
  );
  // "its soldiers" in one report are "Congolese soldiers" in another.
  const doers = commonParties(asking.map(({ actors }) => actors)).map((ref) =>
    ref.id === undefined ? (known.get(partyKey(ref)) ?? ref) : ref,
  );
  const named = commonParties(asking.map(({ recipients }) => recipients));
  const acting = new Set(asking.flatMap(({ actors }) => actors.map(partyKey)));
  // Whom another report calls the doer is not asked about as the one that suffered it.
  const sufferers = named.some((party) => acting.has(partyKey(party))) ? [] : named;
  const parties = oneNameEach(asking.flatMap(({ actors, recipients }) => [...actors, ...recipients]));
  const isNamed = doers.length + sufferers.length > 0 || (around !== "" && asked !== "who");
  if (!isNamed && (asked !== "who" || !SIDES.includes(parties.length))) return askByLabel(asked, story);
  if (asked !== "who") {
    const head = { when: "When did", where: "Where did", whether: "Did" }[asked];
    return `${head} ${listNames(doers) || "somebody"} ${fill(words.did, listNames(sufferers))}${around}?`;
  }
  return sufferers.length === 0 && words.has.endsWith("[ {whom}]") && SIDES.includes(parties.length)
    ? `Between ${listNames(parties)}, who ${fill(words.has, "whom")}${around}?`
    : `Who ${fill(words.has, listNames(sufferers))}${around}?`;
}

/** True where a question about all of `members` can say who did it, or to whom. */
export function namesSomebody(members: readonly EventRecord[]): boolean {
  return [members.map(({ actors }) => actors), members.map(({ recipients }) => recipients)].some(
    (lists) => commonParties(lists).length > 0,
  );
}

/** Numbers of parties between which something may have been done. */
const SIDES = [2, 3];

/**
 * Those whom all members name in one place, if they name anybody: what they do not agree on is not for the question
 * to tell. Linked parties where there are any, else the first by its words.
 */
function commonParties(lists: readonly (readonly ActorRef[])[]): ActorRef[] {
  const linked = lists.map(linkedParties).filter((parties) => parties.length > 0);
  if (linked.length > 0) {
    const [first, ...others] = linked.map((parties) => parties.map(partyKey).sort().join(" "));
    return others.every((keys) => keys === first) ? linked[0] : [];
  }
  const named = lists.find(
    (refs) => refs.length > 0 && !/^(?:\d|they\b|it\b|he\b|she\b)/i.test(refs[0].name),
  );
  return named === undefined ? [] : [{ ...named[0], name: decapitalise(named[0].text ?? named[0].name) }];
}

/** One name for each party, whoever of it is named: the state's own, else the first by letters. */
export function oneNameEach(refs: readonly ActorRef[]): ActorRef[] {
  const rank = ({ id = "", name }: ActorRef) => `${id.startsWith("state:") ? 0 : 1} ${name}`;
  const sorted = [...refs].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return linkedParties(sorted.filter(({ id = "" }) => !id.startsWith("media:")));
}

/** Each party once, in the order of the mentions. */
function linkedParties(refs: readonly ActorRef[]): ActorRef[] {
  const byKey = new Map<string, ActorRef>();
  for (const ref of refs)
    if ((ref.id !== undefined || ref.country !== undefined) && !byKey.has(partyKey(ref)))
      byKey.set(partyKey(ref), ref);
  return [...byKey.values()];
}

/** "The gunmen" within a sentence. */
function decapitalise(words: string): string {
  return words.replace(/^(?:The|An?|Their|Its|His|Her|Two|Some)\b/, (word) => word.toLowerCase());
}

/** Where nobody is known by name, the event is asked about by a sentence that tells it. */
function askByLabel(asked: Asked, { label }: StoryRecord): string {
  const text = label.replace(/\s+/g, " ").trim();
  const short =
    text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS).replace(/\s+\S*$/, "")} …`;
  return `${HEADS[asked]}: “${short}”`;
}

const HEADS = {
  who: "Who did it",
  when: "When did it happen",
  where: "Where did it happen",
  whether: "Did it happen",
} as const;

/** Letters of a sentence in a question. */
const MOST_LETTERS = 120;

/** For a type of a codebook of one's own, which has no words. */
function askByType(asked: Asked, { type, actors, recipients }: StoryRecord, around: string): string {
  const parties = listNames([...actors, ...recipients]);
  return `${HEADS[asked]}${around}: ${type}${parties === "" ? "" : ` (${parties})`}?`;
}

/** Words with the one it was done to, or without what asks for him. */
function fill(words: string, whom: string): string {
  return words.replace(/\[(.*?)\]/g, (_, part: string) => (whom === "" ? "" : part.replace("{whom}", whom)));
}

function listNames(parties: readonly ActorRef[]): string {
  const names = [...new Set(parties.map(nameIn))];
  const shown = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES - 1), "others"] : names;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** A name within a sentence: offices, bodies and some states take an article. */
function nameIn({ id = "", name }: ActorRef): string {
  const isDescribed = /^(?:office|igo|mil|group):/.test(id) && name.includes(" ");
  const takesArticle =
    isDescribed ||
    /^(?:United|Democratic|Republic|Central African|Czech R|Netherlands|Philippines)\b/.test(name);
  return takesArticle && !/^the\b/i.test(name) ? `the ${name}` : name;
}

/** The time that a report itself gives and none contradicts; none where it is only reckoned. */
function tellDay({ date }: StoryRecord, members: readonly EventRecord[]): string {
  if (date === null || date.text === undefined || date.basis === "inferred") return "";
  const range = readDayRange(date.edtf);
  const isTold = members.every((event) => {
    const other = event.date === null ? null : readDayRange(event.date.edtf);
    return other === null || (range !== null && isNested(range, other));
  });
  const preposition = /^\d{4}-\d\d-\d\d$/.test(date.edtf)
    ? "on"
    : /^\d{4}(?:-\d\d)?$/.test(date.edtf)
      ? "in"
      : null;
  return isTold && preposition !== null ? ` ${preposition} ${wordDate(date.edtf)}` : "";
}

/** One place that is named; of several, none. */
function tellPlace(places: readonly PlaceRef[]): string {
  if (places.length !== 1) return "";
  const [{ kind, name }] = places;
  return ` ${kind === "country" ? "in" : "at"} ${name}`;
}
