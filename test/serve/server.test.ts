import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve } from "../../src/serve/server.js";
import type { Store } from "../../src/store/store.js";
import { fillStore, harbourReport } from "./fixture.js";

describe("serve", () => {
  let store: Store;
  beforeAll(async () => {
    store = await fillStore([harbourReport()]);
  });
  afterAll(() => store.close());

  test("listens on this machine alone and stops when told", async () => {
    const server = await serve(store, { port: 0 });
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await fetch(`${server.address}articles`)).status).toBe(200);
    await server.close();
    await expect(fetch(server.address)).rejects.toThrow();
  });

  test("a port that is taken is an error that says what to do", async () => {
    const first = await serve(store, { port: 0 });
    const port = Number(new URL(first.address).port);
    await expect(serve(store, { port })).rejects.toMatchObject({
      name: "UserError",
      code: "port-taken",
      hint: expect.stringContaining("--port"),
    });
    await first.close();
  });

  test('"auto" takes the next free port', async () => {
    const [first, second] = [await serve(store, { port: "auto" }), await serve(store, { port: "auto" })];
    expect(Number(new URL(second.address).port)).toBeGreaterThan(Number(new URL(first.address).port));
    await Promise.all([first.close(), second.close()]);
  });

  test("an address that is not this machine's is an error", async () => {
    await expect(serve(store, { port: 0, host: "192.0.2.1" })).rejects.toMatchObject({
      code: "host-unknown",
    });
  });

  test("a rebound name is refused on the wire too", async () => {
    const server = await serve(store, { port: 0 });
    const status = await new Promise((resolve, reject) => {
      request(`${server.address}articles.json`, { headers: { host: "evil.example" } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect(status).toBe(421);
    await server.close();
  });
});
