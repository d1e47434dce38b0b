import { describe, expect, test } from "vitest";
import { makeArticle } from "../../src/article/make-article.js";
import { findActors } from "../../src/mentions/actors.js";
import { findPlaces, findToponyms } from "../../src/mentions/places.js";
import { loadResources } from "../../src/resources.js";

const { analyse, names, gazetteer } = await loadResources({ withoutAttribution: true });

function readPlaces(text: string, published = "2021-03-04") {
  const { article } = makeArticle({ origin: "case", text, metadata: { published } });
  const doc = analyse(text);
  const { mentions } = findActors(doc, article, names);
  return {
    places: findPlaces(doc, article, mentions, gazetteer),
    toponyms: findToponyms(doc, article, mentions, gazetteer),
  };
}

/** `text=name/country`, in the order of the text. */
function showPlaces(text: string, published?: string): string[] {
  return readPlaces(text, published).places.map(({ ref }) => `${ref.text}=${ref.name}/${ref.country ?? "-"}`);
}

/** Text, its places. */
type Case = readonly [text: string, ...places: string[]];

function testCases(cases: readonly Case[]): void {
  test.each(cases.map(([text, ...places]) => ({ text, places })))("$text", ({ text, places }) => {
    expect(showPlaces(text)).toEqual(places);
  });
}

describe("one name, several places", () => {
  testCases([
    [
      "A bridge in Valencia, Venezuela, was closed on Monday.",
      "Valencia=Valencia/VEN",
      "Venezuela=Venezuela/VEN",
    ],
    ["The ferry left from Valencia in Spain.", "Valencia=Valencia/ESP", "Spain=Spain/ESP"],
    ["A fire broke out in Lima, Ohio.", "Lima=Lima/USA", "Ohio=Ohio/USA"],
    ["A fire broke out in Lima.", "Lima=Lima/PER"],
    [
      "Rain fell in Kutaisi, Gori and Batumi, all in Georgia.",
      "Kutaisi=Kutaisi/GEO",
      "Gori=Gori/GEO",
      "Batumi=Batumi/GEO",
      "Georgia=Georgia/GEO",
    ],
    [
      "Rain fell in Macon, Savannah and Atlanta, all in Georgia.",
      "Macon=Macon/USA",
      "Savannah=Savannah/USA",
      "Atlanta=Atlanta/USA",
      "Georgia=Georgia/USA",
    ],
  ]);
});

describe("a town where bodies of many states sit", () => {
  testCases([
    [
      "Envoys of the United States and Sudan met in Geneva. Officials in Maryland and Virginia praised it.",
      "Geneva=Geneva/CHE",
      "Maryland=Maryland/USA",
      "Virginia=Virginia/USA",
    ],
    [
      "Inspectors flew home to Vienna, a diplomat said in Washington. Maryland and Virginia sent observers.",
      "Vienna=Vienna/AUT",
      "Washington=Washington/USA",
      "Maryland=Maryland/USA",
      "Virginia=Virginia/USA",
    ],
    [
      "The library in Vienna opened. Fairfax County and the town of Herndon have similar plans in Virginia.",
      "Vienna=Vienna/USA",
      "Fairfax County=Fairfax County/USA",
      "Herndon=Herndon/USA",
      "Virginia=Virginia/USA",
    ],
  ]);
});

describe("a state's name beside others", () => {
  testCases([
    [
      "Wales, England and Spain sent teams to Lyon.",
      "Wales=Wales/GBR",
      "England=England/GBR",
      "Spain=Spain/ESP",
      "Lyon=Lyon/FRA",
    ],
    [
      "He was born in Jordan, Minnesota, and lived in Oslo.",
      "Jordan=Jordan/USA",
      "Minnesota=Minnesota/USA",
      "Oslo=Oslo/NOR",
    ],
  ]);
});

describe("a place or a government", () => {
  testCases([
    ["Talks in Nairobi ended on Friday.", "Nairobi=Nairobi/KEN"],
    ["Nairobi said it would wait."],
    ["Peru accused Ecuador of stalling."],
    ["The trucks crossed the border of Chad with water.", "Chad=Chad/TCD"],
    ["Soldiers left Kabul on Tuesday.", "Kabul=Kabul/AFG"],
    ["The minister told Ankara to wait."],
    ["The Kampala agreement was signed long ago."],
  ]);
});

describe("no place", () => {
  testCases([
    ["Mr. Paris met Chad Hurley and Jack London."],
    ["The Buffalo News and Texas Instruments declined to comment."],
    ["The University of Oslo published the survey."],
    ["Reading is good for children, and Most agreed."],
  ]);
});

describe("regions, districts and all sides' spellings", () => {
  testCases([
    ["Shells fell on Kandahar province at night.", "Kandahar=Kandahar/AFG"],
    ["Residents fled from Licking County, Ohio.", "Licking County=Licking County/USA", "Ohio=Ohio/USA"],
    ["A patrol was seen near Stepanakert.", "Stepanakert=Khankendi/AZE"],
    ["A patrol was seen near Xankəndi.", "Xankəndi=Khankendi/AZE"],
    ["Ships passed through the Strait of Hormuz.", "Strait of Hormuz=Strait of Hormuz/-"],
    ["Trains to Kharkov and Lvov were late.", "Kharkov=Kharkiv/UKR", "Lvov=Lviv/UKR"],
    ["Fishing boats lay off Dokdo.", "Dokdo=Liancourt Rocks/-"],
    ["Fishing boats lay off Takeshima.", "Takeshima=Liancourt Rocks/-"],
  ]);
});

test("a name holds in its time only", () => {
  const text = "Guards stood in the Green Zone and waited.";
  expect(showPlaces(text, "2006-05-01")).toEqual(["Green Zone=Green Zone/IRQ"]);
  expect(showPlaces(text, "1984-05-01")).toEqual([]);
});

test("a dateline is a place", () => {
  const [first] = readPlaces(
    "ACCRA, March 3 (Gulf Wire) - Farmers met on Tuesday to talk about prices.",
  ).places;
  expect(first.ref).toMatchObject({ name: "Accra", country: "GHA", text: "ACCRA" });
});

test("spans slice exactly, in order, without overlap, and places lie on the globe", () => {
  const text = "From Dakar to N'Djamena, from St. Louis to Port-au-Prince, and at Lake Chad near Bol.";
  const { toponyms } = readPlaces(text);
  expect(toponyms.length).toBeGreaterThan(4);
  let last = 0;
  for (const { start, end, ref } of toponyms) {
    expect(text.slice(start, end)).toBe(ref.text);
    expect(start).toBeGreaterThanOrEqual(last);
    expect(Math.abs(ref.lat ?? 99)).toBeLessThanOrEqual(90);
    expect(Math.abs(ref.lon ?? 999)).toBeLessThanOrEqual(180);
    last = end;
  }
});

test("a capital has its GeoNames id and lies where it is", () => {
  const [kabul] = readPlaces("Snow fell in Kabul.").places;
  expect(kabul.ref).toMatchObject({ country: "AFG", geonames: 1138958 });
  expect(kabul.ref.lat).toBeCloseTo(34.53, 1);
  expect(kabul.ref.lon).toBeCloseTo(69.17, 1);
  expect(kabul.kind).toBe("capital");
});
