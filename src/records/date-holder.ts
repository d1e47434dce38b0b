/**
 * The word whose time a date tells, where the tree and the words around it disagree.
 *
 * In: the tree and a date. Out: the word that the date hangs on. A reporting clause between commas has none of the
 * dates before it: in "On Tuesday, she says, the soldiers began to shoot" Tuesday is when they began; and a date right
 * behind its verb is the verb's own: in "The army, officials said on Tuesday, attacked" it is when they said so. The date
 * before a noun ("Sunday's attack") is that noun's alone.
 */
import type { Span } from "../core/evidence.js";
import { firstWordFrom } from "../language/doc.js";
import { childBy, type EventView, hasMarker, isVerb, markerOf } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** Head word of the words in `span`. */
export function headOfSpan({ doc }: EventView, span: Span): number {
  const from = firstWordFrom(doc, span.start);
  for (let i = from; i < doc.length && doc.start[i] < span.end; i++) {
    const head = doc.head[i];
    if (head < 0 || doc.start[head] < span.start || doc.start[head] >= span.end) return i;
  }
  return from;
}

/** The word that the date hangs on; -1 for the top of a sentence. */
export function findDateHolder(view: EventView, date: Span): number {
  const { doc } = view;
  const head = headOfSpan(view, date);
  const holder = doc.head[head];
  if (holder < 0 || !isVerb(view, holder)) return holder;
  const told = findToldBehind(view, date, holder);
  if (told >= 0) return told;
  const said = findSayingBefore(view, date, holder);
  return said >= 0 ? said : holder;
}

/** True if the date is said of a noun that only takes part: "condemned Sunday's attack", but not "met at Sunday's talks". */
export function isNounsOwn(view: EventView, date: Span): boolean {
  const { doc } = view;
  const head = headOfSpan(view, date);
  if (!/^(nmod:poss|compound|amod)/.test(relationOf(doc, head))) return false;
  if (opensByItself(view, date)) return false;
  const noun = doc.head[head];
  return !(/^(obl|nmod)/.test(relationOf(doc, noun)) && /^(at|in|during)$/.test(markerOf(view, noun)));
}

/**
 * "In mid-week Bishkek sat down", "Two days earlier gunmen had attacked": at the head of its sentence, where the tree may
 * take it to the noun behind it.
 */
function opensByItself({ doc, sentenceOf }: EventView, { start, end }: Span): boolean {
  const from = firstWordFrom(doc, start);
  const behind = firstWordFrom(doc, end);
  const first = doc.sentence[sentenceOf[from]];
  if (behind < doc.length && /^['’]/.test(doc.text.slice(doc.start[behind], doc.end[behind]))) return false;
  if (from === first) return /\b(?:ago|earlier|later|before|after)$/i.test(doc.text.slice(start, end));
  return from === first + 1 && /^(?:at|by|in|on)$/i.test(doc.text.slice(doc.start[first], doc.end[first]));
}

/** What is told behind the reporting verb `saying`, where the date opens the sentence before it; -1 for nothing. */
function findToldBehind(view: EventView, date: Span, saying: number): number {
  const { doc } = view;
  if (date.end > doc.start[saying]) return -1;
  const told = childBy(view, saying, "ccomp");
  if (told < saying || hasMarker(view, told, "that")) return -1;
  const behindDate = firstWordFrom(doc, date.end);
  if (!isComma(view, behindDate)) return -1;
  const subject = childBy(view, told, "nsubj", "nsubj:pass", "expl");
  let close = saying + 1;
  while (close < told && !isComma(view, close)) close++;
  // 'In May, she said, "They shot at us."': the date stands outside of the words quoted.
  if (close >= told || QUOTES.test(doc.text.slice(doc.end[saying], doc.start[told]))) return -1;
  // ", says the priest, rebels burned": the speaker may hang on either verb.
  if (behindDate + 1 === saying) return told;
  return subject < 0 || subject > close ? told : -1;
}

/** The reporting verb right before the date, where what it reports has taken the date; -1 for none. */
function findSayingBefore(view: EventView, date: Span, holder: number): number {
  const { doc } = view;
  let before = firstWordFrom(doc, date.start) - 1;
  if (before >= 0 && relationOf(doc, before) === "case") before--;
  if (before < 0 || before === holder || !isVerb(view, before)) return -1;
  const reports =
    (doc.head[holder] === before && relationOf(doc, holder) === "ccomp") ||
    (doc.head[before] === holder && relationOf(doc, before) === "parataxis");
  return reports ? before : -1;
}

const QUOTES = /["“”„«»]|''|``/;

function isComma({ doc }: EventView, i: number): boolean {
  return i < doc.length && doc.text.charCodeAt(doc.start[i]) === 44;
}
