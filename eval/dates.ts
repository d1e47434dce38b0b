/**
 * Time expressions of a corpus: `eval dates IN OUT`.
 *
 * In: JSON Lines (gzipped or not) with `id`, `text`, `dct` (the document's date, or null) and `corpus`. Out: one
 * line a document, `{id, timexes: [{start, end, type, value, mod?}]}`, values in TIMEX3. A range is written as
 * its two ends, as TimeML marks them.
 *
 * MEANTIME's annotators read the title, the date line and the first four sentences only (Minard et al. 2016: the
 * first five or six sentences); what lies behind is unmarked whether it holds a date or not. Everything found is
 * written; `--annotated` leaves out what lies behind the sixth line of documents with `corpus: "meantime"`, so that
 * the part that was annotated can be scored by itself.
 */
import { createWriteStream, readFileSync } from "node:fs";
import { makeArticle } from "../src/article/make-article.js";
import type { ArticleRecord } from "../src/core/records.js";
import { segmentText } from "../src/language/segment.js";
import { parseHolidays } from "../src/mentions/date-holidays.js";
import { type DateMention, findDates } from "../src/mentions/dates.js";
import { readLines } from "./read-lines.js";

interface Document {
  readonly id: string;
  readonly text: string;
  readonly dct?: string | null;
  readonly corpus?: string;
}

interface Timex {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
  readonly mod?: string;
}

/** Lines of a MEANTIME document that its annotators read. */
const MEANTIME_LINES = 6;

/** Reads `args[0]`, writes `args[1]`. */
export async function run(args: string[]): Promise<void> {
  const [input, output] = args.filter((arg) => !arg.startsWith("--"));
  if (input === undefined || output === undefined) throw new Error("expected: dates IN OUT [--annotated]");
  const onlyAnnotated = args.includes("--annotated");
  const holidays = parseHolidays(
    readFileSync(new URL("../data/dates/holidays.tsv", import.meta.url), "utf8"),
  );
  const out = createWriteStream(output);
  for await (const line of readLines(input)) {
    const document = JSON.parse(line) as Document;
    const doc = segmentText(document.text);
    const limit =
      document.corpus === "meantime" && onlyAnnotated
        ? findLineEnd(document.text, MEANTIME_LINES)
        : document.text.length;
    const timexes = findDates(doc, toArticle(document), holidays)
      .flatMap(toTimexes)
      .filter((timex) => timex.end <= limit);
    out.write(`${JSON.stringify({ id: document.id, timexes })}\n`);
  }
  await new Promise<void>((resolve, reject) => {
    out.on("error", reject);
    out.end(resolve);
  });
}

function toTimexes(mention: DateMention): Timex[] {
  const { type, mod } = mention;
  if (mention.ends)
    return mention.ends.map((end) => ({ start: end.start, end: end.end, type, value: end.timex }));
  const value = mention.timex ?? mention.value.edtf;
  return [{ start: mention.start, end: mention.end, type, value, ...(mod ? { mod } : {}) }];
}

/** Where line number `lines` ends. */
function findLineEnd(text: string, lines: number): number {
  let at = -1;
  for (let n = 0; n < lines; n++) {
    at = text.indexOf("\n", at + 1);
    if (at < 0) return text.length;
  }
  return at;
}

/** The document as an article published on its creation date; without one, on the date its header states. */
function toArticle(document: Document): ArticleRecord {
  const { article } = makeArticle({ origin: document.id, text: document.text });
  const { dct } = document;
  return dct ? { ...article, published: { edtf: dct.slice(0, 10), basis: "metadata" } } : article;
}
