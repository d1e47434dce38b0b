import { expect, test } from "vitest";
import type {
  AccountRecord,
  ArticleRecord,
  DatingRecord,
  EventRecord,
  QuantityRecord,
} from "../../src/core/records.js";
import { findAccounts } from "../../src/corpus/accounts.js";
import { NO_QUESTIONS } from "../../src/corpus/question-table.js";
import { findStories } from "../../src/corpus/stories.js";
import { CHAD, LIBYA, makeDating, makeEvent, makeQuantity, makeReport, show } from "./records.js";

const a = makeReport(
  "a",
  "Chadian troops attacked the air base at Maaten al-Sarra on Saturday and 1,700 soldiers died.",
);
const b = makeReport(
  "b",
  "On 5 September Chadian columns attacked the base of Maaten al-Sarra; 300 soldiers died, it is said.",
);

function accountsOf(
  articles: readonly ArticleRecord[],
  events: readonly EventRecord[],
  more: { quantities?: readonly QuantityRecord[]; datings?: readonly DatingRecord[] } = {},
): AccountRecord[] {
  const stories = findStories({ articles, events, references: [], statements: [], passages: [] });
  return findAccounts({
    articles,
    events,
    references: [],
    stories,
    quantities: more.quantities ?? [],
    datings: more.datings ?? [],
    knowledge: { windows: new Map([["election", 60]]), questions: NO_QUESTIONS },
  });
}

test("figures of one event that differ", () => {
  const [account, ...rest] = accountsOf([a, b], [makeEvent(a, "attacked"), makeEvent(b, "attacked")], {
    quantities: [makeQuantity(a, 1700, "1,700", "soldiers"), makeQuantity(b, 300, "300", "soldiers")],
  });
  expect(rest).toEqual([]);
  expect(account).toMatchObject({ about: "figure", relation: "conflict" });
  expect(account.answers.map(({ value, articles }) => [value, articles])).toEqual([
    ["1700 soldiers", ["a"]],
    ["300 soldiers", ["b"]],
  ]);
});

test("how many did it, whatever they are called, and not how many there were in all", () => {
  const one = makeReport(
    "one",
    "On Saturday six of the nine Chadian boats attacked the base of Maaten al-Sarra.",
  );
  const two = makeReport("two", "Some 40 herdsmen attacked the base of Maaten al-Sarra on Saturday.");
  const count = (article: ArticleRecord, value: number, words: string, of: string, noun: string) => {
    const figure = makeQuantity(article, value, words, of);
    return {
      ...figure,
      measure: noun,
      evidence: [...figure.evidence, show(article, "measure", noun), show(article, "of", of)],
    };
  };
  const events = [
    makeEvent(one, "attacked", { evidence: [show(one, "actor", "six of the nine Chadian boats")] }),
    makeEvent(two, "attacked", { evidence: [show(two, "actor", "Some 40 herdsmen")] }),
  ];
  const quantities = [
    count(one, 6, "six", "the nine Chadian boats", "boats"),
    count(one, 9, "nine", "Chadian boats", "boats"),
    count(two, 40, "40", "herdsmen", "herdsmen"),
  ];
  const [account, ...rest] = accountsOf([one, two], events, { quantities });
  expect(rest).toEqual([]);
  expect(account).toMatchObject({ about: "figure", relation: "conflict" });
  expect(account.answers.map(({ value }) => value)).toEqual(["40 herdsmen", "6 boats"]);
});

test("the same figure is no account", () => {
  const same = makeReport("same", b.text.replace("300", "1,700"));
  const accounts = accountsOf([a, same], [makeEvent(a, "attacked"), makeEvent(same, "attacked")], {
    quantities: [makeQuantity(a, 1700, "1,700", "soldiers"), makeQuantity(same, 1700, "1,700", "soldiers")],
  });
  expect(accounts).toEqual([]);
});

test("who did it: a doer against two sides without one", () => {
  const c = makeReport(
    "c",
    "Chadian and Libyan troops fought at the base of Maaten al-Sarra on 5 September.",
  );
  const fight = makeEvent(c, "fought", { actors: [CHAD, LIBYA], recipients: [] });
  const [account] = accountsOf([a, c], [makeEvent(a, "attacked"), fight]);
  expect(account).toMatchObject({ about: "actor", relation: "conflict" });
  expect(account.answers.map((x) => x.value)).toEqual(["Chad", "Chad and Libya, no side named"]);
});

test("a surname is the person who is named in full elsewhere", () => {
  const person = (id: string, name: string) => ({ actors: [{ id, name }] });
  const full = makeEvent(a, "attacked", person("person:hissene-habre", "Hissène Habré"));
  const short = makeEvent(b, "attacked", person("person:habre", "Habré"));
  expect(accountsOf([a, b], [full, short])).toEqual([]);
});

test("one side's denial", () => {
  const denied = makeEvent(b, "attacked", { status: "denied" });
  const [account] = accountsOf([a, b], [makeEvent(a, "attacked"), denied]);
  expect(account).toMatchObject({ about: "denial", relation: "conflict" });
});

test("who denies gives no doer, and that another did it is no word against the denial", () => {
  const c = makeReport("c", "Libyan troops attacked the base of Maaten al-Sarra on 5 September.");
  const accounts = accountsOf(
    [a, b, c],
    [
      makeEvent(a, "attacked"),
      makeEvent(b, "attacked", { status: "denied" }),
      makeEvent(c, "attacked", { actors: [LIBYA], recipients: [CHAD] }),
    ],
  );
  const tell = (about: string) =>
    accounts
      .find((one) => one.about === about)
      ?.answers.map(({ value, articles }) => [value, articles] as const)
      .sort();
  expect(tell("actor")).toEqual([
    ["Chad", [a.id]],
    ["Libya", [c.id]],
  ]);
  expect(tell("denial")).toEqual([
    ["asserted", [a.id]],
    ["denied", [b.id]],
  ]);
});

test("dates of one vote: a conflict, and a difference in precision", () => {
  const one = makeReport("one", "The vote in Chad was held on 31 March 1990.");
  const two = makeReport("two", "The vote in Chad was held on 14 April 1990.");
  const three = makeReport("three", "The vote in Chad was held in March 1990.");
  const first = makeDating(one, "vote", "1990-03-31", "31 March 1990");
  const second = makeDating(two, "vote", "1990-04-14", "14 April 1990");
  const month = makeDating(three, "vote", "1990-03", "March 1990");
  expect(accountsOf([one, two], [], { datings: [first, second] })).toMatchObject([
    { about: "date", relation: "conflict", answers: [{ value: "1990-03-31" }, { value: "1990-04-14" }] },
  ]);
  expect(accountsOf([one, three], [], { datings: [first, month] })).toMatchObject([
    { relation: "precision" },
  ]);
});

test("votes of two years are two votes", () => {
  const one = makeReport("one", "The vote in Chad was held on 31 March 1990.");
  const two = makeReport("two", "The vote in Chad was held on 2 June 1996.");
  const datings = [
    makeDating(one, "vote", "1990-03-31", "31 March 1990"),
    makeDating(two, "vote", "1996-06-02", "2 June 1996"),
  ];
  expect(accountsOf([one, two], [], { datings })).toEqual([]);
});

test("one place under two names", () => {
  const place = { name: "Lake Albert", country: "UGA", lat: 1.6, lon: 30.9 };
  const one = makeReport("one", "A patrol was attacked on Lake Albert at dawn.");
  const two = makeReport("two", "A patrol was attacked on Lake Mobutu at dawn.");
  const events = [one, two].map((article) => {
    const name = /Lake \w+/.exec(article.text)![0];
    return makeEvent(article, "attacked", {
      places: [{ ...place, text: name }],
      evidence: [show(article, "place", name)],
    });
  });
  expect(accountsOf([one, two], events)).toMatchObject([
    { about: "name", answers: [{ value: "Lake Albert" }, { value: "Lake Mobutu" }] },
  ]);
});

test.each([
  ["Akhalgori", "Leningor", true],
  ["Tskhinvali", "Tskhinval", true],
  ["Lake Albert", "Albert", false],
  ["Pa.", "Pennsylvania", false],
  ["Zürich", "Zurich", false],
])("%s and %s are names that differ: %s", (left, right, differ) => {
  const place = { name: left, country: "GEO", lat: 42, lon: 44, geonames: 7 };
  const events = [left, right].map((name, i) => {
    const article = makeReport(`r${i}`, `A patrol was attacked at ${name} at dawn.`);
    return {
      article,
      event: makeEvent(article, "attacked", {
        places: [{ ...place, text: name }],
        evidence: [show(article, "place", name)],
      }),
    };
  });
  const accounts = accountsOf(
    events.map(({ article }) => article),
    events.map(({ event }) => event),
  );
  expect(accounts.filter(({ about }) => about === "name")).toHaveLength(differ ? 1 : 0);
});

test("what happens often is one only where two parties or places are shared", () => {
  const one = makeReport("one", "The meeting of Chad and Libya was held on 2 March 1990.");
  const two = makeReport("two", "The meeting of Chad was held on 5 March 1990.");
  const meeting = (article: ArticleRecord, day: string, written: string) => ({
    ...makeDating(article, "meeting", day, written),
    happening: "meeting",
  });
  const first = { ...meeting(one, "1990-03-02", "2 March 1990"), parties: [CHAD, LIBYA] };
  const second = meeting(two, "1990-03-05", "5 March 1990");
  expect(accountsOf([one, two], [], { datings: [first, second] })).toEqual([]);
  const same = { ...second, parties: [LIBYA, CHAD] };
  expect(accountsOf([one, two], [], { datings: [first, same] })).toMatchObject([{ about: "date" }]);
});

test("every answer shows where it is written", () => {
  const accounts = accountsOf([a, b], [makeEvent(a, "attacked"), makeEvent(b, "attacked")], {
    quantities: [makeQuantity(a, 1700, "1,700", "soldiers"), makeQuantity(b, 300, "300", "soldiers")],
  });
  for (const { article, start, end, text } of accounts.flatMap((x) => x.answers.flatMap((y) => y.evidence)))
    expect([a, b].find(({ id }) => id === article)?.text.slice(start, end)).toBe(text);
});
