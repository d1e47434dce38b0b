import { describe, expect, test } from "vitest";
import { makeArticle } from "../../src/article/make-article.js";
import type { ActorRef, RoleRecord, StatementRecord } from "../../src/core/records.js";
import { findActorCounts } from "../../src/store/actor-queries.js";
import { Store } from "../../src/store/store.js";

const CHAD: ActorRef = { id: "state:TCD", name: "Chad", country: "TCD", text: "N'Djamena" };

/** A store of two articles; in each an unnamed envoy and Chad speak, in the first Chad has a minister. */
async function makeStore(): Promise<Store> {
  const store = await Store.open(":memory:");
  for (const n of [1, 2]) {
    const { article } = makeArticle({
      origin: `${n}.txt`,
      text: `Article ${n}. Chad agreed, the envoy said.`,
    });
    const say = (source: ActorRef, id: string): StatementRecord => ({
      kind: "statement",
      id: `sta-${n}${id}`,
      article: article.id,
      source,
      cue: "say",
      mode: "indirect",
      content: "Chad agreed",
      channel: null,
      occasion: null,
      date: null,
      addressees: [],
      parent: null,
      attribution: [],
      evidence: [],
      rule: "attribution-model",
    });
    const role: RoleRecord = {
      kind: "role",
      id: `rol-${n}`,
      article: article.id,
      person: { id: "person:ali-deby", name: "Ali Déby" },
      role: "minister",
      of: CHAD,
      date: null,
      evidence: [],
      rule: "titled name",
    };
    const records = [say({ name: n === 1 ? "Envoy" : "envoy" }, "a"), say(CHAD, "b")];
    await store.add([{ article, records: n === 1 ? [...records, role] : records, problems: [] }], "v1");
  }
  return store;
}

describe("who a store speaks of", () => {
  test("by id where linked, else by the name in any case; the most often named first", async () => {
    const store = await makeStore();
    const actors = await findActorCounts(store);
    expect(actors.map(({ id, name, total, articles }) => [id, name.toLowerCase(), total, articles])).toEqual([
      ["state:TCD", "chad", 3, 2],
      [null, "envoy", 2, 2],
      ["person:ali-deby", "ali déby", 1, 1],
    ]);
    expect(actors[0].parts).toMatchObject({ source: 2, office: 1, actor: 0 });
    store.close();
  });

  test("a name as written, the canonical one or the id", async () => {
    const store = await makeStore();
    for (const name of ["N'Djamena", "chad", "state:TCD"])
      expect((await findActorCounts(store, name)).map(({ id }) => id)).toEqual(["state:TCD"]);
    expect(await findActorCounts(store, "Niger")).toEqual([]);
    store.close();
  });
});
