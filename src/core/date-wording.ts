/**
 * Dates in words: in, an Extended Date/Time Format string (ISO 8601-2, levels 0 and 1, and the masked
 * digits of level 2); out, how an English reader would write it. What is not understood comes back as
 * it was, so nothing is invented.
 */
import type { DateBasis } from "./records.js";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Season codes of ISO 8601-2. */
const SEASONS: Readonly<Record<string, string>> = {
  "21": "spring",
  "22": "summer",
  "23": "autumn",
  "24": "winter",
};

/** `2020-04-14` as "14 April 2020", `199X` as "the 1990s", `XXXX-04-15` as "15 April, year unknown". */
export function wordDate(edtf: string): string {
  const [from, to, ...rest] = edtf.split("/");
  if (rest.length > 0) return edtf;
  if (to === undefined) return wordOne(from) ?? edtf;
  if (from === "" || from === "..") return prefixed("until ", wordOne(to)) ?? edtf;
  if (to === "" || to === "..") return prefixed("since ", wordOne(from)) ?? edtf;
  const [first, last] = [wordOne(from), wordOne(to)];
  return first && last ? `${first} to ${last}` : edtf;
}

/** Where a date was found, in words. */
export const BASIS_WORDING: Readonly<Record<DateBasis, string>> = {
  text: "as stated",
  metadata: "metadata",
  publication: "publication",
  inferred: "inferred",
};

function wordOne(edtf: string): string | undefined {
  const match = /^(\d{2}(?:\d[\dX]|XX)|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T[\d:.Z+-]+)?([?~%]?)$/.exec(
    edtf,
  );
  if (!match) return undefined;
  const [, year, month, day, mark] = match;
  const known = wordParts(year, month === "XX" ? undefined : month, day === "XX" ? undefined : day);
  if (known === undefined) return undefined;
  const about = mark === "~" || mark === "%" ? `about ${known}` : known;
  return mark === "?" || mark === "%" ? `${about} (uncertain)` : about;
}

function wordParts(year: string, month: string | undefined, day: string | undefined): string | undefined {
  const name = month === undefined ? undefined : (SEASONS[month] ?? MONTHS[Number(month) - 1]);
  if (month !== undefined && name === undefined) return undefined;
  if (day !== undefined && (name === undefined || Number(day) < 1 || Number(day) > 31)) return undefined;
  const dayAndMonth = [day === undefined ? undefined : String(Number(day)), name]
    .filter((x) => x !== undefined)
    .join(" ");
  if (year === "XXXX") return dayAndMonth === "" ? undefined : `${dayAndMonth}, year unknown`;
  const years = year.endsWith("XX")
    ? `the ${year.slice(0, 2)}00s`
    : year.endsWith("X")
      ? `the ${year.slice(0, 3)}0s`
      : year;
  if (dayAndMonth === "") return years;
  return years === year ? `${dayAndMonth} ${year}` : undefined;
}

function prefixed(prefix: string, words: string | undefined): string | undefined {
  return words === undefined ? undefined : prefix + words;
}
