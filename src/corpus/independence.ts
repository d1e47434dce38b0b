/**
 * How many reports of a story are independent: copies, reports that rest on one agency, those of one outlet, and
 * reports of one speaker's word count once.
 */
import type { AttributionLink } from "../core/records.js";
import type { StoryMember } from "./telling.js";

export function countIndependent(members: readonly StoryMember[]): number {
  const articles = [...new Set(members.map(({ article }) => article.id))];
  const root = new Map(articles.map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    while (root.get(at) !== at) at = root.get(at) ?? at;
    return at;
  };
  const firstBy = new Map<string, string>();
  for (const member of members) {
    for (const key of sharedRoots(member)) {
      const first = firstBy.get(key);
      if (first === undefined) firstBy.set(key, member.article.id);
      else root.set(find(member.article.id), find(first));
    }
  }
  return new Set(articles.map(find)).size;
}

/** What a report may rest on together with others. */
function sharedRoots({ record, article, copies }: StoryMember): string[] {
  const keys = copies.filter(({ isQuotation }) => !isQuotation).map(({ passage }) => `passage ${passage}`);
  // What an outlet recalls it has from its own earlier report; what it prints of an agency it has from there.
  const from = article.agency ?? article.outlet;
  if (from !== null) keys.push(`from ${from.toLowerCase()}`);
  // "…, Reuters reported": such a report rests on the agency as one that the agency signs does.
  for (const link of record.attribution)
    if (link.sector === "JRN" && link.id !== undefined) keys.push(`from ${link.name.toLowerCase()}`);
  const speaker = speakerOf(record.attribution);
  if (speaker !== undefined) keys.push(`speaker ${speaker}`);
  return keys;
}

/** The innermost link that is known: on whose word it first stands. */
function speakerOf(chain: readonly AttributionLink[]): string | undefined {
  return chain.at(-1)?.id;
}
