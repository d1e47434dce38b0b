/**
 * What one given actor does to another in a sentence: the type of their relation, always an answer.
 *
 * In: the spans of source and target. The rows of the codebook are tried with both known as parties; rows that lead
 * to both count fully, those that lead to one or stand between them less; the disambiguator weighs the rest.
 */
import type { Span } from "../src/core/evidence.js";
import { FeatureList } from "../src/learn/feature-hash.js";
import { findActors } from "../src/mentions/actors.js";
import { bareArticle } from "../src/records/codebook-test.js";
import { candidateRows } from "../src/records/event-coder.js";
import { type ComposedEvent, composeEvent } from "../src/records/event-composition.js";
import { type EventParts, hashEventFeatures } from "../src/records/event-features.js";
import { EventMatcher, isMatch } from "../src/records/event-match.js";
import { type EventModels, FEATURE_CAPACITY, MODEL_CLASSES, NO_EVENT } from "../src/records/event-model.js";
import { findOperators } from "../src/records/event-operators.js";
import type { Party } from "../src/records/event-party.js";
import { PartyReader } from "../src/records/event-party-reader.js";
import { type EventView, makeEventView } from "../src/records/event-view.js";
import type { Resources } from "../src/resources.js";
import { mergeType, rootOf } from "./event-roots.js";

/** Weight of a rule that leads to both parties against the learned part's natural logarithm. */
const RULE_WEIGHT = 10;

/** What is left of a rule that another takes up. */
const TAKEN_UP = 0.6;

/** How a corpus names types: of the model's classes, and of an event with its codes. */
export interface RelationScheme {
  ofType(type: string): string;
  ofEvent(event: ComposedEvent): string;
}

/** PLOVER's own types. */
const PLOVER: RelationScheme = { ofType: (type) => type, ofEvent: ({ type }) => type };

/** Types of corpora converted from CAMEO's roots. */
export const CAMEO_ROOTS: RelationScheme = { ofType: mergeType, ofEvent: rootOf };

interface Rule {
  readonly type: string;
  readonly rule: string;
  strength: number;
  readonly event: ComposedEvent;
  /** The word that stands highest: the light verb over a noun. */
  readonly top: number;
}

export interface RelationScores {
  /** Score of each type; the best is the answer. */
  readonly scores: ReadonlyMap<string, number>;
  /** Rules that spoke, the strongest first. */
  readonly rules: readonly { type: string; rule: string; strength: number }[];
}

export function scoreRelation(
  text: string,
  source: Span | null,
  target: Span | null,
  resources: Resources,
  models: EventModels,
  scheme: RelationScheme = PLOVER,
): RelationScores {
  const doc = resources.analyse(text);
  const { codebook } = resources;
  const view = makeEventView(doc);
  const given = [source, target].filter((span) => span !== null);
  const actors = findActors(doc, bareArticle(text), resources.names);
  const reader = new PartyReader(view, actors, codebook, [], given);
  const matcher = new EventMatcher(view, reader, codebook);
  const inSpan = (span: Span | null, i: number) =>
    span !== null && i >= 0 && doc.start[i] < span.end && span.start < doc.end[i];
  // A pronoun acts for whom it stands.
  const isIn = (span: Span | null, { head, antecedent }: Party) =>
    inSpan(span, head) || (span !== null && antecedent !== undefined && meetsSpan(span, antecedent));
  const sourceHead = headOf(view, source);
  const targetHead = headOf(view, target);
  const between = pathBetween(view, sourceHead, targetHead);
  const rules: Rule[] = [];
  for (let i = 0; i < doc.length; i++) {
    if (inSpan(source, i) && i !== targetHead && rulesOut(view, i, source)) continue;
    for (const row of candidateRows(codebook, doc, i)) {
      const match = matcher.match(row, i, true);
      if (!isMatch(match)) continue;
      const operators = findOperators(view, codebook, match.trigger, match.carrier);
      const event = composeEvent(view, codebook, reader, match, operators);
      const acts = event.actors.some((party) => isIn(source, party));
      const meets =
        event.recipients.some((party) => isIn(target, party)) || inSpan(target, match.recipientHead);
      const reversed = event.actors.some((party) => isIn(target, party));
      const isSymmetric = match.row.frame.parties.length > 0;
      const onPath = between.has(match.trigger) || between.has(match.carrier);
      const together = acts && reversed;
      let strength = (acts && meets) || together ? 1 : acts ? 0.62 : meets ? 0.5 : onPath ? 0.4 : 0.05;
      if (isSymmetric && reversed && !acts) strength = Math.max(strength, 0.6);
      else if (reversed && !acts) strength *= 0.35;
      if (onPath && strength < 1) strength += 0.1;
      strength += Math.min(0.12, Math.min(2, match.last - match.first) * 0.08 + row.when.length * 0.02);
      if (event.status === "denied") strength *= 0.6;
      if (match.failed.length > 0) strength *= match.failed.length > 1 ? 0.3 : 0.6;
      const name = [row.id, ...event.operators.map(({ operator }) => operator)].join(" ");
      const top = match.carrier >= 0 ? match.carrier : match.trigger;
      rules.push({ type: scheme.ofEvent(event), rule: name, strength, event, top });
    }
  }
  settleRules(rules);
  // "called the premier to congratulate him", "to express his support": the purpose tells more than the call.
  for (const call of rules.filter(({ type, strength }) => type === "CONSULT" && strength >= 1)) {
    const told = call.strength;
    for (const purpose of rules) {
      const isPurpose = /^(advcl|xcomp)/.test(doc.names.deprel[doc.deprel[purpose.top]]);
      if (purpose.type === "CONSULT" || doc.head[purpose.top] !== call.event.match.trigger || !isPurpose)
        continue;
      if (purpose.strength < 0.5 || purpose.event.match.failed.length > 0) continue;
      purpose.strength = Math.max(purpose.strength, told) + 0.1;
      call.strength = told * 0.6;
    }
  }
  rules.sort((a, b) => b.strength - a.strength);
  const parts: EventParts = {
    actor: sourceHead,
    recipient: targetHead,
    trigger: -1,
    mask: (i) => (inSpan(source, i) ? 1 : inSpan(target, i) ? 2 : 0),
  };
  const list = new FeatureList(FEATURE_CAPACITY);
  hashEventFeatures(list, view, parts);
  const p = models.type.score(list);
  const learned = new Map<string, number>();
  MODEL_CLASSES.forEach((type, k) => {
    const name = scheme.ofType(type);
    if (type !== NO_EVENT) learned.set(name, Math.max(p[k], learned.get(name) ?? 0));
  });
  const scores = new Map<string, number>();
  for (const [type, probability] of learned) {
    const best = rules.find((rule) => rule.type === type)?.strength ?? 0;
    scores.set(type, Math.log(probability + 1e-4) + RULE_WEIGHT * best);
  }
  return { scores, rules };
}

/** As the coder settles: an operator's own row, and of a light verb and its noun the one that tells more, stand alone. */
function settleRules(rules: readonly Rule[]): void {
  const whole = rules.filter(({ strength, event }) => strength >= 1 && event.match.failed.length === 0);
  for (const rule of whole) {
    const { typedBy, match } = rule.event;
    for (const other of whole) {
      if (other === rule || other.type === rule.type) continue;
      const at = other.event.match.trigger;
      if (typedBy !== undefined && at === typedBy.word) rule.strength *= TAKEN_UP;
      if (match.carrier >= 0 && at === match.carrier) {
        const isAboutObject = other.event.match.row.when.some(
          ({ negated, text }) => !negated && /^obj\b/.test(text),
        );
        (isAboutObject ? rule : other).strength *= TAKEN_UP;
      }
    }
  }
}

function meetsSpan(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Words inside a long source that act themselves are its own business. */
function rulesOut(view: EventView, i: number, span: Span | null): boolean {
  const head = view.doc.head[i];
  return span !== null && head >= 0 && view.doc.start[head] >= span.start && view.doc.end[head] <= span.end;
}

function headOf({ doc }: EventView, span: Span | null): number {
  if (span === null) return -1;
  let first = -1;
  for (let i = 0; i < doc.length; i++) {
    if (doc.start[i] >= span.end || doc.end[i] <= span.start) continue;
    if (first < 0) first = i;
    const head = doc.head[i];
    const isOutside = head < 0 || doc.start[head] < span.start || doc.end[head] > span.end;
    if (isOutside && !/^(punct|det|case)$/.test(doc.names.deprel[doc.deprel[i]])) return i;
  }
  return first;
}

/** Words on the way from one head to the other. */
function pathBetween({ doc }: EventView, a: number, b: number): Set<number> {
  const up: number[] = [];
  for (let i = a; i >= 0 && up.length < 60; i = doc.head[i]) up.push(i);
  const found = new Set<number>();
  for (let i = b, k = 0; i >= 0 && k < 60; i = doc.head[i], k++) {
    found.add(i);
    if (up.includes(i)) {
      for (const word of up.slice(0, up.indexOf(i) + 1)) found.add(word);
      return found;
    }
  }
  return new Set(up);
}
