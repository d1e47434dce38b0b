/** W3C annotations: positions in code points, quotations with their surroundings. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AccountRecord, PassageRecord } from "../../src/core/records.js";
import { listMarks } from "../../src/views/annotation-marks.js";
import { CodePointIndex } from "../../src/views/code-points.js";
import {
  ANNOTATION_HEAD,
  ANNOTATION_SEPARATOR,
  ANNOTATION_TAIL,
  makeReference,
  writeAnnotation,
} from "../../src/views/web-annotation.js";
import { HOSTILE, LOCK_TEXT, MAYOR, makeEvent, makeReport, tellHostile } from "./format-fixture.js";

type Article = ReturnType<typeof makeReport>;

function annotate(article: Article, record: Parameters<typeof listMarks>[0]) {
  const points = new CodePointIndex(article.text);
  const lines = listMarks(record).map((mark) => writeAnnotation(mark, article, points));
  return JSON.parse(ANNOTATION_HEAD + lines.join(ANNOTATION_SEPARATOR) + ANNOTATION_TAIL);
}

describe("annotations", () => {
  const article = makeReport("reports/lock gate.txt", LOCK_TEXT);

  test("each evidence of an event", () => {
    const page = annotate(article, makeEvent(article));
    expect(page).toMatchObject({ "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationPage" });
    expect(
      page.items.map((i: { body: { value: string }[] }) => i.body.slice(0, 2).map((b) => b.value)),
    ).toEqual([
      ["event", "actor"],
      ["event", "trigger"],
      ["event", "recipient"],
    ]);
    expect(page.items[0].body[2].value).toContain("according to mayor of Osterhaven");
    expect(page.items[0].target.source).toBe("reports/lock%20gate.txt");
    expect(new Set(page.items.map((i: { id: string }) => i.id)).size).toBe(3);
  });

  test.each([
    ["tame", article, makeEvent(article)],
    ["hostile", tellHostile().tellings[0].article as Article, tellHostile().tellings[0].record],
  ])("positions find the quotation, and its surroundings fit: %s", (_, report, event) => {
    const characters = [...report.text];
    for (const { target } of annotate(report, event).items) {
      const [position, quote] = target.selector;
      expect(characters.slice(position.start, position.end).join("")).toBe(quote.exact);
      expect(report.text).toContain(quote.prefix + quote.exact + quote.suffix);
      expect(quote.prefix.isWellFormed?.() ?? true).toBe(true);
      expect(quote.suffix.isWellFormed?.() ?? true).toBe(true);
    }
  });

  test("headers, passages and accounts are shown too, stories and problems have no words of their own", () => {
    expect(listMarks(article).map((m) => m.tags)).toEqual([["article", "title"]]);
    const passage: PassageRecord = {
      kind: "passage",
      id: "pas-1",
      identical: true,
      occurrences: [{ article: article.id, start: 0, end: 4, text: "Lock" }],
      first: article.id,
      differences: [],
      rule: "same words",
    };
    expect(listMarks(passage)[0]).toMatchObject({ tags: ["passage", "first"], exact: "Lock" });
    const event = makeEvent(article);
    const account: AccountRecord = {
      kind: "account",
      id: "acc-1",
      about: "actor",
      question: "Who shut the lock?",
      relation: "conflict",
      answers: [
        {
          value: "VLM",
          text: "Velmark",
          articles: [article.id],
          attribution: [MAYOR],
          evidence: event.evidence,
        },
      ],
      rule: "r",
    };
    expect(listMarks(account).map((m) => m.tags[2])).toEqual(["actor", "trigger", "recipient"]);
    expect(listMarks({ kind: "problem", id: "p", code: "empty-input", message: "m" })).toEqual([]);
  });
});

test("code points are counted as JavaScript walks them, lone surrogates included", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), (text, n) => {
      const at = text.length === 0 ? 0 : n % (text.length + 1);
      const index = new CodePointIndex(text);
      expect(index.before(at)).toBe([...text.slice(0, at)].length);
      expect(index.length).toBe([...text].length);
    }),
  );
});

test("where a text came from is always a reference", () => {
  expect(makeReference("https://a.example/x%20y?q=1#p")).toBe("https://a.example/x%20y?q=1#p");
  expect(makeReference("a b?.txt#w1")).toBe("a%20b%3F.txt#w1");
  expect(makeReference("c:d.txt")).toBe("./c:d.txt");
  expect(makeReference("50%.txt")).toBe("50%25.txt");
  for (const origin of [HOSTILE, "\ud800x", ""])
    expect(() => new URL(makeReference(origin), "file:///r/")).not.toThrow();
});
