/**
 * Made-up reports with their events: what joining stories costs does not depend on what reads them.
 *
 * Happenings are spread over days, parties and places as in the news: few states act often, a place has few
 * happenings. Each is told by a few reports of its day, which share some of its words and have some of their own; one
 * event in ten is background without a date, one place in twenty has two names, and each report
 * quotes somebody. The same numbers give the same reports.
 */
import { makeArticle } from "../src/article/make-article.js";
import type { AnalysedArticle } from "../src/core/analysed-article.js";
import type { Evidence, EvidencePart } from "../src/core/evidence.js";
import type {
  ActorRef,
  EventRecord,
  PlaceRef,
  QuantityRecord,
  StatementRecord,
  WithinArticle,
} from "../src/core/records.js";

/** Events of one report. */
const EVENTS = 6;
/** Reports that tell one happening. */
const REPORTS = 4;
/** Reports of one day. */
const DAILY = 200;
const STATES = 150;
const PLACES = 4000;
/** Common words that there are; the first ones are frequent. */
const WORDS = 5000;

const DAY = 86_400_000;
const BEGIN = Date.UTC(2001, 0, 1);

const TYPES = [
  { type: "ASSAULT", quad: 4, verbs: ["shelled", "attacked", "bombed"], cameo: "190" },
  { type: "CONSULT", quad: 1, verbs: ["met", "visited", "consulted"], cameo: "040" },
  { type: "ACCUSE", quad: 3, verbs: ["accused", "denounced", "blamed"], cameo: "112" },
  { type: "AID", quad: 2, verbs: ["supplied", "helped", "armed"], cameo: "070" },
  { type: "COERCE", quad: 4, verbs: ["detained", "arrested", "expelled"], cameo: "170" },
  { type: "AGREE", quad: 1, verbs: ["promised", "assured", "agreed with"], cameo: "050" },
  { type: "REJECT", quad: 3, verbs: ["rebuffed", "refused", "defied"], cameo: "120" },
  { type: "PROTEST", quad: 3, verbs: ["rallied against", "marched against", "picketed"], cameo: "140" },
] as const;

const SYLLABLES = "ba ko ri mu ta le so ni ga du fe ra zo pi ho ya".split(" ");

/** A number from 0 to 1 for a few numbers (Wang's hash). */
export function draw(...seeds: number[]): number {
  let h = 61;
  for (const seed of seeds) {
    h = Math.imul(h ^ seed ^ (h >>> 16), 9);
    h ^= h >>> 4;
    h = Math.imul(h, 0x27d4eb2d);
    h ^= h >>> 15;
  }
  return (h >>> 0) / 2 ** 32;
}

export function nameOf(n: number, syllables: number): string {
  let name = "";
  for (let i = 0; i < syllables; i++) name += SYLLABLES[Math.floor(draw(n, i, 7) * SYLLABLES.length)];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Few states act often, as in the news. */
function actorOf(seed: number, side: number): ActorRef {
  const n = Math.floor(draw(seed, side, 3) ** 3 * STATES);
  const code = nameOf(n, 2).slice(0, 3).toUpperCase() + n;
  return { id: `state:${code}`, name: `${nameOf(n, 3)}ia`, country: code };
}

function placeOf(happening: number): PlaceRef {
  const n = Math.floor(draw(happening, 11) ** 2 * PLACES);
  return { name: `${nameOf(n, 4)}`, country: `C${n % STATES}`, geonames: 1000 + n, kind: "city" };
}

/** A common word; few are frequent. */
function wordOf(...seeds: number[]): string {
  return nameOf(90_000 + Math.floor(draw(...seeds, 12) ** 2 * WORDS), 3).toLowerCase();
}

/** Event number `k` of report `n`, as its sentence tells it. */
function tell(n: number, k: number) {
  const day = Math.floor(n / DAILY);
  const happening = day * DAILY * 2 + Math.floor(draw(n, k, 1) * ((DAILY * EVENTS) / REPORTS));
  const { type, quad, verbs, cameo } = TYPES[Math.floor(draw(happening, 2) * TYPES.length)];
  const actor = actorOf(happening, 1);
  const recipient = actorOf(happening, 2);
  const verb = verbs[Math.floor(draw(n, k, 5) * verbs.length)];
  const place = placeOf(happening);
  const hasTwoNames = (place.geonames ?? 0) % 20 === 0;
  const spot = hasTwoNames && draw(n, k, 13) < 1 / 3 ? `${place.name.slice(0, 3)}onia` : place.name;
  const dead = Math.floor(draw(happening, 4) * 40) + Math.floor(draw(n, k, 6) * 3) + 2;
  const words = Array.from({ length: 9 }, (_, i) =>
    draw(n, k, i, 14) < 0.6 ? wordOf(happening, i) : wordOf(n, k, i),
  );
  const [a, b, c, d, ...others] = words;
  const text = `${actor.name} ${verb} ${recipient.name} over the ${a} ${b} near ${spot}, and ${dead} people died when the ${c} ${d} had ${others.join(" ")}.`;
  return {
    text,
    type,
    quad,
    cameo,
    actor,
    recipient,
    verb,
    place,
    spot,
    dead,
    isOld: draw(happening, 15) < 0.1,
  };
}

/** What somebody says in report `n`; two reports in three have it from each other's hall. */
function quote(n: number) {
  const hall = draw(n, 16) < 2 / 3 ? n - (n % 3) : n;
  const words = Array.from({ length: 12 }, (_, i) => wordOf(hall, i, 17)).join(" ");
  return { source: actorOf(hall, 18), words };
}

/** Report number `n`. */
export function makeTold(n: number): AnalysedArticle {
  const published = new Date(BEGIN + Math.floor(n / DAILY) * DAY).toISOString().slice(0, 10);
  const told = Array.from({ length: EVENTS }, (_, k) => tell(n, k));
  const { source, words } = quote(n);
  const said = `"We ${words}," ${source.name} said.`;
  const made = makeArticle({
    origin: `told-${String(n).padStart(7, "0")}.txt`,
    text: [...told.map(({ text }) => text), said].join("\n\n"),
    metadata: { outlet: nameOf(n % 300, 3) },
  });
  const article = { ...made.article, published: { edtf: published, basis: "metadata" as const } };
  const show = (part: EvidencePart, text: string, from: number): Evidence => {
    const start = article.text.indexOf(text, from);
    return { article: article.id, start, end: start + text.length, text, part };
  };
  let from = 0;
  const records: WithinArticle[] = told.flatMap((event, k) => {
    const at = article.text.indexOf(event.text, from);
    from = at + event.text.length;
    return [
      makeEvent(`eve-${n}-${k}`, article.id, event, (part, text) => show(part, text, at)),
      makeQuantity(`qua-${n}-${k}`, article.id, event.dead, show("value", ` ${event.dead} `, at)),
    ];
  });
  const evidence = [show("content", `We ${words}`, from), show("source", source.name, from)];
  records.push(makeStatement(`sta-${n}`, article.id, source, `We ${words}`, evidence));
  return { article, records, problems: [] };
}

function makeEvent(
  id: string,
  article: string,
  { type, quad, cameo, actor, recipient, verb, place, spot, isOld }: ReturnType<typeof tell>,
  show: (part: EvidencePart, text: string) => Evidence,
): EventRecord {
  return {
    kind: "event",
    id,
    article,
    type,
    eventMode: null,
    contexts: [],
    cameo,
    quad,
    goldstein: null,
    actors: [{ ...actor, text: actor.name }],
    recipients: [{ ...recipient, text: recipient.name }],
    places: [{ ...place, text: spot }],
    date: null,
    status: "asserted",
    recency: isOld ? "background" : "current",
    attribution: [],
    evidence: [
      show("actor", actor.name),
      show("trigger", verb),
      show("recipient", recipient.name),
      show("place", spot),
    ],
    rule: `${type}:1`,
    confidence: 0.8,
  };
}

function makeQuantity(id: string, article: string, dead: number, value: Evidence): QuantityRecord {
  return {
    kind: "quantity",
    id,
    article,
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
    evidence: [value],
    rule: "made up",
  };
}

function makeStatement(
  id: string,
  article: string,
  source: ActorRef,
  content: string,
  evidence: readonly Evidence[],
): StatementRecord {
  return {
    kind: "statement",
    id,
    article,
    source: { ...source, text: source.name },
    cue: "say",
    mode: "direct",
    content,
    channel: null,
    occasion: null,
    date: null,
    addressees: [],
    parent: null,
    attribution: [],
    evidence,
    rule: "made up",
  };
}
