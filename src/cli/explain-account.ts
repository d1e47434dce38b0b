/**
 * Why answers stand side by side in an account.
 *
 * In: an account. Out: as JSON and as lines, the rule that found what is asked in each report, whether the answers
 * exclude each other, and for each answer on whose word and by which words it stands.
 */
import type { AccountRecord } from "../core/records.js";
import { paint } from "./paint.js";

const MEANINGS = {
  conflict: "the answers exclude each other; none is declared right",
  precision: "one answer is only more precise than another",
} as const;

export function explainAccount(account: AccountRecord): { json: unknown; lines: string[] } {
  const { id, rule, about, question, relation, answers } = account;
  const meaning = MEANINGS[relation];
  return {
    json: { account: id, rule, about, question, relation, meaning, answers },
    lines: [
      `${paint.bold(question)}  ${rule}`,
      `${relation}: ${meaning}`,
      ...answers.map(({ value, attribution, evidence }) => {
        const chain = attribution.map(({ name }) => name).join(" > ");
        const words = evidence.map(
          ({ article, part, text }) =>
            `  ${part.padEnd(9)} ${text.replace(/\s+/g, " ")}  ${paint.dim(article)}`,
        );
        return [
          `${paint.bold(value)}  ${chain === "" ? "on the articles' own word" : `on the word of ${chain}`}`,
          ...words,
        ].join("\n");
      }),
    ],
  };
}
