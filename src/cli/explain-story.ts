/**
 * Why a story of a store has its members, and why what stands nearest is not among them.
 *
 * In: a story and its store. Out: the explanation as JSON and as lines. Compared are the mentions that share a key
 * with a member, as an update compares them.
 */

import type { StoryRecord } from "../core/records.js";
import { askedKeys } from "../corpus/stored-keys.js";
import { makeTellings } from "../corpus/stories.js";
import { type ComparedTelling, explainStory } from "../corpus/story-explanation.js";
import type { Telling } from "../corpus/telling.js";
import type { Store } from "../store/store.js";
import { StoryTables } from "../store/story-tables.js";
import { ToldRecords } from "../store/told-records.js";
import { paint } from "./paint.js";

/** Mentions outside the story that are printed. */
const OUTSIDE = 5;

export async function explainStoredStory(
  story: StoryRecord,
  store: Store,
): Promise<{ json: unknown; lines: string[] }> {
  const records = new ToldRecords(store.database);
  const members = new Set(story.members);
  const own = makeTellings(await records.readTellable(story.articles)).filter(({ record }) =>
    members.has(record.id),
  );
  const met = await new StoryTables(store.database).findMeeting(own.map(askedKeys));
  const meeting = new Set(met.map(({ record }) => record));
  const articles = [...new Set([...story.articles, ...met.map(({ article }) => article)])].sort();
  const tellings = makeTellings(await records.readTellable(articles)).filter(
    ({ record }) => meeting.has(record.id) || members.has(record.id),
  );
  const found = explainStory(story.members, tellings, OUTSIDE);
  if (found === undefined) return { json: {}, lines: [] };
  return {
    json: {
      story: story.id,
      threshold: found.threshold,
      link: found.link,
      first: found.first.record.id,
      members: found.members.map(toJson),
      outside: found.outside.map(toJson),
    },
    lines: [
      `${paint.bold(story.id)}  a mention joins from a mean likeness of ${found.threshold} and one of ${found.link}`,
      `first: ${name(found.first)}`,
      ...found.members.map((member) => `joined: ${print(member)}`),
      ...found.outside.map((other) => `not joined: ${print(other)}`),
    ],
  };
}

function toJson({ telling, score, mean, reasons }: ComparedTelling): object {
  const { record, article, sentence } = telling;
  return { id: record.id, article: article.id, sentence, score: round(score), mean: round(mean), reasons };
}

function print({ telling, score, mean, reasons }: ComparedTelling): string {
  const lines = [
    `${name(telling)}`,
    `  likeness ${score.toFixed(2)} to the first, ${mean.toFixed(2)} to the members on average`,
  ];
  for (const reason of reasons) {
    const weight =
      reason.weight === 0 ? " rules" : `${reason.weight > 0 ? "+" : ""}${reason.weight.toFixed(2)}`;
    lines.push(`  ${weight}  ${reason.weight === 0 ? `out: ${reason.name}` : reason.name}`);
  }
  return lines.join("\n");
}

function name({ record, article, sentence }: Telling): string {
  const where = `${article.published?.edtf ?? "undated"} ${article.outlet ?? "unknown outlet"} ${article.origin}`;
  return `${record.id}  ${paint.dim(where)}\n  ${sentence.replace(/\s+/g, " ")}`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
