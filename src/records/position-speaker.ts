/** Whose position it may be: political actors that a phrase names, and the speaker of a statement. */
import type { Span } from "../core/evidence.js";
import type { ActorRef, StatementRecord } from "../core/records.js";
import type { Dependents } from "../language/dependents.js";
import { getForm } from "../language/doc.js";
import { type ListedActor, listActors } from "../mentions/actor-list.js";
import type { PositionInput } from "./position-draft.js";
import { isMainOf } from "./position-mood.js";

/** The actors of the phrase headed by `head`; "we" in somebody's words is that somebody. */
export function holdersAt(
  input: PositionInput,
  tree: Dependents,
  head: number,
  statement: StatementRecord | undefined,
): ListedActor[] {
  const { doc, actors } = input;
  if (/^(we|i|our|my)$/i.test(getForm(doc, head))) return sourceOf(input, statement);
  return listActors(tree, head, actors).filter(({ ref, from }) =>
    isPolitical(ref, actors.mentionAt(from)?.kind),
  );
}

/** How what is written at `span` was linked. */
function kindAt({ doc, actors }: PositionInput, span: Span): string | undefined {
  return actors.mentions.find((m) => doc.start[m.from] < span.end && span.start < doc.end[m.to - 1])?.kind;
}

/** A document that names nobody still has its own voice: "the draft says that prisoners must be released". */
function isDocument({ source, channel }: StatementRecord): boolean {
  return source?.id === undefined && channel !== null;
}

/** States, bodies, offices and those who hold one: what a private person likes is no position. */
function isPolitical({ id, sector, country }: ActorRef, kind?: string): boolean {
  if (id?.startsWith("person:")) return sector !== undefined || country !== undefined;
  return id !== undefined || kind === "office" || kind === "role";
}

/** The source of the statement whose main clause word `i` stands in. */
export function speakerOf(
  input: PositionInput,
  tree: Dependents,
  statement: StatementRecord | undefined,
  i: number,
): ListedActor[] {
  return statement !== undefined && isMainOf(tree, statement, i) ? sourceOf(input, statement) : [];
}

function sourceOf(input: PositionInput, statement: StatementRecord | undefined): ListedActor[] {
  const source = statement?.source;
  const written = statement?.evidence.find((e) => e.part === "source");
  const kind = written && kindAt(input, written);
  if (!statement || !source || !(isPolitical(source, kind) || isDocument(statement))) return [];
  const shown = statement.evidence.find((e) => e.part === "source") ?? statement.evidence[0];
  return [{ ref: source, from: -1, to: -1, start: shown.start, end: shown.end }];
}
