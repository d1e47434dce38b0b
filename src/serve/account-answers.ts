/** The answers of an account side by side: what each says, in which sentence, in which reports, on whose word. */

import { wordDate } from "../core/date-wording.js";
import type { AccountAnswer, AccountRecord } from "../core/records.js";
import type { ArticleHead } from "../store/record-head.js";
import { html, joinMarkup, type Markup } from "./markup.js";
import { drawWord } from "./on-whose-word.js";
import { drawQuote, findQuote, type Quote } from "./quote.js";
import { drawSource } from "./source-line.js";
import { count, drawName, shorten } from "./wording.js";

/** An answer's report: where it comes from and the sentence that gives the answer. */
export interface AnswerReport {
  readonly article: ArticleHead;
  readonly quote: Quote | null;
}

/** An account with the reports of each answer, in the order of its answers. */
export interface ShownAccount {
  readonly account: AccountRecord;
  readonly reports: readonly (readonly AnswerReport[])[];
}

/** What an account is about, in words. */
const ABOUT_WORDING: Readonly<Record<string, string>> = {
  figure: "how many",
  actor: "who did it",
  date: "when",
  place: "where",
  name: "what it is called",
  denial: "whether it happened",
};

/** "how many", "when". */
export function wordAbout(about: string): string {
  return ABOUT_WORDING[about] ?? shorten(about, 40);
}

/** Whether the answers exclude each other. */
export function wordRelation(relation: AccountRecord["relation"]): string {
  return relation === "precision" ? "one is more precise" : "the answers exclude each other";
}

/** Articles of an answer: the one whose attribution the answer has first. */
export function listArticles({ articles, evidence }: AccountAnswer): string[] {
  const first = evidence.at(0)?.article;
  return [...articles].sort((a, b) => Number(b === first) - Number(a === first));
}

/** The reports of each answer, at most `most` of them, with their sentences. */
export function gatherReports(
  account: AccountRecord,
  texts: ReadonlyMap<string, ArticleHead & { readonly text: string }>,
  most: number,
): ShownAccount {
  const reports = account.answers.map((answer) =>
    listArticles(answer)
      .slice(0, most)
      .flatMap((id) => {
        const source = texts.get(id);
        if (source === undefined) return [];
        const { text: _, ...article } = source;
        return [
          {
            article,
            quote: findQuote(
              texts,
              answer.evidence.filter((e) => e.article === id),
            ),
          },
        ];
      }),
  );
  return { account, reports };
}

/** The answers as a row of columns; below each other where there is no room. */
export function drawAnswers({ account, reports }: ShownAccount): Markup {
  return html`<ol class="answers">
${joinMarkup(account.answers.map((answer, i) => drawAnswer(account.about, answer, reports[i] ?? [])))}</ol>`;
}

function drawAnswer(
  about: AccountRecord["about"],
  answer: AccountAnswer,
  reports: readonly AnswerReport[],
): Markup {
  const more = answer.articles.length - reports.length;
  return html`<li>
<h3>${drawName(wordValue(about, answer), 120)}</h3>
<p class="from">${count(answer.articles.length, "report")}, ${answer.articles.length > 1 && "the first "}${drawWord(answer.attribution)}</p>
<ul>${joinMarkup(
    reports.map(
      ({
        article,
        quote,
      }) => html`<li>${quote && html`<blockquote dir="auto">${drawQuote(quote, answer.evidence)}</blockquote>`}
<p class="from">${drawSource(article)}</p></li>
`,
    ),
  )}</ul>
${more > 0 && html`<p class="from">and ${count(more, "more report")}</p>`}
</li>
`;
}

/** What the answer comes to, in the report's own words where the value is an id. */
function wordValue(about: AccountRecord["about"], { value, evidence }: AccountAnswer): string {
  if (value === "asserted") return "told as done";
  if (about === "date") return wordDate(value);
  if (about !== "actor" && about !== "place") return value;
  const words = [...new Set(evidence.filter(({ part }) => part === about).map(({ text }) => text))];
  return words.length === 0 ? value : words.slice(0, 3).join(", ");
}
