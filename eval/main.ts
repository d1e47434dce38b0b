/**
 * Runs one pack of the public corpora: `npm run --silent eval -- <pack> <input> <predictions> [options]`.
 *
 * A pack is a file of this folder that exports `run(args)`; only the one asked for is loaded.
 */
import { readdirSync } from "node:fs";
import { UserError } from "../src/core/user-error.js";

interface Pack {
  run(args: string[]): Promise<void>;
}

const [name = "", ...args] = process.argv.slice(2);
try {
  await (await loadPack(name)).run(args);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message + (error.hint ? `\n${error.hint}` : ""));
  process.exitCode = 2;
}

async function loadPack(pack: string): Promise<Pack> {
  const names = readdirSync(new URL(".", import.meta.url))
    .filter((file) => file.endsWith(".ts") && file !== "main.ts")
    .map((file) => file.slice(0, -3));
  if (names.includes(pack)) {
    const loaded = (await import(`./${pack}.ts`)) as Partial<Pack>;
    if (typeof loaded.run === "function") return loaded as Pack;
  }
  throw new UserError(
    "unknown-pack",
    `eval: unknown pack ${JSON.stringify(pack)}, expected one of ${names.filter((n) => !n.includes("-")).join(", ")}`,
    "Usage: npm run --silent eval -- <pack> <input> <predictions> [options]",
  );
}
