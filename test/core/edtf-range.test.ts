import { expect, test } from "vitest";
import { daysApart, isNested, readDayRange } from "../../src/core/edtf-range.js";

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

test.each([
  ["2020-04-14", "2020-04-14", "2020-04-14"],
  ["2020-02", "2020-02-01", "2020-02-29"],
  ["1994", "1994-01-01", "1994-12-31"],
  ["199X", "1990-01-01", "1999-12-31"],
  ["19XX", "1900-01-01", "1999-12-31"],
  ["2014-22", "2014-06-01", "2014-08-31"],
  ["2014-24", "2014-12-01", "2015-02-28"],
  ["2021-35", "2021-07-01", "2021-09-30"],
  ["2020-03-01/2020-04-02", "2020-03-01", "2020-04-02"],
  ["1992~", "1992-01-01", "1992-12-31"],
])("%s", (edtf, from, to) => {
  expect(readDayRange(edtf)).toEqual({ from: day(from), to: day(to) });
});

test("open ends are infinite, open years have no range", () => {
  expect(readDayRange("1994/..")).toEqual({ from: day("1994-01-01"), to: Number.POSITIVE_INFINITY });
  expect(readDayRange("XXXX-04-15")).toBeNull();
  expect(readDayRange("P3Y")).toBeNull();
  expect(readDayRange("../..")).toBeNull();
});

test("distance and nesting", () => {
  const year = readDayRange("1992")!;
  const decade = readDayRange("199X")!;
  expect(isNested(year, decade)).toBe(true);
  expect(daysApart(readDayRange("2020-03-31")!, readDayRange("2020-04-14")!)).toBe(14);
  expect(daysApart(year, decade)).toBe(0);
});
