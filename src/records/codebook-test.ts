/**
 * The codebook's own test: each row's examples must be coded as marked, and nothing of its type may be found at its
 * words in its negatives.
 */
import type { Span } from "../core/evidence.js";
import type { ArticleRecord } from "../core/records.js";
import type { ParsedDoc } from "../language/doc.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { Codebook, EventRow } from "./codebook-types.js";
import { whyLeftOut } from "./event-admission.js";
import { type CodedEvent, codeEvents } from "./event-coder.js";
import type { EventModels } from "./event-model.js";
import { type EventView, makeEventView } from "./event-view.js";
import type { MarkedSentence } from "./marked-sentence.js";

/** A sentence of the codebook that is not coded as its row says. */
export interface CodebookFailure {
  readonly row: EventRow;
  readonly sentence: string;
  /** `no-event`, `wrong-type`, `actor`, `recipient` for examples; `coded` for negatives. */
  readonly kind: "no-event" | "wrong-type" | "actor" | "recipient" | "coded";
  readonly message: string;
}

export interface CodebookReport {
  readonly rows: number;
  readonly examples: number;
  readonly negatives: number;
  readonly failures: readonly CodebookFailure[];
}

/** What reading a sentence needs. */
export interface SentenceReader {
  analyse(text: string): ParsedDoc;
  findActors(doc: ParsedDoc, article: ArticleRecord): ArticleActors;
  readonly models?: EventModels;
}

export function testCodebook(codebook: Codebook, reader: SentenceReader): CodebookReport {
  const failures: CodebookFailure[] = [];
  let examples = 0;
  let negatives = 0;
  for (const row of codebook.rows) {
    for (const example of row.examples) {
      examples++;
      const failure = testExample(codebook, row, example, (withRejected) =>
        codeSentence(example.text, codebook, reader, withRejected),
      );
      if (failure !== undefined) failures.push(failure);
    }
    for (const sentence of row.negatives) {
      negatives++;
      const failure = testNegative(row, sentence, codeSentence(sentence, codebook, reader));
      if (failure !== undefined) failures.push(failure);
    }
  }
  return { rows: codebook.rows.length, examples, negatives, failures };
}

interface CodedSentence {
  readonly doc: ParsedDoc;
  readonly view: EventView;
  readonly actors: ArticleActors;
  readonly events: readonly CodedEvent[];
}

/** The events of one sentence that stands alone; `withRejected`: those too that the coder would leave out. */
export function codeSentence(
  text: string,
  codebook: Codebook,
  reader: SentenceReader,
  withRejected = false,
): CodedSentence {
  const doc = reader.analyse(text);
  const actors = reader.findActors(doc, bareArticle(text));
  const view = makeEventView(doc);
  const models = reader.models;
  const input = { doc, view, actors, statements: [], codebook, excluded: [], withRejected };
  return { doc, view, actors, events: codeEvents(models === undefined ? input : { ...input, models }) };
}

/** A text of which nothing else is known. */
export function bareArticle(text: string): ArticleRecord {
  return {
    kind: "article",
    id: "art-codebook",
    origin: "codebook",
    outlet: null,
    agency: null,
    byline: [],
    title: null,
    published: null,
    language: "en",
    evidence: [],
    text,
    hash: "",
    version: 1,
    boilerplate: [],
    recordVersion: "1",
    codebook: null,
  };
}

function testExample(
  codebook: Codebook,
  row: EventRow,
  { text, parts }: MarkedSentence,
  code: (withRejected: boolean) => CodedSentence,
): CodebookFailure | undefined {
  const { doc, events } = code(false);
  const fail = (kind: CodebookFailure["kind"], message: string): CodebookFailure => ({
    row,
    sentence: text,
    kind,
    message,
  });
  const marked = (part: string) => parts.filter((p) => p.part === part);
  const at = events.filter((event) => marked("trigger").some((span) => touches(doc, event, span)));
  const [first] = at;
  if (first === undefined) {
    const { view, events: all } = code(true);
    const left = all.find((event) => marked("trigger").some((span) => touches(doc, event, span)));
    const reason = left === undefined ? undefined : whyLeftOut({ view, codebook }, left);
    const why = reason === undefined ? "no row fits there" : `${left?.match.row.id} fits, but ${reason}`;
    return fail("no-event", `nothing is coded at the trigger: ${why}`);
  }
  const right = at.filter((event) => event.type === row.type);
  if (right.length === 0) return fail("wrong-type", `coded as ${first.type} by ${first.match.row.id}`);
  for (const part of ["actor", "recipient"] as const) {
    const spans = marked(part);
    const found = right.some((event) => {
      const parties = [...event.actors, ...event.recipients].filter((p) =>
        row.frame.parties.length > 0
          ? true
          : (part === "actor" ? event.actors : event.recipients).includes(p),
      );
      // A pronoun's party may be marked where it is named.
      return spans.every((span) =>
        parties.some(
          (p) => overlaps(p.span, span) || (p.antecedent !== undefined && overlaps(p.antecedent, span)),
        ),
      );
    });
    if (!found)
      return fail(
        part,
        `the ${part} "${spans.map((s) => text.slice(s.start, s.end)).join('", "')}" is not found`,
      );
  }
  return undefined;
}

function testNegative(
  row: EventRow,
  sentence: string,
  { doc, events }: CodedSentence,
): CodebookFailure | undefined {
  const wrong = events.find(
    ({ type, match }) =>
      type === row.type &&
      row.spellings.some((words) => words.includes(doc.lemma[match.trigger].toLowerCase())),
  );
  if (wrong === undefined) return undefined;
  return { row, sentence, kind: "coded", message: `coded by ${wrong.match.row.id}` };
}

/** True where the event's trigger, light verb or operator lies in `span`. */
function touches(doc: ParsedDoc, { match, operators, absorbed }: CodedEvent, span: Span): boolean {
  const words = [match.trigger, match.last, match.carrier, ...operators.map(({ word }) => word), ...absorbed];
  return words.some((word) => word >= 0 && doc.start[word] < span.end && span.start < doc.end[word]);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
