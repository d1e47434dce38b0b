/** One text in, its statements out: `npx tsx examples/api/read-article.ts`. */
import { loadResources, readArticle } from "rapporteur";

const text = `"We want the talks to go on," Foreign Minister Ana Costa said at a press conference on 4 May.`;
const { records } = readArticle(text, await loadResources(), { published: "2019-05-05" });
for (const record of records) {
  if (record.kind !== "statement") continue;
  console.log(record.source?.name, "|", record.cue, "|", record.content, "|", record.channel);
}
