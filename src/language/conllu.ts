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
import {
  COLUMNS,
  type ConlluLines,
  findColumn,
  type Line,
  readConlluLines,
  refuseLine,
  type WordLine,
  type WrittenToken,
} from "./conllu-lines.js";
import { alignWords } from "./conllu-spans.js";
import { makeParsedDoc, type ParsedDoc, type TagNames, UPOS } from "./doc.js";

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

const UPOS_INDEX = new Map<string, number>(UPOS.map((name, i) => [name, i]));
const NO_UPOS = UPOS.indexOf("X");

/** Most names that a column of doc.ts can count. */
const MOST_XPOS = 256;
const MOST_FEATS = 65_536;
const MOST_DEPREL = 256;

/**
 * The documents of a CoNLL-U text; `origin` names it in errors. A sentence whose heads are all `_` is read
 * as not parsed: its heads are all -1. A UPOS of `_` is read as X.
 */
export function readConllu(text: string, origin = "CoNLL-U"): ConlluFile {
  const tables = { xpos: new NameTable(), feats: new NameTable(), deprel: new NameTable() };
  const names: TagNames = { xpos: tables.xpos.names, feats: tables.feats.names, deprel: tables.deprel.names };
  const docs: ConlluDoc[] = [];
  let builder: DocBuilder | null = null;
  for (const lines of readConlluLines(text, origin)) {
    const newDoc = findMark(lines, "newdoc");
    if (builder === null || newDoc !== undefined) {
      if (builder !== null) docs.push(builder.finish(names));
      builder = new DocBuilder(newDoc?.id ?? null, tables, origin);
    }
    builder.addSentence(lines);
  }
  if (builder !== null) docs.push(builder.finish(names));
  return { docs, names };
}

/** `# newpar` or `# newpar id = …`, but not `# newpar_block`. */
function findMark({ comments }: ConlluLines, name: string): { id: string | null } | undefined {
  for (const { text } of comments) {
    if (text === name) return { id: null };
    const match = /^(\w+)\s+id\s*=\s*(.*)$/.exec(text);
    if (match && match[1] === name) return { id: match[2] };
  }
  return undefined;
}

/** Names in the order in which they are met; `_` is the first. */
class NameTable {
  readonly names: string[] = ["_"];
  private readonly index = new Map<string, number>([["_", 0]]);

  add(name: string): number {
    const known = this.index.get(name);
    if (known !== undefined) return known;
    this.index.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

interface NameTables {
  readonly xpos: NameTable;
  readonly feats: NameTable;
  readonly deprel: NameTable;
}

/** Collects the columns of one document. */
class DocBuilder {
  private text = "";
  /** White space that the last token asks for. */
  private gap = "";
  private readonly start: number[] = [];
  private readonly end: number[] = [];
  private readonly joined: number[] = [];
  private readonly upos: number[] = [];
  private readonly xpos: number[] = [];
  private readonly feats: number[] = [];
  private readonly deprel: number[] = [];
  private readonly head: number[] = [];
  private readonly lemma: string[] = [];
  private readonly sentence: number[] = [];
  private readonly paragraph: number[] = [];
  private readonly sentenceIds: (string | null)[] = [];
  private readonly comments: string[][] = [];
  private readonly forms = new Map<number, string>();

  constructor(
    private readonly id: string | null,
    private readonly tables: NameTables,
    private readonly origin: string,
  ) {}

  addSentence(lines: ConlluLines): void {
    const base = this.start.length;
    const newPar = base === 0 || findMark(lines, "newpar") !== undefined;
    if (newPar) this.paragraph.push(this.sentence.length);
    this.sentence.push(base);
    if (base > 0) this.text += newPar && !this.gap.includes("\n") ? "\n\n" : this.gap;
    this.addTokens(lines);
    for (const word of lines.words) this.addTags(word);
    this.addHeads(lines, base);
    this.addComments(lines);
  }

  finish(names: TagNames): ConlluDoc {
    const { id, text, lemma, sentenceIds, comments, forms } = this;
    const length = this.start.length;
    const words = {
      text,
      length,
      start: Int32Array.from(this.start),
      end: Int32Array.from(this.end),
      joined: Uint8Array.from(this.joined),
      sentence: Int32Array.from([...this.sentence, length]),
      paragraph: Int32Array.from([...this.paragraph, this.sentence.length]),
    };
    const parsed = makeParsedDoc(words, {
      upos: Uint8Array.from(this.upos),
      xpos: Uint8Array.from(this.xpos),
      feats: Uint16Array.from(this.feats),
      lemma,
      head: Int32Array.from(this.head),
      deprel: Uint8Array.from(this.deprel),
      names,
    });
    return { id, parsed, sentenceIds, comments, forms };
  }

  /** Text and spans: from `# text` unless a token tells its white space more exactly. */
  private addTokens(lines: ConlluLines): void {
    const { tokens } = lines;
    const comment = lines.comments.find(({ text }) => /^text\s*=/.test(text));
    const base = this.text.length;
    if (comment === undefined || tokens.some((token) => token.exact)) {
      let written = "";
      tokens.forEach((token, i) => {
        this.addWords(lines, token, base + written.length);
        written += token.form + (i + 1 < tokens.length ? token.after : "");
      });
      this.text += written;
    } else {
      const written = comment.text.replace(/^text\s*=\s*/, "");
      let at = 0;
      for (const token of tokens) {
        while (/\s/.test(written[at] ?? "") && !written.startsWith(token.form, at)) at++;
        if (!written.startsWith(token.form, at)) {
          const found = JSON.stringify(written.slice(at, at + token.form.length));
          throw this.refuse(
            token,
            `${token.last > token.first ? "range" : "FORM"} "${token.form}"`,
            `${found}, as # text goes on`,
          );
        }
        this.addWords(lines, token, base + at);
        at += token.form.length;
      }
      const rest = written.slice(at).trim();
      if (rest !== "")
        throw this.refuse(comment, `"${rest}" at the end of # text`, "no more than the words say");
      this.text += written.slice(0, at);
    }
    this.gap = tokens[tokens.length - 1].after;
  }

  private addWords({ words }: ConlluLines, { form, first, last }: WrittenToken, start: number): void {
    const forms = words.slice(first - 1, last).map(({ fields }) => fields[1]);
    const ends = alignWords(form, forms);
    let from = 0;
    forms.forEach((wordForm, w) => {
      if (form.slice(from, ends[w]) !== wordForm) this.forms.set(this.start.length, wordForm);
      this.start.push(start + from);
      this.end.push(start + ends[w]);
      this.joined.push(w === 0 ? 0 : 1);
      from = ends[w];
    });
  }

  private addTags(word: WordLine): void {
    const { fields } = word;
    const upos = fields[3] === "_" ? NO_UPOS : UPOS_INDEX.get(fields[3]);
    if (upos === undefined) {
      throw this.refuse(word, `UPOS "${fields[3]}"`, `one of ${UPOS.join(" ")}`, findColumn(word, 3));
    }
    this.upos.push(upos);
    this.xpos.push(this.addName(this.tables.xpos, word, 4, MOST_XPOS));
    this.feats.push(this.addName(this.tables.feats, word, 5, MOST_FEATS));
    this.deprel.push(this.addName(this.tables.deprel, word, 7, MOST_DEPREL));
    this.lemma.push(fields[2]);
  }

  private addName(table: NameTable, word: WordLine, column: number, most: number): number {
    const index = table.add(word.fields[column]);
    if (index < most) return index;
    const found = `more than ${most} values of ${COLUMNS[column]}`;
    throw this.refuse(
      word,
      found,
      `no more, with _`,
      findColumn(word, column),
      "Write _ in this column to read the file without it.",
    );
  }

  /** Heads of a sentence, which must be a tree with one root, or all `_`. */
  private addHeads({ words }: ConlluLines, base: number): void {
    if (words.every(({ fields }) => fields[6] === "_")) {
      for (const _ of words) this.head.push(-1);
      return;
    }
    let roots = 0;
    for (const word of words) {
      const written = word.fields[6];
      const head = /^\d+$/.test(written) ? Number(written) : -1;
      if (head < 0 || head > words.length) {
        throw this.refuse(
          word,
          `HEAD "${written}"`,
          `a number from 0 to ${words.length}`,
          findColumn(word, 6),
        );
      }
      if (head === 0 && ++roots > 1) {
        throw this.refuse(word, "a second HEAD 0", "one root in each sentence", findColumn(word, 6));
      }
      this.head.push(head === 0 ? -1 : base + head - 1);
    }
    if (roots === 0) throw this.refuse(words[0], "a sentence without HEAD 0", "one root in each sentence");
    const stuck = findCycle(this.head, base);
    if (stuck < 0) return;
    const word = words[stuck - base];
    throw this.refuse(
      word,
      `a cycle through word ${stuck - base + 1}`,
      "heads that lead to the root",
      findColumn(word, 6),
    );
  }

  private addComments({ comments }: ConlluLines): void {
    let id: string | null = null;
    const rest: string[] = [];
    for (const { text } of comments) {
      if (/^sent_id\s*=/.test(text)) id = text.replace(/^sent_id\s*=\s*/, "");
      else if (!/^text\s*=/.test(text) && !/^(newpar|newdoc)(\s+id\s*=|$)/.test(text)) rest.push(text);
    }
    this.sentenceIds.push(id);
    this.comments.push(rest);
  }

  private refuse(line: Line, found: string, expected: string, column = 1, hint?: string) {
    return refuseLine(this.origin, line, column, found, expected, hint);
  }
}

/** A word from `base` on whose heads do not lead to a root, or -1. */
function findCycle(head: readonly number[], base: number): number {
  const walk = new Int32Array(head.length - base).fill(-1); // the last walk that met a word
  for (let i = base; i < head.length; i++) {
    for (let w = i; w >= 0 && (walk[w - base] < 0 || walk[w - base] === i); w = head[w]) {
      if (walk[w - base] === i) return w;
      walk[w - base] = i;
    }
  }
  return -1;
}
