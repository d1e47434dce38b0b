/**
 * The filters of the views as options of a command: in, what was typed; out, the same {@link RecordFilter} that the
 * pages read from their address, so that a view has one meaning in both places.
 */
import { type Command, InvalidArgumentError } from "commander";
import type { RecordFilter } from "../store/record-filter.js";
import { parseDateRange } from "./date-range.js";

/** What commander hands to a command that has {@link addFilterOptions}. */
export interface FilterOptions {
  readonly actor?: string;
  readonly issue?: string;
  readonly outlet?: string;
  readonly date?: string;
  readonly independent?: number;
  readonly record?: string;
  readonly search?: string;
}

/** Adds `--outlet`, `--date` and `--independent`, and `--actor` described by `who`. */
export function addFilterOptions(command: Command, who: string): Command {
  return command
    .option("--actor <name>", who)
    .option("--outlet <name>", "only what this outlet has")
    .option("--date <range>", "only what may lie then: FROM..TO, FROM.., ..TO or a month")
    .option("--independent <number>", "only what has at least so many independent reports", parseCount);
}

/**
 * The filter of these options.
 * @throws UserError `invalid-date-range`.
 */
export function toFilter(options: FilterOptions): RecordFilter {
  const { actor, issue, outlet, date, independent, record, search } = options;
  return {
    ...(actor === undefined ? {} : { actor }),
    ...(issue === undefined ? {} : { issue }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(date === undefined ? {} : parseDateRange(date)),
    ...(independent === undefined ? {} : { independent }),
    ...(record === undefined ? {} : { record }),
    ...(search === undefined ? {} : { q: search }),
  };
}

/** A whole number from 1. */
export function parseCount(typed: string): number {
  const n = Number(typed);
  if (!/^\d+$/.test(typed) || n < 1) throw new InvalidArgumentError("Expected a whole number from 1.");
  return n;
}
