import { describe, expect, test } from "vitest";
import type { ArticleRecord, EventRecord, ReferenceRecord, StoryRecord } from "../../src/core/records.js";
import { findPassages } from "../../src/corpus/passages.js";
import { toReuseArticle } from "../../src/corpus/reuse-article.js";
import { findStories } from "../../src/corpus/stories.js";
import { scorePair } from "../../src/corpus/story-score.js";
import { contentWords, countWords, likeness } from "../../src/corpus/story-words.js";
import { makeTelling } from "../../src/corpus/telling.js";
import { CHAD, LIBYA, makeEvent, makeReference, makeReport } from "./records.js";

const a = makeReport(
  "a",
  "Chadian troops attacked the air base at Maaten al-Sarra on Saturday. Libya has not spoken.",
);
const b = makeReport(
  "b",
  "On 5 September Chadian columns attacked the base of Maaten al-Sarra, deep in Libya, at dawn.",
);
const c = makeReport("c", "Chadian troops attacked a post at Wour on Tuesday, Paris heard.");
const near = makeEvent(c, "attacked", { date: { edtf: "1987-09-08", basis: "text" } });

function storiesOf(articles: readonly ArticleRecord[], events: readonly EventRecord[]): StoryRecord[] {
  const passages = findPassages(articles.map(toReuseArticle));
  return findStories({ articles, events, references: [], statements: [], passages });
}

test("two tellings of one raid are one story, another raid is another", () => {
  const stories = storiesOf([a, b, c], [makeEvent(a, "attacked"), makeEvent(b, "attacked"), near]);
  expect(stories.map((s) => s.articles).sort()).toEqual([["a", "b"], ["c"]]);
  expect(stories.find((s) => s.articles.length === 2)?.independent).toBe(2);
});

test("the order of reading changes nothing", () => {
  const events = [makeEvent(a, "attacked"), makeEvent(b, "attacked"), near];
  expect(storiesOf([c, b, a], [...events].reverse())).toEqual(storiesOf([a, b, c], events));
});

test("reports of one agency count once", () => {
  const one = { ...a, agency: "Agence du Lac" };
  const two = { ...b, agency: "Agence du Lac" };
  const [story] = storiesOf([one, two], [makeEvent(one, "attacked"), makeEvent(two, "attacked")]);
  expect([story.articles.length, story.independent]).toEqual([2, 1]);
});

test("reports of one outlet count once, its reprint of an agency by itself", () => {
  const count = (...reports: ArticleRecord[]) =>
    storiesOf(
      reports,
      reports.map((report) => makeEvent(report, "attacked")),
    )[0].independent;
  const [one, two] = [a, b].map((report) => ({ ...report, outlet: "Le Progrès" }));
  expect(count(one, two)).toBe(1);
  expect(count(one, { ...two, agency: "Agence du Lac" })).toBe(2);
  expect(count({ ...one, outlet: "Agence du Lac" }, { ...two, agency: "Agence du Lac" })).toBe(1);
});

test("a copy is no independent report", () => {
  const text =
    "Chadian columns attacked the base of Maaten al-Sarra, deep in Libya, at dawn on Saturday, and left it burning.";
  const one = makeReport("one", `${text} The wounded were flown to the capital.`);
  const two = makeReport("two", `${text} Officials in the capital would not comment.`);
  const [story] = storiesOf([one, two], [makeEvent(one, "attacked"), makeEvent(two, "attacked")]);
  expect([story.articles.length, story.independent]).toEqual([2, 1]);
});

const tell = (article: ArticleRecord, event: EventRecord) =>
  makeTelling(event, article, countWords(article.text));

test("who sued whom is not turned round", () => {
  const sued = makeEvent(a, "attacked", { type: "ACCUSE" });
  const turned = makeEvent(b, "attacked", { type: "ACCUSE", actors: [LIBYA], recipients: [CHAD] });
  const score = scorePair(tell(a, sued), tell(b, turned));
  expect(score).toEqual({ score: 0, reasons: [{ name: "the sides are changed", weight: 0 }] });
});

test("who attacked whom may be what reports differ about", () => {
  const turned = makeEvent(b, "attacked", { actors: [LIBYA], recipients: [CHAD] });
  const score = scorePair(tell(a, makeEvent(a, "attacked")), tell(b, turned));
  expect(score.reasons.map((r) => r.name)).toEqual(
    expect.arrayContaining(["the sides are changed", "same stated date", "same spot"]),
  );
});

test("two events of one sentence are two", () => {
  const both = makeReport("both", "Chadian troops attacked the post and captured its commander on Saturday.");
  const stories = storiesOf(
    [both],
    [makeEvent(both, "attacked"), makeEvent(both, "captured", { type: "COERCE" })],
  );
  expect(stories.length).toBe(2);
});

test("who and what kind alone join nothing", () => {
  const one = makeReport("one", "Chad accused Libya of stealing cattle.");
  const two = makeReport("two", "Libya was accused by Chad over a radio broadcast.");
  const events = [
    makeEvent(one, "accused", { type: "ACCUSE", date: null }),
    makeEvent(two, "accused", { type: "ACCUSE", date: null }),
  ];
  expect(storiesOf([one, two], events).length).toBe(2);
});

test("other villages are other events", () => {
  const one = makeReport("one", "Chadian troops attacked a convoy near Bardai on Saturday.");
  const two = makeReport("two", "Chadian troops attacked a convoy near Zouar.");
  const { reasons } = scorePair(
    tell(one, makeEvent(one, "attacked")),
    tell(two, makeEvent(two, "attacked", { date: null })),
  );
  expect(reasons.map((r) => r.name)).toContain("other spot");
});

test("small numbers in words are those in figures", () => {
  const counts = countWords("");
  const likenessOf = (one: string, other: string) =>
    likeness(contentWords(one, counts, []), contentWords(other, counts, []));
  expect(likenessOf("the three farmers", "all 3 herders")).toBeGreaterThan(0.5);
  expect(likenessOf("the three farmers", "all four herders")).toBe(0);
});

test("the reasons say why two were joined", () => {
  const score = scorePair(tell(a, makeEvent(a, "attacked")), tell(b, makeEvent(b, "attacked")));
  expect(score.reasons.map((r) => r.name)).toEqual(
    expect.arrayContaining(["same type", "parties", "same stated date", "same trigger", "words"]),
  );
});

test("a village and a day bring together what names no party in common", () => {
  const one = makeReport("one", "Two guards were wounded near Wour on Saturday.");
  const two = makeReport("two", "Guards of the two states shot at each other at Wour on 5 September.");
  const events = [
    makeEvent(one, "wounded", { actors: [], recipients: [] }),
    makeEvent(two, "shot", { actors: [CHAD, LIBYA], recipients: [] }),
  ];
  expect(storiesOf([one, two], events).length).toBe(1);
});

test("what names nobody and neither day nor place joins nothing", () => {
  const one = makeReport("one", "The leaders demanded the dismissal of the governor after the riots.");
  const two = makeReport("two", "The merchants demanded the dismissal of the governor.");
  const nobody = { type: "REQUEST", actors: [], recipients: [], date: null };
  expect(
    storiesOf([one, two], [makeEvent(one, "demanded", nobody), makeEvent(two, "demanded", nobody)]).length,
  ).toBe(2);
});

test("what holds since Saturday happened on Saturday", () => {
  const one = makeReport("one", "Libya closed the bridge at Wour on Saturday.");
  const two = makeReport("two", "The bridge at Wour has been closed since Saturday.");
  const { reasons } = scorePair(
    tell(one, makeEvent(one, "closed")),
    tell(two, makeEvent(two, "closed", { date: { edtf: "1987-09-05/..", basis: "text" } })),
  );
  expect(reasons.map((r) => r.name)).toContain("same stated date");
});

describe("references", () => {
  const told = makeReport(
    "told",
    "Chadian troops attacked a post near Wour on Saturday, and three were killed.",
  );
  const join = (text: string, more: Partial<ReferenceRecord> = {}) => {
    const other = makeReport("other", text, { published: { edtf: "1987-09-09", basis: "metadata" } });
    const trigger = /attack\w*|raid|killed|wedding/.exec(text)?.[0] ?? "";
    return findStories({
      articles: [told, other],
      events: [makeEvent(told, "attacked")],
      references: [makeReference(other, trigger, more)],
      statements: [],
      passages: [],
    });
  };

  test("a noun with its day and place is a member of the story", () => {
    const [story, ...none] = join("Five days after the attack near Wour on Saturday the post was empty.");
    expect(none).toEqual([]);
    expect([story.members.length, story.articles, story.independent, story.type]).toEqual([
      2,
      ["told", "other"],
      2,
      "ASSAULT",
    ]);
    expect(story.label).toContain("attacked a post");
  });

  test("without a day the same word at a rare place will do", () => {
    const text = "Traders still speak of the attack near Wour.";
    expect(join(text, { date: null })[0].members.length).toBe(2);
    expect(
      join("Traders still speak of the attack by Libya.", { date: null, parties: [LIBYA] })[0].members.length,
    ).toBe(1);
  });

  test("the day and the place alone are not enough, nor who alone", () => {
    expect(join("There was a wedding near Wour on Saturday.", { types: ["CONSULT"] })[0].members.length).toBe(
      1,
    );
    expect(join("On Saturday nine were killed in a road accident elsewhere.")[0].members.length).toBe(1);
    expect(join("The attack on Saturday was the first of the year.")[0].members.length).toBe(1);
  });

  test("its one type, the day and the words are enough where neither who nor where is told", () => {
    const nobody = { parties: [], places: [], types: ["ASSAULT"] };
    const text = "In the attack of Saturday on a post three troops were killed.";
    expect(join(text, nobody)[0].members.length).toBe(2);
    expect(join(text, { ...nobody, types: ["ASSAULT", "CONSULT"] })[0].members.length).toBe(1);
  });

  test("what was said needs the word and the place", () => {
    const told = { types: ["ACCUSE"], parties: [CHAD, LIBYA] };
    expect(join("Chad and Libya were at odds on Saturday.", told)[0].members.length).toBe(1);
  });

  test("another day is another event", () => {
    const day = { edtf: "1987-09-02", text: "Wednesday", basis: "text" as const };
    expect(join("The attack near Wour on Wednesday was the first.", { date: day })[0].members.length).toBe(1);
  });

  test("what nobody tells is no story", () => {
    const one = makeReport("one", "The attack near Wour on Saturday was the first.");
    const two = makeReport("two", "The attack near Wour on Saturday was the second.");
    const references = [makeReference(one, "attack"), makeReference(two, "attack")];
    expect(
      findStories({ articles: [one, two], events: [], references, statements: [], passages: [] }),
    ).toEqual([]);
  });

  test("it joins what it is most like and brings no two events together", () => {
    const tuesday = { edtf: "1987-09-08", text: "Tuesday", basis: "text" as const };
    const second = makeReport("second", "Chadian troops attacked a convoy near Zouar on Tuesday, and fled.");
    const other = makeReport(
      "other",
      "The attack near Wour on Saturday came before that on a convoy near Zouar.",
    );
    const stories = findStories({
      articles: [told, second, other],
      events: [makeEvent(told, "attacked"), makeEvent(second, "attacked", { date: tuesday })],
      references: [makeReference(other, "attack")],
      statements: [],
      passages: [],
    });
    expect(stories.map(({ members }) => members.length).sort()).toEqual([1, 2]);
  });
});
