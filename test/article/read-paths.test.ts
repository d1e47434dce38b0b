import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ReadProgress, type ReadResult, readPaths } from "../../src/article/read-paths.js";
import type { ArticleRecord, ProblemRecord } from "../../src/core/records.js";

const BODY =
  "The harbour council voted on Tuesday to reopen the northern pier after a strike of six weeks, its chairman said. “We have an agreement that both sides can live with,” he told reporters.";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rapporteur-read-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

async function read(
  ...paths: string[]
): Promise<{ articles: ArticleRecord[]; problems: ProblemRecord[]; results: ReadResult[] }> {
  const results: ReadResult[] = [];
  for await (const result of readPaths(paths.length > 0 ? paths : ["."], { cwd: folder }))
    results.push(result);
  return {
    results,
    articles: results.flatMap((r) => ("article" in r ? [r.article] : [])),
    problems: results.flatMap((r) => ("article" in r ? r.problems : [r.problem])),
  };
}

/** Every problem can be acted on: it has an id, names its origin, and says what to do. */
function expectProblem(problem: ProblemRecord | undefined, code: string, origin: string): void {
  expect(problem?.code).toBe(code);
  expect(problem?.origin).toBe(origin);
  expect(problem?.id).toMatch(/^prb-[0-9a-f]{16}$/);
  expect(problem?.message.startsWith(origin)).toBe(true);
  expect(problem?.hint).toMatch(/\.$/);
}

describe("paths", () => {
  test("folders are walked in code-point order; hidden entries are passed over", async () => {
    for (const name of [
      "b.txt",
      "B.txt",
      "a/z.txt",
      "a/é.txt",
      "a.txt",
      ".hidden.txt",
      ".git/x.txt",
      "10.txt",
      "9.txt",
    ])
      put(name, BODY);
    const { articles, problems } = await read();
    expect(articles.map((a) => a.origin)).toEqual([
      "10.txt",
      "9.txt",
      "B.txt",
      "a/z.txt",
      "a/é.txt",
      "a.txt",
      "b.txt",
    ]);
    expect(problems).toEqual([]);
  });

  test("paths in the order given, each origin once, hidden ones if named", async () => {
    for (const name of ["b.txt", "a.txt", ".h.txt"]) put(name, BODY);
    const { articles } = await read("b.txt", ".h.txt", ".", "./b.txt");
    expect(articles.map((a) => a.origin)).toEqual(["b.txt", ".h.txt", "a.txt"]);
  });

  test("twice the same", async () => {
    put("a.txt", BODY);
    put("b.jsonl", `${JSON.stringify({ text: BODY })}\n{`);
    expect((await read()).results).toEqual((await read()).results);
  });

  test("standard input", async () => {
    async function* stdin(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(BODY.slice(0, 50));
      yield Buffer.from(BODY.slice(50));
    }
    const results: ReadResult[] = [];
    for await (const result of readPaths(["-"], { stdin: stdin(), cwd: folder })) results.push(result);
    expect(results).toMatchObject([{ article: { origin: "stdin", text: BODY } }]);
  });

  test("JSON Lines on standard input", async () => {
    async function* stdin(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${JSON.stringify({ id: "x", text: BODY })}\n`);
    }
    const results: ReadResult[] = [];
    for await (const result of readPaths(["-"], { stdin: stdin(), cwd: folder })) results.push(result);
    expect(results).toMatchObject([{ article: { origin: "stdin#x" } }]);
  });

  test("a missing path is a problem and the others are read", async () => {
    put("a.txt", BODY);
    const { articles, problems } = await read("nowhere.txt", "a.txt");
    expect(articles).toHaveLength(1);
    expectProblem(problems[0], "unreadable-file", "nowhere.txt");
  });

  test("progress", async () => {
    put("a.txt", BODY);
    put("b.txt", "");
    const seen: ReadProgress[] = [];
    for await (const _ of readPaths(["."], { cwd: folder, onProgress: (p) => seen.push(p) })) {
      // Reading is what is watched.
    }
    expect(seen.at(-1)).toMatchObject({
      origin: "b.txt",
      files: 2,
      articles: 1,
      problems: 1,
      bytes: Buffer.byteLength(BODY),
    });
  });
});

describe("links and permissions", () => {
  test("a link loop, a link to itself, a dangling link", async () => {
    put("a/x.txt", BODY);
    symlinkSync(folder, join(folder, "a/up"));
    symlinkSync("self", join(folder, "self"));
    symlinkSync("gone.txt", join(folder, "dangling.txt"));
    const { articles, problems } = await read();
    expect(articles.map((a) => a.origin)).toEqual(["a/x.txt"]);
    expectProblem(problems[0], "symlink-loop", "a/up");
    expectProblem(problems[1], "unreadable-file", "dangling.txt");
    expectProblem(problems[2], "symlink-loop", "self");
  });

  test("folders that link to each other end", async () => {
    for (const name of ["a", "b", "c"]) put(`${name}/x.txt`, BODY);
    for (const from of ["a", "b", "c"])
      for (const to of ["a", "b", "c"])
        if (from !== to) symlinkSync(join(folder, to), join(folder, from, `to-${to}`));
    const { articles, problems } = await read();
    expect(articles.map((a) => a.origin)).toEqual(expect.arrayContaining(["a/x.txt", "b/x.txt", "c/x.txt"]));
    expect(problems.length).toBeGreaterThan(0);
    expect(new Set(problems.map((p) => p.code))).toEqual(new Set(["symlink-loop"]));
  });

  test("links to files and folders elsewhere are followed", async () => {
    const other = mkdtempSync(join(tmpdir(), "rapporteur-other-"));
    writeFileSync(join(other, "y.txt"), BODY);
    symlinkSync(other, join(folder, "linked"));
    symlinkSync(join(other, "y.txt"), join(folder, "z.txt"));
    const { articles, problems } = await read();
    expect(articles.map((a) => a.origin)).toEqual(["linked/y.txt", "z.txt"]);
    expect(problems).toEqual([]);
    rmSync(other, { recursive: true });
  });

  test("a folder and a file without read permission", async () => {
    put("closed/x.txt", BODY);
    put("closed.txt", BODY);
    put("open.txt", BODY);
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "closed"), 0);
    chmodSync(join(folder, "closed.txt"), 0);
    // Root may read all: it reads as somebody else here.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    const { articles, problems } = await read();
    if (isRoot) process.seteuid?.(0);
    chmodSync(join(folder, "closed"), 0o755);
    expect(articles.map((a) => a.origin)).toEqual(["open.txt"]);
    expectProblem(problems[0], "unreadable-folder", "closed");
    expectProblem(problems[1], "unreadable-file", "closed.txt");
  });
});

describe("encodings", () => {
  const cases: [string, Buffer, string | null][] = [
    ["UTF-8", Buffer.from(BODY), null],
    ["UTF-8 with mark", Buffer.from(`\ufeff${BODY}`), null],
    ["UTF-16LE with mark", iconv.encode(BODY, "utf-16le", { addBOM: true }), null],
    ["UTF-16BE with mark", iconv.encode(BODY, "utf-16be", { addBOM: true }), null],
    ["UTF-32LE with mark", iconv.encode(BODY, "utf-32le", { addBOM: true }), null],
    ["UTF-32BE with mark", iconv.encode(BODY, "utf-32be", { addBOM: true }), null],
    ["UTF-16LE without mark", iconv.encode(BODY, "utf-16le", { addBOM: false }), "utf-16le"],
    ["UTF-16BE without mark", iconv.encode(BODY, "utf-16be", { addBOM: false }), "utf-16be"],
    ["Windows-1252 with curly quotes", iconv.encode(BODY, "windows-1252"), "windows-1252"],
  ];
  test.each(cases)("%s", async (_, bytes, guessed) => {
    put("a.txt", bytes);
    const { articles, problems } = await read();
    expect(articles.map((a) => a.text)).toEqual([BODY]);
    if (guessed === null) expect(problems).toEqual([]);
    else {
      expectProblem(problems[0], "encoding-guessed", "a.txt");
      expect(problems[0].message).toContain(guessed);
      expect(problems[0].article).toBe(articles[0].id);
    }
  });

  test("Latin-1 letters", async () => {
    const text =
      "Le conseil du port a voté mardi la réouverture de la jetée après six semaines de grève, à la majorité.";
    put("a.txt", iconv.encode(text, "latin1"));
    expect((await read()).articles[0].text).toBe(text);
  });

  test("Cyrillic in Windows-1251", async () => {
    const text =
      "Совет порта проголосовал во вторник за открытие северного причала после шестинедельной забастовки, сообщил председатель.";
    put("a.txt", iconv.encode(text, "windows-1251"));
    expect((await read()).articles[0].text).toBe(text);
  });

  test("damaged UTF-8 keeps what is sound and says so", async () => {
    put(
      "a.txt",
      Buffer.concat([Buffer.from(`${BODY}\n\n“One”`), Buffer.from([0xe2, 0x80]), Buffer.from(" “two”.")]),
    );
    const { articles, problems } = await read();
    expect(articles[0].text).toBe(`${BODY}\n\n“One”\ufffd “two”.`);
    expectProblem(problems[0], "encoding-replaced", "a.txt");
    expect(problems[0]).toMatchObject({ line: 3, column: 6 });
  });

  test("a declared encoding needs no guess", async () => {
    const html = `<html><head><meta charset="iso-8859-1"><title>x</title></head><body><p>${BODY}</p></body></html>`;
    put("a.html", iconv.encode(html, "windows-1252"));
    const { articles, problems } = await read();
    expect(articles[0].text).toBe(BODY);
    expect(problems).toEqual([]);
  });

  test("line ends are kept", async () => {
    const text = `One.\r\n\r\n${BODY}\rTwo.\n`;
    put("a.txt", text);
    expect((await read()).articles[0].text).toBe(text);
  });
});

describe("what is no article", () => {
  test.each<[string, string | Buffer, string]>([
    ["empty.txt", "", "empty-input"],
    ["blank.txt", " \n\t\n", "empty-input"],
    ["empty.txt.gz", gzipSync(""), "empty-input"],
    ["empty.jsonl.csv", "", "empty-input"],
    ["noise.txt", Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251)), "binary-input"],
    ["noise.bin", Buffer.from([1, 2, 3, 0, 5, 6]), "binary-input"],
    ["report.pdf", "%PDF-1.7\nxyz", "unsupported-format"],
    ["report.txt", "%PDF-1.7\nxyz", "unsupported-format"],
    ["report.docx", "PK\x03\x04....", "unsupported-format"],
    ["feed.xml", '<?xml version="1.0"?><rss version="2.0"></rss>', "unsupported-format"],
    ["picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), "unsupported-format"],
    ["script.html", "<html><body><script>var a = 1;</script></body></html>", "no-article-text"],
    ["a.json", "{", "broken-line"],
    ["a.json.json", "[]", "empty-input"],
    ["only.csv", "title,text\n", "empty-input"],
    ["meta.md", "---\ntitle: x\n---\n", "no-article-text"],
  ])("%s", async (name, content, code) => {
    put(name, content);
    put("zz.txt", BODY);
    const { articles, problems } = await read();
    expect(articles.map((a) => a.origin)).toEqual(["zz.txt"]);
    expect(problems).toHaveLength(1);
    expectProblem(problems[0], code, name);
  });
});

describe("gzip", () => {
  test("each format gzipped, by its bytes and not its name", async () => {
    put("a.txt.gz", gzipSync(BODY));
    put("b.txt", gzipSync(BODY));
    put("c.jsonl.gz", gzipSync(JSON.stringify({ text: BODY })));
    put("d.html.gz", gzipSync(`<html><body><p>${BODY}</p></body></html>`));
    put("e.gz", Buffer.concat([gzipSync(BODY.slice(0, 60)), gzipSync(BODY.slice(60))]));
    const { articles, problems } = await read();
    expect(articles.map((a) => [a.origin, a.text])).toEqual([
      ["a.txt.gz", BODY],
      ["b.txt", BODY],
      ["c.jsonl.gz#1", BODY],
      ["d.html.gz", BODY],
      ["e.gz", BODY],
    ]);
    expect(problems).toEqual([]);
  });

  test("truncated: what could be unpacked is read", async () => {
    const lines = Array.from({ length: 3000 }, (_, i) =>
      JSON.stringify({ id: `n${i}`, text: `${i * 7919} ${BODY}` }),
    );
    const packed = gzipSync(lines.join("\n"));
    put("a.jsonl.gz", packed.subarray(0, Math.floor(packed.length * 0.6)));
    const { articles, problems } = await read();
    expect(articles.length).toBeGreaterThan(1000);
    expect(articles[0].origin).toBe("a.jsonl.gz#n0");
    expectProblem(problems.at(-1), "truncated-gzip", "a.jsonl.gz");
    expect(problems.map((p) => p.code)).toEqual(["broken-line", "truncated-gzip"]);
  });

  test("a truncated text keeps its beginning", async () => {
    const text = Array.from({ length: 2000 }, (_, i) => `Paragraph ${i * 7919} of the report.`).join("\n\n");
    const packed = gzipSync(text);
    put("a.txt.gz", packed.subarray(0, packed.length - 9));
    const { articles, problems } = await read();
    expect(articles[0].text.length).toBeGreaterThan(text.length * 0.9);
    expect(text.startsWith(articles[0].text)).toBe(true);
    expect(problems.map((p) => p.code)).toEqual(["truncated-gzip"]);
  });

  test("damaged from the start", async () => {
    put("a.txt.gz", Buffer.from([0x1f, 0x8b, 9, 9, 9, 9]));
    const { articles, problems } = await read();
    expect(articles).toEqual([]);
    expect(problems.map((p) => p.code)).toEqual(["truncated-gzip"]);
  });
});

describe("large inputs", () => {
  const MIB = 1024 * 1024;

  test("a line of 50 MB", { timeout: 60_000 }, async () => {
    put("a.txt", Buffer.alloc(50 * MIB, "word "));
    put(
      "b.jsonl",
      Buffer.concat([
        Buffer.from(`${JSON.stringify({ id: "first", text: BODY })}\n{"text":"`),
        Buffer.alloc(50 * MIB, "word "),
        Buffer.from(`"}\n${JSON.stringify({ id: "last", text: BODY })}\n`),
      ]),
    );
    put("c.txt", BODY);
    const { articles, problems } = await read();
    expect(articles.map((a) => a.origin)).toEqual(["b.jsonl#first", "b.jsonl#last", "c.txt"]);
    expectProblem(problems[0], "line-too-long", "a.txt");
    expectProblem(problems[1], "line-too-long", "b.jsonl");
    expect(problems.map((p) => p.line)).toEqual([1, 2]);
    expect(problems[1].message).toContain("50 MiB");
  });

  test("a text of many lines that is no article", async () => {
    put("a.txt", Buffer.alloc(34 * MIB, "A line of text.\n"));
    expectProblem((await read()).problems[0], "input-too-large", "a.txt");
  });

  test("HTML of 10 MB: scripts", async () => {
    put(
      "a.html",
      `<html><head><script>${"var a = 1;\n".repeat(MIB)}</script></head><body><article><p>${BODY}</p><p>${BODY}</p></article></body></html>`,
    );
    const { articles, problems } = await read();
    expect(articles[0].text).toBe(`${BODY}\n\n${BODY}`);
    expect(problems).toEqual([]);
  });

  test("HTML of 10 MB: tags", { timeout: 60_000 }, async () => {
    const menu = '<li><a href="/x">Harbour</a></li>'.repeat(10 * 32 * 1024);
    put(
      "a.html",
      `<html><head><title>Pier to reopen</title></head><body><ul>${menu}</ul><article><p>${BODY}</p></article></body></html>`,
    );
    const { articles, problems } = await read();
    expect(articles[0]).toMatchObject({ text: BODY, title: "Pier to reopen" });
    expectProblem(problems[0], "input-too-large", "a.html");
  });

  test("HTML of 10 MB: text", { timeout: 60_000 }, async () => {
    put("a.html", `<html><body>${`<p>${BODY}</p>\n`.repeat((10 * MIB) / 200)}</body></html>`);
    const { articles, problems } = await read();
    expect(articles.length + problems.length).toBe(1);
    expectProblem(problems[0], "input-too-large", "a.html");
  });
});
