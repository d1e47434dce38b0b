// Compiles kernel.ts and writes src/learn/kernel-wasm.ts. Run: node train/kernel/build.mjs
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "kernel-"));
const out = join(folder, "kernel.wasm");
const options = ["-O3", "--runtime", "stub", "--noAssert", "--enable", "simd", "--importMemory"];
execFileSync("npx", ["-y", "-p", "assemblyscript@0.28.20", "asc", join(here, "kernel.ts"), ...options, "-o", out], {
  stdio: "inherit",
});
const base64 = readFileSync(out).toString("base64");
rmSync(folder, { recursive: true });
const lines = base64.match(/.{1,100}/g).map((line) => `  "${line}",`);
writeFileSync(
  join(here, "../../src/learn/kernel-wasm.ts"),
  `/** The compiled inner loops; source and build: train/kernel. Made by \`node train/kernel/build.mjs\`. */
export const KERNEL_WASM = [
${lines.join("\n")}
].join("");
`,
);
console.log(`src/learn/kernel-wasm.ts: ${Math.round((base64.length * 3) / 4)} bytes of WebAssembly`);
