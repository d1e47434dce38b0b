/** A text and what is known about it into an article: `npx tsx examples/api/make-article.ts`. */
import { makeArticle } from "rapporteur";

const { article, problems } = makeArticle({
  origin: "memory",
  text: "By Ana Costa\n\nLISBON, 4 May 2019 (Atlantic Wire) - Talks on fishing rights ended on Saturday.",
});
console.log(article.byline, article.published?.edtf, article.agency, problems.length);
