/** The pages in a real browser: nothing breaks, nothing leaves the machine, everybody can use them. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecordKind } from "../../src/core/records.js";
import { type RunningServer, serve } from "../../src/serve/server.js";
import { Store } from "../../src/store/store.js";
import {
  crossingReport,
  fillStore,
  harbourReport,
  hebrewReport,
  hostileReports,
  hugeReport,
  openSampleStore,
  RTL,
} from "./fixture.js";
import { DAM, ORRIN, openDamStore, openHostileStore } from "./fixture-records.js";

const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

if (!existsSync(CHROMIUM)) {
  process.stderr.write(
    `test/serve/browser.test.ts: skipped, no Chromium at ${CHROMIUM}. Install it, or name it in CHROMIUM_PATH.\n`,
  );
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const harbour = harbourReport();
const reading = `articles/${harbour.article.id}`;

describe.skipIf(!existsSync(CHROMIUM))("in a browser", { timeout: 60_000 }, () => {
  let browser: Browser;
  const stores: Record<string, Store> = {};
  const servers: Record<string, RunningServer> = {};

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    const named = {
      sample: await openSampleStore(),
      empty: await Store.open(":memory:"),
      hostile: await fillStore(hostileReports()),
      dam: await openDamStore(),
      harm: await openHostileStore(),
      huge: await fillStore([hugeReport()]),
    };
    for (const [name, store] of Object.entries(named)) {
      stores[name] = store;
      servers[name] = await serve(store, { port: 0 });
    }
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    for (const server of Object.values(servers)) await server.close();
    for (const store of Object.values(stores)) store.close();
  });

  /** Opens a page and hands it to `look`; afterwards nothing may have gone wrong on it. */
  async function open(
    server: string,
    path: string,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    const { address } = servers[server];
    const kind = /(?:records|accounts|reuse|articles)\/([a-z]+)$/.exec(path)?.[1];
    const at =
      kind === undefined ? path : path.replace(/[a-z]+$/, await findFirst(server, kind as RecordKind));
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        faults.push(`console: ${message.text()}`);
    });
    page.on("dialog", (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(address)) faults.push(`request: ${request.url()}`);
    });
    try {
      await page.goto(address + at, { waitUntil: "load" });
      await look(page);
    } finally {
      await context.close();
    }
    expect(faults).toEqual([]);
  }

  /** The first record of a kind in a store. */
  async function findFirst(server: string, kind: RecordKind): Promise<string> {
    for await (const record of stores[server].streamRecords([kind])) return record.id;
    throw new Error(`no ${kind} in ${server}`);
  }

  async function expectUsable(page: Page): Promise<void> {
    await expectNoSidewaysScroll(page);
    await page.evaluate(axe);
    const found = await page.evaluate<string[]>(`
      axe.run({ resultTypes: ["violations"] }).then(({ violations }) =>
        violations.flatMap((v) => v.nodes.map((n) => v.impact + " " + v.id + ": " + n.html.slice(0, 200))))`);
    expect(found.filter((line) => /^(serious|critical)/.test(line))).toEqual([]);
  }

  async function expectNoSidewaysScroll(page: Page): Promise<void> {
    const [scroll, width] = await page.evaluate<number[]>(
      "[document.documentElement.scrollWidth, innerWidth]",
    );
    expect(scroll).toBeLessThanOrEqual(width);
  }

  const views = ["", "positions", "timeline", "accounts", "actors", "map", "reuse", "search?q=the"];
  const recordPaths = (server: string): [string, string][] =>
    ["event", "position", "quantity", "dating", "role", "passage", "story", "account"].map((kind) => [
      server,
      `records/${kind}`,
    ]);
  const paths: [string, string][] = [
    ...["dam", "empty", "harm"].flatMap((server) => views.map((view): [string, string] => [server, view])),
    ["dam", `positions?actor=${ORRIN.id}`],
    ["dam", `positions?actor=${ORRIN.id}&issue=${DAM[0]}`],
    ["dam", "accounts/account"],
    ["harm", "accounts/account"],
    ["dam", `actors/${ORRIN.id}`],
    ["dam", `actors/${ORRIN.id}?list=did`],
    ["harm", `actors/${encodeURIComponent(RTL)}`],
    ["dam", "map?at=1,2,20"],
    ["dam", "reuse/passage"],
    ["dam", "export?kind=story&count=plover"],
    ["dam", "timeline?issue=issue:dam"],
    ["harm", `export?actor=${encodeURIComponent(RTL)}`],
    ["empty", "export"],
    ["dam", "articles/article"],
    ["harm", "articles/article"],
    ["harm", "reuse/passage"],
    ...recordPaths("dam"),
    ...recordPaths("harm"),
    ["sample", "articles"],
    ["sample", "articles?text=ferry&from=2003-02&page=2"],
    ["sample", reading],
    ["sample", `${reading}#${harbour.records[4].id}`],
    ["sample", `articles/${crossingReport().article.id}`],
    ["sample", `articles/${hebrewReport().article.id}`],
    ["sample", `records/${harbour.records[4].id}`],
    ["sample", "problems"],
    ["empty", "articles"],
    ["empty", "problems"],
    ["hostile", "articles"],
    ["hostile", "problems"],
    ...hostileReports().flatMap(({ article, records }): [string, string][] => [
      ["hostile", `articles/${article.id}`],
      ["hostile", `records/${records[0].id}`],
    ]),
  ];

  test.each(paths)("%s/%s is usable, wide and light, and on a phone in the dark", (server, path) =>
    open(server, path, { viewport: WIDE, colorScheme: "light" }, async (page) => {
      await expectUsable(page);
      await page.setViewportSize(PHONE);
      await page.emulateMedia({ colorScheme: "dark" });
      await expectUsable(page);
    }));

  test("light and dark are told apart by what the reader's system asks for", async () => {
    const papers: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await open("sample", "articles", { colorScheme }, async (page) => {
        papers.push(
          await page.evaluate<string>("getComputedStyle(document.documentElement).backgroundColor"),
        );
      });
    }
    expect(papers).toEqual(["rgb(252, 251, 247)", "rgb(22, 24, 26)"]);
  });

  test("the words in the browser are the words of the article", async () => {
    for (const [server, { article }] of [
      ["sample", harbour],
      ["sample", hebrewReport()],
      ...hostileReports().map((r) => ["hostile", r] as const),
    ] as const) {
      await open(server, `articles/${article.id}`, {}, async (page) => {
        const shown = await page.$$eval("p[data-start]", (list) =>
          list.map((p) => [Number(p.dataset.start), p.textContent as string] as const),
        );
        expect(shown.length).toBeGreaterThan(0);
        for (const [start, text] of shown) {
          expect(text).toBe(article.text.slice(start, start + text.length).replaceAll("\0", "\uFFFD"));
        }
      });
    }
  });

  test.each([
    ["sample", reading],
    ["dam", ""],
    ["dam", "positions"],
    ["dam", "timeline"],
    ["dam", "accounts"],
    ["dam", "actors"],
    ["dam", `actors/${ORRIN.id}`],
    ["dam", "map"],
    ["dam", "reuse"],
    ["dam", "search?q=dam"],
    ["dam", "articles/article"],
  ])("the keyboard reaches everything of %s/%s, and one sees where one is", (server, path) =>
    open(server, path, { viewport: WIDE }, async (page) => {
      const all = await page.$$eval(
        "a[href], button, input, select, textarea, summary",
        (list) => list.filter((e) => e.getClientRects().length > 0 && e.checkVisibility()).length,
      );
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
      const reached = new Set<string>();
      for (let i = 0; i < all; i++) {
        const [place, outline] = await page.evaluate<string[]>(`[
          String([...document.querySelectorAll("*")].indexOf(document.activeElement)),
          getComputedStyle(document.activeElement).outlineStyle]`);
        reached.add(place);
        expect(outline).not.toBe("none");
        await page.keyboard.press("Tab");
      }
      expect(reached.size).toBe(all);
    }));

  test("the skip link leads past the navigation", () =>
    open("sample", reading, {}, async (page) => {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true);
    }));

  const litNotes = (page: Page) => page.$$eval(".note.lit .go", (list) => list.map((e) => e.textContent));
  const litMarks = (page: Page) =>
    page.$$eval("mark.lit, .part.lit", (list) =>
      list.filter((e) => e.closest(".text")).map((e) => e.textContent),
    );

  test("j and k walk from statement to statement, and stay out of fields that are typed in", async () => {
    await open("sample", reading, { viewport: WIDE }, async (page) => {
      expect(await litNotes(page)).toEqual([]);
      await page.keyboard.press("j");
      expect(await litNotes(page)).toEqual(["1"]);
      await page.keyboard.press("j");
      expect(await litNotes(page)).toEqual(["2"]);
      expect(await litMarks(page)).toEqual([
        "We will not open the line,",
        "Norhaven's harbour master, Tor Lund,",
        "told",
        "reporters",
        "at a press conference",
        "on Tuesday",
        "until the lights are repaired.",
      ]);
      await page.keyboard.press("k");
      expect(await litNotes(page)).toEqual(["1"]);
      await page.keyboard.press("Enter");
      expect(await page.evaluate("location.hash")).toBe("#note-1");
    });
    await open("sample", "articles", {}, async (page) => {
      await page.locator("input[name=text]").pressSequentially("jk");
      expect(await page.inputValue("input[name=text]")).toBe("jk");
    });
  });

  test("pointing at a note lights its words, and at words their note", () =>
    open("sample", reading, { viewport: WIDE }, async (page) => {
      await page.hover("#note-5 .who");
      expect(await litMarks(page)).toEqual(["the ministry", "promised", "the lights “would burn by summer”"]);
      await page.hover(`[id="${harbour.records[0].id}"]`);
      expect(await litNotes(page)).toEqual(["1"]);
      await page.hover("h1");
      expect(await litNotes(page)).toEqual([]);
    }));

  test("an address that names a statement lights it", () =>
    open("sample", `${reading}#${harbour.records[3].id}`, { viewport: WIDE }, async (page) => {
      expect(await litNotes(page)).toEqual(["4"]);
    }));

  test("without the script the same links lead there and back", () =>
    open("sample", reading, { viewport: WIDE, javaScriptEnabled: false }, async (page) => {
      await page.click('a.ref[data-n="5"]');
      expect(page.url()).toMatch(/#note-5$/);
      await page.click("#note-5 .go");
      expect(page.url()).toContain(`#${harbour.records[4].id}`);
      expect(await page.isVisible(".note#note-5")).toBe(true);
    }));

  test("beside a wide text no note covers another or the text, and each is near its words", async () => {
    for (const [server, id] of [
      ["sample", harbour.article.id],
      ["huge", hugeReport().article.id],
    ]) {
      await open(server, `articles/${id}`, { viewport: WIDE }, async (page) => {
        const boxes = await page.$$eval(".text .note", (list) =>
          list.map((note) => {
            const { top, bottom, left } = note.getBoundingClientRect();
            const block = note.closest(".block");
            const text = block.querySelector("p").getBoundingClientRect();
            return { top, bottom, left, textTop: text.top, textRight: text.right };
          }),
        );
        boxes.forEach((box, i) => {
          expect(box.left).toBeGreaterThanOrEqual(box.textRight);
          expect(box.top).toBeGreaterThanOrEqual(box.textTop - 1);
          if (i > 0) expect(box.top).toBeGreaterThanOrEqual(boxes[i - 1].bottom - 1);
        });
      });
    }
  });

  test("a million characters are there within seconds", () =>
    open("huge", `articles/${hugeReport().article.id}`, { viewport: PHONE }, async (page) => {
      expect(await page.$$eval(".note", (list) => list.length)).toBe(1100);
      await expectNoSidewaysScroll(page);
    }));

  test("a place of the matrix opens its sentences, a mark of the timeline its story", async () => {
    await open("dam", "positions", {}, async (page) => {
      await page.click('a[aria-label^="Orrin on dam"]');
      expect(new URL(page.url()).search).toContain("issue=issue%3Adam");
      expect(await page.textContent("blockquote")).toContain("Orrin supports the dam");
    });
    await open("dam", "timeline", {}, async (page) => {
      await page.locator("svg a.mark").first().press("Enter");
      await page.waitForURL(/\/records\/sty-/);
      expect(await page.textContent("h1")).toContain("Story");
    });
  });

  test("a kind of record can be switched off in the text", () =>
    open("dam", "articles/article", { javaScriptEnabled: false }, async (page) => {
      const sign = page.locator(".rec.event .sign").first();
      expect(await sign.isVisible()).toBe(true);
      await page.uncheck(".show-event");
      expect(await sign.isVisible()).toBe(false);
      expect(await page.locator(".rec.position .sign").first().isVisible()).toBe(true);
    }));

  test("selected words can be asked about", () =>
    open("sample", reading, {}, async (page) => {
      expect(await page.isVisible(".ask")).toBe(false);
      await page.locator("p[data-start]", { hasText: "Radio Selm reported" }).selectText();
      await page.waitForSelector(".ask", { state: "visible" });
      const at = harbour.article.text.indexOf("Radio Selm reported");
      expect(await page.getAttribute(".ask", "href")).toBe(`/${reading}/why?at=${at}`);
    }));

  test("a filter is an address that can be sent", () =>
    open("sample", "articles", {}, async (page) => {
      await page.fill("input[name=text]", "ferry");
      await page.selectOption("select[name=outlet]", "Selm Mirror");
      await page.click("button");
      expect(new URL(page.url()).search).toContain("outlet=Selm+Mirror");
      expect(await page.textContent(".found")).toContain("21 articles with this filter.");
    }));
});
