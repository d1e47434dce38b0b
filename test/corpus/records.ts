/** Records made by hand for the tests of what spans articles. */
import { createHash } from "node:crypto";
import type { EvidencePart } from "../../src/core/evidence.js";
import type {
  ActorRef,
  ArticleRecord,
  DatingRecord,
  EventRecord,
  QuantityRecord,
  ReferenceRecord,
} from "../../src/core/records.js";

export const CHAD: ActorRef = { id: "state:TCD", name: "Chad", country: "TCD" };
export const LIBYA: ActorRef = { id: "state:LBY", name: "Libya", country: "LBY" };

export function makeReport(id: string, text: string, more: Partial<ArticleRecord> = {}): ArticleRecord {
  return {
    kind: "article",
    id,
    origin: `${id}.txt`,
    outlet: `Outlet ${id}`,
    agency: null,
    byline: [],
    title: null,
    published: { edtf: "1987-09-07", basis: "metadata" },
    language: "en",
    evidence: [],
    text,
    hash: createHash("sha256").update(text).digest("hex"),
    version: 1,
    boilerplate: [],
    recordVersion: "1",
    codebook: null,
    ...more,
  };
}

/** Evidence at the first place where `words` stand. */
export function show(article: ArticleRecord, part: EvidencePart, words: string) {
  const start = article.text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in ${article.id}`);
  return { article: article.id, start, end: start + words.length, text: words, part };
}

export function makeEvent(
  article: ArticleRecord,
  trigger: string,
  more: Partial<EventRecord> = {},
): EventRecord {
  const { evidence = [], ...rest } = more;
  return {
    kind: "event",
    id: `eve-${article.id}-${trigger}`,
    article: article.id,
    type: "ASSAULT",
    eventMode: null,
    contexts: [],
    cameo: "190",
    quad: 4,
    goldstein: -10,
    actors: [CHAD],
    recipients: [LIBYA],
    places: [],
    date: { edtf: "1987-09-05", basis: "text" },
    status: "asserted",
    recency: "current",
    attribution: [],
    rule: "ASSAULT:1",
    confidence: 0.8,
    ...rest,
    evidence: [show(article, "trigger", trigger), ...evidence],
  };
}

export function makeReference(
  article: ArticleRecord,
  trigger: string,
  more: Partial<ReferenceRecord> = {},
): ReferenceRecord {
  return {
    kind: "reference",
    id: `ref-${article.id}-${trigger}`,
    article: article.id,
    types: ["ASSAULT"],
    parties: [],
    places: [],
    date: { edtf: "1987-09-05", text: "Saturday", basis: "text" },
    recency: "current",
    attribution: [],
    evidence: [show(article, "trigger", trigger)],
    rule: "test",
    ...more,
  };
}

export function makeQuantity(
  article: ArticleRecord,
  value: number,
  words: string,
  of: string,
): QuantityRecord {
  return {
    kind: "quantity",
    id: `qua-${article.id}-${value}`,
    article: article.id,
    measure: "killed",
    value,
    low: value,
    high: value,
    unit: null,
    modifier: null,
    of,
    by: [],
    date: null,
    places: [],
    attribution: [],
    evidence: [show(article, "value", words)],
    rule: "test",
  };
}

export function makeDating(
  article: ArticleRecord,
  noun: string,
  edtf: string,
  written: string,
): DatingRecord {
  return {
    kind: "dating",
    id: `dat-${article.id}-${written}`,
    article: article.id,
    happening: "election",
    aspect: "at",
    date: { edtf, text: written, basis: "text" },
    parties: [CHAD],
    places: [],
    attribution: [],
    evidence: [show(article, "trigger", noun), show(article, "date", written)],
    rule: "dated phrase",
  };
}
