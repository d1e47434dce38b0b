/** A range of days as a user types it. */
import { UserError } from "../core/user-error.js";

/** Either end is absent where the range is open there. Ends are years, months or days of ISO 8601. */
export interface DateRange {
  readonly from?: string;
  readonly to?: string;
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/**
 * `2020-04-01..2020-04-30`, `2020-04..` (from then on), `..2020` (until its end), `2020-04` (that month).
 * @throws UserError `invalid-date-range`.
 */
export function parseDateRange(typed: string): DateRange {
  const parts = typed.split("..");
  const [from, to] = parts.length === 1 ? [typed, typed] : parts;
  const isDates = [from, to].every((part) => part === "" || DATE.test(part));
  if (parts.length > 2 || !isDates || (from === "" && to === "")) {
    throw new UserError(
      "invalid-date-range",
      `--date ${JSON.stringify(typed)}: found no range of dates`,
      "Expected FROM..TO, such as 2020-04-01..2020-04-30, 2020-04.. or ..2020; a single 2020-04 is that month.",
    );
  }
  if (from !== "" && to !== "" && from.slice(0, to.length) > to) {
    throw new UserError(
      "invalid-date-range",
      `--date ${JSON.stringify(typed)}: ends before it begins`,
      `Turn it round: ${to}..${from}.`,
    );
  }
  return { ...(from === "" ? {} : { from }), ...(to === "" ? {} : { to }) };
}
