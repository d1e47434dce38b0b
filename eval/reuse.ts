/**
 * Text reuse between articles: `eval reuse IN OUT`.
 *
 * In: JSON Lines (gzipped or not) with `id`, `text`, `published` and `publisher`. Out: one line a pair of articles,
 * `{a, b, from, kind, spans: [{a: {start, end}, b: {start, end}}]}`: `from` is the earlier one, `kind` is "quote" where
 * all that they share is a quotation. A passage ends with its paragraph; a pair's passages that follow each other in
 * both articles are written as one span.
 */
import { writeFileSync } from "node:fs";
import { makeArticle } from "../src/article/make-article.js";
import type { Span } from "../src/core/evidence.js";
import type { PassageRecord } from "../src/core/records.js";
import { SHARED_QUOTATION } from "../src/corpus/passage-record.js";
import { findPassages } from "../src/corpus/passages.js";
import { comparePublished, type ReuseArticle, toReuseArticle } from "../src/corpus/reuse-article.js";
import { readLines } from "./read-lines.js";

interface Document {
  readonly id: string;
  readonly text: string;
  readonly published?: string | null;
  readonly publisher?: string | null;
}

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly from: string;
  kind: "copy" | "quote";
  spans: { a: Span; b: Span }[];
}

/** Characters between two spans that are written as one: the end of a paragraph and a word or two. */
const GAP = 30;

/** Reads `args[0]`, writes `args[1]`. */
export async function run(args: string[]): Promise<void> {
  const [input, output] = args;
  if (input === undefined || output === undefined) throw new Error("expected: reuse IN OUT");
  const articles: ReuseArticle[] = [];
  for await (const line of readLines(input)) articles.push(toArticle(JSON.parse(line) as Document));
  const pairs = pairPassages(findPassages(articles), articles);
  writeFileSync(output, pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(""));
}

function toArticle(document: Document): ReuseArticle {
  const { article } = makeArticle({ origin: document.id, text: document.text });
  const { id, published = null, publisher: outlet = null } = document;
  return { ...toReuseArticle(article), id, published, outlet };
}

/** Every two occurrences of a passage in two articles, gathered by the two. */
function pairPassages(passages: readonly PassageRecord[], articles: readonly ReuseArticle[]): Pair[] {
  const rank = new Map([...articles].sort(comparePublished).map((article, k) => [article.id, k]));
  const pairs = new Map<string, Pair>();
  for (const { occurrences, rule } of passages) {
    const sorted = [...occurrences].sort((x, y) => Number(rank.get(x.article)) - Number(rank.get(y.article)));
    sorted.forEach((x, k) => {
      for (const y of sorted.slice(k + 1)) {
        if (x.article === y.article) continue;
        const key = `${x.article} ${y.article}`;
        const pair = pairs.get(key) ?? {
          a: x.article,
          b: y.article,
          from: x.article,
          kind: "quote",
          spans: [],
        };
        pairs.set(key, pair);
        if (rule !== SHARED_QUOTATION) pair.kind = "copy";
        pair.spans.push({ a: { start: x.start, end: x.end }, b: { start: y.start, end: y.end } });
      }
    });
  }
  for (const pair of pairs.values()) pair.spans = joinSpans(pair.spans);
  return [...pairs.values()];
}

function joinSpans(spans: readonly { a: Span; b: Span }[]): { a: Span; b: Span }[] {
  const joined: { a: Span; b: Span }[] = [];
  for (const span of [...spans].sort((x, y) => x.b.start - y.b.start || x.a.start - y.a.start)) {
    const last = joined.at(-1);
    if (last && follows(last.a, span.a) && follows(last.b, span.b)) {
      joined[joined.length - 1] = { a: cover(last.a, span.a), b: cover(last.b, span.b) };
    } else joined.push(span);
  }
  return joined;
}

function follows(last: Span, next: Span): boolean {
  return next.start >= last.start && next.start - last.end <= GAP;
}

function cover(x: Span, y: Span): Span {
  return { start: x.start, end: Math.max(x.end, y.end) };
}
