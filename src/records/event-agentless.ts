/**
 * Events that are told without their doer: "Five soldiers were killed", "the bridges have been closed".
 *
 * Such an event stands with no actor rather than with a guessed one, so that reports that name the doer and reports that
 * do not can meet. Only what happens to somebody can be told so: material acts in the passive, rows whose recipient is
 * the subject ("died in an attack"), what is served on somebody ("was charged"), and hostile acts as nouns that bring
 * them up ("after a raid on the port"). A word of accident in the sentence leaves it alone: buses and floods kill too.
 */
import { UPOS } from "../language/doc.js";
import { MONTHS, WEEKDAYS } from "../mentions/date-words.js";
import type { Codebook, EventRow } from "./codebook-types.js";
import type { ComposedEvent } from "./event-composition.js";
import { findDoer } from "./event-doer.js";
import { isOfClass } from "./event-phrase.js";
import { type EventView, hasMarker, isPassiveVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** The classes of words for what harms and is nobody's deed, of the second as nouns only: police storm, and rain rockets. */
const ACCIDENTS = "accident";
const FORCES = "force_of_nature";

/** By which word it is told whose a thing is to which something is done: "the siege of the port was lifted". */
const OWNED = /^(of|on|against|with|between|nmod:poss)$/;

/** The class of verbs for what is served on somebody in words ("was charged with theft", "was given a week to pay"). */
const SERVED = "served";

/** The quads of what is done rather than said, and the last of them, of what is done against somebody. */
const DEEDS = [2, 4];
const HOSTILE = 4;

const VERB = UPOS.indexOf("VERB");
const NUM = UPOS.indexOf("NUM");
const PROPN = UPOS.indexOf("PROPN");

/** Whether the row at `trigger` may stand without an actor: somebody suffers it, and nobody is told to do it. */
export function isAgentless(
  view: EventView,
  codebook: Codebook,
  row: EventRow,
  trigger: number,
  carrier: number,
): boolean {
  const type = codebook.types.get(row.type);
  if (type === undefined || type.isSymmetric) return false;
  if (row.pos === "NOUN")
    return (
      type.quad === HOSTILE &&
      (isUndergone(view, row, carrier) ||
        ((isNews(view, trigger) || isImposed(view, trigger, carrier)) && !isCarriedOut(view, carrier)))
    );
  if (row.pos !== "VERB" || view.doc.upos[trigger] !== VERB) return false;
  const isServed = codebook.classes.get(SERVED)?.has(view.doc.lemma[trigger].toLowerCase()) === true;
  if (!DEEDS.includes(type.quad) && !isServed) return false;
  // "the wounded man", "a man killed in May": taken for granted, not told, unless with its own day
  const relation = relationOf(view.doc, trigger);
  if (relation === "amod" || (relation === "acl" && !isOnDay(view, trigger))) return false;
  if (actsOfItself(view, codebook, findDoer(view, trigger))) return true;
  const { actor, recipient } = row.frame;
  const leads = (paths: EventRow["frame"]["actor"], relation: string) =>
    paths.some(
      ({ up, steps }) =>
        up === 0 &&
        steps[0]?.relation === relation &&
        (steps.length === 1 || (steps.length === 2 && OWNED.test(steps[1].marker ?? steps[1].relation))),
    );
  if (isPassiveVerb(view, trigger)) return leads(recipient, "obj") || leads(recipient, "nsubj:pass");
  return leads(recipient, "nsubj") && !leads(actor, "nsubj");
}

/**
 * "after a raid on the academy", "the 9 May raid on the academy": a noun that brings up an act, not one that goes back
 * to it ("the raid") or tells of many ("raids on farms"), and that nothing is said to be ("it was an attack on us all").
 */
function isNews(view: EventView, noun: number): boolean {
  const { doc, firstChild, nextSibling } = view;
  let isBroughtUp = false;
  for (let child = firstChild[noun]; child >= 0; child = nextSibling[child]) {
    const relation = relationOf(doc, child);
    const lemma = doc.lemma[child].toLowerCase();
    if (relation === "cop") return false;
    if (relation === "det" && /^(an?|another)$/.test(lemma)) isBroughtUp = true;
    if (relation === "nummod" && doc.upos[child] === NUM && child < noun) isBroughtUp = true;
    if (/^(compound|nmod:poss|nmod:unmarked)$/.test(relation) && (WEEKDAYS.has(lemma) || MONTHS.has(lemma)))
      isBroughtUp = true;
  }
  return isBroughtUp;
}

/** "The convoy came under fire": a verb over a noun whose subject it is done to. */
function isUndergone({ doc }: EventView, { frame }: EventRow, carrier: number): boolean {
  return carrier >= 0 && frame.undergo.includes(doc.lemma[carrier].toLowerCase());
}

/** "Sanctions were imposed on the junta": a light verb in the passive. */
function isImposed(view: EventView, noun: number, carrier: number): boolean {
  return carrier >= 0 && relationOf(view.doc, noun) === "nsubj:pass" && isPassiveVerb(view, carrier);
}

/** "The library imposed a fine": somebody does it, though the tables do not know him. */
function isCarriedOut(view: EventView, carrier: number): boolean {
  return carrier >= 0 && findDoer(view, carrier) >= 0;
}

/** "the farmers detained on Tuesday": a day of the week hangs on the trigger. */
function isOnDay({ doc, sentenceOf }: EventView, trigger: number): boolean {
  const to = Math.min(doc.sentence[sentenceOf[trigger] + 1], trigger + NEAR + 1);
  for (let i = trigger + 1; i < to; i++)
    if (doc.head[i] === trigger && WEEKDAYS.has(doc.lemma[i].toLowerCase())) return true;
  return false;
}

/** Words behind a participle in which its day stands. */
const NEAR = 8;

/** The classes of things that harm where nobody is told to have sent them, and of acts where nobody is told to do them. */
const WEAPONS = "missiles";
const ACTS = "deadly_act";

/** Whether word `i` stands in place of whoever sent or did it: "a shell hit the school", "the raid killed two". */
export function actsOfItself({ doc }: EventView, codebook: Codebook, i: number): boolean {
  return i >= 0 && (isOfClass(codebook, doc, i, WEAPONS) || isOfClass(codebook, doc, i, ACTS));
}

/** Whether where the doer is asked for stand no word, a weapon, or what kind of act it is ("a suicide attack"). */
export function isNobody(view: EventView, codebook: Codebook, trigger: number, actorHead: number): boolean {
  if (actorHead < 0 || actsOfItself(view, codebook, actorHead)) return true;
  const { doc } = view;
  const isKind = doc.head[actorHead] === trigger && /^(compound|amod)$/.test(relationOf(doc, actorHead));
  return isKind && doc.upos[actorHead] !== PROPN;
}

/** For each sentence of a text whether it names an accident: 0 where it was not asked yet, 1 for no, 2 for yes. */
const ASKED = new WeakMap<EventView, { readonly codebook: Codebook; readonly answers: Uint8Array }>();

/** Whether the sentence of `word` names an accident, an illness or a force of nature. */
export function tellsOfAccident(view: EventView, codebook: Codebook, word: number): boolean {
  let asked = ASKED.get(view);
  if (asked?.codebook !== codebook) {
    asked = { codebook, answers: new Uint8Array(view.doc.sentence.length) };
    ASKED.set(view, asked);
  }
  const s = view.sentenceOf[word];
  if (asked.answers[s] === 0) asked.answers[s] = namesAccident(view, codebook, s) ? 2 : 1;
  return asked.answers[s] === 2;
}

function namesAccident({ doc }: EventView, { classes }: Codebook, s: number): boolean {
  const accidents = classes.get(ACCIDENTS);
  const forces = classes.get(FORCES);
  for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++) {
    const lemma = doc.lemma[i].toLowerCase();
    if (accidents?.has(lemma) || (doc.upos[i] !== VERB && forces?.has(lemma))) return true;
  }
  return false;
}

/** Whether an event without an actor is told as something that has happened. */
export function standsWithoutActor(view: EventView, codebook: Codebook, event: ComposedEvent): boolean {
  const { match, type, status, recipients } = event;
  return (
    status === "asserted" &&
    type === match.row.type &&
    recipients.length > 0 &&
    isNobody(view, codebook, match.trigger, match.actorHead) &&
    isAgentless(view, codebook, match.row, match.trigger, match.carrier) &&
    !(
      match.row.pos === "NOUN" &&
      match.carrier < 0 &&
      hasMarker(view, match.recipientHead, "in", "near", "across")
    ) &&
    !tellsOfAccident(view, codebook, match.trigger)
  );
}
