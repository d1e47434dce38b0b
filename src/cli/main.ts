#!/usr/bin/env node
/** The command `rapporteur`. A reader of its output that goes away (`| head`) ends it in peace. */
import { runCommandLine } from "./run.js";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await runCommandLine(process.argv);
