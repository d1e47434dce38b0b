/**
 * The tables of attribution cues and of channels: which words say that somebody said something, where
 * source, content and addressee hang on them in the tree, and by which means it was said.
 *
 * In: the text of `data/cues/cues.tsv` and `data/cues/channels.tsv` (tab separated, one header row, `#`
 * comments). Out: typed rows with lookups. The notation of the column `frame` is in
 * `data/cues/README.md`; relations are those of Universal Dependencies, with the lemma of a case marker
 * as a subtype (`obl:on`) as in Enhanced UD (Schuster and Manning, LREC 2016). Source, cue and content
 * are those of PARC (Pareti, LREC 2012). A wrong row is refused with its place and a suggestion.
 *
 * Limits: a row says what may be a cue; whether it is one in a given sentence is for the reader to judge.
 */
import { suggest } from "../core/suggestion.js";
import { UserError } from "../core/user-error.js";

/** What the source does with the content; meanings in `data/cues/README.md`. */
export const COMMITMENTS = [
  "assert",
  "report",
  "announce",
  "describe",
  "discuss",
  "admit",
  "deny",
  "believe",
  "know",
  "doubt",
  "predict",
  "hope",
  "fear",
  "intend",
  "ask",
  "request",
  "demand",
  "order",
  "permit",
  "recommend",
  "propose",
  "promise",
  "threaten",
  "warn",
  "agree",
  "refuse",
  "support",
  "oppose",
  "praise",
  "welcome",
  "thank",
  "condemn",
  "accuse",
  "regret",
  "apologise",
] as const;
export type Commitment = (typeof COMMITMENTS)[number];

/** The means by which something is said: the values of a statement's `channel`. */
export const CHANNELS = [
  "press conference",
  "briefing",
  "interview",
  "statement",
  "press release",
  "communique",
  "declaration",
  "speech",
  "broadcast",
  "recording",
  "social media",
  "website",
  "telephone",
  "message",
  "e-mail",
  "telegram",
  "letter",
  "note verbale",
  "meeting",
  "report",
  "survey",
  "article",
  "book",
  "resolution",
  "decree",
  "agreement",
  "court document",
  "testimony",
  "leaflet",
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Parts of speech that a row may have. */
export const CUE_POS = ["VERB", "NOUN", "ADJ", "ADV", "ADP"] as const;
export type CuePos = (typeof CUE_POS)[number];

/** One step down the tree: a relation, and the case marker (`on` in `obl:on`) if one is asked for. */
export interface FrameStep {
  readonly relation: string;
  readonly marker: string | null;
}

/** From the cue `up` times to the governor, then down `steps`. */
export interface FramePath {
  readonly up: number;
  readonly steps: readonly FrameStep[];
}

/** Where the parts of an attribution hang on its cue, and what must hold for the row to apply. */
export interface Frame {
  /** The first that is there is the source; empty where the cue names nobody. */
  readonly source: readonly FramePath[];
  /** All that are there together are the content. */
  readonly content: readonly FramePath[];
  readonly addressee: readonly FramePath[];
  /** Words in quotation marks may be the content, wherever they hang. */
  readonly quote: boolean;
  /** Prepositions, one of which the cue must have. */
  readonly case: readonly string[];
  /** Relations, one of which the cue must have to its governor. */
  readonly deprel: readonly string[];
  readonly voice: "act" | "pass" | null;
  /** Verbs whose subject is the source when the cue is their object ("issued a warning"). */
  readonly support: readonly string[];
  /** Lemmas, one of which the governor must have. */
  readonly governor: readonly string[];
  /** Paths that must lead to a word. */
  readonly with: readonly FramePath[];
}

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

/** What both tables have: the words of a row, as lemmas in lower case. */
export interface LexicalRow {
  /** Line in the file, from 1. */
  readonly line: number;
  /** The first spelling: `criticize`. */
  readonly lemma: string;
  /** Every spelling as its words: `[["criticize"], ["criticise"]]`; `one's` is any possessive. */
  readonly spellings: readonly (readonly string[])[];
  readonly pos: CuePos;
  readonly frame: Frame;
  readonly example: MarkedSentence;
}

/** One cue in one frame. */
export interface CueRow extends LexicalRow {
  readonly commitment: Commitment;
  /** 0 to 1: how often the word is a cue where the frame has a person or body and a content. */
  readonly strength: number;
  /** It commonly introduces direct speech. */
  readonly quote: boolean;
  /** A sentence in which the word is no cue. */
  readonly negative: string | null;
}

/** One expression that names a channel. */
export interface ChannelRow extends LexicalRow {
  readonly channel: Channel;
  /** Where several fit, the highest wins; among equals the one nearest to the cue. */
  readonly priority: number;
}

/** Rows in the order of the file, with lookups by the whole lemma and by its first word. */
export interface LexicalTable<Row extends LexicalRow> {
  readonly rows: readonly Row[];
  readonly byLemma: ReadonlyMap<string, readonly Row[]>;
  readonly byFirstWord: ReadonlyMap<string, readonly Row[]>;
}
export type CueTable = LexicalTable<CueRow>;
export type ChannelTable = LexicalTable<ChannelRow>;

const MARKS = ["source", "cue", "content", "addressee", "channel"] as const;
const CUE_COLUMNS = ["lemma", "pos", "frame", "commitment", "strength", "quote", "example", "negative"];
const CHANNEL_COLUMNS = ["channel", "trigger", "pos", "frame", "priority", "example"];
const FRAME_KEYS = "source content addressee case deprel voice support governor with".split(" ");
const RELATIONS = (
  "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated " +
  "expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum " +
  "root vocative xcomp"
).split(" ");
const SUBTYPES = new Set("pass poss agent outer relcl prt unmarked tmod npmod desc".split(" "));

/**
 * The cue table in `tsv`; `origin` names the file in messages.
 *
 * @throws UserError `broken-table`, such as `data/cues/cues.tsv:12:40: unknown commitment "asert".`
 */
export function parseCueTable(tsv: string, origin: string): CueTable {
  return buildTable(
    readCells(tsv, origin, CUE_COLUMNS).map((cells): CueRow => {
      const strength = Number(cells.text("strength"));
      if (!(strength >= 0 && strength <= 1) || cells.text("strength") === "")
        cells.fail("strength", `strength "${cells.text("strength")}" is no number from 0 to 1.`);
      return {
        ...readLexicalPart(cells, "lemma", "cue"),
        commitment: cells.choice("commitment", COMMITMENTS),
        strength,
        quote: cells.choice("quote", ["yes", "no"] as const) === "yes",
        negative: cells.text("negative") || null,
      };
    }),
    origin,
  );
}

/**
 * The channel table in `tsv`; `origin` names the file in messages.
 *
 * @throws UserError `broken-table`
 */
export function parseChannelTable(tsv: string, origin: string): ChannelTable {
  return buildTable(
    readCells(tsv, origin, CHANNEL_COLUMNS).map((cells): ChannelRow => {
      const priority = cells.text("priority");
      if (!/^[1-9]$/.test(priority))
        cells.fail("priority", `priority "${priority}" is no digit from 1 to 9.`);
      return {
        ...readLexicalPart(cells, "trigger", "channel"),
        channel: cells.choice("channel", CHANNELS),
        priority: Number(priority),
      };
    }),
    origin,
  );
}

/**
 * The rows whose first word a word of a text can be, longest lemma first, else in the table's order.
 * Lemma and form are compared in lower case. A participle tagged `VERB` finds rows for adjectives and
 * prepositions by its form ("is worried that", "according to").
 */
export function findRows<Row extends LexicalRow>(
  table: LexicalTable<Row>,
  word: { readonly lemma: string; readonly form: string; readonly upos: string },
): readonly Row[] {
  const lemma = word.lemma.toLowerCase();
  const form = word.form.toLowerCase();
  const found = (table.byFirstWord.get(lemma) ?? []).filter((row) => firstWordFits(row, word.upos));
  if (form !== lemma)
    for (const row of table.byFirstWord.get(form) ?? [])
      if ((row.pos === "ADJ" || row.pos === "ADP") && word.upos === "VERB") found.push(row);
  return found.sort((a, b) => b.spellings[0].length - a.spellings[0].length || a.line - b.line);
}

function firstWordFits(row: LexicalRow, upos: string): boolean {
  if (row.pos === upos) return true;
  if (row.pos === "VERB") return upos === "AUX";
  if (row.pos === "NOUN") return upos === "PROPN" || (row.spellings[0].length > 1 && upos === "ADJ");
  if (row.pos === "ADJ") return upos === "VERB";
  return row.spellings[0].length > 1 || (row.pos === "ADP" && (upos === "SCONJ" || upos === "VERB"));
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

/**
 * The frame written in `notation` (`-` is one without slots); see `data/cues/README.md`.
 *
 * @throws Error that names the fault
 */
export function parseFrame(notation: string): Frame {
  const slots = new Map<string, string[]>();
  for (const slot of notation === "-" ? [] : notation.split(" ")) {
    const [key, value, rest] = slot.split("=");
    if (!FRAME_KEYS.includes(key)) throw new Error(`unknown key "${key}".${suggest(key, FRAME_KEYS)}`);
    if (!value || rest !== undefined) throw new Error(`"${slot}" is not of the form key=value|value.`);
    if (slots.has(key)) throw new Error(`"${key}" stands twice.`);
    slots.set(key, value.split("|"));
  }
  const words = (key: string): string[] => slots.get(key) ?? [];
  const paths = (key: string): FramePath[] =>
    words(key)
      .filter((path) => path !== "quote" && path !== "none")
      .map(parsePath);
  for (const relation of words("deprel")) checkRelation(relation);
  const voice = words("voice")[0] ?? null;
  if (voice !== null && voice !== "act" && voice !== "pass")
    throw new Error(`unknown voice "${voice}"; it is act or pass.`);
  return {
    source: paths("source"),
    content: paths("content"),
    addressee: paths("addressee"),
    quote: words("content").includes("quote"),
    case: words("case"),
    deprel: words("deprel"),
    voice,
    support: words("support"),
    governor: words("governor"),
    with: paths("with"),
  };
}

function parsePath(path: string): FramePath {
  const up = /^\^*/.exec(path)![0].length;
  const steps = path
    .slice(up)
    .split(".")
    .filter((step) => step !== "")
    .map(parseStep);
  if (up === 0 && steps.length === 0) throw new Error("a path is empty.");
  return { up, steps };
}

function parseStep(step: string): FrameStep {
  checkRelation(step);
  const [relation, subtype] = step.split(":");
  if (subtype === undefined || SUBTYPES.has(subtype)) return { relation: step, marker: null };
  return { relation, marker: subtype };
}

function checkRelation(step: string): void {
  const relation = step.split(":")[0];
  if (!RELATIONS.includes(relation))
    throw new Error(`unknown relation "${relation}".${suggest(relation, RELATIONS)}`);
}

/** The cells of one row by column, and messages that point at them. */
interface Cells {
  readonly line: number;
  text(column: string): string;
  choice<T extends string>(column: string, values: readonly T[]): T;
  fail(column: string, message: string): never;
}

function readCells(tsv: string, origin: string, columns: readonly string[]): Cells[] {
  const out: Cells[] = [];
  let header = false;
  for (const [index, raw] of tsv
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    const written = raw.replace(/\r$/, "");
    if (written.trim() === "" || written.startsWith("#")) continue;
    const line = index + 1;
    const cells = written.split("\t");
    if (!header) {
      if (written !== columns.join("\t"))
        throw broken(`${origin}:${line}:1: the header is not "${columns.join(" ")}", separated by tabs.`);
      header = true;
      continue;
    }
    if (cells.length !== columns.length)
      throw broken(
        `${origin}:${line}:1: ${cells.length} cells, expected ${columns.length}, separated by tabs.`,
      );
    const fail = (column: string, message: string): never => {
      const before = cells.slice(0, columns.indexOf(column)).join("\t");
      throw broken(`${origin}:${line}:${before === "" ? 1 : before.length + 2}: ${message}`);
    };
    const text = (column: string): string => cells[columns.indexOf(column)].trim();
    const choice = <T extends string>(column: string, values: readonly T[]): T =>
      values.find((value) => value === text(column)) ??
      fail(column, `unknown ${column} "${text(column)}".${suggest(text(column), values)}`);
    out.push({ line, text, choice, fail });
  }
  if (!header) throw broken(`${origin}:1:1: the table has no header row "${columns.join(" ")}".`);
  return out;
}

function readLexicalPart(cells: Cells, lemmaColumn: string, mark: MarkedPart["part"]): LexicalRow {
  const attempt = <T>(column: string, read: (text: string) => T): T => {
    try {
      return read(cells.text(column));
    } catch (error) {
      return cells.fail(column, `${column}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const lemma = cells.text(lemmaColumn);
  if (!/^[^\s|]+( [^\s|]+)*(\|[^\s|]+( [^\s|]+)*)*$/.test(lemma) || lemma !== lemma.toLowerCase())
    cells.fail(lemmaColumn, `"${lemma}" is not lower-case words with single spaces, spellings split by "|".`);
  const spellings = lemma.split("|").map((spelling) => spelling.split(" "));
  const example = attempt("example", readMarkedSentence);
  if (!example.parts.some(({ part }) => part === mark))
    cells.fail("example", `the example marks no words as [${mark} …].`);
  return {
    line: cells.line,
    lemma: spellings[0].join(" "),
    spellings,
    pos: cells.choice("pos", CUE_POS),
    frame: attempt("frame", parseFrame),
    example,
  };
}

function buildTable<Row extends LexicalRow>(rows: readonly Row[], origin: string): LexicalTable<Row> {
  const byLemma = new Map<string, Row[]>();
  const byFirstWord = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of new Set(row.spellings.map((words) => words.join(" ")))) {
      const same = byLemma.get(key)?.find((other) => isSameEntry(other, row));
      if (same !== undefined)
        throw broken(
          `${origin}:${row.line}:1: "${key}" ${row.pos} stands with this frame at line ${same.line}.`,
        );
      append(byLemma, key, row);
    }
    for (const key of new Set(row.spellings.map((words) => words[0]))) append(byFirstWord, key, row);
  }
  return { rows, byLemma, byFirstWord };
}

function isSameEntry(a: LexicalRow, b: LexicalRow): boolean {
  return a.pos === b.pos && JSON.stringify(a.frame) === JSON.stringify(b.frame);
}

function append<Row>(map: Map<string, Row[]>, key: string, row: Row): void {
  const rows = map.get(key);
  if (rows === undefined) map.set(key, [row]);
  else rows.push(row);
}

function broken(message: string): UserError {
  return new UserError("broken-table", message, "The columns and their values are in data/cues/README.md.");
}
