/** Files and folders into articles, without analysing them: `npx tsx examples/api/read-paths.ts`. */
import { readPaths } from "rapporteur";

for await (const result of readPaths(["examples/articles"])) {
  if ("problem" in result) console.error(result.problem.code, result.problem.message);
  else
    console.log(
      result.article.origin,
      result.article.published?.edtf,
      result.article.outlet ?? result.article.agency,
    );
}
