/**
 * One command line, from its words to its exit code. What a user has done wrong is one line with the next step;
 * a fault of the program keeps its stack trace.
 */
import { CommanderError } from "commander";
import { UserError } from "../core/user-error.js";
import { paintError } from "./paint.js";
import { makeProgram } from "./program.js";

/** Runs one command line; returns the exit code: 0 done, 1 problems with `--strict`, 2 wrong use. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  process.exitCode = 0;
  try {
    await makeProgram().parseAsync([...argv]);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UserError) {
      process.stderr.write(`${paintError.red("error")}: ${error.message}\n`);
      if (error.hint) process.stderr.write(`${paintError.dim(error.hint)}\n`);
      return 2;
    }
    if (isFileError(error)) {
      process.stderr.write(`${paintError.red("error")}: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

/** A file of the command line that the operating system refuses: wrong use, not a fault of the program. */
function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "path" in error;
}
