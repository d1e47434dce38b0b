/** The map: what part of the world, where circles stand, and what the picture says. */
import { describe, expect, test } from "vitest";
import type { StoryRecord } from "../../src/core/records.js";
import { createApp } from "../../src/serve/app.js";
import { fitView, listSteps, readView, WORLD, writeView } from "../../src/serve/map-view.js";
import { countInView, drawMap } from "../../src/serve/pictures/map.js";
import type { MapPlace } from "../../src/store/map-queries.js";
import { ORRIN, openDamStore, TALE } from "./fixture-records.js";

function place(name: string, lat: number, lon: number, cooperation: number, conflict: number): MapPlace {
  return { key: name, name, country: null, lat, lon, cooperation, conflict, stories: cooperation + conflict };
}

describe("a view", () => {
  test("is read from the address as it is written there", () => {
    const view = readView(new URLSearchParams("at=23.5,-80,4"));
    expect(view).toEqual({ lat: 23.5, lon: -80, zoom: 4 });
    expect(writeView(view)).toBe("23.5,-80,4");
    expect(readView(new URLSearchParams())).toBe(WORLD);
    expect(writeView(WORLD)).toBeUndefined();
  });

  test.each(["1,2", "91,0,2", "0,181,2", "1,2,0.5", "1,2,65", "x,1,2", "1e3,2,3"])("refuses %s", (at) => {
    expect(() => readView(new URLSearchParams({ at }))).toThrow("cannot be understood");
  });

  test("has views beside it, round the date line too", () => {
    const steps = new Map(listSteps({ lat: 0, lon: 170, zoom: 4 }));
    expect(steps.get("East")).toEqual({ lat: 0, lon: -154, zoom: 4 });
    expect(steps.get("Farther")?.zoom).toBe(2);
    expect([...new Map(listSteps(WORLD)).keys()]).toEqual(["Nearer"]);
    expect(listSteps({ lat: 0, lon: 0, zoom: 64 }).map(([name]) => name)).not.toContain("Nearer");
  });

  test("fits the places where most stories are, and the world where they are everywhere", () => {
    const near = [1, 2, 3].map((n) => ({ lat: 10 + n, lon: 20 + n, weight: 30 }));
    const view = fitView([...near, { lat: -40, lon: -150, weight: 1 }]);
    expect([Math.round(view.lat), Math.round(view.lon)]).toEqual([12, 22]);
    expect(view.zoom).toBe(16);
    expect(
      fitView([
        { lat: 60, lon: -170, weight: 1 },
        { lat: -60, lon: 170, weight: 1 },
      ]),
    ).toBe(WORLD);
    expect(fitView([])).toBe(WORLD);
  });
});

describe("the picture", () => {
  const places = [place("North", 60, 10, 4, 0), place("South", -30, 20, 1, 2)];

  test("has a link for each place, halves as large as their stories, and nothing outside of the view", () => {
    const world = drawMap(places, WORLD, ({ key }) => `/at/${key}`).value;
    expect(world).toContain(
      'href="/at/North" aria-label="North: 4 stories, 4 of cooperation, 0 of conflict"',
    );
    expect(world.match(/class="cooperation"/g)).toHaveLength(2);
    expect(world.match(/class="conflict"/g)).toHaveLength(1);
    expect(world).not.toContain("NaN");
    const part = drawMap(places, { lat: 60, lon: 10, zoom: 8 }, ({ key }) => `/at/${key}`).value;
    expect(part).toContain("/at/North");
    expect(part).not.toContain("/at/South");
    expect(countInView(places, { lat: 60, lon: 10, zoom: 8 })).toBe(1);
  });

  test("puts the middle of the view in the middle", () => {
    const drawn = drawMap(places, { lat: 60, lon: 10, zoom: 8 }, () => "").value;
    expect(/class="cooperation" d="M(\d+\.\d) /.exec(drawn)?.[1]).toBe("480.0");
  });
});

test("the page counts stories at their places, and leads to them on the timeline", async () => {
  const store = await openDamStore();
  const stories: StoryRecord[] = [];
  for await (const record of store.streamRecords(["story"])) {
    if (record.kind !== "story") continue;
    const places =
      record.type === "COERCE" || record.type === "AGREE"
        ? [{ name: "Upper Sill", country: "ORN", lat: 1, lon: 2, geonames: 77 }, { name: "Nowhere" }]
        : [];
    stories.push({ ...record, places });
  }
  await store.replaceAcross("story", stories);
  const app = createApp(store);
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what is tested
  const ask = async (path: string): Promise<any> => (await app.request(path)).json();
  const data = await ask("/map.json");
  expect(data).toMatchObject({ total: 5, placed: 2, placeCount: 1 });
  expect(data.places).toEqual([
    {
      key: "77",
      name: "Upper Sill",
      country: "ORN",
      lat: 1,
      lon: 2,
      cooperation: 1,
      conflict: 1,
      stories: 2,
    },
  ]);
  expect((await ask("/map.json?type=COERCE")).places[0]).toMatchObject({ cooperation: 0, conflict: 1 });
  expect((await ask(`/map.json?actor=${ORRIN.id}&status=denied`)).placed).toBe(0);
  expect((await ask(`/map.json?actor=${TALE.id}&recency=background`)).placed).toBe(1);
  const page = await (await app.request("/map?type=COERCE")).text();
  expect(page).toContain('href="/timeline?type=COERCE&amp;place=77"');
  expect(page).toContain("neither is a position of this program");
  expect((await ask("/timeline.json?place=77")).total).toBe(2);
  expect((await ask("/timeline.json?place=upper+sill&type=AGREE")).total).toBe(1);
  store.close();
});
