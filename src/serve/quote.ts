/**
 * The sentence that shows a record: in, a record's evidence and the texts it stands in; out, the sentence as data for
 * the twin, and as markup with every piece of evidence marked by what it shows.
 */
import type { Evidence, Span } from "../core/evidence.js";
import { sentenceSpan } from "../corpus/sentence-around.js";
import type { ArticleHead } from "../store/record-head.js";
import { segmentText, walkSegments } from "../views/segments.js";
import { html, joinMarkup, type Markup } from "./markup.js";

/** A stretch of an article: `text` is exactly what stands there. */
export interface Quote extends Span {
  readonly article: string;
  readonly text: string;
}

/** What the parts of a record are called in a tooltip. */
export const PART_WORDING: Readonly<Record<string, string>> = {
  content: "what is said",
  source: "who says it",
  cue: "the word that says so",
  channel: "where it is said",
  addressee: "to whom",
  occasion: "on what occasion",
  date: "when",
  antecedent: "whom the pronoun means",
  actor: "who does it",
  trigger: "the word that tells it",
  recipient: "to whom it is done",
  place: "where",
  value: "the figure",
  measure: "what is measured",
  of: "of what",
  holder: "who stands for it",
  issue: "what it is about",
  condition: "on what condition",
  person: "who",
  role: "which office",
};

/** Parts that stand for their record, the first that is there. */
const HEARTS = ["trigger", "content", "value", "role"];

/** Longest sentence that is shown; longer ones are cut at the end. */
const LONGEST = 900;

/** The sentence that holds the heart of the evidence; null where the text is not there. */
export function findQuote(
  texts: ReadonlyMap<string, ArticleHead & { readonly text: string }>,
  evidence: readonly Evidence[],
): Quote | null {
  const heart =
    evidence.find((e) => HEARTS.includes(e.part)) ?? evidence.find((e) => e.part !== "antecedent");
  const source = heart && texts.get(heart.article);
  if (heart === undefined || source === undefined) return null;
  const { text } = source;
  const start = Math.min(Math.max(heart.start, 0), text.length);
  const end = Math.min(Math.max(heart.end, start), start + LONGEST, text.length);
  const sentence = sentenceSpan(text, { start, end });
  let last = Math.min(sentence.end, sentence.start + LONGEST);
  if (/[\uD800-\uDBFF]/.test(text[last - 1] ?? "")) last--;
  return {
    article: heart.article,
    start: sentence.start,
    end: last,
    text: text.slice(sentence.start, last),
  };
}

/** The words of a quote with the evidence that lies in it marked. */
export function drawQuote(quote: Quote, evidence: readonly Evidence[]): Markup {
  const marks = evidence
    .filter((e) => e.article === quote.article && e.start < quote.end && e.end > quote.start)
    .map(({ start, end, part }) => ({ start: start - quote.start, end: end - quote.start, part }));
  const pieces: Markup[] = [];
  for (const step of walkSegments(segmentText({ start: 0, end: quote.text.length }, marks))) {
    if (step.kind === "text") pieces.push(html`${quote.text.slice(step.start, step.end)}`);
    else if (step.kind === "close") pieces.push(html`</span>`);
    else {
      const { part } = step.mark;
      pieces.push(html`<span class="part ${part}" title="${PART_WORDING[part] ?? part}">`);
    }
  }
  return joinMarkup(pieces);
}
