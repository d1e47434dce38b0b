import { describe, expect, test } from "vitest";
import { loadArticleKnowledge } from "../../src/article/article-knowledge.js";
import { isPersonName, parseByline, readMedium } from "../../src/article/byline.js";
import { parseCreditLine } from "../../src/article/credit-line.js";
import { findOwner, findReportingAgency, findToldAgency } from "../../src/article/credit-sentence.js";
import { findDateline } from "../../src/article/dateline.js";
import { splitLines } from "../../src/article/line.js";

const { media } = loadArticleKnowledge();

describe("parseByline", () => {
  test.each<[string, string[], string[]]>([
    ["Ana Prado", ["Ana Prado"], []],
    ["ANA O'PRADO and TOM WEBB", ["Ana O'Prado", "Tom Webb"], []],
    ["Ana Prado, Tom Webb & Li Wei", ["Ana Prado", "Tom Webb", "Li Wei"], []],
    ["Ana Prado, Staff Writer", ["Ana Prado"], []],
    ["Ana Prado in Lisbon and Tom Webb in Oslo", ["Ana Prado", "Tom Webb"], []],
    ["Ana Prado, Reuters", ["Ana Prado"], ["Reuters"]],
    ["Ana Prado for the Northern Herald", ["Ana Prado"], ["Northern Herald"]],
    ["Ana Prado, Diplomatic Correspondent", ["Ana Prado"], []],
    ["Ana Prado, Lisbon", ["Ana Prado"], []],
    ["Jan van der Berg", ["Jan van der Berg"], []],
    ["Reuters", [], ["Reuters"]],
    ["AFP and Reuters", [], ["Agence France-Presse", "Reuters"]],
    ["Southland News Agency", [], ["Southland News Agency"]],
    ["The Northern Star", [], ["The Northern Star"]],
    ["our correspondent", [], []],
  ])("%s", (run, people, named) => {
    const byline = parseByline(run, media);
    expect(byline?.people.map((p) => p.name)).toEqual(people);
    expect(byline?.media.map((m) => m.medium.name)).toEqual(named);
    for (const m of byline?.media ?? []) expect(run.slice(m.start, m.end)).not.toMatch(/^\s|\s$/);
  });

  test.each([
    "Tuesday evening the town had fallen",
    "then it was too late",
    "all accounts the talks failed",
    "2030",
  ])("no byline: %s", (run) => {
    expect(parseByline(run, media)).toBeNull();
  });

  test("names keep their places", () => {
    const run = "ANA PRADO in Lisbon and Tom Webb";
    for (const person of parseByline(run, media)?.people ?? []) {
      expect(run.slice(person.start, person.end).toLowerCase()).toBe(person.name.toLowerCase());
    }
  });
});

test.each<[string, string | null, string | null]>([
  ["AP", "Associated Press", "agency"],
  ["ap", null, null],
  ["the guardian", "The Guardian", "outlet"],
  ["AzerNews", "Azernews", "outlet"],
  ["Meridian Press Agency", "Meridian Press Agency", "agency"],
  ["Coastal Tribune", "Coastal Tribune", "outlet"],
  ["Tom Post", null, null],
  ["Foreign Ministry", null, null],
  ["a news conference", null, null],
])("readMedium %s", (written, name, kind) => {
  const medium = readMedium(written, media);
  expect(medium?.name ?? null).toBe(name);
  expect(medium?.kind ?? null).toBe(kind);
});

test("isPersonName", () => {
  for (const name of ["Ana Prado", "J. R. Webb", "Zhao Lijian", "María de la Cruz", "O'Neil"])
    expect(isPersonName(name)).toBe(true);
  for (const name of ["Tuesday", "the minister", "Talks resume: again", "World War 2"])
    expect(isPersonName(name)).toBe(false);
});

interface Said {
  people?: string[];
  media?: string[];
  date?: string;
}

describe("parseCreditLine", () => {
  test.each<[string, Said]>([
    ["date 2021-03-04 By Ana Prado", { people: ["Ana Prado"], date: "2021-03-04" }],
    ["By Ana Prado", { people: ["Ana Prado"] }],
    [
      "by ANA PRADO | Northern Herald | March 4, 2021",
      { people: ["Ana Prado"], media: ["Northern Herald"], date: "2021-03-04" },
    ],
    ["Published: 4 March 2021 10:22", { date: "2021-03-04" }],
    ["Published on Thursday, March 4, 2021 at 10:22 a.m. GMT", { date: "2021-03-04" }],
    ["Published 4:00 am CST, Thursday, March 4, 2021", { date: "2021-03-04" }],
    ["Posted: Thu 6:45 PM, Mar 4, 2021 |", { date: "2021-03-04" }],
    ["March 4, 2021", { date: "2021-03-04" }],
    ["2021-03-04T10:22:00Z", { date: "2021-03-04" }],
    ["Reuters", { media: ["Reuters"] }],
    ["Source: Meridian News Agency", { media: ["Meridian News Agency"] }],
    ["Ana Prado, Reuters", { people: ["Ana Prado"], media: ["Reuters"] }],
    ["Ana Prado, staff writer", { people: ["Ana Prado"] }],
    ["Ana Prado - 4 March 2021", { people: ["Ana Prado"], date: "2021-03-04" }],
    [
      "By Ana Prado and Tom Webb, The Associated Press",
      { people: ["Ana Prado", "Tom Webb"], media: ["Associated Press"] },
    ],
    ["Last updated: 5 March 2021", { date: "2021-03-05" }],
    ["Updated 5 March 2021 | Published 4 March 2021", { date: "2021-03-04" }],
    ["By Ana Prado · 4 min read", { people: ["Ana Prado"] }],
    ["From our Oslo correspondent Ana Prado", { people: ["Ana Prado"] }],
    ["From Our Diplomatic Correspondent", {}],
    ["Special to the Coastal Tribune", { media: ["Coastal Tribune"] }],
    ["Oslo, 4 March 2021", { date: "2021-03-04" }],
    ["New York, Thursday, March 4, 2021", { date: "2021-03-04" }],
    ["(Meridian Press)", { media: ["Meridian Press"] }],
    ["Reuters Staff", { media: ["Reuters"] }],
    ["Al Jazeera and news agencies", { media: ["Al Jazeera"] }],
    ["Our Correspondent", {}],
    ["News Agencies", {}],
    ["Baku, Azerbaijan, May 17", { date: "XXXX-05-17" }],
  ])("%s", (line, said) => {
    const credit = parseCreditLine(line, 100, media);
    expect(credit?.people.map((p) => p.name)).toEqual(said.people ?? []);
    expect(credit?.media.map((m) => m.medium.name)).toEqual(said.media ?? []);
    expect(credit?.date?.edtf).toBe(said.date);
    for (const m of credit?.media ?? []) expect(line.slice(m.start - 100, m.end - 100)).not.toBe("");
    if (credit?.date)
      expect(line.slice(credit.date.start - 100, credit.date.end - 100)).toBe(credit.date.text);
  });

  test.each([
    "By Tuesday evening the rebels had taken the town.",
    "By the end of the week, ministers agreed",
    "On March 4, 2021 the ministers met.",
    "Ana Prado",
    "Saturday 20 November",
    "Reuters reports that the talks failed",
    "Talks resume in Lisbon, says minister",
    "Campaign Chief Laughs, Evades Reporter's Question.",
    "Source: unnamed officials",
    "From the harbour to the hills",
    "Special to none",
    "(continued)",
  ])("text: %s", (line) => {
    expect(parseCreditLine(line, 0, media)).toBeNull();
  });
});

describe("findDateline", () => {
  test.each<[string, string | null, string | null, string | null]>([
    ["LONDON (AP) — The minister said", "LONDON", "Associated Press", null],
    ["LISBON, Oct. 24 (Reuters) - The minister said", "LISBON", "Reuters", "XXXX-10-24"],
    ["BEDFORD, N.H. (AP) — The minister said", "BEDFORD, N.H.", "Associated Press", null],
    [
      "NEW YORK, Oct. 24, 1962 (Continental Press) — The council",
      "NEW YORK",
      "Continental Press",
      "1962-10-24",
    ],
    ["Moscow, October 23. /TASS/. The ministry said", "Moscow", "TASS", "XXXX-10-23"],
    ["MOSCOW, October 23. The ministry said", "MOSCOW", null, "XXXX-10-23"],
    ["TASS, October 23. The ministry said", null, "TASS", "XXXX-10-23"],
    ["(Reuters) - The ministry said", null, "Reuters", null],
    ["(AFP) The ministry said", null, "Agence France-Presse", null],
    ["TEHRAN — The ministry said", "TEHRAN", null, null],
    ["Paris (AFP) – The ministry said", "Paris", "Agence France-Presse", null],
    ["Iran PressAsia: The ministry said", null, "Iran Press", null],
    ["Northern Herald: The ministry said", null, "Northern Herald", null],
    ["HAVANA, Oct. 24 -- The ministry said", "HAVANA", null, "XXXX-10-24"],
    ["YEREVAN, OCTOBER 24, ARMENPRESS. The ministry said", "YEREVAN", "Armenpress", "XXXX-10-24"],
    ["MOSCOW. Oct 24 (Interfax) - The ministry said", "MOSCOW", "Interfax", "XXXX-10-24"],
    ["Kyiv. 24 October. UNIAN. The ministry said", "Kyiv", "UNIAN", "XXXX-10-24"],
    ["Tehran, IRNA – The ministry said", "Tehran", "IRNA", null],
    ["BEIJING, Oct. 24 (Xinhua) -- The ministry said", "BEIJING", "Xinhua", "XXXX-10-24"],
    ["SRINAGAR, Oct 24: The ministry said", "SRINAGAR", null, "XXXX-10-24"],
    ["KHARTOUM, May 17, 2023 (Sudan Tribune) - The ministry said", "KHARTOUM", "Sudan Tribune", "2023-05-17"],
    [
      "SANTA CRUZ DE LA SIERRA, 24 October (Meridian Wire) — The",
      "SANTA CRUZ DE LA SIERRA",
      "Meridian Wire",
      "XXXX-10-24",
    ],
  ])("%s", (opening, place, medium, date) => {
    const paragraph = `${opening} that the pier would be open again before the end of the week, after a strike of six weeks.`;
    const found = findDateline(paragraph, media);
    expect(found?.place ? paragraph.slice(found.place.start, found.place.end) : null).toBe(place);
    expect(found?.medium?.medium.name ?? null).toBe(medium);
    expect(found?.date?.edtf ?? null).toBe(date);
    expect(paragraph.slice(found?.end ?? 0)).toMatch(/^The/);
  });

  test.each([
    "The minister (a lawyer) - said no",
    "NATO said on Tuesday that it would",
    "Minister: we will not yield",
    "Putin: talks will go on",
    "The OSCE (Organization for Security) - which",
    "US President John Doe said",
    "In Lisbon, October 24 is a holiday",
    "Northern Herald: Pier is safe",
    "May 17: the day the pier closed",
    "NATO: allies agree on new plan",
    "Oslo, which hosted the talks – and paid for them – said no",
  ])("no dateline: %s", (paragraph) => {
    expect(findDateline(paragraph, media)).toBeNull();
  });
});

test("findReportingAgency", () => {
  const credit = (text: string) => findReportingAgency(splitLines(text), media);
  expect(credit("The bridge is open, the ministry said, Trend reports on Oct.23.")).toMatchObject({
    medium: { name: "Trend" },
    date: { edtf: "XXXX-10-23" },
  });
  expect(credit("The bridge is open, Interfax reports citing the ministry.")?.medium.name).toBe("Interfax");
  expect(credit("The bridge is open, Southland News Agency reports.")?.medium.name).toBe(
    "Southland News Agency",
  );
  expect(credit("The minister reports on Friday.")).toBeNull();
  expect(credit("The Guardian reports.")).toBeNull();
  expect(findToldAgency(splitLines("“We are open,” he told Armenpress."), media)?.medium.name).toBe(
    "Armenpress",
  );
  expect(findToldAgency(splitLines("He told the council."), media)).toBeNull();
});

test.each<[string, string | null]>([
  ["Follow us on Twitter @AzerNewsAz", "Azernews"],
  ["Follow us on Twitter @NorthernHerald", "Northern Herald"],
  ["Follow The Coastal Tribune on Facebook", "The Coastal Tribune"],
  ["© 2021 The Northern Herald. All rights reserved.", "The Northern Herald"],
  ["Copyright 2021 Reuters", "Reuters"],
  ["Ana Prado is AzerNews’ staff journalist, follow her on Twitter: @anaprado", "Azernews"],
  ["Ana Prado is a staff writer at the Coastal Tribune.", "Coastal Tribune"],
  ["This article was first published by The Coastal Tribune.", "The Coastal Tribune"],
  ["Follow The Coastal Sentinel every evening on the radio", "The Coastal Sentinel"],
  ["Ana Prado is the City Hall correspondent of The Coastal Sentinel.", "The Coastal Sentinel"],
  ["© 2021 The Northern Herald and its partners", "The Northern Herald"],
  ["Follow her on Twitter: @anaprado", null],
  ["Share this article", null],
])("findOwner: %s", (line, name) => {
  expect(findOwner(splitLines(line)[0], media)?.medium.name ?? null).toBe(name);
});
