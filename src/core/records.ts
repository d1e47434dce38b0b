/**
 * The public record: the shapes that `rapporteur export` writes, one object a line.
 *
 * The names and meanings are a contract (docs/record.md). A field may be added; none changes its
 * meaning without a new {@link RECORD_VERSION}. A missing value is absent or `null`, never `""` or `0`.
 */
import type { Evidence } from "./evidence.js";

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

/** Any line of the export. */
export type AnyRecord = ArticleRecord | StatementRecord | RoleRecord | ProblemRecord;

/** Kinds in the order in which the export writes them. */
export const RECORD_KINDS = ["article", "statement", "role", "problem"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
