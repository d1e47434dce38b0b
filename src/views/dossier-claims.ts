/**
 * Records as lines of a dossier: in, a story, a position, an account or a figure with its articles; out, the line with
 * its notes. No line says that something is so: each says according to whom.
 */

import { wordDate } from "../core/date-wording.js";
import type { AccountRecord, ActorRef, PositionRecord, QuantityRecord, Stance } from "../core/records.js";
import { nameActor } from "./according-to.js";
import { tellFigure } from "./annotation-marks.js";
import type { DossierLine } from "./dossier.js";
import { type DossierNotes, MOST_NOTES, type NotedArticle } from "./dossier-notes.js";
import { accordingTo, listNames, tellPlaces, tellReports, wordDates } from "./dossier-words.js";
import type { ToldStory } from "./told-story.js";

/** A story; `placed` is where it stands in time, in EDTF. */
export function tellStory(told: ToldStory, placed: Placed, notes: DossierNotes): DossierLine {
  const { story, tellings } = told;
  const chains = tellings.map((t) => ({ chain: t.record.attribution, article: t.article }));
  const numbers = tellings
    .slice(0, MOST_NOTES)
    .map((t) => notes.add(t.article, t.record.evidence, t.record.attribution));
  const isEvent = story.of === "event";
  const state = [
    ...(isEvent && story.status !== null && story.status !== "asserted" ? [story.status] : []),
    ...(story.recency === "background" ? ["history that reports recall"] : []),
  ];
  return {
    pieces: [
      `${wordPlaced(placed)}: `,
      isEvent ? `${story.type}, ` : "statement by ",
      ...listNames(story.actors, "nobody named"),
      ...(story.recipients.length === 0
        ? []
        : [isEvent ? " → " : " to ", ...listNames(story.recipients, "")]),
      ...tellPlaces(story.places),
      ...(state.length === 0 ? [] : [` (${state.join("; ")})`]),
      ", ",
      ...accordingTo(chains),
      ": ",
      { quote: story.label },
      tellReports(story.articles.length, story.independent),
    ],
    notes: [...new Set(numbers)],
  };
}

/** Where a story stands in time, in EDTF, and whether that is its own date or its first report's. */
export interface Placed {
  readonly edtf: string | null;
  readonly by: "story" | "report" | null;
}

const STANCE_WORDING: Readonly<Record<Stance, string>> = {
  favor: "in favour",
  against: "against",
  neutral: "neither for nor against",
};

/** A position and where it is told. */
export interface ToldPosition {
  readonly position: PositionRecord;
  readonly article: NotedArticle;
}

/** What makes two positions on an issue one line: who holds which stance on what condition, in whose word. */
export function keyPosition({ holders, stance, condition, attribution }: PositionRecord): string {
  const isOwn = isOwnWord({ holders, attribution });
  return JSON.stringify([stance, holders.map((h) => h.id ?? h.name.toLowerCase()).sort(), isOwn, condition]);
}

/** Positions of one {@link keyPosition} as one line. */
export function tellPositions(told: readonly ToldPosition[], notes: DossierNotes): DossierLine {
  const [{ position }] = told;
  const { holders, stance, condition } = position;
  const numbers = told
    .slice(0, MOST_NOTES)
    .map((t) => notes.add(t.article, t.position.evidence, t.position.attribution));
  return {
    pieces: [
      ...listNames(holders, "nobody named"),
      `: ${STANCE_WORDING[stance] ?? stance}`,
      ...(condition === null ? [] : [", on condition: ", { quote: condition }]),
      isOwnWord(position) ? ", in its own word, " : ", on another’s word, ",
      ...accordingTo(told.map((t) => ({ chain: t.position.attribution, article: t.article }))),
      wordDates(told.map((t) => t.position.date)),
    ],
    notes: [...new Set(numbers)],
  };
}

/** True where a holder is the speaker nearest to what is said. */
function isOwnWord({ holders, attribution }: Pick<PositionRecord, "holders" | "attribution">): boolean {
  const speaker = attribution.at(-1);
  return speaker !== undefined && holders.some((holder) => isSame(holder, speaker));
}

/** A question with its answers side by side; `articles` are those of the evidence. */
export function tellAccount(
  account: AccountRecord,
  articles: ReadonlyMap<string, NotedArticle>,
  notes: DossierNotes,
): DossierLine {
  const under = account.answers.map((answer): DossierLine => {
    const shown = [...new Set(answer.evidence.map((e) => e.article))];
    // The answer's chain is that of its first telling; of the others only the outlet is certain.
    const chainOf = (id: string) => (id === shown[0] ? answer.attribution : []);
    const tellings = shown.flatMap((id) => articles.get(id) ?? []);
    const numbers = tellings.slice(0, MOST_NOTES).map((article) =>
      notes.add(
        article,
        answer.evidence.filter((e) => e.article === article.id),
        chainOf(article.id),
      ),
    );
    return {
      pieces: [
        { quote: answer.text },
        " (",
        { name: answer.value },
        "), ",
        ...accordingTo(tellings.map((article) => ({ chain: chainOf(article.id), article }))),
        answer.articles.length > 1 ? ` (${answer.articles.length} reports)` : "",
      ],
      notes: numbers,
    };
  });
  const differ = account.relation === "precision" ? "one is more precise" : "the answers exclude each other";
  return { pieces: [{ name: account.question }, ` (${differ})`], notes: [], under };
}

/** A figure and where it is told. */
export interface ToldQuantity {
  readonly quantity: QuantityRecord;
  readonly article: NotedArticle;
}

/** What makes two figures one line: the same figure of the same things. */
export function keyQuantity({ measure, value, low, high, unit, modifier, of }: QuantityRecord): string {
  return JSON.stringify([measure, value, low, high, unit, modifier, of?.toLowerCase()]);
}

/** Figures of one {@link keyQuantity} as one line, with the places and dates that any of them has. */
export function tellQuantities(told: readonly ToldQuantity[], notes: DossierNotes): DossierLine {
  const [{ quantity }] = told;
  const by = new Map(told.flatMap((t) => t.quantity.by.map((actor) => [nameActor(actor), actor])));
  const places = new Map(told.flatMap((t) => t.quantity.places.map((place) => [place.name, place])));
  const numbers = told
    .slice(0, MOST_NOTES)
    .map((t) => notes.add(t.article, t.quantity.evidence, t.quantity.attribution));
  return {
    pieces: [
      `${quantity.measure}: ${tellFigure(quantity)}`,
      ...(quantity.of === null ? [] : [" of ", { quote: quantity.of }]),
      ...(by.size === 0 ? [] : [", by ", ...listNames([...by.values()], "")]),
      ...tellPlaces([...places.values()]),
      wordDates(told.map((t) => t.quantity.date)),
      ", ",
      ...accordingTo(told.map((t) => ({ chain: t.quantity.attribution, article: t.article }))),
    ],
    notes: [...new Set(numbers)],
  };
}

function wordPlaced({ edtf, by }: Placed): string {
  if (edtf === null) return "Undated";
  return by === "report" ? `Reported ${wordDate(edtf)}` : wordDate(edtf);
}

function isSame(a: ActorRef, b: ActorRef): boolean {
  return a.id === undefined ? a.name.toLowerCase() === b.name.toLowerCase() : a.id === b.id;
}
