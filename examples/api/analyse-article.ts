/** Articles from a folder, analysed one by one: `npx tsx examples/api/analyse-article.ts`. */
import { analyseArticle, loadResources, readPaths } from "rapporteur";

const resources = await loadResources();
for await (const result of readPaths(["examples/articles/006-meridian-uthant.txt"])) {
  if ("problem" in result) continue;
  const { records } = analyseArticle(result.article, resources, result.problems);
  console.log(result.article.origin, records.length, "records");
}
