import { describe, expect, test } from "vitest";
import { makeArticle } from "../../src/article/make-article.js";
import { readMentions } from "../../src/pipeline.js";
import { codeEvents } from "../../src/records/event-coder.js";
import { makeEventView } from "../../src/records/event-view.js";
import { loadResources } from "../../src/resources.js";

const resources = await loadResources();

function code(text: string): string[] {
  const { article } = makeArticle({ origin: "test", text });
  const { doc, actors, statements } = readMentions(article, resources.analyse(article.text), resources);
  const { codebook, events: models } = resources;
  const view = makeEventView(doc);
  return codeEvents({ doc, view, actors, statements, codebook, models, excluded: [] }).map(
    ({ type }) => type,
  );
}

describe("an occasion", () => {
  test.each([
    ["a habit", "Portugal often condemned Morocco.", "Portugal condemned Morocco on Monday."],
    [
      "what a poll found",
      "The survey found that Portugal condemned Morocco.",
      "The minister said that Portugal condemned Morocco.",
    ],
    [
      "a share of those asked",
      "Six in ten Danish senators condemned Morocco.",
      "Six Danish senators condemned Morocco.",
    ],
    [
      "according to a poll",
      "According to a poll, Portugal trusted Morocco.",
      "According to a minister, Portugal condemned Morocco.",
    ],
  ])("%s is none", (_, general, particular) => {
    expect(code(general)).toEqual([]);
    expect(code(particular)).toHaveLength(1);
  });

  test("what a share of people want is not done", () => {
    expect(code("Four in ten Danish voters want the police to deport the Syrians.")).toEqual([]);
  });

  test("what is done by a share of people is done", () => {
    expect(code("Ten percent of the Malian soldiers attacked the village of Ogossagou.")).toContain(
      "ASSAULT",
    );
  });
});
