/**
 * An article from its text: the header found, the boilerplate marked, every field with its evidence.
 *
 * In: a draft (origin, text, metadata). Out: the article record, and problems such as a date that no calendar
 * has. Pure: the same draft and tables give the same record; the text goes in and out unchanged.
 * Where the text and the file's metadata both name a field: title, outlet and agency are the metadata's; the
 * byline and the date are those that the text states in a credit line, since these can be shown.
 */

import { makeEvidence, type Span } from "../core/evidence.js";
import { hashText, makeId } from "../core/identity.js";
import {
  type ArticleRecord,
  type HeaderEvidence,
  type ProblemRecord,
  RECORD_VERSION,
} from "../core/records.js";
import { type ArticleKnowledge, loadArticleKnowledge } from "./article-knowledge.js";
import { parseByline, readMedium } from "./byline.js";
import type { ArticleDraft, ArticleMetadata } from "./draft.js";
import { findHeader, type Header } from "./header.js";
import { identifyLanguage, readLanguageTag } from "./language.js";
import { locate } from "./line.js";
import type { Medium } from "./media-table.js";
import { finishProblem, type ProblemDraft } from "./problem.js";
import { findPublication } from "./published.js";

/** An article and what could not be read of it. */
export interface MadeArticle {
  readonly article: ArticleRecord;
  readonly problems: ProblemRecord[];
}

/**
 * The article record of a draft. `version` is 1; a store that knows an earlier text of the same origin raises
 * it. `codebook` is null until the article is coded.
 */
export function makeArticle(
  draft: ArticleDraft,
  knowledge: ArticleKnowledge = loadArticleKnowledge(),
): MadeArticle {
  const { origin } = draft;
  // Half a character has no place in UTF-8: a text from a caller may hold one, a store cannot.
  const text = draft.text.replace(/\p{Surrogate}/gu, "\uFFFD");
  const metadata = draft.metadata ?? {};
  const id = makeId("art", origin, text);
  const header = findHeader(text, knowledge);
  const signed = mergeSigners(header, metadata, knowledge);
  const publication = findPublication(text, header, metadata);

  const evidence: HeaderEvidence[] = [];
  const show = (part: HeaderEvidence["part"], span: Span | null | undefined) => {
    if (span)
      evidence.push({
        article: id,
        start: span.start,
        end: span.end,
        text: text.slice(span.start, span.end),
        part,
      });
  };
  const given = collapse(metadata.title);
  const titleSpan = given === null ? header.title : findTitle(text, given, header);
  show("title", titleSpan);
  for (const person of header.byline) if (signed.byline.includes(person.name)) show("byline", person);
  if (header.outlet && header.outlet.medium.name === signed.outlet) show("outlet", header.outlet);
  if (header.agency && header.agency.medium.name === signed.agency) show("agency", header.agency);
  show("published", publication.span);
  evidence.sort((a, b) => a.start - b.start || a.end - b.end);

  const article: ArticleRecord = {
    kind: "article",
    id,
    origin,
    outlet: signed.outlet,
    agency: signed.agency,
    byline: signed.byline,
    title: given ?? (header.title && collapse(text.slice(header.title.start, header.title.end))),
    published: publication.published,
    language: identifyLanguage(header.body) ?? readLanguageTag(metadata.language),
    evidence,
    text,
    hash: hashText(text),
    version: 1,
    boilerplate: header.boilerplate.map((span) => makeEvidence(id, text, span, "boilerplate")),
    recordVersion: RECORD_VERSION,
    codebook: null,
  };
  const problems = publication.faults.map(({ date, inText }) => {
    const what = date.fault === "ambiguous" ? "can be read as two days" : "is no date of the calendar";
    const problem: ProblemDraft = {
      code: "invalid-date",
      message: `${origin}: the date of publication "${date.text}" ${what}`,
      origin,
      article: id,
      hint: "Write it as YYYY-MM-DD, or as in 24 October 1962.",
    };
    return finishProblem(
      inText ? { ...problem, ...locate(text, date.start), start: date.start, end: date.end } : problem,
    );
  });
  return { article, problems };
}

interface Signers {
  readonly byline: readonly string[];
  readonly outlet: string | null;
  readonly agency: string | null;
}

/** People, outlet and agency from the text and the metadata together. */
function mergeSigners(header: Header, metadata: ArticleMetadata, { media }: ArticleKnowledge): Signers {
  const people: string[] = [];
  const signing: Medium[] = [];
  for (const author of metadata.byline ?? []) {
    const name = author.replace(/^\s*(?:written\s+)?by\s+/iu, "").trim();
    if (name === "" || /^https?:|@/u.test(name)) continue;
    const byline = parseByline(name, media);
    if (byline === null) people.push(name);
    else {
      people.push(...byline.people.map((p) => p.name));
      signing.push(...byline.media.map((m) => m.medium));
    }
  }
  const outletField = collapse(metadata.outlet);
  const agencyField = collapse(metadata.agency);
  const site = metadata.url ? media.findDomain(metadata.url) : null;
  const named = outletField === null ? null : (media.findName(outletField) ?? media.findDomain(outletField));
  const outlet =
    named?.name ??
    outletField ??
    header.outlet?.medium.name ??
    signing.find((m) => m.kind === "outlet")?.name ??
    site?.name ??
    readHost(metadata.url);
  const told = header.agencyIsWeak && outlet !== null;
  const agency =
    (agencyField && (readMedium(agencyField, media)?.name ?? agencyField)) ??
    signing.find((m) => m.kind === "agency")?.name ??
    (told ? null : header.agency?.medium.name) ??
    null;
  const byline = header.byline.length > 0 ? header.byline.map((p) => p.name) : [...new Set(people)];
  return { byline, outlet, agency };
}

/** Where the metadata's title stands in the text: its header's line, or the first line that says the same. */
function findTitle(text: string, title: string, header: Header): Span | null {
  const spans = [...(header.title ? [header.title] : []), ...header.body.slice(0, 2)];
  return spans.find((s) => collapse(text.slice(s.start, s.end)) === title) ?? null;
}

/** The host of a page whose outlet nothing else names: at least that much is known. */
function readHost(url: string | undefined): string | null {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/iu.exec(url ?? "")?.[1].toLowerCase() ?? null;
}

function collapse(value: string | null | undefined): string | null {
  const text = value?.replace(/\s+/gu, " ").trim();
  return text ? text : null;
}
