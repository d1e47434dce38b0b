/**
 * Documents that another parser has analysed, as articles: the text is rebuilt from the CoNLL-U, the trees are
 * taken as they are, in any language.
 */
import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { loadArticleKnowledge } from "../article/article-knowledge.js";
import { makeArticle } from "../article/make-article.js";
import type { ArticleRecord, ProblemRecord } from "../core/records.js";
import { UserError } from "../core/user-error.js";
import { readConllu } from "../language/conllu.js";
import type { ParsedDoc } from "../language/doc.js";

export interface ParsedArticle {
  readonly article: ArticleRecord;
  readonly problems: readonly ProblemRecord[];
  readonly doc: ParsedDoc;
}

/** @throws UserError naming file, line and column of what is no CoNLL-U. */
export function* readConlluFiles(paths: readonly string[]): Generator<ParsedArticle> {
  const knowledge = loadArticleKnowledge();
  for (const path of paths) {
    const origin = path === "-" ? "stdin" : relative(process.cwd(), path).split(sep).join("/");
    let n = 0;
    for (const { id, parsed } of readConllu(readText(path, origin), origin).docs) {
      n++;
      const draft = { origin: `${origin}#${id ?? n}`, text: parsed.text };
      const { article, problems } = makeArticle(draft, knowledge);
      yield { article, problems, doc: parsed };
    }
  }
}

function readText(path: string, origin: string): string {
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (error) {
    throw new UserError(
      "unreadable-file",
      `${origin}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
