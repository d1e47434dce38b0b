import { describe, expect, test } from "vitest";
import { UserError } from "../../src/core/user-error.js";
import { FeatureList, hashString } from "../../src/learn/feature-hash.js";
import { readLinearModels, writeLinearModels } from "../../src/learn/linear-file.js";
import type { LinearModel } from "../../src/learn/linear-model.js";
import { LinearTrainer } from "../../src/learn/linear-trainer.js";
import { SeededRandom } from "../../src/learn/seeded-random.js";

/** Learns to tell words by their last letter. */
function trainLetters(seed: number) {
  const random = new SeededRandom(seed);
  const trainer = new LinearTrainer({ classes: 3, bits: 10, random });
  const features = new FeatureList();
  const show = (word: string) => {
    features.clear();
    features.add(1, hashString(word.slice(-1)));
    features.add(2, hashString(word.slice(0, 1)));
    return features;
  };
  const words = ["peace", "state", "talks", "votes", "treaty", "army"];
  for (let step = 0; step < 200; step++) {
    const word = words[Math.floor(random.next() * words.length)];
    trainer.update(show(word), "esy".indexOf(word.slice(-1)));
  }
  return { trainer, show };
}

describe("a linear model", () => {
  test("learns, and keeps its answers as bytes in a file", () => {
    const { trainer, show } = trainLetters(1);
    const bytes = writeLinearModels({ letters: trainer.quantise() }, { made: "in a test" });
    const model = readLinearModels(bytes, "letters.bin").get("letters") as LinearModel;
    for (const [word, letter] of [
      ["lake", 0],
      ["boats", 1],
      ["navy", 2],
    ] as const) {
      expect(model.classify(show(word))).toBe(letter);
    }
    expect(Array.from(model.score(show("lake"))).reduce((a, b) => a + b)).toBeCloseTo(1);
  });

  test("is the same for the same seed", () => {
    expect(trainLetters(7).trainer.quantise()).toEqual(trainLetters(7).trainer.quantise());
  });
});

describe("a weight file of linear models", () => {
  const bytes = writeLinearModels({ letters: trainLetters(1).trainer.quantise() }, {});

  test.each([
    ["another format", new TextEncoder().encode("PK\u0003\u0004 and so on"), /starts with/],
    ["a cut header", bytes.subarray(0, 20), /within its header/],
    ["a cut table", bytes.subarray(0, bytes.length - 5), /ends within the model "letters"/],
  ])("refuses %s, naming the file", (_, wrong, message) => {
    expect(() => readLinearModels(wrong, "models/x.bin")).toThrow(message);
    expect(() => readLinearModels(wrong, "models/x.bin")).toThrow(/^models\/x.bin: /);
  });

  test("refuses weights for other features, and says how to train them", () => {
    const templates = { fingerprint: "c0ffee00", training: "npm run train:letters" };
    const weights = { letters: trainLetters(1).trainer.quantise() };
    expect(readLinearModels(writeLinearModels(weights, {}, templates), "models/x.bin", templates).size).toBe(
      1,
    );
    const other = writeLinearModels(weights, {}, { ...templates, fingerprint: "00000001" });
    expect(() => readLinearModels(other, "models/x.bin", templates)).toThrow(
      'models/x.bin: names templates "00000001" of its features, expected "c0ffee00"',
    );
    expect(() => readLinearModels(bytes, "models/x.bin", templates)).toThrow(/names no templates/);
    expect(hintOf(() => readLinearModels(other, "models/x.bin", templates))).toContain(
      "npm run train:letters",
    );
  });
});

function hintOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error.hint;
  }
  return undefined;
}
