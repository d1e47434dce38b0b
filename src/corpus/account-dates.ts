/**
 * Accounts of dates: one vote, war or truce that reports date differently.
 *
 * Datings are of one happening where their class is the same, a party or place is shared, and the dates lie within
 * the window of the class; two dates one of which lies within the other differ in precision only.
 */
import { isNested, readDayRange } from "../core/edtf-range.js";
import type { AccountRecord, DatingRecord } from "../core/records.js";
import { type Answer, makeAccount } from "./account-answers.js";
import { splitByWindow } from "./day-windows.js";
import { partyKey, placeKey } from "./telling.js";

/** Days by which two datings of one happening of a class may differ. */
export type DateWindows = ReadonlyMap<string, number>;

export interface Dated {
  readonly record: DatingRecord;
  readonly from: number;
  readonly to: number;
  readonly keys: ReadonlySet<string>;
}

/** Days of a class of which the same parties have many: meetings, raids, trials. One party or place in common is not enough. */
const OFTEN = 30;

/** What each dating may answer, by key. */
export function groupDatings(
  datings: readonly DatingRecord[],
  windows: DateWindows,
): Map<string, readonly Dated[]> {
  const dated = datings.flatMap((record): Dated[] => {
    const range = readDayRange(record.date.edtf);
    // "recent elections", "since 1990": no day that another may contradict
    if (range === null || !Number.isFinite(range.to - range.from) || record.aspect === "end") return [];
    const keys = new Set([
      ...record.parties.map(partyKey),
      ...record.places.map(placeKey),
      ...record.places.flatMap(({ country }) => country ?? []),
    ]);
    return keys.size === 0 ? [] : [{ record, ...range, keys }];
  });
  const byKey = new Map<string, Dated[]>();
  for (const item of dated) {
    const { happening } = item.record;
    const keys = (windows.get(happening) ?? OFTEN) > OFTEN ? [...item.keys] : pairsOf([...item.keys].sort());
    for (const key of keys) {
      const list = byKey.get(`d ${happening} ${key}`);
      if (list) list.push(item);
      else byKey.set(`d ${happening} ${key}`, [item]);
    }
  }
  return byKey;
}

function pairsOf(keys: readonly string[]): string[] {
  return keys.flatMap((key, i) => keys.slice(i + 1).map((other) => `${key} ${other}`));
}

/** The accounts that the datings of one key make. */
export function findDateAccounts(
  key: string,
  items: readonly Dated[],
  windows: DateWindows,
): AccountRecord[] {
  const window = windows.get(items[0].record.happening) ?? 30;
  const order = (a: Dated, b: Dated) => (a.record.id < b.record.id ? -1 : 1);
  return splitByWindow(items, window, order).flatMap((group) => accountOf(key, group) ?? []);
}

function accountOf(key: string, group: readonly Dated[]): AccountRecord | undefined {
  const answers = group.map(({ record }): Answer => {
    const shown = record.evidence.filter((e) => e.part !== "actor" && e.part !== "place");
    return {
      value: record.date.edtf,
      text: record.date.text ?? record.date.edtf,
      article: record.article,
      attribution: record.attribution,
      evidence: shown,
    };
  });
  const conflicts = group.some((a) => group.some((b) => !isNested(a, b)));
  const [{ record }] = group;
  const happening = `the ${record.happening.replaceAll("-", " ")}`;
  const begins = group.some((d) => d.record.aspect === "begin");
  const question = `When ${begins ? `did ${happening} begin` : `was ${happening}`} (${nameOf(group, key)})?`;
  return makeAccount(
    "date",
    question,
    answers,
    conflicts ? "conflict" : "precision",
    `dating:${record.happening}`,
  );
}

/** Names of the parties and places that the group shares most. */
function nameOf(group: readonly Dated[], key: string): string {
  const counts = new Map<string, number>();
  for (const { record } of group)
    for (const { name } of [...record.parties, ...record.places])
      counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 2);
  return names.length === 0 ? key : names.map(([name]) => name).join(", ");
}
