import { expect, test } from "vitest";
import { firstDayOf, lastDayOf, stampDay } from "../../src/views/day-stamp.js";
import { LossTally } from "../../src/views/format-loss.js";
import { findLead } from "../../src/views/lead-paragraph.js";
import { LOCK_TEXT, makeReport } from "./format-fixture.js";

test("what was lost is one line", () => {
  const losses = new LossTally();
  expect(losses.toLine()).toBeUndefined();
  losses.add("no-place", 1);
  losses.add("no-place", 11);
  losses.add("rough-date");
  losses.add("more-actors", 0);
  expect(losses.toLine()).toBe(
    "left out: 12 events without a place; written otherwise: 1 date that is no single day (its first day is written)",
  );
});

test.each([
  ["2004-03-02", "2004-03-02", "2004-03-02", true],
  ["2004-02", "2004-02-01", "2004-02-29", false],
  ["199X", "1990-01-01", "1999-12-31", false],
  ["1998-09-01/1998-09-04", "1998-09-01", "1998-09-04", false],
])("%s as a day", (edtf, first, last, exact) => {
  const day = firstDayOf(edtf);
  expect(day && stampDay(day, "-")).toBe(first);
  expect(day?.exact).toBe(exact);
  const end = lastDayOf(edtf);
  expect(end && stampDay(end, "-")).toBe(last);
});

test("no day where the year or the start is open", () => {
  for (const edtf of ["XXXX-04-15", "../2004", "soon", undefined]) expect(firstDayOf(edtf)).toBeUndefined();
});

test("the lead is the first paragraph that is more than a header", () => {
  const article = makeReport("a.txt", LOCK_TEXT);
  const lead = findLead(article);
  expect(lead && LOCK_TEXT.slice(lead.start, lead.start + 10)).toBe("OSTERHAVEN");
  expect(findLead({ text: "Lock shut", evidence: [], boilerplate: [] })).toBeUndefined();
});
