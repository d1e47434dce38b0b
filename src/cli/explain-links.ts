/**
 * How a stored record's actors, places and dates were linked, and what else each could have been.
 *
 * In: a record that stands within an article, the article and the resources. Out: one link for each piece of evidence
 * that names somebody, a place or a time; and the lines that print it. The article is read again, so tables changed
 * since then may link it otherwise.
 */
import { type Evidence, type EvidencePart, spansOverlap } from "../core/evidence.js";
import type { ArticleRecord, PlaceRef, WithinArticle } from "../core/records.js";
import { type ActorExplanation, explainActor } from "../mentions/actor-explanation.js";
import { findActors } from "../mentions/actors.js";
import { type DateMention, findDates } from "../mentions/dates.js";
import type { NameEntry } from "../mentions/name-entry.js";
import { explainPlace, type PlaceExplanation } from "../mentions/place-explanation.js";
import { raiseReportingVerbs } from "../records/reporting-verbs.js";
import type { Resources } from "../resources.js";
import { paint } from "./paint.js";

export type Link =
  | ({ readonly part: EvidencePart; readonly is: "actor" } & ActorExplanation)
  | ({ readonly part: EvidencePart; readonly is: "place" } & PlaceExplanation)
  | ({ readonly part: EvidencePart; readonly is: "date" } & Pick<
      DateMention,
      "start" | "end" | "value" | "type" | "rule"
    >);

const ACTOR_PARTS: ReadonlySet<EvidencePart> = new Set([
  "source",
  "addressee",
  "actor",
  "recipient",
  "holder",
  "person",
]);

/** Other places of a name that are printed; the rest is counted. */
const SHOWN_PLACES = 5;

/** The links of a record, in the order of the text. */
export function explainLinks(record: WithinArticle, article: ArticleRecord, resources: Resources): Link[] {
  const doc = raiseReportingVerbs(resources.analyse(article.text), resources.cues);
  const actors = findActors(doc, article, resources.names);
  const dates = findDates(doc, article, resources.holidays);
  const explain = (evidence: Evidence): Link | undefined => {
    const { part } = evidence;
    if (ACTOR_PARTS.has(part)) {
      const found = explainActor(doc, actors, resources.names, evidence);
      return found && { part, is: "actor", ...found };
    }
    if (part === "place") {
      const found = explainPlace(doc, actors, resources.gazetteer, evidence);
      return found && { part, is: "place", ...found };
    }
    if (part !== "date") return undefined;
    const found = dates.find((date) => spansOverlap(date, evidence));
    return (
      found && {
        part,
        is: "date",
        start: found.start,
        end: found.end,
        value: found.value,
        type: found.type,
        rule: found.rule,
      }
    );
  };
  return record.evidence
    .map(explain)
    .filter((link) => link !== undefined)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A link in lines for a terminal. */
export function printLink(link: Link): string {
  const lines: string[] = [];
  const head = (text: string, to: string) =>
    `${link.part.padEnd(9)} ${paint.bold(text.replace(/\s+/g, " "))} → ${to}  ${paint.dim(link.rule)}`;
  if (link.is === "date") {
    const { edtf, text, basis } = link.value;
    return head(text ?? edtf, `${edtf} (${basis})`);
  }
  if (link.is === "place") {
    lines.push(head(link.text, describePlace(link.ref)));
    for (const other of link.others.slice(0, SHOWN_PLACES)) lines.push(`  not ${describePlace(other)}`);
    const more = link.others.length - SHOWN_PLACES;
    if (more > 0) lines.push(paint.dim(`  and ${more} more of this name`));
    return lines.join("\n");
  }
  lines.push(head(link.text, `${link.ref.id ?? "not linked"}  ${link.ref.name}`));
  if (link.antecedent !== null) lines.push(`  by ${link.antecedent.text.replace(/\s+/g, " ")} before it`);
  for (const { text, readings } of link.names)
    for (const { entry, verdict } of readings) lines.push(`  ${text}: ${describeReading(entry)}  ${verdict}`);
  return lines.join("\n");
}

/** "state:JOR  Jordan (state; JOR, Q810)". */
export function describeReading(reading: NameEntry): string {
  const { id, name, class: kind, country, sector, cameo, wikidata, from, to, context } = reading;
  const codes = [country, sector, cameo, wikidata].filter((code) => code !== undefined).join(", ");
  const time = kind !== "holder" && (from ?? to) !== undefined ? `, ${from ?? ""}–${to ?? ""}` : "";
  const rule = context ? ", only where the article speaks of it otherwise too" : "";
  return `${id}  ${name} (${kind}${codes === "" ? "" : `; ${codes}`}${time}${rule})`;
}

function describePlace({ name, country, kind, lat, lon, geonames }: PlaceRef): string {
  const notes = [kind, country, lat === undefined ? undefined : `${lat}, ${lon}`];
  if (geonames !== undefined) notes.push(`GeoNames ${geonames}`);
  return `${name} (${notes.filter((note) => note !== undefined).join("; ")})`;
}
