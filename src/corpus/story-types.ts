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

/** Whether what is of one of these types can be what is of one of those; the types of statements are one. No type says nothing. */
export function areRelated(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some((one) => b.some((other) => one === other || (RELATED.get(one)?.has(other) ?? false)));
}

/** The types that one event of this type may have elsewhere, its own among them. */
export function relatedTypes(type: string): readonly string[] {
  return [...(RELATED.get(type) ?? [type])];
}

/** What is said rather than done: it has no place of its own, and whoever says it says much in a day. */
const VERBAL: ReadonlySet<string> = new Set(["ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"]);

export function isVerbal(type: string): boolean {
  return VERBAL.has(type);
}
