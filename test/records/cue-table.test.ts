import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/core/user-error.js";
import { CHANNELS } from "../../src/records/channel.js";
import { parseChannelTable } from "../../src/records/channel-table.js";
import { COMMITMENTS } from "../../src/records/commitment.js";
import { parseFrame } from "../../src/records/cue-frame.js";
import { parseCueTable } from "../../src/records/cue-table.js";
import type { LexicalRow } from "../../src/records/lexical-table.js";
import { readMarkedSentence } from "../../src/records/marked-sentence.js";
import { parseOccasionTable } from "../../src/records/occasion-table.js";
import { findRows } from "../../src/records/row-lookup.js";

const cues = parseCueTable(read("cues.tsv"), "data/cues/cues.tsv");
const channels = parseChannelTable(read("channels.tsv"), "data/cues/channels.tsv");
const occasions = parseOccasionTable(read("occasions.tsv"), "data/cues/occasions.tsv");
const readme = read("README.md");

const CUE_HEADER = "lemma\tpos\tframe\tcommitment\tstrength\tquote\texample\tnegative";
const SAY = [
  "say",
  "VERB",
  "source=nsubj content=ccomp|quote",
  "assert",
  "0.9",
  "yes",
  "[source He] [cue said] so.",
  "",
];

describe("the cue table", () => {
  test("has at least 600 rows", () => {
    expect(cues.rows.length).toBeGreaterThanOrEqual(600);
  });

  test("marks each row's lemma as the cue of its example", () => {
    expect(cues.rows.filter((row) => !marksLemma(row, "cue")).map(describeRow)).toEqual([]);
  });

  test("marks a source wherever the frame has one that is named in the clause", () => {
    const without = cues.rows.filter(
      ({ frame, example }) =>
        frame.source.length > 0 &&
        frame.voice !== "pass" &&
        frame.case.length === 0 &&
        !frame.source.some(({ steps }) => steps.some(({ marker }) => marker === "from")) &&
        !example.parts.some(({ part }) => part === "source"),
    );
    expect(without.map(describeRow)).toEqual([]);
  });

  test("marks a content in each example", () => {
    const without = cues.rows.filter(({ example }) => !example.parts.some(({ part }) => part === "content"));
    expect(without.map(describeRow)).toEqual([]);
  });

  test("uses each lemma of a negative sentence without marks", () => {
    const wrong = cues.rows.filter(({ negative }) => negative !== null && /[[\]]/.test(negative));
    expect(wrong.map(describeRow)).toEqual([]);
    const missing = cues.rows.filter(
      (row) =>
        row.negative !== null && !row.spellings.some((words) => containsInflected(row.negative!, words)),
    );
    expect(missing.map(describeRow)).toEqual([]);
  });

  test("never writes one example twice", () => {
    const seen = new Map<string, number>();
    for (const row of cues.rows)
      seen.set(`${row.lemma} ${row.example.text}`, (seen.get(`${row.lemma} ${row.example.text}`) ?? 0) + 1);
    expect([...seen].filter(([, n]) => n > 1)).toEqual([]);
  });

  test("uses every commitment, and the README explains each", () => {
    for (const commitment of COMMITMENTS) {
      expect(
        cues.rows.some((row) => row.commitment === commitment),
        commitment,
      ).toBe(true);
      expect(readme).toContain(`| \`${commitment}\` |`);
    }
  });

  test("is found by either spelling", () => {
    expect(cues.byLemma.get("criticise")).toEqual(cues.byLemma.get("criticize"));
    expect(cues.byLemma.get("point out")?.[0].commitment).toBe("assert");
  });
});

describe("the channel table", () => {
  test("marks each row's trigger as the channel of its example", () => {
    expect(channels.rows.filter((row) => !marksLemma(row, "channel")).map(describeRow)).toEqual([]);
  });

  test("names every channel, and the README explains each", () => {
    for (const channel of CHANNELS) {
      expect(
        channels.rows.some((row) => row.channel === channel),
        channel,
      ).toBe(true);
      expect(readme).toContain(`| \`${channel}\` |`);
    }
  });
});

describe("the occasion table", () => {
  test("marks each row's trigger in the occasion of its example", () => {
    expect(occasions.rows.filter((row) => !marksLemma(row, "occasion")).map(describeRow)).toEqual([]);
  });

  test("is refused with its place where it is wrong", () => {
    const broken =
      "trigger\tpos\tframe\tpriority\texample\nfair\tNOUN\t-\t12\tHe said so [occasion at a fair].\n";
    expect(() => parseOccasionTable(broken, "occasions.tsv")).toThrow(
      'occasions.tsv:2:13: priority "12" is no digit from 1 to 9.',
    );
  });
});

describe("findRows", () => {
  test("finds by lemma and part of speech", () => {
    const found = findRows(cues, { lemma: "warn", form: "warned", upos: "VERB" });
    expect(found.map(({ lemma }) => lemma)).toContain("warn of");
    expect(found[0].spellings[0].length).toBeGreaterThan(1);
    expect(found.at(-1)?.lemma).toBe("warn");
    expect(findRows(cues, { lemma: "state", form: "State", upos: "NOUN" })).toEqual([]);
  });

  test.each([
    ["accord", "according", "according to"],
    ["worry", "worried", "worried"],
    ["allege", "alleged", "alleged"],
  ])("finds %s as the participle %s", (lemma, form, expected) => {
    expect(findRows(cues, { lemma, form, upos: "VERB" }).map((row) => row.lemma)).toContain(expected);
  });
});

describe("parseFrame", () => {
  test.each([
    ["source=nsubj", { up: 0, steps: [{ relation: "nsubj", marker: null }] }],
    ["source=nsubj:pass", { up: 0, steps: [{ relation: "nsubj:pass", marker: null }] }],
    ["source=obl:on", { up: 0, steps: [{ relation: "obl", marker: "on" }] }],
    ["source=^^", { up: 2, steps: [] }],
    ["source=^nsubj", { up: 1, steps: [{ relation: "nsubj", marker: null }] }],
    [
      "source=obj.nmod:of",
      {
        up: 0,
        steps: [
          { relation: "obj", marker: null },
          { relation: "nmod", marker: "of" },
        ],
      },
    ],
  ])("reads %s", (notation, expected) => {
    expect(parseFrame(notation).source).toMatchObject([expected]);
  });

  test("reads conditions and quotation", () => {
    const frame = parseFrame("case=in|at voice=pass source=none content=^|quote support=make|issue");
    expect(frame).toMatchObject({
      case: ["in", "at"],
      voice: "pass",
      source: [],
      content: [{ up: 1, steps: [] }],
      quote: true,
      support: ["make", "issue"],
    });
  });
});

describe("readMarkedSentence", () => {
  test("gives the sentence and where its parts are", () => {
    const { text, parts } = readMarkedSentence("[source The mayor] [cue said] [content it rained].");
    expect(text).toBe("The mayor said it rained.");
    expect(parts.map(({ part, start, end }) => [part, text.slice(start, end)])).toEqual([
      ["source", "The mayor"],
      ["cue", "said"],
      ["content", "it rained"],
    ]);
  });

  test.each([
    ["[source He [cue said] so].", /opens inside/],
    ["He said] so.", /closes nothing/],
    ["[cue said so.", /not closed/],
    ["[speaker He] said so.", /unknown mark/],
    ["[source ] said so.", /marks no words/],
  ])("refuses %s", (marked, message) => {
    expect(() => readMarkedSentence(marked)).toThrow(message);
  });
});

describe("a wrong row is refused with its place", () => {
  test.each([
    [row({ 3: "asert" }), 'data/cues/cues.tsv:2:43: unknown commitment "asert". Did you mean "assert"?'],
    [row({ 1: "VREB" }), 'data/cues/cues.tsv:2:5: unknown pos "VREB". Did you mean "VERB"?'],
    [row({ 0: "Say" }), /:2:1: "Say" is not lower-case/],
    [row({ 2: "source=nsubk" }), /:2:10: frame: unknown relation "nsubk"\. Did you mean "nsubj"\?/],
    [row({ 2: "sauce=nsubj" }), /frame: unknown key "sauce"\. Did you mean "source"\?/],
    [row({ 2: "source=nsubj source=obj" }), /"source" stands twice/],
    [row({ 2: "source" }), /not of the form key=value/],
    [row({ 2: "voice=middle" }), /unknown voice "middle"/],
    [row({ 4: "1.5" }), /strength "1.5" is no number from 0 to 1/],
    [row({ 4: "" }), /strength "" is no number/],
    [row({ 5: "maybe" }), /unknown quote "maybe"\. Known are yes, no\./],
    [row({ 6: "He said so." }), /the example marks no words as \[cue/],
    [row({ 6: "[cue said so." }), /example: "\[cue" is not closed/],
    ["say\tVERB", /:2:1: 2 cells, expected 8/],
    [`${row({})}\n${row({})}`, /:3:1: "say" VERB stands with this frame at line 2/],
  ])("%j", (text, message) => {
    const parse = () => parseCueTable(`${CUE_HEADER}\n${text}\n`, "data/cues/cues.tsv");
    expect(parse).toThrow(UserError);
    expect(parse).toThrow(message);
  });

  test("and so is a table without its header", () => {
    expect(() => parseCueTable("# nothing\n", "cues.tsv")).toThrow(/cues.tsv:1:1: the table has no header/);
    expect(() => parseCueTable("lemma\tpos\n", "cues.tsv")).toThrow(/cues.tsv:1:1: the header is not/);
  });

  test("in the channel table too", () => {
    const header = "channel\ttrigger\tpos\tframe\tpriority\texample";
    const broken = `${header}\nspech\tspeech\tNOUN\t-\t5\tIn a [channel speech] he said so.\n`;
    expect(() => parseChannelTable(broken, "channels.tsv")).toThrow(
      'channels.tsv:2:1: unknown channel "spech". Did you mean "speech"?',
    );
  });
});

function read(name: string): string {
  return readFileSync(new URL(`../../data/cues/${name}`, import.meta.url), "utf8");
}

function row(changes: Readonly<Record<number, string>>): string {
  return SAY.map((cell, i) => changes[i] ?? cell).join("\t");
}

function describeRow({ line, lemma, pos }: LexicalRow): string {
  return `${line}: ${lemma} ${pos}`;
}

/** True if the words marked as `part` include every word of one spelling, in some form. */
function marksLemma({ example, spellings }: LexicalRow, part: "cue" | "channel" | "occasion"): boolean {
  const marked = example.parts
    .filter((span) => span.part === part)
    .map(({ start, end }) => example.text.slice(start, end))
    .join(" ");
  return spellings.some((words) => containsInflected(marked, words));
}

function containsInflected(text: string, words: readonly string[]): boolean {
  const tokens = text.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];
  return words.every((word) => {
    const forms = inflect(word);
    return tokens.some((token) => forms.has(token) || forms.has(token.replace(/'s?$/, "")));
  });
}

/** The forms that a lemma may take in English: regular ones by rule, the others from a list. */
function inflect(lemma: string): Set<string> {
  if (lemma === "one's") return new Set(["my", "your", "his", "her", "its", "our", "their"]);
  const forms = new Set([lemma, ...(IRREGULAR[lemma] ?? "").split(" ")]);
  const stem = lemma.replace(/e$/, "");
  const doubled = lemma + lemma.at(-1);
  for (const base of [lemma, doubled]) for (const ending of ["ed", "ing"]) forms.add(base + ending);
  for (const ending of ["s", "es"]) forms.add(lemma + ending);
  for (const ending of ["ed", "es", "ing"]) forms.add(stem + ending);
  if (lemma.endsWith("y")) for (const ending of ["ied", "ies"]) forms.add(lemma.slice(0, -1) + ending);
  if (lemma.endsWith("is")) forms.add(lemma.slice(0, -2) + "es");
  if (lemma.endsWith("c")) for (const ending of ["ked", "king"]) forms.add(lemma + ending);
  return forms;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  bear: "bore borne",
  beat: "beat beaten",
  begin: "began begun",
  beseech: "besought",
  break: "broke broken",
  bring: "brought",
  broadcast: "broadcast",
  choose: "chose chosen",
  come: "came",
  cut: "cutting",
  draw: "drew drawn",
  dream: "dreamt",
  feel: "felt",
  find: "found",
  forbid: "forbade forbidden",
  foresee: "foresaw foreseen",
  foretell: "foretold",
  forget: "forgot forgotten",
  forgive: "forgave forgiven",
  give: "gave given",
  go: "went gone",
  have: "has had",
  hear: "heard",
  hold: "held",
  keep: "kept",
  know: "knew known",
  lay: "laid",
  leave: "left",
  lie: "lay lying",
  make: "made",
  mean: "meant",
  mislead: "misled",
  own: "own",
  overstate: "overstated",
  pay: "paid",
  plead: "pled",
  put: "put",
  read: "read",
  retell: "retold",
  ring: "rang rung",
  say: "said",
  see: "saw seen",
  seek: "sought",
  send: "sent",
  shed: "shed",
  shoot: "shot",
  show: "shown",
  sing: "sang sung",
  speak: "spoke spoken",
  spell: "spelt",
  stand: "stood",
  strike: "struck",
  swear: "swore sworn",
  take: "took taken",
  tell: "told",
  think: "thought",
  throw: "threw thrown",
  undertake: "undertook undertaken",
  understand: "understood",
  uphold: "upheld",
  weep: "wept",
  forswear: "forswore forsworn",
  withdraw: "withdrew withdrawn",
  hide: "hid hidden",
  gainsay: "gainsaid",
  lend: "lent",
  write: "wrote written",
};
