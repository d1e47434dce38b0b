/** What the commands print with: a progress line for people, plain lines for pipes. */

import type { ProblemRecord } from "../core/records.js";
import { paintError } from "./paint.js";

/** One line that rewrites itself on a terminal and stays silent elsewhere. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  #shown = 0;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream;
  }

  /** Shows `text`, at most ten times a second. */
  update(text: string): void {
    const now = Date.now();
    if (!this.#stream.isTTY || now - this.#shown < 100) return;
    this.#shown = now;
    this.#stream.write(`\r\x1b[2K${text.slice(0, (this.#stream.columns ?? 80) - 1)}`);
  }

  clear(): void {
    if (this.#stream.isTTY && this.#shown > 0) this.#stream.write("\r\x1b[2K");
  }
}

/** `path:line:column: code: message`, then the next step. */
export function formatProblem(problem: ProblemRecord): string {
  const place = [problem.origin ?? problem.article ?? "", problem.line, problem.column]
    .filter((part) => part !== undefined && part !== "")
    .join(":");
  const hint = problem.hint ? paintError.dim(` ${problem.hint}`) : "";
  const message = problem.message.startsWith(`${place}: `)
    ? problem.message.slice(place.length + 2)
    : problem.message;
  return `${place}: ${paintError.yellow(problem.code)}: ${message}${hint}`;
}

// The colours of paint.ts, which cannot move the cursor or hide text; then whatever else controls a terminal.
const CONTROL =
  /\u001b\[(?:0|1|2|22|3[1-6]|39)m|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Makes control characters visible, so that nothing from an article steers the terminal; colours stay. */
export function sanitise(text: string): string {
  return text.replace(CONTROL, (found) => (found.length > 1 ? found : "\uFFFD"));
}

/** "1 article", "2 articles". */
export function count(n: number, noun: string): string {
  const plural = /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${n.toLocaleString("en")} ${n === 1 ? noun : plural}`;
}
