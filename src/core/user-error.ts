/**
 * An error that its reader can act on: a wrong flag, a missing file, a broken row of a table.
 *
 * The command line prints `message` and `hint` without a stack trace and exits with 2.
 */
export class UserError extends Error {
  readonly code: string;
  readonly hint?: string;

  constructor(code: string, message: string, hint?: string) {
    super(message);
    this.name = "UserError";
    this.code = code;
    if (hint !== undefined) this.hint = hint;
  }
}
