/** The dossier in Markdown and in HTML: every claim has its notes, every note a claim, and no report becomes markup. */
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import type { AccountRecord, PositionRecord, QuantityRecord } from "../../src/core/records.js";
import type { DossierBlock, DossierWriter } from "../../src/views/dossier.js";
import {
  keyPosition,
  keyQuantity,
  tellAccount,
  tellPositions,
  tellQuantities,
  tellStory,
} from "../../src/views/dossier-claims.js";
import { makeHtmlDossier } from "../../src/views/dossier-html.js";
import { MARKDOWN_DOSSIER } from "../../src/views/dossier-markdown.js";
import { DossierNotes } from "../../src/views/dossier-notes.js";
import { closeDirections, escapeMarkdown } from "../../src/views/markdown-text.js";
import type { ToldEvent } from "../../src/views/told-story.js";
import {
  cutAtStops,
  HOSTILE,
  LOCK_TEXT,
  MAYOR,
  makeReport,
  show,
  tell,
  tellHostile,
  VELMARK,
} from "./format-fixture.js";

type Article = ReturnType<typeof makeReport>;

/** One dossier of a story and of what else its first article tells, every text of them `words` where that is given. */
function writeDossier(writer: DossierWriter, told: ToldEvent, words?: string): string {
  const notes = new DossierNotes(cutAtStops);
  const article = told.tellings[0].article as Article;
  const evidence = show(article, { holder: "Velmark", trigger: "seized" });
  const within = {
    id: "x",
    article: article.id,
    date: null,
    attribution: [MAYOR],
    evidence,
    rule: "r",
  } as const;
  const position: PositionRecord = {
    ...within,
    kind: "position",
    holders: [{ name: words ?? "mayor of Osterhaven" }],
    stance: "against",
    issue: { id: "issue:lock", label: words ?? "closing of the lock" },
    condition: words ?? null,
  };
  const quantity: QuantityRecord = {
    ...within,
    kind: "quantity",
    measure: words ?? "ships",
    value: 12,
    low: null,
    high: null,
    unit: words ?? null,
    modifier: "about",
    of: words ?? "ships",
    by: [VELMARK],
    places: [{ name: words ?? "Osterhaven" }],
  };
  const account: AccountRecord = {
    kind: "account",
    id: "acc",
    about: "actor",
    question: words ?? "COERCE (lock): who did it?",
    relation: "conflict",
    answers: ["VLM", words ?? "NOR"].map((value) => ({
      value,
      text: words ?? "Velmark seized",
      articles: [article.id],
      attribution: [],
      evidence,
    })),
    rule: "r",
  };
  const blocks: DossierBlock[] = [
    { kind: "heading", level: 2, pieces: [{ name: words ?? "Overview" }] },
    { kind: "text", pieces: [words ?? "1. What reports say"] },
    { kind: "counts", rows: [[words ?? "stories", 1]] },
    {
      kind: "lines",
      lines: [
        tellStory(told, { edtf: "2004-03-02", by: "story" }, notes),
        tellPositions([{ position, article }], notes),
        tellAccount(account, new Map([[article.id, article]]), notes),
        tellQuantities([{ quantity, article }], notes),
      ],
    },
  ];
  return [
    writer.open({ title: `Dossier: ${words ?? "Velmark"}` }),
    ...blocks.map((block) => writer.block(block)),
    writer.close(notes.all),
  ].join("");
}

const tame = () =>
  tell([
    makeReport("reports/lock.txt", LOCK_TEXT),
    makeReport("https://coast.example/lock", `Copy\n${LOCK_TEXT}`),
  ]);

describe("what a dossier says", () => {
  const text = writeDossier(MARKDOWN_DOSSIER, tame());
  test("on whose word, with the sentence", () => {
    expect(text).toContain(
      "- 2 March 2004: COERCE, Velmark → lock keepers, place: Osterhaven, according to mayor of Osterhaven, in The Harbour Gazette: “Velmark seized",
    );
    expect(text).toContain("(2 reports, 2 independent)[^1][^2]");
    expect(text).toContain(
      "- mayor of Osterhaven: against, in its own word, according to mayor of Osterhaven, in",
    );
    expect(text).toContain("  - “Velmark seized” (NOR), according to The Harbour Gazette[^4]");
    expect(text).toContain("- ships: about 12 of “ships”, by Velmark, place: Osterhaven, according to");
    expect(text).toMatch(
      /^\[\^1\]: The Harbour Gazette, 3 March 2004, “Lock at Osterhaven shut”\. On the word of mayor of Osterhaven \(press conference\)\. “.*Velmark seized the lock at Osterhaven on Tuesday, the mayor said\.” \(reports\/lock\.txt, characters \d+ to \d+\)$/m,
    );
  });

  test("history and what is not told as done say so", () => {
    const told = tell([makeReport("a.txt", LOCK_TEXT)], { status: "denied", recency: "background" });
    expect(writeDossier(MARKDOWN_DOSSIER, told)).toContain("(denied; history that reports recall)");
  });

  test("what several reports tell alike is one line", () => {
    const article = makeReport("a.txt", LOCK_TEXT);
    const base = {
      measure: "ships",
      value: 2,
      low: null,
      high: null,
      unit: null,
      modifier: null,
      of: "Ships",
    };
    const quantity = (of: string) => ({ ...base, of }) as QuantityRecord;
    expect(keyQuantity(quantity("Ships"))).toBe(keyQuantity(quantity("ships")));
    expect(keyQuantity(quantity("ships"))).not.toBe(keyQuantity(quantity("boats")));
    const position = (attribution: PositionRecord["attribution"]) =>
      ({ holders: [MAYOR], stance: "favor", condition: null, attribution }) as unknown as PositionRecord;
    expect(keyPosition(position([MAYOR]))).not.toBe(keyPosition(position([VELMARK])));
    expect(article.id).toBeTruthy();
  });
});

describe.each([
  ["tame", tame, undefined],
  ["hostile", tellHostile, HOSTILE],
] as const)("Markdown, %s", (_, told, words) => {
  const text = writeDossier(MARKDOWN_DOSSIER, told(), words);
  const bare = text.replace(/\\[!-/:-@[-`{-~]/g, "");

  test("footnotes and claims belong together", () => {
    const notes = [...bare.matchAll(/^\[\^(\d+)\]: /gm)].map(([, n]) => Number(n));
    const references = new Set([...bare.matchAll(/\[\^(\d+)\](?!: )/g)].map(([, n]) => Number(n)));
    expect(notes).toEqual(notes.map((__, i) => i + 1));
    expect([...references].sort((a, b) => a - b)).toEqual(notes);
    const claims = bare.split("\n").filter((line) => /^ *- /.test(line));
    expect(claims.length).toBeGreaterThanOrEqual(6);
    // A question has no note of its own: its answers have.
    for (const claim of claims)
      if (!claim.includes("exclude each other")) expect(claim).toMatch(/(\[\^\d+\])+$/);
  });

  test("no report becomes markup", () => {
    expect(bare.replace(/\[\^\d+\]:? ?/g, "")).not.toMatch(/[<>`*_[\]~$@&]|:\/\/|www\.|\u0000/);
    for (const line of bare.split("\n"))
      expect(line).toMatch(/^(|#{1,3} .*| *- .*|\[\^\d+\]: .*|\|.*\|.*\||[^-#>|=+\s].*)$/s);
    expect(
      bare
        .split("\n")
        .filter((line) => line.startsWith("|"))
        .every((line) => line.split("|").length === 4),
    ).toBe(true);
  });
});

describe.each([
  ["tame", tame, undefined],
  ["hostile", tellHostile, HOSTILE],
] as const)("HTML, %s", (_, told, words) => {
  const written = writeDossier(makeHtmlDossier(), told(), words);
  const { document } = parseHTML(written);

  test("notes and claims lead to each other", () => {
    const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute("href")?.slice(1));
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) expect(ids).toContain(link);
    expect([...document.querySelectorAll(".notes li")].map((li) => li.id)).toEqual(
      ids.filter((id) => id.startsWith("note-")),
    );
  });

  test("needs nothing else, and no report becomes markup", () => {
    const allowed =
      "html head meta title style body main h1 h2 h3 p table tbody tr th td ul ol li sup a bdi q section span";
    expect(new Set([...document.querySelectorAll("*")].map((e) => e.localName))).toEqual(
      new Set(
        [...document.querySelectorAll("*")]
          .map((e) => e.localName)
          .filter((n) => allowed.split(" ").includes(n)),
      ),
    );
    for (const element of document.querySelectorAll("*")) {
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^src$|^style$/);
    }
    expect(written).not.toMatch(/<script|url\(|@import|<link|\0/i);
    expect(
      document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content"),
    ).toContain("default-src 'none'");
    expect(document.documentElement.lang).toBe("en");
  });

  test("quotations are exact", () => {
    const quote = document.querySelector(".notes q")?.textContent;
    const { text } = told().tellings[0].article;
    // What no HTML can hold is shown as a replacement character.
    expect(text.replaceAll("\0", "\uFFFD")).toContain(quote);
  });
});

test("directions of writing end where a text ends", () => {
  expect(closeDirections("a\u202eb\u2066c")).toBe("a\u202eb\u2066c\u2069\u202c");
  expect(closeDirections("a\u202eb\u202cc")).toBe("a\u202eb\u202cc");
  expect(closeDirections("a\u2066\u202eb\u2069c")).toBe("a\u2066\u202eb\u2069c");
  expect(closeDirections("a\u202c")).toBe("a\u202c");
});

test("escaped Markdown reads as the text", () => {
  expect(escapeMarkdown("a_b *c* [d](e) <f> http://g #h")).toBe(
    "a\\_b \\*c\\* \\[d\\](e) \\<f\\> http\\://g \\#h",
  );
  expect(escapeMarkdown("x\n\n- y\t\0")).toBe("x - y \uFFFD");
});
