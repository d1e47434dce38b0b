/** How a name of the lexicon, an office and its state or body, are shown in the record. */
import type { ActorRef } from "../core/records.js";
import type { NameEntry } from "./name-entry.js";

/** The state, body or group of a lexicon entry; its `text` is for the caller to give. */
export function entryRef(entry: NameEntry): ActorRef {
  const { id, name, country, sector, cameo, wikidata } = entry;
  return {
    id,
    name,
    ...(country ? { country } : {}),
    ...(sector ? { sector } : {}),
    ...(wikidata ? { wikidata } : {}),
    ...(cameo ? { cameo } : {}),
  };
}

/** A capital or seat that stands for a government. */
export function seatRef(entry: NameEntry): ActorRef {
  return { ...entryRef(entry), sector: entry.sector ?? "GOV" };
}

/** An office of `owner`, such as `office:CHN:foreign-ministry`; without an owner it has no id. */
export function officeRef(office: NameEntry, owner: NameEntry | undefined): ActorRef {
  if (owner === undefined) return { name: office.name };
  const sector = office.sector ?? "GOV";
  const cameo =
    owner.cameo !== undefined && owner.country !== undefined
      ? owner.cameo.slice(0, 3) + (office.suffix ?? sector)
      : owner.cameo;
  return {
    id: `office:${owner.id.replace(/^[a-z]+:/, "")}:${office.id}`,
    name: `${capitalise(office.name)} of ${owner.name}`,
    ...(owner.country ? { country: owner.country } : {}),
    sector,
    ...(cameo ? { cameo } : {}),
  };
}

/** "the ministry" is any ministry; "the Foreign Ministry" only that one. */
export function isSameOffice(ref: ActorRef, office: NameEntry): boolean {
  const own = ref.id?.split(":").at(-1) ?? "";
  return own === office.id || own.endsWith(`-${office.id}`) || own.startsWith(`${office.id}-of-`);
}

/** The CAMEO code of somebody who serves `of`: a state's three letters get the suffix of the office. */
export function serviceCode(of: ActorRef, suffix: string): string | undefined {
  return of.cameo?.length === 3 && of.country ? of.cameo + suffix : of.cameo;
}

/** "foreign ministry" as a name: "Foreign Ministry". */
function capitalise(name: string): string {
  return name.replace(/(?<!['’])\b(?!of\b|for\b|and\b|the\b)[a-z]/g, (letter) => letter.toUpperCase());
}
