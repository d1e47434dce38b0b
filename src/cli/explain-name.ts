/**
 * What a name or an actor's id stands for: where it stands in a store, what the tables know by it, who held its offices.
 *
 * In: the name as a user types it, the store and the lexicon. Out: the explanation as JSON and as lines.
 */
import type { NameLexicon } from "../mentions/name-lexicon.js";
import { findReadings } from "../mentions/name-readings.js";
import { findActorCounts } from "../store/actor-queries.js";
import type { Store } from "../store/store.js";
import { describeReading } from "./explain-links.js";
import { paint } from "./paint.js";
import { count } from "./terminal.js";

/** Undefined for a name that neither the store nor the tables know. */
export async function explainName(
  name: string,
  store: Store,
  names: NameLexicon,
): Promise<{ json: unknown; lines: string[] } | undefined> {
  const linked = await findActorCounts(store, name);
  const { readings, terms } = findReadings(names, name);
  if (readings.length === 0 && terms.length === 0 && linked.length === 0) return undefined;
  const lines = [paint.bold(name), "in this store"];
  for (const { id, name: canonical, total, articles } of linked)
    lines.push(
      `  ${id ?? "not linked"}  ${canonical}  ${count(total, "time")} in ${count(articles, "article")}`,
    );
  if (linked.length === 0) lines.push("  nowhere");
  lines.push("can stand for");
  for (const reading of readings) lines.push(`  ${describeReading(reading)}`);
  if (readings.length === 0) lines.push("  nobody whom the tables know");
  if (terms.length > 0) lines.push("offices");
  for (const { name: person, title, of, from, to } of terms)
    lines.push(`  ${(from ?? "").padEnd(10)} ${(to ?? "").padEnd(10)} ${person}, ${title}, ${of}`);
  return { json: { name, linked, readings, terms }, lines };
}
