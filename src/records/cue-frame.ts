/**
 * The frame of a cue: where source, content and addressee hang on it in the tree, and what must hold.
 *
 * In: the notation of the column `frame`, which is in `data/cues/README.md`. Relations are those of Universal
 * Dependencies, with the lemma of a case marker as a subtype (`obl:on`) as in Enhanced UD (Schuster and
 * Manning, LREC 2016).
 */
import { suggest } from "../core/suggestion.js";
import { RelationSet } from "../language/relation-set.js";

const FRAME_KEYS = "source content addressee case deprel voice support governor with".split(" ");
const CONDITIONS = "case deprel voice governor with".split(" ");
const RELATIONS = (
  "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated " +
  "expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum " +
  "root vocative xcomp"
).split(" ");
const SUBTYPES = new Set("pass poss agent outer relcl prt unmarked tmod npmod desc".split(" "));

/** One step down the tree: a relation, and the case marker (`on` in `obl:on`) if one is asked for. */
export interface FrameStep {
  readonly relation: string;
  readonly marker: string | null;
  /** The relations that a word may have which the step leads to. */
  readonly relations: RelationSet;
}

/** From the cue `up` times to the governor, then down `steps`. */
export interface FramePath {
  readonly up: number;
  readonly steps: readonly FrameStep[];
}

/** What must hold of the word itself for a row to apply, whatever the parts of its frame. */
export interface FrameConditions {
  /** There is none but `support`, which is no condition. */
  readonly isFree: boolean;
  /** Prepositions, one of which the word must have. */
  readonly case: readonly string[];
  /** Relations, one of which the word must have to its governor. */
  readonly deprel: readonly string[];
  /** The same with their subtypes. */
  readonly places: RelationSet;
  readonly voice: "act" | "pass" | null;
  /** Verbs whose subject acts when the noun is their object ("issued a warning"). */
  readonly support: readonly string[];
  /** Lemmas, one of which the governor must have. */
  readonly governor: readonly string[];
  /** Paths that must lead to a word. */
  readonly with: readonly FramePath[];
}

/** Where the parts of an attribution hang on its cue, and what must hold for the row to apply. */
export interface Frame extends FrameConditions {
  /** The first that is there is the source; empty where the cue names nobody. */
  readonly source: readonly FramePath[];
  /** The relations that its paths begin with; null where one begins above the cue. */
  readonly sourceStarts: RelationSet | null;
  /** All that are there together are the content. */
  readonly content: readonly FramePath[];
  /** The same of the content. */
  readonly contentStarts: RelationSet | null;
  readonly addressee: readonly FramePath[];
  /** Words in quotation marks may be the content, wherever they hang. */
  readonly quote: boolean;
  /** The same slots where the verb is passive. */
  readonly passive: FrameSlots;
}

/** Where source, content and addressee hang. */
export type FrameSlots = Pick<Frame, "source" | "sourceStarts" | "content" | "contentStarts" | "addressee">;

/** Frames by their notation: rows that are written alike share one, which then stays in the processor's cache. */
const FRAMES = new Map<string, Frame>();

/**
 * The frame written in `notation` (`-` is one without slots); see `data/cues/README.md`.
 *
 * @throws Error that names the fault
 */
export function parseFrame(notation: string): Frame {
  let frame = FRAMES.get(notation);
  if (frame === undefined) {
    frame = readFrame(notation);
    FRAMES.set(notation, frame);
  }
  return frame;
}

function readFrame(notation: string): Frame {
  const slots = readSlots(notation, FRAME_KEYS);
  const paths = (key: string) =>
    parsePaths(slots.get(key)?.filter((path) => path !== "quote" && path !== "none"));
  const active = { source: paths("source"), content: paths("content"), addressee: paths("addressee") };
  const { source, content, addressee } = active;
  // Written out, that all frames have one hidden class: see `makeParsedDoc`.
  return {
    source,
    sourceStarts: startsOf(source),
    content,
    contentStarts: startsOf(content),
    addressee,
    quote: slots.get("content")?.includes("quote") ?? false,
    passive: turnSlots(source, content, addressee),
    ...readConditions(slots),
  };
}

function turnSlots(
  active: readonly FramePath[],
  said: readonly FramePath[],
  told: readonly FramePath[],
): FrameSlots {
  const source = turnAllPassive(active);
  const content = turnAllPassive(said);
  const addressee = turnAllPassive(told);
  return { source, sourceStarts: startsOf(source), content, contentStarts: startsOf(content), addressee };
}

const NO_WORDS: readonly string[] = [];

/** Lists of paths, and paths, by their notation: like frames, those that are written alike are one. */
const PATH_LISTS = new Map<string, readonly FramePath[]>();
const PATHS = new Map<string, FramePath>();
const PASSIVE_LISTS = new Map<readonly FramePath[], readonly FramePath[]>();
const STARTS = new Map<readonly FramePath[], RelationSet | null>();

function parsePaths(notations: readonly string[] = NO_WORDS): readonly FramePath[] {
  const key = notations.join("|");
  let paths = PATH_LISTS.get(key);
  if (paths === undefined) {
    paths = notations.map(parsePath);
    PATH_LISTS.set(key, paths);
  }
  return paths;
}

function turnAllPassive(paths: readonly FramePath[]): readonly FramePath[] {
  let turned = PASSIVE_LISTS.get(paths);
  if (turned === undefined) {
    turned = paths.map(turnPassive);
    PASSIVE_LISTS.set(paths, turned);
  }
  return turned;
}

function startsOf(paths: readonly FramePath[]): RelationSet | null {
  let starts = STARTS.get(paths);
  if (starts === undefined) {
    const first = paths.map(({ steps }) => steps[0]?.relations);
    const climbs = paths.some(({ up }) => up > 0);
    starts = climbs ? null : new RelationSet((own) => first.some((relations) => relations.includes(own)));
    STARTS.set(paths, starts);
  }
  return starts;
}

/** Sets of relations by the step that they are of: most steps of a table are written alike. */
const STEP_RELATIONS = new Map<string, RelationSet>();

/** In the passive an object is the subject, and the subject an agent. */
const PASSIVE: Readonly<Record<string, FrameStep>> = {
  nsubj: makeStep("obl:agent"),
  obj: makeStep("nsubj:pass"),
  iobj: makeStep("nsubj:pass"),
};

/** A path of an active frame as it stands in the passive. */
function turnPassive(path: FramePath): FramePath {
  const [first, ...rest] = path.steps;
  if (path.up > 0 || first === undefined || first.marker !== null) return path;
  return { up: 0, steps: [PASSIVE[first.relation] ?? first, ...rest] };
}

/**
 * The values of each `key=value|value` slot in `notation`; `-` is one without slots.
 *
 * @throws Error that names the fault
 */
export function readSlots(notation: string, keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const slots = new Map<string, readonly string[]>();
  for (const slot of notation === "-" ? [] : notation.split(" ")) {
    const [key, value, rest] = slot.split("=");
    if (!keys.includes(key)) throw new Error(`unknown key "${key}".${suggest(key, keys)}`);
    if (!value || rest !== undefined) throw new Error(`"${slot}" is not of the form key=value|value.`);
    if (slots.has(key)) throw new Error(`"${key}" stands twice.`);
    slots.set(key, value.split("|"));
  }
  return slots;
}

/**
 * The conditions among `slots`.
 *
 * @throws Error that names the fault
 */
export function readConditions(slots: ReadonlyMap<string, readonly string[]>): FrameConditions {
  const words = (key: string): readonly string[] => slots.get(key) ?? NO_WORDS;
  const deprel = words("deprel");
  for (const relation of deprel) checkRelation(relation);
  const voice = words("voice")[0] ?? null;
  if (voice !== null && voice !== "act" && voice !== "pass")
    throw new Error(`unknown voice "${voice}"; it is act or pass.`);
  return {
    isFree: CONDITIONS.every((key) => !slots.has(key)),
    case: words("case"),
    deprel,
    places: new RelationSet((relation) => deprel.some((wanted) => isOrRefines(relation, wanted))),
    voice,
    support: words("support"),
    governor: words("governor"),
    with: parsePaths(slots.get("with")),
  };
}

/**
 * The path written in `path`, such as `^obj.nmod:of`.
 *
 * @throws Error that names the fault
 */
export function parsePath(path: string): FramePath {
  let parsed = PATHS.get(path);
  if (parsed === undefined) {
    parsed = readPath(path);
    PATHS.set(path, parsed);
  }
  return parsed;
}

function readPath(path: string): FramePath {
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
  return subtype === undefined || SUBTYPES.has(subtype) ? makeStep(step) : makeStep(relation, subtype);
}

function makeStep(relation: string, marker: string | null = null): FrameStep {
  const key = marker === null ? relation : `${relation}:*`;
  let relations = STEP_RELATIONS.get(key);
  if (relations === undefined) {
    relations = new RelationSet((own) =>
      marker === null ? own === relation || own === `${relation}:outer` : isOrRefines(own, relation),
    );
    STEP_RELATIONS.set(key, relations);
  }
  return { relation, marker, relations };
}

/** The relation `of`, or one of its subtypes. */
function isOrRefines(relation: string, of: string): boolean {
  return relation === of || relation.startsWith(`${of}:`);
}

function checkRelation(step: string): void {
  const relation = step.split(":")[0];
  if (!RELATIONS.includes(relation))
    throw new Error(`unknown relation "${relation}".${suggest(relation, RELATIONS)}`);
}
