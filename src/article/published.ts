/**
 * When a report was published, and how that is known.
 *
 * In: the header as its text states it and what the file says besides. Out: the date with its basis and, where
 * it is written, its place. Order: a full date in a credit line (`text`); the file's metadata (`metadata`); a
 * full date in the dateline or the agency's credit (`text`); a day without a year there, with the year of the
 * latest date that the text names within three months of it (`inferred`), or left open (`XXXX-10-23`).
 * A stated date wins over metadata because it can be shown and because files are often dated when collected.
 * Dates told in the report's sentences are never its own date.
 */
import type { Span } from "../core/evidence.js";
import type { DateValue } from "../core/records.js";
import type { ArticleMetadata } from "./draft.js";
import type { Header } from "./header.js";
import { findWrittenDates, readMetadataDate, toDayNumber, type WrittenDate } from "./written-date.js";

/** The outcome: no date is `null`; `faults` are dates that no calendar has or that may be two. */
export interface Publication {
  readonly published: DateValue | null;
  readonly span: Span | null;
  readonly faults: readonly { readonly date: WrittenDate; readonly inText: boolean }[];
}

/** How far a dated mention may lie from a dateline's day to lend it its year. */
const NEAR_DAYS = 92;
/** Characters of the text searched for such mentions. */
const SEARCHED = 30_000;

/** Decides the date of publication. */
export function findPublication(text: string, header: Header, metadata: ArticleMetadata): Publication {
  const faults: { date: WrittenDate; inText: boolean }[] = [];
  const stated = header.date;
  if (stated?.fault) faults.push({ date: stated, inText: true });
  const field = metadata.published?.trim();
  const given = field ? readMetadataDate(field) : null;
  if (field && given === null) {
    faults.push({
      date: { start: 0, end: field.length, text: field, edtf: null, hasYear: false, fault: "invalid" },
      inText: false,
    });
  } else if (given?.fault) {
    faults.push({ date: given, inText: false });
  }
  if (stated?.edtf && stated.hasYear && !(header.dateIsUpdate && given?.edtf))
    return known(stated, "text", faults);
  if (given?.edtf) {
    const written = [stated, header.filed].find((d) => d?.edtf && d.hasYear && d.edtf === given.edtf);
    return {
      published: { edtf: given.edtf, text: given.text, basis: "metadata" },
      span: written ?? null,
      faults,
    };
  }
  const filed = header.filed?.edtf ? header.filed : stated?.edtf ? stated : null;
  if (filed === null) {
    if (header.filed?.fault) faults.push({ date: header.filed, inText: true });
    return { published: null, span: null, faults };
  }
  if (filed.hasYear) return known(filed, "text", faults);
  const year = inferYear(text, filed);
  if (year === null) return known(filed, "text", faults);
  const edtf = (filed.edtf ?? "").replace("XXXX", year);
  return { published: { edtf, text: filed.text, basis: "inferred" }, span: filed, faults };
}

function known(date: WrittenDate, basis: DateValue["basis"], faults: Publication["faults"]): Publication {
  return { published: { edtf: date.edtf ?? "", text: date.text, basis }, span: date, faults };
}

/** The year that brings `day` within three months of the latest date that the text names. */
function inferYear(text: string, day: WrittenDate): string | null {
  let latest: number | null = null;
  for (const date of findWrittenDates(text.slice(0, SEARCHED))) {
    if (!date.hasYear || date.edtf === null) continue;
    const number = toDayNumber(date.edtf.length === 7 ? `${date.edtf}-15` : date.edtf);
    if (number !== null && (latest === null || number > latest)) latest = number;
  }
  if (latest === null) return null;
  const named = new Date(latest * 86_400_000).getUTCFullYear();
  let best: { year: number; distance: number } | null = null;
  for (const year of [named - 1, named, named + 1]) {
    const number = toDayNumber((day.edtf ?? "").replace("XXXX", String(year)));
    if (number === null) continue;
    const distance = Math.abs(number - latest);
    if (distance <= NEAR_DAYS && (best === null || distance < best.distance)) best = { year, distance };
  }
  return best && String(best.year);
}
