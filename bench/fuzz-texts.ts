/**
 * Texts that no editor would print: in, a size and a seed; out, a text of about that many characters, the same in
 * every run.
 *
 * Each family repeats one thing that a loop in a loop would trip over: marks that never close, sentences that never
 * end, chains of speakers, lists, headers, scripts. A text of size 2n is of the same kind as one of size n, so that
 * the two times can be compared.
 */
import { SeededRandom } from "../src/learn/seeded-random.js";

/** A text of about `size` characters. */
export type MakeText = (size: number, random: SeededRandom) => string;

const WORDS =
  "harbour minister river council treaty border talks army fishing union police region envoy market canal pilot signed said rejected visited near under with and the of a in".split(
    " ",
  );
const STATES =
  "Chad Peru Norway Jordan Kenya Vietnam Malta Chile Ghana Nepal Fiji Oman Togo Latvia Bolivia Qatar".split(
    " ",
  );
const SCRIPTS = [
  "море границы",
  "وزارة الخارجية",
  "שגריר הודיע",
  "外交部长表示",
  "รัฐมนตรี",
  "मंत्रालय",
  "Ελλάδα",
  "e\u0301a\u0308n\u0303",
  "👩‍👩‍👧‍👦🇨🇭",
  "ﬁnal ǆ İ ß",
];
const BIDI = ["\u200f", "\u202b", "\u202e", "\u2067", "\u202c", "\u2069"];

export const FAMILIES: Readonly<Record<string, MakeText>> = {
  "words without a sentence end": (size, random) => fill(size, () => `${pick(WORDS, random)} `),
  "one sentence with commas": (size, random) =>
    `${fill(size, () => `${pick(WORDS, random)} ${pick(WORDS, random)}, `)}ended.`,
  "one word": (size, random) => fill(size, () => pick(WORDS, random)),
  "one letter": (size) => "a".repeat(size),
  "one word a line": (size, random) => fill(size, () => `${pick(WORDS, random)}\n`),
  "one word a paragraph": (size, random) => fill(size, () => `${pick(WORDS, random)}\n\n`),
  "straight quotation marks": (size) => '"'.repeat(size),
  "opened quotations": (size, random) => fill(size, () => `“${pick(WORDS, random)} `),
  "opened low quotations": (size, random) => fill(size, () => `‟${pick(WORDS, random)} `),
  "opened doubled apostrophes": (size, random) => fill(size, () => `''${pick(WORDS, random)} `),
  "opened single marks": (size, random) =>
    fill(size, () => `‘${pick(WORDS, random)} '${pick(WORDS, random)} `),
  "closed quotations": (size, random) =>
    fill(size, () => `“The ${pick(WORDS, random)} ${pick(WORDS, random)},” he said. `),
  "quotations over paragraphs": (size, random) =>
    fill(size, () => `"The ${pick(WORDS, random)} ${pick(WORDS, random)}.\n\n`),
  "all quotation marks": (size, random) => fill(size, () => pick([..."\"'`´‘’‚‛“”„‟«»‹›″"], random)),
  "nested brackets": (size) => `${"(".repeat(size / 2)}${")".repeat(size / 2)}`,
  "opened brackets": (size, random) =>
    fill(size, () => `${pick([..."([{<"], random)}${pick(WORDS, random)} `),
  "full stops": (size) => ".".repeat(size),
  abbreviations: (size, random) =>
    fill(size, () => pick(["U.S. ", "Mr. ", "e.g. ", "A.", "Gen. ", "No. "], random)),
  apostrophes: (size) => fill(size, () => "don't'll've'"),
  hyphens: (size) => fill(size, () => "a-b–c—"),
  addresses: (size) => `http://${fill(size, () => "a.b/c@d.e?f=")}`,
  figures: (size, random) => fill(size, () => `${Math.floor(random.next() * 1e6)},000.`),
  "figures with words": (size, random) =>
    fill(size, () => `${Math.floor(random.next() * 100)} ${pick(WORDS, random)} killed, `),
  dates: (size, random) => fill(size, () => `${1 + Math.floor(random.next() * 28)} May 2019 to `),
  "control characters": (size, random) =>
    fill(size, () => String.fromCharCode(Math.floor(random.next() * 0xa0)) + pick(WORDS, random)),
  "lone surrogates": (size, random) =>
    fill(
      size,
      () => String.fromCharCode(0xd800 + Math.floor(random.next() * 0x800)) + pick(["", "a", " "], random),
    ),
  "any character": (size, random) =>
    fill(size, () => String.fromCharCode(Math.floor(random.next() * 0x10000))),
  "white space": (size, random) =>
    fill(size, () => pick([..." \t\n\r\u00a0\u2003\u2028\u200b\ufeff"], random)),
  "right to left": (size, random) => fill(size, () => `${pick(BIDI, random)}${pick(SCRIPTS, random)} `),
  "mixed scripts": (size, random) =>
    fill(size, () => `${pick(SCRIPTS, random)}${pick([...WORDS, ". "], random)} `),
  "combining marks": (size) => `a${"\u0301".repeat(size)}`,
  "nested markup": (size, random) => fill(size, () => `<div><b>${pick(WORDS, random)}&amp;`),
  "opened comments": (size) => fill(size, () => "<!-- <![CDATA[ "),
  "chain of speakers": (size, random) => `${fill(size, () => `${pick(STATES, random)} said that `)}it left.`,
  "chains of speakers": (size, random) =>
    fill(
      size,
      () =>
        `${pick(STATES, random)} said that ${pick(STATES, random)} denied that ${pick(STATES, random)} left. `,
    ),
  "list of states": (size, random) => `${fill(size, () => `${pick(STATES, random)}, `)}and Mali signed.`,
  "bodies of bodies": (size, random) =>
    fill(size, () => `of the Foreign Ministry of ${pick(STATES, random)} `),
  names: (size, random) => fill(size, () => `President ${pick(STATES, random)} ${makeName(random)} `),
  pronouns: (size, random) =>
    fill(size, () => `${pick(["He", "She", "It", "They"], random)} said he told them. `),
  events: (size, random) =>
    fill(size, () => `${pick(STATES, random)} attacked ${pick(STATES, random)} on Monday. `),
  positions: (size, random) =>
    fill(size, () => `${pick(STATES, random)} supports the ${pick(WORDS, random)} ${pick(WORDS, random)}. `),
  "statements in one sentence": (size, random) =>
    `${fill(size, () => `${pick(STATES, random)} said that the ${pick(WORDS, random)} left, `)}it ended.`,
  "quotations in one sentence": (size, random) =>
    `${fill(size, () => `“The ${pick(WORDS, random)} has left the ${pick(WORDS, random)},” and `)}he said.`,
  "events in one quotation": (size, random) =>
    `“${fill(size, () => `${pick(STATES, random)} attacked ${pick(STATES, random)}. `)}” he said.`,
  "victims in one sentence": (size, random) =>
    `${fill(size, () => `a ${pick(WORDS, random)} was killed in ${pick(STATES, random)} and `)}it rained.`,
  "figures that count nothing": (size, random) =>
    fill(size, () => `${Math.floor(random.next() * 100)} ${pick(WORDS, random)} and `),
  "dated statements": (size, random) =>
    fill(
      size,
      () => `${pick(STATES, random)} said on ${1 + Math.floor(random.next() * 28)} May that the war ended. `,
    ),
  "credits between events": (size, random) =>
    fill(size, () => `${pick(STATES, random)} attacked ${pick(STATES, random)}.\n\nFollow us on Twitter\n\n`),
  "bylines and credits": (size, random) =>
    fill(
      size,
      () =>
        `By ${makeName(random)} ${makeName(random)}\nPublished: 4 March 2021\nRead more: ${makeName(random)}\n`,
    ),
  datelines: (size, random) => fill(size, () => `${pick(STATES, random).toUpperCase()}, 4 May (Wire) — `),
  "dateline paragraphs": (size, random) =>
    fill(size, () => `${pick(STATES, random).toUpperCase()}, 4 May (Wire) — ${makeName(random)} left.\n\n`),
  "front matter": (size) => fill(size, () => "---\ntitle: a\n"),
  "a repeated report": (size) =>
    fill(size, () => "Kenya's envoy said on Monday that Chad had freed 14 sailors near Mombasa.\n\n"),
};

/** A text of one family. */
export function makeFamilyText(family: string, size: number, seed: number): string {
  return FAMILIES[family](size, new SeededRandom(seed));
}

/** An invented surname. */
function makeName(random: SeededRandom): string {
  const name =
    pick(["ba", "ke", "li", "mo", "nu", "ra"], random) + pick(["dor", "vik", "san", "lem"], random);
  return name[0].toUpperCase() + name.slice(1);
}

/** Pieces until there are `size` characters. */
function fill(size: number, next: () => string): string {
  const pieces: string[] = [];
  for (let length = 0; length < size; ) {
    const piece = next();
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join("");
}

function pick<T>(items: readonly T[], random: SeededRandom): T {
  return items[Math.floor(random.next() * items.length)];
}
