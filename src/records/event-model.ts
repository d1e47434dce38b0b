/**
 * The learned part of the event coder: which type the words around an event's parties tell, or that there is no
 * event; and how sure the whole may be.
 *
 * Two linear models over hashed names of features, trained by train/events.ts on sentences written for it. The first
 * decides where rows of several types fit one trigger and tells what to leave alone; the second turns the signs of a
 * finished event into a probability that it is right, fitted on sentences that the first was not trained on.
 */

import { EVENT_TYPES } from "../core/records.js";
import { UserError } from "../core/user-error.js";
import { FeatureList, hashString } from "../learn/feature-hash.js";
import type { LinearModel } from "../learn/linear-model.js";
import type { ComposedEvent } from "./event-composition.js";
import { type EventParts, forEachEventFeature, hashEventFeatures } from "./event-features.js";
import type { EventMatch } from "./event-match.js";
import type { Party } from "./event-party.js";
import type { EventView } from "./event-view.js";

/** Name of the class for words that tell of no event. */
export const NO_EVENT = "NONE";

/** Classes of the model, in its order. A type of a user's own is none of them. */
export const MODEL_CLASSES: readonly string[] = [...EVENT_TYPES, NO_EVENT];

/** Features of one event; a long sentence has more, the rest is left out. */
export const FEATURE_CAPACITY = 640;

export interface EventModels {
  readonly type: LinearModel;
  readonly confidence: LinearModel;
}

/** @throws UserError `weights-unreadable` where a model is missing */
export function takeEventModels(models: ReadonlyMap<string, LinearModel>, origin: string): EventModels {
  const take = (name: string): LinearModel => {
    const model = models.get(name);
    if (model === undefined)
      throw new UserError(
        "weights-unreadable",
        `${origin}: has no model "${name}"`,
        "Reinstall the package.",
      );
    return model;
  };
  return { type: take("type"), confidence: take("confidence") };
}

/** A feature and what it adds to a type's score. */
export interface WeighedEventFeature {
  readonly name: string;
  readonly weight: number;
}

/** What the models say of an event: probability of its type, and of there being none; null for a user's own type. */
export interface EventJudgement {
  readonly type: number | null;
  readonly none: number;
}

export class EventJudge {
  readonly #features = new FeatureList(FEATURE_CAPACITY);
  readonly #signs = new FeatureList(32);

  constructor(
    readonly view: EventView,
    readonly models: EventModels,
  ) {}

  judge(event: ComposedEvent): EventJudgement {
    hashEventFeatures(this.#features, this.view, partsOfEvent(this.view, event));
    const p = this.models.type.score(this.#features);
    const index = MODEL_CLASSES.indexOf(event.type);
    return { type: index < 0 ? null : p[index], none: p[MODEL_CLASSES.length - 1] };
  }

  /** Probability that the event is right. */
  confide(event: ComposedEvent, judgement: EventJudgement): number {
    addConfidenceSigns(this.#signs, event, judgement);
    return this.models.confidence.score(this.#signs)[1];
  }

  /** The features that weighed most for or against `type`, the strongest first. */
  explain(event: ComposedEvent, type: string, most: number): WeighedEventFeature[] {
    const target = MODEL_CLASSES.indexOf(type);
    if (target < 0) return [];
    const weighed: WeighedEventFeature[] = [];
    const probe = new FeatureList(1);
    forEachEventFeature(this.view, partsOfEvent(this.view, event), (name) => {
      probe.clear();
      probe.add(1, hashString(name));
      weighed.push({ name, weight: this.models.type.weightOf(probe.values[0], target) });
    });
    return weighed.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, most);
  }
}

/** Fills `list` with what speaks for or against an event as a whole. */
export function addConfidenceSigns(
  list: FeatureList,
  event: ComposedEvent,
  { type, none }: EventJudgement,
): void {
  list.clear();
  const sign = (name: string) => list.add(2, hashString(name));
  const { match, actors, recipients, operators } = event;
  sign("always");
  const p = type ?? 0.5;
  for (const step of [0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97]) {
    if (p >= step) sign(`type at least ${step}`);
    if (none >= step) sign(`none at least ${step}`);
  }
  sign(`part of speech ${match.row.pos}`);
  if (match.failed.length > 0) sign("near row");
  if (match.carrier >= 0) sign("light verb");
  if (match.last > match.first) sign("phrase");
  sign(`conditions ${Math.min(3, match.row.when.length)}`);
  sign(actors.some((a) => a.isLinked) ? "actor linked" : "actor by words");
  sign(
    recipients.length === 0
      ? "no recipient"
      : recipients.some((r) => r.isLinked)
        ? "recipient linked"
        : "recipient by words",
  );
  sign(`operators ${Math.min(2, operators.length)}`);
  if (event.typedBy !== undefined) sign("type by operator");
  sign(`status ${event.status}`);
  sign(`is ${event.type}`);
}

/** The parts of an event as the model sees them. */
export function partsOfEvent(view: EventView, { match, actors, recipients }: ComposedEvent): EventParts {
  return partsOf(view, match, actors, recipients);
}

function partsOf(
  view: EventView,
  match: EventMatch,
  actors: readonly Party[],
  recipients: readonly Party[],
): EventParts {
  const inside = (parties: readonly Party[], i: number) =>
    parties.some(({ span }) => view.doc.start[i] < span.end && span.start < view.doc.end[i]);
  return {
    actor: actors[0]?.head ?? match.actorHead,
    recipient: recipients[0]?.head ?? match.recipientHead,
    trigger: match.trigger,
    mask: (i) => (i === match.trigger ? 0 : inside(actors, i) ? 1 : inside(recipients, i) ? 2 : 0),
  };
}
