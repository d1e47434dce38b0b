import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleRecord, DateValue } from "../../src/core/records.js";
import { segmentText } from "../../src/language/segment.js";
import { findHolidayDay, parseHolidays } from "../../src/mentions/date-holidays.js";
import { type DateMention, findDates } from "../../src/mentions/dates.js";

const holidays = parseHolidays(
  readFileSync(new URL("../../data/dates/holidays.tsv", import.meta.url), "utf8"),
);

function makeArticle(text: string, published: DateValue | string | null): ArticleRecord {
  const date: DateValue | null =
    typeof published === "string" ? { edtf: published, basis: "metadata" } : published;
  return {
    kind: "article",
    id: "art-1",
    origin: "test",
    outlet: null,
    agency: null,
    byline: [],
    title: null,
    published: date,
    language: "en",
    evidence: [],
    text,
    hash: "",
    version: 1,
    boilerplate: [],
    recordVersion: "1",
    codebook: null,
  };
}

function find(text: string, published: DateValue | string | null): DateMention[] {
  return findDates(segmentText(text), makeArticle(text, published), holidays);
}

const WEDNESDAY = "2020-04-15";
const T = "text";
const P = "publication";

/** The expression is marked with brackets; then the article's date, EDTF, basis, type, TIMEX3 value, modifier. */
type Row = [
  string,
  string | null,
  string,
  DateValue["basis"],
  DateMention["type"]?,
  (string | undefined)?,
  string?,
];

const ROWS: Row[] = [
  // Written in full.
  ["The envoys met on [14 April 2020] in Tarn.", null, "2020-04-14", T],
  ["The envoys met on [April 14, 2020], in Tarn.", null, "2020-04-14", T],
  ["The envoys met on [April 14th, 2020].", null, "2020-04-14", T],
  ["They signed on [the 14th of April 2020].", null, "2020-04-14", T],
  ["They signed on [14th April, 2020].", null, "2020-04-14", T],
  ["On [Tuesday, April 14, 2020], they signed.", null, "2020-04-14", T],
  ["Filed [2020-04-14] by the desk.", null, "2020-04-14", T],
  ["Filed [2020/04/14] by the desk.", null, "2020-04-14", T],
  ["Filed [14.04.2020] by the desk.", null, "2020-04-14", T],
  ["Filed [04/14/2020] by the desk.", null, "2020-04-14", T],
  ["Filed [14/04/2020] by the desk.", null, "2020-04-14", T],
  ["The treaty took force in [October 2020].", null, "2020-10", T],
  ["The treaty took force in [Oct. 2020].", null, "2020-10", T],
  ["The treaty took force in [October of 2020].", null, "2020-10", T],
  ["A truce was signed in [1994].", null, "1994", T],
  ["The dispute broke out in [1988] and became a war.", WEDNESDAY, "1988", T],
  ["Filed [2020-04-14T10:30:00Z] by the desk.", null, "2020-04-14T10:30:00Z", T, "TIME"],

  // The year from the article's date.
  ["The minister spoke on [April 14].", WEDNESDAY, "2020-04-14", P],
  ["The minister spoke on [14 April].", WEDNESDAY, "2020-04-14", P],
  ["The agency reports on [Oct.23].", "2020-10-24", "2020-10-23", P],
  ["Shelling began on [Sept. 27].", "2020-10-24", "2020-09-27", P],
  ["The vote was held on [March 31].", WEDNESDAY, "2020-03-31", P],
  ["The raid took place on [Dec. 28].", "2021-01-03", "2020-12-28", P],
  ["The talks will be held on [May 5].", WEDNESDAY, "2020-05-05", P],
  ["The court is scheduled to rule on [3 January].", "2020-11-20", "2021-01-03", P],
  ["The bill is to be signed on [June 2].", WEDNESDAY, "2020-06-02", P],
  ["The dam was closed in [November].", WEDNESDAY, "2019-11", P],
  ["The dam will be closed in [November].", WEDNESDAY, "2020-11", P],
  ["Borders reopen by [early June].", WEDNESDAY, "2020-06", P, "DATE", undefined, "START"],
  ["They met [Tuesday, April 14], in Tarn.", WEDNESDAY, "2020-04-14", P],
  ["The port closed [last September].", "2009-10-12", "2009-09", P],
  ["Elections are due [next April].", WEDNESDAY, "2021-04", P],
  ["The port closed in [April last year].", WEDNESDAY, "2019-04", P],
  ["The port closed on [April 9 this year].", WEDNESDAY, "2020-04-09", P],
  ["The port closed in [the summer of last year].", WEDNESDAY, "2019-22", P, "DATE", "2019-SU"],

  ["The envoys spoke again on [the 13th].", WEDNESDAY, "2020-04-13", P],
  ["The summit opens [Saturday] in Tarn.", WEDNESDAY, "2020-04-18", P],

  // Days of the week.
  ["The ministry said on [Tuesday].", WEDNESDAY, "2020-04-14", P],
  ["The ministry said on [Wednesday].", WEDNESDAY, "2020-04-15", P],
  ["The ministry said [Thursday].", WEDNESDAY, "2020-04-09", P],
  ["The leaders will meet on [Friday].", WEDNESDAY, "2020-04-17", P],
  ["The leaders agreed to meet on [Friday].", WEDNESDAY, "2020-04-17", P],
  ["He was arrested [last Friday].", WEDNESDAY, "2020-04-10", P],
  ["They are to sign [next Monday].", WEDNESDAY, "2020-04-20", P],
  ["The council sits [this Thursday].", WEDNESDAY, "2020-04-16", P],
  ["He left on [Monday of last week].", WEDNESDAY, "2020-04-06", P],
  ["Gunmen struck on [Tuesday night].", WEDNESDAY, "2020-04-14", P, "TIME", "2020-04-14TNI"],
  ["Gunmen struck on [Tuesday evening].", WEDNESDAY, "2020-04-14", P, "TIME", "2020-04-14TEV"],
  ["Gunmen struck [late on Tuesday].", WEDNESDAY, "2020-04-14", P, "DATE", undefined, "END"],
  ["Gunmen struck [early Tuesday morning].", WEDNESDAY, "2020-04-14", P, "TIME", "2020-04-14TMO", "START"],
  ["Gunmen struck on [the evening of April 14].", WEDNESDAY, "2020-04-14", P, "TIME", "2020-04-14TEV"],
  ["A spokesman rejected [Tuesday]'s report.", WEDNESDAY, "2020-04-14", P],

  // Pointing words.
  ["The ministry said [yesterday].", WEDNESDAY, "2020-04-14", P],
  ["The ministry said [today].", WEDNESDAY, "2020-04-15", P],
  ["The ministry said [earlier today].", WEDNESDAY, "2020-04-15", P],
  ["The talks resume [tomorrow].", WEDNESDAY, "2020-04-16", P],
  ["He flew out [the day before yesterday].", WEDNESDAY, "2020-04-13", P],
  ["He flew out [this morning].", WEDNESDAY, "2020-04-15", P, "TIME", "2020-04-15TMO"],
  ["He flew out [last night].", WEDNESDAY, "2020-04-14", P, "TIME", "2020-04-14TNI"],
  ["He speaks [tonight].", WEDNESDAY, "2020-04-15", P, "TIME", "2020-04-15TNI"],
  ["He flew out [yesterday evening].", WEDNESDAY, "2020-04-14", P, "TIME", "2020-04-14TEV"],
  ["The fleet sailed [last week].", WEDNESDAY, "2020-04-06/2020-04-12", P, "DATE", "2020-W15"],
  ["The fleet sails [next week].", WEDNESDAY, "2020-04-20/2020-04-26", P, "DATE", "2020-W17"],
  ["The fleet sailed [earlier this week].", WEDNESDAY, "2020-04-13/2020-04-15", P, "DATE", "2020-W16"],
  ["The fleet sailed over [the weekend].", WEDNESDAY, "2020-04-11/2020-04-12", P, "DATE", "2020-W15-WE"],
  ["The fleet sailed [last month].", WEDNESDAY, "2020-03", P],
  ["The fleet sailed [last year].", WEDNESDAY, "2019", P],
  ["Elections are held [next year].", WEDNESDAY, "2021", P],
  ["Elections are held [later this year].", WEDNESDAY, "2020", P],
  ["A plan was drawn up at [the end of last year].", WEDNESDAY, "2019", P, "DATE", undefined, "END"],
  ["A plan is due by [the end of the month].", WEDNESDAY, "2020-04", P, "DATE", undefined, "END"],

  // Ago, later, earlier.
  ["He resigned [two days ago].", WEDNESDAY, "2020-04-13", P],
  ["He resigned [three weeks ago].", WEDNESDAY, "2020-03-23/2020-03-29", P, "DATE", "2020-W13"],
  ["He resigned [six months ago].", WEDNESDAY, "2019-10", P],
  ["He resigned [more than twenty-five years ago].", WEDNESDAY, "1995", P, "DATE", undefined, "MORE_THAN"],
  ["He resigned [two and a half years ago].", WEDNESDAY, "2017-10", P],
  ["He resigned [two decades ago].", WEDNESDAY, "200X", P, "DATE", "200"],
  ["He resigned [several years ago].", WEDNESDAY, "../2020-04-15", P, "DATE", "PAST_REF"],
  ["Polls open [two weeks from now].", WEDNESDAY, "2020-04-27/2020-05-03", P, "DATE", "2020-W18"],
  ["He left [two days after April 14, 2020].", null, "2020-04-16", T],
  ["He left [the day before April 14, 2020].", null, "2020-04-13", T],
  ["He left [two days after Easter].", WEDNESDAY, "2020-04-14", P],
  ["The raid came [two days] after the vote.", WEDNESDAY, "P2D", T, "DURATION"],

  // The like of a day in another year or week.
  ["On [this day last year] the ferry sank.", WEDNESDAY, "2019-04-15", P],
  ["[This time last year] the valley was empty.", WEDNESDAY, "2019-04~", P, "DATE", "2019-04", "APPROX"],
  ["[A year ago today] the fort was stormed.", WEDNESDAY, "2019-04-15", P],
  ["[A week ago today] the fort was stormed.", WEDNESDAY, "2020-04-08", P],
  ["[Two years ago this month] the fort was stormed.", WEDNESDAY, "2018-04", P],
  ["It was leap day [four years ago today].", "2020-02-29", "2016-02-29", P],
  ["It was leap day [a year ago today].", "2020-02-29", "2019-02-28", P],
  ["The fort was stormed [the week before last].", WEDNESDAY, "2020-03-30/2020-04-05", P, "DATE", "2020-W14"],
  ["The fort was stormed [the night before last].", WEDNESDAY, "2020-04-13", P, "TIME", "2020-04-13TNI"],

  // Parts of a week.
  ["The rail talks stalled [mid-week].", "2020-04-17", "2020-04-14/2020-04-16", P, "DATE", "2020-W16", "MID"],
  [
    "The rail talks stalled in [midweek].",
    "2020-04-13",
    "2020-04-07/2020-04-09",
    P,
    "DATE",
    "2020-W15",
    "MID",
  ],
  [
    "At [the start of the week] talks stalled.",
    "2020-04-17",
    "2020-04-13/2020-04-15",
    P,
    "DATE",
    "2020-W16",
    "START",
  ],
  [
    "They stalled [early in the week].",
    "2020-04-17",
    "2020-04-13/2020-04-15",
    P,
    "DATE",
    "2020-W16",
    "START",
  ],
  ["They met at [the end of the week].", WEDNESDAY, "2020-04-09/2020-04-12", P, "DATE", "2020-W15", "END"],
  [
    "They will meet at [the end of the week].",
    WEDNESDAY,
    "2020-04-16/2020-04-19",
    P,
    "DATE",
    "2020-W16",
    "END",
  ],
  [
    "At [the start of the week] Lagos sealed the road.",
    WEDNESDAY,
    "2020-04-13/2020-04-15",
    P,
    "DATE",
    "2020-W16",
    "START",
  ],
  ["They left by [the end of the weekend].", WEDNESDAY, "2020-04-12", P, "DATE", "2020-W15-WE", "END"],
  ["Envoys arrive [later this week].", WEDNESDAY, "2020-04-15/2020-04-19", P, "DATE", "2020-W16"],
  ["The fair will open over [the weekend].", WEDNESDAY, "2020-04-18/2020-04-19", P, "DATE", "2020-W16-WE"],
  ["Shops were looted [this weekend].", "2020-04-13", "2020-04-11/2020-04-12", P, "DATE", "2020-W15-WE"],
  ["They met over [the weekend].", "2020-04-19", "2020-04-18/2020-04-19", P, "DATE", "2020-W16-WE"],

  // Light and dark.
  ["Snipers fired at [dusk on Tuesday].", WEDNESDAY, "2020-04-14", P, "TIME", "2020-04-14TEV"],
  ["On [Tuesday at dawn] snipers fired.", WEDNESDAY, "2020-04-14", P, "TIME", "2020-04-14TMO"],
  ["Snipers fired [overnight] in Tarn.", WEDNESDAY, "2020-04-15", P, "TIME", "2020-04-15TNI"],
  ["Snipers fired [overnight on Monday].", WEDNESDAY, "2020-04-13", P, "TIME", "2020-04-13TNI"],
  [
    "Snipers fired in [the small hours of Tuesday].",
    WEDNESDAY,
    "2020-04-14",
    P,
    "TIME",
    "2020-04-14TMO",
    "START",
  ],
  ["Marchers filled the square for [a fifth straight day].", WEDNESDAY, "2020-04-15", P],

  // What still holds ends later.
  ["The ford has been closed until [Monday].", WEDNESDAY, "../2020-04-20", P, "DATE", "2020-04-20"],
  ["The ford was closed until [Monday].", WEDNESDAY, "../2020-04-13", P, "DATE", "2020-04-13"],
  ["The ford has been closed since [Thursday].", WEDNESDAY, "2020-04-09/..", P, "DATE", "2020-04-09"],
  ["On [3 May] Peru sent envoys.", "2020-05-20", "2020-05-03", P],
  ["The militia's [spring] offensive failed.", WEDNESDAY, "2020-21", P, "DATE", "2020-SP"],

  // Nothing to count from: left open.
  ["[Two days later] the ford was shut.", WEDNESDAY, "XXXX-XX-XX", T],
  ["[That evening] the ford was shut.", WEDNESDAY, "XXXX-XX-XX", T, "TIME", "XXXX-XX-XXTEV"],
  ["[Four days earlier] the ford was shut.", WEDNESDAY, "2020-04-11", P],

  // Decades, centuries, seasons, quarters.
  ["War raged in [the early 1990s].", WEDNESDAY, "199X", T, "DATE", "199", "START"],
  ["War raged in [the 1990s].", null, "199X", T, "DATE", "199"],
  ["War raged in [the mid-1990s].", null, "199X", T, "DATE", "199", "MID"],
  ["War raged in [the late '80s].", WEDNESDAY, "198X", P, "DATE", "198", "END"],
  ["War raged through [the mid-'80s].", WEDNESDAY, "198X", P, "DATE", "198", "MID"],
  ["War raged in [the nineties].", WEDNESDAY, "199X", P, "DATE", "199"],
  ["The fort is from [the 19th century].", null, "18XX", T, "DATE", "18"],
  ["The fort fell in [the late nineteenth century].", null, "18XX", T, "DATE", "18", "END"],
  ["The fort fell in [the 1800s].", null, "18XX", T, "DATE", "18"],
  ["The town was retaken in [summer 2014].", null, "2014-22", T, "DATE", "2014-SU"],
  ["The town was retaken in [the spring of 2014].", null, "2014-21", T, "DATE", "2014-SP"],
  ["The town was retaken [last winter].", WEDNESDAY, "2019-24", P, "DATE", "2019-WI"],
  ["Exports fell in [Q3 2021].", null, "2021-35", T, "DATE", "2021-Q3"],
  ["Exports fell in [the third quarter of 2021].", null, "2021-35", T, "DATE", "2021-Q3"],
  ["Exports fell in [the first quarter].", "2009-05-07", "2009-33", P, "DATE", "2009-Q1"],
  ["Exports fell in [the fourth quarter].", "2007-03-13", "2006-36", P, "DATE", "2006-Q4"],
  ["Exports fell in [the first quarter of last year].", "2009-05-07", "2008-33", P, "DATE", "2008-Q1"],
  ["Exports fell in [the second half of 2020].", null, "2020-41", T, "DATE", "2020-H2"],
  ["Exports rose from [last year's third quarter].", "2009-11-07", "2008-35", P, "DATE", "2008-Q3"],
  ["Exports fell in [H1 2020].", null, "2020-40", T, "DATE", "2020-H1"],
  ["Spending rose in [fiscal year 2021].", null, "2021~", T, "DATE", "FY2021"],
  ["Shelling resumed in [mid-April].", WEDNESDAY, "2020-04", P, "DATE", undefined, "MID"],
  ["Shelling resumed in [late 2019].", null, "2019", T, "DATE", undefined, "END"],
  ["Shelling resumed in [the early days of October 2020].", null, "2020-10", T, "DATE", undefined, "START"],
  ["Shelling resumed on [the last day of March 2020].", null, "2020-03-31", T],
  ["Polls open on [the first Tuesday of November 2020].", null, "2020-11-03", T],
  ["Polls opened in [the second week of May 2019].", null, "2019-05", T, "DATE", undefined, "MID"],
  ["Shelling resumed around [1988].", null, "1988~", T, "DATE", "1988", "APPROX"],

  // Bounds.
  ["The group has mediated since [1994].", WEDNESDAY, "1994/..", T, "DATE", "1994"],
  ["The pact ran until [1997].", WEDNESDAY, "../1997", T, "DATE", "1997"],
  ["The strait has been shut since [Tuesday].", WEDNESDAY, "2020-04-14/..", P, "DATE", "2020-04-14"],
  ["The strait has been shut since [last week].", WEDNESDAY, "2020-04-06/..", P, "DATE", "2020-W15"],
  ["All units leave by [2023].", WEDNESDAY, "2023", T],

  // Ranges.
  ["The summit ran from [3 to 5 May] in Tarn.", "2020-05-20", "2020-05-03/2020-05-05", P],
  ["The summit ran on [May 3-5, 2020], in Tarn.", null, "2020-05-03/2020-05-05", T],
  ["The summit ran from [May 3 to June 2, 2020].", null, "2020-05-03/2020-06-02", T],
  ["The summit ran between [24 and 26 May 2020].", null, "2020-05-24/2020-05-26", T],
  ["Fighting raged between [1992 and 1994].", null, "1992/1994", T],
  ["Fighting raged from [1992 until 1994].", null, "1992/1994", T],
  ["The war of [1988–1994] displaced many.", null, "1988/1994", T],
  ["The war ([1988-94]) displaced many.", null, "1988/1994", T],
  ["Work lasted from [April to June 2020].", null, "2020-04/2020-06", T],
  ["Work lasted from [December to February 2020].", null, "2019-12/2020-02", T],
  ["He was away from [Friday to Monday].", WEDNESDAY, "2020-04-10/2020-04-13", P],

  ["The poll, taken [July 11-14], was not weighted.", "2016-07-18", "2016-07-11/2016-07-14", P],
  ["Offices are open [July 20-24], the mayor said.", "2016-07-18", "2016-07-20/2016-07-24", P],
  ["It was shut from [7:30 to 9:30 p.m.]", WEDNESDAY, "2020-04-15T19:30:00/2020-04-15T21:30:00", P, "TIME"],
  [
    "It was shut from [8:30 a.m. to 1 p.m. Monday], he said.",
    WEDNESDAY,
    "2020-04-13T08:30:00/2020-04-13T13:00:00",
    P,
    "TIME",
  ],
  ["It was shut between [July and September].", null, "XXXX-07/XXXX-09", T],

  // Lengths of time.
  ["The siege lasted for [three years].", WEDNESDAY, "P3Y", T, "DURATION"],
  ["A [four-day] visit ended.", WEDNESDAY, "P4D", T, "DURATION"],
  ["It took [almost two and a half years].", WEDNESDAY, "P2.5Y", T, "DURATION", undefined, "LESS_THAN"],
  ["They waited [half an hour].", WEDNESDAY, "PT0.5H", T, "DURATION"],
  ["They waited [at least 48 hours].", WEDNESDAY, "PT48H", T, "DURATION", undefined, "EQUAL_OR_MORE"],
  ["They have waited for [decades].", WEDNESDAY, "PXDE", T, "DURATION"],
  ["Over [the past three years] exports fell.", WEDNESDAY, "2017/2020", P, "DURATION", "P3Y"],
  ["In [the next six months] exports will fall.", WEDNESDAY, "2020-04/2020-10", P, "DURATION", "P6M"],
  ["In [the past 24 hours] four people died.", WEDNESDAY, "2020-04-14/2020-04-15", P, "DURATION", "PT24H"],
  ["They waited [a year and a half].", WEDNESDAY, "P1.5Y", T, "DURATION"],
  ["In [recent years] exports fell.", WEDNESDAY, "PXY", T, "DURATION"],

  // Recurring times.
  ["The court sits [every Tuesday].", WEDNESDAY, "XXXX-XX-XX", T, "SET", "XXXX-WXX-2"],
  ["The fund pays out [annually].", WEDNESDAY, "P1Y", T, "SET"],
  ["The fund pays out [twice a week].", WEDNESDAY, "P1W", T, "SET"],
  ["The mine yields $3 billion [a year].", WEDNESDAY, "P1Y", T, "SET"],
  ["The mine is inspected [every two weeks].", WEDNESDAY, "P2W", T, "SET"],
  ["The shrine opens [each April].", WEDNESDAY, "XXXX-04", T, "SET"],

  // Holidays.
  ["The truce began on [Christmas Day 2019].", null, "2019-12-25", T],
  ["The truce began at [Easter].", WEDNESDAY, "2020-04-12", P],
  ["The truce began on [Good Friday].", WEDNESDAY, "2020-04-10", P],
  ["The truce began on [Orthodox Easter] 2021.".replace("] 2021", " 2021]"), null, "2021-05-02", T],
  ["The truce held during [Ramadan].", WEDNESDAY, "XXXX-XX-XX", T],
  ["The truce held during [Ramadan 2019].", null, "2019-XX-XX", T],
  ["The truce began on [New Year's Eve].", WEDNESDAY, "2019-12-31", P],
  ["The truce began before [Thanksgiving].", "2020-12-15", "2020-11-26", P],

  // Times of day.
  ["Sirens sounded at [10:30 GMT].", WEDNESDAY, "2020-04-15T10:30:00Z", P, "TIME", "2020-04-15T10:30Z"],
  [
    "Sirens sounded at [10:30 p.m. on Tuesday].",
    WEDNESDAY,
    "2020-04-14T22:30:00",
    P,
    "TIME",
    "2020-04-14T22:30",
  ],
  ["Sirens sounded on [Tuesday at 5 a.m.]", WEDNESDAY, "2020-04-14T05:00:00", P, "TIME", "2020-04-14T05:00"],
  ["Sirens sounded at [0800 UTC].", WEDNESDAY, "2020-04-15T08:00:00Z", P, "TIME", "2020-04-15T08:00Z"],
  ["Sirens sounded at [noon].", WEDNESDAY, "2020-04-15T12:00:00", P, "TIME", "2020-04-15T12:00"],
  ["Sirens sounded at [16:00 UTC today].", WEDNESDAY, "2020-04-15T16:00:00Z", P, "TIME", "2020-04-15T16:00Z"],

  [
    "Sirens sounded [between 9 and 10 a.m. today].".replace("[between ", "between ["),
    WEDNESDAY,
    "2020-04-15T09:00:00/2020-04-15T10:00:00",
    P,
    "TIME",
  ],
  ["Filed [14-Apr-2020 10:30] by the desk.", null, "2020-04-14T10:30:00", T, "TIME", "2020-04-14T10:30"],
  [
    "Filed [10:32 AM EST, April 14, 2020].",
    null,
    "2020-04-14T10:32:00-05:00",
    T,
    "TIME",
    "2020-04-14T10:32-05:00",
  ],

  // Without more than a direction.
  ["The rock formed [66 million years ago].", WEDNESDAY, "../2020-04-15", P, "DATE", "PAST_REF"],
  ["He has [recently] returned.", WEDNESDAY, "../2020-04-15", P, "DATE", "PAST_REF"],
  ["He is [currently] abroad.", WEDNESDAY, "2020-04-15", P, "DATE", "PRESENT_REF"],
  ["He will return [soon].", WEDNESDAY, "2020-04-15/..", P, "DATE", "FUTURE_REF"],

  // Undated articles.
  ["The minister spoke on [April 15].", null, "XXXX-04-15", T],
  ["The minister spoke in [April].", null, "XXXX-04", T],
  ["The ministry said on [Tuesday].", null, "XXXX-XX-XX", T, "DATE", "XXXX-WXX-2"],
  ["The ministry said [last year].", null, "XXXX", T],
  ["The ministry said [yesterday].", null, "XXXX-XX-XX", T],
  ["The minister spoke on [April 14].", "XXXX-04-15", "XXXX-04-14", T],
  ["The minister spoke [yesterday].", "XXXX-04-15", "XXXX-04-14", P],
  ["The minister spoke [two days ago].", "XXXX-03-01", "XXXX-XX-XX", P],
  ["The minister spoke [last year].", "2020", "2019", P],
];

/** The text without brackets and where the bracketed words stand. */
function unmark(marked: string): { text: string; start: number; end: number } {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  return { text: marked.replace("[", "").replace("]", ""), start, end };
}

describe("findDates", () => {
  it.each(ROWS)("%s (%s)", (marked, published, edtf, basis, type = "DATE", timex, mod) => {
    const { text, start, end } = unmark(marked);
    const found = find(text, published);
    expect(found.map((m) => text.slice(m.start, m.end))).toEqual([text.slice(start, end)]);
    const [mention] = found;
    expect(mention.value).toEqual({ edtf, text: text.slice(start, end), basis });
    expect(mention.type).toBe(type);
    expect(mention.timex).toBe(timex);
    expect(mention.mod).toBe(mod);
  });

  it.each([
    "Resolutions 822, 853, 874 and 884 were adopted.",
    "Resolution 1973 and Resolution 2042 were adopted.",
    "Some 1994 people fled and 2005 more were hurt.",
    "The strike killed 1990 soldiers.",
    "Theresa May said the army would march.",
    "They may march to the border.",
    "The sun set behind the fortress.",
    "He came second in the race.",
    "The fall of the fortress stunned the capital.",
    "Prices fall and rise.",
    "The price of $1994 shocked them.",
    "Flight 1945 landed safely.",
    "The team won 3:16 on points.",
    "The Arab Spring shook the palace.",
    "It rose by 2.5 percent to 3/4 of the total.",
    "She is in her 80s.",
    "At the end of the day, it is their choice.",
    "He was named Player of the Year.",
    "Three-quarters of voters agreed.",
    "The March on Rome is staged again, April Smith said.",
    "An overnight stay costs more.",
    "The night before the vote was calm.",
    "He lives at the 3 March Street offices.",
  ])("finds nothing in: %s", (text) => {
    expect(find(text, WEDNESDAY).map((m) => m.value.text)).toEqual([]);
  });

  it.each<[string, string | null, string[]]>([
    // A list of days, of years.
    ["They met on April 14 and 15 in Tarn.", WEDNESDAY, ["2020-04-14", "2020-04-15"]],
    ["They met on 3, 4 and 5 May 2020.", null, ["2020-05-03", "2020-05-04", "2020-05-05"]],
    ["Wars broke out in 1988, 1992 and 1994.", null, ["1988", "1992", "1994"]],
    // Counted from the date named before.
    ["He was shot on March 3, 1997. He died two days later.", WEDNESDAY, ["1997-03-03", "1997-03-05"]],
    ["He was shot on March 3, 1997, and died the next day.", WEDNESDAY, ["1997-03-03", "1997-03-04"]],
    [
      "He was shot on March 3, 1997. The same day, his brother fled.",
      WEDNESDAY,
      ["1997-03-03", "1997-03-03"],
    ],
    ["The war began in 1992. Three years later it ended.", WEDNESDAY, ["1992", "1995"]],
    ["The war began in 1992. The following year it ended.", WEDNESDAY, ["1992", "1993"]],
    ["It began in May 1992. The previous month, the envoy left.", WEDNESDAY, ["1992-05", "1992-04"]],
    ["It rose in the third quarter of 2009 from a year earlier.", WEDNESDAY, ["2009-35", "2008-35"]],
    ["He left on March 3, 1997. The truce ended two days after.", WEDNESDAY, ["1997-03-03", "1997-03-05"]],
    [
      "Rebels took the mine on Monday. The night before, the guards had left.",
      WEDNESDAY,
      ["2020-04-13", "2020-04-12"],
    ],
    ["The ford was cut on 3 March, and ten days later reopened.", WEDNESDAY, ["2020-03-03", "2020-03-13"]],
    // When it was said gives way to when it happened.
    [
      "The mill burned on 3 March, the mayor said on Tuesday. Two days later it burned again.",
      WEDNESDAY,
      ["2020-03-03", "2020-04-14", "2020-03-05"],
    ],
    // A week is too coarse to count days from, and the past does not lie ahead of the article.
    [
      "Rebels took the mine last week. Two days later they left.",
      WEDNESDAY,
      ["2020-04-06/2020-04-12", "XXXX-XX-XX"],
    ],
    ["The mill burned on Tuesday. Two days later it was sold.", WEDNESDAY, ["2020-04-14", "XXXX-XX-XX"]],
    // What is itself open is no day for another; what stands between may be what is counted from.
    [
      "The mill burned on 3 March. It was sold last week. Two days later the owner fled. That night the barn burned.",
      WEDNESDAY,
      ["2020-03-03", "2020-04-06/2020-04-12", "XXXX-XX-XX", "XXXX-XX-XX"],
    ],
    // A passage about another year lends it.
    ["The town fell on 27 May 1993. On 3 June, the council fled.", WEDNESDAY, ["1993-05-27", "1993-06-03"]],
    [
      "In October 1962 the envoy left. He came back on 27 October 1962. On the same October 27 they met. By October 25 all knew.",
      WEDNESDAY,
      ["1962-10", "1962-10-27", "1962-10-27", "1962-10-25"],
    ],
    ["In 1993, the town fell in May and the fort on 3 June.", WEDNESDAY, ["1993", "1993-05", "1993-06-03"]],
    [
      "In May 1993 he was sworn in. Two years later, on July 4, he was shot.",
      WEDNESDAY,
      ["1993-05", "1995", "1995-07-04"],
    ],
    ["The 1994 truce was condemned on April 3.", WEDNESDAY, ["1994", "2020-04-03"]],
    ["Prices rose in February 2019, after a fall in January.", "2019-09-01", ["2019-02", "2019-01"]],
    ["It has grown since May 2018. In March, exports fell.", WEDNESDAY, ["2018-05/..", "2020-03"]],
    // Which way the verbs point.
    [
      "She said that by May 3 the talks, which began in March, would resume.",
      WEDNESDAY,
      ["2020-05-03", "2020-03"],
    ],
    ["The envoy, who was appointed in March, will leave on May 3.", WEDNESDAY, ["2020-03", "2020-05-03"]],
    ["He announced cuts, with closures on May 20 and after.", WEDNESDAY, ["2020-05-20"]],
    [
      "The war ended in June 2003. Work went on between July and September.",
      null,
      ["2003-06", "2003-07/2003-09"],
    ],
    // Undated: the year of the same day, or of a date nearby.
    ["The vote of 31 March 2020 was void. It was held on March 31.", null, ["2020-03-31", "2020-03-31"]],
    ["The fighting went on into October 2020. It began on Sept. 27.", null, ["2020-10", "2020-09-27"]],
    ["It was filed on Sept. 27. The law is from May 3, 2012.", null, ["XXXX-09-27", "2012-05-03"]],
    [
      "Shelling went on into October 2020, in the early days of which a town fell.",
      null,
      ["2020-10", "2020-10"],
    ],
    // The rest of the text tells how numeric dates are written.
    ["Signed 25/12/2019, in force 04/05/2020.", null, ["2019-12-25", "2020-05-04"]],
    ["Signed 12/25/2019, in force 04/05/2020.", null, ["2019-12-25", "2020-04-05"]],
    ["In force 05/04/2020.", "2020-04-15", ["2020-04-05"]],
    [
      "Exports rose in the third quarter of 2009 against the year-ago quarter.",
      WEDNESDAY,
      ["2009-35", "2008-35"],
    ],
    // Time on the day that the sentence names.
    [
      "At 10:30 a.m. local time (0730 GMT) on Monday, a bomb went off.",
      WEDNESDAY,
      ["2020-04-13T10:30:00", "2020-04-13T07:30:00Z", "2020-04-13"],
    ],
    ["On April 14, sirens sounded at 10:30 GMT.", WEDNESDAY, ["2020-04-14", "2020-04-14T10:30:00Z"]],
    ["Mr March and Theresa May met in May 2020 and in March.", WEDNESDAY, ["2020-05", "2020-03"]],
  ])("%s", (text, published, expected) => {
    expect(find(text, published).map((m) => m.value.edtf)).toEqual(expected);
  });

  it("says how the year came to be known", () => {
    const text = "The fighting went on into October 2020. It began on Sept. 27.";
    expect(find(text, null).map((m) => m.value.basis)).toEqual(["text", "inferred"]);
    expect(find("It began on Sept. 27.", { edtf: "2020-10-23", basis: "inferred" })[0].value).toEqual({
      edtf: "2020-09-27",
      text: "Sept. 27",
      basis: "inferred",
    });
  });

  it("says from which date of the text another is counted", () => {
    const text = "Rebels took the mine on Monday. A day earlier the guards had left.";
    const [monday, earlier] = find(text, WEDNESDAY);
    expect(earlier.value).toEqual({ edtf: "2020-04-12", text: "A day earlier", basis: "inferred" });
    expect(earlier.reference).toEqual({ start: monday.start, end: monday.end });
    expect(monday.reference).toBeUndefined();
  });

  it("gives the ends of a range their own words", () => {
    const text = "The summit ran from 3 to 5 May.";
    const [{ ends }] = find(text, "2020-05-20");
    expect(ends?.map((e) => [text.slice(e.start, e.end), e.edtf])).toEqual([
      ["3", "2020-05-03"],
      ["5 May", "2020-05-05"],
    ]);
  });

  it("names the bound that a preposition makes", () => {
    const bounds = ["since 1994", "until 1994", "before 1994", "after 1994", "by 1994"].map(
      (words) => find(`It stood ${words}.`, WEDNESDAY)[0].bound,
    );
    expect(bounds).toEqual(["since", "until", "before", "after", "by"]);
    expect(find("Since Tuesday's raid they wait.", WEDNESDAY)[0].bound).toBeUndefined();
  });

  it("gives spans in order that do not overlap and slice the text", () => {
    const text =
      "On Tuesday night, two days after the raid of 3 May 2019, he said that from 1992 to 1994, " +
      "every Friday at noon, the past three years and the early 1990s, more than 20 years ago, counted.";
    let last = 0;
    for (const mention of find(text, WEDNESDAY)) {
      expect(mention.start).toBeGreaterThanOrEqual(last);
      expect(text.slice(mention.start, mention.end)).toBe(mention.value.text);
      last = mention.end;
    }
    expect(last).toBeGreaterThan(0);
  });

  it("is empty for an empty text", () => {
    expect(find("", WEDNESDAY)).toEqual([]);
  });

  it("keeps spans and values in shape for any mixture of a date's words", () => {
    const words = (
      "the a of in on at to and from between until since by , . - – / : ' ( ) 's early late mid- last next this first third May March Oct. " +
      "April Tuesday Monday Sept. 14 3rd 31 1994 2020 '82 90s 1990s 10:30 p.m. GMT noon week weeks year years day quarter summer spring " +
      "Christmas Eid ago later earlier after before every each two half several recent now end beginning days which century decade Q3 H1 " +
      "30 29 February 2020-04-14 04/05/2020 7/8/07 fiscal yesterday tonight evening said will through weekend 24:00 12"
    ).split(" ");
    const edtf =
      /^(?:(?:\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?:\d\d|XX))?(?:-(?:\d\d|XX))?(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?~?|\.\.|P[\dXTYMWDHSQECLA.]+)$/;
    const text = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((list) => list.join(" "));
    const published = fc.constantFrom(null, WEDNESDAY, "XXXX-02-29", "2020-02", "2021");
    fc.assert(
      fc.property(text, published, (written, date) => {
        let last = 0;
        for (const { start, end, value, ends } of find(written, date)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(written.slice(start, end)).toBe(value.text);
          for (const part of value.edtf.split("/")) expect(part).toMatch(edtf);
          for (const part of ends ?? []) expect(part.start >= start && part.end <= end).toBe(true);
          last = end;
        }
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it("does not follow a table of numbers from its end to its head each time", () => {
    const text = `In ${Array.from({ length: 20_000 }, (_, k) => 1900 + (k % 100)).join(", ")}.`;
    const begin = process.cpuUsage().user;
    find(text, WEDNESDAY);
    expect(process.cpuUsage().user - begin).toBeLessThan(5_000_000);
  });

  it("takes time that grows with length only", () => {
    const sentence = "On the 3 of the 4 and 5 and 6 last next early late the end of the May - 7 - 8 , 9 and ";
    const time = (n: number) => {
      const text = sentence.repeat(n);
      const doc = segmentText(text);
      const article = makeArticle(text, WEDNESDAY);
      const begin = process.cpuUsage().user;
      findDates(doc, article, holidays);
      return process.cpuUsage().user - begin;
    };
    time(400);
    expect(time(4000)).toBeLessThan(40 * Math.max(time(400), 5000));
  });
});

describe("parseHolidays", () => {
  it("names each day once and gives it a day or leaves it open", () => {
    const rows = readFileSync(new URL("../../data/dates/holidays.tsv", import.meta.url), "utf8")
      .split("\n")
      .filter((row) => row !== "" && !row.startsWith("#"))
      .slice(1)
      .map((row) => row.split("\t"));
    const written = rows.flatMap(([name, aliases]) => [name, ...aliases.split(";").filter((a) => a !== "")]);
    expect(new Set(written.map((w) => w.toLowerCase())).size).toBe(written.length);
    for (const [name, , rule] of rows) {
      const holiday = holidays.get(name);
      expect(holiday).toBeDefined();
      expect(holiday && findHolidayDay(holiday, 2020) === null).toBe(rule === "open");
    }
  });

  it("refuses a row that does not fit, with its line", () => {
    const header = "name\taliases\trule\tneeds cue\tsource\n";
    expect(() => parseHolidays(`${header}Harvest Day\t\t13th of May\tno\tx\n`, "own.tsv")).toThrow(
      /own\.tsv:2: expected/,
    );
  });
});
