/** Which types of event reports use for one happening. */

/** Types that reports of one event use for each other. */
const FAMILIES: readonly (readonly string[])[] = [
  ["ASSAULT", "COERCE", "MOBILIZE"],
  ["CONSULT", "AGREE", "COOPERATE", "SUPPORT"],
  ["AID", "COOPERATE", "AGREE"],
  ["RETREAT", "CONCEDE", "AGREE"],
  ["ACCUSE", "REJECT", "REQUEST", "THREATEN"],
  ["SANCTION", "COERCE", "REJECT"],
  ["PROTEST", "ASSAULT", "REJECT"],
];

const RELATED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  FAMILIES.flat().map((type) => [type, new Set(FAMILIES.filter((family) => family.includes(type)).flat())]),
);

/** Whether events of these types can be one; the types of statements are one. */
export function isRelatedType(a: string, b: string): boolean {
  return a === b || (RELATED.get(a)?.has(b) ?? false);
}

/** The types that one event of this type may have elsewhere, its own among them. */
export function relatedTypes(type: string): readonly string[] {
  return [...(RELATED.get(type) ?? [type])];
}
