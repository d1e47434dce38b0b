/**
 * `eval linking [SENTENCES] [--misses] [--half a|b]`: linking of states and bodies on sentences written for it.
 *
 * In: `eval/linking/sentences.tsv` or another table of that form (its README has the marks). Out: one JSON object
 * of scores; with `--misses`, each mark missed and each link that no mark speaks for on standard error. Half a is
 * the odd sentences, from which faults may be mended; half b is the even ones, which are only counted. Every
 * sentence is an article of its own with its date. Limits: a mark is found by a mention that shares a word with it
 * or, for an adjective, by the state that the word names; `span` tells how many of the mentions cover the same words.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeArticle } from "../src/article/make-article.js";
import type { ParsedDoc } from "../src/language/doc.js";
import type { ActorMention } from "../src/mentions/actor-mention.js";
import { type ArticleActors, findActors } from "../src/mentions/actors.js";
import { loadResources } from "../src/resources.js";
import { type Mark, type MarkedSentence, parseMarkedSentences } from "./linking-marks.js";
import { shareOf, sumTallies } from "./tally.js";

const SENTENCES = fileURLToPath(new URL("./linking/sentences.tsv", import.meta.url));
/** Kinds of mentions that a mark must speak for. */
const LINKED = new Set(["state", "seat", "body", "office"]);

/** Counts that the scores are shares of. */
class Tally {
  sentences = 0;
  marks = 0;
  found = 0;
  own = 0;
  sameSpan = 0;
  places = 0;
  placesLinked = 0;
  links = 0;
  linksRight = 0;
  ownerless = 0;
}

interface Reading {
  readonly doc: ParsedDoc;
  readonly actors: ArticleActors;
}

export async function run(args: string[]): Promise<void> {
  const half = args.includes("--half") ? args[args.indexOf("--half") + 1] : undefined;
  const [input = SENTENCES] = args.filter((a) => !a.startsWith("--") && a !== half);
  const report = args.includes("--misses") ? (line: string) => console.error(line) : () => undefined;
  const resources = await loadResources();
  const tallies = { a: new Tally(), b: new Tally() };
  for (const [index, sentence] of parseMarkedSentences(readFileSync(input, "utf8"), input).entries()) {
    const own = index % 2 === 0 ? "a" : "b";
    const { article } = makeArticle({
      origin: String(sentence.line),
      text: sentence.text,
      metadata: { published: `${sentence.published}-07-01` },
    });
    const doc = resources.analyse(article.text);
    const actors = findActors(doc, article, resources.names);
    const silent = half !== undefined && half !== own;
    scoreSentence(sentence, { doc, actors }, tallies[own], silent ? () => undefined : report);
  }
  console.log(
    JSON.stringify(
      { a: summarise(tallies.a), b: summarise(tallies.b), all: summarise(sumTallies(tallies, new Tally())) },
      null,
      2,
    ),
  );
}

function scoreSentence(
  sentence: MarkedSentence,
  reading: Reading,
  tally: Tally,
  report: (line: string) => void,
): void {
  const { line, text, marks } = sentence;
  const { mentions } = reading.actors;
  tally.sentences++;
  for (const mark of marks) {
    const words = text.slice(mark.start, mark.end);
    const over = mentions.filter((m) => overlaps(reading.doc, m, mark));
    const told = over.map((m) => `${m.ref.id ?? m.ref.country ?? "none"} (${m.kind}: ${m.rule})`).join(", ");
    if (mark.ids.length === 0) {
      tally.places++;
      if (!over.some((m) => LINKED.has(m.kind) && m.ref.id !== undefined)) continue;
      tally.placesLinked++;
      report(`${line}: linked [${words}] to ${told} | ${text}`);
      continue;
    }
    tally.marks++;
    const right = over.find((m) => isRight(m, mark));
    if (right === undefined && !namesState(reading, mark)) {
      report(`${line}: missed [${words}] ${mark.ids.join("|")}, found ${told || "nothing"} | ${text}`);
      continue;
    }
    tally.found++;
    const isOwn = right !== undefined && mark.ids.includes(right.ref.id ?? "");
    if (isOwn) tally.own++;
    if (isOwn && coversSame(reading.doc, right, mark)) tally.sameSpan++;
    else if (isOwn) report(`${line}: span [${shown(reading.doc, right)}] for [${words}] | ${text}`);
  }
  for (const mention of mentions) {
    if (!LINKED.has(mention.kind) || isReference(reading.doc, mention)) continue;
    if (mention.ref.id === undefined) {
      if (mention.kind === "office") tally.ownerless++;
      continue;
    }
    tally.links++;
    if (marks.some((mark) => overlaps(reading.doc, mention, mark) && isRight(mention, mark)))
      tally.linksRight++;
    else report(`${line}: invented [${shown(reading.doc, mention)}] ${mention.ref.id} | ${text}`);
  }
}

/** "its army", which names nobody: the marks are of names. */
function isReference({ start, end, text }: ParsedDoc, { from, antecedent }: ActorMention): boolean {
  return antecedent !== undefined && from > 0 && /^its$/i.test(text.slice(start[from - 1], end[from - 1]));
}

/**
 * True for the marked id; of people named by their state (`country:FRA`), for their country; and where the words
 * name whose office or role it is ("OPCW inspectors"), for the owner.
 */
function isRight({ ref, office }: ActorMention, { ids }: Mark): boolean {
  return ids.some((id) => {
    if (ref.id === id || office?.of?.id === id) return true;
    if (ref.id?.startsWith(`office:${id.replace(/^[a-z]+:/, "")}:`)) return true;
    return id === `country:${ref.country}` && ref.id === undefined;
  });
}

/** True where a word of the mark names its state as an adjective does. */
function namesState({ doc, actors }: Reading, mark: Mark): boolean {
  for (let i = 0; i < doc.length; i++) {
    if (doc.start[i] < mark.start || doc.end[i] > mark.end) continue;
    const id = actors.stateAt(i)?.id;
    if (id !== undefined && mark.ids.includes(id)) return true;
  }
  return false;
}

function overlaps(doc: ParsedDoc, { from, to }: ActorMention, mark: Mark): boolean {
  return doc.start[from] < mark.end && doc.end[to - 1] > mark.start;
}

/** The same words but for an article or a possessive. */
function coversSame(doc: ParsedDoc, mention: ActorMention, mark: Mark): boolean {
  const bare = (words: string) => words.replace(/^the /i, "").replace(/['’]s?$/, "");
  return bare(shown(doc, mention)) === bare(doc.text.slice(mark.start, mark.end));
}

function shown(doc: ParsedDoc, { from, to }: ActorMention): string {
  return doc.text.slice(doc.start[from], doc.end[to - 1]);
}

function summarise(t: Tally): Record<string, number> {
  return {
    sentences: t.sentences,
    marks: t.marks,
    recall: shareOf(t.found, t.marks),
    span: shareOf(t.sameSpan, t.own),
    precision: shareOf(t.linksRight, t.links),
    places: t.places,
    placesLinked: shareOf(t.placesLinked, t.places),
    officesWithoutOwner: t.ownerless,
  };
}
