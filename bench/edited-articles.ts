/**
 * Articles multiplied by seeded edits, as reports spread: in, texts; out, as many texts as asked for, the same in
 * every run.
 *
 * The given texts come first. Of the others, half are copies: cut short, some paragraphs dropped, a word here and
 * there dropped, doubled or exchanged. Half are other reports: most of their words are exchanged for made-up ones, and
 * one to three paragraphs of a third report stand among them.
 */
import { SeededRandom } from "../src/learn/seeded-random.js";

const SEED = 20260101;
/** One word in so many is edited in a copy. */
const EDIT_EVERY = 15;
const SYLLABLES = "ba ke li mo nu ra se ti vo za dre fla gri ple stu".split(" ");

/** `count` texts. */
export function* multiplyTexts(texts: readonly string[], count: number): Generator<string> {
  const random = new SeededRandom(SEED);
  for (let n = 0; n < count; n++) {
    if (n < texts.length) {
      yield texts[n];
      continue;
    }
    const text = pick(texts, random);
    yield random.next() < 0.5 ? editCopy(text, random) : writeOther(text, pick(texts, random), random);
  }
}

function editCopy(text: string, random: SeededRandom): string {
  const paragraphs = text.split("\n\n").filter(() => random.next() > 0.1);
  const kept = random.next() < 0.3 ? paragraphs.slice(0, Math.ceil(paragraphs.length / 2)) : paragraphs;
  return kept.map((paragraph) => mapWords(paragraph, (word) => editWord(word, random))).join("\n\n");
}

function editWord(word: string, random: SeededRandom): string {
  if (random.next() * EDIT_EVERY > 1) return word;
  const kind = random.next();
  if (kind < 0.4) return "";
  return kind < 0.7 ? `${word} ${makeWord(random)}` : makeWord(random);
}

function writeOther(text: string, third: string, random: SeededRandom): string {
  const paragraphs = text
    .split("\n\n")
    .map((paragraph) => mapWords(paragraph, (word) => (word.length > 3 ? makeWord(random) : word)));
  const lent = third.split("\n\n").filter((paragraph) => paragraph.length > 80);
  const lentCount = 1 + Math.floor(random.next() * 3);
  for (let k = 0; k < lentCount && lent.length > 0; k++)
    paragraphs.splice(Math.floor(random.next() * paragraphs.length), 0, pick(lent, random));
  return paragraphs.join("\n\n");
}

function mapWords(paragraph: string, change: (word: string) => string): string {
  return paragraph.replace(/[\p{L}\p{N}]+/gu, change).replace(/ {2,}/g, " ");
}

function makeWord(random: SeededRandom): string {
  let word = "";
  for (let k = 0; k < 3; k++) word += pick(SYLLABLES, random);
  return word;
}

function pick<T>(list: readonly T[], random: SeededRandom): T {
  return list[Math.floor(random.next() * list.length)];
}
