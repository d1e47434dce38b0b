import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { readPaths } from "../../article/read-paths.js";
import { writeConllu } from "../../language/conllu-writer.js";
import { loadResources } from "../../resources.js";
import { formatProblem, sanitise } from "../terminal.js";

export function addParseCommand(program: Command): void {
  program
    .command("parse")
    .argument("[path...]", "files and folders as for read; - is plain text on standard input", ["-"])
    .description("write the words, tags and trees of texts as CoNLL-U")
    .option("--plain", "take each file as plain text, with nothing known about it")
    .action(async (paths: string[], options: { plain?: boolean }) => {
      const { analyse } = await loadResources();
      if (options.plain) {
        for (const path of paths) {
          const text = readFileSync(path === "-" ? 0 : path, "utf8");
          process.stdout.write(writeConllu(analyse(text), { id: path }));
        }
        return;
      }
      for await (const result of readPaths(paths, { stdin: process.stdin })) {
        if ("problem" in result) process.stderr.write(`${sanitise(formatProblem(result.problem))}\n`);
        else process.stdout.write(writeConllu(analyse(result.article.text), { id: result.article.origin }));
      }
    });
}
