import type { Command } from "commander";
import type { StoryRecord } from "../../core/records.js";
import type { Headed } from "../../store/record-head.js";
import { Store } from "../../store/store.js";
import { listStories } from "../../store/story-list-queries.js";
import { findMembers, type MemberRecord } from "../../store/story-queries.js";
import { addFilterOptions, type FilterOptions, parseCount, toFilter } from "../filter-options.js";
import { paint } from "../paint.js";
import { DEFAULT_STORE } from "../store-option.js";
import { count, sanitise } from "../terminal.js";

interface StoriesOptions extends FilterOptions {
  readonly store: string;
  readonly type?: string;
  readonly all?: boolean;
  readonly most: number;
  readonly json?: boolean;
}

/** Members of a story that are printed; the rest is counted. */
const SHOWN_MEMBERS = 12;

/** Characters of a story's sentence that are printed. */
const SHOWN = 200;

export function addStoriesCommand(program: Command): void {
  const command = program
    .command("stories")
    .description(
      "print the events and statements that several articles tell, and how many tell independently",
    )
    .option("--store <file>", "the store to read", DEFAULT_STORE);
  addFilterOptions(command, "only stories in which this actor has part: its id or name")
    .option("--type <type>", "only this type of event, such as CONSULT; statement for statements")
    .option("--all", "stories that only one article tells, too")
    .option("--most <number>", "print at most so many", parseCount, 50)
    .option("--json", "one record a line, as export writes it")
    .action(async ({ store: file, type, all, most, json, ...options }: StoriesOptions) => {
      const store = await Store.openReadOnly(file);
      try {
        const filter = { ...toFilter(options), ...(type === undefined ? {} : { type }) };
        const { total, stories } = await listStories(store, filter, all ? 1 : 2, { page: 1, size: most });
        for (const story of stories) {
          const line = json
            ? JSON.stringify(story)
            : sanitise(describe(story, await findMembers(store, story, SHOWN_MEMBERS)));
          process.stdout.write(`${line}\n`);
        }
        if (!json) process.stdout.write(`${summarise(stories.length, total)}\n`);
      } finally {
        store.close();
      }
    });
}

function describe(story: StoryRecord, members: readonly Headed<MemberRecord>[]): string {
  const names = (list: StoryRecord["actors"]) => list.map(({ name }) => name).join(", ");
  const head = [names(story.actors), story.type, names(story.recipients)].filter((part) => part !== "");
  const told = story.status === null || story.status === "asserted" ? "" : ` (${story.status})`;
  const label = story.label.replace(/\s+/g, " ");
  const lines = [
    `${paint.bold(story.id)}  ${story.date?.edtf ?? "undated"}  ${head.join(" ")}${told}`,
    `  ${paint.cyan(label.length > SHOWN ? `${label.slice(0, SHOWN - 1)}…` : label)}`,
    `  ${story.independent} independent of ${count(story.articles.length, "report")}`,
  ];
  for (const { record, article } of members)
    lines.push(
      `    ${article.published?.edtf ?? "undated   "}  ${article.outlet ?? "unknown outlet"}  ${paint.dim(`${article.origin}  ${record.id}`)}`,
    );
  if (story.members.length > members.length)
    lines.push(paint.dim(`    ${count(story.members.length - members.length, "further mention")}`));
  return `${lines.join("\n")}\n`;
}

function summarise(printed: number, total: number): string {
  const all = `${total.toLocaleString("en")} ${total === 1 ? "story" : "stories"}`;
  return printed < total ? `${all}, ${printed} printed (--most prints more)` : all;
}
