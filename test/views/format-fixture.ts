/** Events of an invented dispute over a lock on a canal, tame or hostile in every field, for tests of formats. */
import { type Evidence, type EvidencePart, makeEvidence } from "../../src/core/evidence.js";
import { hashText, makeId } from "../../src/core/identity.js";
import {
  type ActorRef,
  type ArticleRecord,
  type EventRecord,
  RECORD_VERSION,
  type StoryRecord,
} from "../../src/core/records.js";
import type { ToldEvent } from "../../src/views/told-story.js";

/** What no field of any format may be broken by. */
export const HOSTILE =
  "x\ty\nz\r\n\0\u0085\u2028\"q\" 's' `c` \\ <script>alert(1)</script> <!-- ]]> &amp; [^1] [a](https://evil.example/) *b* _i_ ~~d~~ | # \u202eRTL \u2066iso שלום 🙂𠀀 {{v}} $m$ https://evil.example/ www.evil.example @user é";

export const LOCK_TEXT = `Lock at Osterhaven shut

By Mira Quist

OSTERHAVEN, 3 March 2004 - 🙂 Velmark seized the lock at Osterhaven on Tuesday, the mayor said.

Norhaven 𠀀 said that Velmark had seized the lock. It asked for talks.`;

export function makeReport(origin: string, text: string, header: Partial<ArticleRecord> = {}): ArticleRecord {
  const id = makeId("art", origin, text);
  const title = text.split("\n")[0];
  return {
    kind: "article",
    id,
    origin,
    outlet: "The Harbour Gazette",
    agency: null,
    byline: [],
    title,
    published: { edtf: "2004-03-03", basis: "text" },
    language: "en",
    text,
    hash: hashText(text),
    evidence: [{ ...makeEvidence(id, text, { start: 0, end: title.length }, "content"), part: "title" }],
    boilerplate: [],
    version: 1,
    recordVersion: RECORD_VERSION,
    codebook: null,
    ...header,
  };
}

/** Evidence at the first place of each of the words. */
export function show(article: ArticleRecord, parts: Partial<Record<EvidencePart, string>>): Evidence[] {
  return Object.entries(parts).map(([part, words]) => {
    const start = article.text.indexOf(words);
    if (start < 0) throw new Error(`not in the text: ${words}`);
    return makeEvidence(article.id, article.text, { start, end: start + words.length }, part as EvidencePart);
  });
}

export const VELMARK: ActorRef = {
  id: "state:VLM",
  name: "Velmark",
  text: "Velmark",
  country: "VLM",
  cameo: "VLMMIL",
};
export const MAYOR: ActorRef = { name: "mayor of Osterhaven", text: "the mayor" };

export function makeEvent(article: ArticleRecord, more: Partial<EventRecord> = {}): EventRecord {
  const evidence = show(article, { actor: "Velmark", trigger: "seized", recipient: "the lock" });
  return {
    kind: "event",
    id: makeId("eve", article.id, ...evidence.map((e) => e.start)),
    article: article.id,
    type: "COERCE",
    eventMode: "seize",
    contexts: ["territory"],
    cameo: "0171",
    quad: 4,
    goldstein: -9.2,
    actors: [VELMARK],
    recipients: [{ name: "lock keepers" }],
    places: [{ name: "Osterhaven", country: "NOR", lat: 59.5, lon: 10.25, geonames: 42 }],
    date: { edtf: "2004-03-02", text: "Tuesday", basis: "publication" },
    status: "asserted",
    recency: "current",
    attribution: [{ ...MAYOR, channel: "press conference" }],
    evidence,
    rule: "COERCE:7",
    confidence: 0.734,
    ...more,
  };
}

/** A story of one event in each of `articles`. */
export function tell(
  articles: readonly ArticleRecord[],
  more: Partial<StoryRecord> = {},
  event: Partial<EventRecord> = {},
): ToldEvent {
  const tellings = articles.map((article) => ({ article, record: makeEvent(article, event) }));
  const [{ record }] = tellings;
  const story: StoryRecord = {
    kind: "story",
    id: makeId("sty", ...tellings.map((t) => t.record.id)),
    of: "event",
    members: tellings.map((t) => t.record.id),
    articles: articles.map((a) => a.id),
    independent: articles.length,
    type: record.type,
    actors: record.actors,
    recipients: record.recipients,
    places: record.places,
    date: record.date,
    status: record.status,
    recency: record.recency,
    label: "Velmark seized the lock at Osterhaven on Tuesday, the mayor said.",
    rule: "told once",
    ...more,
  };
  return { story, tellings };
}

/** A story with hostile text wherever text can stand; spans still show their words. */
export function tellHostile(): ToldEvent {
  const text = `${HOSTILE}\n\nOSTERHAVEN - ${HOSTILE} Velmark seized the lock. ${HOSTILE}`;
  const article = makeReport(`reports/${HOSTILE}.txt`, text, {
    outlet: HOSTILE,
    agency: HOSTILE,
    title: HOSTILE,
  });
  const actor = {
    id: HOSTILE,
    name: HOSTILE,
    text: HOSTILE,
    country: HOSTILE,
    cameo: HOSTILE,
    wikidata: HOSTILE,
  };
  const event: Partial<EventRecord> = {
    type: HOSTILE,
    eventMode: HOSTILE,
    contexts: [HOSTILE],
    cameo: HOSTILE,
    actors: [actor, actor],
    recipients: [actor],
    places: [{ name: HOSTILE, country: HOSTILE, lat: 1, lon: 2, text: HOSTILE }],
    attribution: [{ ...actor, channel: HOSTILE, statement: HOSTILE }],
    rule: HOSTILE,
  };
  return tell([article], { label: HOSTILE }, event);
}

/** Sentences end at full stops: enough for these texts. */
export function cutAtStops(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^\s.][^.]*\.?/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}
