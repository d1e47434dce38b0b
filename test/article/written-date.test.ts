import { describe, expect, test } from "vitest";
import {
  findWrittenDates,
  readDateAt,
  readMetadataDate,
  toDayNumber,
} from "../../src/article/written-date.js";

describe("findWrittenDates", () => {
  test.each([
    ["2021-03-04", "2021-03-04"],
    ["2021/3/4", "2021-03-04"],
    ["2021-03-04T23:30:00+09:00", "2021-03-04"],
    ["October 24, 1962", "1962-10-24"],
    ["Oct. 24, 1962", "1962-10-24"],
    ["OCT 24 1962", "1962-10-24"],
    ["Oct.23", "XXXX-10-23"],
    ["24 October 1962", "1962-10-24"],
    ["24th of October, 1962", "1962-10-24"],
    ["24-Oct-1962", "1962-10-24"],
    ["4 Sept 2001", "2001-09-04"],
    ["31.12.1999", "1999-12-31"],
    ["25/12/1999", "1999-12-25"],
    ["12/25/1999", "1999-12-25"],
    ["October 1962", "1962-10"],
    ["May 5", "XXXX-05-05"],
    ["5 May", "XXXX-05-05"],
    ["29 February 2020", "2020-02-29"],
  ])("%s is %s", (written, edtf) => {
    const [date] = findWrittenDates(`It was on ${written} that`);
    expect(date.edtf).toBe(edtf);
    expect(date.hasYear).toBe(!edtf.startsWith("XXXX"));
  });

  test.each([
    ["2020-02-31", "invalid"],
    ["30 February 2020", "invalid"],
    ["2021-13-01", "invalid"],
    ["04/05/2020", "ambiguous"],
  ])("%s is %s", (written, fault) => {
    const [date] = findWrittenDates(written);
    expect(date).toMatchObject({ edtf: null, fault });
  });

  test.each([
    "they may 5 times a day",
    "the march to Sunday",
    "resolution 2021-12",
    "a ratio of 3.4.5",
    "version 10.2.2021.4",
    "at 10:24",
    "phone 555-2021-0304",
  ])("no date in %s", (text) => {
    expect(findWrittenDates(text)).toEqual([]);
  });

  test("all dates in order with exact places", () => {
    const text = "From 3 March 2021 to April 5, 2021, and again in June 2022.";
    const dates = findWrittenDates(text);
    expect(dates.map((d) => d.edtf)).toEqual(["2021-03-03", "2021-04-05", "2022-06"]);
    for (const date of dates) expect(text.slice(date.start, date.end)).toBe(date.text);
  });

  test("the full stop of the sentence is not the month's", () => {
    expect(findWrittenDates("It ended on 24 October.")[0].text).toBe("24 October");
    expect(findWrittenDates("It ended on 24 Oct. in Havana")[0].text).toBe("24 Oct.");
  });
});

test("readDateAt reads only at its place", () => {
  expect(readDateAt("on 3 March 2021", 3)?.edtf).toBe("2021-03-03");
  expect(readDateAt("on 3 March 2021", 0)).toBeNull();
});

test.each([
  ["20210304", "2021-03-04"],
  ["20210304112233", "2021-03-04"],
  ["1614816000", "2021-03-04"],
  ["1614816000000", "2021-03-04"],
  ["Thu, 04 Mar 2021 10:22:00 GMT", "2021-03-04"],
  ["thursday 4 march 2021", "2021-03-04"],
  ["2021", "2021"],
  ["2021-03", "2021-03"],
  ["2021-03-04 10:22", "2021-03-04"],
])("metadata %s is %s", (value, edtf) => {
  expect(readMetadataDate(value)?.edtf).toBe(edtf);
});

test("metadata without a date", () => {
  expect(readMetadataDate("yesterday")).toBeNull();
  expect(readMetadataDate("03/04/2021")?.fault).toBe("ambiguous");
});

test("toDayNumber counts days since 1970 and needs a day", () => {
  expect(toDayNumber("1970-01-02")).toBe(1);
  expect(toDayNumber("1970-01")).toBeNull();
  expect(toDayNumber("XXXX-01-02")).toBeNull();
});
