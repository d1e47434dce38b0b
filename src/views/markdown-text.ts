/**
 * Any text as Markdown that means just that text: in, words of a report; out, one line in which nothing is markup, a
 * link, a footnote or HTML (CommonMark, and GitHub's additions).
 */

export function escapeMarkdown(text: string): string {
  return closeDirections(
    text
      .replaceAll("\0", "\uFFFD")
      .replace(/[\u0001-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
      .replace(/ {2,}/g, " ")
      .trim(),
  )
    .replace(/[\\`*_[\]<>#|~&$@^!{}]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`);
}

/** Escaped text at the beginning of a line, so that it opens no list, heading or definition. */
export function escapeLineStart(escaped: string): string {
  return escaped.replace(/^(\d+)([.)])/, "$1\\$2").replace(/^[-+=:]/, "\\$&");
}

/** Marks that turn the direction of writing, with what ends each. */
const ENDS: ReadonlyMap<string, string> = new Map([
  ["\u202a", "\u202c"],
  ["\u202b", "\u202c"],
  ["\u202d", "\u202c"],
  ["\u202e", "\u202c"],
  ["\u2066", "\u2069"],
  ["\u2067", "\u2069"],
  ["\u2068", "\u2069"],
]);

/** `text` with an end for each mark of direction that it leaves open, so that none turns the words behind it. */
export function closeDirections(text: string): string {
  const open: string[] = [];
  for (const [mark] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    const end = ENDS.get(mark);
    if (end !== undefined) open.push(end);
    else if (open.includes(mark)) open.length = open.lastIndexOf(mark);
  }
  return text + open.reverse().join("");
}
