/**
 * Names of places in a text, each with every place that bears it; nothing is chosen yet.
 *
 * In: a parsed text and the gazetteer. Out: spans in the order of the text that do not overlap. A word of level behind
 * or before a name ("Absheron district", "the province of Kandahar") leaves its regions and districts where it has any.
 */
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import type { Gazetteer, PlaceReading } from "./gazetteer.js";
import type { ToponymSpan } from "./place-mention.js";
import { isCapital } from "./place-name-key.js";

const PROPN = UPOS.indexOf("PROPN");
const ADJ = UPOS.indexOf("ADJ");
const PRON = UPOS.indexOf("PRON");
const NOUN = UPOS.indexOf("NOUN");

/** All names of places in the year of the article, longest first where they overlap. */
export function findPlaceSpans(doc: ParsedDoc, gazetteer: Gazetteer, year?: number): ToponymSpan[] {
  const spans: ToponymSpan[] = [];
  for (let s = 0; s + 1 < doc.sentence.length; s++) {
    const end = doc.sentence[s + 1];
    for (let i = doc.sentence[s]; i < end; i++) {
      if (!isCapital(doc.text.charCodeAt(doc.start[i])) || isCalendar(doc, i)) continue;
      const match = gazetteer.match(doc, i, end);
      if (match === undefined) continue;
      const readings = match.readings.filter(({ place }) => gazetteer.isOfYear(place, year));
      if (readings.length === 0) {
        i = match.to - 1;
        continue;
      }
      if (!isName(doc, i, match.to, readings, gazetteer)) continue;
      spans.push(fitLevel(doc, i, match.to, end, readings, gazetteer));
      i = match.to - 1;
    }
  }
  return spans;
}

/** A common word that begins a sentence ("Reading", "Most") is no name, nor is a pronoun in capitals. */
function isName(
  doc: ParsedDoc,
  from: number,
  to: number,
  readings: readonly PlaceReading[],
  gazetteer: Gazetteer,
): boolean {
  const last = doc.upos[to - 1];
  if (readings.every((r) => r.use === "postal code")) return from > 0 && getForm(doc, from - 1) === ",";
  if (to - from === 1 && gazetteer.wordClass(getForm(doc, from)) !== "") return false;
  if (last === PROPN) return true;
  if (readings.some((r) => r.use === "adjective")) return last === ADJ || last === NOUN;
  if (to - from > 1) return last === NOUN || doc.upos[from] === PROPN;
  const isFirst =
    from === 0 || doc.text.slice(doc.end[from - 1], doc.start[from]).includes("\n") || isStop(doc, from - 1);
  const isKnown = readings.some(
    ({ place }) => gazetteer.isWellKnown(place) && !(isFirst && gazetteer.kind(place) === "city"),
  );
  return isKnown && last !== PRON && (last === NOUN || last === ADJ) && getForm(doc, from).length > 3;
}

function isStop(doc: ParsedDoc, i: number): boolean {
  return /^[.!?:"”“(]+$/.test(getForm(doc, i));
}

const CALENDAR =
  /^(January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

function isCalendar(doc: ParsedDoc, i: number): boolean {
  const length = doc.end[i] - doc.start[i];
  return length >= 3 && length <= 9 && CALENDAR.test(getForm(doc, i));
}

function fitLevel(
  doc: ParsedDoc,
  from: number,
  to: number,
  end: number,
  readings: readonly PlaceReading[],
  gazetteer: Gazetteer,
): ToponymSpan {
  const isBehind = to < end && gazetteer.wordClass(getForm(doc, to)).includes("level");
  const isBefore =
    from > 1 &&
    getForm(doc, from - 1) === "of" &&
    gazetteer.wordClass(getForm(doc, from - 2)).includes("level");
  if (!isBehind && !isBefore) return { from, to, readings };
  const levels = readings.filter(({ place }) => /^(region|district|area)$/.test(gazetteer.kind(place)));
  return {
    from,
    to: isBehind && isCapital(doc.text.charCodeAt(doc.start[to])) && levels.length > 0 ? to + 1 : to,
    readings: levels.length > 0 ? levels : readings,
  };
}
