/**
 * Whether a capital's name stands for the town or for the government that sits in it.
 *
 * In: the tree and the words of the name. Out: true for the town: "in Nairobi", "sent a team to Colombo", "took
 * Kabul", "Dili airport". Everywhere else news names a capital for its government. Limit: "Malé was quiet by dawn"
 * tells only by its sense, and is read as the government.
 */
import type { ParsedDoc } from "../language/doc.js";

/** Prepositions that only places follow. */
const LOCATIVE =
  /^(in|at|near|inside|outside|across|around|throughout|within|into|onto|off|through|via|beyond)$/i;
/** Prepositions that a place follows where somebody moves. */
const DIRECTIVE = /^(to|for|from|towards?|on|over)$/i;
/** Verbs and nouns of moving and sending. */
const MOTION = new Set(
  (
    "go come move return travel fly drive ride sail march walk head depart leave arrive advance withdraw retreat " +
    "pull flee escape evacuate expel banish send dispatch deploy airlift " +
    "relocate bound invite summon recall bind route journey trip visit flight tour arrival departure return march " +
    "advance withdrawal convoy road train bus"
  ).split(" "),
);
/** Verbs whose object is where somebody goes, or what a force takes. */
const TAKES_PLACE = new Set(
  (
    "enter leave reach visit tour take seize capture occupy storm besiege encircle surround shell bomb bombard " +
    "flee evacuate retake recapture liberate cross approach quit overrun empty"
  ).split(" "),
);
/** Nouns that a town's name goes with, before them or behind "of". */
const LOCAL_NOUNS = new Set(
  (
    "airport port harbour harbor suburb outskirt street square centre center district region area province resident " +
    "metro stadium university hospital hotel city capital town treaty agreement accord protocol convention " +
    "declaration talk summit conference meeting battle siege fall mayor archbishop bishop north south east west"
  ).split(" "),
);
/** A list is never deeper than this; a broken tree may be. */
const DEEPEST = 8;

/** True where words `from` to `to`, a capital's name, stand for the town. */
export function isTown(doc: ParsedDoc, forms: readonly string[], from: number, to: number): boolean {
  return isTownAt(doc, forms, headOf(doc, from, to), 0);
}

function isTownAt(doc: ParsedDoc, forms: readonly string[], head: number, depth: number): boolean {
  const relation = relationOf(doc, head);
  const governor = doc.head[head];
  for (let i = head - 1; i >= 0 && i >= head - 4; i--) {
    if (doc.head[i] !== head || relationOf(doc, i) !== "case") continue;
    if (LOCATIVE.test(forms[i])) return true;
    if (DIRECTIVE.test(forms[i])) return governor >= 0 && isMotion(doc, governor);
    return forms[i] === "of" && governor >= 0 && LOCAL_NOUNS.has(lemmaOf(doc, governor));
  }
  if (governor < 0) return false;
  if (relation === "obj") return TAKES_PLACE.has(lemmaOf(doc, governor));
  if (/^(compound|nmod|nmod:unmarked|amod)$/.test(relation) && governor > head)
    return LOCAL_NOUNS.has(lemmaOf(doc, governor));
  return relation === "conj" && depth < DEEPEST && isTownAt(doc, forms, governor, depth + 1);
}

/** "went to Lima", and "sent a team to Lima", where the tree hangs the town on the team. */
function isMotion(doc: ParsedDoc, word: number): boolean {
  if (MOTION.has(lemmaOf(doc, word))) return true;
  return /^(obj|nsubj:pass)$/.test(relationOf(doc, word)) && MOTION.has(lemmaOf(doc, doc.head[word]));
}

function headOf(doc: ParsedDoc, from: number, to: number): number {
  for (let i = from; i < to; i++) if (doc.head[i] < from || doc.head[i] >= to) return i;
  return from;
}

function relationOf(doc: ParsedDoc, i: number): string {
  return doc.names.deprel[doc.deprel[i]];
}

function lemmaOf(doc: ParsedDoc, i: number): string {
  return doc.lemma[i].toLowerCase();
}
