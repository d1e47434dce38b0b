import { type Command, Option } from "commander";
import { EVENT_STATUSES, type EventStatus, type Recency } from "../../core/records.js";
import { Store } from "../../store/store.js";
import { findTimeline, type StoryLine } from "../../store/story-queries.js";
import { addFilterOptions, type FilterOptions, parseCount, toFilter } from "../filter-options.js";
import { paint } from "../paint.js";
import { DEFAULT_STORE } from "../store-option.js";
import { count, sanitise } from "../terminal.js";

interface TimelineOptions extends FilterOptions {
  readonly store: string;
  readonly type?: string;
  readonly status?: EventStatus;
  readonly recency?: Recency;
  readonly most: number;
  readonly json?: boolean;
}

export function addTimelineCommand(program: Command): void {
  const command = program
    .command("timeline")
    .description("print what happened when, each story once, in order of time")
    .option("--store <file>", "the store to read", DEFAULT_STORE);
  addFilterOptions(command, "only stories in which this actor has part: its id or name")
    .option("--type <type>", "only this type of event, such as CONSULT; statement for statements")
    .addOption(new Option("--status <status>", "only what is told as this").choices([...EVENT_STATUSES]))
    .addOption(
      new Option("--recency <recency>", "news, or history that reports recall").choices([
        "current",
        "background",
      ]),
    )
    .option("--most <number>", "print at most so many", parseCount, 50)
    .option("--json", "one story a line, with its place in time")
    .action(async ({ store: file, type, status, recency, most, json, ...options }: TimelineOptions) => {
      const store = await Store.openReadOnly(file);
      try {
        const filter = {
          ...toFilter(options),
          ...(type === undefined ? {} : { type }),
          ...(status === undefined ? {} : { status }),
          ...(recency === undefined ? {} : { recency }),
        };
        const { total, stories } = await findTimeline(store, filter, { page: 1, size: most }, 1);
        for (const story of stories)
          process.stdout.write(`${json ? JSON.stringify(story) : sanitise(describe(story))}\n`);
        if (!json) process.stdout.write(`${summarise(stories.length, total)}\n`);
      } finally {
        store.close();
      }
    });
}

function describe(story: StoryLine): string {
  const { placed, placedBy, actors, recipients, type, independent, articles, status } = story;
  const names = (list: StoryLine["actors"]) => list.map(({ name }) => name).join(", ");
  const when = placed === null ? "undated" : placedBy === "report" ? `reported ${placed}` : placed;
  const told = status === null || status === "asserted" ? "" : ` (${status})`;
  const label = story.label.replace(/\s+/g, " ");
  return [
    `${paint.bold(when)}  ${[names(actors), type, names(recipients)].filter((part) => part !== "").join(" ")}${told}`,
    `    ${label}`,
    paint.dim(`    ${independent} independent of ${count(articles, "report")}  ${story.id}`),
  ].join("\n");
}

function summarise(printed: number, total: number): string {
  const all = `${total.toLocaleString("en")} ${total === 1 ? "story" : "stories"}`;
  return printed < total ? `${all}, ${printed} printed (--most prints more)` : all;
}
