/**
 * Odd input to the whole program: `npx tsx bench/fuzz.ts [--seed N] [--seconds N] [--size N] [--only WORDS]`.
 *
 * First the families of texts and of files (fuzz-texts.ts, fuzz-files.ts), each at doubled sizes up to `--size`
 * characters: every law (fuzz-laws.ts) must hold, and twice the size may take no more than three times the time. Then
 * the bundled examples, spoiled at random (fuzz-mutations.ts), as texts and as files, for `--seconds`. The same seed
 * gives the same inputs. Without options it takes some minutes; what grows with the square of a text shows in full only
 * from `--size 256000` on. `--only` keeps the families whose names hold these words. Prints what breaks and exits 1
 * where anything did. An input that broke something is kept in a folder for temporary files, whose name is printed.
 */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { SeededRandom } from "../src/learn/seeded-random.js";
import { loadResources } from "../src/resources.js";
import { FILE_FAMILIES } from "./fuzz-files.js";
import { mutateText } from "./fuzz-mutations.js";
import { readOddFile, readOddText } from "./fuzz-run.js";
import { FAMILIES, makeFamilyText } from "./fuzz-texts.js";

/** The smallest text of a family, in characters. */
const SMALLEST = 2000;
/** Below so many milliseconds the clock tells nothing. */
const NOTICEABLE = 150;
/** A family that takes longer for one text is not doubled again, in milliseconds. */
const LONG = 10_000;
/** Linear time gives 2, quadratic 4. */
const MOST_RATIO = 3;

const EXAMPLES = fileURLToPath(new URL("../examples/articles/", import.meta.url));

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    seconds: { type: "string", default: "60" },
    size: { type: "string", default: "64000" },
    only: { type: "string", default: "" },
  },
});
const [seed, seconds, size] = [values.seed, values.seconds, values.size].map(Number);
if (!(Number.isInteger(seed) && seconds >= 0 && size >= SMALLEST)) {
  console.error(
    `usage: npx tsx bench/fuzz.ts [--seed N] [--seconds N] [--size N, at least ${SMALLEST}] [--only WORDS]`,
  );
  process.exit(2);
}
const resources = await loadResources();
let folder: string | undefined;
let faults = 0;

/** Prints what broke and keeps the input. */
function report(name: string, ending: string, input: string | Uint8Array, broken: readonly string[]): void {
  if (broken.length === 0) return;
  faults++;
  folder ??= mkdtempSync(join(tmpdir(), "rapporteur-fuzz-"));
  const path = join(folder, `${faults}${ending}`);
  writeFileSync(path, input);
  console.log(`FAULT ${name}: ${path}`);
  for (const fault of broken.slice(0, 5)) console.log(`  ${fault}`);
  if (broken.length > 5) console.log(`  and ${broken.length - 5} more`);
}

/** Runs a family at doubled sizes; the last two tell how time grows. */
async function grow(name: string, run: (size: number) => Promise<readonly string[]>): Promise<void> {
  if (!name.includes(values.only)) return;
  let before = 0;
  for (let n = SMALLEST; ; n *= 2) {
    let broken: readonly string[] = [];
    const measure = async () => {
      const start = process.cpuUsage();
      broken = await run(n);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    let now = await measure();
    const isSlow = () =>
      now > NOTICEABLE && before > 0 && now > MOST_RATIO * Math.max(before, NOTICEABLE / 2);
    // What else runs on the machine, and collecting garbage, are no fault of the text: the better of two counts.
    if (isSlow()) now = Math.min(now, await measure());
    const ratio = before > 0 ? now / before : 0;
    if (broken.length > 0 || isSlow() || 2 * n > size || now > LONG) {
      const mark = isSlow() ? "  SLOW" : "";
      if (isSlow()) faults++;
      console.log(
        `${name}: ${n} characters, ${Math.round(now)} ms, ${ratio.toFixed(1)} times half of them${mark}`,
      );
      return;
    }
    before = now;
  }
}

// Warm on the examples: what is compiled late would count for the smaller text.
const names = readdirSync(EXAMPLES).sort();
const examples = new Map(names.map((name) => [name, readFileSync(join(EXAMPLES, name))]));
const texts = [...examples]
  .filter(([name]) => name.endsWith(".txt"))
  .map(([, bytes]) => bytes.toString("utf8"));
for (const text of texts) report("an example", ".txt", text, readOddText(text, resources));

for (const family of Object.keys(FAMILIES))
  await grow(family, async (n) => {
    const text = makeFamilyText(family, n, seed);
    const broken = readOddText(text, resources);
    report(family, ".txt", text, broken);
    return broken;
  });
for (const [family, { ending, make }] of Object.entries(FILE_FAMILIES))
  await grow(`${family} (${ending})`, async (n) => {
    const bytes = Buffer.from(make(n), "latin1");
    const broken = await readOddFile(bytes, ending);
    report(family, ending, bytes, broken);
    return broken;
  });

const random = new SeededRandom(seed);
const end = performance.now() + 1000 * seconds;
const files = names.map((name) => ({ name, text: examples.get(name)?.toString("latin1") ?? "" }));
let inputs = 0;
for (; performance.now() < end; inputs++) {
  const text = mutateText(texts, random);
  report("a spoiled text", ".txt", text, readOddText(text, resources));
  const file = files[Math.floor(random.next() * files.length)];
  const bytes = Buffer.from(mutateText([file.text], random), "latin1");
  report(`a spoiled ${file.name}`, extname(file.name), bytes, await readOddFile(bytes, extname(file.name)));
}
console.log(`${inputs} spoiled texts and as many files, seed ${seed}; ${faults} faults`);
process.exitCode = faults > 0 ? 1 : 0;
