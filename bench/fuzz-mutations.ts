/**
 * Real articles spoiled at random: in, some texts and a seeded stream of numbers; out, one of them after a few edits.
 *
 * Edits are those that damage a report on its way: cut off, doubled, shuffled, glued to another, stripped of spaces or
 * capitals, with odd characters let in.
 */
import type { SeededRandom } from "../src/learn/seeded-random.js";

/** Most edits of one text. */
const MOST_EDITS = 6;
/** Most characters that an edit moves or doubles. */
const LONGEST = 400;
/** Times that a doubled stretch is written. */
const MOST_COPIES = 30;

/** What is let in between two characters. */
const ODD: readonly string[] = [
  ..."\"'`“”‘’„«»()[]{}<>,.;:!?-–—…/\\|&%$#@*_=+~^ \t\n\r\0\u0007\u001b\u0085\u00a0\u00ad\u200b\u200f\u202e\u2028\u2066\ufeff\ufffd\u0301",
  "\ud83d",
  "\ude00",
  "\n\n",
  "\r\n",
  "''",
  "—",
  " said that ",
  " he ",
  " not ",
  " 14,000 ",
  " 31 February 2019 ",
  "U.S.",
  "<b>",
  "</p>",
  "&nbsp;",
  '","',
  "\\u0000",
  "İ",
  "وزير",
];

type Edit = (text: string, random: SeededRandom, others: readonly string[]) => string;

const EDITS: readonly Edit[] = [
  (text, random) => text.slice(0, draw(text.length, random)),
  (text, random) => text.slice(draw(text.length, random)),
  (text, random) => edit(text, random, () => ""),
  (text, random) => edit(text, random, (part) => part.repeat(1 + draw(MOST_COPIES, random))),
  (text, random) => edit(text, random, (part) => [...part].reverse().join("")),
  (text, random) => edit(text, random, (part) => part.toUpperCase()),
  (text, random) => edit(text, random, (part) => part.toLowerCase()),
  (text, random) => edit(text, random, (part) => part.replace(/\s+/gu, "")),
  (text, random) => edit(text, random, (part) => part.replace(/\s+/gu, "\n\n")),
  (text, random) => edit(text, random, (part) => part.replace(/\p{P}/gu, "")),
  (text, random) => edit(text, random, (part) => part.replace(/\p{L}/gu, (c) => (c === "e" ? "е" : c))),
  (text, random) =>
    edit(text, random, (part) =>
      part
        .split(/(?<=\s)/u)
        .sort()
        .join(""),
    ),
  (text, random) => insert(text, random, pick(ODD, random).repeat(1 + draw(20, random))),
  (text, random) => insert(text, random, pick(ODD, random)),
  (text, random) => insert(text, random, pick(ODD, random)),
  (text, random, others) => {
    const other = pick(others, random);
    const at = draw(other.length, random);
    return insert(text, random, other.slice(at, at + draw(LONGEST, random)));
  },
];

/** One of `texts`, after one to six edits. */
export function mutateText(texts: readonly string[], random: SeededRandom): string {
  let text = pick(texts, random);
  for (let n = 1 + draw(MOST_EDITS, random); n > 0; n--) text = pick(EDITS, random)(text, random, texts);
  return text;
}

/** `text` with some stretch of it changed. */
function edit(text: string, random: SeededRandom, change: (part: string) => string): string {
  const from = draw(text.length, random);
  const to = from + draw(LONGEST, random);
  return text.slice(0, from) + change(text.slice(from, to)) + text.slice(to);
}

function insert(text: string, random: SeededRandom, part: string): string {
  const at = draw(text.length + 1, random);
  return text.slice(0, at) + part + text.slice(at);
}

/** At least 0, less than `most`. */
function draw(most: number, random: SeededRandom): number {
  return Math.floor(random.next() * most);
}

function pick<T>(items: readonly T[], random: SeededRandom): T {
  return items[draw(items.length, random)];
}
