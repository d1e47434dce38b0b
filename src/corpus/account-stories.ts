/**
 * Accounts within a story: who did it, where, on which day, and whether at all.
 *
 * In: stories with their events. Out: an account for each field that members tell differently. One that names both
 * sides without saying who began differs from one that names a doer; a country differs from a town in it in
 * precision only.
 */
import { isNested, readDayRange } from "../core/edtf-range.js";
import type { Evidence, EvidencePart } from "../core/evidence.js";
import type {
  AccountAbout,
  AccountRecord,
  EventRecord,
  PlaceRef,
  ReferenceRecord,
  StoryRecord,
} from "../core/records.js";
import { type Answer, makeAccount } from "./account-answers.js";
import { findLabelAccount } from "./account-labels.js";
import { type Asked, askAbout, namesSomebody, oneNameEach } from "./account-questions.js";
import { holdAll } from "./areas.js";
import { findFullNames } from "./full-names.js";
import type { QuestionTable } from "./question-table.js";
import { intersects } from "./shared-signs.js";
import { beginningOf, linkedKeys, partyKey, placeKey } from "./telling.js";

/** The accounts of one story; `told` are its events and what refers to them, in its order. */
export function findStoryAccounts(
  story: StoryRecord,
  told: readonly (EventRecord | ReferenceRecord)[],
  questions: QuestionTable,
): AccountRecord[] {
  const members = told.filter((record) => record.kind === "event");
  // Who denies that his soldiers attacked says neither who did, nor when, nor where.
  const affirmed = members.filter(({ status }) => status !== "denied");
  // Words of two days by nobody in common are two speeches, whatever place they are about.
  const isOpen = members.length > 0 && members.every(isVerbal) && !namesSomebody(members);
  const ask: AskStory = (about, asked, answers, relation) =>
    isOpen && (asked === "when" || asked === "where")
      ? undefined
      : makeAccount(about, askAbout(asked, story, members, questions), answers, relation, "story");
  const dated = told.filter((record) => record.kind !== "event" || record.status !== "denied");
  return [
    askWho(ask, affirmed),
    askWhen(ask, dated),
    askWhere(ask, affirmed),
    askWhether(ask, members),
    findLabelAccount(affirmed, questions.labels, askNames(askAbout("who", story, affirmed, questions))),
  ].filter((account) => account !== undefined);
}

/** Of quads 1 and 3: what is said, not done. */
function isVerbal({ quad }: EventRecord): boolean {
  return quad === 1 || quad === 3;
}

/** "Who freed the hostages?": "What are those called who freed the hostages?" */
function askNames(who: string): string {
  return who.startsWith("Who ")
    ? `What are those called who ${who.slice(4)}`
    : `What are those called: ${who}`;
}

type AskStory = (
  about: AccountAbout,
  asked: Asked,
  answers: readonly Answer[],
  relation: AccountRecord["relation"],
) => AccountRecord | undefined;

function answer(event: EventRecord | ReferenceRecord, value: string, parts: readonly EvidencePart[]): Answer {
  const shown = event.evidence.filter((e) => parts.includes(e.part));
  return {
    value,
    text: joinText(shown),
    article: event.article,
    attribution: event.attribution,
    evidence: shown,
  };
}

/** Pieces in the order of the text, with an ellipsis where words between them are left out. */
function joinText(evidence: readonly Evidence[]): string {
  const pieces = [...evidence].sort((a, b) => a.start - b.start);
  return pieces
    .map(({ start, text }, i) =>
      i === 0 ? text : start - pieces[i - 1].end <= 1 ? ` ${text}` : ` … ${text}`,
    )
    .join("");
}

/**
 * Asked only where two members surely tell one happening, by its day or its place, and name different doers, or one
 * of them both sides without saying who began. Who is not linked may be anybody, and gives no answer.
 */
function askWho(ask: AskStory, members: readonly EventRecord[]): AccountRecord | undefined {
  const fullOf = findFullNames(members.flatMap(({ actors }) => actors));
  const told = members.flatMap((event) => {
    const doers = new Set([...linkedKeys(event.actors)].map((key) => fullOf.get(key) ?? key));
    return doers.size === 0
      ? []
      : [
          {
            event,
            doers,
            isOpen: event.quad === CONFLICT && doers.size > 1 && event.recipients.length === 0,
          },
        ];
  });
  const differs = told.some((a) =>
    told.some(
      (b) => (a.isOpen !== b.isOpen || !intersects(a.doers, b.doers)) && isSameHappening(a.event, b.event),
    ),
  );
  if (!differs) return undefined;
  const names = oneNameEach(members.flatMap(({ actors }) => actors));
  const nameOf = new Map(names.map((ref) => [partyKey(ref), ref.name]));
  const answers = told.map(({ event, doers, isOpen }) => {
    const told = [...doers]
      .map((key) => nameOf.get(key) ?? key)
      .sort()
      .join(" and ");
    return answer(event, isOpen ? `${told}, no side named` : told, ["actor", "trigger", "recipient"]);
  });
  return ask("actor", "who", answers, "conflict");
}

/** Material conflict: where two have part in it, one may have begun. What they do together has no beginner. */
const CONFLICT = 4;

function isSameHappening(a: EventRecord, b: EventRecord): boolean {
  return (
    (a.date !== null && a.date.basis !== "inferred" && a.date.edtf === b.date?.edtf) ||
    intersects(new Set(a.places.map(placeKey)), new Set(b.places.map(placeKey)))
  );
}

function askWhen(
  ask: AskStory,
  members: readonly (EventRecord | ReferenceRecord)[],
): AccountRecord | undefined {
  // What no report gives is no answer: the day of the report in place of a date.
  const dated = members.flatMap((event) => {
    const edtf = event.date?.text === undefined ? "" : beginningOf(event.date.edtf);
    const range = readDayRange(edtf);
    // "Last year" in a look back is no answer to on which day.
    return range === null || range.to - range.from > LONGEST_DAYS ? [] : [{ event, edtf, range }];
  });
  const answers = dated.map(({ event, edtf }) => answer(event, edtf, ["date", "trigger"]));
  const conflict = dated.some((a) => dated.some((b) => !isNested(a.range, b.range)));
  return ask("date", "when", answers, conflict ? "conflict" : "precision");
}

/** Days of the longest time that answers when something was: a month. */
const LONGEST_DAYS = 31;

function askWhere(ask: AskStory, members: readonly EventRecord[]): AccountRecord | undefined {
  const placed = members.flatMap((event) => {
    const places = event.places.filter((place) => !isOfParty(event, place));
    return places.length === 0 ? [] : [{ event, places }];
  });
  // "In the province" is no other answer than a town of it.
  const exact = placed.filter(({ places }) => !placed.some((other) => holdAll(places, other.places)));
  const answers = exact.map(({ event, places }) =>
    answer(event, [...new Set(places.map(({ name }) => name))].sort().join(", "), ["place", "trigger"]),
  );
  const conflict = exact.some((a) => exact.some((b) => !mayBeOnePlace(a.places, b.places)));
  return ask("place", "where", answers, conflict ? "conflict" : "precision");
}

/** "Residents of Wour" tells whence they are and not where they were. */
function isOfParty({ evidence }: EventRecord, { text }: PlaceRef): boolean {
  const written = evidence.filter((e) => e.part === "place" && e.text === text);
  const parties = evidence.filter((e) => e.part === "actor" || e.part === "recipient");
  return (
    written.length > 0 &&
    written.every((place) => parties.some((e) => e.start <= place.start && place.end <= e.end))
  );
}

/** They share a place, or one only names the country of the other's. */
function mayBeOnePlace(a: readonly PlaceRef[], b: readonly PlaceRef[]): boolean {
  return a.some((x) =>
    b.some(
      (y) =>
        placeKey(x) === placeKey(y) ||
        (x.country !== undefined &&
          x.country === y.country &&
          (x.kind === "country" || y.kind === "country")),
    ),
  );
}

function askWhether(ask: AskStory, members: readonly EventRecord[]): AccountRecord | undefined {
  const denied = members.filter(({ status }) => status === "denied");
  if (denied.length === 0) return undefined;
  const doers = new Set(denied.flatMap(({ actors }) => [...linkedKeys(actors)]));
  // That others did it is no word against who denies it.
  const isOfThem = ({ actors }: EventRecord): boolean => {
    const own = linkedKeys(actors);
    return own.size === 0 || doers.size === 0 || intersects(own, doers);
  };
  const answers = members
    .filter((event) => event.status === "denied" || (event.status === "asserted" && isOfThem(event)))
    .map((event) => answer(event, event.status, ["actor", "trigger", "recipient"]));
  return ask("denial", "whether", answers, "conflict");
}
