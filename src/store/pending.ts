/**
 * Articles that a step of an update has yet to look at: those added, analysed anew or taken away since it ran last. They
 * are noted when articles are written, so that no step compares all articles with all that it has done.
 */
import type { Database } from "./database.js";

/** What is brought up to date: passages, stories with accounts, the index of words. */
export const STEPS = ["passages", "stories", "words"] as const;
export type Step = (typeof STEPS)[number];

/** A row of the table `pending`. */
export interface PendingRow {
  readonly article: string;
  readonly step: Step;
}

export function listPending(article: string): PendingRow[] {
  return STEPS.map((step) => ({ article, step }));
}

/** SQL for the ids of the articles; one may be there twice, and may have been looked at before. */
export function selectPending(step: Step): string {
  return `SELECT article FROM pending WHERE step = '${step}'`;
}

/** The articles of a step, each once; there are few but in a run over many. */
export async function readPending(database: Database, step: Step): Promise<string[]> {
  const rows = await database.all(`SELECT DISTINCT article FROM (${selectPending(step)}) ORDER BY article`);
  return rows.map(({ article }) => article as string);
}

/** Forgets the articles of a step, once it has looked at them. */
export function finishStep(database: Database, step: Step): Promise<void> {
  return database.run(`DELETE FROM pending WHERE step = '${step}'`);
}
