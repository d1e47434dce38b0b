/**
 * Accounts within a story: who did it, where, on which day, and whether at all.
 *
 * In: stories with their events. Out: an account for each field that members tell differently. One that names both
 * sides without saying who began differs from one that names a doer; a country differs from a town in it in
 * precision only.
 */
import { isNested, readDayRange } from "../core/edtf-range.js";
import type { Evidence, EvidencePart } from "../core/evidence.js";
import type { AccountAbout, AccountRecord, EventRecord, PlaceRef, StoryRecord } from "../core/records.js";
import { type Answer, makeAccount } from "./account-answers.js";
import { intersects } from "./story-score.js";
import { linkedKeys, placeKey } from "./telling.js";

/** The accounts of one story; `members` are its events, in its order. */
export function findStoryAccounts(story: StoryRecord, members: readonly EventRecord[]): AccountRecord[] {
  return [
    askWho(story, members),
    askWhen(story, members),
    askWhere(story, members),
    askWhether(story, members),
  ].filter((account) => account !== undefined);
}

function answer(event: EventRecord, value: string, parts: readonly EvidencePart[]): Answer {
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

function ask(
  about: AccountAbout,
  what: string,
  story: StoryRecord,
  answers: readonly Answer[],
  relation: AccountRecord["relation"],
): AccountRecord | undefined {
  const names = [...story.actors, ...story.recipients].map(({ name }) => name);
  const when = story.date === null ? "" : `, ${story.date.edtf}`;
  const question = `${story.type} (${[...new Set(names)].slice(0, 3).join(", ")}${when}): ${what}?`;
  return makeAccount(about, question, answers, relation, "story");
}

/**
 * Asked only where two members surely tell one happening, by its day or its place, and name different doers, or one
 * of them both sides without saying who began. Who is not linked may be anybody, and gives no answer.
 */
function askWho(story: StoryRecord, members: readonly EventRecord[]): AccountRecord | undefined {
  const told = members.flatMap((event) => {
    const doers = linkedKeys(event.actors);
    return doers.size === 0
      ? []
      : [{ event, doers, isOpen: doers.size > 1 && event.recipients.length === 0 }];
  });
  const differs = told.some((a) =>
    told.some(
      (b) => (a.isOpen !== b.isOpen || !intersects(a.doers, b.doers)) && isSameHappening(a.event, b.event),
    ),
  );
  if (!differs) return undefined;
  const answers = told.map(({ event, doers, isOpen }) => {
    const names = [...doers].sort().join(" and ");
    return answer(event, isOpen ? `${names}, no side named` : names, ["actor", "trigger", "recipient"]);
  });
  return ask("actor", "who did it", story, answers, "conflict");
}

function isSameHappening(a: EventRecord, b: EventRecord): boolean {
  return (
    (a.date !== null && a.date.basis !== "inferred" && a.date.edtf === b.date?.edtf) ||
    intersects(new Set(a.places.map(placeKey)), new Set(b.places.map(placeKey)))
  );
}

function askWhen(story: StoryRecord, members: readonly EventRecord[]): AccountRecord | undefined {
  const dated = members.filter(({ date }) => date !== null && date.basis !== "publication");
  const answers = dated.map((event) => answer(event, event.date?.edtf ?? "", ["date", "trigger"]));
  const ranges = dated.flatMap(({ date }) => (date === null ? [] : (readDayRange(date.edtf) ?? [])));
  const conflict = ranges.some((a) => ranges.some((b) => !isNested(a, b)));
  return ask("date", "when was it", story, answers, conflict ? "conflict" : "precision");
}

function askWhere(story: StoryRecord, members: readonly EventRecord[]): AccountRecord | undefined {
  const placed = members.filter(({ places }) => places.length > 0);
  const answers = placed.map((event) =>
    answer(event, [...new Set(event.places.map(({ name }) => name))].sort().join(", "), ["place", "trigger"]),
  );
  const conflict = placed.some((a) => placed.some((b) => !mayBeOnePlace(a.places, b.places)));
  return ask("place", "where was it", story, answers, conflict ? "conflict" : "precision");
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

function askWhether(story: StoryRecord, members: readonly EventRecord[]): AccountRecord | undefined {
  if (!members.some(({ status }) => status === "denied")) return undefined;
  const answers = members
    .filter(({ status }) => status === "denied" || status === "asserted")
    .map((event) => answer(event, event.status, ["actor", "trigger", "recipient"]));
  return ask("denial", "did it happen", story, answers, "conflict");
}
