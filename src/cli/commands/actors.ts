import type { Command } from "commander";
import { UserError } from "../../core/user-error.js";
import { loadResources } from "../../resources.js";
import { ACTOR_PARTS, type ActorCount, findActorCounts } from "../../store/actor-queries.js";
import { Store } from "../../store/store.js";
import { explainName } from "../explain-name.js";
import { paint } from "../paint.js";
import { DEFAULT_STORE } from "../store-option.js";
import { count, sanitise } from "../terminal.js";

interface ActorsOptions {
  readonly store: string;
  readonly actors?: string;
  readonly limit: string;
  readonly json?: boolean;
}

/** Width of the column of names. */
const NAME_WIDTH = 40;

export function addActorsCommand(program: Command): void {
  program
    .command("actors")
    .argument("[name]", "a name or an id: how it links, what else it can mean, who held its offices")
    .description("list everybody whom the store speaks of, or show what a name stands for")
    .option("--store <file>", "the store to read", DEFAULT_STORE)
    .option("--actors <file>", "a table of actors of your own, as for read")
    .option("--limit <number>", "list so many; 0 is all", "50")
    .option("--json", "one object a line")
    .action(async (name: string | undefined, options: ActorsOptions) => {
      const limit = parseLimit(options.limit);
      const store = await Store.openReadOnly(options.store);
      try {
        if (name === undefined) listActors(await findActorCounts(store), limit, options.json);
        else await showName(store, name, options);
      } finally {
        store.close();
      }
    });
}

function parseLimit(written: string): number {
  if (/^\d{1,9}$/.test(written)) return Number(written);
  throw new UserError(
    "bad-limit",
    `--limit ${written}: found "${written}", expected a whole number`,
    "0 lists all.",
  );
}

function listActors(actors: readonly ActorCount[], limit: number, json = false): void {
  const shown = limit === 0 ? actors : actors.slice(0, limit);
  if (json) {
    for (const actor of shown) process.stdout.write(`${JSON.stringify(actor)}\n`);
    return;
  }
  const parts = ACTOR_PARTS.map((part) => part.padStart(9)).join(" ");
  const lines = [paint.bold(`${"name".padEnd(NAME_WIDTH)} ${"total".padStart(6)} ${parts}  id`)];
  for (const actor of shown) {
    const name = actor.name.replace(/\s+/g, " ");
    const cut = name.length > NAME_WIDTH ? `${name.slice(0, NAME_WIDTH - 1)}…` : name.padEnd(NAME_WIDTH);
    const counts = ACTOR_PARTS.map((part) => String(actor.parts[part] || "").padStart(9)).join(" ");
    lines.push(`${cut} ${String(actor.total).padStart(6)} ${counts}  ${actor.id ?? paint.dim("not linked")}`);
  }
  lines.push(paint.dim(summarise(actors, shown.length)));
  process.stdout.write(`${sanitise(lines.join("\n"))}\n`);
}

function summarise(actors: readonly ActorCount[], shown: number): string {
  const linked = actors.filter(({ id }) => id !== null).length;
  const rest = actors.length - shown;
  return `${count(actors.length, "actor")}, ${linked} linked${rest > 0 ? `; ${rest} more with --limit 0` : ""}`;
}

async function showName(store: Store, name: string, options: ActorsOptions): Promise<void> {
  const { names } = await loadResources(options.actors === undefined ? {} : { actors: options.actors });
  const explained = await explainName(name, store, names);
  if (explained === undefined)
    throw new UserError(
      "unknown-name",
      `${name}: neither the tables of actors nor ${options.store} know this name`,
      "rapporteur actors lists the names of the store; --actors FILE adds a table of your own.",
    );
  if (options.json) process.stdout.write(`${JSON.stringify(explained.json)}\n`);
  else process.stdout.write(`${sanitise(explained.lines.join("\n"))}\n`);
}
