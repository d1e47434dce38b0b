/** The command line from outside: what a user types, what is printed, how it ends. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyRecord, ArticleRecord, ProblemRecord, StatementRecord } from "../../src/core/records.js";
import { PROBLEM_CODES, RECORD_KINDS } from "../../src/core/records.js";
import { Database } from "../../src/store/database.js";
import { Store } from "../../src/store/store.js";
import { isBuilt, run, runHere, runServer, runUntilFirstOutput } from "./command.js";

if (!isBuilt) process.stderr.write("test/cli: skipped, dist/ is missing; npm test builds it\n");

const FERRY = `Ferry talks resume

By Ana Costa

LISBON, 4 May 2019 (Atlantic Wire) - Portuguese Foreign Minister Joao Prado said on Saturday that the ferry talks would resume next week.

"We want the talks to go on," he told reporters at a press conference. The Spanish government said in a statement that its ambassador had called the offer "a step forward".
`;
const BRIDGE = `Envoys agree on bridge

OSLO, 11 March 2020 - Norway's Transport Minister Kari Dahl said the bridge would be shared. "Nobody loses by it," Dahl said.
`;
const WIRE = [
  {
    id: "w1",
    title: "Port reopens",
    date: "2021-02-03",
    text: "The mayor of Genoa said that the port had reopened.",
  },
  {
    id: "w2",
    title: "Strike ends",
    date: "2021-02-04",
    text: "“The strike is over,” union leader Paolo Neri said.",
  },
];
const FRENCH =
  "Le ministre des Transports a déclaré mardi que les travaux du pont reprendraient au printemps. ".repeat(
    4000,
  );

const SPANISH = conllu(
  "# newdoc id = puente",
  "# text = La ministra dijo que el puente seguía cerrado.",
  "1 La el DET _ _ 2 det _ _",
  "2 ministra ministra NOUN _ _ 3 nsubj _ _",
  "3 dijo decir VERB _ _ 0 root _ _",
  "4 que que SCONJ _ _ 8 mark _ _",
  "5 el el DET _ _ 6 det _ _",
  "6 puente puente NOUN _ _ 8 nsubj _ _",
  "7 seguía seguir AUX _ _ 8 cop _ _",
  "8 cerrado cerrado ADJ _ _ 3 ccomp _ SpaceAfter=No",
  "9 . . PUNCT _ _ 3 punct _ _",
);
const ENGLISH = conllu(
  "# newdoc id = envoy",
  "1 The the DET DT _ 2 det _ _",
  "2 envoy envoy NOUN NN _ 3 nsubj _ _",
  "3 said say VERB VBD _ 0 root _ _",
  "4 the the DET DT _ 5 det _ _",
  "5 bridge bridge NOUN NN _ 6 nsubj _ _",
  "6 stood stand VERB VBD _ 3 ccomp _ SpaceAfter=No",
  "7 . . PUNCT . _ 3 punct _ _",
);

/** Rows with blanks for tabs. */
function conllu(...rows: string[]): string {
  return `${rows.map((row) => (row.startsWith("#") ? row : row.replaceAll(" ", "\t"))).join("\n")}\n\n`;
}

function parseLines(output: string): AnyRecord[] {
  return output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** Records of one kind. */
function pick<R extends AnyRecord>(records: readonly AnyRecord[], kind: R["kind"]): R[] {
  return records.filter((record) => record.kind === kind) as R[];
}

/** Every span of every record shows its words in its article. */
function expectExactEvidence(records: readonly AnyRecord[]): void {
  const texts = new Map(pick<ArticleRecord>(records, "article").map((a) => [a.id, a.text]));
  let spans = 0;
  for (const record of records) {
    if (record.kind === "problem") continue;
    const boilerplate = record.kind === "article" ? record.boilerplate : [];
    const own = "evidence" in record ? record.evidence : [];
    for (const e of [...own, ...boilerplate]) {
      expect(texts.get(e.article)?.slice(e.start, e.end), `${record.id} ${e.part}`).toBe(e.text);
      spans++;
    }
  }
  expect(spans).toBeGreaterThan(0);
}

describe.skipIf(!isBuilt)("the command line", { timeout: 120_000 }, () => {
  let root = "";
  let folder = "";
  let exported = "";
  let records: AnyRecord[] = [];

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "rapporteur-cli-"));
    folder = makeFolder("main");
    mkdirSync(join(folder, "reports"));
    writeFileSync(join(folder, "reports", "ferry.txt"), FERRY);
    writeFileSync(join(folder, "reports", "bridge.txt.gz"), gzipSync(BRIDGE));
    writeFileSync(join(folder, "wire.jsonl"), WIRE.map((line) => JSON.stringify(line)).join("\n"));
    const read = run(folder, ["read", "reports", "wire.jsonl"]);
    expect(read.stderr).toContain("4 articles: 4 new");
    expect(read.code).toBe(0);
    exported = run(folder, ["export"]).stdout;
    records = parseLines(exported);
  }, 120_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  function makeFolder(name: string): string {
    const path = join(root, name);
    mkdirSync(path);
    return path;
  }

  /** Wrong use: exit code 2, an error line, a next step, no stack trace. */
  async function expectRefusal(args: readonly string[], message: RegExp, hint?: RegExp): Promise<void> {
    const { code, stderr, stdout } = await runHere(args);
    expect(stderr).toMatch(message);
    if (hint) expect(stderr).toMatch(hint);
    expect(stderr).not.toMatch(/^\s+at |node:/m);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  }

  describe("read and export", () => {
    test("articles of files, folders and gzip, with their statements", () => {
      const articles = pick<ArticleRecord>(records, "article");
      expect(articles.map((a) => a.origin)).toEqual([
        "reports/bridge.txt.gz",
        "reports/ferry.txt",
        "wire.jsonl#w1",
        "wire.jsonl#w2",
      ]);
      expect(articles.map((a) => a.text.trim())).toContain(FERRY.trim());
      const statements = pick<StatementRecord>(records, "statement");
      expect(statements.find((s) => s.content === "We want the talks to go on")?.source?.name).toBe(
        "Joao Prado",
      );
      expect(records.map((r) => RECORD_KINDS.indexOf(r.kind))).toEqual(
        records.map((r) => RECORD_KINDS.indexOf(r.kind)).sort((a, b) => a - b),
      );
      expect(new Set(records.map((r) => r.id)).size).toBe(records.length);
    });

    test("every span slices exactly", () => expectExactEvidence(records));

    test("a second export, a second reading and another process give the same bytes", () => {
      const again = run(folder, ["read", "reports", "wire.jsonl", "--strict"]);
      expect(again.stderr).toContain("4 articles: 4 unchanged");
      expect(again.code).toBe(0);
      expect(run(folder, ["export"]).stdout).toBe(exported);
      expect(
        run(folder, ["read", "wire.jsonl", "reports", "--store", "other.duckdb", "--quiet"]),
      ).toMatchObject({
        code: 0,
        stderr: "",
        stdout: "",
      });
      expect(run(folder, ["export", "--store", "other.duckdb", "--out", "other.jsonl"]).stdout).toBe("");
      expect(readFileSync(join(folder, "other.jsonl"), "utf8")).toBe(exported);
    });

    test("a changed file is a new version, the only one exported", () => {
      const cwd = makeFolder("changed");
      writeFileSync(join(cwd, "a.txt"), BRIDGE);
      expect(run(cwd, ["read", "a.txt"]).code).toBe(0);
      const text = BRIDGE.replace("Nobody loses by it", "Everybody gains by it");
      writeFileSync(join(cwd, "a.txt"), text);
      expect(run(cwd, ["read", "a.txt"]).stderr).toContain("1 article: 1 changed since last read");
      const after = parseLines(run(cwd, ["export"]).stdout);
      const articles = pick<ArticleRecord>(after, "article");
      expect(articles.map((a) => [a.version, a.text])).toEqual([[2, text]]);
      const statements = pick<StatementRecord>(after, "statement");
      expect(statements.map((s) => s.content)).toContain("Everybody gains by it");
      expect(new Set(statements.map((s) => s.article))).toEqual(new Set([articles[0].id]));
      const kept = run(cwd, ["sql", "SELECT count(*) AS n FROM article", "--format", "jsonl"]);
      expect(JSON.parse(kept.stdout)).toEqual({ n: "2" });
    });

    test("standard input", () => {
      const cwd = makeFolder("stdin");
      expect(run(cwd, ["read", "-"], BRIDGE).stderr).toContain("1 article: 1 new");
      const [article] = parseLines(run(cwd, ["export", "--kind", "article"]).stdout) as ArticleRecord[];
      expect(article).toMatchObject({ origin: "stdin", text: BRIDGE });
    });

    test.each([
      "csv",
      "parquet",
    ] as const)("%s for each kind, and one kind on standard output", async (format) => {
      expect(run(folder, ["export", "--format", format, "--out", format]).code).toBe(0);
      expect(readdirSync(join(folder, format)).sort()).toEqual(
        RECORD_KINDS.map((k) => `${k}.${format}`).sort(),
      );
      const single = run(folder, ["export", "--format", format, "--kind", "statement"]);
      expect(single.bytes.equals(readFileSync(join(folder, format, `statement.${format}`)))).toBe(true);
      const database = await Database.open(":memory:");
      try {
        for (const kind of RECORD_KINDS) {
          const from = `'${join(folder, format, `${kind}.${format}`)}'`;
          const [{ n }] = await database.all(`SELECT count(*)::INTEGER AS n FROM ${from}`);
          expect(n, kind).toBe(records.filter((r) => r.kind === kind).length);
        }
        const statements = join(folder, format, `statement.${format}`);
        const rows = await database.all(
          `SELECT id, content, ${format === "csv" ? "source_name" : "source.name"} AS source FROM '${statements}'`,
        );
        expect(rows).toEqual(
          pick<StatementRecord>(records, "statement").map((s) => ({
            id: s.id,
            content: s.content,
            source: s.source?.name ?? null,
          })),
        );
      } finally {
        database.close();
      }
    });

    test("a reader that goes away is no error", async () => {
      const cwd = makeFolder("long");
      writeFileSync(join(cwd, "long.txt"), FRENCH);
      const read = run(cwd, ["read", "long.txt"]);
      expect(read.stderr).toContain("unsupported-language");
      const { code, stdout, stderr } = await runUntilFirstOutput(cwd, ["export"]);
      expect(stdout.length).toBeGreaterThan(0);
      expect(stderr).toBe("");
      expect(code).toBe(0);
    });
  });

  describe("what cannot be read", () => {
    const GZIP = gzipSync(FERRY);
    test("is one line each and a stored problem; the rest is read", () => {
      const cwd = makeFolder("bad");
      writeFileSync(join(cwd, "empty.txt"), "");
      writeFileSync(join(cwd, "binary.txt"), Buffer.from([0, 1, 2, 3, 255, 254, 0, 7, 0, 0, 9, 130, 0]));
      writeFileSync(join(cwd, "cut.txt.gz"), GZIP.subarray(0, GZIP.length - 60));
      writeFileSync(
        join(cwd, "lines.jsonl"),
        `${JSON.stringify(WIRE[0])}\n{broken\n${JSON.stringify(WIRE[1])}\n`,
      );
      symlinkSync("nowhere", join(cwd, "dangling.txt"));
      writeFileSync(join(cwd, "good.txt"), BRIDGE);
      const codes = [
        "binary-input",
        "broken-line",
        "empty-input",
        "truncated-gzip",
        "unreadable-file",
        "unreadable-file",
      ];

      const read = run(cwd, ["read", ".", "missing.txt", "--strict"]);
      const problems = read.stderr.split("\n").filter((line) => /^\S+: [a-z-]+: /.test(line));
      expect(problems.map((line) => line.split(": ")[1]).sort()).toEqual(codes);
      expect(problems.map((line) => line.split(": ")[0])).toContain("lines.jsonl:2:2");
      expect(read.stderr).toContain("4 articles: 4 new");
      expect(read.stderr).toContain("2 problems unreadable-file");
      expect(read.stderr).not.toMatch(/^\s+at /m);
      expect(read.code).toBe(1);

      const stored = parseLines(run(cwd, ["export", "--kind", "problem"]).stdout) as ProblemRecord[];
      expect(stored.map((p) => p.code).sort()).toEqual(codes);
      for (const problem of stored) {
        expect(PROBLEM_CODES).toContain(problem.code);
        expect(problem.hint, problem.code).toBeTruthy();
      }

      writeFileSync(join(cwd, "empty.txt"), FERRY);
      expect(run(cwd, ["read", "empty.txt", "missing.txt"]).code).toBe(0);
      const left = parseLines(run(cwd, ["export", "--kind", "problem"]).stdout) as ProblemRecord[];
      expect(left.map((p) => p.code).sort()).toEqual(codes.filter((code) => code !== "empty-input"));
    });

    test("a folder without an article is wrong use", () => {
      mkdirSync(join(folder, "nothing"));
      const { code, stderr } = run(folder, ["read", "nothing"]);
      expect(stderr).toMatch(/nothing: no article found\nName files or folders/);
      expect(code).toBe(2);
    });
  });

  describe("CoNLL-U", () => {
    test("trees of another parser, in another language, beside a broken file", () => {
      const cwd = makeFolder("conllu");
      writeFileSync(join(cwd, "es.conllu"), SPANISH);
      writeFileSync(join(cwd, "broken.conllu"), SPANISH.replace("3\tdijo", "3 dijo"));
      writeFileSync(join(cwd, "en.conllu"), ENGLISH);
      const read = run(cwd, ["read", "--conllu", "es.conllu", "broken.conllu", "none.conllu", "en.conllu"]);
      expect(read.stderr).toContain("2 articles: 2 new");
      expect(read.stderr).toMatch(/^broken\.conllu:5:\d+: broken-line: /m);
      expect(read.stderr).toMatch(/^none\.conllu: unreadable-file: /m);
      expect(read.code).toBe(0);
      const all = parseLines(run(cwd, ["export"]).stdout);
      expect(pick<ArticleRecord>(all, "article").map((a) => [a.origin, a.text])).toEqual([
        ["en.conllu#envoy", "The envoy said the bridge stood."],
        ["es.conllu#puente", "La ministra dijo que el puente seguía cerrado."],
      ]);
      expect(
        pick<ProblemRecord>(all, "problem")
          .map((p) => p.code)
          .sort(),
      ).toEqual(["broken-line", "unreadable-file"]);
      expect(pick<StatementRecord>(all, "statement").map((s) => s.cue)).toContain("say");
      expectExactEvidence(all);
    });

    test("parse writes what read --conllu takes", () => {
      const parsed = run(folder, ["parse", "reports/bridge.txt.gz"]);
      expect(parsed.code).toBe(0);
      expect(parsed.stdout).toMatch(/^# newdoc id = reports\/bridge\.txt\.gz$/m);
      const rows = parsed.stdout.split("\n").filter((line) => /^\d+\t/.test(line));
      expect(rows.every((row) => row.split("\t").length === 10)).toBe(true);
      const back = run(folder, ["read", "--conllu", "-", "--store", "back.duckdb"], parsed.stdout);
      expect(back.stderr).toContain("1 article: 1 new");
      const plain = run(folder, ["parse", "--plain"], "The envoy left.");
      expect(plain.stdout).toMatch(/^3\tleft\tleave\tVERB/m);
    });
  });

  describe("questions to the store", () => {
    test("sql in three formats", async () => {
      const query = "SELECT origin, published.edtf AS day FROM article ORDER BY 1 LIMIT 1";
      const ask = (...args: string[]) =>
        runHere(["sql", query, "--store", join(folder, "rapporteur.duckdb"), ...args]);
      expect(run(folder, ["sql", query]).stdout.split("\n")[0]).toMatch(/^origin +day$/);
      expect((await ask("--format", "csv")).stdout).toBe(
        "origin,day\r\nreports/bridge.txt.gz,2020-03-11\r\n",
      );
      expect(JSON.parse((await ask("--format", "jsonl")).stdout)).toEqual({
        origin: "reports/bridge.txt.gz",
        day: "2020-03-11",
      });
    });

    test.each([
      ["writing", "INSERT INTO schema_version VALUES (99, '')", /read-only/],
      ["deleting", "DELETE FROM article", /read-only/],
      ["reading another file", "SELECT * FROM read_text('wire.jsonl')", /disabled by configuration/],
      ["writing another file", "COPY article TO 'stolen.csv'", /disabled by configuration/],
      ["lifting the seal", "SET enable_external_access = true", /error/i],
      ["a slip", "SELEC 1", /syntax error/i],
      ["no query", "", /no table/],
    ])("sql refuses %s", (_, query, message) =>
      expectRefusal(["sql", query, "--store", join(folder, "rapporteur.duckdb")], message));

    test("show prints an article and a statement with its text around it", async () => {
      const article = pick<ArticleRecord>(records, "article").find((a) => a.origin === "reports/ferry.txt")!;
      const shown = run(folder, ["show", article.id]);
      expect(shown.stdout).toContain(`article ${article.id}`);
      expect(shown.stdout).toContain(FERRY.trim());
      const statement = pick<StatementRecord>(records, "statement").find((s) => s.mode === "direct")!;
      const around = run(folder, ["show", statement.id]);
      expect(around.stdout).toContain(`[content ${statement.content}]`);
      expect(around.stdout).toMatch(/\[source .+\]/);
      const json = await runHere([
        "show",
        statement.id,
        "--json",
        "--store",
        join(folder, "rapporteur.duckdb"),
      ]);
      expect(JSON.parse(json.stdout)).toEqual(statement);
    });

    test("explain: a stored statement, and a text of one's own", () => {
      const statement = pick<StatementRecord>(records, "statement").find((s) => s.cue === "say")!;
      const stored = run(folder, ["explain", statement.id]);
      expect(stored.stdout).toMatch(/^said {2}found/m);
      expect(stored.stdout).toMatch(/data\/cues\/cues\.tsv:\d+ {2}say/);
      const own = run(folder, ["explain", "--json", "--text", "The envoy denied the report."]);
      const { statements, events } = JSON.parse(own.stdout) as Record<string, { text: string }[]>;
      const denied = expect.arrayContaining([
        expect.objectContaining({ text: "denied", verdict: expect.any(String) }),
      ]);
      expect(statements).toEqual(denied);
      expect(events).toEqual(denied);
    });

    test("a store that another process writes is locked", async () => {
      const file = join(folder, "locked.duckdb");
      const store = await Store.open(file);
      try {
        const { code, stderr } = run(folder, ["export", "--store", file]);
        expect(stderr).toMatch(/another process has this store open\nStop that process .+ --store/);
        expect(code).toBe(2);
      } finally {
        store.close();
      }
    });
  });

  describe("wrong use exits with 2 and says what to do", () => {
    // `@` stands for the folder of the test, `STORE` for its store.
    test.each([
      ["an unknown option", "export --nope", /unknown option '--nope'/, /--help/],
      ["an unknown command", "reed", /unknown command 'reed'/, /--help/],
      ["no path", "read", /missing required argument 'path'/, /--help/],
      ["an unknown format", "export --format xml", /Allowed choices are jsonl, csv, parquet/, /--help/],
      ["an unknown kind", "export --kind rumour", /Allowed choices are article, statement/, /--help/],
      ["a port that is none", "serve --port 70000", /Expected auto or a whole number/, /--help/],
      ["no store", "export --store @/none.duckdb", /none\.duckdb: no store there/, /rapporteur read/],
      ["a file that is no store", "show x --store @/wire.jsonl", /wire\.jsonl: cannot be opened/, undefined],
      ["a store in no folder", "read x --store @/no/x.duckdb", /no\/x\.duckdb: cannot be opened/, undefined],
      ["an id that is none", "show sta-0 --store STORE", /sta-0: no record has this id/, /export/],
      ["nothing to explain", "explain", /neither an id nor --text/, /--text/],
      [
        "an unknown statement",
        "explain sta-0 --store STORE",
        /sta-0: no record that can be explained and no actor has this id/,
        /--kind/,
      ],
      ["a text that is not there", "parse --plain @/none.txt", /none\.txt/, undefined],
      ["a table without a folder", "export --format csv --store STORE", /needs a folder/, /--out FOLDER/],
      [
        "a folder that is a file",
        "export --format csv --store STORE --out @/wire.jsonl",
        /wire\.jsonl/,
        undefined,
      ],
      ["a file that cannot be written", "export --store STORE --out @/no/x.jsonl", /no\/x\.jsonl/, undefined],
      [
        "a table that cannot be written",
        "export --store STORE --format csv --kind role --out @/no/x.csv",
        /no\/x\.csv: cannot be written/,
        /--out/,
      ],
    ])("%s", (_, line, message, hint) => {
      const args = line.replaceAll("STORE", "@/rapporteur.duckdb").replaceAll("@", folder).split(" ");
      return expectRefusal(args, message, hint);
    });

    test("in a process of its own", () => {
      const { code, stderr, stdout } = run(folder, ["export", "--out", "no/x.jsonl"]);
      expect(stderr).toMatch(/^error: .*no\/x\.jsonl/);
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect([code, stdout]).toEqual([2, ""]);
    });
  });

  test("help and version", async () => {
    const help = run(folder, ["--help"]);
    expect(help.stdout).toContain("Usage: rapporteur");
    expect(help.code).toBe(0);
    expect((await runHere(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test("start reads and serves; serve serves what was read", async () => {
    const visit = async (address: string) => {
      const response = await fetch(`${address}articles.json`);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain("reports/ferry.txt");
    };
    await runServer(folder, ["start", "reports/ferry.txt", "--store", "start.duckdb", "--port", "0"], visit);
    await runServer(folder, ["serve", "--store", "start.duckdb", "--port", "auto"], visit);
  });
});
