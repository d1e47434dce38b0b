/** The first page: what is in the record, over what time, about whom and what, where reports differ, what failed. */
import type { AccountRecord, RecordKind } from "../../core/records.js";
import { listAccounts } from "../../store/account-queries.js";
import {
  type ActorLine,
  type ArticlePoint,
  countArticlesOverTime,
  countKinds,
  type IssueLine,
  listMainActors,
  listMainIssues,
} from "../../store/overview-queries.js";
import { countProblemCodes, listOutlets, type OutletCount } from "../../store/page-queries.js";
import { listWidestStories, type StoryLine } from "../../store/story-queries.js";
import { wordAbout } from "../account-answers.js";
import { actorPath } from "../actor-name.js";
import { addressWith } from "../filter.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import { drawNothingRead } from "../nothing-read.js";
import type { Page } from "../page.js";
import { drawArticlesOverTime } from "../pictures/articles-over-time.js";
import { LANE_WORDING } from "../pictures/timeline.js";
import { drawStances } from "../stance.js";
import { drawStory } from "../story-item.js";
import { count, drawName, groupDigits, shorten } from "../wording.js";

/** The body of `/index.json`. */
export interface OverviewData {
  readonly record: Record<RecordKind, number>;
  readonly overTime: readonly ArticlePoint[];
  readonly outlets: readonly OutletCount[];
  readonly actors: readonly ActorLine[];
  readonly issues: readonly IssueLine[];
  /** The stories with the most independent reports. */
  readonly stories: readonly StoryLine[];
  readonly accounts: readonly AccountRecord[];
  readonly problems: readonly { readonly code: string; readonly problems: number }[];
}

/** Lines of each list; the pages that they lead to have all. */
const LINES = 12;
const STORIES = 5;
const ACCOUNTS = 6;

export const overviewPage: Page<OverviewData> = {
  path: "/",

  async load(store) {
    const { accounts } = await listAccounts(store, {}, { page: 1, size: ACCOUNTS });
    return {
      record: await countKinds(store),
      overTime: await countArticlesOverTime(store),
      outlets: (await listOutlets(store)).slice(0, LINES),
      actors: await listMainActors(store, LINES),
      issues: await listMainIssues(store, LINES),
      stories: await listWidestStories(store, STORIES),
      accounts,
      problems: await countProblemCodes(store),
    };
  },

  draw(data) {
    const isEmpty = data.record.article === 0 && data.record.problem === 0;
    return {
      title: "Overview",
      section: "overview",
      shape: "list",
      body: isEmpty ? drawNothingRead() : drawBody(data),
      view: { filter: {} },
    };
  },
};

function drawBody(data: OverviewData): Markup {
  const { record, stories, accounts } = data;
  return html`<h1>What is in the record</h1>
<p class="summary">${count(record.article, "article")}, read sentence by sentence. Every line below leads to the sentences it rests on.</p>
${drawCounts(data)}
${drawOverTime(data.overTime)}
<div class="columns">
${drawActors(data.actors)}
${drawIssues(data.issues)}
${drawOutlets(data.outlets)}
${accounts.length > 0 && drawAccounts(accounts, record.account)}
</div>
${
  stories.length > 0 &&
  html`<section><h2>Told most widely</h2>
<ol class="stories">${joinMarkup(stories.map((story) => drawStory(story, LANE_WORDING[story.lane])))}</ol>
<p class="found"><a href="/timeline">All ${count(record.story, "story", "stories")} on the timeline</a></p></section>`
}
${drawProblems(data)}`;
}

/** Kinds with a page of their own, and what is counted beside them. */
function drawCounts({ record, problems }: OverviewData): Markup {
  const failed = problems.reduce((sum, code) => sum + code.problems, 0);
  const counts: [number, string, string, string?][] = [
    [record.article, "article", "articles", "/articles"],
    [record.statement, "statement", "statements"],
    [record.event, "event", "events"],
    [record.story, "story", "stories", "/timeline"],
    [record.position, "position", "positions", "/positions"],
    [record.account, "differing account", "differing accounts", "/accounts"],
    [record.quantity, "figure", "figures"],
    [record.role, "office holder", "office holders"],
    [record.passage, "shared passage", "shared passages", "/reuse"],
    [failed, "problem", "problems", "/problems"],
  ];
  return html`<ul class="counts">${counts.map(([n, one, many, address]) => {
    const words = html`<b>${groupDigits(n)}</b> ${n === 1 ? one : many}`;
    return html`<li>${address === undefined ? html`<span>${words}</span>` : html`<a href="${address}">${words}</a>`}</li>\n`;
  })}</ul>`;
}

function drawOverTime(points: readonly ArticlePoint[]): Markup | undefined {
  const picture = drawArticlesOverTime(points);
  return picture && html`<section><h2>Articles over time</h2>\n${picture}</section>`;
}

function drawActors(actors: readonly ActorLine[]): Markup | undefined {
  if (actors.length === 0) return undefined;
  return html`<section><h2>Main actors</h2>
<table class="plain wide"><thead><tr><th scope="col">Who</th><th scope="col" class="number">acts</th><th scope="col" class="number">receives</th><th scope="col" class="number">positions</th></tr></thead>
<tbody>${joinMarkup(
    actors.map(
      ({
        key,
        name,
        acted,
        received,
        positions,
      }) => html`<tr><th scope="row"><a href="${actorPath(key)}">${drawName(name, 60)}</a></th>
<td class="number">${groupDigits(acted)}</td><td class="number">${groupDigits(received)}</td><td class="number">${
        positions === 0
          ? "0"
          : html`<a href="${addressWith("/positions", { actor: key })}" aria-label="${count(positions, "position")} of ${shorten(name, 60)}">${groupDigits(positions)}</a>`
      }</td></tr>\n`,
    ),
  )}</tbody></table>
<p class="found"><a href="/actors">All actors, and who acts on whom</a></p></section>`;
}

function drawIssues(issues: readonly IssueLine[]): Markup | undefined {
  if (issues.length === 0) return undefined;
  return html`<section><h2>Issues</h2>
<ul class="issues">${joinMarkup(
    issues.map(({ key, name, favor, against, neutral }) => {
      const counts = [
        { stance: "favor" as const, own: null, positions: favor },
        { stance: "against" as const, own: null, positions: against },
        { stance: "neutral" as const, own: null, positions: neutral },
      ].filter(({ positions }) => positions > 0);
      return html`<li><a href="${addressWith("/positions", { issue: key })}">${drawName(name, 90)}</a> ${drawStances(counts)}</li>\n`;
    }),
  )}</ul></section>`;
}

function drawOutlets(outlets: readonly OutletCount[]): Markup | undefined {
  if (outlets.length === 0) return undefined;
  return html`<section><h2>Outlets</h2>
<ul class="issues">${joinMarkup(
    outlets.map(
      ({ outlet, articles }) =>
        html`<li><a href="${addressWith("/articles", { outlet })}">${drawName(outlet, 60)}</a> <span class="number">${groupDigits(articles)}</span></li>\n`,
    ),
  )}</ul></section>`;
}

function drawAccounts(accounts: readonly AccountRecord[], total: number): Markup {
  return html`<section><h2>Where reports differ</h2>
<ul class="differ">${joinMarkup(
    accounts.map(
      ({ id, question, about, answers }) =>
        html`<li><a href="/accounts/${encodeURIComponent(id)}">${drawName(question, 160)}</a> <span class="from">${count(answers.length, "answer")} on ${wordAbout(about)}</span></li>\n`,
    ),
  )}</ul>
${total > accounts.length && html`<p class="found"><a href="/accounts">All ${groupDigits(total)}</a></p>`}</section>`;
}

function drawProblems({ problems }: OverviewData): Markup {
  if (problems.length === 0) {
    return html`<section><h2>Problems</h2><p class="none">None: everything could be read.</p></section>`;
  }
  return html`<section><h2>Problems</h2>
<nav class="codes" aria-label="Problems by kind"><ul>${problems.map(
    ({ code, problems }) =>
      html`<li><a href="/problems?${new URLSearchParams({ code }).toString()}">${shorten(code, 60)} <span class="number">${groupDigits(problems)}</span></a></li>\n`,
  )}</ul></nav></section>`;
}
