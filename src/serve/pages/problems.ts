/** The list of problems: what could not be read or done, where, and what helps. */
import type { ProblemRecord } from "../../core/records.js";
import { countProblemCodes, findTitles, listProblems } from "../../store/page-queries.js";
import { drawPaging, PAGE_SIZE, readPage, readText, wordRange } from "../list-address.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { articlePath, drawName, groupDigits, recordPath, shorten } from "../wording.js";

/** The body of `/problems.json`. */
export interface ProblemsData {
  readonly filter: { readonly code?: string };
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly codes: readonly { code: string; problems: number }[];
  readonly problems: readonly ProblemRecord[];
  /** Titles of the articles that the problems stand in, by id. */
  readonly titles: Readonly<Record<string, string | null>>;
}

export const problemsPage: Page<ProblemsData> = {
  path: "/problems",

  async load(store, { query }) {
    const code = readText(query, "code")?.trim();
    const page = readPage(query);
    const list = await listProblems(store, code, { page, size: PAGE_SIZE });
    const ids = list.problems.flatMap((p) => p.article ?? []);
    return {
      filter: code === undefined ? {} : { code },
      ...list,
      page,
      pageSize: PAGE_SIZE,
      codes: await countProblemCodes(store),
      titles: Object.fromEntries(await findTitles(store, ids)),
    };
  },

  draw(data, { query }) {
    return {
      title: "Problems",
      section: "problems",
      shape: "list",
      body: drawBody(data, query),
      view: { kind: "problem", filter: {} },
    };
  },
};

function drawBody(data: ProblemsData, query: URLSearchParams): Markup {
  if (data.codes.length === 0) {
    return html`<div class="notice"><h1>No problems</h1>
<p>Everything that was read could be read. What cannot be read or understood is listed here, with its
place and a next step; nothing is dropped in silence.</p></div>`;
  }
  return html`<h1>Problems</h1>
<p class="summary">What could not be read or done. The rest of each file and folder was read all the same.</p>
<nav class="codes" aria-label="Kinds of problem"><ul>
<li><a href="/problems"${data.filter.code === undefined && html` aria-current="true"`}>all</a></li>
${data.codes.map(
  ({ code, problems }) =>
    html`<li><a href="/problems?${new URLSearchParams({ code }).toString()}"${
      data.filter.code === code && html` aria-current="true"`
    }>${shorten(code, 60)} <span class="number">${groupDigits(problems)}</span></a></li>\n`,
)}</ul></nav>
<p class="found" role="status">${wordRange(data.page, data.total, "problem")}</p>
<ol class="problems" start="${(data.page - 1) * data.pageSize + 1}">
${joinMarkup(data.problems.map((p) => drawProblem(p, p.article === undefined ? undefined : data.titles[p.article])))}</ol>
${drawPaging("/problems", query, data.page, data.total)}`;
}

/** A problem as an item of a list; `title` is that of its article. */
export function drawProblem(problem: ProblemRecord, title?: string | null): Markup {
  return html`<li>
<p class="message"><a class="code" href="${recordPath(problem.id)}">${shorten(problem.code, 60)}</a> <span dir="auto">${shorten(problem.message, 600)}</span></p>
<p class="place">${drawPlace(problem, title)}</p>
${problem.hint !== undefined && html`<p class="hint" dir="auto">${shorten(problem.hint, 600)}</p>`}
</li>
`;
}

function drawPlace(problem: ProblemRecord, title: string | null | undefined): Markup {
  const line = problem.line === undefined ? "" : `, line ${groupDigits(problem.line)}`;
  const column = problem.column === undefined ? "" : `, column ${groupDigits(problem.column)}`;
  const start = problem.start === undefined ? "" : `, character ${groupDigits(problem.start)}`;
  const parts: Markup[] = [];
  if (problem.origin !== undefined) parts.push(html`${drawName(problem.origin, 300)}${line}${column}`);
  if (problem.article !== undefined) {
    parts.push(
      html`in <a href="${articlePath(problem.article)}">${drawName(title ?? problem.article)}</a>${start}`,
    );
  }
  return joinMarkup(parts, " · ");
}
