import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArticleMetadata } from "../../src/article/draft.js";
import { makeArticle } from "../../src/article/make-article.js";
import type { ArticleRecord } from "../../src/core/records.js";

function make(text: string, metadata?: ArticleMetadata): ArticleRecord {
  return makeArticle(metadata ? { origin: "a.txt", text, metadata } : { origin: "a.txt", text }).article;
}

function shown(article: ArticleRecord, part: string): string[] {
  return article.evidence.filter((e) => e.part === part).map((e) => e.text);
}

function expectExact(article: ArticleRecord): void {
  for (const e of [...article.evidence, ...article.boilerplate]) {
    expect(article.text.slice(e.start, e.end)).toBe(e.text);
    expect(e.article).toBe(article.id);
    expect(e.text).not.toBe("");
  }
}

const BODY = `The harbour council voted on Tuesday to reopen the northern pier after a strike of six weeks, its chairman said.

"We have an agreement that both sides can live with," the chairman told reporters after the session.

The strike began in March, when the ferry company cut two of its five lines.`;

describe("whole headers", () => {
  test("title, byline, date, body", () => {
    const article = make(
      `Harbour council votes to reopen pier\n\nBy Ana Prado\nPublished: 4 March 2021\n\n${BODY}\n`,
    );
    expect(article).toMatchObject({
      title: "Harbour council votes to reopen pier",
      byline: ["Ana Prado"],
      published: { edtf: "2021-03-04", text: "4 March 2021", basis: "text" },
      language: "en",
      version: 1,
      codebook: null,
    });
    expect(shown(article, "title")).toEqual(["Harbour council votes to reopen pier"]);
    expect(shown(article, "published")).toEqual(["4 March 2021"]);
    expect(article.boilerplate.map((b) => b.text)).toEqual(["By Ana Prado", "Published: 4 March 2021"]);
    expectExact(article);
  });

  test("an agency's dateline; the year from the text", () => {
    const article = make(
      `Pier to reopen\n\nPORT MERIDIAN, March 4 (Continental Press) — ${BODY}\n\nThe line opened on 2 January 2021.`,
    );
    expect(article).toMatchObject({
      title: "Pier to reopen",
      agency: "Continental Press",
      outlet: null,
      published: { edtf: "2021-03-04", basis: "inferred", text: "March 4" },
    });
  });

  test("a dateline's year stays open where nothing fixes it", () => {
    expect(make(`PORT MERIDIAN, March 4 (Continental Press) — ${BODY}`).published).toMatchObject({
      edtf: "XXXX-03-04",
    });
    expect(
      make(`PORT MERIDIAN, March 4 (Continental Press) — ${BODY}\n\nThe pier was built in October 1962.`)
        .published?.edtf,
    ).toBe("XXXX-03-04");
  });

  test("a date told in a sentence is not the report's", () => {
    expect(make(`${BODY}\n\nOn 27 September 2020 the first talks failed.`).published).toBeNull();
  });

  test("an agency and an outlet, from the top and the end", () => {
    const article = make(`By Trend\n\n${BODY}\n\n---\n\nFollow us on Twitter @AzerNewsAz`);
    expect(article).toMatchObject({ agency: "Trend", outlet: "Azernews", byline: [], title: null });
    expect(article.boilerplate.map((b) => b.text)).toEqual([
      "By Trend",
      "---",
      "Follow us on Twitter @AzerNewsAz",
    ]);
    expectExact(article);
  });

  test("an unknown outlet from its reporter's biography", () => {
    const article = make(`By Ana Prado\n\n${BODY}\n\nAna Prado is Coastal Tribune's harbour correspondent.`);
    expect(article).toMatchObject({ outlet: "Coastal Tribune", byline: ["Ana Prado"] });
    expect(shown(article, "outlet")).toEqual(["Coastal Tribune"]);
  });

  test.each<[string, string, string | null, string | null]>([
    [
      "a known kind of name",
      "THE NORTHERN COURIER\nThursday, March 4, 2021\n\nHarbour council votes to reopen pier",
      "The Northern Courier",
      "Harbour council votes to reopen pier",
    ],
    ["an unknown name above an edition", "STELLA MARINA\nEnglish edition", "Stella Marina", null],
    [
      "an unknown name above a date",
      "EL VIENTO DEL SUR\n4 March 2021\n\nHarbour council votes to reopen pier\n\nBy Ana Prado",
      "El Viento Del Sur",
      "Harbour council votes to reopen pier",
    ],
    [
      "a name with its service",
      "Hafenbote · English Service\nOslo, 4 March 2021\n\nTwo answers",
      "Hafenbote",
      "Two answers",
    ],
    [
      "a known name",
      "The Guardian\n\nHarbour council votes to reopen pier",
      "The Guardian",
      "Harbour council votes to reopen pier",
    ],
  ])("masthead: %s", (_, head, outlet, title) => {
    const article = make(`${head}\n\n${BODY}`);
    expect(article).toMatchObject({ outlet, title });
    expect(article.boilerplate[0].start).toBe(0);
    expectExact(article);
  });

  test.each([
    ["Pier Reopens\n4 March 2021", "Pier Reopens"],
    ["HARBOUR COUNCIL VOTES\nBy Ana Prado", "HARBOUR COUNCIL VOTES"],
    ["Pier Reopens In North Harbour", "Pier Reopens In North Harbour"],
  ])("no masthead: %j", (head, title) => {
    expect(make(`${head}\n\n${BODY}`)).toMatchObject({ outlet: null, title });
  });

  test("an unknown name signs below a masthead: an agency", () => {
    expect(
      make(`The Northern Courier\n4 March 2021\n\nHarbour council votes\n\nBy Meridian Press\n\n${BODY}`),
    ).toMatchObject({ outlet: "The Northern Courier", agency: "Meridian Press" });
    expect(
      make(`By Meridian Press\n\nThe pier is open again, Meridian Press reports.\n\n${BODY}`),
    ).toMatchObject({ outlet: null, agency: "Meridian Press" });
    expect(make(`By Meridian Press\n\n${BODY}`)).toMatchObject({ outlet: "Meridian Press", agency: null });
    expect(
      make(`The Northern Courier\n\nHarbour council votes\n\n${BODY}\n\n(Meridian Press)`),
    ).toMatchObject({ outlet: "The Northern Courier", agency: "Meridian Press" });
  });

  test("a standfirst between headline and byline", () => {
    const article = make(
      `Harbour council votes\n\nFerries will sail again after six weeks of strike.\n\nBy Ana Prado\n\n${BODY}`,
    );
    expect(article).toMatchObject({ title: "Harbour council votes", byline: ["Ana Prado"] });
  });

  test("a credit at the end", () => {
    const article = make(`Pier to reopen\n\n${BODY}\n\n(Reporting by Ana Prado; Editing by Tom Webb)\n- AFP`);
    expect(article.agency).toBe("Agence France-Presse");
    expect(article.boilerplate.map((b) => b.text)).toEqual([
      "(Reporting by Ana Prado; Editing by Tom Webb)",
      "- AFP",
    ]);
  });

  test("labelled lines", () => {
    const article = make(
      `Title: Pier to reopen\nDate: 2021-03-04\nAuthor: Ana Prado\nSource: Coastal Tribune\n\n${BODY}`,
    );
    expect(article).toMatchObject({
      title: "Pier to reopen",
      byline: ["Ana Prado"],
      outlet: "Coastal Tribune",
      published: { edtf: "2021-03-04" },
    });
    expect(shown(article, "title")).toEqual(["Pier to reopen"]);
  });

  test("read-more lines are kept in the text and marked", () => {
    const text = `${BODY}\n\n\nRead More:\n\nFerry company names new director`;
    const article = make(text);
    expect(article.text).toBe(text);
    expect(article.boilerplate.map((b) => b.text)).toEqual([
      "Read More:",
      "Ferry company names new director",
    ]);
  });

  test.each([
    ["a first sentence", BODY],
    [
      "wrapped lines",
      "The harbour council voted on Tuesday to reopen the northern\npier after a strike of six weeks, its chairman said, and the\nferries will sail again before the end of the week under an\nagreement that both sides signed.",
    ],
    ["one line", "Pier to reopen"],
    ["a dateline", `LISBON (AP) — ${BODY}`],
  ])("no title: %s", (_, text) => {
    expect(make(text).title).toBeNull();
  });
});

describe("metadata", () => {
  test("fills what the text does not state", () => {
    const article = make(BODY, {
      title: "Pier to reopen",
      byline: ["By Ana Prado", "Reuters"],
      outlet: "theguardian.com",
      published: "2021-03-04T10:22:00Z",
      language: "en-GB",
    });
    expect(article).toMatchObject({
      title: "Pier to reopen",
      byline: ["Ana Prado"],
      agency: "Reuters",
      outlet: "The Guardian",
      published: { edtf: "2021-03-04", basis: "metadata" },
    });
    expect(article.evidence).toEqual([]);
  });

  test("a date and a byline that the text states win; title and outlet are the metadata's", () => {
    const article = make(`Pier to reopen\n\nBy Ana Prado, 4 March 2021\n\n${BODY}`, {
      title: "Pier will open again",
      byline: ["admin"],
      outlet: "Coastal Tribune",
      published: "2024-01-01",
    });
    expect(article).toMatchObject({
      title: "Pier will open again",
      byline: ["Ana Prado"],
      outlet: "Coastal Tribune",
      published: { edtf: "2021-03-04", basis: "text" },
    });
  });

  test("the metadata's date before an update or a day without a year", () => {
    expect(make(`Updated: 9 March 2021\n\n${BODY}`, { published: "2021-03-04" }).published).toMatchObject({
      edtf: "2021-03-04",
      basis: "metadata",
    });
    expect(make(`LISBON, March 3 (AP) — ${BODY}`, { published: "2021-03-04" }).published).toMatchObject({
      edtf: "2021-03-04",
      basis: "metadata",
    });
  });

  test("the title's place where the text opens with it", () => {
    expect(shown(make(`Pier to reopen\n\n${BODY}`, { title: "Pier to reopen" }), "title")).toEqual([
      "Pier to reopen",
    ]);
  });

  test("the host where nothing else names the outlet", () => {
    expect(make(BODY, { url: "https://www.example-tribune.org/a" }).outlet).toBe("example-tribune.org");
    expect(make(BODY, { url: "https://www.bbc.co.uk/news/1" }).outlet).toBe("BBC News");
  });
});

describe("problems", () => {
  test("a date of no calendar, in the text", () => {
    const text = `By Ana Prado\nPublished: 2020-02-31\n\n${BODY}`;
    const { article, problems } = makeArticle({ origin: "a.txt", text });
    expect(article.published).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: "invalid-date",
      line: 2,
      column: 12,
      article: article.id,
      origin: "a.txt",
    });
    expect(text.slice(problems[0].start, problems[0].end)).toBe("2020-02-31");
  });

  test("a date of no calendar, or of two readings, in the metadata", () => {
    for (const published of ["2020-02-31", "someday", "03/04/2020"]) {
      const { problems } = makeArticle({ origin: "a.txt", text: BODY, metadata: { published } });
      expect(
        problems.map((p) => p.code),
        published,
      ).toEqual(["invalid-date"]);
      expect(problems[0].hint).toContain("YYYY-MM-DD");
    }
  });
});

describe("language", () => {
  test.each([
    [
      "es",
      "El consejo del puerto votó el martes a favor de reabrir el muelle norte después de una huelga de seis semanas.",
    ],
    [
      "ru",
      "Совет порта проголосовал во вторник за открытие северного причала после шестинедельной забастовки.",
    ],
    [
      "de",
      "Der Hafenrat stimmte am Dienstag dafür, den Nordpier nach einem sechswöchigen Streik wieder zu öffnen.",
    ],
    [null, "Pier 4."],
  ])("%s", (language, text) => {
    expect(make(text).language).toBe(language);
  });

  test("metadata where the text is too short", () => {
    expect(make("Pier 4.", { language: "en_US" }).language).toBe("en");
  });
});

test("ids are hashes of origin and text", () => {
  const [a, b] = [makeArticle({ origin: "a", text: BODY }), makeArticle({ origin: "b", text: BODY })];
  expect(a.article.id).toMatch(/^art-[0-9a-f]{16}$/);
  expect(a.article.id).not.toBe(b.article.id);
  expect(a.article.hash).toBe(b.article.hash);
  expect(a.article.hash).toMatch(/^[0-9a-f]{64}$/);
});

test("any text: nothing throws, the text is kept, evidence is exact, twice the same", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      "By ",
      "Ana Prado",
      "\n",
      "\n\n",
      "LISBON (AP) — ",
      "2021-02-30",
      "Oct. 24",
      "---",
      "Read more:",
      "Follow us on Twitter @",
      "© 2021 ",
      "Reuters",
      ". ",
      "“",
      "\r\n",
      "\u2028",
      ", Trend reports on Oct.23.",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const { article } = makeArticle({ origin: "x", text });
      expect(article.text).toBe(text);
      expectExact(article);
      expect(makeArticle({ origin: "x", text }).article).toEqual(article);
    }),
    { numRuns: 300 },
  );
});

test("long odd texts take no long time", () => {
  for (const unit of [
    "word ",
    "WORD, ",
    "By Ana\n",
    "24 October 1962 ",
    '"',
    "Aa ",
    "- - - - x\n",
    "(((",
    "//",
  ]) {
    const text = unit.repeat(Math.ceil(400_000 / unit.length));
    expect(make(text).text, unit).toBe(text);
  }
});
