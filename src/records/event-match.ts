/**
 * A codebook row held against a word of the tree: do its words and conditions stand there, and who are the parties?
 *
 * Out: the match, or what was missing, so that an explanation can tell which row would have admitted the word.
 */
import type { Codebook, EventCondition, EventRow } from "./codebook-types.js";
import { isAgentless, isNobody } from "./event-agentless.js";
import { ConditionChecker } from "./event-condition.js";
import { whyNoOccasion } from "./event-occasion.js";
import type { Party } from "./event-party.js";
import type { PartyReader } from "./event-party-reader.js";
import { withoutArticle } from "./event-phrase.js";
import { NOBODY, SideFinder, type Sides } from "./event-sides.js";
import { findSpelling } from "./event-spelling.js";
import { withoutVictims } from "./event-victim.js";
import { type EventView, isPassiveVerb, isVerb } from "./event-view.js";
import { relationOf, standsInPlace, stepFits } from "./frame-match.js";
import { headWithin } from "./row-words.js";

/** Conditions that a near row may lack. */
const MOST_FAILED = 1;

/** A row that fits. */
export interface EventMatch extends Sides {
  readonly row: EventRow;
  /** Number of the trigger's words, those that hang elsewhere too. */
  readonly words: number;
  /** Head word of the trigger. */
  readonly trigger: number;
  /** First and last word of a trigger of several words that stand side by side. */
  readonly first: number;
  readonly last: number;
  /** The light verb over a noun; -1 for none. */
  readonly carrier: number;
  /** The paths that led to them, as the tables write them. */
  readonly paths: readonly string[];
  /** Conditions that ask for a word or kind and do not find it; only a match asked for as `near` has any. */
  readonly failed: readonly EventCondition[];
}

/** Why a row does not fit. */
export interface EventMiss {
  readonly row: EventRow;
  readonly missing: string;
  /** The word stands in another sense: no other row of the type may let it pass as near. */
  readonly isOtherSense: boolean;
}

export class EventMatcher {
  readonly #conditions: ConditionChecker;
  readonly #sides: SideFinder;

  constructor(
    readonly view: EventView,
    readonly parties: PartyReader,
    readonly codebook: Codebook,
  ) {
    this.#conditions = new ConditionChecker(view, parties, codebook);
    this.#sides = new SideFinder(view, parties);
  }

  /** `near`: let a row pass whose words and parties are there, but not the object or company that it asks for. */
  match(row: EventRow, first: number, near = false): EventMatch | EventMiss {
    const { view } = this;
    const miss = (missing: string, isOtherSense = false): EventMiss => ({ row, missing, isOtherSense });
    const spelling = findSpelling(view, row, first);
    if (spelling === undefined) return miss(`the words "${row.spellings[0].join(" ")}" as ${row.pos}`);
    const { last } = spelling;
    const trigger = row.pos === "NOUN" ? headWithin(view, first, last) : first;
    const unfit = this.#frameConditionFailed(row, trigger);
    if (unfit !== undefined) return miss(unfit);
    const place = { word: trigger, carrier: row.pos === "NOUN" ? this.#findCarrier(row, trigger) : -1 };
    const failed: EventCondition[] = [];
    const isRefused = (condition: EventCondition, found: Sides): boolean => {
      if (this.#conditions.holds(condition, place, found)) return false;
      failed.push(condition);
      // Near means another word in the place that the row asks about, not an empty place.
      const isEssential =
        condition.negated || isAboutSense(condition) || !this.#conditions.isFilled(condition, place);
      return !near || isEssential || failed.length > MOST_FAILED;
    };
    // Conditions on words are cheaper than finding the parties.
    for (const condition of row.when)
      if (condition.party === null && isRefused(condition, NOBODY))
        return miss(condition.text, asksMood(condition));
    const paths: string[] = [];
    const found = this.#sides.find(row, place, paths);
    // Nobody can be asked what kind of actor he is where the sentence names no doer.
    const lacksActor =
      found.actors.length === 0 &&
      isNobody(view, this.codebook, trigger, found.actorHead) &&
      found.recipients.length > 0 &&
      isAgentless(view, this.codebook, row, trigger, place.carrier);
    for (const condition of row.when) {
      if (condition.party === null || (lacksActor && condition.party === "actor" && !condition.negated))
        continue;
      if (isRefused(condition, found)) return miss(condition.text);
    }
    const noOccasion = whyNoOccasion(view, this.codebook, row, trigger, found.actorHead);
    if (noOccasion !== undefined) return miss(noOccasion);
    return {
      row,
      words: spelling.words.length,
      trigger,
      first,
      last,
      carrier: place.carrier,
      paths,
      failed,
      ...found,
      recipients: withoutVictims(view, this.parties, row, found.recipients).map((party) =>
        withoutTrigger(view, party, first, last),
      ),
    };
  }

  #frameConditionFailed(row: EventRow, i: number): string | undefined {
    const { frame } = row;
    const { view } = this;
    if (frame.voice !== null && (isPassiveVerb(view, i) ? "pass" : "act") !== frame.voice)
      return `voice=${frame.voice}`;
    if (standsInPlace(view, frame, i)) return undefined;
    return "a condition on the word's place (case, deprel, governor or with)";
  }

  /** The light verb of a noun: one that the row names as `support` or `undergo`, or that the operators know as light. */
  #findCarrier(row: EventRow, noun: number): number {
    const { view } = this;
    const { doc } = view;
    let at = noun;
    for (let k = 0; k < 3; k++) {
      const head = doc.head[at];
      if (head < 0) return -1;
      const relation = relationOf(doc, at);
      if (isVerb(view, head) && /^(obj|obl|nsubj:pass|iobj|xcomp|nsubj)$/.test(relation)) {
        const lemma = doc.lemma[head].toLowerCase();
        if (row.frame.undergo.includes(lemma)) return head;
        if (relation === "nsubj") return -1;
        if (row.frame.support.includes(lemma) || this.#isLight(lemma, at)) return head;
        return -1;
      }
      // "a series of attacks", "three days of talks", "attacks and raids"
      const kinds = relation === "nmod" ? this.parties.noun(head)?.kinds : undefined;
      const counts = kinds?.has("measure") || kinds?.has("period");
      if (relation !== "conj" && !counts) return -1;
      at = head;
    }
    return -1;
  }

  #isLight(lemma: string, noun: number): boolean {
    const rows = this.codebook.operators.get(lemma);
    if (rows === undefined) return false;
    return rows.some(
      ({ operator, paths }) =>
        operator === "light" && paths.some(({ steps }) => stepFits(this.view, steps[0], noun)),
    );
  }
}

/** "shot dead five guards": whom the tree gives a word of the trigger, without it. */
function withoutTrigger({ doc }: EventView, party: Party, first: number, last: number): Party {
  const { start, end } = party.span;
  if (last === first || party.isLinked || start <= doc.start[first] || start > doc.start[last]) return party;
  const from = doc.start[last + 1];
  if (from >= end) return party;
  const text = doc.text.slice(from, end);
  return { ...party, span: { start: from, end }, ref: { ...party.ref, name: withoutArticle(text), text } };
}

/**
 * Another subject, mood or matter said is another sense: planes land and floods hit too, who insists that it rains asks
 * nothing, and who says that lights went out accuses nobody.
 */
function isAboutSense(condition: EventCondition): boolean {
  const asksSubject = condition.paths.some(({ steps }) => steps[0]?.relation === "nsubj");
  return asksSubject || condition.paths[0]?.steps[0]?.relation === "ccomp" || asksMood(condition);
}

function asksMood({ values }: EventCondition): boolean {
  return values.some(({ kind }) => kind === "mood");
}

/** True for a row that fits. */
export function isMatch(result: EventMatch | EventMiss): result is EventMatch {
  return "trigger" in result;
}

/** More words, then an actor, a recipient, conditions, a recipient slot at all. */
export function specificity({ row, words, actors, recipients, failed }: EventMatch): number {
  return (
    (actors.length > 0 ? 1000 : 0) +
    Math.min(3, words) * 100 +
    (recipients.length > 0 ? 40 : 0) +
    Math.min(row.when.length, 6) * 5 +
    (row.mode !== null ? 2 : 0) -
    failed.length * 15
  );
}
