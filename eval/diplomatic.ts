/**
 * `eval diplomatic [PASSAGES] [--misses]`: statements and their chains on the diplomatic passages.
 *
 * In: `eval/diplomatic/passages.jsonl` or another file of that form (its README has the fields). Out: one JSON
 * object of scores on standard output; with `--misses`, each statement that was missed, invented or read
 * otherwise on standard error. Spans are compared by the words that they cover (intersection over union, 0.5
 * to match, one to one), as in the public attribution corpora. Limits: a source counts as the right actor by
 * its name or its country, so a ministry taken for its government is right.
 */
import { fileURLToPath } from "node:url";
import type { Span } from "../src/core/evidence.js";
import type { ActorRef, StatementMode, StatementRecord } from "../src/core/records.js";
import { readArticle } from "../src/read-article.js";
import { loadResources } from "../src/resources.js";
import { readLines } from "./read-lines.js";
import { shareOf } from "./tally.js";

interface GoldStatement {
  readonly id: string;
  readonly source: readonly Span[];
  readonly sourceName: string | null;
  readonly country?: string;
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly mode: StatementMode;
  readonly channel?: string;
  readonly date?: string;
  readonly parent: string | null;
  readonly chain: readonly (string | null)[];
}

interface Passage {
  readonly id: string;
  readonly published?: string;
  readonly text: string;
  readonly statements: readonly GoldStatement[];
}

/** Intersection over union of two sets of words from which they count as the same. */
const SAME = 0.5;
const PASSAGES = fileURLToPath(new URL("./diplomatic/passages.jsonl", import.meta.url));

/** Counts that the scores are shares of. */
class Tally {
  passages = 0;
  gold = 0;
  found = 0;
  content = 0;
  endToEnd = 0;
  actor = 0;
  mode = 0;
  channels = 0;
  channel = 0;
  dates = 0;
  datesFound = 0;
  date = 0;
  chain = 0;
  nested = 0;
  nestedFound = 0;
  nestedMatched = 0;
  nestedChain = 0;
}

export async function run(args: string[]): Promise<void> {
  const [input = PASSAGES] = args.filter((a) => !a.startsWith("--"));
  const report = args.includes("--misses") ? (line: string) => console.error(line) : () => undefined;
  const resources = await loadResources();
  const tally = new Tally();
  for await (const line of readLines(input)) {
    const passage = JSON.parse(line) as Passage;
    const { article, records } = readArticle(passage.text, resources, {
      origin: passage.id,
      ...(passage.published === undefined ? {} : { published: passage.published }),
    });
    if (article.text !== passage.text) report(`${passage.id}: the text was changed when it was read`);
    scorePassage(
      passage,
      records.filter((r) => r.kind === "statement"),
      tally,
      report,
    );
  }
  console.log(JSON.stringify(summarise(tally), null, 2));
}

function scorePassage(
  passage: Passage,
  found: readonly StatementRecord[],
  tally: Tally,
  report: (line: string) => void,
): void {
  const { id, text, statements } = passage;
  const show = (spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end)).join(" … ");
  tally.passages++;
  tally.gold += statements.length;
  tally.found += found.length;
  tally.endToEnd += matchStatements(text, statements, found, SAME).size;
  const pairs = matchStatements(text, statements, found, 0);
  const countries = new Map(statements.map((s) => [s.sourceName, s.country]));
  for (const gold of statements) {
    const got = pairs.get(gold);
    if (gold.channel !== undefined) tally.channels++;
    if (gold.date !== undefined) tally.dates++;
    if (gold.parent !== null) tally.nested++;
    if (got === undefined) {
      report(`${id} ${gold.id}: missed [${show(gold.source)}] <${show(gold.cue)}> ${show(gold.content)}`);
      continue;
    }
    tally.content++;
    const wrong: string[] = [];
    if (sourceFits(gold, show(gold.source), got)) tally.actor++;
    else wrong.push(`source ${got.source?.name ?? "none"} for ${gold.sourceName ?? show(gold.source)}`);
    if (overlap(text, gold.source, spansOf(got, "source")) < SAME)
      wrong.push(`source span [${show(spansOf(got, "source"))}] for [${show(gold.source)}]`);
    if (got.mode === gold.mode) tally.mode++;
    else wrong.push(`mode ${got.mode} for ${gold.mode}`);
    if (gold.channel !== undefined && got.channel === gold.channel) tally.channel++;
    else if (gold.channel !== undefined) wrong.push(`channel ${got.channel ?? "none"} for ${gold.channel}`);
    if (got.date !== null) tally.datesFound++;
    if (got.date !== null && got.date.edtf === gold.date) tally.date++;
    else if (got.date !== null || gold.date !== undefined)
      wrong.push(`date ${got.date?.edtf ?? "none"} for ${gold.date ?? "none"}`);
    const chainRight =
      got.attribution.length === gold.chain.length &&
      gold.chain.every((name, i) =>
        linkFits(name, name === null ? undefined : countries.get(name), got.attribution[i]),
      );
    if (chainRight) tally.chain++;
    else wrong.push(`chain ${nameChain(got.attribution.map((l) => l.name))} for ${nameChain(gold.chain)}`);
    if (gold.chain.length > 0) {
      tally.nestedMatched++;
      if (chainRight) tally.nestedChain++;
    }
    if (gold.parent !== null && got.parent !== null) tally.nestedFound++;
    if (wrong.length > 0) report(`${id} ${gold.id}: ${wrong.join("; ")} | ${show(gold.content)}`);
  }
  const taken = new Set(pairs.values());
  for (const got of found) {
    if (!taken.has(got))
      report(
        `${id}: invented [${got.source?.text ?? got.source?.name ?? ""}] <${got.cue ?? ""}> ${got.content}`,
      );
  }
}

/**
 * Pairs of gold and found statements whose contents are the same and whose sources share at least
 * `sourceFloor`, one to one, the best first.
 */
function matchStatements(
  text: string,
  gold: readonly GoldStatement[],
  found: readonly StatementRecord[],
  sourceFloor: number,
): Map<GoldStatement, StatementRecord> {
  const candidates = gold
    .flatMap((g) =>
      found.map((f) => {
        const content = overlap(text, g.content, spansOf(f, "content"));
        const source = overlap(text, g.source, spansOf(f, "source"));
        const cue = overlap(text, g.cue, spansOf(f, "cue"));
        return { g, f, content, source, rank: content + source + cue / 2 };
      }),
    )
    .filter((c) => c.content >= SAME && c.source >= sourceFloor)
    .sort((a, b) => b.rank - a.rank);
  const pairs = new Map<GoldStatement, StatementRecord>();
  const taken = new Set<StatementRecord>();
  for (const { g, f } of candidates) {
    if (pairs.has(g) || taken.has(f)) continue;
    pairs.set(g, f);
    taken.add(f);
  }
  return pairs;
}

function spansOf(statement: StatementRecord, part: "source" | "cue" | "content"): Span[] {
  return statement.evidence.filter((e) => e.part === part);
}

/** Intersection over union of the words that begin in the spans; 1 where neither has any. */
function overlap(text: string, a: readonly Span[], b: readonly Span[]): number {
  const left = wordsIn(text, a);
  const right = wordsIn(text, b);
  if (left.size === 0 && right.size === 0) return 1;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return shared / (left.size + right.size - shared);
}

function wordsIn(text: string, spans: readonly Span[]): Set<number> {
  const words = new Set<number>();
  for (const { start, end } of spans) {
    for (const match of text.slice(start, end).matchAll(/[\p{L}\p{N}_]+/gu)) words.add(start + match.index);
  }
  return words;
}

/** True if the found source is the gold's actor; where the gold has no name, if the words are the same. */
function sourceFits(gold: GoldStatement, written: string, got: StatementRecord): boolean {
  if (gold.country !== undefined && got.source?.country === gold.country) return true;
  if (got.source === null) return gold.sourceName === null && gold.source.length === 0;
  const { name, text = name } = got.source;
  if (gold.sourceName !== null) return namesFit(gold.sourceName, name) || namesFit(gold.sourceName, text);
  return gold.source.length === 0 || contains(written, name) || contains(written, text);
}

function linkFits(name: string | null, country: string | undefined, link: ActorRef): boolean {
  if (name === null) return link.id === undefined;
  if (country !== undefined && link.country === country) return true;
  return [link.name, link.text ?? link.name].some((n) =>
    /\p{Lu}/u.test(name) ? namesFit(name, n) : contains(name, n),
  );
}

/** True if one name holds the other and what they share is a name ("Kallis", not "he" or "the ministry"). */
function namesFit(a: string, b: string): boolean {
  const shorter = a.length < b.length ? a : b;
  const bare = shorter.replace(/^(?:the|an?|its?|he|she|they|his|her|their|this)\b/iu, "");
  return /\p{Lu}/u.test(bare) && contains(a, b);
}

/** True if the words of one stand in the other in their order, side by side. */
function contains(a: string, b: string): boolean {
  const [left, right] = [a, b].map((s) => ` ${foldWords(s)} `);
  return left.trim() !== "" && right.trim() !== "" && (left.includes(right) || right.includes(left));
}

function foldWords(s: string): string {
  return (s.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((w) => w !== "the").join(" ");
}

function nameChain(names: readonly (string | null)[]): string {
  return `(${names.map((n) => n ?? "unnamed").join(" > ")})`;
}

function summarise(t: Tally): Record<string, number> {
  const f1 = (right: number) => shareOf(2 * right, t.gold + t.found);
  return {
    passages: t.passages,
    gold: t.gold,
    found: t.found,
    contentPrecision: shareOf(t.content, t.found),
    contentRecall: shareOf(t.content, t.gold),
    contentF1: f1(t.content),
    endToEndF1: f1(t.endToEnd),
    actorRight: shareOf(t.actor, t.content),
    modeRight: shareOf(t.mode, t.content),
    channelRecall: shareOf(t.channel, t.channels),
    dateRecall: shareOf(t.date, t.dates),
    datePrecision: shareOf(t.date, t.datesFound),
    chainExact: shareOf(t.chain, t.content),
    chainExactNested: shareOf(t.nestedChain, t.nestedMatched),
    nestedRecall: shareOf(t.nestedFound, t.nested),
  };
}
