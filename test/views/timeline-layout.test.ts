import { expect, test } from "vitest";
import { layOutTimeline, type TimelineMark } from "../../src/views/timeline-layout.js";

const item = (placed: string | null, lane = "news") => ({ lane, placed });
type Item = ReturnType<typeof item>;

test("a day is a point, a month a bar, a decade a longer one", () => {
  const layout = layOutTimeline(
    [item("197X"), item("1975-03"), item("1979-12-31"), item("1970-01-01")],
    ["news"],
  );
  const widths = layout?.lanes[0].marks.map(({ item, from, to }) => [item.placed, to - from] as const);
  const width = Object.fromEntries(widths ?? []);
  expect(width["1979-12-31"]).toBe(0);
  expect(width["1975-03"]).toBeGreaterThan(0);
  expect(width["197X"]).toBeGreaterThan(50 * width["1975-03"]);
});

test("marks of a row do not cover each other, and the same items give the same rows", () => {
  const days = Array.from({ length: 60 }, (_, i) =>
    item(`2001-03-${String((i * 7) % 28 || 1).padStart(2, "0")}`),
  );
  const items = [...days, item("2001-03"), item("2001-02-20/2001-03-09")];
  const layout = layOutTimeline(items, ["news"]);
  const rows = new Map<number, TimelineMark<Item>[]>();
  for (const mark of layout?.lanes[0].marks ?? []) rows.set(mark.row, [...(rows.get(mark.row) ?? []), mark]);
  expect([...rows.values()].flat()).toHaveLength(items.length);
  for (const marks of rows.values()) {
    const sorted = [...marks].sort((a, b) => a.from - b.from);
    sorted.slice(1).forEach((mark, i) => {
      expect(mark.from).toBeGreaterThan(sorted[i].to);
    });
  }
  expect(layOutTimeline([...items].reverse(), ["news"])?.lanes[0].rows).toBe(layout?.lanes[0].rows);
});

test("open ends and far dates say that they go on", () => {
  const news = Array.from({ length: 20 }, (_, i) => item(`2001-03-${String(i + 1).padStart(2, "0")}`));
  const marks = layOutTimeline([...news, item("1815-06-09"), item("2001-03-05/..")], ["news"])?.lanes[0]
    .marks;
  expect(marks?.find((m) => m.item.placed === "1815-06-09")).toMatchObject({ before: true });
  expect(marks?.find((m) => m.item.placed === "2001-03-05/..")).toMatchObject({ before: false, after: true });
});

test("what has no place, or no lane, is left out; nothing at all is no picture", () => {
  const layout = layOutTimeline(
    [item(null), item("XXXX-04-01"), item("nonsense"), item("2001", "other")],
    ["news"],
  );
  expect(layout).toBeUndefined();
  expect(
    layOutTimeline([item("2001"), item("2001", "x")], ["x", "news", "y"])?.lanes.map((l) => l.lane),
  ).toEqual(["x", "news"]);
});
