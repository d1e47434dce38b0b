/**
 * The record as W3C annotations, written as it is read. Records of one article stand together and articles come in the
 * same order, so that one text is held at a time; what spans articles is written in batches.
 */
import type { AccountRecord, AnyRecord, ArticleRecord, PassageRecord, RecordKind } from "../core/records.js";
import type { RecordFilter } from "../store/record-filter.js";
import { findTexts } from "../store/record-head.js";
import { selectRecords } from "../store/record-selection.js";
import type { Store } from "../store/store.js";
import { listMarks } from "../views/annotation-marks.js";
import { CodePointIndex } from "../views/code-points.js";
import type { LossTally } from "../views/format-loss.js";
import {
  ANNOTATION_HEAD,
  ANNOTATION_SEPARATOR,
  ANNOTATION_TAIL,
  type AnnotatedText,
  writeAnnotation,
} from "../views/web-annotation.js";

/** Passages and accounts whose articles are held at once. */
const BATCH = 100;

interface Measured {
  readonly article: AnnotatedText;
  readonly points: CodePointIndex;
}

export async function* writeAnnotations(
  store: Store,
  kinds: readonly RecordKind[],
  filter: RecordFilter,
  losses: LossTally,
): AsyncGenerator<string> {
  yield ANNOTATION_HEAD;
  let isFirst = true;
  for (const kind of kinds) {
    const lines =
      kind === "passage" || kind === "account"
        ? annotateAcross(store, kind, filter, losses)
        : annotateWithin(store, kind, filter, losses);
    for await (const line of lines) {
      yield isFirst ? line : ANNOTATION_SEPARATOR + line;
      isFirst = false;
    }
  }
  yield ANNOTATION_TAIL;
}

async function* annotateWithin(
  store: Store,
  kind: RecordKind,
  filter: RecordFilter,
  losses: LossTally,
): AsyncGenerator<string> {
  const articles = store.streamRecords(["article"]);
  try {
    let at: ArticleRecord | undefined;
    let measured: Measured | undefined;
    for await (const record of store.streamRecords([kind], (own) => selectRecords(own, filter))) {
      const id = record.kind === "article" ? record.id : "article" in record ? record.article : undefined;
      while (at === undefined || at.id !== id) {
        const next = await articles.next();
        if (next.done) break;
        at = next.value as ArticleRecord;
        measured = { article: at, points: new CodePointIndex(at.text) };
      }
      yield* annotate(record, (article) => (at?.id === article ? measured : undefined), losses);
    }
  } finally {
    await articles.return(undefined);
  }
}

async function* annotateAcross(
  store: Store,
  kind: "passage" | "account",
  filter: RecordFilter,
  losses: LossTally,
): AsyncGenerator<string> {
  let batch: (PassageRecord | AccountRecord)[] = [];
  for await (const record of store.streamRecords([kind], (own) => selectRecords(own, filter))) {
    batch.push(record as PassageRecord | AccountRecord);
    if (batch.length < BATCH) continue;
    yield* await annotateBatch(store, batch, losses);
    batch = [];
  }
  yield* await annotateBatch(store, batch, losses);
}

async function annotateBatch(
  store: Store,
  batch: readonly (PassageRecord | AccountRecord)[],
  losses: LossTally,
): Promise<string[]> {
  const texts = await findTexts(
    store,
    batch.flatMap((record) => listMarks(record).map((mark) => mark.article)),
  );
  const measured = new Map(
    [...texts].map(([id, article]) => [id, { article, points: new CodePointIndex(article.text) }]),
  );
  return batch.flatMap((record) => [...annotate(record, (id) => measured.get(id), losses)]);
}

function* annotate(
  record: AnyRecord,
  find: (article: string) => Measured | undefined,
  losses: LossTally,
): Generator<string> {
  const marks = listMarks(record);
  if (marks.length === 0) losses.add("no-evidence");
  for (const mark of marks) {
    const measured = find(mark.article);
    if (measured === undefined) losses.add("no-text");
    else yield writeAnnotation(mark, measured.article, measured.points);
  }
}
