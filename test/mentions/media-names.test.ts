import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeArticle } from "../../src/article/make-article.js";
import type { Medium } from "../../src/article/media-table.js";
import { type ActorTableName, parseActorTables } from "../../src/mentions/actor-table.js";
import { findActors } from "../../src/mentions/actors.js";
import { listMediaNames, type MediaNames } from "../../src/mentions/media-names.js";
import { makeNameLexicon } from "../../src/mentions/name-lexicon-tables.js";
import { loadResources } from "../../src/resources.js";

const MEDIA: Readonly<Record<string, Medium>> = {
  "The Accra Times": { name: "The Accra Times", kind: "outlet", country: "GHA" },
  "Le Courrier": { name: "Le Courrier", kind: "outlet", country: "SEN" },
  "The Beacon": { name: "The Beacon", kind: "outlet", country: "GHA" },
  Nordpresse: { name: "Nordpresse", kind: "agency" },
  "Foreign Desk": { name: "Foreign Desk", kind: "outlet" },
};
const media: MediaNames = {
  findName: (written) => MEDIA[written] ?? MEDIA[`The ${written}`] ?? null,
  spellings: Object.keys(MEDIA).map((written) => ({ written })),
};
const read = (name: string) => {
  const origin = `data/actors/${name}.tsv`;
  return { text: readFileSync(origin, "utf8"), origin };
};
const FILES: Readonly<Record<ActorTableName, string>> = {
  states: "states",
  bodies: "bodies",
  seats: "seats",
  offices: "offices",
  titles: "titles",
  holders: "office-holders",
};
const texts = Object.fromEntries(Object.entries(FILES).map(([key, file]) => [key, read(file)]));
const names = makeNameLexicon(
  parseActorTables(texts as unknown as Parameters<typeof parseActorTables>[0]),
  media,
);
const { analyse } = await loadResources({ withoutAttribution: true, withoutEvents: true });

function findIds(text: string): string[] {
  const { article } = makeArticle({ origin: "case", text });
  return findActors(analyse(text), article, names).mentions.map(({ ref }) => ref.id ?? ref.name);
}

test("spellings of several words are names where a word of them tells a medium", () => {
  expect(listMediaNames(media)).toEqual(["Accra Times", "Le Courrier"]);
});

describe("media that act or speak", () => {
  test.each([
    ["The Accra Times published the letter.", "media:the-accra-times"],
    ["Le Courrier said that France had agreed.", "media:le-courrier"],
    ["The Beacon revealed that the minister had resigned.", "media:the-beacon"],
    ["Nordpresse reported that the army had withdrawn.", "media:nordpresse"],
    ["The newspaper El Faro accused the police.", "media:el-faro"],
  ])("%s", (text, id) => {
    expect(findIds(text)).toContain(id);
  });

  test("a code of CAMEO and a sector of PLOVER", () => {
    const entry = names.match(["Accra", "Times"], 0, 2)?.entries[0];
    expect(entry).toMatchObject({ class: "body", country: "GHA", sector: "JRN", cameo: "GHAMED" });
  });

  test.each(["Beacon Ruiz said no.", "Reporters Ana Ruiz and Tom Bell were freed."])("none in %s", (text) => {
    expect(findIds(text).filter((id) => id.startsWith("media:"))).toEqual([]);
  });
});
