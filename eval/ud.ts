/**
 * The pack `ud`: reads a CoNLL-U file, writes it with the program's own tags and trees.
 *
 * `npm run --silent eval -- ud IN OUT [--raw]`: gold words, or with --raw the words and sentences that the program
 * finds in the text.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { UserError } from "../src/core/user-error.js";
import { readConllu } from "../src/language/conllu.js";
import { writeConllu } from "../src/language/conllu-writer.js";
import { createParser } from "../src/language/parse.js";
import { segmentText } from "../src/language/segment.js";
import { VerbList } from "../src/language/verb-list.js";
import { readLinearModels } from "../src/learn/linear-file.js";

export async function run(args: string[]): Promise<void> {
  const [input, output, ...rest] = args.filter((a) => !a.startsWith("--"));
  const options = args.filter((a) => a.startsWith("--"));
  if (!output || rest.length > 0 || options.some((o) => o !== "--raw")) {
    throw new UserError("usage", `eval ud: found "${args.join(" ")}", expected IN OUT [--raw]`);
  }
  const bytes = readFileSync(input);
  const text = (input.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const model = new URL("../models/en.rpnw", import.meta.url);
  const verbs = new URL("../data/language/verbs.txt", import.meta.url);
  const parser = createParser(
    readFileSync(model),
    "models/en.rpnw",
    new VerbList(readFileSync(verbs, "utf8")),
  );
  const sentences = new URL("../models/sentences.bin", import.meta.url);
  const ends = readLinearModels(readFileSync(sentences), "models/sentences.bin").get("end");
  const out: string[] = [];
  for (const doc of readConllu(text, input).docs) {
    const words = options.length > 0 ? segmentText(doc.parsed.text, ends) : doc.parsed;
    const parsed = parser.parse(words);
    out.push(
      writeConllu(
        parsed,
        options.length > 0 ? { id: doc.id } : { id: doc.id, sentenceIds: doc.sentenceIds, forms: doc.forms },
      ),
    );
  }
  writeFileSync(output, out.join(""));
}
