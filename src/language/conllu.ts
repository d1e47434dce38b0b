/**
 * CoNLL-U, the format of Universal Dependencies: reading.
 *
 * In: the text of a CoNLL-U file in any language. Out: one {@link ParsedDoc} for each `# newdoc`, its text
 * rebuilt from `# text` or from `SpaceAfter=No` and UDPipe's `SpacesAfter`, its tables of names shared by
 * the whole file. The words of a multi-word token get spans by alignment with its written form
 * (conllu-spans.ts). Empty nodes ("8.1"), DEPS and other MISC are not kept; comments are.
 * A wrong line is a {@link UserError} that names file, line and column, what stands there and what should.
 * Format: https://universaldependencies.org/format.html
 */
import { UserError } from "../core/user-error.js";
import { alignWords } from "./conllu-spans.js";
import { type ParsedDoc, type TagNames, UPOS } from "./doc.js";

/** A file in CoNLL-U. */
export interface ConlluFile {
  readonly docs: readonly ConlluDoc[];
  readonly names: TagNames;
}

/** One document of a file; a file without `# newdoc` is one. */
export interface ConlluDoc {
  /** What `# newdoc id = …` says. */
  readonly id: string | null;
  readonly parsed: ParsedDoc;
  /** `# sent_id` of each sentence. */
  readonly sentenceIds: readonly (string | null)[];
  /** The other comments of each sentence, without the `#`. */
  readonly comments: readonly (readonly string[])[];
  /** Forms that differ from the written characters of their span: the "de" and "le" of French "du". */
  readonly forms: ReadonlyMap<number, string>;
}

const COLUMNS = ["ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC"];
const MOST_BYTE = 256;
const MOST_SHORT = 65_536;

/**
 * The documents of a CoNLL-U text; `origin` names it in errors. A sentence whose heads are all `_` is read
 * as not parsed: its heads are all -1. A UPOS of `_` is read as X.
 */
export function readConllu(text: string, origin = "CoNLL-U"): ConlluFile {
  return new ConlluReader(text, origin).read();
}

/** A table of names in the order in which they are met. */
class NameTable {
  readonly names: string[];
  private readonly index = new Map<string, number>();

  constructor(first: string) {
    this.names = [first];
    this.index.set(first, 0);
  }

  add(name: string): number {
    const known = this.index.get(name);
    if (known !== undefined) return known;
    this.index.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/** One line of a sentence that is a word. */
interface WordLine {
  readonly line: number;
  readonly fields: readonly string[];
}

/** One written token: the range of its words, its form and the white space after it. */
interface WrittenToken {
  readonly line: number;
  readonly form: string;
  readonly first: number;
  readonly last: number;
  readonly after: string;
  /** True if `SpacesAfter` said so. */
  readonly exact: boolean;
}

/** Columns of the document that is being read. */
class DocColumns {
  text = "";
  readonly start: number[] = [];
  readonly end: number[] = [];
  readonly joined: number[] = [];
  readonly upos: number[] = [];
  readonly xpos: number[] = [];
  readonly feats: number[] = [];
  readonly deprel: number[] = [];
  readonly head: number[] = [];
  readonly lemma: string[] = [];
  readonly sentence: number[] = [];
  readonly paragraph: number[] = [];
  readonly sentenceIds: (string | null)[] = [];
  readonly comments: string[][] = [];
  readonly forms = new Map<number, string>();
  /** White space that the last token asks for. */
  gap = "";

  constructor(readonly id: string | null) {}
}

const UPOS_INDEX = new Map<string, number>(UPOS.map((name, i) => [name, i]));

class ConlluReader {
  private readonly docs: ConlluDoc[] = [];
  private readonly xpos = new NameTable("_");
  private readonly feats = new NameTable("_");
  private readonly deprel = new NameTable("_");
  private doc: DocColumns | null = null;
  private names: TagNames = { xpos: this.xpos.names, feats: this.feats.names, deprel: this.deprel.names };

  private comments: { line: number; text: string }[] = [];
  private words: WordLine[] = [];
  private tokens: WrittenToken[] = [];

  constructor(
    private readonly text: string,
    private readonly origin: string,
  ) {}

  read(): ConlluFile {
    const { text } = this;
    let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    let line = 0;
    while (at < text.length) {
      let end = text.indexOf("\n", at);
      if (end < 0) end = text.length;
      const last = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      this.readLine(text.slice(at, last), ++line);
      at = end + 1;
    }
    this.endSentence(line);
    this.endDoc();
    return { docs: this.docs, names: this.names };
  }

  private readLine(content: string, line: number): void {
    if (content.trim() === "") this.endSentence(line);
    else if (content.startsWith("#") && this.words.length + this.tokens.length === 0) {
      this.comments.push({ line, text: content.slice(1).trim() });
    } else this.readFields(content, line);
  }

  private readFields(content: string, line: number): void {
    const fields = content.split("\t");
    if (fields.length !== COLUMNS.length) {
      const hint = fields.length === 1 ? "Columns are parted by tabs, not by spaces." : undefined;
      throw this.error(line, 1, `${fields.length} columns`, "10 columns parted by tabs", hint);
    }
    fields.forEach((field, i) => {
      if (field === "")
        throw this.error(line, this.columnOf(fields, i), `an empty ${COLUMNS[i]}`, "a value or _");
    });
    const id = fields[0];
    if (/^\d+\.\d+$/.test(id)) return; // an empty node of the enhanced graph
    const open = this.tokens.length > 0 ? this.tokens[this.tokens.length - 1] : null;
    const covered = open !== null && open.last > this.words.length;
    const range = /^(\d+)-(\d+)$/.exec(id);
    const next = this.words.length + 1;
    if (range) {
      const last = Number(range[2]);
      if (Number(range[1]) !== next || last <= next || covered) {
        throw this.error(line, 1, `range ${id}`, `a range that begins at ${next}, outside other ranges`);
      }
      this.tokens.push({ line, form: fields[1], first: next, last, ...readSpace(fields[9]) });
      return;
    }
    if (id !== String(next)) throw this.error(line, 1, `ID "${id}"`, `${next}`);
    if (!covered)
      this.tokens.push({ line, form: fields[1], first: next, last: next, ...readSpace(fields[9]) });
    this.words.push({ line, fields });
  }

  private endSentence(line: number): void {
    if (this.words.length === 0) {
      if (this.tokens.length > 0)
        throw this.error(line, 1, "the end of the sentence", "the words of the range above");
      return;
    }
    const open = this.tokens[this.tokens.length - 1];
    if (open.last > this.words.length) {
      throw this.error(
        open.line,
        1,
        `a range up to ${open.last}`,
        `words up to ${open.last}; the sentence has ${this.words.length}`,
      );
    }
    const newDoc = this.findComment("newdoc");
    if (newDoc !== undefined) this.endDoc();
    this.doc ??= new DocColumns(newDoc?.id ?? null);
    const newPar = newDoc !== undefined || this.findComment("newpar") !== undefined;
    this.addSentence(this.doc, newPar);
    this.comments = [];
    this.words = [];
    this.tokens = [];
  }

  /** `# newpar` or `# newpar id = …`, not `# newpar_block`. */
  private findComment(name: string): { id: string | null } | undefined {
    for (const { text } of this.comments) {
      if (text === name) return { id: null };
      const match = /^(\w+)\s+id\s*=\s*(.*)$/.exec(text);
      if (match && match[1] === name) return { id: match[2] };
    }
    return undefined;
  }

  private addSentence(doc: DocColumns, newPar: boolean): void {
    const base = doc.start.length;
    if (newPar || base === 0) doc.paragraph.push(doc.sentence.length);
    doc.sentence.push(base);
    if (base > 0) doc.text += newPar && !doc.gap.includes("\n") ? "\n\n" : doc.gap;
    this.addTokens(doc);
    this.addTags(doc, base);
    this.addComments(doc);
  }

  private addComments(doc: DocColumns): void {
    let id: string | null = null;
    const rest: string[] = [];
    for (const { text } of this.comments) {
      if (text.startsWith("sent_id")) id = text.replace(/^sent_id\s*=\s*/, "");
      else if (!/^(text\s*=|newpar\b|newdoc\b)/.test(text) || text.startsWith("newpar_")) rest.push(text);
    }
    doc.sentenceIds.push(id);
    doc.comments.push(rest);
  }

  /** Text and spans: from `# text` unless a token tells its white space more exactly. */
  private addTokens(doc: DocColumns): void {
    const comment = this.comments.find((c) => /^text\s*=/.test(c.text));
    const exact = this.tokens.some((token) => token.exact);
    const base = doc.text.length;
    let written = comment && !exact ? comment.text.replace(/^text\s*=\s*/, "") : "";
    let at = 0;
    this.tokens.forEach((token, i) => {
      if (comment && !exact) {
        while (at < written.length && /\s/.test(written[at]) && !written.startsWith(token.form, at)) at++;
        if (!written.startsWith(token.form, at)) {
          const found = written.slice(at, at + token.form.length + 8);
          throw this.error(
            token.line,
            token.first === token.last ? 3 : 5,
            `"${token.form}"`,
            `a form that goes on with # text at "${found}"`,
          );
        }
      } else {
        at = written.length;
        written += token.form + (i + 1 < this.tokens.length ? token.after : "");
      }
      this.addWords(doc, token, base + at);
      at += token.form.length;
    });
    if (comment && !exact && written.slice(at).trim() !== "") {
      const line = comment.line;
      throw this.error(
        line,
        1,
        `"${written.slice(at).trim()}" at the end of # text`,
        "no more than the words say",
      );
    }
    doc.text += written;
    doc.gap = this.tokens[this.tokens.length - 1].after;
  }

  private addWords(doc: DocColumns, token: WrittenToken, start: number): void {
    const forms: string[] = [];
    for (let w = token.first; w <= token.last; w++) forms.push(this.words[w - 1].fields[1]);
    const ends = alignWords(token.form, forms);
    let from = 0;
    forms.forEach((form, w) => {
      if (token.form.slice(from, ends[w]) !== form) doc.forms.set(doc.start.length, form);
      doc.start.push(start + from);
      doc.end.push(start + ends[w]);
      doc.joined.push(w === 0 ? 0 : 1);
      from = ends[w];
    });
  }

  private addTags(doc: DocColumns, base: number): void {
    const count = this.words.length;
    const parsed = this.words.some(({ fields }) => fields[6] !== "_");
    let roots = 0;
    for (const { line, fields } of this.words) {
      const upos = fields[3] === "_" ? UPOS.length - 1 : UPOS_INDEX.get(fields[3]);
      if (upos === undefined) {
        throw this.error(line, this.columnOf(fields, 3), `UPOS "${fields[3]}"`, `one of ${UPOS.join(" ")}`);
      }
      doc.upos.push(upos);
      doc.xpos.push(this.addName(this.xpos, fields, 4, line, MOST_BYTE));
      doc.feats.push(this.addName(this.feats, fields, 5, line, MOST_SHORT));
      doc.deprel.push(this.addName(this.deprel, fields, 7, line, MOST_BYTE));
      doc.lemma.push(fields[2]);
      const head = parsed ? Number(/^\d+$/.test(fields[6]) ? fields[6] : "-1") : 0;
      if (head < 0 || head > count) {
        throw this.error(
          line,
          this.columnOf(fields, 6),
          `HEAD "${fields[6]}"`,
          `a number from 0 to ${count}`,
        );
      }
      if (head === 0 && parsed && ++roots > 1) {
        throw this.error(line, this.columnOf(fields, 6), "a second HEAD 0", "one root in each sentence");
      }
      doc.head.push(head === 0 ? -1 : base + head - 1);
    }
    if (!parsed) return;
    if (roots === 0)
      throw this.error(this.words[0].line, 1, "a sentence without HEAD 0", "one root in each sentence");
    this.checkCycles(doc, base);
  }

  /** Walks from each word to the root; a word met twice on one walk is in a cycle. */
  private checkCycles(doc: DocColumns, base: number): void {
    const seen = new Int32Array(this.words.length).fill(-1);
    for (let i = 0; i < this.words.length; i++) {
      for (let w = base + i; w >= 0 && (seen[w - base] < 0 || seen[w - base] === i); w = doc.head[w]) {
        if (seen[w - base] === i) {
          const { line, fields } = this.words[w - base];
          throw this.error(
            line,
            this.columnOf(fields, 6),
            `a cycle through word ${w - base + 1}`,
            "heads that lead to the root",
          );
        }
        seen[w - base] = i;
      }
    }
  }

  private addName(
    table: NameTable,
    fields: readonly string[],
    column: number,
    line: number,
    most: number,
  ): number {
    const index = table.add(fields[column]);
    if (index < most) return index;
    throw this.error(
      line,
      this.columnOf(fields, column),
      `the ${most + 1}th different ${COLUMNS[column]}`,
      `no more than ${most}`,
      "Write _ in this column to read the file without it.",
    );
  }

  private endDoc(): void {
    const { doc } = this;
    this.doc = null;
    if (doc === null) return;
    const { text, lemma } = doc;
    const length = doc.start.length;
    const parsed: ParsedDoc = {
      text,
      length,
      start: Int32Array.from(doc.start),
      end: Int32Array.from(doc.end),
      joined: Uint8Array.from(doc.joined),
      sentence: Int32Array.from([...doc.sentence, length]),
      paragraph: Int32Array.from([...doc.paragraph, doc.sentence.length]),
      upos: Uint8Array.from(doc.upos),
      xpos: Uint8Array.from(doc.xpos),
      feats: Uint16Array.from(doc.feats),
      lemma,
      head: Int32Array.from(doc.head),
      deprel: Uint8Array.from(doc.deprel),
      names: this.names,
    };
    const { id, sentenceIds, comments, forms } = doc;
    this.docs.push({ id, parsed, sentenceIds, comments, forms });
  }

  /** Column of field i in its line, counted from 1. */
  private columnOf(fields: readonly string[], i: number): number {
    return fields.slice(0, i).reduce((sum, field) => sum + field.length + 1, 1);
  }

  private error(line: number, column: number, found: string, expected: string, hint?: string): UserError {
    return new UserError(
      "broken-line",
      `${this.origin}:${line}:${column}: found ${found}, expected ${expected}`,
      hint,
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

function unescapeSpaces(value: string): string {
  const signs: Record<string, string> = { s: " ", t: "\t", n: "\n", r: "\r", p: "|", "\\": "\\" };
  return value.replace(/\\(.)/g, (whole, sign: string) => signs[sign] ?? whole);
}
