import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Span } from "../../src/core/evidence.js";
import { segmentText, walkSegments } from "../../src/views/segments.js";

interface Named extends Span {
  readonly name: string;
}

/** Segments as `start-end:names`. */
function show(window: Span, marks: readonly Named[]): string {
  return segmentText(window, marks)
    .map((s) => `${s.start}-${s.end}:${s.marks.map((m) => m.name).join("")}`)
    .join(" ");
}

/** Steps as brackets around offsets. */
function draw(window: Span, marks: readonly Named[]): string {
  let drawn = "";
  for (const step of walkSegments(segmentText(window, marks))) {
    if (step.kind === "open") drawn += `[${step.mark.name} `;
    else if (step.kind === "close") drawn += "]";
    else drawn += `${step.start}-${step.end}`;
  }
  return drawn;
}

const WINDOW = { start: 0, end: 10 };

describe("segmentText", () => {
  test.each<[string, Named[], string]>([
    ["nothing marked", [], "0-10:"],
    ["one mark", [{ name: "a", start: 2, end: 5 }], "0-2: 2-5:a 5-10:"],
    [
      "one inside another, whatever the order",
      [
        { name: "b", start: 3, end: 5 },
        { name: "a", start: 2, end: 8 },
      ],
      "0-2: 2-3:a 3-5:ab 5-8:a 8-10:",
    ],
    [
      "two that cross",
      [
        { name: "a", start: 1, end: 6 },
        { name: "b", start: 4, end: 9 },
      ],
      "0-1: 1-4:a 4-6:ab 6-9:b 9-10:",
    ],
    [
      "the same start, the longer one outside",
      [
        { name: "b", start: 0, end: 3 },
        { name: "a", start: 0, end: 7 },
      ],
      "0-3:ab 3-7:a 7-10:",
    ],
    [
      "touching marks share nothing",
      [
        { name: "a", start: 0, end: 5 },
        { name: "b", start: 5, end: 10 },
      ],
      "0-5:a 5-10:b",
    ],
    ["clipped to the window", [{ name: "a", start: -4, end: 99 }], "0-10:a"],
    [
      "empty and outside",
      [
        { name: "a", start: 3, end: 3 },
        { name: "b", start: 10, end: 12 },
      ],
      "0-10:",
    ],
  ])("%s", (_, marks, expected) => {
    expect(show(WINDOW, marks)).toBe(expected);
  });

  test("equal spans stand in the order of their rank", () => {
    const marks = [
      { name: "inner", start: 1, end: 4, rank: 2 },
      { name: "outer", start: 1, end: 4, rank: 1 },
    ];
    expect(segmentText(WINDOW, marks, (m) => m.rank)[1].marks.map((m) => m.name)).toEqual(["outer", "inner"]);
  });

  test("an empty window has no segments", () => {
    expect(segmentText({ start: 4, end: 4 }, [{ start: 0, end: 9 }])).toEqual([]);
  });

  const mark = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b), name: `${a}-${b}` }));
  const marks = fc.array(mark, { maxLength: 12 });

  test("fills the window; each segment has exactly the marks that cover it", () => {
    fc.assert(
      fc.property(marks, (list) => {
        const window = { start: 5, end: 35 };
        const segments = segmentText(window, list);
        expect(segments[0].start).toBe(5);
        expect(segments.at(-1)?.end).toBe(35);
        segments.forEach((segment, i) => {
          if (i > 0) expect(segment.start).toBe(segments[i - 1].end);
          expect(segment.end).toBeGreaterThan(segment.start);
          const covering = list.filter(
            (m) => m.start <= segment.start && m.end >= segment.end && m.start < m.end,
          );
          expect(new Set(segment.marks)).toEqual(new Set(covering));
          expect(segment.marks.length).toBe(covering.length);
        });
      }),
    );
  });

  test("is always drawn as boxes that nest, with every character once", () => {
    fc.assert(
      fc.property(marks, (list) => {
        const stack: unknown[] = [];
        let at = 0;
        for (const step of walkSegments(segmentText({ start: 0, end: 40 }, list))) {
          if (step.kind === "open") stack.push(step.mark);
          else if (step.kind === "close") expect(stack.pop()).toBe(step.mark);
          else {
            expect(step.start).toBe(at);
            at = step.end;
          }
        }
        expect(stack).toEqual([]);
        expect(at).toBe(40);
      }),
    );
  });
});

describe("walkSegments", () => {
  test("keeps the outer mark whole around the inner one", () => {
    const nested = [
      { name: "a", start: 1, end: 9 },
      { name: "b", start: 3, end: 5 },
    ];
    expect(draw(WINDOW, nested)).toBe("0-1[a 1-3[b 3-5]5-9]9-10");
  });

  test("breaks only the later of two that cross", () => {
    const crossing = [
      { name: "a", start: 1, end: 6 },
      { name: "b", start: 4, end: 9 },
    ];
    expect(draw(WINDOW, crossing)).toBe("0-1[a 1-4[b 4-6]][b 6-9]9-10");
  });
});
