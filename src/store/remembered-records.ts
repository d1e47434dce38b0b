/**
 * The records of some hundred articles, read once: what one more article touches is asked for by stories, by the keys of
 * questions and by their answers. In, articles; out, the same as of {@link ToldRecords}, as long as none of them changes;
 * stories are to be asked for when they are written.
 */
import type { ArticleRecord, StoryRecord } from "../core/records.js";
import type { ArticleHead } from "./article-heads.js";
import { compareText, orderByOrigin, type ToldKinds, ToldRecords } from "./told-records.js";

/** So many articles are kept; what would make them more is read from the store each time. */
const MOST = 3000;

export class RememberedRecords extends ToldRecords {
  readonly #articles = new Map<string, ArticleRecord>();
  readonly #heads = new Map<string, ArticleHead>();
  readonly #within = new Map<keyof ToldKinds, Map<string, ToldKinds[keyof ToldKinds][]>>();
  readonly #shared = new Map<string, StoryRecord[]>();

  override async readShared(articles: readonly string[]): Promise<StoryRecord[]> {
    const missing = articles.filter((id) => !this.#shared.has(id));
    if (this.#shared.size + missing.length > MOST) return super.readShared(articles);
    if (missing.length > 0) {
      for (const id of missing) this.#shared.set(id, []);
      const isMissing = new Set(missing);
      for (const story of await super.readShared(missing))
        for (const id of story.articles) if (isMissing.has(id)) this.#shared.get(id)?.push(story);
    }
    const found = new Map(
      articles.flatMap((id) => (this.#shared.get(id) ?? []).map((story) => [story.id, story] as const)),
    );
    return [...found.values()].sort((a, b) => compareText(a.id, b.id));
  }

  override async readHeads(ids: readonly string[]): Promise<ReadonlyMap<string, ArticleHead>> {
    const unknown = ids.filter((id) => !this.#heads.has(id));
    if (this.#heads.size + unknown.length > MOST) return super.readHeads(ids);
    if (unknown.length > 0)
      for (const [id, head] of await super.readHeads(unknown)) this.#heads.set(id, head);
    return this.#heads;
  }

  override async readArticles(ids: readonly string[]): Promise<ArticleRecord[]> {
    const missing = ids.filter((id) => !this.#articles.has(id));
    if (this.#articles.size + missing.length > MOST) return super.readArticles(ids);
    if (missing.length > 0)
      for (const article of await super.readArticles(missing)) this.#articles.set(article.id, article);
    const found = new Set(ids.flatMap((id) => this.#articles.get(id) ?? []));
    return [...found].sort((a, b) => compareText(a.origin, b.origin) || compareText(a.id, b.id));
  }

  override async readWithin<K extends keyof ToldKinds>(
    kind: K,
    articles: readonly string[],
  ): Promise<ToldKinds[K][]> {
    const held = (this.#within.get(kind) ?? new Map()) as Map<string, ToldKinds[K][]>;
    this.#within.set(kind, held);
    const missing = articles.filter((id) => !held.has(id));
    if (held.size + missing.length > MOST) return super.readWithin(kind, articles);
    if (missing.length > 0) {
      for (const id of missing) held.set(id, []);
      for (const record of await super.readWithin(kind, missing)) held.get(record.article)?.push(record);
    }
    return orderByOrigin(articles, await this.readHeads(articles)).flatMap((id) => held.get(id) ?? []);
  }
}
