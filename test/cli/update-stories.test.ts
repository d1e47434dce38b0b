/** Stories and accounts in a store: adding articles one by one gives what one walk over all of them gives. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeTold } from "../../bench/told-articles.js";
import { updatePassages } from "../../src/cli/update-passages.js";
import { updateStories } from "../../src/cli/update-stories.js";
import type { AnalysedArticle } from "../../src/core/analysed-article.js";
import type {
  AccountRecord,
  ArticleRecord,
  EventRecord,
  PassageRecord,
  StoryRecord,
} from "../../src/core/records.js";
import type { AccountKnowledge } from "../../src/corpus/account-questions.js";
import { findAccounts, MOST_REPORTS } from "../../src/corpus/accounts.js";
import { findPassages } from "../../src/corpus/passages.js";
import { NO_QUESTIONS } from "../../src/corpus/question-table.js";
import { toReuseArticle } from "../../src/corpus/reuse-article.js";
import { findStories } from "../../src/corpus/stories.js";
import { Store } from "../../src/store/store.js";
import {
  CHAD,
  LIBYA,
  makeDating,
  makeEvent,
  makeQuantity,
  makeReference,
  makeReport,
  show,
} from "../corpus/records.js";

const KNOWLEDGE: AccountKnowledge = { windows: new Map([["election", 60]]), questions: NO_QUESTIONS };
const COPIED =
  "Chadian columns attacked the base of Maaten al-Sarra, deep in Libya, at dawn on Saturday, and left the hangars and the fuel stores burning.";
const PLACE = { name: "Lake Chad", country: "TCD", lat: 13, lon: 14 };

/** Reports of a few raids; some copy each other, one names another doer, two date a vote. */
function makeReports(): AnalysedArticle[] {
  const told = (id: string, text: string, day: string | null, more: Partial<EventRecord> = {}) => {
    const article = makeReport(id, text);
    const date = day === null ? null : { edtf: day, text: day, basis: "text" as const };
    const killed = /(\d+) soldiers/.exec(text);
    const lake = /Lake \w+/.exec(text)?.[0];
    const vote = /vote.* in (\d{4}-\d\d-\d\d)/.exec(text)?.[1];
    const event = makeEvent(article, /attack\w*|raid|fought/.exec(text)?.[0] ?? "", {
      date,
      ...(lake === undefined
        ? {}
        : { places: [{ ...PLACE, text: lake }], evidence: [show(article, "place", lake)] }),
      ...more,
    });
    return {
      article,
      records: [
        event,
        ...(killed === null ? [] : [makeQuantity(article, Number(killed[1]), killed[1], "soldiers")]),
        ...(vote === undefined ? [] : [makeDating(article, "vote", vote, vote)]),
      ],
      problems: [],
    };
  };
  const referred = (id: string, text: string, day: string | null) => {
    const article = makeReport(id, text);
    const trigger = /attack|raid/.exec(text)?.[0] ?? "";
    const parties = text.includes("Chad") ? [CHAD] : [];
    const date = day === null ? null : { edtf: day, text: day, basis: "text" as const };
    return { article, records: [makeReference(article, trigger, { parties, date })], problems: [] };
  };
  return [
    told("a", "Chadian troops attacked the air base at Maaten al-Sarra; 1700 soldiers died.", "1987-09-05"),
    told("b", "Chadian columns attacked the base of Maaten al-Sarra, and 300 soldiers died.", "1987-09-05"),
    told("c", `${COPIED} The wounded were flown to the capital.`, "1987-09-05"),
    told("d", `${COPIED} Officials in the capital would not comment.`, "1987-09-05"),
    told("e", `A witness had seen smoke. ${COPIED}`, null),
    told("f", "Libyan planes attacked Maaten al-Sarra, by the word of N'Djamena.", "1987-09-05", {
      actors: [LIBYA],
      recipients: [CHAD],
    }),
    told("g", "Chadian troops attacked a post at Wour.", "1987-09-08"),
    told("h", "There was a raid at Wour, a herdsman said; 12 soldiers fled.", "1987-09-08", { actors: [] }),
    told(
      "i",
      "Chadian soldiers attacked fishermen on Lake Chad before the vote in 1987-10-01.",
      "1987-09-10",
    ),
    told(
      "j",
      "Chadian soldiers attacked fishermen on Lake Mega before the vote in 1987-10-04.",
      "1987-09-10",
    ),
    told("k", "Chadian and Libyan troops fought at Maaten al-Sarra.", "1987-09-05", {
      actors: [CHAD, LIBYA],
      recipients: [],
    }),
    referred(
      "l",
      "On Saturday the attack of Chadian troops on Maaten al-Sarra was over by noon.",
      "1987-09-05",
    ),
    referred("m", "The raid at Wour was on Tuesday.", "1987-09-08"),
    referred("n", "Herdsmen remember the attack at Wour.", null),
  ];
}

/** What one walk over `reports` gives. */
function findAll(reports: readonly AnalysedArticle[]): {
  stories: StoryRecord[];
  accounts: AccountRecord[];
} {
  const articles = reports.map(({ article }) => article);
  const of = <R>(kind: string) =>
    reports.flatMap(({ records }) => records.filter((r) => r.kind === kind)) as unknown as R[];
  const events = of<EventRecord>("event");
  const passages: PassageRecord[] = findPassages(articles.map(toReuseArticle));
  const stories = findStories({
    articles,
    events,
    references: of("reference"),
    statements: of("statement"),
    passages,
  });
  const accounts = findAccounts({
    articles,
    events,
    references: of("reference"),
    stories,
    quantities: of("quantity"),
    datings: of("dating"),
    knowledge: KNOWLEDGE,
  });
  return { stories, accounts };
}

async function update(store: Store): Promise<void> {
  await updatePassages(store);
  await updateStories(store, KNOWLEDGE);
}

async function readAll(store: Store) {
  const stories: unknown[] = [];
  const accounts: unknown[] = [];
  for await (const record of store.streamRecords(["story"])) stories.push(record);
  for await (const record of store.streamRecords(["account"])) accounts.push(record);
  return { stories, accounts };
}

describe("updateStories", () => {
  test("in any order and any batches, the same stories and accounts as at once", async () => {
    const reports = makeReports();
    const expected = findAll(reports);
    expect(expected.stories.filter((s) => s.members.length > 1).length).toBeGreaterThan(1);
    expect(new Set(expected.accounts.map(({ about }) => about)).size).toBeGreaterThan(2);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(reports, { minLength: reports.length }),
        fc.integer({ min: 1, max: 5 }),
        async (order, size) => {
          const store = await Store.open(":memory:");
          for (let from = 0; from < order.length; from += size) {
            await store.add(order.slice(from, from + size), "test");
            await update(store);
          }
          expect(await readAll(store)).toEqual(expected);
          store.close();
        },
      ),
      { numRuns: 6 },
    );
  }, 60_000);

  test("of many reports that name a place the earliest are picked, whenever they come", async () => {
    const reports = Array.from({ length: 130 }, (_, i): AnalysedArticle => {
      const [lake, post] = [i % 9 === 4 ? "Lake Mega" : "Lake Chad", `Post${String(i).padStart(3, "0")}`];
      const day = `1987-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + ((i * 7) % 28)).padStart(2, "0")}`;
      const published = i % 10 === 0 ? null : { edtf: day, basis: "metadata" as const };
      const article = makeReport(post, `Chadian soldiers attacked ${post} on ${lake}.`, { published });
      const event = makeEvent(article, "attacked", {
        date: { edtf: day, text: day, basis: "text" },
        places: [{ ...PLACE, text: lake }],
        evidence: [show(article, "place", lake)],
      });
      return { article, records: [event], problems: [] };
    });
    const expected = findAll(reports);
    const names = expected.accounts.find(({ about }) => about === "name");
    expect(names?.answers.map(({ articles }) => articles.length)).toEqual([MOST_REPORTS, 14]);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(reports, { minLength: reports.length }), async (order) => {
        const store = await Store.open(":memory:");
        for (const batch of [
          order.slice(0, 90),
          order.slice(90, 127),
          ...order.slice(127).map((one) => [one]),
        ]) {
          await store.add(batch, "test");
          await update(store);
        }
        expect(await readAll(store)).toEqual(expected);
        store.close();
      }),
      { numRuns: 3 },
    );
  }, 60_000);

  test("made-up reports of some days: at once, and the last ones one by one", async () => {
    const reports = Array.from({ length: 90 }, (_, i) => makeTold(i * 11));
    const expected = findAll(reports);
    expect(expected.stories.filter(({ articles }) => articles.length > 1).length).toBeGreaterThan(30);
    expect(expected.accounts.length).toBeGreaterThan(30);
    const [atOnce, oneByOne] = [await Store.open(":memory:"), await Store.open(":memory:")];
    await atOnce.add(reports, "test");
    await update(atOnce);
    for (const batch of [reports.slice(0, 85), ...reports.slice(85).map((report) => [report])]) {
      await oneByOne.add(batch, "test");
      await update(oneByOne);
    }
    expect(await readAll(atOnce)).toEqual(expected);
    expect(await readAll(oneByOne)).toEqual(expected);
    atOnce.close();
    oneByOne.close();
  }, 120_000);

  test("a changed article leaves its old stories and accounts", async () => {
    const reports = makeReports();
    const store = await Store.open(":memory:");
    await store.add(reports, "test");
    await update(store);
    const article: ArticleRecord = makeReport("a2", "Chadian soldiers attacked a camp near Bardai.", {
      origin: reports[0].article.origin,
    });
    const changed = { article, records: [makeEvent(article, "attacked")], problems: [] };
    await store.add([changed], "test");
    await update(store);
    expect(await readAll(store)).toEqual(findAll([changed, ...reports.slice(1)]));
    store.close();
  });

  test("does nothing where nothing is new", async () => {
    const store = await Store.open(":memory:");
    expect(await updateStories(store, KNOWLEDGE)).toBe(0);
    await store.add(makeReports(), "test");
    await update(store);
    expect(await updateStories(store, KNOWLEDGE)).toBe(0);
    store.close();
  });
});
