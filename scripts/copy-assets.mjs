/** After `tsc`: copies what the compiler leaves out (SQL, style sheets, page scripts) beside the output and makes the command executable. */
import { chmodSync, copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const ASSETS = new Set([".sql", ".css", ".svg", ".wasm"]);

for (const entry of readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })) {
  const folder = entry.parentPath ?? entry.path;
  if (!entry.isFile()) continue;
  const isPageScript = extname(entry.name) === ".js";
  if (!ASSETS.has(extname(entry.name)) && !isPageScript) continue;
  const from = join(folder, entry.name);
  const to = join(root, "dist", from.slice(join(root, "src").length + 1));
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
chmodSync(join(root, "dist", "cli", "main.js"), 0o755);
