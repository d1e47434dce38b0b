/**
 * The paragraph that a report opens with: in, an article; out, the span of its first paragraph that is more than its
 * title, byline, date line or a note of its publisher.
 */
import type { Span } from "../core/evidence.js";
import { splitParagraphs } from "./paragraphs.js";
import type { ToldIn } from "./told-story.js";

/** Letters that a paragraph has beside header and boilerplate: "By" and "Reporting by" are none yet. */
const LEAST_LETTERS = 20;

/** Undefined for a text that has nothing but a header. */
export function findLead(article: Pick<ToldIn, "text" | "evidence" | "boilerplate">): Span | undefined {
  const known = [...article.evidence, ...article.boilerplate];
  return splitParagraphs(article.text).find((paragraph) => {
    const touching = known.filter((e) => e.start < paragraph.end && e.end > paragraph.start);
    let rest = article.text.slice(paragraph.start, paragraph.end);
    for (const { start, end } of touching) {
      const from = Math.max(0, start - paragraph.start);
      const to = Math.min(rest.length, end - paragraph.start);
      rest = rest.slice(0, from) + " ".repeat(to - from) + rest.slice(to);
    }
    return countLetters(rest) >= LEAST_LETTERS;
  });
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
