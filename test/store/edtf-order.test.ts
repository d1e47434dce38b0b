import { afterAll, beforeAll, expect, test } from "vitest";
import { earliestOf, latestOf, unitBetween } from "../../src/store/edtf-order.js";
import { Store } from "../../src/store/store.js";

let store: Store;
beforeAll(async () => {
  store = await Store.open(":memory:");
});
afterAll(() => store.close());

test.each([
  ["2020-04-14", "2020-04-14", "2020-04-14~"],
  ["2020-04", "2020-04", "2020-04~"],
  ["2020-04-XX", "2020-04-00", "2020-04-99~"],
  ["199X", "1990", "1999~"],
  ["19XX", "1900", "1999~"],
  ["1962-02/..", "1962-02", "9999~"],
  ["../1962-02", "0000", "1962-02~"],
  ["1962-02-01/1962-03", "1962-02-01", "1962-03~"],
  ["1962~", "1962", "1962~"],
  ["1962-10?", "1962-10", "1962-10~"],
  ["1962-22", "1962-06", "1962-08~"],
  ["1962-34", "1962-04", "1962-06~"],
  ["2020-04-14T10:00:00Z", "2020-04-14", "2020-04-14~"],
  ["XXXX-04-15", null, null],
  ["<script>", null, null],
  [null, null, null],
])("%s lies from %s to %s", async (edtf, earliest, latest) => {
  const [row] = await store.query(
    `SELECT ${earliestOf("d")} AS earliest, ${latestOf("d")} AS latest FROM (SELECT CAST(? AS VARCHAR) AS d)`,
    [edtf],
  );
  expect(row).toEqual({ earliest, latest });
});

test.each([
  ["2009-05-01", "2009-07-30", 10],
  ["2009-05-01", "2010-07-30", 7],
  ["1960", "2010-07-30", 4],
])("from %s to %s a chart counts by %i characters", async (low, high, digits) => {
  const [row] = await store.query(
    `SELECT ${unitBetween("low", "high")} AS digits FROM (SELECT CAST(? AS VARCHAR) AS low, CAST(? AS VARCHAR) AS high)`,
    [low, high],
  );
  expect(row.digits).toBe(digits);
});
