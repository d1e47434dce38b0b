/** Runs the built command in a folder, as a user would. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { runCommandLine } from "../../src/cli/run.js";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** False where nobody has built the program; `npm test` builds it first. */
export const isBuilt = existsSync(MAIN);

const env = { ...process.env, NO_COLOR: "1", NODE_NO_WARNINGS: "1" };

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as it came. */
  readonly bytes: Buffer;
}

/** Runs `rapporteur args…` in `cwd` with `input` on standard input. */
export function run(cwd: string, args: readonly string[], input = ""): CommandResult {
  const result = spawnSync(process.execPath, [MAIN, ...args], { cwd, env, input, maxBuffer: 1 << 28 });
  return {
    code: result.status,
    stdout: result.stdout.toString(),
    stderr: result.stderr.toString(),
    bytes: result.stdout,
  };
}

/** Runs a command line in this process, which is quicker; paths are relative to the repository. */
export async function runHere(args: readonly string[]): Promise<Omit<CommandResult, "bytes">> {
  const printed = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((piece) => {
      printed[name] += String(piece);
      return true;
    }),
  );
  const before = process.exitCode;
  try {
    const code = await runCommandLine(["node", "rapporteur", ...args]);
    return { code, ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = before;
  }
}

/** Runs a command whose reader goes away after the first piece, as in `rapporteur export | head -1`. */
export function runUntilFirstOutput(cwd: string, args: readonly string[]): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.once("data", (piece) => {
      stdout = String(piece);
      child.stdout.destroy();
    });
    child.stderr.on("data", (piece) => {
      stderr += piece;
    });
    child.on("close", (code) => resolve({ code, stdout, stderr, bytes: Buffer.from(stdout) }));
  });
}

/** Starts a command that serves, calls `visit` with the address that it prints, and stops it. */
export async function runServer(
  cwd: string,
  args: readonly string[],
  visit: (address: string) => Promise<void>,
): Promise<void> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.on("close", resolve));
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let output = "";
      const listen = (piece: Buffer) => {
        output += piece;
        const found = /http:\/\/\S+/.exec(output);
        if (found) resolve(found[0]);
      };
      child.stdout.on("data", listen);
      child.stderr.on("data", listen);
      child.on("close", () => reject(new Error(`ended without an address: ${output}`)));
    });
    await visit(address);
  } finally {
    child.kill();
    await ended;
  }
}
