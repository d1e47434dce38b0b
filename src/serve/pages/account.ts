/** One account: a question and all answers to it, each with all of its reports. */
import { findTexts } from "../../store/record-head.js";
import {
  drawAnswers,
  gatherReports,
  listArticles,
  type ShownAccount,
  wordAbout,
  wordRelation,
} from "../account-answers.js";
import { html } from "../markup.js";
import type { Page } from "../page.js";
import { PageError } from "../page-error.js";
import { drawName, recordPath, shorten } from "../wording.js";

/** Reports of an answer that are shown at most. */
const REPORTS = 100;

export const accountPage: Page<ShownAccount> = {
  path: "/accounts/:id",

  async load(store, { id }) {
    const account = await store.findRecord(id);
    if (account?.kind !== "account") {
      throw new PageError("not-found", "No account in this store has this id", {
        at: id.slice(0, 200),
        hint: "Accounts are found anew with every reading. The list has the current ones: /accounts",
      });
    }
    const ids = account.answers.flatMap((answer) => listArticles(answer).slice(0, REPORTS));
    return gatherReports(account, await findTexts(store, ids), REPORTS);
  },

  draw(shown) {
    const { id, about, question, relation, rule } = shown.account;
    return {
      title: shorten(question),
      section: "accounts",
      shape: "list",
      body: html`<article class="account">
<h1>${drawName(question, 600)}</h1>
<p class="summary">${wordAbout(about)}; ${wordRelation(relation)}. Found by: <a href="${recordPath(id)}">${drawName(rule, 80)}</a>. <a href="/accounts">All accounts</a></p>
${drawAnswers(shown)}
</article>`,
    };
  },
};
