/** Events whose doer is not told, and those done by a craft of which nobody is told to own it. */
import { expect, test } from "vitest";
import type { EventRecord } from "../../src/core/records.js";
import { readEvents } from "./read-events.js";

const words = (refs: EventRecord["actors"]) => refs.map((r) => r.text ?? r.name).join("+");

/** `TYPE actors > recipients` of each event, by the words of the text. */
function tell(text: string): string[] {
  return readEvents(text).map(({ type, actors, recipients }) =>
    `${type} ${words(actors)} > ${words(recipients)}`.replace("  ", " "),
  );
}

test.each([
  [
    "a verb that is a force of nature as a noun",
    "The embassy was stormed on Monday.",
    "ASSAULT > The embassy",
  ],
  [
    "an act brought up",
    "The curfew followed a deadly attack on a mosque in Kano.",
    "ASSAULT > a mosque in Kano",
  ],
  ["an act with its day", "Talks stalled after the 9 May attack on the town.", "ASSAULT > the town"],
  ["what one comes under", "The embassy came under rocket fire on Monday.", "ASSAULT > The embassy"],
  ["an act that kills", "An ambush near Timbuktu killed four peacekeepers.", "ASSAULT > four peacekeepers"],
  ["a charge", "The former minister was charged with fraud.", "ACCUSE > The former minister"],
  ["what is imposed", "Sanctions were imposed on the junta.", "SANCTION > the junta"],
  ["an accusation", "The premier has been accused of fraud.", "ACCUSE > The premier"],
  ["what is lifted is somebody's", "Mali's suspension was lifted after the elections.", "RETREAT > Mali"],
])("%s", (_, text, event) => {
  expect(tell(text)).toContain(event);
});

test.each([
  ["a doer whom no table knows", "The library imposed a fine on late readers."],
  ["a metaphor", "The law is an attack on press freedom."],
  ["an accident", "Three hikers were killed in a storm."],
])("%s leaves it alone", (_, text) => {
  expect(tell(text)).toEqual([]);
});

test("an attack and those whom it killed are one event", () => {
  expect(tell("A suicide attack on a mosque in Kano killed nine people.")).toEqual([
    "ASSAULT > a mosque in Kano",
  ]);
});

test.each([
  ["craft act by their words", "Tanks returned to the town of Jevno.", "ASSAULT Tanks > the town of Jevno"],
  [
    "who sees them does not act",
    "Witnesses saw the planes bomb the village.",
    "ASSAULT the planes > the village",
  ],
  ["one civil craft is an accident", "The plane hit a building.", undefined],
])("%s", (_, text, event) => {
  expect(tell(text)).toEqual(event === undefined ? [] : [event]);
});

test("the planes are whose the last ones were", () => {
  const events = readEvents("Kenyan jets bombed a camp on Monday. The planes hit a school, officials said.");
  const hit = events.find(({ recipients }) => words(recipients) === "a school");
  expect(hit?.actors[0]).toMatchObject({ country: "KEN", text: "The planes" });
  expect(hit?.evidence.filter(({ part }) => part === "antecedent").map(({ text }) => text)).toEqual([
    "Kenyan",
  ]);
});

test("craft in a list are of one owner", () => {
  expect(tell("Kenyan jets and helicopters bombed a camp near Kismayo.")).toEqual([
    "ASSAULT Kenyan jets > a camp",
  ]);
});
