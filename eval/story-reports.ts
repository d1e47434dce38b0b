/** The reports of `eval/stories`, read and joined as a run reads and joins them. */
import { fileURLToPath } from "node:url";
import type { AnalysedArticle } from "../src/core/analysed-article.js";
import type { ArticleRecord, StoryRecord, WithinArticle } from "../src/core/records.js";
import { findPassages } from "../src/corpus/passages.js";
import { toReuseArticle } from "../src/corpus/reuse-article.js";
import { findStories } from "../src/corpus/stories.js";
import { readArticle } from "../src/read-article.js";
import type { Resources } from "../src/resources.js";
import { readLines } from "./read-lines.js";

/** A line of `reports.jsonl`; its fields are told in `eval/stories/README.md`. */
export interface StoryReport {
  readonly id: string;
  readonly outlet: string;
  readonly agency?: string;
  readonly published: string;
  readonly title: string;
  readonly text: string;
  readonly event: string;
  readonly group: string;
  readonly tells: readonly { readonly event: string; readonly sentence: string; readonly role: string }[];
}

/** Reports with their records and the stories that join them; `articles` are in the order of the reports. */
export interface JoinedReports {
  readonly articles: readonly ArticleRecord[];
  readonly records: readonly WithinArticle[];
  readonly stories: readonly StoryRecord[];
}

const REPORTS = fileURLToPath(new URL("./stories/reports.jsonl", import.meta.url));

/** All reports, by date. */
export async function readStoryReports(): Promise<StoryReport[]> {
  const reports: StoryReport[] = [];
  for await (const line of readLines(REPORTS)) reports.push(JSON.parse(line) as StoryReport);
  return reports;
}

export function joinReports(reports: readonly StoryReport[], resources: Resources): JoinedReports {
  const analysed = reports.map(({ id, text, outlet, agency, published, title }) =>
    readArticle(text, resources, { origin: id, outlet, published, title, ...(agency ? { agency } : {}) }),
  );
  const articles = analysed.map(({ article }) => article);
  const records = analysed.flatMap((a) => a.records);
  const passages = findPassages(articles.map(toReuseArticle));
  const stories = findStories({
    articles,
    events: ofKind(records, "event"),
    references: ofKind(records, "reference"),
    statements: ofKind(records, "statement"),
    passages,
  });
  return { articles, records, stories };
}

/** The records of one kind, in their order. */
export function ofKind<K extends WithinArticle["kind"]>(
  records: AnalysedArticle["records"],
  kind: K,
): Extract<WithinArticle, { kind: K }>[] {
  return records.filter((r): r is Extract<WithinArticle, { kind: K }> => r.kind === kind);
}
