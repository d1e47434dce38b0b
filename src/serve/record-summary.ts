/**
 * A record of one article in words: a line that says what it is, and its facts, as a reader would ask for them. All
 * fields as they are stand below it on the page.
 */
import type {
  ActorRef,
  AnyRecord,
  DateValue,
  EventRecord,
  PlaceRef,
  QuantityRecord,
} from "../core/records.js";
import { drawActorLink } from "./actor-name.js";
import { html, joinMarkup, type Markup } from "./markup.js";
import { drawChain } from "./on-whose-word.js";
import { drawStance, wordStance } from "./stance.js";
import { wordType } from "./story-item.js";
import { drawDate, drawName, groupDigits, shorten, wordBasis } from "./wording.js";

const QUADS: Readonly<Record<number, string>> = {
  1: "cooperation in words",
  2: "cooperation in deeds",
  3: "conflict in words",
  4: "conflict in deeds",
};

/** Names that are shown of a list. */
const NAMED = 12;

type Fact = readonly [name: string, value: Markup | null];

/** The summary; nothing for kinds that a page of their own shows, or that span articles. */
export function drawSummary(record: AnyRecord): Markup | undefined {
  switch (record.kind) {
    case "statement":
      return draw(
        html`${drawActors(record.source === null ? [] : [record.source], "source not named")} ${record.cue === null ? "" : shorten(record.cue, 60)}`,
        [
          ["To", listActors(record.addressees)],
          ["Where", record.channel === null ? null : drawName(record.channel)],
          ["On what occasion", record.occasion === null ? null : drawName(record.occasion, 120)],
          ["When", wordWhen(record.date)],
          ["On the word of", record.attribution.length === 0 ? null : drawChain(record.attribution)],
        ],
      );
    case "event":
      return draw(drawEvent(record), [
        ["When", wordWhen(record.date)],
        ["Where", listPlaces(record.places)],
        ["Told as", html`${shorten(record.status, 40)}, ${shorten(record.recency, 40)}`],
        [
          "Kind",
          html`${QUADS[record.quad] ?? record.quad}${record.cameo !== null && html`, CAMEO ${shorten(record.cameo, 20)}`}`,
        ],
        ["On the word of", wordOf(record)],
        ["Confidence", html`${Math.round(record.confidence * 100)} %`],
      ]);
    case "reference":
      return draw(html`${drawActors(record.parties, "nobody named")}: refers to an event`, [
        ["When", wordWhen(record.date)],
        ["Where", listPlaces(record.places)],
        ["Told as", html`${shorten(record.recency, 40)}`],
        ["On the word of", wordOf(record)],
      ]);
    case "position": {
      const last = record.attribution.at(-1);
      const own = record.holders.some((h) => keyOf(h) === (last && keyOf(last)));
      return draw(
        html`${drawStance({ stance: record.stance, own, positions: 1 })} ${drawActors(record.holders, "nobody named")} ${wordStance(record.stance)}: <a href="/positions?${new URLSearchParams({ issue: record.issue.id.slice(0, 200) }).toString()}">${drawName(record.issue.label)}</a>`,
        [
          ["Condition", record.condition === null ? null : drawName(record.condition, 400)],
          ["When", wordWhen(record.date)],
          ["On the word of", wordOf(record)],
        ],
      );
    }
    case "quantity":
      return draw(html`<b>${wordFigure(record)}</b> ${shorten(record.measure, 60)}`, [
        ["Of", record.of === null ? null : drawName(record.of, 300)],
        ["By", listActors(record.by)],
        ["When", wordWhen(record.date)],
        ["Where", listPlaces(record.places)],
        ["On the word of", wordOf(record)],
      ]);
    case "dating":
      return draw(
        html`<b>${shorten(record.happening, 60)}</b> ${record.aspect === "at" ? "" : `${shorten(record.aspect, 20)}s`}: ${drawDate(record.date)}`,
        [
          ["Between", listActors(record.parties)],
          ["Where", listPlaces(record.places)],
          ["On the word of", wordOf(record)],
        ],
      );
    case "role":
      return draw(html`${drawActors([record.person], "nobody")}, ${drawName(record.role)}`, [
        ["Of", record.of === null ? null : listActors([record.of])],
        ["As of", wordWhen(record.date)],
      ]);
    default:
      return undefined;
  }
}

function draw(line: Markup, facts: readonly Fact[]): Markup {
  const told = facts.filter(([, value]) => value !== null);
  return html`<p class="gist">${line}</p>
<dl class="facts">${told.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}

function drawEvent({ actors, type, eventMode, recipients }: EventRecord): Markup {
  return html`${drawActors(actors, "nobody named")} <span class="type">${wordType(type)}</span>${eventMode !== null && ` (${shorten(eventMode, 60)})`} ${recipients.length > 0 && drawActors(recipients, "")}`;
}

function drawActors(actors: readonly ActorRef[], none: string): Markup {
  if (actors.length === 0) return html`<span class="none">${none}</span>`;
  const named = actors.slice(0, NAMED).map((actor) => html`<b>${drawActorLink(actor)}</b>`);
  return html`${joinMarkup(named, ", ")}${actors.length > NAMED && ` and ${actors.length - NAMED} more`}`;
}

function listActors(actors: readonly ActorRef[]): Markup | null {
  return actors.length === 0 ? null : drawActors(actors, "");
}

function listPlaces(places: readonly PlaceRef[]): Markup | null {
  if (places.length === 0) return null;
  return joinMarkup(
    places
      .slice(0, NAMED)
      .map(
        ({ name, country }) =>
          html`${drawName(name, 80)}${country !== undefined && ` (${shorten(country, 20)})`}`,
      ),
    ", ",
  );
}

function wordWhen(date: DateValue | null): Markup | null {
  return date === null ? null : html`${drawDate(date)} <bdi class="basis">${wordBasis(date)}</bdi>`;
}

/** On whose word; the report's own where nobody is named. */
function wordOf({ attribution }: Pick<EventRecord, "attribution">): Markup {
  return attribution.length === 0 ? html`the report itself` : drawChain(attribution);
}

function wordFigure({ value, low, high, unit, modifier }: QuantityRecord): string {
  const figure =
    value !== null
      ? wordNumber(value)
      : low !== null && high !== null
        ? `${wordNumber(low)} to ${wordNumber(high)}`
        : low !== null
          ? `at least ${wordNumber(low)}`
          : high !== null
            ? `at most ${wordNumber(high)}`
            : "an unnamed number";
  return [modifier === null ? "" : shorten(modifier, 40), figure, unit === null ? "" : shorten(unit, 40)]
    .filter((part) => part !== "")
    .join(" ");
}

function wordNumber(n: number): string {
  return Number.isInteger(n) && n >= 0 ? groupDigits(n) : String(n);
}

function keyOf(actor: ActorRef): string {
  return actor.id ?? actor.name.toLowerCase();
}
