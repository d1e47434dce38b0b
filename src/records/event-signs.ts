/**
 * What speaks for or against an event as a whole: the signs from which its confidence is told.
 *
 * In: a finished event, what the type model says of it, the text around it. Out: names of signs, hashed: the row's own
 * strength, who the parties are and how the frame led to them, mood and place in the sentence, whose words it stands in
 * how much the article has of states and bodies, and what it is about. Words are no signs: the judge adds those around the event, as the
 * type model sees them (event-model.ts).
 */
import type { StatementRecord } from "../core/records.js";
import { UPOS } from "../language/doc.js";
import { type FeatureList, hashString } from "../learn/feature-hash.js";
import type { LinearModel } from "../learn/linear-model.js";
import type { ArticleActors } from "../mentions/actors.js";
import { TOPICS, weighTopics } from "./article-topic.js";
import type { ComposedEvent } from "./event-composition.js";
import { findUndergoer } from "./event-doer.js";
import type { EventJudgement } from "./event-model.js";
import { areSidesLinked, hasLinked, type Party } from "./event-party.js";
import { childBy, type EventView, isPassiveVerb, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";
import { findStatementAround } from "./on-whose-word.js";

/** Signs of one event; more are left out. */
export const SIGN_CAPACITY = 208;

const PRON = UPOS.indexOf("PRON");
const PROPN = UPOS.indexOf("PROPN");

/** Steps of a probability, each passed one a sign. */
const STEPS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97];
/** Steps of a mean logarithm of odds. */
const TOPIC_STEPS = [-1, -0.8, -0.6, -0.45, -0.3, -0.15, 0, 0.15, 0.3, 0.45];
/** Words to which counts of actors are scaled. */
const USUAL_LENGTH = 400;
const DEEPEST = 5;

/** The text in which events stand. */
export interface EventSetting {
  readonly view: EventView;
  readonly actors: ArticleActors;
  readonly statements: readonly StatementRecord[];
}

export class SignReader {
  readonly #setting: EventSetting;
  readonly #always: readonly string[];
  /** The likeliest topic of the text, and how much it speaks for each. */
  readonly #topic: string;
  readonly #topicSteps: readonly string[];

  constructor(setting: EventSetting, topics: LinearModel) {
    this.#setting = setting;
    this.#always = ["always", ...tellDensity(setting)];
    [this.#topic, ...this.#topicSteps] = tellTopics(setting.view, topics);
  }

  /** Fills `list` with the hashed signs of `event`. */
  hash(list: FeatureList, event: ComposedEvent, judgement: EventJudgement): void {
    list.clear();
    this.forEach(event, judgement, (name) => list.add(2, hashString(name)));
  }

  /** Calls `add` with each sign's name. */
  forEach(event: ComposedEvent, judgement: EventJudgement, add: (name: string) => void): void {
    for (const name of this.#always) add(name);
    for (const name of this.#topicSteps) add(name);
    add(`${event.type} in ${this.#topic}`);
    const { match, operators } = event;
    const p = judgement.type ?? 0.5;
    for (const step of STEPS) {
      if (p >= step) add(`type at least ${step}`);
      if (judgement.none >= step) add(`none at least ${step}`);
    }
    add(`is ${event.type}`);
    add(`is ${event.type} ${event.mode}`);
    add(`status ${event.status}`);
    add(`part of speech ${match.row.pos}`);
    for (const { operator } of operators) add(`operator ${operator}`);
    if (event.typedBy !== undefined) add("type by operator");
    if (match.failed.length > 0) add("near row");
    if (match.carrier >= 0) add("light verb");
    if (match.last > match.first) add("phrase");
    add(`words ${Math.min(3, match.words)}`);
    add(`conditions ${Math.min(3, match.row.when.length)}`);
    for (const path of match.paths) add(path.replace(/ \(.*/, ""));
    this.#addParties(event, add);
    this.#addPlace(event, add);
  }

  #addParties({ type, match, actors, recipients }: ComposedEvent, add: (name: string) => void): void {
    const lacking = match.row.frame.recipient.length > 0 ? "lacking" : "none";
    const [actor] = actors;
    const [recipient] = recipients;
    add(`actor ${actor === undefined ? "none" : this.#tellKind(actor)}`);
    add(`recipient ${recipient === undefined ? lacking : this.#tellKind(recipient)}`);
    const kindOf = (party: Party | undefined) => (party === undefined ? "none" : this.#tellKind(party));
    add(`${type} by ${kindOf(actor)}`);
    add(`${type} to ${kindOf(recipient)}`);
    add(`${type} ${match.row.pos} to ${recipient === undefined ? lacking : "somebody"}`);
    for (const path of match.paths) add(`${type} ${path.replace(/ \(.*/, "")}`);
    add(`actors ${Math.min(3, actors.length)}`);
    add(`recipients ${Math.min(3, recipients.length)}`);
    if (areSidesLinked(actors, recipients)) add("both linked");
    if (!hasLinked(actors) && !hasLinked(recipients)) add("neither linked");
    if (actor !== undefined) this.#addParty("actor", actor, match.trigger, add);
    if (recipient !== undefined) this.#addParty("recipient", recipient, match.trigger, add);
    this.#addLeftOut(match, [...actors, ...recipients], recipients.length > 0, add);
  }

  /** Who stands in the trigger's clause and is no party: more names there are left, the likelier one is missing. */
  #addLeftOut(
    match: ComposedEvent["match"],
    parties: readonly Party[],
    hasRecipient: boolean,
    add: (name: string) => void,
  ): void {
    const { view, actors } = this.#setting;
    const { doc } = view;
    const side = hasRecipient ? "beside" : "instead";
    const isParty = (i: number) =>
      parties.some(({ span }) => doc.start[i] < span.end && span.start < doc.end[i]);
    const top = match.carrier >= 0 ? match.carrier : match.trigger;
    const object = isVerb(view, top) ? findUndergoer(view, top) : -1;
    if (object >= 0 && object !== match.trigger && !isParty(object)) {
      add(`object ${UPOS[doc.upos[object]]} ${side}`);
      const owner = childBy(view, object, "nmod:poss");
      if (owner >= 0) add(`object of ${UPOS[doc.upos[owner]]} ${side}`);
    }
    let names = 0;
    let between = 0;
    const actor = parties[0]?.head ?? -1;
    const { mentions } = actors;
    const sentence = view.sentenceOf[top];
    const end = doc.sentence[sentence + 1];
    for (let k = firstFrom(mentions, doc.sentence[sentence]); k < mentions.length; k++) {
      const { from: i, to } = mentions[k];
      if (i >= end) break;
      if (isParty(i) || (i >= match.first && to - 1 <= match.last)) continue;
      if (isUnder(view, i, top)) names++;
      if (i > Math.min(actor, top) && i < Math.max(actor, top)) between++;
    }
    add(`left ${Math.min(3, names)} ${side}`);
    add(`between ${Math.min(3, between)}`);
  }

  #addParty(role: string, party: Party, trigger: number, add: (name: string) => void): void {
    const { view } = this.#setting;
    const { doc } = view;
    const determiner = childBy(view, party.head, "det");
    const number = party.isPlural ? "plural" : "singular";
    add(`${role} ${number} ${determiner < 0 ? "bare" : doc.lemma[determiner].toLowerCase()}`);
    add(`${role} far ${Math.min(5, Math.floor(Math.log2(1 + Math.abs(party.head - trigger))))}`);
    add(`${role} as ${relationOf(doc, party.head)}`);
    add(`${role} ${party.isLinked ? "linked" : "by words"}`);
    // what stands in brackets is no part of a name
    const [words] = doc.text.slice(party.span.start, party.span.end).split(" (", 1);
    add(`${role} of ${Math.min(5, words.split(" ").length)} words`);
    if (words.includes(",")) add(`${role} with comma`);
    add(`${role} ${whereOf(view, party.head, trigger)}`);
    if (party.antecedent !== undefined) add(`${role} by antecedent`);
  }

  /** What a party is: a pronoun, a linked actor of some sort, or known by its words. */
  #tellKind({ ref, head, kinds, isLinked }: Party): string {
    const { doc } = this.#setting.view;
    if (doc.upos[head] === PRON) return `${doc.lemma[head].toLowerCase()}${isLinked ? " linked" : ""}`;
    const sort = ref.id?.slice(0, Math.max(0, ref.id.indexOf(":")));
    if (sort !== undefined) return sort;
    const person = kinds.has("person") ? " person" : "";
    if (ref.sector !== undefined) return `of a sector${person}`;
    return `${doc.upos[head] === PROPN ? "name" : "noun"}${person}`;
  }

  /** Where in sentence, article and others' words the trigger stands. */
  #addPlace({ match }: ComposedEvent, add: (name: string) => void): void {
    const { view, statements } = this.#setting;
    const { doc } = view;
    const top = match.carrier >= 0 ? match.carrier : match.trigger;
    add(`relation ${relationOf(doc, top)}`);
    const voice = isVerb(view, top) && isPassiveVerb(view, top) ? " passive" : "";
    add(`form ${doc.names.xpos[doc.xpos[top]]}${voice}`);
    const auxiliary = childBy(view, top, "aux");
    if (auxiliary >= 0) add(`auxiliary ${doc.lemma[auxiliary].toLowerCase()}`);
    let depth = 0;
    for (let at = top; doc.head[at] >= 0 && depth < DEEPEST; at = doc.head[at]) depth++;
    add(`depth ${depth}`);
    const sentence = view.sentenceOf[top];
    const length = doc.sentence[sentence + 1] - doc.sentence[sentence];
    add(`sentence of ${Math.min(6, Math.floor(length / 8))}`);
    add(`sentence at ${sentence < 1 ? 0 : sentence < 3 ? 1 : sentence < 8 ? 2 : 3}`);
    const span = { start: doc.start[match.trigger], end: doc.end[match.trigger] };
    const statement = findStatementAround(span, statements);
    add(statement === undefined ? "own voice" : `said ${statement.mode}`);
    if (statement !== undefined) add(`said ${Math.min(2, statement.attribution.length)} deep`);
  }
}

/** Index of the first of `mentions`, which are in the order of their sentences, that stands at or behind a sentence's `start`. */
function firstFrom(mentions: ArticleActors["mentions"], start: number): number {
  let low = 0;
  for (let high = mentions.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (mentions[middle].from < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True where word `i` hangs below `top`, a few steps deep. */
function isUnder({ doc }: EventView, i: number, top: number): boolean {
  let at = i;
  for (let step = 0; step < 6 && at >= 0; step++) {
    if (at === top) return true;
    at = doc.head[at];
  }
  return false;
}

/** How a party's word stands to the trigger in the tree. */
function whereOf({ doc }: EventView, head: number, trigger: number): string {
  const above = doc.head[head];
  const side = head < trigger ? "before" : "behind";
  if (above === trigger) return `${side} under it`;
  if (above >= 0 && above === doc.head[trigger]) return `${side} beside it`;
  if (doc.head[trigger] === head) return `${side} over it`;
  if (above >= 0 && doc.head[above] === trigger) return `${side} two under it`;
  return `${side} elsewhere`;
}

/** How much of a text is names of linked actors, and of states and bodies alone. */
function tellDensity({ view, actors }: EventSetting): string[] {
  let linked = 0;
  let bodies = 0;
  for (const { ref } of actors.mentions) {
    if (ref.id === undefined || ref.id.startsWith("media:")) continue;
    linked++;
    if (!ref.id.startsWith("person:")) bodies++;
  }
  const scaled = (n: number) =>
    Math.min(6, Math.round(Math.log2(1 + (n * USUAL_LENGTH) / Math.max(50, view.doc.length))));
  return [`linked actors ${scaled(linked)}`, `states and bodies ${scaled(bodies)}`];
}

/** The likeliest topic of a text; then a sign for each step that its words pass towards each topic. */
function tellTopics({ doc }: EventView, model: LinearModel): [topic: string, ...signs: string[]] {
  const weights = weighTopics(doc, model);
  const signs = TOPICS.flatMap((topic, k) =>
    TOPIC_STEPS.filter((step) => weights[k] >= step).map((step) => `${topic} at least ${step}`),
  );
  return [TOPICS[weights.indexOf(Math.max(...weights))], ...signs];
}
