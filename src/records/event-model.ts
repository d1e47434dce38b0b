/**
 * The learned part of the event coder: which type the words around an event's parties tell, or that there is no
 * event; and how sure the whole may be.
 *
 * Linear models over hashed names of features, trained by train/events.ts. The first, on sentences written for it,
 * decides where rows of several types fit one trigger and tells what to leave alone; the second turns the signs of a
 * finished event (event-signs.ts) and the first one's features into a probability that type, status and parties are all
 * right, fitted on events of general news that were read.
 */

import { EVENT_TYPES } from "../core/records.js";
import { UserError } from "../core/user-error.js";
import { FeatureList, hashString } from "../learn/feature-hash.js";
import type { FeatureTemplates } from "../learn/linear-file.js";
import type { LinearModel } from "../learn/linear-model.js";
import type { ComposedEvent } from "./event-composition.js";
import { type EventParts, forEachEventFeature, hashEventFeatures } from "./event-features.js";
import type { EventMatch } from "./event-match.js";
import type { Party } from "./event-party.js";
import { type EventSetting, SIGN_CAPACITY, SignReader } from "./event-signs.js";
import type { EventView } from "./event-view.js";

/** What the weights of models/events.bin are for: the features of event-features.ts, event-signs.ts and this file. */
export const EVENT_TEMPLATES: FeatureTemplates = {
  fingerprint: "c576fc64",
  training: "npm run train:events -- --articles ARTICLES.jsonl.gz",
};

/** Name of the class for words that tell of no event. */
export const NO_EVENT = "NONE";

/** Classes of the model, in its order. A type of a user's own is none of them. */
export const MODEL_CLASSES: readonly string[] = [...EVENT_TYPES, NO_EVENT];

/** Features of one event; a long sentence has more, the rest is left out. */
export const FEATURE_CAPACITY = 640;

/** Features from which a confidence is told. */
export const CONFIDENCE_CAPACITY = SIGN_CAPACITY + 2 * FEATURE_CAPACITY;
/** Templates of a word or path around the event, and of the same with its type; the signs have 2. */
const WORD = 3;
const WORD_OF_TYPE = 4;

export interface EventModels {
  readonly type: LinearModel;
  readonly confidence: LinearModel;
  /** What articles are about: see article-topic.ts. */
  readonly topic: LinearModel;
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
  return { type: take("type"), confidence: take("confidence"), topic: take("topic") };
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
  readonly view: EventView;
  readonly #features = new FeatureList(FEATURE_CAPACITY);
  readonly #signs = new FeatureList(CONFIDENCE_CAPACITY);
  readonly #reader: SignReader;
  /** The event whose features the list holds. */
  #hashed: ComposedEvent | undefined;

  constructor(
    setting: EventSetting,
    readonly models: EventModels,
  ) {
    this.view = setting.view;
    this.#reader = new SignReader(setting, models.topic);
  }

  judge(event: ComposedEvent): EventJudgement {
    this.#hash(event);
    const p = this.models.type.score(this.#features);
    const index = MODEL_CLASSES.indexOf(event.type);
    return { type: index < 0 ? null : p[index], none: p[MODEL_CLASSES.length - 1] };
  }

  /** Probability that the event is right. */
  confide(event: ComposedEvent, judgement: EventJudgement): number {
    return this.models.confidence.score(this.listSigns(event, judgement))[1];
  }

  /**
   * What the confidence is told from, in a list that the next call overwrites: the event's signs, and the words and tree
   * around it by themselves and for its type, since "support" is hardly an event where "said to" precedes it.
   */
  listSigns(event: ComposedEvent, judgement: EventJudgement): FeatureList {
    this.#reader.hash(this.#signs, event, judgement);
    this.#hash(event);
    const type = hashString(event.type);
    const { values, length } = this.#features;
    for (let i = 0; i < length; i++) {
      this.#signs.add(WORD, values[i]);
      this.#signs.add2(WORD_OF_TYPE, values[i], type);
    }
    return this.#signs;
  }

  #hash(event: ComposedEvent): void {
    if (this.#hashed === event) return;
    hashEventFeatures(this.#features, this.view, partsOfEvent(this.view, event));
    this.#hashed = event;
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
