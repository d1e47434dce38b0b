/**
 * Sentences with their parts marked inside, as the tables write their examples.
 *
 * In: `[source The mayor] [cue said] [content it rained].` Out: the sentence without marks, and each part's
 * span in it. Marks do not nest.
 */

const MARKS = [
  "source",
  "cue",
  "content",
  "addressee",
  "channel",
  "occasion",
  "trigger",
  "actor",
  "recipient",
  "holder",
  "issue",
  "value",
  "date",
] as const;

/** A part of an example sentence and where it is written in the sentence without marks. */
export interface MarkedPart {
  readonly part: (typeof MARKS)[number];
  readonly start: number;
  readonly end: number;
}

/** A sentence and its marked parts, in the order of the text. */
export interface MarkedSentence {
  readonly text: string;
  readonly parts: readonly MarkedPart[];
}

/**
 * The sentence written with marks in `marked`: `[source The mayor] [cue said] [content it rained].`
 *
 * @throws Error that names the fault, where brackets do not match, nest, or carry no known part
 */
export function readMarkedSentence(marked: string): MarkedSentence {
  const parts: MarkedPart[] = [];
  let text = "";
  let open: { part: MarkedPart["part"]; start: number } | null = null;
  for (const piece of marked.split(/(\[\w+ |\[|\])/)) {
    if (piece.startsWith("[")) {
      const part = MARKS.find((known) => piece === `[${known} `);
      if (part === undefined)
        throw new Error(`unknown mark "${piece.trim()}"; marks are ${MARKS.join(", ")}.`);
      if (open !== null) throw new Error(`"${piece.trim()}" opens inside "[${open.part}".`);
      open = { part, start: text.length };
    } else if (piece === "]") {
      if (open === null) throw new Error('"]" closes nothing.');
      if (open.start === text.length) throw new Error(`"[${open.part}" marks no words.`);
      parts.push({ ...open, end: text.length });
      open = null;
    } else text += piece;
  }
  if (open !== null) throw new Error(`"[${open.part}" is not closed.`);
  return { text, parts };
}
