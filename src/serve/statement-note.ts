/** The note beside a paragraph: one statement's fields, its chain, and what found it. */
import type { StatementRecord } from "../core/records.js";
import type { StatementNote } from "../views/reading.js";
import { html, joinMarkup, type Markup } from "./markup.js";
import { drawChain } from "./on-whose-word.js";
import { drawDate, drawName, nameOf, recordPath, shorten, wordBasis } from "./wording.js";

/** A note as an item of a list. Links to other notes of the same article go by `notes`. */
export function drawNote(note: StatementNote, notes: ReadonlyMap<string, StatementNote>): Markup {
  const { statement, number, depth } = note;
  const parent = statement.parent === null ? undefined : notes.get(statement.parent);
  const noteAddress = (id: string) => {
    const note = notes.get(id);
    return note && `#note-${note.number}`;
  };
  const facts: Markup[] = [html`<div><dt>mode</dt><dd>${statement.mode}</dd></div>`];
  if (statement.channel !== null) facts.push(fact("channel", drawName(statement.channel)));
  if (statement.occasion !== null) facts.push(fact("occasion", drawName(statement.occasion, 120)));
  if (statement.date !== null) {
    facts.push(
      fact("date", html`${drawDate(statement.date)} <bdi class="basis">${wordBasis(statement.date)}</bdi>`),
    );
  }
  if (statement.addressees.length > 0) {
    facts.push(
      fact(
        "to",
        joinMarkup(
          statement.addressees.map((a) => drawName(nameOf(a))),
          ", ",
        ),
      ),
    );
  }
  if (statement.attribution.length > 0) {
    facts.push(fact("on the word of", drawChain(statement.attribution, noteAddress)));
  }
  if (parent !== undefined && !statement.attribution.some((link) => link.statement === statement.parent)) {
    facts.push(fact("inside", html`<a href="#note-${parent.number}">statement ${parent.number}</a>`));
  }
  facts.push(
    fact(
      "rule",
      html`<a class="rule" href="${recordPath(statement.id)}">${drawName(statement.rule, 60)}</a>`,
    ),
  );
  return html`<li class="note d${Math.min(depth, 3)}" id="note-${number}" data-s="${statement.id}">
${
  note.placed
    ? html`<a class="go" href="#${encodeURIComponent(statement.id)}" aria-label="Statement ${number}: show its words">${number}</a>`
    : html`<span class="go">${number}</span>`
}
<p class="who">${
    statement.source === null
      ? html`<span class="none">source not named</span>`
      : html`<b>${drawName(nameOf(statement.source))}</b>`
  }${drawCue(statement)}</p>
<dl>${facts}</dl>
</li>
`;
}

/** The cue as written here; its lemma is the record's value. */
function drawCue(statement: StatementRecord): Markup {
  if (statement.cue === null) return html` <span class="none">no cue</span>`;
  const written = statement.evidence.filter((e) => e.part === "cue").map((e) => e.text);
  const words = written.length > 0 ? written.join(" … ") : statement.cue;
  return html` <i title="cue: ${shorten(statement.cue, 60)}">${drawName(words, 60)}</i>`;
}

function fact(name: string, value: Markup): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
