/**
 * Why stretches of articles are one passage.
 *
 * In: a passage and its store. Out: as JSON and as lines, where it stands, which article had it first and by what date,
 * and the words that differ.
 */
import type { ArticleRecord, PassageDifference, PassageRecord } from "../core/records.js";
import type { Store } from "../store/store.js";
import { paint } from "./paint.js";

const MEANINGS: Readonly<Record<string, string>> = {
  "same words": "the same words in the same order, signs and spaces apart",
  "edited copy": "words in the same order with some put in, left out or changed",
};

export async function explainPassage(
  passage: PassageRecord,
  store: Store,
): Promise<{ json: unknown; lines: string[] }> {
  const { id, rule, first, occurrences, differences } = passage;
  const meaning = MEANINGS[rule] ?? "a quotation that stands in several articles";
  const places = [];
  for (const { article, start, end } of occurrences) {
    const { origin, outlet, published } = (await store.findRecord(article)) as ArticleRecord;
    places.push({ article, origin, outlet, published, start, end, isFirst: article === first });
  }
  return {
    json: { passage: id, rule, meaning, occurrences: places, differences },
    lines: [
      `${paint.bold(rule)}  ${meaning}`,
      places
        .map(({ article, origin, outlet, published, start, end, isFirst }) => {
          const where = `${published?.edtf ?? "undated"} ${outlet ?? "unknown outlet"} ${origin}`;
          return `${article} ${start}–${end}  ${paint.dim(where)}${isFirst ? "  first, by its date" : ""}`;
        })
        .join("\n"),
      ...(first === null ? ["which was first is open: their dates do not tell"] : []),
      differences.length === 0 ? "no words differ" : differences.map(printDifference).join("\n"),
    ],
  };
}

function printDifference({ article, from, to }: PassageDifference): string {
  return `${article}: ${to === "" ? "nothing" : `"${to}"`} in place of ${from === "" ? "nothing" : `"${from}"`}`;
}
