/**
 * Why words of a text were coded as an event, or why not: the rows tried at each of them and what each lacked, the
 * way from trigger to parties, the operators above, and the features that weighed most.
 */
import type { ParsedDoc } from "../language/doc.js";
import { whyLeftOut } from "./event-admission.js";
import type { CodedEvent, CoderInput } from "./event-coder.js";
import { candidateRows, codeEvents } from "./event-coder.js";
import { EventMatcher, isMatch } from "./event-match.js";
import { EventJudge, type WeighedEventFeature } from "./event-model.js";
import { PartyReader } from "./event-party-reader.js";

/** A row that was tried at a word. */
export interface TriedRow {
  readonly id: string;
  /** `data/plover/rows/AID.tsv:12` */
  readonly at: string;
  readonly type: string;
  readonly words: string;
  /** What kept it out; null for a row that fits. */
  readonly missing: string | null;
  /** The paths to actor and recipient of a row that fits. */
  readonly paths: readonly string[];
}

export interface EventExplanation {
  /** Index of the word. */
  readonly word: number;
  readonly text: string;
  readonly rows: readonly TriedRow[];
  /** Operators over the event, innermost first: the operator and its word. */
  readonly operators: readonly string[];
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly features: readonly WeighedEventFeature[];
  readonly probabilityOfNone: number | null;
  readonly coded: CodedEvent | null;
  /** One sentence: what was coded, or what kept it out and which row would have admitted it. */
  readonly verdict: string;
}

/** Features shown of each word. */
const SHOWN = 6;

/** An explanation for every word that a row of the codebook begins with, in the order of the text. */
export function explainEvents(input: CoderInput): EventExplanation[] {
  const { doc, view, codebook } = input;
  const coded = codeEvents(input);
  const candidates = codeEvents({ ...input, withRejected: true });
  const matcher = new EventMatcher(
    view,
    new PartyReader(view, input.actors, codebook, input.statements),
    codebook,
  );
  const judge = input.models === undefined ? undefined : new EventJudge(input, input.models);
  const explained: EventExplanation[] = [];
  for (let i = 0; i < doc.length; i++) {
    const rows = tryRows(input, matcher, i);
    if (rows.length === 0) continue;
    const own = coded.find((e) => e.match.trigger === i || e.match.last === i) ?? null;
    const candidate = own ?? candidates.find((e) => e.match.trigger === i || e.match.last === i);
    const absorbed = coded.find((e) => e.absorbed.includes(i));
    explained.push({
      word: i,
      text: formOf(doc, i),
      rows,
      operators: (candidate?.operators ?? []).map(
        ({ operator, word }) => `${operator} (${formOf(doc, word)})`,
      ),
      actors: (candidate?.actors ?? []).map(({ ref }) => ref.name),
      recipients: (candidate?.recipients ?? []).map(({ ref }) => ref.name),
      features:
        candidate === undefined || judge === undefined ? [] : judge.explain(candidate, candidate.type, SHOWN),
      probabilityOfNone: candidate === undefined || judge === undefined ? null : candidate.noEvent,
      coded: own,
      verdict: judgeWord(input, rows, own, candidate, absorbed),
    });
  }
  return explained;
}

/** Rows whose words stand at `i`: those that fit, and those of which a condition fails. */
function tryRows({ codebook, doc }: CoderInput, matcher: EventMatcher, i: number): TriedRow[] {
  const tried: TriedRow[] = [];
  for (const row of candidateRows(codebook, doc, i)) {
    const result = matcher.match(row, i);
    const fits = isMatch(result);
    if (!fits && /^the words? /.test(result.missing)) continue;
    tried.push({
      id: row.id,
      at: `${row.origin}:${row.line}`,
      type: row.type,
      words: row.spellings.map((words) => words.join(" ")).join("|"),
      missing: fits ? null : result.missing,
      paths: fits ? result.paths : [],
    });
  }
  return tried;
}

function judgeWord(
  input: CoderInput,
  rows: readonly TriedRow[],
  own: CodedEvent | null,
  candidate: CodedEvent | undefined,
  absorbed: CodedEvent | undefined,
): string {
  if (own !== null)
    return `coded as ${own.type} by ${own.match.row.id}, with confidence ${own.confidence.toFixed(2)}`;
  if (absorbed !== undefined)
    return `part of the ${absorbed.type} at "${formOf(input.doc, absorbed.match.trigger)}"`;
  if (candidate === undefined) {
    const nearest = rows.find((row) => row.missing !== null);
    return nearest === undefined
      ? "not coded"
      : `not coded: no row fits; ${nearest.id} would have admitted it with ${nearest.missing}`;
  }
  const reason = whyLeftOut(input, candidate) ?? "another event takes its words up";
  return `not coded: ${candidate.match.row.id} fits, but ${reason}`;
}

function formOf(doc: ParsedDoc, i: number): string {
  return doc.text.slice(doc.start[i], doc.end[i]);
}
