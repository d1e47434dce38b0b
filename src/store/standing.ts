/**
 * Who stands where on what in an article: in, its records; out, a row for each holder of each position.
 *
 * The table `standing` holds those of current articles alone. It answers with a few narrow columns what would otherwise
 * unfold the holders, chains and evidence of every position.
 */
import type { ArticleRecord, PositionRecord, Stance, WithinArticle } from "../core/records.js";
import type { ComputedColumns } from "./database.js";
import { earliestOf, latestOf } from "./edtf-order.js";
import { makeActorKey, makeKey } from "./presence.js";

/** A row of the table, as it is given to {@link STANDING_COLUMNS}. */
export interface StandingRow {
  readonly article: string;
  /** The position's place in its article. */
  readonly n: number;
  /** As SQL's `keyOf` makes them. */
  readonly key: string;
  readonly name: string;
  readonly issueKey: string;
  readonly label: string;
  readonly stance: Stance;
  /** True where the holder is the source of the innermost link of the attribution. */
  readonly own: boolean;
  /** Where the first evidence begins. */
  readonly begins: number | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  /** EDTF, of the position or else of its article; the days that it may mean stand in the table. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Columns that are worked out when rows are written. */
export const STANDING_COLUMNS: ComputedColumns = {
  agency: "lower(agency)",
  earliest: earliestOf("earliest"),
  latest: latestOf("latest"),
};

/** The rows of one article; a holder that a position names twice has one. */
export function listStandings(article: ArticleRecord, records: readonly WithinArticle[]): StandingRow[] {
  return records.flatMap((record, n) => (record.kind === "position" ? standingsOf(article, record, n) : []));
}

function standingsOf(article: ArticleRecord, position: PositionRecord, n: number): StandingRow[] {
  const { holders, issue, stance, attribution, evidence } = position;
  const source = attribution.at(-1);
  const speaker = source && makeActorKey(source);
  const own = position.date?.edtf;
  const edtf = (own === undefined || own.startsWith("XXXX") ? article.published?.edtf : own) ?? null;
  const rows = new Map<string, StandingRow>();
  for (const holder of holders) {
    const key = makeActorKey(holder);
    if (rows.has(key)) continue;
    rows.set(key, {
      article: article.id,
      n,
      key,
      name: holder.name,
      issueKey: makeKey(issue.id, issue.label),
      label: issue.label,
      stance,
      own: key === speaker,
      begins: evidence[0]?.start ?? null,
      outlet: article.outlet,
      agency: article.agency,
      earliest: edtf,
      latest: edtf,
    });
  }
  return [...rows.values()];
}
