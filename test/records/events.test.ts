import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeArticle } from "../../src/article/make-article.js";
import type { EventRecord } from "../../src/core/records.js";
import { readLinearModels } from "../../src/learn/linear-file.js";
import { findActors } from "../../src/mentions/actors.js";
import { findDates } from "../../src/mentions/dates.js";
import { explainEvents } from "../../src/records/event-explanation.js";
import { takeEventModels } from "../../src/records/event-model.js";
import { makeEventView } from "../../src/records/event-view.js";
import { findEvents } from "../../src/records/events.js";
import { findDocQuotations } from "../../src/records/quotations.js";
import { findStatements } from "../../src/records/statements.js";
import { loadResources } from "../../src/resources.js";

const resources = await loadResources();
const models = takeEventModels(
  readLinearModels(readFileSync("models/events.bin"), "models/events.bin"),
  "models/events.bin",
);

function read(text: string, published = "2019-05-07"): EventRecord[] {
  const { article } = makeArticle({ origin: "test", text, metadata: { published } });
  const doc = resources.analyse(article.text);
  const actors = findActors(doc, article, resources.names);
  const dates = findDates(doc, article, resources.holidays);
  const quotations = findDocQuotations(doc);
  const { cues, channels, occasions, attribution, codebook } = resources;
  const statements = findStatements({
    article,
    doc,
    quotations,
    actors,
    dates,
    cues,
    channels,
    occasions,
    models: attribution,
  });
  const events = findEvents({ article, doc, actors, dates, statements, codebook, models });
  for (const { evidence } of events)
    for (const e of evidence) expect(article.text.slice(e.start, e.end)).toBe(e.text);
  return events;
}

/** `TYPE actor+actor > recipient status` of each event. */
function tell(text: string): string[] {
  return read(text).map(({ type, actors, recipients, status }) => {
    const names = (refs: EventRecord["actors"]) => refs.map((r) => r.country ?? r.id ?? r.name).join("+");
    return `${type} ${names(actors)} > ${names(recipients)} ${status}`;
  });
}

describe("frames on the tree", () => {
  test.each([
    ["a plain clause", "Portugal condemned Morocco.", "ACCUSE PRT > MAR asserted"],
    ["a passive", "Morocco was condemned by Portugal.", "ACCUSE PRT > MAR asserted"],
    ["coordinated verbs", "Portugal met and praised Morocco.", "SUPPORT PRT > MAR asserted"],
    ["a list of actors", "Chile, Peru and Ecuador condemned Brazil.", "ACCUSE CHL+PER+ECU > BRA asserted"],
    [
      "listed members",
      "A number of states, including Chile and Peru, condemned Brazil.",
      "ACCUSE CHL+PER > BRA asserted",
    ],
    ["a relative clause", "Rebels who attacked Kenyan soldiers fled.", "ASSAULT Rebels > KEN asserted"],
    ["a light verb", "Kenyan troops launched an attack on Somali rebels.", "ASSAULT KEN > SOM asserted"],
    [
      "an owned target",
      "Ethiopian jets bombed positions of the Eritrean army.",
      "ASSAULT ETH > ERI asserted",
    ],
    [
      "both sides",
      "Chile and Peru quarrel. Norway called on both countries to resume talks.",
      "REQUEST NOR > CHL+PER asserted",
    ],
  ])("%s", (_, text, told) => {
    expect(tell(text)).toContain(told);
  });

  test("a participle tells an event where it has a day of its own", () => {
    expect(tell("The three soldiers killed on Tuesday were from Tskhinvali.")).toEqual([
      "ASSAULT  > three soldiers asserted",
    ]);
    expect(tell("A man killed in the raid was buried.")).toEqual([]);
  });

  test("what is told without its doer has no actor", () => {
    const told = tell("Five soldiers were killed near Goma on Friday.");
    expect(told).toEqual(["ASSAULT  > Five soldiers asserted"]);
    expect(tell("Five soldiers were killed in a bus crash near Goma.")).toEqual([]);
  });

  test.each([
    ["a double object in the passive", "Fiji was given doses by Australia.", "AID AUS > FJI asserted"],
    [
      "a recipient that only the verb names",
      "Croatia provided Bosnia with assistance.",
      "AID HRV > BIH asserted",
    ],
    ["who is appealed to", "Norway appealed to Chad to free the pilots.", "REQUEST NOR > TCD asserted"],
    [
      "the actor's own thing",
      "Jordan increased patrols on its border with Syria.",
      "MOBILIZE JOR > SYR asserted",
    ],
    ["a purpose", "The king called the president of Chad to convey support.", "SUPPORT king > TCD asserted"],
    ["what is due", "The president of Chad is to visit Sudan.", "AGREE TCD > SDN planned"],
  ])("%s", (_, text, told) => {
    expect(tell(text)).toContain(told);
  });

  test("a ceasefire without parties is that of those who fought", () => {
    const fight = "Libyan troops attacked Chadian soldiers near Wour in 1986.";
    expect(tell(`${fight} A ceasefire was reached in 1987.`)).toContain("AGREE LBY+TCD >  asserted");
    const named = "The presidents of Libya and Chad are old. A ceasefire was reached in 1987.";
    expect(tell(named).filter((told) => told.startsWith("AGREE"))).toEqual([]);
  });

  test.each([
    [
      "a clause's subject",
      "Portugal alleged that Morocco was hiding the report.",
      "ACCUSE PRT > MAR asserted",
    ],
    [
      "who does what he is accused of",
      "Sudan accused Chad of attacking Libya.",
      "ASSAULT TCD > LBY asserted",
    ],
    ["what stops short", "Portugal stopped short of condemning Morocco.", "ACCUSE PRT > MAR denied"],
    ["a question", "Did Portugal condemn Morocco?", "ACCUSE PRT > MAR possible"],
    ["somebody left open", "Police in Rabat threatened to kill her.", "her"],
  ])("%s", (_, text, told) => {
    expect(tell(text).join("; ")).toContain(told);
  });

  test("who insists that something is the case demands nothing", () => {
    expect(tell("Portugal insisted that Morocco had enough ships.")).toEqual([]);
    expect(tell("Portugal insisted that Morocco withdraw its ships.")).toContain(
      "REQUEST PRT > MAR asserted",
    );
  });

  test("a list of states is one event", () => {
    expect(tell("Chile, Peru and Ecuador condemned Brazil.")).toHaveLength(1);
  });
});

describe("operators", () => {
  test.each([
    ["refusal", "Kenya refused to meet Somalia.", "REJECT KEN > SOM asserted"],
    ["negation of cooperation", "Kenya did not send aid to Somalia.", "REJECT KEN > SOM asserted"],
    ["negation of conflict", "Kenyan troops did not attack Somalia.", "ASSAULT KEN > SOM denied"],
    ["a promise", "Kenya will send aid to Somalia.", "AGREE KEN > SOM planned"],
    ["a threat", "Kenya threatened to attack Somalia.", "THREATEN KEN > SOM asserted"],
    ["a demand", "Kenya urged Somalia to withdraw its troops.", "REQUEST KEN > SOM asserted"],
    ["a possibility", "Kenyan troops may attack Somalia.", "ASSAULT KEN > SOM possible"],
    ["an end", "Kenya suspended aid to Somalia.", "SANCTION KEN > SOM asserted"],
  ])("%s", (_, text, told) => {
    expect(tell(text)).toContain(told);
  });

  test("stay visible in the rule", () => {
    const [event] = read("Kenya will send aid to Somalia.");
    expect(event.rule).toMatch(/^\w+:\d+~? .*will/);
  });
});

describe("time", () => {
  test("an old year makes it background", () => {
    const [event] = read("Libya attacked Chad in 1983.");
    expect([event.type, event.date?.edtf, event.recency]).toEqual(["ASSAULT", "1983", "background"]);
  });

  test("a clause without a date shares the sentence's only one", () => {
    const events = read("A conscript was killed on Saturday when Kenyan guards attacked Somali rebels.");
    expect(events.map(({ date }) => date?.edtf)).toEqual(["2019-05-04", "2019-05-04"]);
  });

  test("a day before publication is news", () => {
    const [event] = read("Kenyan troops attacked Somali rebels on Monday.");
    expect([event.date?.edtf, event.recency]).toEqual(["2019-05-06", "current"]);
  });
});

describe("the date of an event", () => {
  /** `TYPE date` of each event; published on Tuesday, 7 May 2019. */
  const tellDates = (text: string) => read(text).map(({ type, date }) => `${type} ${date?.edtf ?? "-"}`);

  test.each([
    [
      "behind a reporting clause",
      "On Sunday at dusk, she says, Sudanese soldiers began to shoot at Chadian farmers.",
      ["ASSAULT 2019-05-05"],
    ],
    [
      "the same, by a noun",
      "Last Friday, the governor said, Kenyan troops attacked Somali rebels.",
      ["ASSAULT 2019-05-03"],
    ],
    [
      "below a verb of aspect",
      "On Monday, Turkish forces continued to shell Syrian positions.",
      ["ASSAULT 2019-05-06"],
    ],
    [
      "of a noun",
      "This week's seizure of a Greek tanker by Iran angered Athens.",
      ["COERCE 2019-05-06/2019-05-12"],
    ],
    [
      "counted from the sentence before",
      "Kenyan troops attacked Somali rebels on Saturday. A day earlier, Ethiopian jets bombed Eritrean positions.",
      ["ASSAULT 2019-05-04", "ASSAULT 2019-05-03"],
    ],
    [
      "at the head of its sentence, right before a name",
      "In midweek Kenyan troops attacked Somali rebels.",
      ["ASSAULT 2019-05-07/2019-05-09"],
    ],
    [
      "the same, counted back",
      "Two days earlier Kenyan troops attacked Somali rebels.",
      ["ASSAULT 2019-05-05"],
    ],
    [
      "of the clause that is reported",
      "Kenyan jets bombed Mogadishu on Monday, killing three Somali soldiers, an officer told reporters.",
      ["ASSAULT 2019-05-06"],
    ],
    ["since when", "Hungary has closed its border with Serbia since Thursday.", ["COERCE 2019-05-02/.."]],
  ])("%s", (_, text, dates) => {
    expect(tellDates(text)).toEqual(expect.arrayContaining(dates));
  });

  test("is not the date of the report", () => {
    const dates = tellDates("The Sudanese army, officials said on Monday, attacked Chadian villages.");
    expect(dates).toContain("ASSAULT -");
  });

  test("is not that of what somebody is quoted with, nor of what is spoken of", () => {
    const quoted = tellDates('"On Sunday the Sudanese soldiers attacked us," a Chadian farmer said.');
    expect(quoted).toContain("ASSAULT 2019-05-05");
    expect(quoted).not.toContain("ACCUSE 2019-05-05");
    expect(
      tellDates("Norway condemned Sunday's attack by Malian rebels on Nigerien soldiers."),
    ).not.toContain("ACCUSE 2019-05-05");
    expect(tellDates("On Sunday, Kenya's minister said Russia had bombed Georgian villages.")).toContain(
      "ASSAULT -",
    );
  });
});

test("an event inside a statement carries its chain", () => {
  const events = read(
    "Kenyan troops attacked Somali rebels, Ethiopian Foreign Ministry spokesman Abebe Bekele said.",
  );
  expect(events.find(({ type }) => type === "ASSAULT")?.attribution.map(({ name }) => name)).toEqual([
    "Abebe Bekele",
  ]);
});

test("what is no event is left alone", () => {
  for (const text of [
    "The winger attacked the left flank all night.",
    "The company fired its accountant.",
    "The spokesman said that the meeting room was full.",
  ])
    expect(tell(text), text).toEqual([]);
});

test("an explanation names the row that would have admitted the word", () => {
  const text = "The winger attacked the left flank all night.";
  const { article } = makeArticle({ origin: "test", text, metadata: {} });
  const doc = resources.analyse(article.text);
  const actors = findActors(doc, article, resources.names);
  const { codebook } = resources;
  const [own] = explainEvents({
    doc,
    view: makeEventView(doc),
    actors,
    statements: [],
    codebook,
    models,
    excluded: [],
  }).filter(({ text: word }) => word === "attacked");
  expect(own.coded).toBeNull();
  expect(own.verdict).toMatch(/^not coded: .*would have admitted it with/);
});

describe("a type of the user's own", () => {
  const own: { -readonly [K in keyof typeof resources.codebook]: (typeof resources.codebook)[K] } = {
    ...resources.codebook,
  };
  const condemn = own.rows.find(
    ({ type, spellings }) => type === "ACCUSE" && spellings.some(([word]) => word === "condemn"),
  );
  const accuse = own.types.get("ACCUSE");
  if (condemn === undefined || accuse === undefined) throw new Error("the codebook has no row for condemn");
  own.types = new Map(own.types).set("SCOLD", { ...accuse, type: "SCOLD" });
  own.byFirstWord = new Map([["condemn", [{ ...condemn, type: "SCOLD", id: "SCOLD:2" }]]]);

  test("is coded though the learned part has never heard of it", () => {
    const { article } = makeArticle({ origin: "test", text: "Portugal condemned Morocco." });
    const doc = resources.analyse(article.text);
    const actors = findActors(doc, article, resources.names);
    const events = findEvents({ article, doc, actors, dates: [], statements: [], codebook: own, models });
    expect(events.map(({ type }) => type)).toEqual(["SCOLD"]);
  });
});
