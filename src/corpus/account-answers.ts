/** Answers of an account, gathered from the records that give them. */

import type { Evidence } from "../core/evidence.js";
import { makeId } from "../core/identity.js";
import type { AccountAbout, AccountAnswer, AccountRecord, AttributionLink } from "../core/records.js";

/** One record's answer to a question. */
export interface Answer {
  /** What it comes to: answers with the same value are one. */
  readonly value: string;
  /** As written. */
  readonly text: string;
  readonly article: string;
  readonly attribution: readonly AttributionLink[];
  readonly evidence: readonly Evidence[];
}

/**
 * The account of `answers`; undefined where they all say the same, or all stand in one article, unless that lays
 * the words of several speakers side by side (`isContrast`).
 */
export function makeAccount(
  about: AccountAbout,
  question: string,
  answers: readonly Answer[],
  relation: AccountRecord["relation"],
  rule: string,
  isContrast = false,
): AccountRecord | undefined {
  const byValue = new Map<string, Answer[]>();
  for (const answer of answers) {
    const same = byValue.get(answer.value);
    if (same) same.push(answer);
    else byValue.set(answer.value, [answer]);
  }
  if (byValue.size < 2) return undefined;
  const isShared = new Set(answers.map(({ article }) => article)).size > 1;
  if (!isShared && !(isContrast && countSpeakers(answers) > 1)) return undefined;
  const merged = [...byValue.values()].map(mergeAnswers).sort((a, b) => (a.value < b.value ? -1 : 1));
  const spans = merged.flatMap(({ evidence }) => evidence.map((e) => `${e.article} ${e.start}`)).sort();
  return {
    kind: "account",
    id: makeId("acc", about, question, ...spans),
    about,
    question,
    relation,
    answers: merged,
    rule,
  };
}

/** Those on whose word the answers stand; an author in his own voice is one of them. */
function countSpeakers(answers: readonly Answer[]): number {
  const speakers = answers.map(({ attribution }) => attribution.at(-1));
  return new Set(speakers.map((speaker) => speaker?.id ?? speaker?.name ?? "")).size;
}

function mergeAnswers(same: readonly Answer[]): AccountAnswer {
  const [first] = same;
  return {
    value: first.value,
    text: first.text,
    articles: [...new Set(same.map(({ article }) => article))].sort(),
    attribution: first.attribution,
    evidence: same.flatMap(({ evidence }) => evidence),
  };
}
