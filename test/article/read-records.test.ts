import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import iconv from "iconv-lite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findJsonFault } from "../../src/article/json-fault.js";
import { readPaths } from "../../src/article/read-paths.js";
import type { ArticleRecord, ProblemRecord } from "../../src/core/records.js";

const BODY = "The harbour council voted on Tuesday to reopen the northern pier, its chairman said.";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rapporteur-records-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function read(
  name: string,
  content: string | Buffer,
): Promise<{ articles: ArticleRecord[]; problems: ProblemRecord[] }> {
  writeFileSync(join(folder, name), content);
  const articles: ArticleRecord[] = [];
  const problems: ProblemRecord[] = [];
  for await (const result of readPaths([name], { cwd: folder })) {
    if ("article" in result) articles.push(result.article);
    problems.push(...("article" in result ? result.problems : [result.problem]));
  }
  return { articles, problems };
}

describe("JSON Lines", () => {
  test("fields of several programs", async () => {
    const { articles, problems } = await read(
      "a.jsonl",
      [
        {
          id: "w1",
          text: BODY,
          title: "Pier to reopen",
          date: "2021-03-04",
          source: "Reuters",
          author: "Ana Prado",
        },
        {
          articleBody: BODY,
          headline: "Pier to reopen",
          datePublished: "2021-03-04T10:00:00Z",
          publisher: { name: "Coastal Tribune" },
          author: [{ name: "Ana Prado" }],
        },
        {
          content: BODY,
          source: { id: null, name: "Coastal Tribune" },
          publishedAt: "2021-03-04T10:00:00Z",
          url: "https://example.org/1",
        },
        { "Article Text": [BODY, BODY], "Published At": 1614816000 },
        { html: `<p>${BODY}</p><p>${BODY}</p>` },
        {
          kind: "article",
          text: BODY,
          published: { edtf: "2021-03-04", basis: "text" },
          byline: ["Ana Prado"],
        },
      ]
        .map((record) => JSON.stringify(record))
        .join("\n"),
    );
    expect(problems).toEqual([]);
    expect(articles.map((a) => a.origin)).toEqual([
      "a.jsonl#w1",
      "a.jsonl#2",
      "a.jsonl#3",
      "a.jsonl#4",
      "a.jsonl#5",
      "a.jsonl#6",
    ]);
    expect(articles.map((a) => a.published?.edtf)).toEqual([
      "2021-03-04",
      "2021-03-04",
      "2021-03-04",
      "2021-03-04",
      undefined,
      "2021-03-04",
    ]);
    expect(articles.map((a) => a.outlet)).toEqual([
      "Reuters",
      "Coastal Tribune",
      "Coastal Tribune",
      null,
      null,
      null,
    ]);
    expect(articles[1]).toMatchObject({ title: "Pier to reopen", byline: ["Ana Prado"] });
    expect(articles[3].text).toBe(`${BODY}\n\n${BODY}`);
    expect(articles[4].text).toBe(`${BODY}\n\n${BODY}`);
  });

  test("a broken line in the middle: its line and column; the rest is read", async () => {
    const good = JSON.stringify({ text: BODY });
    const { articles, problems } = await read(
      "a.jsonl",
      `${good}\n{"text": "x", "n": }\n\n${good}\n"just a string"\n${good}`,
    );
    expect(articles.map((a) => a.origin)).toEqual(["a.jsonl#1", "a.jsonl#3", "a.jsonl#5"]);
    expect(problems[0]).toMatchObject({ code: "broken-line", line: 2, column: 20, origin: "a.jsonl" });
    expect(problems[0].message).toContain("a.jsonl:2:20:");
    expect(problems[1]).toMatchObject({ code: "missing-text", line: 5 });
  });

  test("an object without text: the hint names the accepted fields", async () => {
    const { articles, problems } = await read("a.jsonl", '{"title": "x", "summary": "y"}\n{"text": "  "}\n');
    expect(articles).toEqual([]);
    expect(problems.map((p) => p.code)).toEqual(["missing-text", "missing-text"]);
    expect(problems[0].message).toContain("title, summary");
    expect(problems[0].hint).toMatch(/text, body, articlebody, content/);
  });

  test("ids that repeat or cannot stand in an origin", async () => {
    const ids = ["a", "a", "3", "x y", "b#c", 7, "2"];
    const { articles } = await read(
      "a.jsonl",
      ids.map((id) => JSON.stringify({ id, text: BODY })).join("\n"),
    );
    const origins = articles.map((a) => a.origin);
    expect(origins).toEqual([
      "a.jsonl#a",
      "a.jsonl#2",
      "a.jsonl#3",
      "a.jsonl#4",
      "a.jsonl#5",
      "a.jsonl#7",
      "a.jsonl#7-2",
    ]);
    expect(new Set(origins).size).toBe(origins.length);
  });

  test("UTF-16 and Windows-1252", async () => {
    const line = JSON.stringify({ text: `“${BODY}” – naïve` });
    for (const encoding of ["utf-16le", "utf-16be"]) {
      const { articles } = await read(
        "a.jsonl",
        iconv.encode(`${line}\r\n${line}`, encoding, { addBOM: true }),
      );
      expect(articles.map((a) => a.text)).toEqual([`“${BODY}” – naïve`, `“${BODY}” – naïve`]);
    }
    const { articles, problems } = await read(
      "a.jsonl",
      iconv.encode(`${line}\n${line}\n${line}`, "windows-1252"),
    );
    expect(articles.map((a) => a.text)).toEqual(Array(3).fill(`“${BODY}” – naïve`));
    expect(problems.map((p) => [p.code, p.article])).toEqual([["encoding-guessed", articles[0].id]]);
  });

  test("any texts come back as they were", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 1, maxLength: 8 }),
        async (texts) => {
          const written = texts.map((text) => `x${text}x`);
          const { articles, problems } = await read(
            "p.jsonl",
            written.map((text) => JSON.stringify({ text })).join("\n"),
          );
          expect(problems).toEqual([]);
          expect(articles.map((a) => a.text)).toEqual(written);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("half characters", () => {
  test("stand as U+FFFD and are told of; whole ones and escaped backslashes stay", async () => {
    const line = String.raw`{"text":"A\ud83d pier \ud83d\ude00 B\\ud83d","title":"Pier \uDC00"}`;
    const { articles, problems } = await read("a.jsonl", `{"text":"${BODY}"}\n${line}\n`);
    expect(articles[1].text).toBe("A\ufffd pier \u{1f600} B\\ud83d");
    expect(articles[1].title).toBe("Pier \ufffd");
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "encoding-replaced", line: 2, column: 11 });
    expect(problems[0].message).toMatch(/2 escapes are half characters \(\\ud800 to \\udfff/);
  });

  test("in one document, and in a page's data", async () => {
    const { articles, problems } = await read("a.json", String.raw`[{"text":"A pier \ude00 opened."}]`);
    expect(articles[0].text).toBe("A pier \ufffd opened.");
    expect(problems.map(({ code }) => code)).toEqual(["encoding-replaced"]);
    const data = String.raw`{"@type":"NewsArticle","headline":"Pier \ud83d","datePublished":"2021-03-04"}`;
    const page = `<script type="application/ld+json">${data}</script><p>${BODY}</p><p>${BODY}</p>`;
    expect((await read("a.html", page)).articles[0].title).toBe("Pier \ufffd");
  });
});

describe("JSON", () => {
  test("one object, a list, a list inside", async () => {
    expect(
      (await read("a.json", JSON.stringify({ text: BODY }, null, 2))).articles.map((a) => a.origin),
    ).toEqual(["a.json"]);
    expect(
      (await read("a.json", JSON.stringify([{ text: BODY }, { text: BODY }]))).articles.map((a) => a.origin),
    ).toEqual(["a.json#1", "a.json#2"]);
    expect(
      (await read("a.json", JSON.stringify({ status: "ok", articles: [{ content: BODY }] }))).articles.map(
        (a) => a.origin,
      ),
    ).toEqual(["a.json#1"]);
    expect(
      (await read("a.json", `${JSON.stringify({ text: BODY })}\n${JSON.stringify({ text: BODY })}\n`))
        .articles,
    ).toHaveLength(2);
  });

  test("a fault is placed", async () => {
    const { problems } = await read("a.json", '{\n  "text": "x"\n  "title": "y"\n}');
    expect(problems[0]).toMatchObject({ code: "broken-line", line: 3, column: 3 });
  });
});

describe("findJsonFault", () => {
  test.each<[string, number]>([
    ['{"a": }', 6],
    ['{"a": 1', 7],
    ['{"a" 1}', 5],
    ["{a: 1}", 1],
    ["[1, 2,]", 6],
    ['{"a": "x\ny"}', 8],
    ['{"a": 01}', 6],
    ['{"a": 1} x', 9],
    ["", 0],
  ])("%s", (text, offset) => {
    expect(findJsonFault(text)?.offset).toBe(offset);
  });

  test("agrees with JSON.parse on whether there is a fault", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 1 }), (json, at, insert) => {
        const text =
          json.slice(0, at % (json.length + 1)) + insert + json.slice((at % (json.length + 1)) + 1);
        let sound = true;
        try {
          JSON.parse(text);
        } catch {
          sound = false;
        }
        expect(findJsonFault(text) === null).toBe(sound);
      }),
      { numRuns: 500 },
    );
  });
});

describe("CSV", () => {
  test("quoted cells with delimiters, marks and line ends", async () => {
    const { articles, problems } = await read(
      "a.csv",
      `id,date,title,text\r\n1,2021-03-04,"Pier, to ""reopen""","${BODY}\r\n\r\nSecond, paragraph."\r\n2,,Two,${BODY.replace(",", ";")}\r\n`,
    );
    expect(problems).toEqual([]);
    expect(articles.map((a) => a.origin)).toEqual(["a.csv#1", "a.csv#2"]);
    expect(articles[0]).toMatchObject({
      title: 'Pier, to "reopen"',
      text: `${BODY}\r\n\r\nSecond, paragraph.`,
      published: { edtf: "2021-03-04" },
    });
  });

  test.each([
    ["a.csv", ";"],
    ["a.csv", "\t"],
    ["a.tsv", "\t"],
    ["a.csv", "|"],
  ])("%s delimited by %j", async (name, delimiter) => {
    const { articles } = await read(
      name,
      [["title", "text", "source"].join(delimiter), ["Pier", BODY, "Coastal Tribune"].join(delimiter)].join(
        "\n",
      ),
    );
    expect(articles).toMatchObject([{ title: "Pier", text: BODY, outlet: "Coastal Tribune" }]);
  });

  test("ragged rows", async () => {
    const { articles, problems } = await read(
      "a.csv",
      `title,text,date\nOne,"${BODY}"\nTwo,three,four,five\nSix,"${BODY}",2021-03-04,,\n`,
    );
    expect(articles.map((a) => a.title)).toEqual(["One", "Six"]);
    expect(problems.map((p) => [p.code, p.line])).toEqual([
      ["broken-line", 2],
      ["broken-line", 3],
    ]);
    expect(problems[1].message).toContain("expected 3 cells, found 4");
  });

  test("no text column", async () => {
    const { articles, problems } = await read("a.csv", "name,summary\nx,y\n");
    expect(articles).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "missing-text", line: 1 });
    expect(problems[0].message).toContain("name, summary");
  });

  test("a row without text", async () => {
    const { articles, problems } = await read("a.csv", `title,text\nOne,\nTwo,"${BODY}"\n`);
    expect(articles).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "missing-text", line: 2 }]);
  });

  test("a quotation mark that is never closed costs one row", async () => {
    const rows = Array.from({ length: 5 }, (_, i) => `${i},"${BODY}"`);
    rows[2] = `2,"${BODY}`;
    const { articles, problems } = await read("a.csv", `id,text\n${rows.join("\n")}\n`);
    expect(articles.map((a) => a.origin)).toEqual(
      ["a.csv#0", "a.csv#1"].concat(articles.slice(2).map((a) => a.origin)),
    );
    expect(articles.map((a) => a.origin)).toContain("a.csv#4");
    expect(problems.some((p) => p.code === "broken-line" && p.line === 4)).toBe(true);
  });

  test("an unclosed mark in the last rows", async () => {
    const { articles, problems } = await read(
      "a.csv",
      `id,text\n1,"${BODY}\n2,${BODY.replace(",", "")}\n3,${BODY.replace(",", "")}\n`,
    );
    expect(articles.map((a) => a.origin)).toEqual(["a.csv#2", "a.csv#3"]);
    expect(problems).toMatchObject([{ code: "broken-line", line: 2, column: 3 }]);
  });

  test("marks inside a cell that is not quoted are text", async () => {
    const { articles } = await read(
      "a.csv",
      `id,text\n1,The 5" shell hit the pier on Tuesday and nobody was hurt\n2,${BODY.replace(",", "")}\n`,
    );
    expect(articles.map((a) => a.text)[0]).toContain('5" shell');
    expect(articles).toHaveLength(2);
  });

  test("any cells come back as they were", async () => {
    const cell = fc
      .string({
        unit: fc.constantFrom("a", '"', ",", ";", "\n", "\r\n", " ", "é", "“"),
        minLength: 1,
        maxLength: 30,
      })
      .map((s) => `x${s}x`);
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 6 }), async (cells) => {
        const rows = cells.map((c, i) => `${i},"${c.replaceAll('"', '""')}"`);
        const { articles, problems } = await read("p.csv", `id,text\n${rows.join("\n")}\n`);
        expect(problems).toEqual([]);
        expect(articles.map((a) => a.text)).toEqual(cells);
      }),
      { numRuns: 60 },
    );
  });
});
