/**
 * Who holds which office: one record for each person, title and body that an article puts together.
 *
 * In: the article's mentions of persons with their titles. Out: records in the order of the text; the same
 * office told again adds nothing.
 */
import { makeEvidence } from "../core/evidence.js";
import { makeId } from "../core/identity.js";
import type { ArticleRecord, RoleRecord } from "../core/records.js";
import type { ParsedDoc } from "../language/doc.js";
import type { ActorMention } from "../mentions/actor-mention.js";

export function findRoles(
  article: ArticleRecord,
  doc: ParsedDoc,
  mentions: readonly ActorMention[],
): RoleRecord[] {
  const found = new Map<string, RoleRecord>();
  for (const mention of mentions) {
    if (mention.kind !== "person" || mention.office === undefined) continue;
    const { office, ref } = mention;
    const key = [ref.id ?? ref.name, office.title, office.of?.id ?? ""].join("\0");
    if (found.has(key)) continue;
    const span = (from: number, to: number) => ({ start: doc.start[from], end: doc.end[to - 1] });
    found.set(key, {
      kind: "role",
      id: makeId("rol", article.id, doc.start[mention.from], key),
      article: article.id,
      person: ref,
      role: office.title,
      of: office.of ?? null,
      date: article.published,
      evidence: [
        makeEvidence(article.id, article.text, span(mention.from, mention.to), "person"),
        makeEvidence(article.id, article.text, span(office.from, office.to), "role"),
      ],
      rule: mention.rule,
    });
  }
  return [...found.values()];
}
