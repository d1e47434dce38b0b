/**
 * `eval event-sample ARTICLES OUT [--number=200] [--seed=1] [--only=REGEX]`: events drawn at random, to be read.
 *
 * In: JSON Lines with `id` and `text`, gzipped or not; `--only` keeps articles whose id fits. Out: JSON Lines, one
 * event each: type, mode, status, actors, recipients, trigger and its sentence with the trigger in brackets. Every
 * event has the same chance; the same seed draws the same ones from the same coder.
 */
import { writeFileSync } from "node:fs";
import { makeArticle } from "../src/article/make-article.js";
import { UserError } from "../src/core/user-error.js";
import { sentenceSpan } from "../src/corpus/sentence-around.js";
import { SeededRandom } from "../src/learn/seeded-random.js";
import { analyseArticle } from "../src/pipeline.js";
import { loadResources } from "../src/resources.js";
import { readLines } from "./read-lines.js";

export async function run(args: string[]): Promise<void> {
  const [input, output] = args.filter((a) => !a.startsWith("--"));
  if (output === undefined)
    throw new UserError("usage", `eval event-sample: found "${args.join(" ")}", expected ARTICLES OUT`);
  const option = (name: string) => args.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3);
  const number = Number(option("number") ?? 200);
  const random = new SeededRandom(Number(option("seed") ?? 1));
  const only = new RegExp(option("only") ?? "");
  const resources = await loadResources();
  const drawn: object[] = [];
  let seen = 0;
  for await (const line of readLines(input)) {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    if (!only.test(id)) continue;
    const { article, records } = analyseArticle(makeArticle({ origin: id, text }).article, resources);
    for (const event of records) {
      if (event.kind !== "event") continue;
      seen++;
      // Reservoir sampling (Vitter 1985): each event so far stands in the sample with the same chance.
      const place = drawn.length < number ? drawn.length : Math.floor(random.next() * seen);
      if (place >= number) continue;
      const trigger = event.evidence.filter((e) => e.part === "trigger");
      const [first] = trigger;
      const { start, end } = sentenceSpan(article.text, first);
      const sentence = article.text.slice(start, end);
      const at = first.start - start;
      drawn[place] = {
        article: id,
        type: event.type,
        mode: event.eventMode,
        status: event.status,
        actors: event.actors.map((a) => a.text ?? a.name),
        recipients: event.recipients.map((a) => a.text ?? a.name),
        start: first.start,
        trigger: trigger.map((e) => e.text).join(" … "),
        sentence: `${sentence.slice(0, at)}[${first.text}]${sentence.slice(at + first.text.length)}`,
        confidence: event.confidence,
      };
    }
  }
  writeFileSync(output, drawn.map((event, n) => `${JSON.stringify({ n: n + 1, ...event })}\n`).join(""));
  process.stderr.write(`${drawn.length} of ${seen} events\n`);
}
