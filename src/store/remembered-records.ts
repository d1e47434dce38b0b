/**
 * The records of some hundred articles, read once: what one more article touches is asked for by stories, by the keys of
 * questions and by their answers. In, articles; out, the same as of {@link ToldRecords}, as long as none of them changes;
 * stories are to be asked for when they are written.
 */
import type { ArticleRecord, StoryRecord } from "../core/records.js";
import { compareText, type ToldKinds, ToldRecords } from "./told-records.js";

/** So many articles are kept; what would make them more is read from the store each time. */
const MOST = 3000;

export class RememberedRecords extends ToldRecords {
  readonly #articles = new Map<string, ArticleRecord>();
  readonly #origins = new Map<string, string>();
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

  override async readOrigins(ids: readonly string[]): Promise<Map<string, string>> {
    const unknown = ids.filter((id) => !this.#origins.has(id));
    if (this.#origins.size + unknown.length > MOST) return super.readOrigins(ids);
    if (unknown.length > 0)
      for (const [id, origin] of await super.readOrigins(unknown)) this.#origins.set(id, origin);
    return this.#origins;
  }

  override async readArticles(ids: readonly string[]): Promise<ArticleRecord[]> {
    const missing = ids.filter((id) => !this.#articles.has(id));
    if (this.#articles.size + missing.length > MOST) return super.readArticles(ids);
    if (missing.length > 0)
      for (const article of await super.readArticles(missing)) {
        this.#articles.set(article.id, article);
        this.#origins.set(article.id, article.origin);
      }
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
    const origins = await this.readOrigins(articles);
    const originOf = (id: string) => origins.get(id) ?? "";
    return [...new Set(articles)]
      .sort((a, b) => compareText(originOf(a), originOf(b)) || compareText(a, b))
      .flatMap((id) => held.get(id) ?? []);
  }
}
