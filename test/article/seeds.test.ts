/**
 * Golden headers of five published reports that are not part of this package.
 *
 * Their folder is named by the environment variable RAPPORTEUR_SEEDS; where it is not set the test is skipped.
 */
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPaths } from "../../src/article/read-paths.js";
import type { ArticleRecord } from "../../src/core/records.js";

const folder = process.env.RAPPORTEUR_SEEDS ?? "";

describe.skipIf(!existsSync(folder))(
  "five published reports (skipped where RAPPORTEUR_SEEDS names no folder)",
  () => {
    test("headers", async () => {
      const articles: ArticleRecord[] = [];
      for await (const result of readPaths([folder])) {
        if ("article" in result) articles.push(result.article);
        expect("article" in result ? result.problems : [result.problem]).toEqual([]);
      }
      const headers = articles.map(({ published, byline, outlet, agency, title, language }) => [
        published?.edtf ?? null,
        published?.basis ?? null,
        byline.join("; "),
        outlet,
        agency,
        title,
        language,
      ]);
      expect(headers).toEqual([
        ["2020-04-15", "text", "Akbar Mammadov", null, null, null, "en"],
        ["2020-04-07", "text", "Akbar Mammadov", "Azernews", null, null, "en"],
        [null, null, "Akbar Mammadov", "Azernews", null, null, "en"],
        ["2020-10-23", "inferred", "", "Azernews", "Trend", null, "en"],
        [null, null, "", "Iran Press", null, expect.stringMatching(/^Republic of /), "en"],
      ]);
      for (const article of articles) {
        for (const e of [...article.evidence, ...article.boilerplate])
          expect(article.text.slice(e.start, e.end)).toBe(e.text);
      }
    });
  },
);
