/** Stores with records of every kind, made by hand: an invented dispute over a dam, and the same kinds full of harm. */
import type { AnalysedArticle } from "../../src/core/analysed-article.js";
import { type Evidence, type EvidencePart, makeEvidence } from "../../src/core/evidence.js";
import { makeId } from "../../src/core/identity.js";
import type {
  AccountRecord,
  ActorRef,
  ArticleRecord,
  AttributionLink,
  DateValue,
  DatingRecord,
  EventRecord,
  PassageRecord,
  PositionRecord,
  QuantityRecord,
  RoleRecord,
  Stance,
  StoryRecord,
  WithinArticle,
} from "../../src/core/records.js";
import { indexPending } from "../../src/store/search-index.js";
import { Store } from "../../src/store/store.js";
import { hostileReports, makeArticle } from "./fixture.js";

export const ORRIN: ActorRef = { id: "state:ORN", name: "Orrin", country: "ORN", cameo: "ORN" };
export const TALE: ActorRef = { id: "state:TAL", name: "Talé", country: "TAL", cameo: "TAL" };
export const RIVER_BOARD: ActorRef = { id: "igo:river-board", name: "River Board", sector: "IGO" };
export const LIND: ActorRef = { id: "person:ana-lind", name: "Ana Lind", country: "ORN", sector: "GOV" };

type Shown = readonly (readonly [EvidencePart, string])[];

function show(article: ArticleRecord, shown: Shown): Evidence[] {
  return shown.map(([part, words]) => {
    const start = article.text.indexOf(words);
    if (start < 0) throw new Error(`not in the text: ${words}`);
    return makeEvidence(article.id, article.text, { start, end: start + words.length }, part);
  });
}

function day(edtf: string, basis: DateValue["basis"] = "text"): DateValue {
  return { edtf, basis };
}

function makeEvent(article: ArticleRecord, shown: Shown, fields: Partial<EventRecord>): EventRecord {
  const evidence = show(article, shown);
  return {
    kind: "event",
    id: makeId("eve", article.id, ...evidence.map((e) => e.start), fields.type ?? ""),
    article: article.id,
    type: "CONSULT",
    eventMode: null,
    contexts: [],
    cameo: "040",
    quad: 1,
    goldstein: 1,
    actors: [],
    recipients: [],
    places: [],
    date: null,
    status: "asserted",
    recency: "current",
    attribution: [],
    evidence,
    rule: "CONSULT:3",
    confidence: 0.8,
    ...fields,
  };
}

function makePosition(
  article: ArticleRecord,
  shown: Shown,
  holders: readonly ActorRef[],
  stance: Stance,
  issue: readonly [id: string, label: string],
  attribution: readonly AttributionLink[] = [],
  more: Partial<PositionRecord> = {},
): PositionRecord {
  const evidence = show(article, shown);
  return {
    kind: "position",
    id: makeId("pos", article.id, stance, issue[0], ...evidence.map((e) => e.start)),
    article: article.id,
    holders,
    stance,
    issue: { id: issue[0], label: issue[1] },
    condition: null,
    date: null,
    attribution,
    evidence,
    rule: "stances.tsv:3",
    ...more,
  };
}

export const DAM = ["issue:dam", "dam on the Upper Sill"] as const;
export const TALKS = ["issue:talks", "talks on the river"] as const;

/** Three reports of one week: the second copies a paragraph of the first, the third disagrees with both. */
function damReports(): { reports: AnalysedArticle[]; across: Across } {
  const copied =
    "Engineers of Orrin opened the gates of the dam on 4 May 2009, and the water rose by two metres within an hour. Boats were torn from their moorings, and the ferry at Low Sill stayed in port.";
  const first = makeArticle(
    "dam/courier.txt",
    `Gates of the dam opened\n\n${copied}\n\nOrrin supports the dam on the Upper Sill, its water minister Ana Lind said. Talé rejects the dam. Twelve people died in the flood.\n\nThe River Board will meet both sides on 12 May. The treaty of the river was signed in the 1970s.`,
    {
      outlet: "Sill Courier",
      title: "Gates of the dam opened",
      published: day("2009-05-05", "metadata"),
    },
  );
  const second = makeArticle(
    "dam/echo.txt",
    `Flood below the dam\n\n${copied}\n\nTalé said it wanted talks on the river. Talé denied that its farmers had blocked the road.`,
    {
      outlet: "Valley Echo",
      agency: "Plain Press",
      title: "Flood below the dam",
      published: day("2009-05-06", "metadata"),
    },
  );
  const third = makeArticle(
    "dam/star.txt",
    "Nine dead, says Talé\n\nNine people died when the gates were opened on 3 May, the government of Talé said. Orrin is neither for nor against talks on the river.",
    { outlet: "Northern Star", title: "Nine dead, says Talé", published: day("2009-05-07", "metadata") },
  );
  const lind: AttributionLink = { ...LIND, channel: "press conference" };
  const opened = (article: ArticleRecord, date: string, shown: Shown) =>
    makeEvent(article, shown, {
      type: "COERCE",
      quad: 4,
      actors: [ORRIN],
      recipients: [TALE],
      places: [{ name: "Upper Sill", country: "ORN", lat: 1, lon: 2 }],
      date: day(date),
    });
  const openedFirst = opened(first, "2009-05-04", [
    ["actor", "Orrin"],
    ["trigger", "opened the gates"],
    ["date", "4 May 2009"],
  ]);
  const openedSecond = opened(second, "2009-05-04", [
    ["actor", "Orrin"],
    ["trigger", "opened the gates"],
    ["date", "4 May 2009"],
  ]);
  const openedThird = opened(third, "2009-05-03", [
    ["trigger", "opened"],
    ["date", "3 May"],
  ]);
  const meeting = makeEvent(
    first,
    [
      ["actor", "The River Board"],
      ["trigger", "meet"],
      ["recipient", "both sides"],
      ["date", "12 May"],
    ],
    { actors: [RIVER_BOARD], recipients: [ORRIN, TALE], date: day("2009-05-12"), status: "planned" },
  );
  const treaty = makeEvent(
    first,
    [
      ["trigger", "signed"],
      ["date", "the 1970s"],
    ],
    { type: "AGREE", actors: [ORRIN, TALE], date: day("197X"), recency: "background" },
  );
  const blocked = makeEvent(
    second,
    [
      ["actor", "its farmers"],
      ["trigger", "blocked"],
    ],
    { type: "PROTEST", quad: 4, actors: [TALE], status: "denied", attribution: [TALE] },
  );
  const dead = (article: ArticleRecord, value: number, words: string): QuantityRecord => ({
    kind: "quantity",
    id: makeId("qua", article.id, value),
    article: article.id,
    measure: "killed",
    value,
    low: null,
    high: null,
    unit: null,
    modifier: value === 12 ? "about" : null,
    of: "people",
    by: [],
    date: null,
    places: [],
    attribution: article === third ? [TALE] : [],
    evidence: show(article, [
      ["value", words],
      ["measure", "died"],
    ]),
    rule: "measures.tsv:1",
  });
  const twelve = dead(first, 12, "Twelve");
  const nine = dead(third, 9, "Nine people");
  const dating: DatingRecord = {
    kind: "dating",
    id: makeId("dat", first.id),
    article: first.id,
    happening: "treaty",
    aspect: "begin",
    date: day("197X"),
    parties: [ORRIN, TALE],
    places: [],
    attribution: [],
    evidence: show(first, [["date", "the 1970s"]]),
    rule: "happenings.tsv:2",
  };
  const role: RoleRecord = {
    kind: "role",
    id: makeId("rol", first.id),
    article: first.id,
    person: LIND,
    role: "water minister",
    of: ORRIN,
    date: day("2009-05-05", "publication"),
    evidence: show(first, [
      ["role", "water minister"],
      ["person", "Ana Lind"],
    ]),
    rule: "apposition",
  };
  const firstRecords: WithinArticle[] = [
    openedFirst,
    meeting,
    treaty,
    makePosition(
      first,
      [
        ["holder", "Orrin supports"],
        ["trigger", "supports"],
        ["issue", "the dam on the Upper Sill"],
      ],
      [ORRIN],
      "favor",
      DAM,
      [lind],
    ),
    makePosition(
      first,
      [
        ["holder", "Talé rejects"],
        ["trigger", "rejects"],
        ["issue", "the dam."],
      ],
      [TALE],
      "against",
      DAM,
      [],
      { condition: "the dam." },
    ),
    twelve,
    dating,
    role,
  ];
  const secondRecords: WithinArticle[] = [
    openedSecond,
    blocked,
    makePosition(
      second,
      [
        ["holder", "Talé said"],
        ["trigger", "wanted"],
        ["issue", "talks on the river"],
      ],
      [TALE],
      "favor",
      TALKS,
      [TALE],
    ),
  ];
  const thirdRecords: WithinArticle[] = [
    openedThird,
    nine,
    makePosition(
      third,
      [
        ["holder", "Orrin"],
        ["trigger", "neither"],
        ["issue", "talks on the river"],
      ],
      [ORRIN],
      "neutral",
      TALKS,
    ),
  ];
  const story = (
    fields: Partial<StoryRecord> & Pick<StoryRecord, "members" | "articles" | "type">,
  ): StoryRecord => ({
    kind: "story",
    id: makeId("sty", ...fields.members),
    of: "event",
    independent: 1,
    actors: [],
    recipients: [],
    places: [],
    date: null,
    status: "asserted",
    recency: "current",
    label: "Nobody has told it yet.",
    rule: "told once",
    ...fields,
  });
  const passage: PassageRecord = {
    kind: "passage",
    id: makeId("psg", copied),
    identical: false,
    occurrences: [first, second].map((article) => {
      const start = article.text.indexOf(copied);
      return { article: article.id, start, end: start + copied.length, text: copied };
    }),
    first: first.id,
    differences: [{ article: second.id, from: "two", to: "three" }],
    rule: "copy",
  };
  const account: AccountRecord = {
    kind: "account",
    id: makeId("acc", "dead"),
    about: "figure",
    question: "How many were killed (Upper Sill, 2009-05-04)?",
    relation: "conflict",
    answers: [
      { value: "12", text: "Twelve", articles: [first.id], attribution: [], evidence: twelve.evidence },
      { value: "9", text: "Nine", articles: [third.id], attribution: [TALE], evidence: nine.evidence },
    ],
    rule: "figures",
  };
  const dated: AccountRecord = {
    ...account,
    id: makeId("acc", "when"),
    about: "date",
    question: "COERCE (Orrin, Talé): when?",
    answers: [
      {
        value: "2009-05-04",
        text: "4 May 2009",
        articles: [first.id, second.id],
        attribution: [],
        evidence: [...openedFirst.evidence, ...openedSecond.evidence],
      },
      {
        value: "2009-05-03",
        text: "3 May",
        articles: [third.id],
        attribution: [TALE],
        evidence: openedThird.evidence,
      },
    ],
  };
  return {
    reports: [
      { article: first, records: firstRecords, problems: [] },
      { article: second, records: secondRecords, problems: [] },
      { article: third, records: thirdRecords, problems: [] },
    ],
    across: {
      passages: [passage],
      stories: [
        story({
          members: [openedFirst.id, openedSecond.id, openedThird.id],
          articles: [first.id, second.id, third.id],
          type: "COERCE",
          independent: 2,
          actors: [ORRIN],
          recipients: [TALE],
          date: day("2009-05-04"),
          label: copied,
          rule: "average link",
        }),
        story({
          members: [meeting.id],
          articles: [first.id],
          type: "CONSULT",
          actors: [RIVER_BOARD],
          recipients: [ORRIN, TALE],
          date: day("2009-05-12"),
          status: "planned",
          label: "The River Board will meet both sides on 12 May.",
        }),
        story({
          members: [treaty.id],
          articles: [first.id],
          type: "AGREE",
          actors: [ORRIN, TALE],
          date: day("197X"),
          recency: "background",
          label: "The treaty of the river was signed in the 1970s.",
        }),
        story({
          members: [blocked.id],
          articles: [second.id],
          type: "PROTEST",
          actors: [TALE],
          status: "denied",
          label: "Talé denied that its farmers had blocked the road.",
        }),
        story({
          members: ["eve-0"],
          articles: [third.id],
          type: "AID",
          recency: "background",
          label: "Once there was help.",
        }),
      ],
      accounts: [account, dated],
    },
  };
}

interface Across {
  readonly passages: readonly PassageRecord[];
  readonly stories: readonly StoryRecord[];
  readonly accounts: readonly AccountRecord[];
}

async function fill(store: Store, reports: readonly AnalysedArticle[], across: Across): Promise<Store> {
  await store.add(reports, "test");
  await store.replaceAcross("passage", across.passages);
  await store.replaceAcross("story", across.stories);
  await store.replaceAcross("account", across.accounts);
  await indexPending(store);
  return store;
}

/** Writes the dispute over the dam, with a record of every kind. */
export function writeDamStore(store: Store): Promise<Store> {
  const { reports, across } = damReports();
  return fill(store, reports, across);
}

/** The dispute over the dam, in memory. */
export async function openDamStore(): Promise<Store> {
  return writeDamStore(await Store.open(":memory:"));
}

/** Records of every kind whose every field tries to break out of its place, or is far too long. */
export async function openHostileStore(): Promise<Store> {
  const stories: StoryRecord[] = [];
  const passages: PassageRecord[] = [];
  const accounts: AccountRecord[] = [];
  const reports = hostileReports().map(({ article, records, problems }, i): AnalysedArticle => {
    const bad = article.title ?? "";
    const actor: ActorRef = {
      id: bad,
      name: bad,
      text: bad,
      country: bad,
      sector: bad,
      wikidata: bad,
      cameo: bad,
    };
    const date: DateValue = {
      edtf: i === 0 ? bad : "2009-05-04",
      text: bad,
      basis: bad as DateValue["basis"],
    };
    const evidence: Evidence[] = [
      { article: article.id, start: -5, end: 3, text: bad, part: bad as EvidencePart },
      { article: article.id, start: 1, end: 9_999_999, text: bad, part: "trigger" },
      { article: bad, start: 0, end: 4, text: bad, part: "value" },
    ];
    const attribution: AttributionLink[] = [{ ...actor, channel: bad, statement: bad }];
    const places = [{ name: bad, country: bad, lat: 500, lon: -500, geonames: -1, text: bad }];
    const common = { article: article.id, date, attribution, evidence, rule: bad };
    const event: EventRecord = {
      kind: "event",
      id: makeId("eve", "hostile", i),
      ...common,
      type: bad,
      eventMode: bad,
      contexts: [bad],
      cameo: bad,
      quad: 9 as EventRecord["quad"],
      goldstein: -99,
      actors: [actor, actor],
      recipients: [actor],
      places,
      status: bad as EventRecord["status"],
      recency: bad as EventRecord["recency"],
      confidence: 7,
    };
    const position: PositionRecord = {
      kind: "position",
      id: makeId("pos", "hostile", i),
      ...common,
      holders: Array.from({ length: 30 }, (_, n) => ({ ...actor, id: `${n}${bad}` })),
      stance: (i === 0 ? bad : "favor") as Stance,
      issue: { id: bad, label: bad },
      condition: bad,
    };
    const quantity: QuantityRecord = {
      kind: "quantity",
      id: makeId("qua", "hostile", i),
      ...common,
      measure: bad,
      value: i === 0 ? null : -1e300,
      low: -1,
      high: null,
      unit: bad,
      modifier: bad,
      of: bad,
      by: [actor],
      places,
    };
    const dating: DatingRecord = {
      kind: "dating",
      id: makeId("dat", "hostile", i),
      ...common,
      happening: bad,
      aspect: bad as DatingRecord["aspect"],
      parties: [actor],
      places,
    };
    const role: RoleRecord = {
      kind: "role",
      id: makeId("rol", "hostile", i),
      article: article.id,
      person: actor,
      role: bad,
      of: actor,
      date,
      evidence,
      rule: bad,
    };
    const ids = { members: [event.id, bad], articles: [article.id, bad] };
    stories.push({
      kind: "story",
      id: makeId("sty", "hostile", i),
      of: "event",
      ...ids,
      independent: 1_000_000 * i,
      type: bad,
      actors: [actor],
      recipients: [actor],
      places,
      date,
      status: bad as EventRecord["status"],
      recency: bad as EventRecord["recency"],
      label: bad,
      rule: bad,
    });
    passages.push({
      kind: "passage",
      id: makeId("psg", "hostile", i),
      identical: false,
      occurrences: [
        { article: article.id, start: -1, end: 9_999_999, text: bad },
        { article: bad, start: 0, end: 1, text: bad },
      ],
      first: bad,
      differences: [{ article: article.id, from: bad, to: bad }],
      rule: bad,
    });
    accounts.push({
      kind: "account",
      id: makeId("acc", "hostile", i),
      about: bad as AccountRecord["about"],
      question: bad,
      relation: bad as AccountRecord["relation"],
      answers: [
        { value: bad, text: bad, articles: ids.articles, attribution, evidence },
        { value: "denied", text: bad, articles: [], attribution: [], evidence: [] },
      ],
      rule: bad,
    });
    return { article, records: [...records, event, position, quantity, dating, role], problems };
  });
  return fill(await Store.open(":memory:"), reports, { passages, stories, accounts });
}
