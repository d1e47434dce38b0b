/**
 * Stories over a large store: `npx tsx bench/stories.ts [articles]`.
 *
 * Made-up reports (told-articles.ts) go into a store; prints how long passages, stories and accounts and the index
 * of words take for all of them at once and for one more, and the peak memory.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { updatePassages } from "../src/cli/update-passages.js";
import { updateStories } from "../src/cli/update-stories.js";
import type { AccountKnowledge } from "../src/corpus/account-questions.js";
import { NO_QUESTIONS } from "../src/corpus/question-table.js";
import { indexPending } from "../src/store/search-index.js";
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

/** In megabytes. */
function peakMemory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

const total = Number(process.argv[2] ?? 10_000);
const knowledge: AccountKnowledge = { windows: new Map(), questions: NO_QUESTIONS };
const folder = mkdtempSync(join(tmpdir(), "stories-"));
const store = await Store.open(join(folder, "bench.duckdb"));
for (let from = 0; from < total; from += BATCH)
  await store.add(
    Array.from({ length: Math.min(BATCH, total - from) }, (_, i) => makeTold(from + i)),
    "bench",
  );
const cpu = process.cpuUsage();
const passages = await time(() => updatePassages(store));
const stories = await time(() => updateStories(store, knowledge));
const index = await time(() => indexPending(store));
const used = process.cpuUsage(cpu);
const [{ made, joined }] = await store.query(
  "SELECT count(*)::INTEGER AS made, count(*) FILTER (WHERE len(articles) > 1)::INTEGER AS joined FROM story",
);
const [{ accounts }] = await store.query("SELECT count(*)::INTEGER AS accounts FROM account");
console.log(
  `${total} articles at once: passages ${passages.toFixed(1)} s, stories and accounts ${stories.toFixed(1)} s, index of words ${index.toFixed(1)} s; of CPU ${((used.user + used.system) / 1e6).toFixed(1)} s`,
);
console.log(`  ${made} stories, ${joined} of several articles; ${accounts} accounts`);
console.log(`  peak memory ${peakMemory()} MB`);
const singles: { all: number; passages: number; stories: number; index: number; cpu: number }[] = [];
for (let i = 0; i < SINGLES; i++) {
  await store.add([makeTold(total + i)], "bench");
  const before = process.cpuUsage();
  const passages = await time(() => updatePassages(store));
  const stories = await time(() => updateStories(store, knowledge));
  const index = await time(() => indexPending(store));
  const { user, system } = process.cpuUsage(before);
  singles.push({ all: passages + stories + index, passages, stories, index, cpu: (user + system) / 1e6 });
}
singles.sort((a, b) => a.all - b.all);
const middle = singles[SINGLES >> 1];
console.log(
  `one more article: median ${middle.all.toFixed(2)} s (passages ${middle.passages.toFixed(2)}, stories and accounts ${middle.stories.toFixed(2)}, index of words ${middle.index.toFixed(2)}; of CPU ${middle.cpu.toFixed(2)}), most ${singles[SINGLES - 1].all.toFixed(2)} s`,
);
store.close();
rmSync(folder, { recursive: true });
