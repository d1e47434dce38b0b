/** Whose position it may be: political actors that a phrase names or stands for, and the speaker of a statement. */
import type { Span } from "../core/evidence.js";
import type { ActorRef, StatementRecord } from "../core/records.js";
import { firstWordFrom, getForm } from "../language/doc.js";
import { type ListedActor, listActors } from "../mentions/actor-list.js";
import type { ActorMention } from "../mentions/actor-mention.js";
import { childBy, type EventView } from "./event-view.js";
import type { PositionInput } from "./position-draft.js";
import { findGoverningSubject } from "./position-holder.js";
import { isMainOf } from "./position-mood.js";
import { findIssuer, findOrgan, findOwnCountry, findTextBefore, isVoice } from "./position-voice.js";

/** The actors of the phrase headed by `head`; "we" in somebody's words is that somebody. */
export function holdersAt(
  input: PositionInput,
  tree: EventView,
  head: number,
  statement: StatementRecord | undefined,
): ListedActor[] {
  const { doc, actors } = input;
  const form = getForm(doc, head);
  if (/^(we|i|our|my)$/i.test(form)) return sourceOf(input, statement);
  if (isVoice(input, head) && !actors.mentionAt(head)?.ref.id) return findIssuer(input, tree, head);
  const text = findTextBefore(input, tree, head);
  if (text >= 0) return findIssuer(input, tree, text);
  const named = listActors(tree, head, actors).filter(({ ref, from }) =>
    isPolitical(input, ref, actors.mentionAt(from)),
  );
  if (named.length > 0) return named;
  const above = /^(they|he|she|it)$/i.test(form) ? findGoverningSubject(tree, head) : -1;
  if (above >= 0)
    return holdersAt(input, tree, above, statement).filter(({ ref }) => agrees(form.toLowerCase(), ref));
  const own = findOwnCountry(input, tree, head, statement);
  if (own.length > 0) return own;
  const organ = findOrgan(input, tree, head);
  if (organ.length > 0) return organ;
  // "the regional bloc ECOWAS demanded": a name that was read as a second subject.
  const next = tree.nextSibling[head];
  return next === head + 1 && doc.deprel[next] === doc.deprel[head] && childBy(tree, next, "case") < 0
    ? holdersAt(input, tree, next, statement)
    : [];
}

/** A person is no "it", and what is none no "he". */
function agrees(pronoun: string, { id }: ActorRef): boolean {
  if (pronoun === "they") return true;
  return id === undefined || /^(person|role):/.test(id) === (pronoun !== "it");
}

/** What was linked at `span`. */
function mentionOver({ doc, actors }: PositionInput, span: Span): ActorMention | undefined {
  return actors.mentions.find((m) => doc.start[m.from] < span.end && span.start < doc.end[m.to - 1]);
}

/** A document that names nobody still has its own voice: "the draft says that prisoners must be released". */
function isDocument({ source, channel }: StatementRecord): boolean {
  return source?.id === undefined && channel !== null;
}

/** Sectors of PLOVER whose titles are political or of the state. */
const PUBLIC = /^(GOV|MIL|SPY|COP|JUD|LEG|PTY|OPP|REB|IGO|UNO|NGO|LAB|REL)$/;

/** States, bodies, offices and those who hold one: what a private person likes is no position. */
function isPolitical({ actors }: PositionInput, { id, sector, country }: ActorRef, mention?: ActorMention) {
  if (id?.startsWith("person:"))
    return (
      sector !== undefined ||
      country !== undefined ||
      actors.mentions.some(({ ref, office }) => ref.id === id && PUBLIC.test(office?.sector ?? ""))
    );
  if (id !== undefined) return true;
  return (
    mention?.kind === "office" || (mention?.kind === "role" && PUBLIC.test(mention.office?.sector ?? ""))
  );
}

/** The source of the statement whose main clause word `i` stands in. */
export function speakerOf(
  input: PositionInput,
  tree: EventView,
  statement: StatementRecord | undefined,
  i: number,
): ListedActor[] {
  return statement !== undefined && isMainOf(tree, statement, i) ? sourceOf(input, statement) : [];
}

/** Whoever says what the words at `cue` introduce, where the tree alone does not tell whose they are. */
export function sourceOfCue(input: PositionInput, tree: EventView, cue: Span): ListedActor[] {
  const statement = input.statements.find((s) =>
    s.evidence.some((e) => e.part === "cue" && e.start <= cue.start && cue.end <= e.end),
  );
  const found = sourceOf(input, statement, false);
  if (found.length > 0 || statement === undefined) return found;
  const written = statement.evidence.find((e) => e.part === "source");
  if (written === undefined) return [];
  const { doc } = input;
  for (let i = firstWordFrom(doc, written.start); i < doc.length && doc.start[i] < written.end; i++)
    if (doc.head[i] < 0 || doc.start[doc.head[i]] < written.start || doc.start[doc.head[i]] >= written.end)
      return holdersAt(input, tree, i, undefined);
  return [];
}

function sourceOf(
  input: PositionInput,
  statement: StatementRecord | undefined,
  documentsToo = true,
): ListedActor[] {
  const source = statement?.source;
  const written = statement?.evidence.find((e) => e.part === "source");
  if (!statement || !source) return [];
  const mention = written && mentionOver(input, written);
  if (!isPolitical(input, source, mention) && !(documentsToo && isDocument(statement))) return [];
  const shown = written ?? statement.evidence[0];
  return [{ ref: source, from: -1, to: -1, start: shown.start, end: shown.end }];
}
