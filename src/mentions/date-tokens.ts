/**
 * A sentence's words cut for reading dates: letters, digits and marks apart.
 *
 * In: a `TokenDoc` and a sentence. Out: tokens with exact spans, so that "Oct.23", "mid-April", "1990s",
 * "5pm", "2020-04-14T10:30Z" and "May 3-5" look the same however the words were cut. A number keeps its groups
 * and fraction ("1,994", "2.5"), which a year never has.
 */
import type { TokenDoc } from "../language/doc.js";

/** One token. */
export interface DateToken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly kind: "word" | "number" | "mark" | "none";
  /** No space before it. */
  readonly glued: boolean;
}

/** What stands before the first token and after the last. */
export const NO_TOKEN: DateToken = { start: -1, end: -1, text: "", lower: "", kind: "none", glued: false };

/** A sentence's tokens; any index may be asked for. */
export class DateTokens {
  readonly #tokens: readonly DateToken[];

  constructor(tokens: readonly DateToken[]) {
    this.#tokens = tokens;
  }

  get length(): number {
    return this.#tokens.length;
  }

  at(i: number): DateToken {
    return this.#tokens[i] ?? NO_TOKEN;
  }

  /** The token in lower case; empty outside the sentence. */
  lower(i: number): string {
    return (this.#tokens[i] ?? NO_TOKEN).lower;
  }

  /** True if the token is `form`, in any case. */
  is(i: number, form: string): boolean {
    return (this.#tokens[i] ?? NO_TOKEN).lower === form;
  }

  /** True if the token begins with a capital letter. */
  isCapital(i: number): boolean {
    const { kind, text, lower } = this.#tokens[i] ?? NO_TOKEN;
    return kind === "word" && text.charCodeAt(0) !== lower.charCodeAt(0);
  }

  isDash(i: number): boolean {
    const { kind, text } = this.#tokens[i] ?? NO_TOKEN;
    return kind === "mark" && (text === "-" || text === "–" || text === "—" || text === "‑" || text === "‐");
  }

  isApostrophe(i: number): boolean {
    const { kind, text } = this.#tokens[i] ?? NO_TOKEN;
    return kind === "mark" && (text === "'" || text === "’" || text === "‘");
  }

  /** Value of a number of 1 to `digits` digits without groups or fraction, else -1. */
  integer(i: number, digits: number): number {
    const { kind, text } = this.#tokens[i] ?? NO_TOKEN;
    if (kind !== "number" || text.length > digits) return -1;
    for (let c = 0; c < text.length; c++) {
      const code = text.charCodeAt(c);
      if (code < 48 || code > 57) return -1;
    }
    return Number(text);
  }
}

/** The tokens of sentence `s`. */
export function cutSentence(doc: TokenDoc, s: number): DateTokens {
  const { text } = doc;
  const tokens: DateToken[] = [];
  let last = -1;
  for (let w = doc.sentence[s]; w < doc.sentence[s + 1]; w++) {
    for (let at = doc.start[w]; at < doc.end[w]; ) {
      const kind = kindAt(text, at);
      const end =
        kind === "mark"
          ? at + 1
          : kind === "word"
            ? wordEnd(text, at, doc.end[w])
            : numberEnd(text, at, doc.end[w]);
      const form = text.slice(at, end);
      tokens.push({ start: at, end, text: form, lower: form.toLowerCase(), kind, glued: at === last });
      at = end;
      last = end;
    }
  }
  return new DateTokens(tokens);
}

function kindAt(text: string, at: number): "word" | "number" | "mark" {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return "number";
  if ((code | 32) >= 97 && (code | 32) <= 122) return "word";
  if (code < 0xaa || code === 0xd7 || code === 0xf7 || (code >= 0x2000 && code <= 0x2bff)) return "mark";
  return code >= 0xc0 || code === 0xaa || code === 0xba ? "word" : "mark";
}

function wordEnd(text: string, from: number, limit: number): number {
  let at = from + 1;
  while (at < limit && kindAt(text, at) === "word") at++;
  return at;
}

/** Digits; with ",ddd" groups or one fraction, unless more of the same follows ("14.04.2020"). */
function numberEnd(text: string, from: number, limit: number): number {
  let at = digitsEnd(text, from, limit);
  if (at - from > 3 && text[at] === ",") return at;
  let groups = at;
  while (text[groups] === "," && digitsEnd(text, groups + 1, limit) === groups + 4) groups += 4;
  if (groups > at) at = groups;
  if (text[at] === ".") {
    const end = digitsEnd(text, at + 1, limit);
    if (end > at + 1 && !(text[end] === "." && digitsEnd(text, end + 1, limit) > end + 1))
      return isTwoPoint(text, from) ? at : end;
  }
  return at;
}

/** True after "14." in "14.04.2020": the number is a later part of a date. */
function isTwoPoint(text: string, from: number): boolean {
  const before = text.charCodeAt(from - 2);
  return text[from - 1] === "." && before >= 48 && before <= 57;
}

function digitsEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) break;
    at++;
  }
  return at;
}
