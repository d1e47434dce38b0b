/**
 * The table of topics: how much each word speaks for an article being about politics, business, sport …
 *
 * In: articles whose id names their topic (`bbc-sport-001`: the BBC datasets of Greene and Cunningham, "Practical Solutions to
 * the Problem of Diagonal Dominance in Kernel Document Clustering", ICML 2006); others are passed over. Out: for each hashed
 * word the logarithm of the odds that an article of the topic has it against one of another, 8 bits. Counts, no search.
 */
import { readLines } from "../eval/read-lines.js";
import { UserError } from "../src/core/user-error.js";
import { mixFeature } from "../src/learn/feature-hash.js";
import type { LinearWeights } from "../src/learn/linear-model.js";
import { collectTopicWords, TOPICS } from "../src/records/article-topic.js";
import type { Resources } from "../src/resources.js";

const BITS = 15;
/** Words of fewer articles tell nothing. */
const FEWEST = 5;
/** Larger logarithms are cut. */
const MOST = 3;
const TOPIC_OF_ID = /^bbc-([a-z]+)-/;

/** @throws UserError `usage` where no article names its topic */
export async function trainTopics(articles: string, analyse: Resources["analyse"]): Promise<LinearWeights> {
  const classes = TOPICS.length;
  const counts = new Float64Array(classes << BITS);
  const known = new Float64Array(classes);
  for await (const line of readLines(articles)) {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    const topic = TOPICS.findIndex((name) => name === TOPIC_OF_ID.exec(id)?.[1]);
    if (topic < 0) continue;
    known[topic]++;
    const rows = new Set([...collectTopicWords(analyse(text))].map((word) => mixFeature(word) & ((1 << BITS) - 1)));
    for (const row of rows) counts[row * classes + topic]++;
  }
  if (known.includes(0))
    throw new UserError(
      "usage",
      `${articles}: no article of ${TOPICS.filter((_, k) => known[k] === 0).join(", ")}`,
      'Give a file in which ids name the topic, as "bbc-sport-001" does.',
    );
  return weigh(counts, known);
}

function weigh(counts: Float64Array, known: Float64Array): LinearWeights {
  const classes = known.length;
  const all = known.reduce((sum, n) => sum + n, 0);
  const scale = MOST / 127;
  const table = new Int8Array(counts.length);
  for (let row = 0; row < counts.length; row += classes) {
    const own = counts.subarray(row, row + classes);
    const total = own.reduce((sum, n) => sum + n, 0);
    if (total < FEWEST) continue;
    for (let k = 0; k < classes; k++) {
      const odds = Math.log((own[k] + 0.5) / (known[k] + 1)) - Math.log((total - own[k] + 0.5) / (all - known[k] + 1));
      table[row + k] = Math.round(Math.max(-MOST, Math.min(MOST, odds)) / scale);
    }
  }
  return { classes, bits: BITS, scale, table };
}
