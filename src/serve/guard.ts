/**
 * What every answer must hold to, whatever the page: headers that let a browser run nothing but the
 * program's own two files, no answer to a foreign Host name while bound to loopback (DNS rebinding), and
 * no write that another site has sent.
 */
import type { MiddlewareHandler } from "hono";
import { PageError } from "./page-error.js";

const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Names under which a program on this machine reaches itself. */
const LOOPBACK_NAME = /^(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** True for host names and addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_NAME.test(host) || host === "::1";
}

/** Sets the headers on every answer, errors included. */
export function setHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
    if (!context.res.headers.has("Cache-Control")) context.res.headers.set("Cache-Control", "no-cache");
  };
}

/** Refuses requests whose Host is no name of this machine. */
export function requireLoopbackHost(): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header("host") ?? new URL(context.req.url).host;
    const name = host.replace(/:\d*$/, "");
    if (!isLoopback(name)) {
      throw new PageError("unknown-host", "These pages answer only to names of this machine", {
        actual: name.slice(0, 200),
        expected: "localhost, 127.0.0.1 or [::1]",
        hint: "Open them as http://localhost, or start the server with --host to serve other machines.",
      });
    }
    await next();
  };
}

/** Refuses writes that a page of another site has sent. */
export function refuseCrossSiteWrites(): MiddlewareHandler {
  return async (context, next) => {
    if (!SAFE_METHODS.has(context.req.method)) {
      const site = context.req.header("sec-fetch-site");
      const origin = context.req.header("origin");
      const host = context.req.header("host") ?? new URL(context.req.url).host;
      const foreign = origin !== undefined && hostOf(origin) !== host;
      if (foreign || (site !== undefined && site !== "same-origin" && site !== "none")) {
        throw new PageError("cross-site", "A page of another site may not change this record", {
          actual: (origin ?? site ?? "").slice(0, 200),
          expected: "a request from these pages",
        });
      }
    }
    await next();
  };
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
