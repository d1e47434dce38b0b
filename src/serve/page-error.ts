/**
 * What the server says when it cannot answer: one body for people and one for programs, with the same
 * fields on every route.
 */

/** Codes of errors; each goes with one HTTP status. */
const STATUS = {
  "bad-filter": 400,
  "cross-site": 403,
  "not-found": 404,
  "method-not-allowed": 405,
  "unknown-host": 421,
  "internal-error": 500,
} as const;
export type PageErrorCode = keyof typeof STATUS;

/** What a JSON answer holds under `error`. */
export interface ErrorBody {
  readonly code: PageErrorCode;
  readonly message: string;
  /** The parameter or path that the error is about. */
  readonly at?: string;
  readonly actual?: string;
  readonly expected?: string;
  /** The next step. */
  readonly hint?: string;
}

/** Thrown by a page; the application turns it into an answer. */
export class PageError extends Error {
  readonly body: ErrorBody;

  constructor(code: PageErrorCode, message: string, more: Omit<ErrorBody, "code" | "message"> = {}) {
    super(message);
    this.name = "PageError";
    this.body = { code, message, ...more };
  }

  get status(): (typeof STATUS)[PageErrorCode] {
    return STATUS[this.body.code];
  }
}
