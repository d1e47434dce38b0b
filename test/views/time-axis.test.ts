import { describe, expect, test } from "vitest";
import { chooseRange, makeTimeAxis, readFirstDay } from "../../src/views/time-axis.js";

const day = (date: string) => readFirstDay(date) as number;

test("the first day of a day, a month, a year; nothing else has one", () => {
  expect(day("1970-01-02")).toBe(1);
  expect(day("1970-02")).toBe(31);
  expect(day("1969")).toBe(-365);
  expect(day("0001-01-01")).toBeLessThan(-700_000);
  for (const date of ["", "197X", "1970-01-02T03", "<b>"]) expect(readFirstDay(date)).toBeUndefined();
});

describe("an axis", () => {
  test.each([
    ["2009-05-01", "2009-05-06", ["2 May 2009", "4 May", "6 May"]],
    ["2009-11-20", "2010-02-10", ["Dec 2009", "Jan 2010", "Feb"]],
    ["1955-01-01", "1999-12-31", ["1960", "1970", "1980", "1990"]],
    ["1200-01-01", "2020-01-01", ["1500", "2000"]],
  ])("from %s to %s has the ticks %j", (from, to, expected) => {
    const { ticks } = makeTimeAxis({ from: day(from), to: day(to) });
    const labels = ticks.map(({ label, year }) => (year === undefined ? label : `${label} ${year}`));
    expect(labels.length).toBeLessThanOrEqual(5);
    expect(labels).toEqual(expected);
  });

  test("places days from left to right and keeps those outside on its edges", () => {
    const axis = makeTimeAxis({ from: 0, to: 9 });
    const places = [-50, 0, 5, 9, 90].map(axis.place);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(places[4]).toBeLessThan(1);
  });

  test("a single day stands in the middle", () => {
    expect(makeTimeAxis({ from: 100, to: 100 }).place(100)).toBeCloseTo(0.5);
  });
});

test("a few far days are left out only where that makes the rest readable", () => {
  const news = Array.from({ length: 30 }, (_, i) => ({ day: i, weight: 1 }));
  expect(chooseRange(news)).toEqual({ from: 0, to: 29 });
  const { from, to } = chooseRange([{ day: -60_000, weight: 1 }, ...news]);
  expect([from >= 0, to <= 29]).toEqual([true, true]);
  expect(
    chooseRange([
      { day: -60_000, weight: 1 },
      { day: 3, weight: 2 },
    ]),
  ).toEqual({ from: -60_000, to: 3 });
});
