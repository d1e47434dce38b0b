/**
 * The text of a page that is too large for a tree: one pass over its tags, no layout.
 *
 * In: HTML. Out: the blocks of its densest run. Method: blocks are cut at block tags; each block counts for the
 * article by its length if it reads like text and against it if it is short or mostly link; the run with the
 * greatest sum is the article (maximum subsequence segmentation, Pasternack and Roth 2009). Linear in the
 * length of the page. Limits: what stands in between and is long (a caption, a box) stays in.
 */
import type { HtmlBlock } from "./html-blocks.js";
import { decodeEntities } from "./html-entity.js";

/** Elements whose content is never text. */
const RAW = ["script", "style", "svg", "noscript", "template", "iframe", "textarea", "select", "object"];
const SKIPPED = /^(?:aside|button|dialog|figcaption|figure|footer|form|head|nav)$/u;
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/u;

/** Elements that hold nothing or whose end is usually left out. */
const UNNESTED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|option|path|use)$/iu;
const MOST_TAGS = 100_000;
const DEEPEST = 600;

/** What a block of few words costs a run that takes it in. */
const SHORT_COST = 60;

/** The page without comments and without the elements that hold no text; what is left to parse. */
export function stripRaw(html: string): string {
  const lower = html.toLowerCase();
  const kept: string[] = [];
  let at = 0;
  const opening = new RegExp(`<!--|<(${RAW.join("|")})(?=[\\s>/])`, "gu");
  for (let m = opening.exec(lower); m !== null; m = opening.exec(lower)) {
    const isLinkedData =
      m[1] === "script" && /^<script[^>]{0,200}ld\+json/u.test(lower.slice(m.index, m.index + 260));
    const close = m[1] === undefined ? "-->" : `</${m[1]}`;
    const found = lower.indexOf(close, m.index + m[0].length);
    const end = found < 0 ? lower.length : m[1] === undefined ? found + 3 : endOfTag(lower, found);
    if (!isLinkedData) {
      kept.push(html.slice(at, m.index));
      at = end;
    }
    opening.lastIndex = end;
  }
  kept.push(html.slice(at));
  return kept.join("");
}

/**
 * True for pages that a tree parser would take minutes for or fail at: very many tags, or tags nested deeper
 * than any template nests them (browsers flatten at 512).
 */
export function isUnparseable(html: string): boolean {
  const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)?/gu;
  let tags = 0;
  let depth = 0;
  for (let m = tag.exec(html); m !== null; m = tag.exec(html)) {
    if (++tags > MOST_TAGS) return true;
    if (m[2] === undefined || UNNESTED.test(m[2])) continue;
    depth = m[1] === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** The article's blocks, found without a tree. */
export function scanHtml(html: string): HtmlBlock[] {
  return findDensestRun(cutBlocks(stripRaw(html)));
}

function cutBlocks(html: string): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)/gu;
  let open: string[] = [];
  let linked = 0;
  let inLink = false;
  let skipped: string | null = null;
  let depth = 0;
  let element = "P";
  let at = 0;
  const add = (to: number) => {
    if (skipped !== null || to <= at) return;
    const text = decodeEntities(html.slice(at, to).replace(/\s+/gu, " "));
    if (inLink) linked += text.trim().length;
    open.push(text);
  };
  const close = () => {
    const text = open
      .join("")
      .replace(/[ \t]+/gu, " ")
      .replace(/ ?\n ?/gu, "\n")
      .trim();
    if (/[\p{L}\p{N}]/u.test(text)) blocks.push({ text, linked: Math.min(linked, text.length), element });
    open = [];
    linked = 0;
  };
  for (let m = tag.exec(html); m !== null; m = tag.exec(html)) {
    add(m.index);
    const end = endOfTag(html, m.index);
    const name = m[2].toLowerCase();
    const isClosing = m[1] === "/";
    at = end;
    tag.lastIndex = end;
    if (skipped !== null) {
      if (name === skipped) depth += isClosing ? -1 : 1;
      if (depth === 0) skipped = null;
    } else if (SKIPPED.test(name) && !isClosing) {
      close();
      skipped = name;
      depth = 1;
    } else if (name === "a") {
      inLink = !isClosing;
    } else if (name === "br") {
      open.push("\n");
    } else if (!INLINE.test(name)) {
      close();
      if (!isClosing) element = name.toUpperCase();
    }
  }
  add(html.length);
  close();
  return blocks;
}

function findDensestRun(blocks: readonly HtmlBlock[]): HtmlBlock[] {
  let best = { sum: 0, from: 0, to: 0 };
  let sum = 0;
  let from = 0;
  for (const [i, block] of blocks.entries()) {
    const isText = block.text.length > 80 && block.linked * 3 < block.text.length;
    sum += isText ? Math.min(block.text.length, 1000) : -SHORT_COST;
    if (sum <= 0) {
      sum = 0;
      from = i + 1;
    } else if (sum > best.sum) {
      best = { sum, from, to: i + 1 };
    }
  }
  return blocks.slice(best.from, best.to);
}

function endOfTag(html: string, at: number): number {
  const end = html.indexOf(">", at);
  return end < 0 ? html.length : end + 1;
}
