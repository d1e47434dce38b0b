/**
 * The text of a part of a page, block by block, as it is read on the screen.
 *
 * In: an element. Out: its paragraphs, headings, list items and table rows in order, with how much of each is
 * link. White space is collapsed as HTML does, except in `pre`; `br` is a line end, two of them a new
 * paragraph. Figures, captions, asides, forms and whatever else is not running text are left out.
 */
import type { HtmlElement, HtmlNode } from "./html-node.js";

/** One block: never empty, no line end but those of `br`. */
export interface HtmlBlock {
  readonly text: string;
  /** Characters of it that are inside links. */
  readonly linked: number;
  /** Name of the innermost block element around it (`P`, `H2`, `LI` …). */
  readonly element: string;
}

const BLOCK =
  /^(?:ADDRESS|ARTICLE|BLOCKQUOTE|CENTER|DD|DETAILS|DIV|DL|DT|FIELDSET|FOOTER|H[1-6]|HEADER|HGROUP|HR|LI|MAIN|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|THEAD|TFOOT|TR|UL|BODY)$/u;
const SKIPPED =
  /^(?:ASIDE|AUDIO|BUTTON|CANVAS|DIALOG|EMBED|FIGCAPTION|FIGURE|FORM|HEAD|IFRAME|IMG|INPUT|LINK|MAP|META|NAV|NOSCRIPT|OBJECT|PICTURE|SCRIPT|SELECT|STYLE|SVG|TEMPLATE|TEXTAREA|TITLE|VIDEO)$/u;
/** Elements nested deeper than this are left out; browsers stop at 512. */
const DEEPEST = 500;

/** The blocks of `root`. */
export function readBlocks(root: HtmlElement): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let open = "";
  let linked = 0;
  let element = "";
  const close = () => {
    const parts = open
      .split(/\n\s*\n/u)
      .map(collapse)
      .filter((part) => /[\p{L}\p{N}]/u.test(part));
    const share = linked / Math.max(1, collapse(open).length);
    for (const text of parts)
      blocks.push({ text, linked: Math.min(text.length, Math.round(share * text.length)), element });
    open = "";
    linked = 0;
  };
  const visit = (node: HtmlNode, depth: number, inLink: boolean, inPre: boolean) => {
    if (node.nodeType === 3) {
      const text = inPre
        ? node.textContent.replace(/ /gu, HELD_SPACE)
        : node.textContent.replace(/[ \t\r\n\f]+/gu, " ");
      if (inLink) linked += text.trim().length;
      open += text;
      return;
    }
    if (node.nodeType !== 1 || depth > DEEPEST) return;
    const name = node.nodeName.toUpperCase();
    if (SKIPPED.test(name)) return;
    if (name === "BR") {
      open += "\n";
      return;
    }
    const isBlock = BLOCK.test(name);
    const outer = element;
    if (isBlock) {
      close();
      element = name;
    }
    for (const child of node.childNodes)
      visit(child, depth + 1, inLink || name === "A", inPre || name === "PRE");
    if (isBlock) {
      close();
      element = outer;
    } else if (name === "TD" || name === "TH") {
      open += " ";
    }
  };
  visit(root, 0, false, false);
  close();
  return blocks;
}

/** Stands for a space of `pre` that must not be collapsed. */
const HELD_SPACE = "\u0000";

function collapse(text: string): string {
  return text
    .replace(/[ \t\f\r]*\n[ \t\f\r]*/gu, "\n")
    .replace(/[ \t\f\r]+/gu, " ")
    .trim()
    .replaceAll(HELD_SPACE, " ");
}
