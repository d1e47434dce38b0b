/**
 * The inverted index: which word stands in which article how often. In, the articles that are not in it yet; out, rows
 * of `searched` (an article's number and length) and `posting`.
 *
 * A text never changes under its id, so that nothing is ever taken out; queries leave earlier texts aside.
 */
import { finishStep, readPending } from "./pending.js";
import { listOf, rowsWhere } from "./row-lookup.js";
import { countTerms } from "./search-words.js";
import type { Store } from "./store.js";

/** Articles of one insert. */
const BATCH = 256;

/** Most that a posting can count. */
const MOST_TIMES = 65_535;

interface PendingText {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
}

/** Puts all current articles into the index that are not in it; returns how many. */
export async function indexPending(store: Store): Promise<number> {
  const { database } = store;
  const written = await readPending(database, "words");
  const list = listOf(written);
  const rows = await database.all(`SELECT id FROM article WHERE current AND id IN ${list.sql}`, list.values);
  const known = await database.all(`SELECT article FROM searched WHERE article IN ${list.sql}`, list.values);
  const isCurrent = new Set(rows.map(({ id }) => id));
  const isKnown = new Set(known.map(({ article }) => article));
  const pending = written.filter((id) => isCurrent.has(id) && !isKnown.has(id));
  if (pending.length === 0) {
    await finishStep(database, "words");
    return 0;
  }
  const [{ last }] = await database.all("SELECT coalesce(max(n), 0) AS last FROM searched");
  let n = Number(last);
  await database.transaction(async () => {
    for (let from = 0; from < pending.length; from += BATCH) {
      const ids = pending.slice(from, from + BATCH);
      const { sql, values } = listOf(ids);
      const texts = (await database.all(
        `SELECT id, title, "text" AS text FROM article WHERE ${rowsWhere("article", `id IN ${sql}`)} ORDER BY id`,
        values,
      )) as unknown as PendingText[];
      const rows = texts.map((text) => ({ n: ++n, article: text.id, ...countWords(text) }));
      await database.run(
        `INSERT INTO searched SELECT r.n, r.article, r.words FROM (SELECT unnest(json_transform(?::JSON,
          '[{"n":"INTEGER","article":"VARCHAR","words":"INTEGER"}]')) AS r)`,
        [JSON.stringify(rows.map(({ n, article, words }) => ({ n, article, words })))],
      );
      await database.run(
        `INSERT INTO posting SELECT unnest(r.terms) AS term, r.n, unnest(r.times) FROM (SELECT unnest(json_transform(?::JSON,
          '[{"n":"INTEGER","terms":["UINTEGER"],"times":["USMALLINT"]}]')) AS r) ORDER BY term`,
        [JSON.stringify(rows.map(({ n, terms, times }) => ({ n, terms, times })))],
      );
    }
    await finishStep(database, "words");
  });
  return pending.length;
}

/** The title is searched too, where the text does not have it. */
function countWords({ title, text }: PendingText): { terms: number[]; times: number[]; words: number } {
  const whole = title === null || text.includes(title) ? text : `${title}\n${text}`;
  const counts = countTerms(whole);
  let words = 0;
  for (const times of counts.values()) words += times;
  const times = [...counts.values()].map((n) => Math.min(n, MOST_TIMES));
  return { terms: [...counts.keys()], times, words };
}
