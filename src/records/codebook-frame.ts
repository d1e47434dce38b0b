/**
 * The columns `frame` and `when` of a codebook row.
 *
 * In: the notation of data/plover/README.md, whose paths are those of the cue table. Out: paths and conditions.
 */
import { suggest } from "../core/suggestion.js";
import type { ConditionValue, EventCondition, EventFrame } from "./codebook-types.js";
import { type FramePath, parsePath, readConditions, readSlots } from "./cue-frame.js";

const KEYS = "actor recipient parties support undergo case deprel voice governor with".split(" ");

/** Paths that one word stands for. */
const SHORTHANDS: Readonly<Record<string, readonly string[]>> = {
  poss: ["nmod:poss", "amod", "compound", "nmod:by", "obl:by", "nmod:of"],
  on: ["nmod:on", "nmod:against", "nmod:at", "obl:on", "obl:against"],
  prt: ["compound:prt"],
};

/** Kinds of actor that a condition may ask for. */
export const ACTOR_KINDS = [
  "state",
  "body",
  "person",
  "armed",
  "police",
  "civil",
  "place",
  "media",
  "actor",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Moods of a complement that a condition may ask for; what they are: clause-mood.ts. */
export const CLAUSE_MOODS = ["mandative", "present"] as const;

/**
 * The frame written in `notation`.
 *
 * @throws Error that names the fault
 */
export function parseEventFrame(notation: string): EventFrame {
  const slots = readSlots(notation, KEYS);
  const paths = (key: string): FramePath[] =>
    (slots.get(key) ?? [])
      .filter((path) => path !== "none")
      .flatMap(expand)
      .map(parsePath);
  if (slots.has("parties") && (slots.has("actor") || slots.has("recipient")))
    throw new Error('"parties" stands in place of "actor" and "recipient".');
  return {
    actor: paths("actor"),
    recipient: paths("recipient"),
    parties: paths("parties"),
    undergo: slots.get("undergo") ?? [],
    ...readConditions(slots),
  };
}

function expand(path: string): readonly string[] {
  return SHORTHANDS[path] ?? [path];
}

/** Keys of the frame that may as well stand among the conditions. */
const FRAME_CONDITION = /^(case|deprel|voice|governor|with)=/;

/**
 * Frame and conditions of a row; `classes` are the known ones.
 *
 * @throws Error that names the fault
 */
export function parseWhen(
  notation: string,
  classes: readonly string[],
): { when: EventCondition[]; frame: string } {
  const words = notation === "" || notation === "-" ? [] : notation.split(/ +/);
  return {
    when: words.filter((w) => !FRAME_CONDITION.test(w)).map((text) => parseCondition(text, classes)),
    frame: words.filter((w) => FRAME_CONDITION.test(w)).join(" "),
  };
}

function parseCondition(text: string, classes: readonly string[]): EventCondition {
  const [written, value, rest] = text.split("=");
  if (!value || rest !== undefined) throw new Error(`"${text}" is not of the form path=value|value.`);
  const negated = written.startsWith("!");
  const place = negated ? written.slice(1) : written;
  const party = place === "actor" || place === "recipient" ? place : null;
  return {
    text,
    negated,
    party,
    paths: party === null ? place.split("|").flatMap(expand).map(parsePath) : [],
    values: value.split("|").map((word) => parseValue(word, classes)),
  };
}

function parseValue(word: string, classes: readonly string[]): ConditionValue {
  if (word === "*") return { kind: "any", value: word };
  if (word.startsWith("@")) {
    const value = word.slice(1);
    if (!classes.includes(value)) throw new Error(`unknown class "${word}".${suggest(value, classes)}`);
    return { kind: "class", value };
  }
  if (word.startsWith("%")) {
    const value = word.slice(1);
    if (!ACTOR_KINDS.some((kind) => kind === value))
      throw new Error(`unknown kind of actor "${word}".${suggest(value, ACTOR_KINDS)}`);
    return { kind: "actor", value };
  }
  if (word.startsWith("&")) {
    const value = word.slice(1);
    if (!CLAUSE_MOODS.some((mood) => mood === value))
      throw new Error(`unknown mood "${word}".${suggest(value, CLAUSE_MOODS)}`);
    return { kind: "mood", value };
  }
  return { kind: "lemma", value: word.toLowerCase() };
}
