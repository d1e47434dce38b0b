/**
 * One event for what several rows tell together: a light verb and its noun, an operator and what it governs, a noun and
 * the verb that it is the subject of.
 *
 * In: the likeliest event at each word. Out: those that stand, in the order of their triggers, with what the others
 * added. Whose parties changed is judged anew.
 */
import { standsWithoutActor } from "./event-agentless.js";
import type { CodedEvent, CoderInput } from "./event-coder.js";
import { specificity } from "./event-match.js";
import type { EventJudge } from "./event-model.js";
import { isSameParty, type Party } from "./event-party.js";
import { relationOf } from "./frame-match.js";

/** Joins an event with the operator's own that says the same, and a light verb with its noun. */
export function settleEvents(
  { doc, view, codebook }: CoderInput,
  judge: EventJudge | undefined,
  candidates: readonly CodedEvent[],
): CodedEvent[] {
  const byTrigger = new Map<number, CodedEvent>();
  for (const event of candidates) {
    const other = byTrigger.get(event.match.trigger);
    // "missile attack" and "attack" end in one word: the longer phrase knows more.
    if (other === undefined || specificity(event.match) > specificity(other.match))
      byTrigger.set(event.match.trigger, event);
  }
  const events = [...byTrigger.values()];
  const gone = new Set<CodedEvent>();
  const changed = new Map<CodedEvent, CodedEvent>();
  for (const event of events) {
    const carrier = event.match.carrier < 0 ? undefined : byTrigger.get(event.match.carrier);
    if (carrier !== undefined && carrier !== event) gone.add(verbWins(event, carrier) ? event : carrier);
    const { trigger } = event.match;
    const relation = relationOf(doc, trigger);
    const above = /^(nsubj|nmod)$/.test(relation) ? byTrigger.get(doc.head[trigger]) : undefined;
    // "An attack on a mosque killed nine": nobody is told to have done either.
    const isAct =
      relation === "nsubj" &&
      above?.type === event.type &&
      [event, above].every((e) => standsWithoutActor(view, codebook, e));
    if (above !== undefined && above !== carrier && (isAct || tellTheSame(event, above))) {
      const [kept, other] = isAct && event.confidence > above.confidence ? [event, above] : [above, event];
      gone.add(other);
      changed.set(kept, absorb(changed.get(kept) ?? kept, other));
      continue;
    }
    const outer = event.typedBy === undefined ? undefined : byTrigger.get(event.typedBy.word);
    if (outer === undefined || outer === event || outer.actors.length === 0) continue;
    gone.add(event);
    changed.set(outer, absorb(changed.get(outer) ?? outer, event));
  }
  return events
    .filter((event) => !gone.has(event))
    .map((event) => {
      const whole = changed.get(event);
      // Who takes part may be another now: the event is judged as it stands.
      return whole === undefined || judge === undefined
        ? (whole ?? event)
        : { ...whole, confidence: judge.confide(whole, judge.judge(whole)) };
    });
}

/** "A meeting of the clans took place", "rounds of talks": a noun and the word it stands under, by rows of their own. */
function tellTheSame(a: CodedEvent, b: CodedEvent): boolean {
  const isSame = (x: readonly Party[], y: readonly Party[]) =>
    x.length === y.length && x.every((p, i) => isSameParty(p, y[i]));
  return (
    a.type === b.type &&
    a.status === b.status &&
    a.actors.length > 0 &&
    isSame(a.actors, b.actors) &&
    isSame(a.recipients, b.recipients)
  );
}

/** Whether a light verb's own row tells more than that of its noun. */
function verbWins(event: CodedEvent, verb: CodedEvent): boolean {
  if (verb.actors.length === 0) return false;
  if (event.actors.length === 0) return true;
  // "provided Bosnia with assistance": whom the verb names the noun does not know.
  if (verb.type === event.type && event.recipients.length === 0 && verb.recipients.length > 0) return true;
  const isAboutObject = verb.match.row.when.some(({ negated, text }) => !negated && /^obj\b/.test(text));
  return verb.type !== event.type && isAboutObject;
}

/** The event of an operator's own row with what the event under it adds: "demanded the withdrawal of the army". */
function absorb(outer: CodedEvent, inner: CodedEvent): CodedEvent {
  const isSame = outer.type === inner.type;
  // Who is to do it is whom it is asked of, wherever a preposition hangs.
  const doers = isSame && inner.match.actors.length > 0 ? inner.recipients : [];
  const recipients = doers.length > 0 ? doers : outer.recipients;
  return {
    ...outer,
    recipients: recipients.length > 0 || !isSame ? recipients : inner.recipients,
    mode: outer.mode ?? (isSame ? inner.mode : null),
    absorbed: [...outer.absorbed, inner.match.trigger],
  };
}
