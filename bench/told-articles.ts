/**
 * Made-up reports with their events: what joining stories costs does not depend on what reads them.
 *
 * Happenings are spread over days; each is told by a few reports of its day and the next, in one of several wordings.
 * The same numbers give the same reports.
 */
import { makeArticle } from "../src/article/make-article.js";
import type { AnalysedArticle } from "../src/core/analysed-article.js";
import type { ActorRef, EventRecord, QuantityRecord } from "../src/core/records.js";

/** Events of one report. */
const EVENTS = 6;
/** Reports that tell one happening. */
const REPORTS = 4;
/** Reports of one day. */
const DAILY = 200;

const DAY = 86_400_000;
const BEGIN = Date.UTC(2001, 0, 1);

const TYPES = [
  { type: "ASSAULT", quad: 4, verbs: ["shelled", "attacked", "bombed"], cameo: "190" },
  { type: "CONSULT", quad: 1, verbs: ["met", "visited", "consulted"], cameo: "040" },
  { type: "ACCUSE", quad: 3, verbs: ["accused", "denounced", "blamed"], cameo: "112" },
  { type: "AID", quad: 2, verbs: ["supplied", "helped", "armed"], cameo: "070" },
] as const;

const SYLLABLES = "ba ko ri mu ta le so ni ga du fe ra zo pi ho ya".split(" ");
const SETTINGS =
  "bridge depot harbour market ridge airfield canal railway quarry refinery barracks ferry tunnel dam".split(
    " ",
  );

/** A number from 0 to 1 for a few numbers (Wang's hash). */
function draw(...seeds: number[]): number {
  let h = 61;
  for (const seed of seeds) {
    h = Math.imul(h ^ seed ^ (h >>> 16), 9);
    h ^= h >>> 4;
    h = Math.imul(h, 0x27d4eb2d);
    h ^= h >>> 15;
  }
  return (h >>> 0) / 2 ** 32;
}

function nameOf(n: number, syllables: number): string {
  let name = "";
  for (let i = 0; i < syllables; i++) name += SYLLABLES[Math.floor(draw(n, i, 7) * SYLLABLES.length)];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Few states act often, as in the news. */
function actorOf(seed: number, side: number): ActorRef {
  const n = Math.floor(draw(seed, side, 3) ** 2 * 60);
  const code = nameOf(n, 2).slice(0, 3).toUpperCase() + n;
  return { id: `state:${code}`, name: `${nameOf(n, 3)}ia`, country: code };
}

/** Report number `n`. */
export function makeTold(n: number): AnalysedArticle {
  const day = Math.floor(n / DAILY);
  const published = new Date(BEGIN + day * DAY).toISOString().slice(0, 10);
  const told = Array.from({ length: EVENTS }, (_, k) => {
    const happening = day * DAILY * 2 + Math.floor(draw(n, k, 1) * ((DAILY * EVENTS) / REPORTS));
    const { type, quad, verbs, cameo } = TYPES[Math.floor(draw(happening, 2) * TYPES.length)];
    const actor = actorOf(happening, 1);
    const recipient = actorOf(happening, 2);
    const verb = verbs[Math.floor(draw(n, k, 5) * verbs.length)];
    const setting = SETTINGS[Math.floor(draw(happening, 9) * SETTINGS.length)];
    const dead = Math.floor(draw(happening, 4) * 40) + Math.floor(draw(n, k, 6) * 3) + 2;
    const head = `${actor.name} ${verb} ${recipient.name}`;
    const spot = `near the ${setting} of ${nameOf(happening, 4)}`;
    const text =
      draw(n, k, 8) < 0.5
        ? `${head} ${spot}, and ${dead} people died.`
        : `${head} ${spot} at dawn, leaving ${dead} dead.`;
    return { text, type, quad, cameo, actor, recipient, verb, dead };
  });
  const made = makeArticle({
    origin: `told-${String(n).padStart(7, "0")}.txt`,
    text: told.map(({ text }) => text).join("\n\n"),
    metadata: { outlet: nameOf(n % 300, 3) },
  });
  const article = { ...made.article, published: { edtf: published, basis: "metadata" as const } };
  let start = 0;
  const records = told.flatMap(({ text, type, quad, cameo, actor, recipient, verb, dead }, k) => {
    const at = article.text.indexOf(text, start);
    start = at + text.length;
    const show = (part: "actor" | "trigger" | "recipient" | "value", words: string) => {
      const from = article.text.indexOf(words, at);
      return { article: article.id, start: from, end: from + words.length, text: words, part };
    };
    const event: EventRecord = {
      kind: "event",
      id: `eve-${n}-${k}`,
      article: article.id,
      type,
      eventMode: null,
      contexts: [],
      cameo,
      quad,
      goldstein: null,
      actors: [{ ...actor, text: actor.name }],
      recipients: [{ ...recipient, text: recipient.name }],
      places: [],
      date: null,
      status: "asserted",
      recency: "current",
      attribution: [],
      evidence: [show("actor", actor.name), show("trigger", verb), show("recipient", recipient.name)],
      rule: `${type}:1`,
      confidence: 0.8,
    };
    const quantity: QuantityRecord = {
      kind: "quantity",
      id: `qua-${n}-${k}`,
      article: article.id,
      measure: "killed",
      value: dead,
      low: dead,
      high: dead,
      unit: null,
      modifier: null,
      of: "people",
      by: [],
      date: null,
      places: [],
      attribution: [],
      evidence: [show("value", ` ${dead} `)],
      rule: "made up",
    };
    return [event, quantity];
  });
  return { article, records, problems: [] };
}
