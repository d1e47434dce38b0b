/**
 * `eval accounts [--misses]`: are the differences between reports of one event found, and are accounts differences?
 *
 * In: `eval/stories/reports.jsonl` and the labelled differences of `eval/accounts`. Out: one JSON object on standard
 * output: recall over the differences that must be found, all and by what they are about, the share of accounts that
 * lay two answers of a labelled difference side by side, and the share of the differences found whose relation is
 * right. With `--misses`, on standard error, differences not found and accounts on no list.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Evidence } from "../src/core/evidence.js";
import {
  ACCOUNT_ABOUTS,
  type AccountAnswer,
  type AccountRecord,
  type ArticleRecord,
} from "../src/core/records.js";
import { findAccounts } from "../src/corpus/accounts.js";
import { readCells } from "../src/records/cue-table-cells.js";
import { loadResources } from "../src/resources.js";
import { joinReports, ofKind, readStoryReports } from "./story-reports.js";
import { shareOf } from "./tally.js";

/** Words of a report that give an answer, as characters of its article. */
interface GivenAnswer {
  readonly answer: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

interface Difference {
  readonly id: string;
  readonly about: AccountRecord["about"];
  readonly relation: AccountRecord["relation"];
  readonly isNeeded: boolean;
  readonly question: string;
  readonly given: readonly GivenAnswer[];
}

/** An account and the differences that it finds. */
interface Judged {
  readonly account: AccountRecord;
  readonly finds: readonly Difference[];
}

const GUIDE = "eval/accounts/README.md";

export async function run(args: string[]): Promise<void> {
  const reports = await readStoryReports();
  const resources = await loadResources();
  const { articles, records, stories } = joinReports(reports, resources);
  const byReport = new Map(reports.map(({ id }, i) => [id, articles[i]]));
  const differences = readDifferences(byReport);
  const accounts = findAccounts({
    articles,
    events: ofKind(records, "event"),
    references: ofKind(records, "reference"),
    quantities: ofKind(records, "quantity"),
    datings: ofKind(records, "dating"),
    stories,
    knowledge: { windows: resources.happenings.window, questions: resources.questions },
  });
  const judged = accounts.map(
    (account): Judged => ({ account, finds: differences.filter((difference) => finds(account, difference)) }),
  );
  process.stdout.write(`${JSON.stringify(score(differences, judged))}\n`);
  if (args.includes("--misses")) process.stderr.write(`${describe(differences, judged)}\n`);
}

function score(differences: readonly Difference[], judged: readonly Judged[]) {
  const needed = differences.filter(({ isNeeded }) => isNeeded);
  const found = new Set(judged.flatMap(({ finds }) => finds));
  const right = judged.filter(({ finds }) => finds.length > 0);
  const related = right.filter(({ account, finds }) =>
    finds.some(({ relation }) => relation === account.relation),
  );
  const byAbout = ACCOUNT_ABOUTS.map((about) => {
    const asked = needed.filter((difference) => difference.about === about);
    const made = judged.filter(({ account }) => account.about === about);
    return [
      about,
      {
        recall: shareOf(asked.filter((difference) => found.has(difference)).length, asked.length),
        differences: asked.length,
        precision: shareOf(made.filter(({ finds }) => finds.length > 0).length, made.length),
        accounts: made.length,
      },
    ];
  });
  const recall = shareOf(needed.filter((difference) => found.has(difference)).length, needed.length);
  const precision = shareOf(right.length, judged.length);
  return {
    pack: "accounts",
    differences: needed.length,
    accounts: judged.length,
    precision,
    recall,
    f1: shareOf(2 * precision * recall, precision + recall),
    relation: shareOf(related.length, right.length),
    about: Object.fromEntries(byAbout),
  };
}

/** Whether two answers of the account are two of the difference. */
function finds({ answers }: AccountRecord, { given }: Difference): boolean {
  const met = answers.map((answer) => answersMet(answer, given));
  return met.some((left, i) =>
    met.slice(i + 1).some((right) => [...left].some((a) => [...right].some((b) => a !== b))),
  );
}

function answersMet({ evidence }: AccountAnswer, given: readonly GivenAnswer[]): Set<string> {
  return new Set(
    given.filter((words) => evidence.some((e) => overlaps(e, words))).map(({ answer }) => answer),
  );
}

function overlaps(e: Evidence, { article, start, end }: GivenAnswer): boolean {
  return e.article === article && e.start < end && start < e.end;
}

function readDifferences(byReport: ReadonlyMap<string, ArticleRecord>): Difference[] {
  const given = new Map<string, GivenAnswer[]>();
  for (const cells of readTable("answers.tsv", ["difference", "answer", "report", "words"])) {
    const article = byReport.get(cells.text("report"));
    if (article === undefined) return cells.fail("report", `No report has the id "${cells.text("report")}".`);
    const words = cells.text("words");
    const start = article.text.indexOf(words);
    if (start < 0 || article.text.indexOf(words, start + 1) >= 0)
      cells.fail("words", `"${words}" must stand in report ${cells.text("report")} once.`);
    const answer = { answer: cells.text("answer"), article: article.id, start, end: start + words.length };
    const list = given.get(cells.text("difference"));
    if (list) list.push(answer);
    else given.set(cells.text("difference"), [answer]);
  }
  return readTable("differences.tsv", ["id", "about", "relation", "need", "question"]).map((cells) => ({
    id: cells.text("id"),
    about: cells.choice("about", ACCOUNT_ABOUTS),
    relation: cells.choice("relation", ["conflict", "precision"] as const),
    isNeeded: cells.choice("need", ["must", "may"] as const) === "must",
    question: cells.text("question"),
    given: given.get(cells.text("id")) ?? cells.fail("id", "answers.tsv has no answer to it."),
  }));
}

function readTable(name: string, columns: readonly string[]) {
  const path = fileURLToPath(new URL(`./accounts/${name}`, import.meta.url));
  return readCells(readFileSync(path, "utf8"), `eval/accounts/${name}`, columns, GUIDE);
}

function describe(differences: readonly Difference[], judged: readonly Judged[]): string {
  const found = new Set(judged.flatMap(({ finds }) => finds));
  const missed = differences.filter((difference) => difference.isNeeded && !found.has(difference));
  const stray = judged.filter(({ finds }) => finds.length === 0);
  return [
    ...missed.map(({ id, about, question }) => `not found: ${id} (${about}) ${question}`),
    ...stray.map(({ account }) => `on no list: ${account.about}: ${account.question}\n${tell(account)}`),
  ].join("\n");
}

function tell({ answers }: AccountRecord): string {
  return answers.map(({ value, text }) => `  ${value}: ${text}`).join("\n");
}
