/**
 * One odd input through the whole program: in, a text or the bytes of a file; out, what broke, in words.
 */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeArticle } from "../src/article/make-article.js";
import { readPaths } from "../src/article/read-paths.js";
import type { AnalysedArticle } from "../src/core/analysed-article.js";
import { readConllu } from "../src/language/conllu.js";
import { writeConllu } from "../src/language/conllu-writer.js";
import type { ParsedDoc } from "../src/language/doc.js";
import { analyseParsed } from "../src/pipeline.js";
import type { Resources } from "../src/resources.js";
import { checkDoc, checkRecords } from "./fuzz-laws.js";

/** Reads a text as English whatever it is; what broke. */
export function readOddText(text: string, resources: Resources): string[] {
  return catchFault(() => {
    const doc = resources.analyse(text);
    return [...checkDoc(doc), ...checkRoundTrip(doc), ...checkRecords(analyse(text, resources))];
  });
}

/** True if the same text gives the same record, byte for byte. */
export function isSteady(text: string, resources: Resources): boolean {
  const [a, b] = [0, 1].map(() => JSON.stringify(analyse(text, resources)));
  return a === b;
}

function analyse(text: string, resources: Resources): AnalysedArticle {
  const { article, problems } = makeArticle({ origin: "odd", text });
  return analyseParsed({ ...article, language: "en" }, resources.analyse(article.text), resources, problems);
}

/** Trees written as CoNLL-U and read back. */
function checkRoundTrip(doc: ParsedDoc): string[] {
  const parsed = readConllu(writeConllu(doc)).docs[0]?.parsed;
  const heads = parsed?.head ?? new Int32Array();
  return heads.length === doc.length && heads.every((head, i) => head === doc.head[i])
    ? []
    : ["other heads after CoNLL-U"];
}

/** Reads a file of the kind that `ending` names; what broke. Its articles are not analysed. */
export async function readOddFile(bytes: Uint8Array, ending: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-odd-"));
  try {
    writeFileSync(join(folder, `odd${ending}`), bytes);
    const broken: string[] = [];
    let results = 0;
    for await (const result of readPaths([`odd${ending}`], { cwd: folder })) {
      results++;
      if ("article" in result) broken.push(...checkRecords({ ...result, records: [] }));
      else if (result.problem.code === "analysis-failed") broken.push(result.problem.message);
    }
    return results === 0 ? [...broken, "neither an article nor a problem"] : broken;
  } catch (error) {
    return [describeFault(error)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function catchFault(work: () => string[]): string[] {
  try {
    return work();
  } catch (error) {
    return [describeFault(error)];
  }
}

/** The message and where it was thrown. */
function describeFault(error: unknown): string {
  return error instanceof Error
    ? (error.stack ?? error.message).split("\n").slice(0, 4).join(" ")
    : String(error);
}
