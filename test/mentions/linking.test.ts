import { describe, expect, test } from "vitest";
import { readActors, testCases } from "./actor-cases.js";

describe("a capital is a town or a government", () => {
  testCases([
    ["Delegates gathered in Lusaka on Friday.", "Lusaka", '"Lusaka"'],
    ["Zambia flew the wounded to Lusaka.", "Lusaka", '"Lusaka"'],
    ["Rebels captured Lusaka before noon.", "Lusaka", '"Lusaka"'],
    ["The team reached Quito and Lima.", "Lima", '"Lima"'],
    ["Lusaka rejected the offer.", "Lusaka", "state:ZMB"],
    ["Peru handed a note to Quito.", "Quito", "state:ECU"],
    ["The quarrel with Quito is over.", "Quito", "state:ECU"],
  ]);

  test("the town still tells its state", () => {
    expect(readActors("The Norwegian premier travelled to Lima.").resolve("Lima").ref.country).toBe("PER");
  });

  test("a longer name that begins with a capital's is not the government's", () => {
    expect(readActors("The Paris Club met on Monday.").idOf("Paris")).toBeUndefined();
  });
});

describe("lands of unrecognised authorities", () => {
  testCases([
    ["Somaliland signed the accord.", "Somaliland", "group:somaliland"],
    ["Herders were killed in Somaliland.", "Somaliland", '"Somaliland"'],
  ]);
});

describe("short names of bodies named before", () => {
  testCases([
    ["The Security Council met; the council will vote.", "council", "igo:un-security-council"],
    ["The African Development Bank agreed. The Bank lends more.", "Bank", "igo:afdb"],
    ["Greece wrote to the ECB, and the Commission agreed.", "the Commission", "igo:european-commission"],
  ]);

  test("another one of its own name is not meant", () => {
    const { idOf, found } = readActors("The Security Council met. The Council of Elders did not.");
    expect(idOf("Council"), found.join("; ")).not.toBe("igo:un-security-council");
  });
});

describe("names that several bear", () => {
  testCases([
    ["Australia's Labor Party won.", "Labor Party", "party:aus-labor"],
    ["Israel said that the Labor Party agreed.", "Labor Party", "party:isr-labor"],
    ["The Democratic Party chose her.", "Democratic Party", "party:usa-democratic", "2008-08-01"],
    ["Sikkim held a vote.", "Sikkim", "state:sikkim", "1974-06-01"],
    ["Sikkim held a vote.", "Sikkim", '"Sikkim"', "2014-06-01"],
  ]);
});

describe("a role ends where its own words end", () => {
  testCases([
    ["The visit of the Saudi king to Jakarta was put off.", "Saudi king", "role:king:SAU"],
    ["France expelled the Malian envoy in Lyon.", "Malian envoy", "role:envoy:MLI"],
    ["The junta in Guinea lifted the curfew.", "junta in Guinea", "office:GIN:government"],
    ["Voters in Georgia queued.", "Georgia", "state:GEO"],
  ]);

  test("an embassy stands abroad", () => {
    const { idOf, found } = readActors("Chile closed its embassy in Quito.");
    expect(idOf("embassy in Quito"), found.join("; ")).toBeUndefined();
  });
});

describe("people", () => {
  testCases([
    ["M23 fighters left the town.", "M23 fighters", "group:m23"],
    ["The force replaced the British.", "British", '"British"'],
  ]);

  test("common nouns in lower case are no offices", () => {
    expect(readActors("Member states and parties criticised the press.").found).toEqual([]);
  });

  test("a name that nothing admits leaves the shorter one in it", () => {
    expect(readActors("The US-led coalition withdrew.").idOf("US")).toBe("state:USA");
  });
});
