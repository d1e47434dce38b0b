/** Passages: what is a copy and what is not, with its words. */
import { describe, expect, test } from "vitest";
import type { PassageRecord } from "../../src/core/records.js";
import { SHARED_QUOTATION } from "../../src/corpus/passage-record.js";
import { findPassages } from "../../src/corpus/passages.js";
import type { ReuseArticle } from "../../src/corpus/reuse-article.js";
import { article, BACKGROUND, HARBOUR, HARBOUR_REWRITTEN, OTHERS } from "./reuse-articles.js";

const holders = (passage: PassageRecord) => passage.occurrences.map((o) => o.article);
const startsOf = (passages: readonly PassageRecord[]) =>
  passages.map((p) => p.occurrences[0].text.slice(0, 20)).sort();

/** Occurrences are slices of their articles, and input in another order gives the same passages. */
function find(articles: readonly ReuseArticle[]): PassageRecord[] {
  const passages = findPassages(articles);
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  for (const { occurrences } of passages)
    for (const o of occurrences) expect(texts.get(o.article)?.slice(o.start, o.end)).toBe(o.text);
  expect(findPassages([...articles].reverse())).toEqual(passages);
  return passages;
}

describe("copies", () => {
  test("a paragraph in three reports is one passage with three occurrences, in order of their dates", () => {
    const [passage, ...rest] = find([
      article("c", `${OTHERS[0]}\n\n${BACKGROUND}`, { published: "2021-05-02" }),
      article("a", `${OTHERS[1]}\n\n${BACKGROUND}\n\n${OTHERS[2]}`, { published: "2021-04-02" }),
      article("b", `${OTHERS[3]}\n\n${BACKGROUND}`, { published: "2021-05-01" }),
    ]);
    expect(rest).toEqual([]);
    expect(holders(passage)).toEqual(["a", "b", "c"]);
    expect(passage).toMatchObject({ identical: true, differences: [], first: "a", rule: "same words" });
    expect(passage.occurrences.map((o) => o.text)).toEqual([BACKGROUND, BACKGROUND, BACKGROUND]);
  });

  test("each paragraph is a passage, so that one that a third report shares stands alone", () => {
    const passages = find([
      article("a", `${HARBOUR}\n\n${BACKGROUND}`),
      article("b", `${HARBOUR}\n\n${BACKGROUND}`, { published: "2021-03-02" }),
      article("c", `${OTHERS[4]}\n\n${BACKGROUND}`, { published: "2021-03-03" }),
    ]);
    expect(passages.map((p) => p.occurrences.length).sort()).toEqual([2, 2, 2, 3]);
  });

  test("other quotation marks, dashes and spaces are no difference", () => {
    const typeset = HARBOUR.replaceAll('"', "”").replaceAll(", ", ",  ").replaceAll("'", "’");
    for (const passage of find([article("a", HARBOUR), article("b", typeset)]))
      expect(passage.identical).toBe(true);
  });

  test("words that one copy has and another lacks are told, in place of which others", () => {
    const edited = BACKGROUND.replace("three of the four", "all four").replace(
      " but the commission",
      " yet the commission",
    );
    const [passage] = find([
      article("a", `${OTHERS[0]}\n\n${BACKGROUND}`),
      article("b", `${OTHERS[1]}\n\n${edited}`, { published: "2021-03-02" }),
    ]);
    expect(passage).toMatchObject({ identical: false, rule: "edited copy", first: "a" });
    expect(passage.differences).toEqual([
      { article: "b", from: "three of the", to: "all" },
      { article: "b", from: "but", to: "yet" },
    ]);
  });

  test("a rewritten report is found, sentence by sentence", () => {
    const passages = find([
      article("a", HARBOUR),
      article("b", HARBOUR_REWRITTEN, { published: "2021-03-02" }),
    ]);
    expect(startsOf(passages)).toEqual(["The harbour of Port ", "Union leader Marit S"]);
    expect(passages.every((p) => !p.identical && holders(p).join() === "a,b")).toBe(true);
  });

  test("half a sentence within another one is found as it stands", () => {
    const [passage] = find([
      article("a", OTHERS[0]),
      article(
        "b",
        `Readers asked why nobody noticed when officers kept letting timber pass without papers. Judge Elena Barros said that the state had to answer for it, and the archive in which those papers ought to be lies under water since the flood.`,
      ),
      article(
        "c",
        `${OTHERS[2]}\n\nAs our reader writes from the coast, the old archive was sold, and judge Elena Barros said that the state had lost more than a year's duties on the trade, which is why the mayor wants to have it back before the winter storms.`,
      ),
    ]).filter((p) => holders(p).includes("c"));
    expect(holders(passage)).toEqual(["a", "c"]);
    expect(passage.occurrences[1].text).toContain(
      "that the state had lost more than a year's duties on the trade",
    );
  });
});

describe("who was first", () => {
  const share = (first: Partial<ReuseArticle>, second: Partial<ReuseArticle>) =>
    find([
      article("a", `${OTHERS[0]}\n\n${BACKGROUND}`, first),
      article("b", `${OTHERS[1]}\n\n${BACKGROUND}`, second),
    ])[0].first;

  test("the earlier date", () => {
    expect(share({ published: "2021-03-02" }, { published: "2021-03-01" })).toBe("b");
  });
  test("nobody knows where no date is known, or the same day", () => {
    expect(share({ published: null }, { published: null })).toBe(null);
    expect(share({}, {})).toBe(null);
    expect(share({ published: "2021-03" }, { published: "2021-03-05" })).toBe(null);
  });
  test("of one day, the agency that the other credits", () => {
    expect(share({ outlet: "Lindal Courier", agency: "Atlantic Wire" }, { outlet: "Atlantic Wire" })).toBe(
      "b",
    );
  });
});

const ENVOYS = [
  "Kandar protested.",
  "In Oresia nobody slept.",
  "Water from Tarma was sold there.",
  "Vienna kept silent about all this.",
  "The treaty of 1978 forbids it, Oresia says.",
];

describe("what is no copy", () => {
  test("two stories made from one template, with other facts", () => {
    const poll = (name: string, town: string, lead: number, asked: number, day: string) =>
      `${name} leads the race for the council of ${town} by ${lead} points, according to a poll that was published on ${day}.\n\nThe institute asked ${asked} voters by telephone over four days. Some ${lead * 7} percent of them said that they had a good opinion of ${name}, while ${lead + 9} percent had not made up their minds.`;
    expect(
      find([
        article("a", poll("Novotny", "Brezova", 4, 812, "Friday")),
        article("b", poll("Haraldsen", "Skogvik", 6, 1204, "Monday")),
        article("c", poll("Okonjo", "Abaro", 3, 655, "Sunday")),
      ]),
    ).toEqual([]);
  });

  test("the site's own lines at the end of unrelated reports", () => {
    const line =
      "Write to our editors if you have seen a mistake in this text, and they will look into it before the next morning.";
    expect(find(OTHERS.map((text, k) => article(`a${k}`, `${text}\n\n${line}`)))).toEqual([]);
  });

  test("but background at the end of reports that it belongs to stays", () => {
    const reports = OTHERS.map((text, k) => article(`a${k}`, `${text} ${ENVOYS[k]}\n\n${BACKGROUND}`));
    expect(find(reports).map(holders)).toEqual([["a0", "a1", "a2", "a3", "a4"]]);
  });

  test("a turn of phrase that many reports have", () => {
    const ends = ["of the ferry", "at noon", "in the valley", "for now", "on the pier"];
    const reports = OTHERS.map((text, k) => {
      const words = text.split(". ");
      return article(
        `a${k}`,
        `${words[0]}, and the fire brigade put out the flames within half an hour ${ends[k]}. ${words.slice(1).join(". ")}`,
      );
    });
    expect(find(reports)).toEqual([]);
  });

  test("lines that the reading marked as boilerplate", () => {
    const text = `${OTHERS[0]}\n\n${BACKGROUND}`;
    const marked = { boilerplate: [{ start: OTHERS[0].length + 2, end: text.length }] };
    expect(find([article("a", text, marked), article("b", `${OTHERS[1]}\n\n${BACKGROUND}`)])).toEqual([]);
  });
});

describe("a quotation told by two reporters", () => {
  const words =
    "We have waited eleven years for this bridge, and we shall not wait for another election to drive over it";

  test("is a shared quotation where they share nothing else", () => {
    const [passage] = find([
      article(
        "a",
        `Mayor Ines Rocha opened the bridge herself on Sunday. "${words}," she said.\n\n${OTHERS[2]}`,
      ),
      article(
        "b",
        `There was applause from the fishermen. “${words},” the mayor told them, and cut the ribbon with a fish knife.`,
      ),
    ]);
    expect(holders(passage)).toEqual(["a", "b"]);
    expect(passage.rule).toBe(SHARED_QUOTATION);
  });

  test("and a copy where the report around it is the same", () => {
    const report = `Mayor Ines Rocha opened the bridge herself on Sunday while the minister was still on his way. "${words}," she said.`;
    const passages = find([
      article("a", `${report}\n\n${OTHERS[2]}`),
      article("b", `${report}\n\n${OTHERS[3]}`),
    ]);
    expect(passages.map((p) => p.rule)).toEqual(["same words"]);
  });
});

test("long texts of few words, and texts without signs", () => {
  const same = "ferry ".repeat(60_000);
  const list = Array.from({ length: 8000 }, (_, n) => `island${n % 700}`).join(" ");
  expect(
    find([article("a", same), article("b", same), article("c", list), article("d", list)]).length,
  ).toBeGreaterThan(0);
});

test("no article, one article, empty articles", () => {
  expect(find([])).toEqual([]);
  expect(find([article("a", HARBOUR)])).toEqual([]);
  expect(find([article("a", ""), article("b", " \n"), article("c", "…")])).toEqual([]);
});
