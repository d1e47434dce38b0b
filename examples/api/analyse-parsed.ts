/** A text whose words and trees are known already: `npx tsx examples/api/analyse-parsed.ts`. */
import { analyseParsed, loadResources, makeArticle, UPOS } from "rapporteur";

const resources = await loadResources();
const { article } = makeArticle({
  origin: "memory",
  text: "The envoy said that the bridge would stay open.",
});
const doc = resources.analyse(article.text);
console.log([...doc.upos].map((tag) => UPOS[tag]).join(" "));
const { records } = analyseParsed(article, doc, resources);
for (const record of records)
  console.log(
    record.kind,
    record.evidence.map((e) => `${e.part}: ${e.text}`),
  );
