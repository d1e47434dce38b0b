/**
 * Stories over a large store: `npx tsx bench/stories.ts [articles]`.
 *
 * Made-up reports (told-articles.ts) go into a store; prints how long passages, stories and accounts take for all of
 * them at once and for one more, and the peak memory.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { updatePassages } from "../src/cli/update-passages.js";
import { updateStories } from "../src/cli/update-stories.js";
import { Store } from "../src/store/store.js";
import { makeTold } from "./told-articles.js";

/** Articles written at once. */
const BATCH = 500;
/** Articles added one by one. */
const SINGLES = 7;

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const total = Number(process.argv[2] ?? 10_000);
const windows = new Map<string, number>();
const folder = mkdtempSync(join(tmpdir(), "stories-"));
const store = await Store.open(join(folder, "bench.duckdb"));
for (let from = 0; from < total; from += BATCH)
  await store.add(
    Array.from({ length: Math.min(BATCH, total - from) }, (_, i) => makeTold(from + i)),
    "bench",
  );
const passages = await time(() => updatePassages(store));
const stories = await time(() => updateStories(store, windows));
const [{ made, joined }] = await store.query(
  "SELECT count(*)::INTEGER AS made, count(*) FILTER (WHERE len(articles) > 1)::INTEGER AS joined FROM story",
);
const [{ accounts }] = await store.query("SELECT count(*)::INTEGER AS accounts FROM account");
console.log(
  `${total} articles at once: passages ${passages.toFixed(1)} s, stories and accounts ${stories.toFixed(1)} s`,
);
console.log(`  ${made} stories, ${joined} of several articles; ${accounts} accounts`);
const singles: number[] = [];
for (let i = 0; i < SINGLES; i++) {
  await store.add([makeTold(total + i)], "bench");
  await updatePassages(store);
  singles.push(await time(() => updateStories(store, windows)));
}
singles.sort((a, b) => a - b);
console.log(
  `one more article: median ${singles[SINGLES >> 1].toFixed(2)} s, most ${singles[SINGLES - 1].toFixed(2)} s`,
);
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
store.close();
rmSync(folder, { recursive: true });
