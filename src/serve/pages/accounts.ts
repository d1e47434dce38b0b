/** Where reports differ: each question with its answers side by side. */
import { ACCOUNT_ABOUTS } from "../../core/records.js";
import { countAccounts, listAccounts } from "../../store/account-queries.js";
import { listOutlets, type OutletCount } from "../../store/page-queries.js";
import { listIssueChoices } from "../../store/position-queries.js";
import type { RecordFilter } from "../../store/record-filter.js";
import { findTexts } from "../../store/record-head.js";
import {
  drawAnswers,
  gatherReports,
  listArticles,
  type ShownAccount,
  wordAbout,
  wordRelation,
} from "../account-answers.js";
import { readFilter } from "../filter.js";
import {
  type Choice,
  DATE_FIELDS,
  drawFilterForm,
  drawFound,
  INDEPENDENT_FIELD,
  makeChoices,
  makeIssueField,
  makeOutletField,
} from "../filter-form.js";
import { drawPaging, readPage, wordRange } from "../list-address.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { drawRecordView } from "../record-view.js";
import { drawName } from "../wording.js";

/** The body of `/accounts.json`. */
export interface AccountsData {
  readonly filter: RecordFilter;
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly accounts: readonly ShownAccount[];
  /** What there is, filtered or not. */
  readonly abouts: readonly { readonly about: string; readonly accounts: number }[];
  readonly issues: readonly Choice[];
  readonly outlets: readonly OutletCount[];
}

const PATH = "/accounts";

/** Accounts on one page: each has several sentences. */
const SIZE = 20;

/** Issues to choose from. */
const CHOICES = 300;

/** Reports of an answer that are shown in the list; the account's own page has all. */
const REPORTS = 2;

export const accountsPage: Page<AccountsData> = {
  path: PATH,

  async load(store, { query }) {
    const filter = readFilter(
      query,
      ["actor", "issue", "type", "outlet", "from", "to", "independent"],
      ACCOUNT_ABOUTS,
    );
    const page = readPage(query);
    const { total, accounts } = await listAccounts(store, filter, { page, size: SIZE });
    const ids = accounts.flatMap(({ answers }) =>
      answers.flatMap((answer) => listArticles(answer).slice(0, REPORTS)),
    );
    const texts = await findTexts(store, ids);
    return {
      filter,
      total,
      page,
      pageSize: SIZE,
      accounts: accounts.map((account) => gatherReports(account, texts, REPORTS)),
      abouts: await countAccounts(store),
      issues: makeChoices(await listIssueChoices(store, CHOICES)),
      outlets: await listOutlets(store),
    };
  },

  draw(data, { query }) {
    const { filter, page, total } = data;
    return drawRecordView({
      title: "Accounts",
      section: "accounts",
      kind: "account",
      filter,
      empty: data.abouts.length === 0 ? EMPTY : undefined,
      summary:
        "Where reports differ. The answers stand side by side, each with its sentence and on whose word; nobody is declared right.",
      form: drawForm(data),
      found: drawFound(wordRange(page, total, "account", "accounts", SIZE), filter, PATH),
      list: html`${joinMarkup(data.accounts.map(drawAccount))}
${drawPaging(PATH, query, page, total, SIZE)}`,
    });
  },
};

const EMPTY = [
  "No differing accounts",
  "Nothing was found in this store that two reports tell differently. Accounts are laid side by side once several reports tell of one event, figure, date or place; nobody is declared right.",
] as const;

function drawForm({ filter, abouts, issues, outlets }: AccountsData): Markup {
  return drawFilterForm(
    PATH,
    "Filter the accounts",
    [
      {
        kind: "choice",
        name: "type",
        label: "About",
        choices: abouts.map(({ about, accounts }) => ({
          value: about,
          label: wordAbout(about),
          count: accounts,
        })),
      },
      { kind: "words", name: "actor", label: "Who", hint: "a name" },
      makeIssueField(issues),
      makeOutletField(outlets),
      ...DATE_FIELDS,
      INDEPENDENT_FIELD,
    ],
    { ...filter },
  );
}

function drawAccount(shown: ShownAccount): Markup {
  const { id, about, question, relation } = shown.account;
  return html`<section class="account">
<h2><a href="${PATH}/${encodeURIComponent(id)}">${drawName(question, 300)}</a></h2>
<p class="from">${wordAbout(about)}; ${wordRelation(relation)}</p>
${drawAnswers(shown)}
</section>
`;
}
