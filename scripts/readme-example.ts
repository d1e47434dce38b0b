/**
 * The README's example: `npx tsx scripts/readme-example.ts` reads examples/readme/fishing-talks.txt and writes the
 * article and its records, as they are, between the markers in README.md. A test holds the two together.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readArticle } from "../src/read-article.js";
import { loadResources } from "../src/resources.js";

const ORIGIN = "examples/readme/fishing-talks.txt";
const README = new URL("../README.md", import.meta.url);
const BEGIN = "<!-- example:begin -->";
const END = "<!-- example:end -->";

/** What stands between the markers. */
export async function makeReadmeExample(): Promise<string> {
  const text = readFileSync(new URL(`../${ORIGIN}`, import.meta.url), "utf8");
  const { records } = readArticle(text, await loadResources(), { origin: ORIGIN });
  const lines = records.map((record, i) => {
    const { evidence, ...rest } = record;
    // All evidence of the first record; the others have theirs too.
    const shown = i === 0 ? { ...rest, evidence: evidence.map(({ article: _, ...e }) => e) } : rest;
    const dropped = Object.entries(shown).filter(
      ([key, v]) => key !== "article" && v !== null && !(Array.isArray(v) && v.length === 0),
    );
    return JSON.stringify(Object.fromEntries(dropped));
  });
  return `\nOne article in:\n\n\`\`\`text\n${text.trim()}\n\`\`\`\n\nIts records out (evidence of the first only, empty fields left out; the export has all):\n\n\`\`\`json\n${lines.join("\n")}\n\`\`\`\n`;
}

/** The part of the README between the markers. */
export function readReadmeExample(): string {
  const readme = readFileSync(README, "utf8");
  return readme.slice(readme.indexOf(BEGIN) + BEGIN.length, readme.indexOf(END));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const readme = readFileSync(README, "utf8");
  const before = readme.slice(0, readme.indexOf(BEGIN) + BEGIN.length);
  writeFileSync(README, `${before}\n${await makeReadmeExample()}\n${readme.slice(readme.indexOf(END))}`);
}
