/** Which figures of several reports, or of one, answer one question. */
import { describe, expect, test } from "vitest";
import type { AccountRecord, ArticleRecord, EventRecord, QuantityRecord } from "../../src/core/records.js";
import { findAccounts } from "../../src/corpus/accounts.js";
import { NO_QUESTIONS } from "../../src/corpus/question-table.js";
import { findStories } from "../../src/corpus/stories.js";
import { CHAD, LIBYA, makeEvent, makeQuantity, makeReport, show } from "./records.js";

function accountsOf(
  articles: readonly ArticleRecord[],
  quantities: readonly QuantityRecord[],
  events: readonly EventRecord[] = [],
): AccountRecord[] {
  const stories = findStories({ articles, events, references: [], statements: [], passages: [] });
  const knowledge = { windows: new Map(), questions: NO_QUESTIONS };
  return findAccounts({ articles, events, references: [], stories, quantities, datings: [], knowledge });
}

const valuesOf = (accounts: readonly AccountRecord[]) =>
  accounts.map(({ answers }) => answers.map((a) => a.value));

/** A figure of `value`, written as `words`, with whatever else is to be said of it. */
function figure(
  article: ArticleRecord,
  value: number,
  words: string,
  of: string | null,
  more: Partial<QuantityRecord> = {},
): QuantityRecord {
  const base = makeQuantity(article, value, words, of ?? "");
  const { evidence = [], ...rest } = more;
  return { ...base, of, ...rest, evidence: [...base.evidence, ...evidence] };
}

const raid = "Chadian troops attacked the air base at Maaten al-Sarra on Saturday.";
const again = "On 5 September Chadian columns attacked the base of Maaten al-Sarra.";

describe("what came of an event is told behind it", () => {
  const a = makeReport("a", `${raid} Nine Libyan guards were wounded, a doctor said.`);
  const b = makeReport("b", `${again} A nurse counted twelve wounded.`);
  const events = [makeEvent(a, "attacked"), makeEvent(b, "attacked")];

  test("a sentence without a day of its own counts what the one before tells", () => {
    const figures = [figure(a, 9, "Nine", "Libyan guards"), figure(b, 12, "twelve", null)];
    expect(valuesOf(accountsOf([a, b], figures, events))).toEqual([["12", "9 guards"]]);
  });

  test("guards of one side are not those of the other", () => {
    const c = makeReport("c", `${again} One Chadian guard was wounded.`);
    const figures = [figure(a, 9, "Nine", "Libyan guards"), figure(c, 1, "One", "Chadian guard")];
    expect(accountsOf([a, c], figures, [makeEvent(a, "attacked"), makeEvent(c, "attacked")])).toEqual([]);
  });

  test("what they are called makes no difference", () => {
    const c = makeReport("c", `${again} Nine men were wounded, it is said.`);
    const figures = [figure(a, 9, "Nine", "Libyan guards"), figure(c, 9, "Nine", "men")];
    expect(accountsOf([a, c], figures, [makeEvent(a, "attacked"), makeEvent(c, "attacked")])).toEqual([]);
  });

  test("a report that gives several figures on one word gives parts of a sum", () => {
    const c = makeReport("c", `${again} Four were wounded in the north and three in the south.`);
    const figures = [
      figure(a, 9, "Nine", "Libyan guards"),
      figure(c, 4, "Four", null),
      figure(c, 3, "three", null),
    ];
    expect(accountsOf([a, c], figures, [makeEvent(a, "attacked"), makeEvent(c, "attacked")])).toEqual([]);
  });
});

describe("one report lays two figures side by side", () => {
  const a = makeReport("a", "The union says that 900 men marched; the mayor spoke of 400.");
  const first = figure(a, 900, "900", "men", {
    measure: "protesters",
    evidence: [show(a, "of", "men")],
    attribution: [{ name: "union" }],
  });
  const second = (teller: string) =>
    figure(a, 400, "400", "men", {
      measure: "protesters",
      evidence: [show(a, "antecedent", "men")],
      attribution: [{ name: teller }],
    });

  test("on the word of two", () => {
    expect(valuesOf(accountsOf([a], [first, second("mayor")]))).toEqual([["400 men", "900 men"]]);
  });

  test("on the word of one it is no difference between tellers", () => {
    expect(accountsOf([a], [first, second("union")])).toEqual([]);
  });
});

describe("how many somebody has", () => {
  const a = makeReport("a", "Officials put the number of Libyan troops in Chad at 8,000.");
  const held = (article: ArticleRecord, value: number, words: string, edtf: string) =>
    figure(article, value, words, "troops", {
      measure: "troops",
      by: [LIBYA],
      date: { edtf, basis: "text" },
    });

  test("is compared as of one time, however much later it is told", () => {
    const b = makeReport("b", "Libya had 15,000 troops in Chad in September 1987, a general says.", {
      published: { edtf: "2007-01-01", basis: "metadata" },
    });
    const figures = [held(a, 8000, "8,000", "1987-09-07"), held(b, 15000, "15,000", "1987-09")];
    expect(valuesOf(accountsOf([a, b], figures))).toEqual([["15000 troops", "8000 troops"]]);
  });

  test("and not as of another", () => {
    const b = makeReport("b", "Libya had 15,000 troops in Chad in March 1983, a general says.");
    const figures = [held(a, 8000, "8,000", "1987-09-07"), held(b, 15000, "15,000", "1983-03")];
    expect(accountsOf([a, b], figures)).toEqual([]);
  });

  test("nor of another's", () => {
    const b = makeReport("b", "Chad had 15,000 troops in September 1987, a general says.");
    const chadian = { ...held(b, 15000, "15,000", "1987-09"), by: [CHAD] };
    expect(accountsOf([a, b], [held(a, 8000, "8,000", "1987-09-07"), chadian])).toEqual([]);
  });
});

describe("the result of a vote", () => {
  const OAU = { id: "igo:oau", name: "Organisation of African Unity" };
  const votes = (article: ArticleRecord, value: number, words: string) =>
    figure(article, value, words, null, { measure: "votes", by: [OAU] });
  const a = makeReport("a", "The council of the body voted by 19 to none for a resolution on Chad.");

  test("told with other numbers is an account with both sides of the count", () => {
    const b = makeReport(
      "b",
      "Gabon has joined those for the resolution on Chad. It now stands at 20 votes to none.",
    );
    const [account] = accountsOf([a, b], [votes(a, 19, "19"), votes(b, 20, "20")]);
    expect(account.answers.map(({ text }) => text)).toEqual(["19 to none", "20 votes to none"]);
  });

  test.each([
    [
      "in other words",
      "The body's council voted by nineteen to zero for the resolution on Chad.",
      "nineteen",
    ],
    ["of one side alone", "The body's council adopted the resolution on Chad by 19 votes.", "19"],
  ])("is the same %s", (_, text, words) => {
    const b = makeReport("b", text);
    expect(accountsOf([a, b], [votes(a, 19, "19"), votes(b, 19, words)])).toEqual([]);
  });

  test("on another matter is another vote", () => {
    const b = makeReport("b", "The council of the body voted by 20 to none for a resolution on Namibia.");
    expect(accountsOf([a, b], [votes(a, 19, "19"), votes(b, 20, "20")])).toEqual([]);
  });
});
