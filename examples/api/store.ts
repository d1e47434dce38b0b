/** Articles into a store, and what it holds out of it again: `npx tsx examples/api/store.ts`. */
import { analyseArticle, loadResources, readPaths, Store } from "rapporteur";

const resources = await loadResources();
const store = await Store.open(":memory:");
for await (const result of readPaths(["examples/articles"])) {
  if (!("problem" in result)) await store.add([analyseArticle(result.article, resources)], resources.version);
}
console.log(await store.query("SELECT count(*)::INTEGER AS statements FROM statement"));
store.close();
