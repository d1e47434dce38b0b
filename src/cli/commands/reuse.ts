import type { Command } from "commander";
import type { PassageDifference, PassageRecord } from "../../core/records.js";
import { findPassageHeads, findPassageRecords } from "../../store/passage-queries.js";
import type { ArticleHead } from "../../store/record-head.js";
import { Store } from "../../store/store.js";
import { parseDateRange } from "../date-range.js";
import { paint } from "../paint.js";
import { DEFAULT_STORE } from "../store-option.js";
import { count, sanitise } from "../terminal.js";

interface ReuseOptions {
  readonly store: string;
  readonly outlet?: string;
  readonly date?: string;
  readonly json?: boolean;
}

/** Characters of a passage that are printed. */
const SHOWN = 160;

/** Differences of one article that are printed; the rest is counted. */
const SHOWN_DIFFERENCES = 12;

export function addReuseCommand(program: Command): void {
  program
    .command("reuse")
    .description(
      "print the passages that stand in several articles: who has them from whom, which words differ",
    )
    .option("--store <file>", "the store to read", DEFAULT_STORE)
    .option("--outlet <name>", "only passages that this outlet has")
    .option("--date <range>", "only passages in an article published then: FROM..TO, FROM.., ..TO or a month")
    .option("--json", "one record a line, as export writes it")
    .action(async ({ store: file, outlet, date, json }: ReuseOptions) => {
      const range = date === undefined ? {} : parseDateRange(date);
      const store = await Store.openReadOnly(file);
      try {
        const passages = await findPassageRecords(store, {
          ...(outlet === undefined ? {} : { outlet }),
          ...range,
        });
        if (json) {
          for (const passage of passages) process.stdout.write(`${JSON.stringify(passage)}\n`);
          return;
        }
        const heads = await findPassageHeads(store, passages);
        for (const passage of passages) process.stdout.write(`${sanitise(describe(passage, heads))}\n\n`);
        process.stdout.write(`${count(passages.length, "passage")}\n`);
      } finally {
        store.close();
      }
    });
}

function describe(passage: PassageRecord, heads: ReadonlyMap<string, ArticleHead>): string {
  const { id, occurrences, differences, first, rule } = passage;
  const articles = new Set(occurrences.map((o) => o.article)).size;
  const text = occurrences[0].text.replace(/\s+/g, " ");
  const lines = [
    `${paint.bold(id)}  ${rule}, ${count(articles, "article")}`,
    `  ${paint.cyan(text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text)}`,
  ];
  for (const article of new Set(occurrences.map((o) => o.article))) {
    const mark = article === first ? paint.green("  first") : "";
    lines.push(`  ${nameSource(article, heads.get(article))}${mark}`);
    const own = differences.filter((d) => d.article === article);
    for (const difference of own.slice(0, SHOWN_DIFFERENCES))
      lines.push(`      ${describeDifference(difference)}`);
    if (own.length > SHOWN_DIFFERENCES)
      lines.push(paint.dim(`      ${count(own.length - SHOWN_DIFFERENCES, "further difference")}`));
  }
  return lines.join("\n");
}

function nameSource(article: string, head: ArticleHead | undefined): string {
  if (head === undefined) return article;
  const { published, outlet, agency, origin } = head;
  const credit = agency === null ? "" : `, credits ${agency}`;
  return `${published?.edtf ?? "undated   "}  ${outlet ?? "unknown outlet"}${credit}  ${paint.dim(origin)}`;
}

function describeDifference({ from, to }: PassageDifference): string {
  if (from === "") return `has also “${to}”`;
  if (to === "") return `lacks “${from}”`;
  return `“${to}” for “${from}”`;
}
