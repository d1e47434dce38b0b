/** Groups of shared stretches on their way into a store: in, groups and their articles; out, stretches and passages. */
import type { PassageRecord } from "../core/records.js";
import { makePassage } from "../corpus/passage-record.js";
import type { ReuseArticle } from "../corpus/reuse-article.js";
import { isReuse } from "../corpus/reuse-kind.js";
import type { StretchGroup } from "../corpus/stretch-groups.js";
import type { PassageTables, StretchRow } from "../store/passage-tables.js";

/** Writes stretches and passages; returns the passages. `articles` has those of all groups that are reuse. */
export async function writePassages(
  tables: PassageTables,
  groups: readonly StretchGroup[],
  articles: ReadonlyMap<string, ReuseArticle>,
): Promise<PassageRecord[]> {
  const passages: PassageRecord[] = [];
  const rows: StretchRow[] = [];
  for (const group of groups) {
    const passage = isReuse(group) ? makePassage(group, (id) => findArticle(articles, id)) : null;
    if (passage) passages.push(passage);
    for (const stretch of group.stretches) rows.push({ ...stretch, passage: passage?.id ?? null });
  }
  await tables.addStretches(rows);
  await tables.addPassages(passages);
  return passages;
}

/** Articles whose words the passages of `groups` are made of. */
export function listReusing(groups: readonly StretchGroup[]): string[] {
  return groups.filter(isReuse).flatMap(({ places }) => places.map(({ article }) => article));
}

export function findArticle(articles: ReadonlyMap<string, ReuseArticle>, id: string): ReuseArticle {
  const article = articles.get(id);
  if (article === undefined) throw new Error(`${id}: a compared article is not in the store`);
  return article;
}
