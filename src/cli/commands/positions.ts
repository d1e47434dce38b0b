import { type Command, Option } from "commander";
import type { PositionRecord, Stance } from "../../core/records.js";
import { listPositions } from "../../store/position-queries.js";
import type { Headed } from "../../store/record-head.js";
import { Store } from "../../store/store.js";
import { addFilterOptions, type FilterOptions, parseCount, toFilter } from "../filter-options.js";
import { paint } from "../paint.js";
import { DEFAULT_STORE } from "../store-option.js";
import { count, sanitise } from "../terminal.js";

interface PositionsOptions extends FilterOptions {
  readonly store: string;
  readonly stance?: Stance;
  readonly most: number;
  readonly json?: boolean;
}

const SIGNS: Readonly<Record<Stance, string>> = { favor: "+", against: "−", neutral: "○" };

export function addPositionsCommand(program: Command): void {
  const command = program
    .command("positions")
    .description("print who stands where on what, and on whose word, the latest first")
    .option("--store <file>", "the store to read", DEFAULT_STORE)
    .option("--issue <name>", "only positions on this issue: its id or label");
  addFilterOptions(command, "only positions of this holder: its id or name")
    .addOption(
      new Option("--stance <stance>", "only these positions").choices(["favor", "against", "neutral"]),
    )
    .option("--most <number>", "print at most so many", parseCount, 50)
    .option("--json", "one record a line, as export writes it")
    .action(async ({ store: file, stance, most, json, ...options }: PositionsOptions) => {
      const store = await Store.openReadOnly(file);
      try {
        const filter = { ...toFilter(options), ...(stance === undefined ? {} : { type: stance }) };
        const { total, positions } = await listPositions(store, filter, { page: 1, size: most });
        for (const position of positions) {
          const line = json ? JSON.stringify(position.record) : sanitise(describe(position));
          process.stdout.write(`${line}\n`);
        }
        if (!json) process.stdout.write(`${summarise(positions.length, total)}\n`);
      } finally {
        store.close();
      }
    });
}

function describe({ record, article }: Headed<PositionRecord>): string {
  const { holders, stance, issue, condition, attribution } = record;
  const word = attribution.length === 0 ? "the report" : attribution.map(({ name }) => name).join(" > ");
  const when = record.date?.edtf ?? article.published?.edtf ?? "undated";
  return [
    `${SIGNS[stance] ?? "?"} ${paint.bold(holders.map(({ name }) => name).join(", "))}: ${issue.label}`,
    ...(condition === null ? [] : [`    if ${condition}`]),
    paint.dim(
      `    ${when}  on the word of ${word}  ${article.outlet ?? "unknown outlet"}  ${article.origin}  ${record.id}`,
    ),
  ].join("\n");
}

function summarise(printed: number, total: number): string {
  const all = count(total, "position");
  return printed < total ? `${all}, ${printed} printed (--most prints more)` : all;
}
