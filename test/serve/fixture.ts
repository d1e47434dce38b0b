/** Stores to look at: a small record of an invented dispute, an empty one, and one that means harm. */
import type { AnalysedArticle } from "../../src/core/analysed-article.js";
import { type Evidence, type EvidencePart, makeEvidence } from "../../src/core/evidence.js";
import { hashText, makeId } from "../../src/core/identity.js";
import { makeProblem } from "../../src/core/problem.js";
import {
  type ActorRef,
  type ArticleRecord,
  type DateValue,
  type HeaderEvidence,
  RECORD_VERSION,
  type StatementRecord,
} from "../../src/core/records.js";
import { indexPending } from "../../src/store/search-index.js";
import { Store } from "../../src/store/store.js";

type Header = Partial<Omit<ArticleRecord, "kind" | "id" | "text" | "hash" | "evidence" | "boilerplate">>;

/** An article whose header evidence and boilerplate are given as the words that are theirs. */
export function makeArticle(
  origin: string,
  text: string,
  header: Header = {},
  shown: readonly (readonly [HeaderEvidence["part"], string])[] = [],
  boilerplate: readonly string[] = [],
): ArticleRecord {
  const id = makeId("art", origin, text);
  return {
    kind: "article",
    id,
    origin,
    outlet: null,
    agency: null,
    byline: [],
    title: null,
    published: null,
    language: "en",
    text,
    hash: hashText(text),
    evidence: shown.map(([part, words]) => ({ ...find(id, text, words), part })),
    version: 1,
    boilerplate: boilerplate.map((words) => makeEvidence(id, text, find(id, text, words), "boilerplate")),
    recordVersion: RECORD_VERSION,
    codebook: null,
    ...header,
  };
}

interface Said {
  readonly source?: ActorRef | null;
  readonly parent?: StatementRecord;
  readonly cue?: string;
  readonly mode?: StatementRecord["mode"];
  readonly channel?: string;
  readonly occasion?: string;
  readonly date?: DateValue;
  readonly addressees?: readonly ActorRef[];
  readonly rule?: string;
  /** Words of the text, by what they show; `words@2` is their second place. */
  readonly shown: readonly (readonly [EvidencePart, string])[];
}

export function makeStatement(article: ArticleRecord, said: Said): StatementRecord {
  const evidence = said.shown.map(([part, words]) =>
    makeEvidence(article.id, article.text, find(article.id, article.text, words), part),
  );
  const { parent } = said;
  return {
    kind: "statement",
    id: makeId("stm", article.id, ...evidence.map((e) => `${e.part}${e.start}-${e.end}`)),
    article: article.id,
    source: said.source === undefined ? null : said.source,
    cue: said.cue ?? null,
    mode: said.mode ?? "indirect",
    content: evidence
      .filter((e) => e.part === "content")
      .map((e) => e.text)
      .join(" "),
    channel: said.channel ?? null,
    occasion: said.occasion ?? null,
    date: said.date ?? null,
    addressees: said.addressees ?? [],
    parent: parent?.id ?? null,
    attribution: parent
      ? [...parent.attribution, { ...(parent.source ?? { name: "unnamed" }), statement: parent.id }]
      : [],
    evidence,
    rule: said.rule ?? "clause-after-cue",
  };
}

function find(article: string, text: string, wanted: string): Evidence {
  const [, words, n] = /^(.*?)(?:@(\d+))?$/s.exec(wanted) ?? [];
  let start = -1;
  for (let i = 0; i < Number(n ?? 1); i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the text: ${wanted}`);
  return makeEvidence(article, text, { start, end: start + words.length }, "content");
}

const MINISTRY: ActorRef = {
  id: "gov:velmark-transport",
  name: "Ministry of Transport of Velmark",
  country: "VLM",
};

/** A report with a quotation in two parts, chains of three, and a quotation over two paragraphs. */
export function harbourReport(): AnalysedArticle {
  const text = `Ferry talks to resume in Port Selm

By Ina Marek

PORT SELM, March 3 (Coast Press) - Talks on the closed ferry line will resume on Friday, the transport ministry of Velmark said in a statement.

“We will not open the line,” Norhaven's harbour master, Tor Lund, told reporters at a press conference on Tuesday, “until the lights are repaired.”

Radio Selm reported on Monday that, according to two pilots, the ministry had promised the lights “would burn by summer”. A spokesman for the port denied that any date had been named, and said the pilots had misheard.

In a letter to the council, the island's mayor, Greta Holm, wrote:

“Nobody here asks who is right. We ask when the children can go to school.

“The winter was long, and the boats were few.”

The line was closed in the autumn of 1998, after a collision in fog in which four people died.

Follow us for more news from the coast. Read more: What the fog hid`;
  const article = makeArticle(
    "articles/ferry-talks.txt",
    text,
    {
      outlet: "The Harbour Gazette",
      agency: "Coast Press",
      byline: ["Ina Marek"],
      title: "Ferry talks to resume in Port Selm",
      published: { edtf: "2004-03-03", text: "March 3", basis: "inferred" },
    },
    [
      ["title", "Ferry talks to resume in Port Selm"],
      ["byline", "Ina Marek"],
      ["agency", "Coast Press"],
      ["published", "March 3"],
    ],
    ["Follow us for more news from the coast. Read more: What the fog hid"],
  );
  const resume = makeStatement(article, {
    source: MINISTRY,
    cue: "say",
    channel: "statement",
    shown: [
      ["content", "Talks on the closed ferry line will resume on Friday"],
      ["source", "the transport ministry of Velmark"],
      ["cue", "said"],
      ["channel", "in a statement"],
    ],
  });
  const open = makeStatement(article, {
    source: { name: "Tor Lund", id: "person:tor-lund" },
    cue: "tell",
    mode: "direct",
    channel: "press conference",
    date: { edtf: "2004-03-02", text: "on Tuesday", basis: "text" },
    addressees: [{ name: "reporters" }],
    rule: "quotation-in-two-parts",
    shown: [
      ["content", "We will not open the line,"],
      ["source", "Norhaven's harbour master, Tor Lund,"],
      ["cue", "told"],
      ["addressee", "reporters"],
      ["channel", "at a press conference"],
      ["date", "on Tuesday"],
      ["content", "until the lights are repaired."],
    ],
  });
  const radio = makeStatement(article, {
    source: { name: "Radio Selm", sector: "MED" },
    cue: "report",
    channel: "broadcast",
    mode: "mixed",
    date: { edtf: "2004-03-01", text: "on Monday", basis: "text" },
    shown: [
      ["source", "Radio Selm"],
      ["cue", "reported"],
      ["date", "on Monday"],
      ["content", "according to two pilots, the ministry had promised the lights “would burn by summer”"],
    ],
  });
  const pilots = makeStatement(article, {
    source: { name: "two pilots" },
    cue: "according to",
    mode: "mixed",
    parent: radio,
    rule: "according-to",
    shown: [
      ["cue", "according to"],
      ["source", "two pilots"],
      ["content", "the ministry had promised the lights “would burn by summer”"],
    ],
  });
  const promise = makeStatement(article, {
    source: MINISTRY,
    cue: "promise",
    mode: "mixed",
    parent: pilots,
    shown: [
      ["source", "the ministry"],
      ["cue", "promised"],
      ["content", "the lights “would burn by summer”"],
    ],
  });
  const denial = makeStatement(article, {
    source: { name: "spokesman for the port" },
    cue: "deny",
    shown: [
      ["source", "A spokesman for the port"],
      ["cue", "denied"],
      ["content", "any date had been named"],
    ],
  });
  const misheard = makeStatement(article, {
    source: { name: "spokesman for the port" },
    cue: "say",
    shown: [
      ["source", "A spokesman for the port"],
      ["cue", "said@2"],
      ["content", "the pilots had misheard"],
    ],
  });
  const letter = makeStatement(article, {
    source: { name: "Greta Holm", id: "person:greta-holm" },
    cue: "write",
    mode: "direct",
    channel: "letter",
    addressees: [{ name: "the council" }],
    rule: "quotation-after-colon",
    shown: [
      ["channel", "In a letter"],
      ["addressee", "the council"],
      ["source", "the island's mayor, Greta Holm"],
      ["cue", "wrote"],
      ["content", "Nobody here asks who is right. We ask when the children can go to school."],
      ["content", "The winter was long, and the boats were few."],
    ],
  });
  return {
    article,
    records: [resume, open, radio, pilots, promise, denial, misheard, letter],
    problems: [
      makeProblem(
        "unbalanced-quotation",
        "A quotation is opened and never closed; it was taken to end with its paragraph",
        {
          article: article.id,
          start: text.indexOf("“The winter"),
          end: text.indexOf("“The winter") + 1,
          hint: "Nothing to do if the paragraph reads right.",
        },
      ),
    ],
  };
}

/** Two statements whose words cross: neither lies inside the other. */
export function crossingReport(): AnalysedArticle {
  const text = "The pilots said the fog would lift and the ferry would sail, the owners agreed.";
  const article = makeArticle("articles/crossing.txt", text, { outlet: "Selm Mirror", title: "Fog" });
  const first = makeStatement(article, {
    source: { name: "pilots" },
    cue: "say",
    shown: [
      ["source", "The pilots"],
      ["cue", "said"],
      ["content", "the fog would lift and the ferry would sail"],
    ],
  });
  const second = makeStatement(article, {
    source: { name: "owners" },
    cue: "agree",
    shown: [
      ["content", "the ferry would sail, the owners"],
      ["cue", "agreed"],
    ],
  });
  return { article, records: [first, second], problems: [] };
}

/** A report in a script that runs from right to left. */
export function hebrewReport(): AnalysedArticle {
  const text = "השיחות יתחדשו ביום שישי\n\nדובר המשרד אמר: “המעבורת תפליג בקיץ”.";
  const article = makeArticle("articles/rtl.txt", text, {
    outlet: "קול החוף",
    title: "השיחות יתחדשו ביום שישי",
    language: "he",
    published: { edtf: "2004-03", basis: "metadata" },
  });
  const said = makeStatement(article, {
    source: { name: "דובר המשרד" },
    cue: "אמר",
    mode: "direct",
    shown: [
      ["source", "דובר המשרד"],
      ["cue", "אמר"],
      ["content", "המעבורת תפליג בקיץ"],
    ],
  });
  return { article, records: [said], problems: [] };
}

/** Short reports, `n` of them, to fill pages of a list. */
export function manyReports(n: number): AnalysedArticle[] {
  return Array.from({ length: n }, (_, i) => ({
    article: makeArticle(
      `archive/${String(i).padStart(3, "0")}.txt`,
      `The ferry stayed in port on day ${i + 1}.`,
      {
        outlet: i % 3 === 0 ? "Selm Mirror" : "The Harbour Gazette",
        title: `Day ${i + 1} without a ferry`,
        published:
          i % 10 === 9
            ? null
            : { edtf: `2003-${String(1 + (i % 12)).padStart(2, "0")}-10`, basis: "metadata" },
      },
    ),
    records: [],
    problems: [],
  }));
}

export const MARKUP = `"><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;</p></main></body>`;
export const LONG_NAME = "Überlangname".repeat(900);
export const RTL = "\u202Eשלום\u2067 evil ";

/** Records whose every field tries to break out of its place, or is far too long. */
export function hostileReports(): AnalysedArticle[] {
  return [MARKUP, LONG_NAME, RTL].map((bad, i) => {
    const text = `${bad}\r\n\r\nHe said: “${bad}”.\n\n<style>*{display:none}</style>\u0000\uFFFF ${bad}`;
    const actor: ActorRef = {
      id: bad,
      name: bad,
      text: bad,
      country: bad,
      sector: bad,
      wikidata: bad,
      cameo: bad,
    };
    const date: DateValue = { edtf: bad, text: bad, basis: bad as DateValue["basis"] };
    const article = makeArticle(`${i}${bad}`, text, {
      outlet: bad,
      agency: bad,
      byline: [bad, bad],
      title: bad,
      published: date,
      language: bad,
      codebook: bad,
    });
    const base = makeStatement(article, { source: actor, cue: bad, shown: [["cue", "said"]] });
    const statement: StatementRecord = {
      ...base,
      mode: bad as StatementRecord["mode"],
      content: bad,
      channel: bad,
      occasion: bad,
      date,
      addressees: [actor],
      parent: base.id,
      attribution: [{ ...actor, channel: bad, statement: bad }],
      evidence: [
        ...base.evidence,
        { article: article.id, start: text.lastIndexOf(bad), end: 9_999_999, text: bad, part: "content" },
        { article: article.id, start: -5, end: 3, text: bad, part: bad as EvidencePart },
      ],
      rule: bad,
    };
    const nowhere: StatementRecord = { ...statement, id: makeId("stm", "nowhere", i), evidence: [] };
    return {
      article,
      records: [statement, nowhere],
      problems: [
        makeProblem("broken-line", bad, {
          origin: bad,
          line: 3,
          column: 7,
          article: article.id,
          start: 2,
          hint: bad,
        }),
        makeProblem(bad as "broken-line", bad, { origin: bad }),
      ],
    };
  });
}

/** A text of more than a million characters with a statement in every paragraph. */
export function hugeReport(): AnalysedArticle {
  const paragraph = "The keeper of light number N said that the lamp would burn through the night. ".padEnd(
    1000,
    "Fog. ",
  );
  const text = Array.from({ length: 1100 }, (_, i) => paragraph.replace("number N", `number ${i}`)).join(
    "\n\n",
  );
  const article = makeArticle("archive/huge.txt", text, {
    title: "A very long night",
    outlet: "Selm Mirror",
  });
  const records: StatementRecord[] = [];
  let at = 0;
  for (let i = 0; i < 1100; i++) {
    const start = text.indexOf("the lamp", at);
    const evidence = makeEvidence(
      article.id,
      text,
      { start, end: start + "the lamp would burn through the night".length },
      "content",
    );
    records.push({
      ...makeStatement(article, { source: { name: `keeper ${i}` }, cue: "say", shown: [] }),
      id: makeId("stm", article.id, start),
      content: evidence.text,
      evidence: [evidence],
    });
    at = start + 1;
  }
  return { article, records, problems: [] };
}

/** A store in memory with these articles. */
export async function fillStore(batch: readonly AnalysedArticle[]): Promise<Store> {
  const store = await Store.open(":memory:");
  await store.add(batch, "test");
  await indexPending(store);
  return store;
}

/** The store that pictures are taken of. */
export async function openSampleStore(): Promise<Store> {
  const store = await fillStore([harbourReport(), crossingReport(), hebrewReport(), ...manyReports(60)]);
  await store.replaceFileProblems(
    ["articles/scan.pdf", "articles/feed.jsonl"],
    [
      makeProblem("unsupported-format", "PDF files are not read", {
        origin: "articles/scan.pdf",
        hint: "Save its text as .txt or .html first.",
      }),
      makeProblem("broken-line", "Not a JSON object: expected “,” or “}”", {
        origin: "articles/feed.jsonl",
        line: 1207,
        column: 88,
        hint: "Mend the line; the others were read.",
      }),
    ],
  );
  return store;
}
