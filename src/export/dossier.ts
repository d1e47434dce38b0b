/**
 * A dossier: what the record has on an actor, an issue or a time, for people to read. Its sections are written one
 * after another; only the notes, which stand at the end, are held until then.
 */

import { wordDate } from "../core/date-wording.js";
import type { AccountRecord, PositionRecord, QuantityRecord } from "../core/records.js";
import { listAccounts } from "../store/account-queries.js";
import { countRecords } from "../store/page-queries.js";
import { listPositions } from "../store/position-queries.js";
import { listQuantities } from "../store/quantity-queries.js";
import type { RecordFilter } from "../store/record-filter.js";
import { findTexts, type Headed } from "../store/record-head.js";
import type { Store } from "../store/store.js";
import { findTimeline } from "../store/story-queries.js";
import type { DossierBlock, DossierLine, DossierWriter } from "../views/dossier.js";
import {
  keyPosition,
  keyQuantity,
  type Placed,
  tellAccount,
  tellPositions,
  tellQuantities,
  tellStory,
} from "../views/dossier-claims.js";
import { DossierNotes, MOST_NOTES } from "../views/dossier-notes.js";
import type { LossTally } from "../views/format-loss.js";
import { STANCES } from "../views/matrix.js";
import { wordFilter } from "./formats.js";
import { loadSentenceCutter } from "./knowledge.js";
import { streamTimeline } from "./stories.js";

/** Records whose articles are held at once. */
const BATCH = 200;

export async function* writeDossier(
  store: Store,
  writer: DossierWriter,
  filter: RecordFilter,
  losses: LossTally,
): AsyncGenerator<string> {
  const notes = new DossierNotes(loadSentenceCutter());
  const lines = wordFilter(filter);
  yield writer.open({ title: `Dossier: ${lines.length === 0 ? "the whole record" : lines.join("; ")}` });
  const sections = [
    writeOverview(store, filter),
    writeStories(store, filter, notes, losses),
    writePositions(store, filter, notes, losses),
    writeAccounts(store, filter, notes),
  ];
  if (hasFigures(filter)) sections.push(writeFigures(store, filter, notes, losses));
  for (const section of sections) for await (const block of section) yield writer.block(block);
  yield writer.close(notes.all);
}

/** Figures have no issue, and nobody has counted how many reports of a figure are independent. */
function hasFigures({ issue, independent }: RecordFilter): boolean {
  return issue === undefined && independent === undefined;
}

async function* writeOverview(store: Store, filter: RecordFilter): AsyncGenerator<DossierBlock> {
  const none = { page: 1, size: 1 };
  const whole = await countRecords(store);
  const rows: [what: string, n: number][] = [
    ["articles read", whole.articles],
    ["outlets read", whole.outlets],
    ["positions", (await listPositions(store, filter, none)).total],
    ["stories", (await findTimeline(store, filter, none, 0)).total],
    ["questions that reports answer differently", (await listAccounts(store, filter, none)).total],
  ];
  if (hasFigures(filter)) rows.push(["figures", (await listQuantities(store, filter, none)).total]);
  yield heading(2, "Overview");
  yield text(
    "What reports say, and on whose word: nothing here is asserted, and each line has a note with its sentence. One event told in many reports is one line.",
  );
  yield {
    kind: "counts",
    rows,
  };
}

async function* writeStories(
  store: Store,
  filter: RecordFilter,
  notes: DossierNotes,
  losses: LossTally,
): AsyncGenerator<DossierBlock> {
  yield heading(2, "Stories by date");
  let month: string | undefined;
  let lines: DossierLine[] = [];
  for await (const { placed, ...told } of streamTimeline(store, filter)) {
    if (told.tellings.length === 0) {
      losses.add("no-text");
      continue;
    }
    const own = nameMonth(placed);
    if (own !== month || lines.length >= BATCH) {
      if (lines.length > 0) yield { kind: "lines", lines };
      lines = [];
      if (own !== month) yield heading(3, own);
      month = own;
    }
    losses.add("more-notes", told.tellings.length - MOST_NOTES);
    lines.push(tellStory(told, placed, notes));
  }
  if (lines.length > 0) yield { kind: "lines", lines };
  else if (month === undefined) yield text("None.");
}

async function* writePositions(
  store: Store,
  filter: RecordFilter,
  notes: DossierNotes,
  losses: LossTally,
): AsyncGenerator<DossierBlock> {
  yield heading(2, "Positions by issue");
  const positions: Headed<PositionRecord>[] = [];
  for await (const found of pageThrough((at) => listPositions(store, filter, at).then((l) => l.positions)))
    positions.push(found);
  const issues = groupBy(positions, ({ record }) => record.issue.id);
  const ordered = issues.sort(
    (a, b) => b.length - a.length || compare(a[0].record.issue.label, b[0].record.issue.label),
  );
  for (const held of ordered) {
    const texts = await findTexts(
      store,
      held.map((p) => p.record.article),
    );
    const told = held.flatMap(({ record: position }) => {
      const article = texts.get(position.article);
      return article === undefined ? [] : [{ position, article }];
    });
    const groups = groupBy(told, (t) => keyPosition(t.position));
    for (const group of groups) losses.add("more-notes", group.length - MOST_NOTES);
    groups.sort(([a], [b]) => STANCES.indexOf(a.position.stance) - STANCES.indexOf(b.position.stance));
    yield { kind: "heading", level: 3, pieces: [{ name: held[0].record.issue.label }] };
    yield { kind: "lines", lines: groups.map((group) => tellPositions(group, notes)) };
  }
  if (ordered.length === 0) yield text("None.");
}

async function* writeAccounts(
  store: Store,
  filter: RecordFilter,
  notes: DossierNotes,
): AsyncGenerator<DossierBlock> {
  yield heading(2, "Where reports differ");
  yield text("Nobody is declared right: the answers stand side by side.");
  for await (const account of pageThrough((at) => listAccounts(store, filter, at).then((l) => l.accounts))) {
    const ids = account.answers.flatMap((answer: AccountRecord["answers"][number]) =>
      answer.evidence.map((e) => e.article),
    );
    yield { kind: "lines", lines: [tellAccount(account, await findTexts(store, ids), notes)] };
  }
}

async function* writeFigures(
  store: Store,
  filter: RecordFilter,
  notes: DossierNotes,
  losses: LossTally,
): AsyncGenerator<DossierBlock> {
  yield heading(2, "Figures");
  // Figures of one measure come together.
  let measured: Headed<QuantityRecord>[] = [];
  for await (const found of pageThrough((at) =>
    listQuantities(store, filter, at).then((l) => l.quantities),
  )) {
    if (measured.length > 0 && measured[0].record.measure !== found.record.measure) {
      yield await tellMeasure(store, measured, notes, losses);
      measured = [];
    }
    measured.push(found);
  }
  yield measured.length > 0 ? await tellMeasure(store, measured, notes, losses) : text("None.");
}

async function tellMeasure(
  store: Store,
  measured: readonly Headed<QuantityRecord>[],
  notes: DossierNotes,
  losses: LossTally,
): Promise<DossierBlock> {
  const texts = await findTexts(
    store,
    measured.map((q) => q.record.article),
  );
  const told = measured.flatMap(({ record: quantity }) => {
    const article = texts.get(quantity.article);
    return article === undefined ? [] : [{ quantity, article }];
  });
  const groups = groupBy(told, (t) => keyQuantity(t.quantity));
  for (const group of groups) losses.add("more-notes", group.length - MOST_NOTES);
  return { kind: "lines", lines: groups.map((group) => tellQuantities(group, notes)) };
}

/** Things of one key together, keys in the order in which they come. */
function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group === undefined) groups.set(keyOf(thing), [thing]);
    else group.push(thing);
  }
  return [...groups.values()];
}

/** All of a list that is asked for by the page. */
async function* pageThrough<T>(
  list: (at: { page: number; size: number }) => Promise<readonly T[]>,
): AsyncGenerator<T> {
  const size = 2000;
  for (let page = 1; ; page++) {
    const found = await list({ page, size });
    yield* found;
    if (found.length < size) return;
  }
}

/** "October 1962"; the year, decade or interval where no month is told. */
function nameMonth({ edtf }: Placed): string {
  if (edtf === null) return "Without a date";
  const month = /^\d{4}-\d\d/.exec(edtf);
  return wordDate(month === null ? edtf : month[0]);
}

function heading(level: 2 | 3, words: string): DossierBlock {
  return { kind: "heading", level, pieces: [words] };
}

function text(words: string): DossierBlock {
  return { kind: "text", pieces: [words] };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
