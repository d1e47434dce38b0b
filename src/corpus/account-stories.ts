/**
 * Accounts within a story: who did it, where, on which day, and whether at all.
 *
 * In: stories with their events. Out: an account for each field that members tell differently. One that names both
 * sides without saying who began differs from one that names a doer; a country differs from a town in it in
 * precision only.
 */
import { isNested, readDayRange } from "../core/edtf-range.js";
import type { Evidence, EvidencePart } from "../core/evidence.js";
import type { AccountAbout, AccountRecord, EventRecord, StoryRecord } from "../core/records.js";
import { type Answer, makeAccount } from "./account-answers.js";
import { partyKey, placeKey } from "./telling.js";

export function findStoryAccounts(
  stories: readonly StoryRecord[],
  events: readonly EventRecord[],
): AccountRecord[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return stories.flatMap((story) => {
    if (story.of !== "event" || story.articles.length < 2) return [];
    const members = story.members.flatMap((id) => byId.get(id) ?? []);
    return [
      askWho(story, members),
      askWhen(story, members),
      askWhere(story, members),
      askWhether(story, members),
    ].filter((account) => account !== undefined);
  });
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

function joinText(evidence: readonly Evidence[]): string {
  return [...evidence]
    .sort((a, b) => a.start - b.start)
    .map(({ text }) => text)
    .join(" … ");
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

function askWho(story: StoryRecord, members: readonly EventRecord[]): AccountRecord | undefined {
  const sideOf = (event: EventRecord): string => {
    const actors = [...new Set(event.actors.map(partyKey))].sort();
    const recipients = [...new Set(event.recipients.map(partyKey))].sort();
    if (actors.length === 0) return "no actor named";
    if (recipients.length === 0 && actors.length > 1) return `${actors.join(" and ")}, no side named`;
    return actors.join(" and ");
  };
  const answers = members.map((event) => answer(event, sideOf(event), ["actor", "trigger", "recipient"]));
  const named = new Set(answers.filter(({ value }) => !value.includes("named")).map(({ value }) => value));
  return ask(
    "actor",
    "who did it",
    story,
    answers,
    named.size > 1 || answers.some((a) => a.value.includes("no side")) ? "conflict" : "precision",
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
  const sets = placed.map(({ places }) => new Set(places.map(placeKey)));
  const conflict = sets.some((a) => sets.some((b) => ![...a].some((key) => b.has(key))));
  return ask("place", "where was it", story, answers, conflict ? "conflict" : "precision");
}

function askWhether(story: StoryRecord, members: readonly EventRecord[]): AccountRecord | undefined {
  if (!members.some(({ status }) => status === "denied")) return undefined;
  const answers = members
    .filter(({ status }) => status === "denied" || status === "asserted")
    .map((event) => answer(event, event.status, ["actor", "trigger", "recipient"]));
  return ask("denial", "did it happen", story, answers, "conflict");
}
