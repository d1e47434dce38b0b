/**
 * The headers of the example articles against their hand-made gold (examples/expected.json, `documents`).
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readPaths } from "../../src/article/read-paths.js";

type Gold = Readonly<Record<string, Readonly<Record<string, string>>>>;

const root = fileURLToPath(new URL("../../examples", import.meta.url));
const gold = (JSON.parse(readFileSync(`${root}/expected.json`, "utf8")) as { documents: Gold }).documents;

test("every header field of every example", async () => {
  const misses: string[] = [];
  let count = 0;
  for await (const result of readPaths(["articles"], { cwd: root })) {
    if ("problem" in result) {
      misses.push(result.problem.message);
      continue;
    }
    count++;
    const { article } = result;
    const { published, byline, outlet, agency, title, language } = article;
    const found: Record<string, string | null> = {
      published: published?.edtf ?? null,
      byline: byline.join("; "),
      outlet,
      agency,
      title,
      language,
    };
    for (const [field, wanted] of Object.entries(gold[basename(article.origin).slice(0, 3)] ?? {})) {
      const pattern = /^\/(.*)\/$/u.exec(wanted);
      const fits = pattern ? new RegExp(pattern[1], "iu").test(found[field] ?? "") : found[field] === wanted;
      if (!fits) misses.push(`${article.origin} ${field}: expected ${wanted}, found ${found[field]}`);
    }
    for (const e of [...article.evidence, ...article.boilerplate]) {
      expect(article.text.slice(e.start, e.end)).toBe(e.text);
    }
  }
  expect(misses).toEqual([]);
  expect(count).toBeGreaterThanOrEqual(Object.keys(gold).length);
});
