/**
 * Text reuse between articles: which stretches stand in several of them.
 *
 * In: articles. Out: passages, by id. Method: articles walk by in order of their dates; fingerprints (fingerprint.ts)
 * lead from each to the earlier articles that had one of them first; such pairs are aligned (align-pair.ts) and what
 * they share is put together over all articles (stretch-groups.ts). Memory and time grow with the text: after passim
 * (Smith, Cordell and Mullen 2015), but by sentences, so that rewritten ones are found. The result depends on the
 * articles only, not on their order here. Thresholds: thresholds.ts.
 */
import type { PassageRecord } from "../core/records.js";
import { alignPair } from "./align-pair.js";
import { fingerprintText } from "./fingerprint.js";
import { FirstPostings } from "./first-postings.js";
import { makePassage } from "./passage-record.js";
import { PreparedTexts } from "./prepared-texts.js";
import { comparePublished, type ReuseArticle } from "./reuse-article.js";
import { isReuse } from "./reuse-kind.js";
import { describeStretches, type SharedStretch } from "./shared-stretch.js";
import { groupStretches } from "./stretch-groups.js";

/** Passages of `articles`, each article's id once. */
export function findPassages(articles: readonly ReuseArticle[]): PassageRecord[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const articleOf = (id: string) => byId.get(id) as ReuseArticle;
  const texts = new PreparedTexts(articleOf);
  return groupStretches(findStretches([...byId.values()], texts))
    .filter(isReuse)
    .map((group) => makePassage(group, articleOf))
    .sort((x, y) => (x.id < y.id ? -1 : x.id > y.id ? 1 : 0));
}

/** Stretches that articles share with the first article that had them. */
export function findStretches(articles: readonly ReuseArticle[], texts: PreparedTexts): SharedStretch[] {
  const sorted = [...articles].sort(comparePublished);
  const postings = new FirstPostings();
  const stretches: SharedStretch[] = [];
  sorted.forEach(({ id }, k) => {
    const text = texts.get(id);
    for (const earlier of postings.add(k, fingerprintText(text))) {
      const other = texts.get(sorted[earlier].id);
      stretches.push(...describeStretches(other, text, alignPair(other, text)));
    }
  });
  return stretches;
}
