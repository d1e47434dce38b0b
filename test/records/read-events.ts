/** The events of a text that stands alone, as the program records them. */
import { makeArticle } from "../../src/article/make-article.js";
import type { EventRecord } from "../../src/core/records.js";
import { analyseArticle } from "../../src/pipeline.js";
import { loadResources } from "../../src/resources.js";

const resources = await loadResources();

export function readEvents(text: string): EventRecord[] {
  const { article } = makeArticle({ origin: "test", text, metadata: { published: "2019-05-07" } });
  const { records } = analyseArticle(article, resources);
  return records.filter((record) => record.kind === "event");
}
