/**
 * Made-up reports with records of every kind, and what spans them, for benches of the pages.
 *
 * Each report is one of told-articles.ts with further paragraphs: statements, positions, an office, places. Stories,
 * accounts and passages are put together from the numbers that made the reports, so that a bench of the pages need not
 * wait for them to be found.
 */
import { makeArticle } from "../src/article/make-article.js";
import type { AnalysedArticle } from "../src/core/analysed-article.js";
import { type EvidencePart, makeEvidence } from "../src/core/evidence.js";
import type {
  AccountRecord,
  ActorRef,
  EventRecord,
  PassageRecord,
  PlaceRef,
  PositionRecord,
  RoleRecord,
  Stance,
  StatementRecord,
  StoryRecord,
  WithinArticle,
} from "../src/core/records.js";
import { draw, makeTold, nameOf } from "./told-articles.js";

const ISSUES = 900;
const PERSONS = 4000;
const PLACES = 3000;
/** Statements and positions of one report. */
const STATEMENTS = 7;
const POSITIONS = 4;

/** One report in so many has a paragraph of the report before it. */
const COPIED = 8;

const STANCES: readonly Stance[] = ["favor", "against", "neutral"];
const STATUSES = ["asserted", "asserted", "asserted", "planned", "demanded", "denied"] as const;

const WORDS =
  "after a long debate in the chamber members of the council of the region went back to the draft which had been set aside in spring since no side would give way".split(
    " ",
  );

/** A few numbers come often, most seldom. */
function drawOften(most: number, ...seeds: number[]): number {
  return Math.floor(draw(...seeds) ** 3 * most);
}

function makePerson(n: number): ActorRef {
  const name = `${nameOf(n, 2)} ${nameOf(n + 9000, 3)}`;
  return n % 3 === 0
    ? { name }
    : { id: `person:${name.toLowerCase().replace(" ", "-")}`, name, sector: "GOV" };
}

function makePlace(n: number): PlaceRef {
  return {
    name: nameOf(n + 50_000, 3),
    country: "XXX",
    lat: Math.round(draw(n, 21) * 1200) / 10 - 55,
    lon: Math.round(draw(n, 22) * 3500) / 10 - 175,
    geonames: n + 1,
  };
}

/** Words without any record, so that texts are as long as reports are. */
function fill(n: number): string {
  const words = Array.from({ length: 260 }, (_, i) => WORDS[Math.floor(draw(n, i, 31) * WORDS.length)]);
  for (let i = 9; i < words.length; i += 12) words[i] += ".";
  return words.join(" ");
}

/** Report number `n`. */
export function makeWhole(n: number): AnalysedArticle {
  const told = makeTold(n);
  const spoken = Array.from({ length: STATEMENTS }, (_, k) => {
    const person = makePerson(drawOften(PERSONS, n, k, 11));
    const issue = drawOften(ISSUES, n, k, 12);
    const stance = STANCES[Math.floor(draw(issue, drawOften(60, n, k, 13), 14) * 3)];
    const holder = told.records.flatMap((r) => (r.kind === "event" ? r.actors : []))[k % 6];
    const topic = `the ${nameOf(issue + 700, 3)} treaty`;
    const verb = { favor: "supports", against: "rejects", neutral: "has no view on" }[stance];
    const content = `that ${holder.name} ${verb} ${topic}`;
    return { person, issue, topic, stance, holder, verb, content, text: `${person.name} said ${content}.` };
  });
  const { article: short } = told;
  const { article: made } = makeArticle({
    origin: short.origin,
    text: [short.text, ...spoken.map(({ text }) => text), fill(n)].join("\n\n"),
    metadata: { outlet: short.outlet ?? "Outlet", title: `Report ${n} from ${nameOf(n, 3)}` },
  });
  const article = { ...made, published: short.published };
  const records: WithinArticle[] = told.records.map((record, k) => {
    const evidence = record.evidence.map((e) => ({ ...e, article: article.id }));
    const own = { ...record, article: article.id, evidence } as WithinArticle;
    if (own.kind !== "event") return own;
    const happening = Math.floor(n / 200) * 1000 + Math.floor(draw(n, k, 41) * 300);
    return {
      ...own,
      places: draw(happening, 23) < 0.6 ? [makePlace(drawOften(PLACES, happening, 24))] : [],
      status: STATUSES[Math.floor(draw(happening, 25) * STATUSES.length)],
      recency: draw(happening, 26) < 0.8 ? "current" : "background",
      attribution: draw(n, k, 27) < 0.4 ? [spoken[k % STATEMENTS].person] : [],
    };
  });
  let start = short.text.length;
  spoken.forEach(({ person, issue, topic, stance, holder, verb, content, text }, k) => {
    const at = article.text.indexOf(text, start);
    start = at + text.length;
    const show = (part: EvidencePart, words: string) => {
      const from = article.text.indexOf(words, at);
      return makeEvidence(article.id, article.text, { start: from, end: from + words.length }, part);
    };
    const statement: StatementRecord = {
      kind: "statement",
      id: `sta-${n}-${k}`,
      article: article.id,
      source: { ...person, text: person.name },
      cue: "say",
      mode: "indirect",
      content,
      channel: null,
      occasion: null,
      date: null,
      addressees: [],
      parent: null,
      attribution: [],
      evidence: [show("source", person.name), show("cue", "said"), show("content", content)],
      rule: "made up",
    };
    records.push(statement);
    if (k >= POSITIONS) return;
    const position: PositionRecord = {
      kind: "position",
      id: `pos-${n}-${k}`,
      article: article.id,
      holders: [{ ...holder, text: holder.name }],
      stance,
      issue: { id: `issue:${issue}`, label: topic },
      condition: null,
      date: null,
      attribution: [{ ...person, statement: statement.id }],
      evidence: [show("holder", holder.name), show("trigger", verb), show("issue", topic)],
      rule: "made up",
    };
    records.push(position);
    if (k > 0) return;
    const role: RoleRecord = {
      kind: "role",
      id: `rol-${n}`,
      article: article.id,
      person,
      role: "minister",
      of: holder,
      date: article.published,
      evidence: [show("person", person.name)],
      rule: "made up",
    };
    records.push(role);
  });
  return { article, records, problems: [] };
}

/** What spans the reports that are added: stories, accounts and passages. */
export class WholeAcross {
  readonly #events = new Map<string, EventRecord[]>();
  readonly #dead = new Map<string, { value: number; article: string; evidence: EventRecord["evidence"] }>();
  readonly #passages: PassageRecord[] = [];
  #last: AnalysedArticle["article"] | undefined;

  add({ article, records }: AnalysedArticle): void {
    let last: EventRecord | undefined;
    for (const record of records) {
      if (record.kind === "event") {
        const key = `${record.type} ${record.actors[0].id} ${record.recipients[0].id} ${article.published?.edtf}`;
        this.#events.set(key, [...(this.#events.get(key) ?? []), record]);
        last = record;
      } else if (record.kind === "quantity" && last !== undefined) {
        const { article, evidence } = record;
        this.#dead.set(last.id, { value: record.value ?? 0, article, evidence });
      }
    }
    const before = this.#last;
    this.#last = article;
    const n = Number(article.origin.replace(/\D/g, ""));
    if (before === undefined || n % COPIED !== 0) return;
    const place = ({ id, text }: typeof article, add: number) => ({
      article: id,
      start: 0,
      end: 300 + add,
      text: text.slice(0, 300 + add),
    });
    this.#passages.push({
      kind: "passage",
      id: `pas-${n}`,
      identical: n % 2 === 0,
      occurrences: [place(before, 0), place(article, n % 7)],
      first: before.id,
      differences: [],
      rule: n % 3 === 0 ? "edited copy" : "copy",
    });
  }

  get passages(): readonly PassageRecord[] {
    return this.#passages;
  }

  stories(): StoryRecord[] {
    return [...this.#events.values()].map((events) => {
      const { id, type, actors, recipients, places, status, recency } = events[0];
      const articles = [...new Set(events.map((e) => e.article))];
      return {
        kind: "story",
        id: `sto-${id.slice(4)}`,
        of: "event",
        members: events.map((e) => e.id),
        articles,
        independent: articles.length,
        type,
        actors,
        recipients,
        places,
        date: null,
        status,
        recency,
        label: events[0].evidence.map((e) => e.text).join(" "),
        rule: "made up",
      } satisfies StoryRecord;
    });
  }

  accounts(): AccountRecord[] {
    return [...this.#events.values()].flatMap((events) => {
      const byValue = new Map<number, { articles: string[]; evidence: EventRecord["evidence"][number][] }>();
      for (const { id } of events) {
        const dead = this.#dead.get(id);
        if (dead === undefined) continue;
        const answer = byValue.get(dead.value) ?? { articles: [], evidence: [] };
        answer.articles.push(dead.article);
        answer.evidence.push(...dead.evidence);
        byValue.set(dead.value, answer);
      }
      if (byValue.size < 2) return [];
      const [{ id, actors, recipients }] = events;
      return {
        kind: "account",
        id: `acc-${id.slice(4)}`,
        about: "figure",
        question: `How many people died between ${actors[0].name} and ${recipients[0].name}?`,
        relation: "conflict",
        answers: [...byValue].map(([value, answer]) => ({
          value: String(value),
          text: `${value} dead`,
          attribution: [],
          ...answer,
        })),
        rule: "made up",
      } satisfies AccountRecord;
    });
  }
}
