/** Questions of accounts: plain English from the tables, and no side's word for what they ask. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { AccountRecord, ArticleRecord, EventRecord } from "../../src/core/records.js";
import { findAccounts } from "../../src/corpus/accounts.js";
import { parseQuestions } from "../../src/corpus/question-table.js";
import { findStories } from "../../src/corpus/stories.js";
import { CHAD, LIBYA, makeEvent, makeQuantity, makeReport } from "./records.js";

const read = (name: string) => ({ text: readFileSync(`data/accounts/${name}`, "utf8"), origin: name });
const questions = parseQuestions(read("questions.tsv"), read("figures.tsv"));

const a = makeReport(
  "a",
  "Chadian troops attacked the air base at Maaten al-Sarra on Saturday, Tunis heard.",
);
const b = makeReport(
  "b",
  "On 5 September Chadian columns attacked the base of Maaten al-Sarra, Cairo heard.",
);
const SATURDAY = { edtf: "1987-09-05", text: "Saturday", basis: "publication" } as const;

function ask(
  articles: readonly ArticleRecord[],
  events: readonly EventRecord[],
  quantities: Parameters<typeof findAccounts>[0]["quantities"] = [],
): AccountRecord[] {
  const stories = findStories({ articles, events, references: [], statements: [], passages: [] });
  const knowledge = { windows: new Map(), questions };
  return findAccounts({ articles, events, references: [], stories, quantities, datings: [], knowledge });
}

describe("within a story", () => {
  test("a denial is asked about in the words of who denies", () => {
    const [account] = ask(
      [a, b],
      [
        makeEvent(a, "attacked", { date: SATURDAY }),
        makeEvent(b, "attacked", { status: "denied", date: SATURDAY }),
      ],
    );
    expect(account.question).toBe("Did Chad attack Libya on 5 September 1987?");
  });

  test("where each is said to have attacked the other, neither is asked about as the victim", () => {
    const turned = makeEvent(b, "attacked", { actors: [LIBYA], recipients: [CHAD] });
    const [account] = ask([a, b], [makeEvent(a, "attacked"), turned]);
    expect(account.question).toBe("Between Chad and Libya, who attacked whom?");
    expect(account.answers.map(({ value }) => value)).toEqual(["Chad", "Libya"]);
  });

  test("days that contradict each other stand in no question", () => {
    const sunday = { edtf: "1987-09-06", text: "Sunday", basis: "publication" } as const;
    const [account] = ask(
      [a, b],
      [makeEvent(a, "attacked", { date: SATURDAY }), makeEvent(b, "attacked", { date: sunday })],
    );
    expect(account).toMatchObject({ about: "date", question: "When did Chad attack Libya?" });
  });

  test("the day of the report is nobody's answer", () => {
    const reckoned = { edtf: "1987-09-06", basis: "inferred" } as const;
    const events = [
      makeEvent(a, "attacked", { date: SATURDAY }),
      makeEvent(b, "attacked", { date: reckoned }),
    ];
    expect(ask([a, b], events)).toEqual([]);
  });

  test("a type of one's own is asked for by its name", () => {
    const own = { type: "EMBARGO", date: SATURDAY };
    const [account] = ask(
      [a, b],
      [makeEvent(a, "attacked", own), makeEvent(b, "attacked", { ...own, status: "denied" })],
    );
    expect(account.question).toBe("Did it happen on 5 September 1987: EMBARGO (Chad and Libya)?");
  });
});

test("figures are asked for by what they count", () => {
  const events = [makeEvent(a, "attacked"), makeEvent(b, "attacked")];
  const counted = (of: string) =>
    ask([a, b], events, [makeQuantity(a, 40, "Chadian", of), makeQuantity(b, 30, "Chadian", of)])[0].question;
  expect(counted("soldiers")).toBe("How many soldiers were killed?");
  expect(counted("the post's defenders")).toBe("How many of the post's defenders were killed?");
});

describe("tables", () => {
  const figures = { text: "measure\tof\tquestion\n", origin: "figures.tsv" };

  test("a row that stands twice is told by its place", () => {
    const text = "type\tmode\tdid\thas\nAID\t\thelp\thelped\nAID\t\thelp\thelped\n";
    expect(() => parseQuestions({ text, origin: "questions.tsv" }, figures)).toThrow(/questions\.tsv:3:1/);
  });

  test("a question must say where the noun goes", () => {
    const text = "measure\tof\tquestion\nkilled\tpeople\tHow many?\n";
    const events = { text: "type\tmode\tdid\thas\n", origin: "questions.tsv" };
    expect(() => parseQuestions(events, { text, origin: "figures.tsv" })).toThrow(/figures\.tsv:2/);
  });
});
