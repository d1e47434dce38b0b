/**
 * The colours of the terminal. They are decided by the stream that is written to, so that a pipe or a
 * file holds plain text everywhere, build servers included; `NO_COLOR` and `FORCE_COLOR` (no-color.org,
 * force-color.org) decide before it does.
 */
import pc from "picocolors";

/** Whether `stream` is to be coloured under the environment `env`. */
export function isColoured(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** For what goes to standard output. */
export const paint = pc.createColors(isColoured(process.stdout));
/** For what goes to standard error. */
export const paintError = pc.createColors(isColoured(process.stderr));
