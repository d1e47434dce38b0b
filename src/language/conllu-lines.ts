/**
 * Lines of CoNLL-U as sentences, before anything is made of them.
 *
 * In: the text of a file. Out: for each sentence its comments, the ten fields of each word and its written
 * tokens (multi-word tokens with their range). Empty nodes ("8.1") are left out. IDs, ranges and the number of
 * columns are checked here; what stands in the columns is not.
 */
import { UserError } from "../core/user-error.js";

/** The ten columns, in order. */
export const COLUMNS = [
  "ID",
  "FORM",
  "LEMMA",
  "UPOS",
  "XPOS",
  "FEATS",
  "HEAD",
  "DEPREL",
  "DEPS",
  "MISC",
] as const;

/** A line of the file. */
export interface Line {
  /** Counted from 1. */
  readonly line: number;
}

/** A comment without its `#`. */
export interface CommentLine extends Line {
  readonly text: string;
}

/** A word and its ten fields. */
export interface WordLine extends Line {
  readonly fields: readonly string[];
}

/** A written token: one word, or the range of words of a multi-word token. */
export interface WrittenToken extends Line {
  readonly form: string;
  /** Its words, counted from 1. */
  readonly first: number;
  readonly last: number;
  /** White space after it. */
  readonly after: string;
  /** True if `SpacesAfter` says so. */
  readonly exact: boolean;
}

/** One sentence as written. */
export interface ConlluLines {
  readonly comments: readonly CommentLine[];
  readonly words: readonly WordLine[];
  readonly tokens: readonly WrittenToken[];
}

/** The sentences of `text` in order; `origin` names it in errors. */
export function* readConlluLines(text: string, origin: string): Generator<ConlluLines> {
  let reader = new LineReader(origin);
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 0;
  while (at < text.length) {
    let end = text.indexOf("\n", at);
    if (end < 0) end = text.length;
    const last = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    const content = text.slice(at, last);
    at = end + 1;
    line++;
    if (content.trim() !== "") {
      reader.add(content, line);
    } else if (reader.finish(line)) {
      yield reader;
      reader = new LineReader(origin);
    }
  }
  if (reader.finish(line)) yield reader;
}

/** `origin:line:column: found …, expected …`, with the column counted from 1. */
export function refuseLine(
  origin: string,
  { line }: Line,
  column: number,
  found: string,
  expected: string,
  hint?: string,
): UserError {
  return new UserError(
    "broken-line",
    `${origin}:${line}:${column}: found ${found}, expected ${expected}`,
    hint,
  );
}

/** Where field i begins in its line, counted from 1. */
export function findColumn({ fields }: WordLine, i: number): number {
  return fields.slice(0, i).reduce((sum, field) => sum + field.length + 1, 1);
}

class LineReader implements ConlluLines {
  readonly comments: CommentLine[] = [];
  readonly words: WordLine[] = [];
  readonly tokens: WrittenToken[] = [];

  constructor(private readonly origin: string) {}

  add(content: string, line: number): void {
    const begun = this.words.length > 0 || this.tokens.length > 0;
    if (content.startsWith("#") && !begun) this.comments.push({ line, text: content.slice(1).trim() });
    else this.addFields({ line, fields: content.split("\t") });
  }

  /** True if the lines so far are a sentence. */
  finish(line: number): boolean {
    const open = this.tokens.at(-1);
    if (open === undefined) return false;
    const count = this.words.length;
    if (open.last <= count) return true;
    throw refuseLine(
      this.origin,
      { line },
      1,
      `the end of the sentence after word ${count}`,
      `the words of range ${open.first}-${open.last}`,
    );
  }

  private addFields(row: WordLine): void {
    const { fields } = row;
    this.checkFields(row);
    const [id, form] = fields;
    if (/^\d+\.\d+$/.test(id)) return; // an empty node of the enhanced graph
    const next = this.words.length + 1;
    const covered = (this.tokens.at(-1)?.last ?? 0) >= next;
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) {
      const last = Number(range[2]);
      if (Number(range[1]) !== next || last <= next || covered) {
        throw refuseLine(
          this.origin,
          row,
          1,
          `range ${id}`,
          `a range that begins at ${next}, outside other ranges`,
        );
      }
      this.tokens.push({ line: row.line, form, first: next, last, ...readSpace(fields[9]) });
      return;
    }
    if (id !== String(next)) throw refuseLine(this.origin, row, 1, `ID "${id}"`, String(next));
    if (!covered)
      this.tokens.push({ line: row.line, form, first: next, last: next, ...readSpace(fields[9]) });
    this.words.push(row);
  }

  private checkFields(row: WordLine): void {
    const { fields } = row;
    if (fields.length !== COLUMNS.length) {
      const hint = fields.length === 1 ? "Columns are parted by tabs, not by spaces." : undefined;
      const found = fields.length === 1 ? "1 column" : `${fields.length} columns`;
      throw refuseLine(this.origin, row, 1, found, `${COLUMNS.length} columns parted by tabs`, hint);
    }
    const empty = fields.indexOf("");
    if (empty >= 0)
      throw refuseLine(
        this.origin,
        row,
        findColumn(row, empty),
        `an empty ${COLUMNS[empty]}`,
        "a value or _",
      );
  }
}

/** White space after a token as MISC tells it. */
function readSpace(misc: string): { after: string; exact: boolean } {
  if (misc === "_") return { after: " ", exact: false };
  for (const item of misc.split("|")) {
    if (item.startsWith("SpacesAfter=")) return { after: unescapeSpaces(item.slice(12)), exact: true };
    if (item === "SpaceAfter=No") return { after: "", exact: false };
  }
  return { after: " ", exact: false };
}

/** UDPipe's escapes; anything that is not white space is dropped, since it would be no part of any word. */
function unescapeSpaces(value: string): string {
  const signs: Record<string, string> = { s: " ", t: "\t", n: "\n", r: "\r", p: "|", "\\": "\\" };
  return value.replace(/\\(.)/g, (whole, sign: string) => signs[sign] ?? whole).replace(/\S+/g, "");
}
