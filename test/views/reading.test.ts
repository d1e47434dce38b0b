import { describe, expect, test } from "vitest";
import type { AnalysedArticle } from "../../src/core/analysed-article.js";
import { findExcerpt } from "../../src/views/excerpt.js";
import { layOutReading } from "../../src/views/reading.js";
import { crossingReport, harbourReport, hostileReports, hugeReport } from "../serve/fixture.js";

const statementsOf = (records: AnalysedArticle["records"]) => records.filter((r) => r.kind === "statement");
const layOut = ({ article, records }: Pick<AnalysedArticle, "article" | "records">) =>
  layOutReading(article, statementsOf(records));

describe("layOutReading", () => {
  test("numbers statements in the order of their words and notes each beside its paragraph", () => {
    const { article, records } = harbourReport();
    const reading = layOut({ article, records });
    const beside = reading.paragraphs.map((p) => p.notes.map((n) => `${n.number}:${n.depth}`).join(" "));
    expect(beside).toEqual(["", "", "1:0", "2:0", "3:0 4:1 5:2 6:0 7:0", "", "8:0", "", "", ""]);
    expect(reading.unplaced).toEqual([]);
  });

  test("the segments of a paragraph are its characters", () => {
    for (const { article, records } of [harbourReport(), crossingReport(), ...hostileReports()]) {
      for (const paragraph of layOut({ article, records }).paragraphs) {
        const text = paragraph.segments.map((s) => article.text.slice(s.start, s.end)).join("");
        expect(text).toBe(article.text.slice(paragraph.start, paragraph.end));
      }
    }
  });

  test("a nested statement's marks lie inside the content of the one around it", () => {
    const { article, records } = harbourReport();
    const [, , radio, pilots, promise] = records;
    const reading = layOut({ article, records });
    const deepest = reading.paragraphs
      .flatMap((p) => p.segments)
      .find((s) => article.text.slice(s.start, s.end).includes("would burn by summer"));
    expect(deepest?.marks.map((m) => [m.statement?.id, m.part])).toEqual([
      [radio.id, "content"],
      [pilots.id, "content"],
      [promise.id, "content"],
    ]);
  });

  test("a statement without a place in the text is kept apart", () => {
    const [{ article, records }] = hostileReports();
    expect(layOut({ article, records }).unplaced.map((n) => n.statement.id)).toEqual([records[1].id]);
  });

  test("a million characters are laid out whole", () => {
    expect(layOut(hugeReport()).paragraphs).toHaveLength(1100);
  });
});

describe("findExcerpt", () => {
  test("shows the whole paragraph where it is short", () => {
    const text = "One fog.\n\nTwo fogs here.\n\nThree.";
    const start = text.indexOf("fogs");
    const { start: from, end } = findExcerpt(text, { start, end: start + 4 });
    expect(text.slice(from, end)).toBe("Two fogs here.");
  });

  test("cuts a long one at words", () => {
    const text = `${"fog and rain ".repeat(400)}HERE ${"wind and sun ".repeat(400)}`;
    const start = text.indexOf("HERE");
    const window = findExcerpt(text, { start, end: start + 4 });
    const shown = text.slice(window.start, window.end);
    expect(shown.length).toBeLessThan(1100);
    expect(shown).toMatch(/^(fog|and|rain) .*HERE.* (wind|and|sun)$/);
  });

  test("splits no surrogate pair and bears offsets outside the text", () => {
    const text = "😀".repeat(3000);
    const window = findExcerpt(text, { start: 2001, end: 2003 });
    expect(() => encodeURIComponent(text.slice(window.start, window.end))).not.toThrow();
    expect(findExcerpt("fog", { start: -4, end: 99 })).toEqual({ start: 0, end: 3 });
  });
});
