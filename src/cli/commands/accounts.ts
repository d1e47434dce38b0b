import { type Command, Option } from "commander";
import { ACCOUNT_ABOUTS, type AccountAbout, type AccountRecord } from "../../core/records.js";
import { listArticles } from "../../serve/account-answers.js";
import { listAccounts } from "../../store/account-queries.js";
import { type ArticleHead, findTexts } from "../../store/record-head.js";
import { Store } from "../../store/store.js";
import { addFilterOptions, type FilterOptions, parseCount, toFilter } from "../filter-options.js";
import { paint } from "../paint.js";
import { DEFAULT_STORE } from "../store-option.js";
import { count, sanitise } from "../terminal.js";

interface AccountsOptions extends FilterOptions {
  readonly store: string;
  readonly about?: AccountAbout;
  readonly most: number;
  readonly json?: boolean;
}

/** Articles of an answer that are printed; the rest is counted. */
const SHOWN_ARTICLES = 6;

export function addAccountsCommand(program: Command): void {
  const command = program
    .command("accounts")
    .description("print where reports differ: each answer, who gives it, and on whose word")
    .option("--store <file>", "the store to read", DEFAULT_STORE);
  addFilterOptions(command, "only accounts that name this actor or rest on its word: its id or name")
    .addOption(new Option("--about <what>", "only what differs in this").choices([...ACCOUNT_ABOUTS]))
    .option("--most <number>", "print at most so many", parseCount, 50)
    .option("--json", "one record a line, as export writes it")
    .action(async ({ store: file, about, most, json, ...options }: AccountsOptions) => {
      const store = await Store.openReadOnly(file);
      try {
        const filter = { ...toFilter(options), ...(about === undefined ? {} : { type: about }) };
        const { total, accounts } = await listAccounts(store, filter, { page: 1, size: most });
        if (json) {
          for (const account of accounts) process.stdout.write(`${JSON.stringify(account)}\n`);
          return;
        }
        const articles = accounts.flatMap(({ answers }) => answers.flatMap((a) => a.articles));
        const heads = await findTexts(store, articles);
        for (const account of accounts) process.stdout.write(`${sanitise(describe(account, heads))}\n\n`);
        process.stdout.write(`${summarise(accounts.length, total)}\n`);
      } finally {
        store.close();
      }
    });
}

function describe(
  { id, about, question, relation, answers }: AccountRecord,
  heads: ReadonlyMap<string, ArticleHead>,
): string {
  const differ = relation === "conflict" ? "exclude each other" : "differ in precision";
  const lines = [`${paint.bold(question)}  ${paint.dim(`${about}, answers ${differ}, ${id}`)}`];
  for (const answer of answers) {
    const { value, text, attribution } = answer;
    const word = attribution.map(({ name }) => name).join(" > ");
    lines.push(`  ${paint.cyan(value)}  “${text.replace(/\s+/g, " ")}”`);
    // Words and chain are those of one report; others may give the answer on another's word.
    const articles = listArticles(answer);
    articles.slice(0, SHOWN_ARTICLES).forEach((article, k) => {
      const onWhose = k === 0 && word !== "" ? `  on the word of ${word}` : "";
      lines.push(`      ${nameSource(article, heads.get(article))}${onWhose}`);
    });
    if (articles.length > SHOWN_ARTICLES)
      lines.push(paint.dim(`      ${count(articles.length - SHOWN_ARTICLES, "further article")}`));
  }
  return lines.join("\n");
}

function nameSource(article: string, head: ArticleHead | undefined): string {
  if (head === undefined) return article;
  return `${head.published?.edtf ?? "undated   "}  ${head.outlet ?? "unknown outlet"}  ${paint.dim(head.origin)}`;
}

function summarise(printed: number, total: number): string {
  const all = count(total, "account");
  return printed < total ? `${all}, ${printed} printed (--most prints more)` : all;
}
