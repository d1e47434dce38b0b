/**
 * Documents that another parser has analysed, as articles: the text is rebuilt from the CoNLL-U, the trees are
 * taken as they are, in any language.
 */
import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { loadArticleKnowledge } from "../article/article-knowledge.js";
import { makeArticle } from "../article/make-article.js";
import { makeProblem } from "../core/problem.js";
import type { ArticleRecord, ProblemRecord } from "../core/records.js";
import { UserError } from "../core/user-error.js";
import { type ConlluDoc, readConllu } from "../language/conllu.js";
import type { ParsedDoc } from "../language/doc.js";

export interface ParsedArticle {
  readonly article: ArticleRecord;
  readonly problems: readonly ProblemRecord[];
  readonly doc: ParsedDoc;
}

/** Articles file by file; a file that cannot be read or is no CoNLL-U is a problem, and the next one follows. */
export function* readConlluFiles(
  paths: readonly string[],
): Generator<ParsedArticle | { readonly problem: ProblemRecord }> {
  const knowledge = loadArticleKnowledge();
  for (const path of paths) {
    const origin = path === "-" ? "stdin" : relative(process.cwd(), path).split(sep).join("/");
    let docs: readonly ConlluDoc[];
    try {
      docs = readConllu(readFileSync(path === "-" ? 0 : path, "utf8"), origin).docs;
    } catch (error) {
      yield { problem: explainFailure(error, origin) };
      continue;
    }
    if (docs.length === 0)
      yield { problem: makeProblem("empty-input", `${origin}: no sentence`, { origin }) };
    let n = 0;
    for (const { id, parsed } of docs) {
      n++;
      const draft = { origin: `${origin}#${id ?? n}`, text: parsed.text };
      const { article, problems } = makeArticle(draft, knowledge);
      yield { article, problems, doc: parsed };
    }
  }
}

function explainFailure(error: unknown, origin: string): ProblemRecord {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof UserError)) {
    return makeProblem("unreadable-file", `${origin}: ${message}`, {
      origin,
      hint: "Name files, not folders, and check their permissions.",
    });
  }
  const place = message.startsWith(`${origin}:`)
    ? /^:(\d+):(\d+): /.exec(message.slice(origin.length))
    : null;
  return makeProblem("broken-line", message, {
    origin,
    ...(place ? { line: Number(place[1]), column: Number(place[2]) } : {}),
    hint: error.hint ?? "Mend the line; nothing of this file was read.",
  });
}
