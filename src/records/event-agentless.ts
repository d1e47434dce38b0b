/**
 * Events that are told without their doer: "Five soldiers were killed", "the bridges have been closed".
 *
 * Such an event stands with no actor rather than with a guessed one, so that reports that name the doer and reports that
 * do not can meet. Only what happens to somebody can be told so: material acts in the passive, and rows whose
 * recipient is the subject ("died in an attack"). A word of accident in the sentence leaves it alone: buses and
 * floods kill too.
 */
import { UPOS } from "../language/doc.js";
import { WEEKDAYS } from "../mentions/date-words.js";
import type { Codebook, EventRow } from "./codebook-types.js";
import type { ComposedEvent } from "./event-composition.js";
import { findDoer } from "./event-doer.js";
import { type EventView, isPassiveVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** The class of words for what harms and is nobody's deed. */
const ACCIDENTS = "accident";

const VERB = UPOS.indexOf("VERB");

/** Whether the row at `trigger` may stand without an actor: somebody suffers it, and nobody is told to do it. */
export function isAgentless(view: EventView, codebook: Codebook, row: EventRow, trigger: number): boolean {
  if (row.pos !== "VERB" || view.doc.upos[trigger] !== VERB) return false;
  const type = codebook.types.get(row.type);
  if (type === undefined || (type.quad !== 2 && type.quad !== 4) || type.isSymmetric) return false;
  // "the wounded man", "a man killed in May": taken for granted, not told, unless with its own day
  const relation = relationOf(view.doc, trigger);
  if (relation === "amod" || (relation === "acl" && !isOnDay(view, trigger))) return false;
  if (actsOfItself(view, codebook, findDoer(view, trigger))) return true;
  const { actor, recipient } = row.frame;
  const leads = (paths: EventRow["frame"]["actor"], relation: string) =>
    paths.some(({ up, steps }) => up === 0 && steps.length === 1 && steps[0].relation === relation);
  if (isPassiveVerb(view, trigger)) return leads(recipient, "obj") || leads(recipient, "nsubj:pass");
  return leads(recipient, "nsubj") && !leads(actor, "nsubj");
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

/** The class of things that harm where nobody is told to have sent them: "a shell hit the school". */
const WEAPONS = "missiles";

/** Whether word `i` is a weapon that acts in place of whoever sent it. */
export function actsOfItself({ doc }: EventView, codebook: Codebook, i: number): boolean {
  return i >= 0 && (codebook.classes.get(WEAPONS)?.has(doc.lemma[i].toLowerCase()) ?? false);
}

/** For each sentence of a text whether it names an accident: 0 where it was not asked yet, 1 for no, 2 for yes. */
const ASKED = new WeakMap<
  EventView,
  { readonly accidents: ReadonlySet<string>; readonly answers: Uint8Array }
>();

/** Whether the sentence of `word` names an accident, an illness or a force of nature. */
export function tellsOfAccident(view: EventView, codebook: Codebook, word: number): boolean {
  const accidents = codebook.classes.get(ACCIDENTS);
  if (accidents === undefined) return false;
  let asked = ASKED.get(view);
  if (asked?.accidents !== accidents) {
    asked = { accidents, answers: new Uint8Array(view.doc.sentence.length) };
    ASKED.set(view, asked);
  }
  const s = view.sentenceOf[word];
  if (asked.answers[s] === 0) asked.answers[s] = namesAny(view, accidents, s) ? 2 : 1;
  return asked.answers[s] === 2;
}

function namesAny({ doc }: EventView, words: ReadonlySet<string>, s: number): boolean {
  for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++)
    if (words.has(doc.lemma[i].toLowerCase())) return true;
  return false;
}

/** Whether an event without an actor is told as something that has happened. */
export function standsWithoutActor(view: EventView, codebook: Codebook, event: ComposedEvent): boolean {
  const { match, type, status, recipients } = event;
  return (
    status === "asserted" &&
    type === match.row.type &&
    recipients.length > 0 &&
    (match.actorHead < 0 || actsOfItself(view, codebook, match.actorHead)) &&
    isAgentless(view, codebook, match.row, match.trigger) &&
    !tellsOfAccident(view, codebook, match.trigger)
  );
}
