import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { AccountRecord, ActorRef, StoryRecord } from "../../src/core/records.js";
import { findStoryAccounts } from "../../src/corpus/account-stories.js";
import { LabelTable } from "../../src/corpus/label-table.js";
import { NO_QUESTIONS, parseQuestions } from "../../src/corpus/question-table.js";
import { makeEvent, makeReport, show } from "./records.js";

const read = (name: string) => ({
  text: readFileSync(`data/accounts/${name}.tsv`, "utf8"),
  origin: `${name}.tsv`,
});
const questions = parseQuestions(read("questions"), read("figures"), read("labels"));

/** The accounts of one story in which each of `doers` attacked Timbo on one day, by a report of its own. */
function accountsOf(doers: readonly (Partial<ActorRef> & { readonly text: string })[]): AccountRecord[] {
  const events = doers.map((doer, i) => {
    const article = makeReport(`r${i}`, `${doer.text} attacked Timbo on Saturday.`);
    return makeEvent(article, "attacked", {
      actors: [{ name: doer.text, ...doer }],
      date: { edtf: "1987-09-05", text: "Saturday", basis: "publication" },
      evidence: [show(article, "actor", doer.text), show(article, "date", "Saturday")],
    });
  });
  const story = {
    type: "ASSAULT",
    actors: [],
    recipients: [],
    places: [],
    date: events[0].date,
  } as unknown as StoryRecord;
  return findStoryAccounts(story, events, questions);
}

describe("labels that take a side", () => {
  test("rebels here and terrorists there, beside the name that the group has", () => {
    const [account] = accountsOf([
      { text: "Rebels of the north" },
      { text: "Northern terrorists" },
      { text: "the FLN", id: "group:fln", name: "Northern Liberation Front" },
    ]).filter(({ about }) => about === "name");
    expect(account).toMatchObject({
      relation: "conflict",
      rule: "label",
      answers: [
        { value: "Northern Liberation Front", articles: ["r2"] },
        { value: "rebels", articles: ["r0"] },
        { value: "terrorists", articles: ["r1"] },
      ],
    });
    expect(account.question).toMatch(/^What are those called who attacked/);
  });

  test.each([
    ["the same label", ["Rebels of the north", "The rebels"]],
    ["a plain word is none", ["Rebels of the north", "Gunmen"]],
    ["labels of two kinds are of two parties", ["Rebels of the north", "Rioters"]],
  ])("%s", (_, texts) => {
    const accounts = accountsOf(texts.map((text) => ({ text })));
    expect(accounts.filter(({ about }) => about === "name")).toEqual([]);
  });
});

test("a people named shortly is the one that another report names in full", () => {
  const accounts = accountsOf([
    { text: "Kosovo Serbs", id: "ethnic:kosovo-serbs" },
    { text: "Serbs", country: "SRB" },
  ]);
  expect(accounts.filter(({ about }) => about === "actor")).toEqual([]);
});

test("no table, no labels", () => {
  expect(NO_QUESTIONS.labels.find("the rebels")).toBeUndefined();
});

test("a word that stands twice is told by its place", () => {
  const text = "label\tkind\twords\nrebels\tarmed\trebel\ninsurgents\tarmed\trebel\n";
  expect(() => LabelTable.parse({ text, origin: "labels.tsv" })).toThrow(/labels\.tsv:3/);
});
