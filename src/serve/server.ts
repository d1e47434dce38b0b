/**
 * The web server: in, a store and where to listen; out, the address and a way to stop. It listens on this
 * machine alone unless told otherwise, and answers to foreign Host names only when it does not.
 */
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { UserError } from "../core/user-error.js";
import type { Store } from "../store/store.js";
import { createApp } from "./app.js";
import { isLoopback } from "./guard.js";
import { SECTIONS } from "./navigation.js";
import { loadTables } from "./pages/why.js";

export interface ServeOptions {
  /** 0 takes any free port; "auto" the first free one from {@link DEFAULT_PORT}. */
  readonly port: number | "auto";
  /** Name or address to listen on; this machine alone if absent. */
  readonly host?: string;
}

export interface RunningServer {
  /** `http://127.0.0.1:4747/` */
  readonly address: string;
  close(): Promise<void>;
}

export const DEFAULT_PORT = 4747;

/** So long after the pages are warm, tables and models are loaded: whoever came to look has begun to read. */
const TABLES_AFTER_MS = 3000;

/** Ports that "auto" tries, one after the other. */
const PORTS_TRIED = 100;

/**
 * Serves the pages of `store` until closed.
 * @throws UserError `port-taken`, `port-forbidden` or `host-unknown`.
 */
export async function serve(
  store: Store,
  { port, host = "127.0.0.1" }: ServeOptions,
): Promise<RunningServer> {
  const app = createApp(store, { anyHost: !isLoopback(host) });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  if (port === "auto") await listenOnFirstFree(server, host);
  else await listen(server, port, host);
  let tables: NodeJS.Timeout | undefined;
  const warming = warmPages(app, server).then(() => {
    // What fails here fails again, with words for it, on the page that needs them.
    if (server.listening)
      tables = setTimeout(() => loadTables().catch(() => undefined), TABLES_AFTER_MS).unref();
  });
  return {
    address: addressOf(server, host),
    close: async () => {
      const closed = new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      });
      await Promise.all([closed, warming]);
      clearTimeout(tables);
    },
  };
}

/** Asks for every page of the navigation once, so that their first readers need not wait for large counts. */
async function warmPages(app: Hono, server: Server): Promise<void> {
  for (const [path] of Object.values(SECTIONS)) {
    if (!server.listening) return;
    await app.request(path);
  }
}

async function listenOnFirstFree(server: Server, host: string): Promise<void> {
  for (let port = DEFAULT_PORT; port < DEFAULT_PORT + PORTS_TRIED; port++) {
    try {
      await listen(server, port, host);
      return;
    } catch (error) {
      if (!(error instanceof UserError) || error.code !== "port-taken") throw error;
    }
  }
  await listen(server, 0, host);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(explainListenError(error, port, host));
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      resolve();
    });
  });
}

function explainListenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE") {
    return new UserError(
      "port-taken",
      `${host}:${port}: another program listens on this port`,
      "Name another with --port, or take any free one with --port 0.",
    );
  }
  if (error.code === "EACCES") {
    return new UserError(
      "port-forbidden",
      `${host}:${port}: this user may not listen on this port`,
      "Ports from 1024 need no special rights; name one with --port.",
    );
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND" || error.code === "EAI_AGAIN") {
    return new UserError(
      "host-unknown",
      `${host}: this machine has no such address`,
      "Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all that reach it.",
    );
  }
  return error;
}

function addressOf(server: Server, host: string): string {
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error(`not listening on a port: ${bound}`);
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${bound.port}/`;
}
