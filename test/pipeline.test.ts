/** What becomes of a fault while an article is analysed: its own is kept with it, a table's ends the run. */
import { expect, test } from "vitest";
import { makeArticle } from "../src/article/make-article.js";
import { UserError } from "../src/core/user-error.js";
import { analyseArticle } from "../src/pipeline.js";
import { loadResources } from "../src/resources.js";

const resources = await loadResources({ withoutAttribution: true });
const { article } = makeArticle({ origin: "ferry.txt", text: "The ferry left at noon." });

function failing(error: Error): typeof resources {
  return {
    ...resources,
    analyse: () => {
      throw error;
    },
  };
}

test("an article that cannot be analysed is kept, with a problem that names it", () => {
  const { records, problems } = analyseArticle(article, failing(new RangeError("no such word")));
  expect(records).toEqual([]);
  expect(problems).toMatchObject([{ code: "analysis-failed", origin: "ferry.txt", message: "no such word" }]);
});

test("a wrong row of a table is no fault of the article", () => {
  const wrong = new UserError("broken-table", "rows.tsv:3:2: unknown type", "Known are AID, AGREE.");
  expect(() => analyseArticle(article, failing(wrong))).toThrow(wrong);
});
