/**
 * The web application: in, a store; out, a Hono app with every page, its `.json` twin at the same
 * address, and the few files that pages need. It reads the store and writes nothing.
 */
import { type Context, Hono } from "hono";
import { EXPORT_FORMATS, type ExportFormat } from "../export/formats.js";
import { remember } from "../store/remembered.js";
import type { Store } from "../store/store.js";
import { loadAssets } from "./assets.js";
import { drawError } from "./error-page.js";
import { readExport, sendExport } from "./export-file.js";
import { refuseCrossSiteWrites, requireLoopbackHost, setHeaders } from "./guard.js";
import { drawLayout } from "./layout.js";
import type { Page, PageRequest } from "./page.js";
import { PageError } from "./page-error.js";
import { accountPage } from "./pages/account.js";
import { accountsPage } from "./pages/accounts.js";
import { actorPage } from "./pages/actor.js";
import { actorsPage } from "./pages/actors.js";
import { articlesPage } from "./pages/articles.js";
import { exportPage } from "./pages/export.js";
import { mapPage } from "./pages/map.js";
import { overviewPage } from "./pages/overview.js";
import { passagePage } from "./pages/passage.js";
import { positionsPage } from "./pages/positions.js";
import { problemsPage } from "./pages/problems.js";
import { readingPage } from "./pages/reading.js";
import { recordPage } from "./pages/record.js";
import { reusePage } from "./pages/reuse.js";
import { searchPage } from "./pages/search.js";
import { timelinePage } from "./pages/timeline.js";
import { whyPage } from "./pages/why.js";
import { takeTurns } from "./turns.js";

export interface AppOptions {
  /** Answer to any Host name: for a server that other machines may reach. */
  readonly anyHost?: boolean;
}

/** The pages of `store`. */
export function createApp(store: Store, options: AppOptions = {}): Hono {
  const app = new Hono();
  const assets = loadAssets();
  const inTurn = takeTurns();

  app.use(setHeaders());
  if (!options.anyHost) app.use(requireLoopbackHost());
  app.use(refuseCrossSiteWrites());

  for (const asset of Object.values(assets)) {
    app.get(asset.address, (context) =>
      context.body(asset.body, 200, {
        "Content-Type": asset.type,
        "Cache-Control": "public, max-age=31536000, immutable",
      }),
    );
  }
  addPage(overviewPage);
  addPage(positionsPage);
  addPage(timelinePage);
  addPage(accountsPage);
  addPage(accountPage);
  addPage(actorsPage);
  addPage(actorPage);
  addPage(mapPage);
  addPage(reusePage);
  addPage(passagePage);
  addPage(searchPage);
  addPage(articlesPage);
  addPage(whyPage);
  addPage(readingPage);
  addPage(recordPage);
  addPage(problemsPage);
  addPage(exportPage);
  app.get(`${exportPage.path}/:format{${EXPORT_FORMATS.join("|")}}`, (context) => {
    const request = readExport(context.req.param("format") as ExportFormat, readRequest(context).query);
    return sendExport(store, request, inTurn);
  });

  app.notFound((context) => {
    const { method, path } = context.req;
    if (method === "GET" || method === "HEAD") {
      return answerError(
        context,
        new PageError("not-found", "There is no such page", {
          at: path.slice(0, 200),
          hint: "The list of articles leads to everything: /articles",
        }),
      );
    }
    context.header("Allow", "GET, HEAD");
    return answerError(
      context,
      new PageError("method-not-allowed", "These pages can only be read", {
        actual: method.slice(0, 20),
        expected: "GET or HEAD",
      }),
    );
  });
  app.onError((error, context) => {
    if (error instanceof PageError) return answerError(context, error);
    process.stderr.write(`${context.req.path}: ${error.stack ?? error.message}\n`);
    return answerError(
      context,
      new PageError("internal-error", "This page could not be made", {
        at: context.req.path.slice(0, 200),
        hint: "The server's own output says why; please report it as a fault.",
      }),
    );
  });
  return app;

  function addPage<Data>(page: Page<Data>): void {
    app.get(twinOf(page.path).replace(/:id\.json$/, ":id{.+\\.json}"), async (context) => {
      const data = await load(page, readRequest(context, ".json"));
      return context.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
        "Content-Type": "application/json; charset=utf-8",
      });
    });
    app.get(page.path, async (context) => {
      const request = readRequest(context);
      const data = await load(page, request);
      const { pathname, search } = new URL(context.req.url);
      return context.html(drawLayout(page.draw(data, request), assets, `${twinOf(pathname)}${search}`).value);
    });
  }

  /** What the page shows; a page that is not filtered shows the same until something is written. */
  function load<Data>(page: Page<Data>, request: PageRequest): Promise<Data> {
    const ask = () => inTurn(() => page.load(store, request));
    return request.id === "" && request.query.size === 0 ? remember(store, page.path, ask) : ask();
  }

  function answerError(context: Context, error: PageError): Response | Promise<Response> {
    if (wantsJson(context)) {
      return context.body(`${JSON.stringify({ error: error.body }, null, 2)}\n`, error.status, {
        "Content-Type": "application/json; charset=utf-8",
      });
    }
    return context.html(drawLayout(drawError(error), assets, undefined).value, error.status);
  }
}

/** Where the data of a page is: `/articles.json` of `/articles`, `/index.json` of `/`. */
function twinOf(path: string): string {
  return path === "/" ? "/index.json" : `${path}.json`;
}

function readRequest(context: Context, suffix = ""): PageRequest {
  const id = context.req.param("id") ?? "";
  return {
    id: id.endsWith(suffix) ? id.slice(0, id.length - suffix.length) : id,
    query: new URL(context.req.url).searchParams,
  };
}

function wantsJson(context: Context): boolean {
  if (context.req.path.endsWith(".json")) return true;
  const accept = context.req.header("accept") ?? "";
  return accept.includes("application/json") && !accept.includes("text/html");
}
