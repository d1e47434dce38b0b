/**
 * The only loader: everything that reading needs beside the text, read from disk once and then frozen.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { loadArticleKnowledge } from "./article/article-knowledge.js";
import { findDateline, findDatelineBehindHeadline } from "./article/dateline.js";
import type { MediaTable } from "./article/media-table.js";
import { hashText } from "./core/identity.js";
import { UserError } from "./core/user-error.js";
import { parseQuestions, type QuestionTable } from "./corpus/question-table.js";
import { cutSentences } from "./language/cut-sentences.js";
import type { ParsedDoc, TokenDoc } from "./language/doc.js";
import { createParser } from "./language/parse.js";
import { segmentText } from "./language/segment.js";
import { VerbList } from "./language/verb-list.js";
import { readLinearModels } from "./learn/linear-file.js";
import type { LinearModel } from "./learn/linear-model.js";
import { parseActorTables } from "./mentions/actor-table.js";
import { type HolidayTable, parseHolidays } from "./mentions/date-holidays.js";
import { type Gazetteer, readGazetteer } from "./mentions/gazetteer.js";
import type { NameLexicon } from "./mentions/name-lexicon.js";
import { makeNameLexicon } from "./mentions/name-lexicon-tables.js";
import type { AttributionModels } from "./records/attribution.js";
import { ATTRIBUTION_TEMPLATES } from "./records/attribution-features.js";
import { type ChannelTable, parseChannelTable } from "./records/channel-table.js";
import { type CodebookTables, parseCodebook, type TableText } from "./records/codebook.js";
import type { Codebook } from "./records/codebook-types.js";
import { type CueTable, parseCueTable } from "./records/cue-table.js";
import { EVENT_TEMPLATES, type EventModels, takeEventModels } from "./records/event-model.js";
import { type HappeningTable, parseHappenings } from "./records/happening-table.js";
import { IssueTable } from "./records/issue-table.js";
import { type IssueWords, parseIssueWords } from "./records/issue-words.js";
import { type OccasionTable, parseOccasionTable } from "./records/occasion-table.js";
import { parseQuantityTables, type QuantityTables } from "./records/quantity-table.js";
import { parseStanceTable, type StanceTable } from "./records/stance-table.js";

export interface Resources {
  /** Names the program, the tables and the weights: another version analyses an article again. */
  readonly version: string;
  /** Words, tags and trees of a text; a dateline that opens a paragraph is a sentence of its own. */
  readonly analyse: (text: string) => ParsedDoc;
  readonly names: NameLexicon;
  readonly cues: CueTable;
  readonly channels: ChannelTable;
  readonly occasions: OccasionTable;
  readonly attribution: AttributionModels;
  readonly holidays: HolidayTable;
  readonly codebook: Codebook;
  /** Names the codebook and its text: `plover@1f0c22aa`. */
  readonly codebookName: string;
  readonly events: EventModels;
  readonly quantities: QuantityTables;
  readonly gazetteer: Gazetteer;
  readonly happenings: HappeningTable;
  readonly questions: QuestionTable;
  readonly stances: StanceTable;
  readonly issueWords: IssueWords;
  /** Issues that the user names. */
  readonly issues: IssueTable;
}

/** What a user may put beside or in place of the tables of the package. */
export interface ResourceOptions {
  /** The statements' weights are left out, while they are trained. */
  readonly withoutAttribution?: boolean;
  /** The events' weights are left out, while they are trained. */
  readonly withoutEvents?: boolean;
  /** Path of a table of actors that adds to those under `data/actors`. */
  readonly actors?: string;
  /** Path of a table of issues and their wordings. */
  readonly issues?: string;
  /** Folder of a codebook in place of the package's own; tables that it lacks are taken from the package. */
  readonly codebook?: string;
}

const ROOT = new URL("../", import.meta.url);

/** Reads the tables under `data/` and the weights under `models/`. */
export async function loadResources(options: ResourceOptions = {}): Promise<Resources> {
  const seen: string[] = [readText("package.json")];
  const table = (path: string) => {
    const text = readText(path);
    seen.push(text);
    return { text, origin: path };
  };
  const weights = (path: string) => {
    const bytes = readBytes(path);
    seen.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64"));
    return bytes;
  };
  const cues = table("data/cues/cues.tsv");
  const actorTables = {
    states: table("data/actors/states.tsv"),
    bodies: table("data/actors/bodies.tsv"),
    seats: table("data/actors/seats.tsv"),
    offices: table("data/actors/offices.tsv"),
    titles: table("data/actors/titles.tsv"),
    holders: table("data/actors/office-holders.tsv"),
  };
  const ownActors =
    options.actors === undefined
      ? undefined
      : { text: readUserTable(options.actors), origin: options.actors };
  if (ownActors !== undefined) seen.push(ownActors.text);
  const actors = parseActorTables(actorTables, ownActors);
  // Headers are read by these: an edited row must make another version too.
  table("data/article/media.tsv");
  table("data/article/boilerplate.tsv");
  const holidays = table("data/dates/holidays.tsv");
  const channels = table("data/cues/channels.tsv");
  const occasions = table("data/cues/occasions.tsv");
  const codebook = readCodebookTables(options.codebook, table);
  // Three thousand rows: parsed when the first article is coded.
  let parsedCodebook: Codebook | undefined;
  const quantities = {
    measures: table("data/quantities/measures.tsv"),
    nouns: table("data/quantities/nouns.tsv"),
    units: table("data/quantities/units.tsv"),
  };
  const happenings = table("data/happenings/happenings.tsv");
  const aspects = table("data/happenings/aspects.tsv");
  const questions = table("data/accounts/questions.tsv");
  const figureQuestions = table("data/accounts/figures.tsv");
  const labels = table("data/accounts/labels.tsv");
  const stances = table("data/positions/stances.tsv");
  const issueWords = table("data/positions/words.tsv");
  const issues = options.issues === undefined ? undefined : readUserTable(options.issues);
  if (issues !== undefined) seen.push(issues);
  const attribution =
    options.withoutAttribution === true
      ? undefined
      : readLinearModels(weights("models/attribution.bin"), "models/attribution.bin", ATTRIBUTION_TEMPLATES);
  const events =
    options.withoutEvents === true
      ? ABSENT
      : takeEventModels(
          readLinearModels(weights("models/events.bin"), "models/events.bin", EVENT_TEMPLATES),
          "models/events.bin",
        );
  const { media } = loadArticleKnowledge();
  const ends = readLinearModels(weights("models/sentences.bin"), "models/sentences.bin").get("end");
  const verbs = table("data/language/verbs.txt");
  const parser = createParser(weights("models/en.rpnw"), "models/en.rpnw", new VerbList(verbs.text));
  return Object.freeze({
    analyse: (text: string) => {
      const doc = segmentText(text, ends);
      return parser.parse(cutSentences(doc, findDatelineEnds(doc, media)));
    },
    holidays: parseHolidays(holidays.text, holidays.origin),
    names: makeNameLexicon(actors, media),
    cues: parseCueTable(cues.text, cues.origin),
    channels: parseChannelTable(channels.text, channels.origin),
    occasions: parseOccasionTable(occasions.text, occasions.origin),
    codebookName: `${options.codebook ?? "plover"}@${hashText(codebookText(codebook)).slice(0, 8)}`,
    events,
    get codebook() {
      parsedCodebook ??= parseCodebook(codebook);
      return parsedCodebook;
    },
    quantities: parseQuantityTables(quantities),
    gazetteer: readGazetteer(weights("data/places/gazetteer.bin"), "data/places/gazetteer.bin"),
    happenings: parseHappenings(happenings, aspects),
    questions: parseQuestions(questions, figureQuestions, labels),
    stances: parseStanceTable(stances.text, stances.origin),
    issueWords: parseIssueWords(issueWords.text, issueWords.origin),
    issues: issues === undefined ? IssueTable.EMPTY : IssueTable.parse(issues, options.issues ?? ""),
    attribution: attribution === undefined ? ABSENT : takeModels(attribution),
    version: hashText(seen.join("\0")).slice(0, 16),
  });
}

/** Stands for models while they are trained. */
const ABSENT = undefined as unknown as AttributionModels & EventModels;

function takeModels(models: ReadonlyMap<string, LinearModel>): AttributionModels {
  const take = (name: keyof AttributionModels): LinearModel => {
    const model = models.get(name);
    if (model === undefined) {
      throw new UserError(
        "weights-unreadable",
        `models/attribution.bin: has no model "${name}"`,
        "Reinstall the package.",
      );
    }
    return model;
  };
  return { cue: take("cue"), edge: take("edge"), sentence: take("sentence"), verifier: take("verifier") };
}

/** Characters of a paragraph that a dateline may take. */
const LONGEST_DATELINE = 400;

/** Where the datelines end that open paragraphs. */
function findDatelineEnds(doc: TokenDoc, media: MediaTable): number[] {
  const found: number[] = [];
  for (let p = 0; p + 1 < doc.paragraph.length; p++) {
    const from = doc.start[doc.sentence[doc.paragraph[p]]];
    const last = doc.end[doc.sentence[doc.paragraph[p + 1]] - 1];
    const opening = doc.text.slice(from, Math.min(last, from + LONGEST_DATELINE));
    const dateline =
      findDateline(opening, media, from) ??
      (p === 0 ? findDatelineBehindHeadline(opening, media, from) : null);
    if (dateline !== null && dateline.end < last) found.push(dateline.end);
  }
  return found;
}

function codebookText({ rows, classes, ...tables }: CodebookTables): string {
  const all = [...Object.values(tables), ...rows, ...classes.values()] as TableText[];
  return all.map(({ text }) => text).join("\0");
}

type ReadTable = (path: string) => TableText;

/** The codebook's tables; those that the user's folder lacks are the package's. */
function readCodebookTables(own: string | undefined, table: ReadTable): CodebookTables {
  const read: ReadTable = (path) =>
    own !== undefined && existsSync(`${own}/${path}`)
      ? { text: readUserTable(`${own}/${path}`), origin: `${own}/${path}` }
      : table(`data/plover/${path}`);
  const list = (name: string, ending: string): string[] => {
    const user = own === undefined ? undefined : `${own}/${name}`;
    const at = user !== undefined && existsSync(user) ? user : new URL(`data/plover/${name}`, ROOT);
    return readdirSync(at)
      .filter((file) => file.endsWith(ending))
      .sort()
      .map((file) => `${name}/${file}`);
  };
  if (own !== undefined && !existsSync(own))
    throw new UserError(
      "unreadable-table",
      `${own}: no such folder`,
      "Name a folder with a codebook's tables.",
    );
  return {
    types: read("types.tsv"),
    modes: read("modes.tsv"),
    contexts: read("contexts.tsv"),
    cameo: read("cameo.tsv"),
    operators: read("operators.tsv"),
    results: read("results.tsv"),
    nouns: read("nouns.tsv"),
    rows: list("rows", ".tsv").map(read),
    classes: new Map(
      list("classes", ".txt").map((path) => [path.slice("classes/".length, -".txt".length), read(path)]),
    ),
  };
}

/** A table that the user names. */
function readUserTable(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UserError(
      "unreadable-table",
      `${path}: ${error instanceof Error ? error.message : String(error)}`,
      "Name a readable file.",
    );
  }
}

function readText(path: string): string {
  return Buffer.from(readBytes(path)).toString("utf8");
}

function readBytes(path: string): Uint8Array {
  const url = new URL(path, ROOT);
  if (!existsSync(url)) {
    throw new UserError(
      "installation-incomplete",
      `${path}: missing from this installation`,
      "Reinstall the package.",
    );
  }
  return readFileSync(url);
}
