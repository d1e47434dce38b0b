import { readFileSync } from "node:fs";
import countries from "i18n-iso-countries";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/core/user-error.js";
import { type ActorTableName, parseActorTables } from "../../src/mentions/actor-table.js";
import type { TableText } from "../../src/mentions/actor-table-cells.js";
import type { AmbiguousName, HolderRow, Term } from "../../src/mentions/actor-table-row.js";

const FILES: Readonly<Record<ActorTableName, string>> = {
  states: "states",
  bodies: "bodies",
  seats: "seats",
  offices: "offices",
  titles: "titles",
  holders: "office-holders",
};
const TEXTS = Object.fromEntries(
  Object.entries(FILES).map(([name, file]) => {
    const origin = `data/actors/${file}.tsv`;
    return [name, { text: readFileSync(new URL(`../../${origin}`, import.meta.url), "utf8"), origin }];
  }),
) as Record<ActorTableName, TableText>;
const TABLES = parseActorTables(TEXTS);

/** Codes that ISO 3166-1 leaves to users: Kosovo's, and the one that the package has for it. */
const USER_ASSIGNED = new Set(["XKX", "XKK"]);
/** Two people claimed one office at once; which of them held it is not ours to say. */
const DISPUTED = new Set(["president of state:CIV"]);

interface NamedRow extends Term {
  readonly id: string;
  readonly ambiguous: readonly AmbiguousName[];
  readonly names: readonly string[];
}

const NAMED: readonly NamedRow[] = [
  ...TABLES.states.map((row) => ({
    ...row,
    names: [row.name, ...row.aliases, ...row.adjectives, ...row.demonyms, ...row.capitals],
  })),
  ...TABLES.bodies.map((row) => ({ ...row, names: [row.name, ...row.aliases] })),
  ...TABLES.seats.map((row) => ({
    ...row,
    id: `${row.name} of ${row.of}`,
    names: [row.name, ...row.aliases],
  })),
];

/** Whether no day can belong to both terms; a term may begin on the day on which another ends. */
function areApart(a: Term, b: Term): boolean {
  return endsBefore(a, b) || endsBefore(b, a);
}

function endsBefore(a: Term, b: Term): boolean {
  if (a.to === null || b.from === null) return false;
  const length = Math.min(a.to.length, b.from.length);
  return a.to.slice(0, length) <= b.from.slice(0, length);
}

function isDated(row: Term): boolean {
  return row.from !== null && row.to !== null;
}

describe("the tables agree with themselves", () => {
  test("a name of two actors has a rule or dates that tell them apart", () => {
    const bearers = new Map<string, NamedRow[]>();
    for (const row of NAMED)
      for (const name of new Set(row.names)) bearers.set(name, [...(bearers.get(name) ?? []), row]);
    const undecided: string[] = [];
    for (const [name, rows] of bearers)
      for (const [i, a] of rows.entries())
        for (const b of rows.slice(0, i)) {
          const rules = [a, b].map((row) => row.ambiguous.find(({ word }) => word === name)?.rule);
          // A row that is over holds the name in its time, the open one in all others.
          if (rules.includes("context") || areApart(a, b) || isDated(a) !== isDated(b)) continue;
          undecided.push(`${name}: ${b.id}, ${a.id}`);
        }
    expect(undecided).toEqual([]);
  });

  test("a Wikidata id is one actor's", () => {
    const people = new Map(TABLES.holders.map((row) => [row.id, row.wikidata]));
    const ids = [...TABLES.states, ...TABLES.bodies].map((row) => row.wikidata).concat([...people.values()]);
    const written = ids.filter((id) => id !== null);
    expect(written.filter((id, i) => written.indexOf(id) < i)).toEqual([]);
  });

  test("states have the codes of ISO 3166-1, and none is missing", () => {
    const listed = TABLES.states.filter((row) => row.kind !== "former state").map((row) => row.iso3 ?? "");
    const iso = Object.keys(countries.getAlpha3Codes()).filter((code) => !USER_ASSIGNED.has(code));
    expect(iso.filter((code) => !listed.includes(code))).toEqual([]);
    expect(listed.filter((code) => !iso.includes(code) && !USER_ASSIGNED.has(code))).toEqual([]);
    for (const row of TABLES.states) if (row.iso3 !== null) expect(row.id).toBe(`state:${row.iso3}`);
  });

  test("former states have both dates", () => {
    for (const row of TABLES.states)
      expect([row.id, isDated(row)]).toEqual([row.id, row.kind === "former state"]);
  });

  test("no chain of parents comes back to its beginning", () => {
    const parents = new Map([...TABLES.states, ...TABLES.bodies].map((row) => [row.id, row.parent]));
    for (const id of parents.keys()) {
      const chain = [id];
      for (let up = parents.get(id); up; up = parents.get(up)) {
        expect(chain).not.toContain(up);
        chain.push(up);
      }
    }
  });

  test.each(["offices", "titles"] as const)("a word of %s has one meaning in a state", (name) => {
    const meanings = new Map<string, string>();
    for (const row of TABLES[name]) {
      if ("unique" in row && row.kind === "modifier") continue;
      for (const { word, states } of row.words)
        for (const state of states ?? [""]) {
          expect(`${word}@${state}: ${meanings.get(`${word}@${state}`) ?? row.id}`).toBe(
            `${word}@${state}: ${row.id}`,
          );
          meanings.set(`${word}@${state}`, row.id);
        }
    }
  });

  test("titles that only states or only bodies have are held there", () => {
    const titles = new Map(TABLES.titles.map((row) => [row.id, row]));
    for (const row of TABLES.holders) {
      // Governments with a name of their own and unrecognised ones stand among the bodies.
      const kind = /^(state|gov|group):/.test(row.of) ? "state" : "body";
      const of = titles.get(row.title)!.of;
      expect(of.includes(kind) || (row.of.startsWith("group:") && of.includes("body")), row.id).toBe(true);
    }
  });

  test("an office that one person holds is held by one at a time", () => {
    const unique = new Set(TABLES.titles.filter((row) => row.unique).map((row) => row.id));
    const held = new Map<string, HolderRow[]>();
    for (const row of TABLES.holders) {
      const office = `${row.title} of ${row.of}`;
      if (unique.has(row.title) && !row.acting && !DISPUTED.has(office))
        held.set(office, [...(held.get(office) ?? []), row]);
    }
    for (const [office, rows] of held)
      for (const [i, a] of rows.entries())
        for (const b of rows.slice(0, i))
          expect([office, a.name, b.name, areApart(a, b)]).toEqual([office, a.name, b.name, true]);
  });

  test("the rows of a person stand together", () => {
    const ids = TABLES.holders.map((row) => row.id);
    for (const [i, id] of ids.entries()) if (ids.indexOf(id) < i) expect(ids[i - 1]).toBe(id);
  });
});

describe("what a row becomes", () => {
  test("lists are split, empty cells are null, dates are kept as written", () => {
    const zaire = TABLES.states.find((row) => row.id === "state:ZAR")!;
    expect(zaire).toMatchObject({
      name: "Zaire",
      parent: null,
      from: "1971-10-27",
      successors: ["state:COD"],
    });
    expect(Object.isFrozen(zaire) && Object.isFrozen(zaire.aliases)).toBe(true);
  });

  test("rules for shared names and words bound to states are fields", () => {
    const congo = TABLES.states.find((row) => row.id === "state:COG")!;
    expect(congo.ambiguous).toContainEqual({ word: "Congo", rule: "context" });
    const words = TABLES.offices.find((row) => row.id === "parliament")!.words;
    expect(words).toContainEqual({ word: "Knesset", states: ["ISR"] });
    expect(words).toContainEqual({ word: "parliament" });
  });

  test("a person's aliases hold for every term", () => {
    const terms = TABLES.holders.filter((row) => row.id === "person:recep-tayyip-erdogan");
    expect(terms.map((row) => row.title)).toEqual(["prime-minister", "president"]);
    for (const row of terms) expect(row.aliases).toContain("Erdogan");
    expect(terms[1].to).toBeNull();
  });
});

describe("what is refused", () => {
  const break_ = (name: ActorTableName, from: string, to: string): string => {
    const text = TEXTS[name].text.replace(from, to);
    expect(text).not.toBe(TEXTS[name].text);
    try {
      parseActorTables({ ...TEXTS, [name]: { ...TEXTS[name], text } });
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      return (error as UserError).message;
    }
    return "nothing";
  };

  test.each<[ActorTableName, string, string, RegExp]>([
    [
      "bodies",
      "\tintergovernmental organisation\t",
      "\tintergovernmental organization\t",
      /^data\/actors\/bodies\.tsv:\d+:\d+: found "intergovernmental organization", expected a known kind\. Did you mean "intergovernmental organisation"\?$/,
    ],
    ["bodies", "\tigo:un-secretariat\t", "\tigo:un-secretariats\t", /Did you mean "igo:un-secretariat"\?$/],
    ["bodies", "\tQ1065\t", "\t1065\t", /found "1065", expected a Wikidata id such as Q42$/],
    ["bodies", "\tUNO\t", "\tXYZ\t", /found "XYZ", expected a known sector\./],
    ["states", "=context", "=never", /found "[^"]+=never", expected name=default or name=context$/],
    ["states", "1971-10-27", "1971-02-30", /found "1971-02-30", expected a date as YYYY/],
    ["states", "1971-10-27", "1998", /found "1997-05-17", expected no date before 1998$/],
    ["states", "state:AGO\tAGO", "state:AFG\tAFG", /each id once; it stands at line \d+$/],
    ["offices", "@ISR", "@ISX", /found "ISX", expected one that stands in states\.tsv/],
    ["titles", "\tstate|body\t", "\tstate|bodies\t", /found "bodies", expected state, body or both$/],
    ["seats", "\tstate:RUS\t", "\t\t", /found nothing, expected one that stands in/],
    ["holders", "\tpresident\t", "\tpresidnet\t", /Did you mean "president"\?$/],
    ["holders", "\t..\t", "\t\t", /found nothing, expected a date, or \.\. for open$/],
  ])("%s: %s written as %s", (name, from, to, message) => {
    expect(break_(name, from, to)).toMatch(message);
  });

  test("columns count characters from 1 and point at the value", () => {
    const { text, origin } = TEXTS.offices;
    const line = text.trimEnd().split("\n").length + 1;
    const offices = {
      origin,
      text: `${text.trimEnd()}\nguard\tguard\ta guard|a guard@X\tMIL\tMIL\tpolice\t\n`,
    };
    expect(() => parseActorTables({ ...TEXTS, offices })).toThrow(
      `${origin}:${line}:21: found "a guard@X", expected a word, or word@ISO,ISO with alpha-3 codes`,
    );
  });

  test("a wrong header and a missing cell", () => {
    expect(break_("seats", "name\taliases", "name\talias")).toMatch(
      /^data\/actors\/seats\.tsv:\d+:1: found the header/,
    );
    expect(break_("titles", "\tgeneral usage\n", "\n")).toMatch(
      /:1: found 9 cells, expected 10, separated by tabs$/,
    );
  });
});
