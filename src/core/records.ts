/**
 * The public record: the shapes that `rapporteur export` writes, one object a line.
 *
 * The names and meanings are a contract (docs/record.md). A field may be added; none changes its
 * meaning without a new {@link RECORD_VERSION}. A missing value is absent or `null`, never `""` or `0`.
 */
import { ACROSS_KINDS, type AcrossArticles } from "./across-records.js";
import type { Evidence } from "./evidence.js";

export * from "./across-records.js";

/** Version of the record's shapes; raised when a field changes its meaning. */
export const RECORD_VERSION = "1";

/** Somebody who is named: a state, a body, an office, a person. */
export interface ActorRef {
  /** `state:AZE`, `igo:osce-minsk-group`, `person:zhao-lijian`; absent where the name is not resolved. */
  readonly id?: string;
  /** Canonical name, or the name as written where nothing more is known. */
  readonly name: string;
  /** As written here. */
  readonly text?: string;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  /** PLOVER sector code (`GOV`, `MIL` …). */
  readonly sector?: string;
  /** Wikidata QID. */
  readonly wikidata?: string;
  /** CAMEO actor code (`AZEGOV`). */
  readonly cameo?: string;
}

/** How a date came to be known. */
export type DateBasis = "text" | "metadata" | "publication" | "inferred";

/** A date in EDTF (ISO 8601-2): `2020-04-14`, `199X`, `2020-10`, `XXXX-04-15`. */
export interface DateValue {
  readonly edtf: string;
  /** As written, where it is written. */
  readonly text?: string;
  readonly basis: DateBasis;
}

/** A place, as resolved against the gazetteer. */
export interface PlaceRef {
  readonly name: string;
  readonly country?: string;
  readonly lat?: number;
  readonly lon?: number;
  /** GeoNames id. */
  readonly geonames?: number;
  /** `country`, `region`, `city`, `river` …, where the gazetteer knows it. */
  readonly kind?: string;
  readonly text?: string;
}

/** One link of the chain that says on whose word a record stands, outermost first. */
export interface AttributionLink extends ActorRef {
  readonly channel?: string;
  /** Id of the statement that is this link. */
  readonly statement?: string;
}

/** A news report as read: `text` is what every offset points into and never changes. */
export interface ArticleRecord {
  readonly kind: "article";
  readonly id: string;
  /** Path or URL of the file, with `#` and a number where one file holds several articles. */
  readonly origin: string;
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly byline: readonly string[];
  readonly title: string | null;
  readonly published: DateValue | null;
  /** ISO 639-1 code, or null where the text is too short to tell. */
  readonly language: string | null;
  /** Places where the fields above are written. Metadata outside the text has none. */
  readonly evidence: readonly HeaderEvidence[];
  readonly text: string;
  /** SHA-256 of `text`, hexadecimal. */
  readonly hash: string;
  /** 1 for the first text read from an origin, 2 for the next one … */
  readonly version: number;
  readonly boilerplate: readonly Evidence[];
  readonly recordVersion: string;
  readonly codebook: string | null;
}

/** Evidence for a header field of an article. */
export interface HeaderEvidence extends Omit<Evidence, "part"> {
  readonly part: "title" | "byline" | "outlet" | "agency" | "published";
}

/** How a statement's content is quoted: all in quotation marks, not at all, or partly. */
export type StatementMode = "direct" | "indirect" | "mixed";

/** Somebody says, writes or thinks something. */
export interface StatementRecord {
  readonly kind: "statement";
  readonly id: string;
  readonly article: string;
  /** Null where the text names nobody. */
  readonly source: ActorRef | null;
  /** Lemma of the cue; null where a quotation stands without one. */
  readonly cue: string | null;
  readonly mode: StatementMode;
  readonly content: string;
  /** `press conference`, `social media`, `note verbale` … where the text names one. */
  readonly channel: string | null;
  /** What it was said on, as written: "at a ceremony in Lomé", "commenting on the vote". */
  readonly occasion: string | null;
  readonly date: DateValue | null;
  readonly addressees: readonly ActorRef[];
  /** Id of the statement that this one is said inside of. */
  readonly parent: string | null;
  /** The chain above this statement, outermost first; `[]` is the author's own voice. */
  readonly attribution: readonly AttributionLink[];
  readonly evidence: readonly Evidence[];
  /** What found it. */
  readonly rule: string;
}

/** Who holds which office, as this article tells. */
export interface RoleRecord {
  readonly kind: "role";
  readonly id: string;
  readonly article: string;
  readonly person: ActorRef;
  /** Title as written, in lower case, with what modifies it: `deputy foreign minister`, `former spokeswoman`. */
  readonly role: string;
  /** The body or state whose office it is; null where the text names none. */
  readonly of: ActorRef | null;
  /** The date of the article: the office is held as of then. */
  readonly date: DateValue | null;
  readonly evidence: readonly Evidence[];
  /** What found it. */
  readonly rule: string;
}

/** PLOVER event types (Open Event Data Alliance, PLOVER 1.0); `data/plover/types.tsv` says what each means. */
export const EVENT_TYPES = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "SANCTION",
  "PROTEST",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export type QuadClass = 1 | 2 | 3 | 4;

/** How an event stands: told as done, denied, planned, asked for, hanging on a condition, or only possible. */
export const EVENT_STATUSES = [
  "asserted",
  "denied",
  "planned",
  "demanded",
  "conditional",
  "possible",
] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** News of this report, or history that it recalls. */
export type Recency = "current" | "background";

/** Who did what to whom. */
export interface EventRecord {
  readonly kind: "event";
  readonly id: string;
  readonly article: string;
  /** A PLOVER type, or a type of the user's own codebook. */
  readonly type: string;
  readonly eventMode: string | null;
  readonly contexts: readonly string[];
  /** CAMEO code as text, its leading zero kept. */
  readonly cameo: string | null;
  readonly quad: QuadClass;
  /** Goldstein's scale as CAMEO has it, -10 to 10. */
  readonly goldstein: number | null;
  readonly actors: readonly ActorRef[];
  readonly recipients: readonly ActorRef[];
  readonly places: readonly PlaceRef[];
  /** When it happened, not when it was reported. */
  readonly date: DateValue | null;
  readonly status: EventStatus;
  readonly recency: Recency;
  readonly attribution: readonly AttributionLink[];
  readonly evidence: readonly Evidence[];
  /** The codebook row that coded it (`ASSAULT:12`), then the operators that changed it, outermost last. */
  readonly rule: string;
  /** Of the events given 0.8, about 80 % have type, status and parties all right. */
  readonly confidence: number;
}

/**
 * Words that tell of an event and are coded as none: "the shelling of the port", "On Sunday four died there". It names
 * whoever and whatever its sentence names, says nothing of who did what to whom, and stands for an event only where it
 * is a member of a story.
 */
export interface ReferenceRecord {
  readonly kind: "reference";
  readonly id: string;
  readonly article: string;
  /** The types that the codebook gives to such words, in its order; empty where it knows none. */
  readonly types: readonly string[];
  /** Everybody named, on whichever side. */
  readonly parties: readonly ActorRef[];
  readonly places: readonly PlaceRef[];
  readonly date: DateValue | null;
  readonly recency: Recency;
  readonly attribution: readonly AttributionLink[];
  readonly evidence: readonly Evidence[];
  readonly rule: string;
}

/** What a position is about; wordings of one issue share the id. */
export interface IssueRef {
  readonly id: string;
  readonly label: string;
}

export type Stance = "favor" | "against" | "neutral";

/** What actors stand for; a list of holders is one position. */
export interface PositionRecord {
  readonly kind: "position";
  readonly id: string;
  readonly article: string;
  readonly holders: readonly ActorRef[];
  readonly stance: Stance;
  readonly issue: IssueRef;
  /** What the position hangs on, as written. */
  readonly condition: string | null;
  readonly date: DateValue | null;
  readonly attribution: readonly AttributionLink[];
  readonly evidence: readonly Evidence[];
  readonly rule: string;
}

/** A figure. */
export interface QuantityRecord {
  readonly kind: "quantity";
  readonly id: string;
  readonly article: string;
  /** `killed`, `displaced`, `members`, `resolutions`, `territory` …; what is counted where nothing more is known. */
  readonly measure: string;
  /** Null where only bounds are told ("dozens"). */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  /** `more than`, `about`, `at least` …, normalised. */
  readonly modifier: string | null;
  /** What is counted or measured, as written. */
  readonly of: string | null;
  readonly by: readonly ActorRef[];
  readonly date: DateValue | null;
  readonly places: readonly PlaceRef[];
  readonly attribution: readonly AttributionLink[];
  readonly evidence: readonly Evidence[];
  readonly rule: string;
}

/** Whether a date tells when a happening began, ended, or simply was. */
export type DatingAspect = "begin" | "end" | "at";

/** When something is said to have happened: a vote, a war, a truce. */
export interface DatingRecord {
  readonly kind: "dating";
  readonly id: string;
  readonly article: string;
  /** Class of the happening in `data/happenings/happenings.tsv`: `election`, `armed-conflict`. */
  readonly happening: string;
  readonly aspect: DatingAspect;
  readonly date: DateValue;
  /** Who has part in it, or on whose land it is. */
  readonly parties: readonly ActorRef[];
  readonly places: readonly PlaceRef[];
  readonly attribution: readonly AttributionLink[];
  readonly evidence: readonly Evidence[];
  readonly rule: string;
}

/** Something that could not be done; it is stored, and the run goes on. */
export interface ProblemRecord {
  readonly kind: "problem";
  readonly id: string;
  readonly code: ProblemCode;
  readonly message: string;
  readonly origin?: string;
  readonly line?: number;
  readonly column?: number;
  readonly article?: string;
  readonly start?: number;
  readonly end?: number;
  readonly hint?: string;
}

/** Codes of problems; each is explained in docs/problems.md. */
export const PROBLEM_CODES = [
  "empty-input",
  "binary-input",
  "unreadable-file",
  "unreadable-folder",
  "symlink-loop",
  "unsupported-format",
  "truncated-gzip",
  "encoding-guessed",
  "encoding-replaced",
  "broken-line",
  "missing-text",
  "line-too-long",
  "input-too-large",
  "no-article-text",
  "unsupported-language",
  "invalid-date",
  "unbalanced-quotation",
  "analysis-failed",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Any record that stands within one article. */
export type WithinArticle =
  | StatementRecord
  | EventRecord
  | ReferenceRecord
  | PositionRecord
  | QuantityRecord
  | DatingRecord
  | RoleRecord;

/** Any line of the export. */
export type AnyRecord = ArticleRecord | WithinArticle | AcrossArticles | ProblemRecord;

/** Kinds that stand within one article, in the order in which the export writes them. */
export const WITHIN_KINDS = [
  "statement",
  "event",
  "reference",
  "position",
  "quantity",
  "dating",
  "role",
] as const;
/** Kinds in the order in which the export writes them. */
export const RECORD_KINDS = ["article", ...WITHIN_KINDS, ...ACROSS_KINDS, "problem"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
