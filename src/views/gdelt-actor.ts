/**
 * The ten columns that GDELT gives an actor: in, an actor and what the parts of CAMEO codes mean; out, the code and its
 * parts. An actor without a CAMEO code has the code of its country; one without either has its name alone.
 */
import type { ActorRef } from "../core/records.js";
import type { Cell } from "./tab-row.js";

/** What a part of a CAMEO actor code can be, country and known group apart. */
export const CAMEO_KINDS = ["international", "role", "religion"] as const;
export type CameoKind = (typeof CAMEO_KINDS)[number];

/** Three-letter parts by kind, as `data/formats/cameo-roles.tsv` lists them. */
export type CameoRoles = ReadonlyMap<string, CameoKind>;

export const ACTOR_COLUMNS = 10;

/** Code, Name, CountryCode, KnownGroupCode, EthnicCode, Religion1Code, Religion2Code, Type1Code to Type3Code. */
export function writeActor(actor: ActorRef | undefined, roles: CameoRoles): Cell[] {
  if (actor === undefined) return new Array<Cell>(ACTOR_COLUMNS).fill(null);
  const code = actor.cameo ?? actor.country ?? "";
  const { country, group, religions, types } = readCameo(code, roles);
  return [
    code,
    actor.name.toUpperCase(),
    country,
    group,
    null,
    religions[0],
    religions[1],
    types[0],
    types[1],
    types[2],
  ];
}

interface CameoParts {
  readonly country: string | undefined;
  readonly group: string | undefined;
  readonly religions: readonly string[];
  readonly types: readonly string[];
}

/** `AZEGOV` is AZE with the role GOV; `IGOUNO` the role IGO with the group UNO. */
export function readCameo(code: string, roles: CameoRoles): CameoParts {
  const parts = code.match(/.{3}/g) ?? [];
  const types: string[] = [];
  const religions: string[] = [];
  let country: string | undefined;
  let group: string | undefined;
  parts.forEach((part, i) => {
    const kind = roles.get(part);
    if (i === 0 && kind !== "international" && kind !== "role") country = part;
    else if (kind === "religion") religions.push(part);
    else if (kind !== undefined) types.push(part);
    else group ??= part;
  });
  return { country, group, religions, types };
}
