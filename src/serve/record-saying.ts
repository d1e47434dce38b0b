/** A record of one article as an item of a list: what it says in one line, its sentence, on whose word, and where. */
import type { EventRecord, PositionRecord, StatementRecord } from "../core/records.js";
import type { Headed } from "../store/record-head.js";
import { drawActorLink } from "./actor-name.js";
import { html, joinMarkup, type Markup } from "./markup.js";
import { drawWord } from "./on-whose-word.js";
import { drawSaying } from "./position-saying.js";
import { drawQuote, type Quote } from "./quote.js";
import { drawSource } from "./source-line.js";
import { wordType } from "./story-item.js";
import { drawDate, recordPath, shorten } from "./wording.js";

/** A record with the sentence that shows it. */
export interface ShownRecord extends Headed<StatementRecord | EventRecord | PositionRecord> {
  readonly quote: Quote | null;
}

/** Actors that are named of each side. */
const NAMED = 5;

/** The item; positions look as they do on their own page. */
export function drawRecordItem({ record, article, quote }: ShownRecord): Markup {
  if (record.kind === "position") return drawSaying({ record, article }, quote);
  const statement = record.kind === "statement" ? record.id : record.attribution.at(-1)?.statement;
  return html`<li class="saying">
<p class="who">${record.kind === "statement" ? drawStatementLine(record) : drawEventLine(record)}</p>
${quote && html`<blockquote dir="auto">${drawQuote(quote, record.evidence)}</blockquote>`}
<p class="from">${(record.kind === "event" || record.attribution.length > 0) && html`${drawWord(record.attribution)} · `}${drawSource(article, statement)}</p>
</li>
`;
}

function drawStatementLine({ id, source, cue, addressees, date }: StatementRecord): Markup {
  return html`${source === null ? html`<span class="none">source not named</span>` : html`<b>${drawActorLink(source)}</b>`} <a class="type" href="${recordPath(id)}">${cue === null ? "quoted" : shorten(cue, 60)}</a>${
    addressees.length > 0 && html` ${drawSide(addressees)}`
  }${date !== null && html` <span class="basis">${drawDate(date)}</span>`}`;
}

function drawEventLine({ id, actors, type, recipients, date, status, recency }: EventRecord): Markup {
  const told = [status, recency].filter((word) => word !== "asserted" && word !== "current");
  return html`${drawSide(actors)} <a class="type" href="${recordPath(id)}">${wordType(type)}</a> ${drawSide(recipients)}${
    date !== null && html` <span class="basis">${drawDate(date)}</span>`
  }${told.length > 0 && html` <span class="basis">(${told.map((word) => shorten(word, 40)).join(", ")})</span>`}`;
}

function drawSide(actors: EventRecord["actors"]): Markup {
  const named = actors.slice(0, NAMED).map((actor) => html`<b>${drawActorLink(actor, 60)}</b>`);
  return html`${joinMarkup(named, ", ")}${actors.length > NAMED && ` and ${actors.length - NAMED} more`}`;
}
