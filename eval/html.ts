/**
 * Article text from web pages: `npm run --silent eval -- html FOLDER OUT`.
 *
 * In: a folder with `pages/ID.html` or `pages/ID.html.gz` (or such pages themselves). Out: one line for each
 * page, `{"id", "articleBody"}`, the form that the article extraction benchmark's scorer reads.
 */
import { createWriteStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readHtml } from "../src/article/read-html.js";
import { decodeBytes, findDeclaredEncoding } from "../src/article/text-encoding.js";
import { UserError } from "../src/core/user-error.js";

/** Reads every page of the folder and writes its text. */
export async function run(args: string[]): Promise<void> {
  const [folder, out] = args.filter((arg) => !arg.startsWith("--"));
  if (folder === undefined || out === undefined) {
    throw new UserError("bad-arguments", "expected a folder and an output file", "eval -- html FOLDER OUT");
  }
  const pages = existsSync(join(folder, "pages")) ? join(folder, "pages") : folder;
  const stream = createWriteStream(out);
  for (const name of readdirSync(pages).sort()) {
    if (!/\.html?(?:\.gz)?$/u.test(name)) continue;
    const raw = readFileSync(join(pages, name));
    const bytes = name.endsWith(".gz") ? gunzipSync(raw) : raw;
    const html = decodeBytes(bytes, findDeclaredEncoding(bytes)).text;
    const articleBody = readHtml(html)?.text ?? "";
    stream.write(`${JSON.stringify({ id: name.replace(/\.html?(?:\.gz)?$/u, ""), articleBody })}\n`);
  }
  await new Promise<void>((done, fail) => {
    stream.on("error", fail);
    stream.end(done);
  });
}
