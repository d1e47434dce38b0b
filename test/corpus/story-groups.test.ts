/** Groups of mentions: the same in any order, and made apart as together where nothing clashes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isClash } from "../../src/corpus/group-clash.js";
import { MeetingIndex } from "../../src/corpus/meeting-index.js";
import { packSketch, type Sketch, unpackSketch } from "../../src/corpus/sketch.js";
import { type Group, groupSketches, isLinked } from "../../src/corpus/story-groups.js";
import { daysOf, mayMeet, storedKeys, widenKeys } from "../../src/corpus/story-keys.js";

const WORDS = "ferry depot ridge canal Mopti Gao Segou fuel grain truck dawn bridge".split(" ");
const PARTIES = ["MLI", "NER", "TCD"];

/** Mentions of a few parties, days and words, so that many are alike by half. */
const sketches = fc
  .array(
    fc.record({
      actor: fc.constantFrom(...PARTIES, null),
      recipient: fc.constantFrom(...PARTIES, null),
      day: fc.constantFrom(0, 1, 2, 5, 9, null),
      days: fc.constantFrom(0, 0, 0, 3, 365, 500),
      words: fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 6 }),
      type: fc.constantFrom("ASSAULT", "ASSAULT", "COERCE", "CONSULT"),
      isDated: fc.boolean(),
      passage: fc.option(fc.constantFrom("pas-1", "pas-2"), { freq: 6 }),
      article: fc.nat(8),
    }),
    { minLength: 2, maxLength: 24 },
  )
  .map((list) =>
    list.map(
      ({ actor, recipient, day, days, words, type, isDated, passage, article }, i): Sketch => ({
        id: `eve-${String((i * 7) % list.length).padStart(2, "0")}-${i}`,
        kind: "event",
        inArticle: `art-${article}`,
        agency: null,
        type,
        mode: null,
        recency: "current",
        actors: new Set(actor === null ? [] : [actor]),
        recipients: new Set(recipient === null ? [] : [recipient]),
        named: new Set(),
        range: day === null ? null : { from: day, to: day + days },
        isDated,
        places: new Set(),
        points: [],
        countries: new Set(),
        isCountryOnly: true,
        spots: new Set(),
        words: new Map(words.map((word) => [word, /^\p{Lu}/u.test(word) ? 2 : 1])),
        trigger: words[0],
        copies: passage === null ? [] : [{ passage, at: 4, isQuotation: false }],
        sentenceHash: i,
      }),
    ),
  );

const idsOf = (groups: readonly Group[], list: readonly Sketch[]) =>
  groups.map(({ members }) => members.map((i) => list[i].id).sort()).sort();

describe("groupSketches", () => {
  test("gives the same groups in any order", () => {
    fc.assert(
      fc.property(
        sketches.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(idsOf(groupSketches(shuffled), shuffled)).toEqual(idsOf(groupSketches(list), list));
        },
      ),
    );
  });

  test("gives apart what it gives together, unless groups clash", () => {
    let apart = 0;
    let together = 0;
    fc.assert(
      fc.property(sketches, fc.nat(24), (list, cut) => {
        const left = list.slice(0, cut);
        const right = list.slice(cut);
        const [one, other] = [groupSketches(left), groupSketches(right)];
        const clashes = one.some((a) =>
          other.some((b) => isClash({ group: a, sketches: left }, { group: b, sketches: right })),
        );
        if (clashes) together++;
        else {
          apart++;
          expect([...idsOf(one, left), ...idsOf(other, right)].sort()).toEqual(
            idsOf(groupSketches(list), list),
          );
        }
      }),
      { numRuns: 400 },
    );
    expect(Math.min(apart, together)).toBeGreaterThan(20);
  });
});

describe("keys", () => {
  test("whatever is linked meets by the keys of the store and of the memory", () => {
    fc.assert(
      fc.property(sketches, (list) => {
        for (const a of list) {
          const index = new MeetingIndex<Sketch>();
          index.add(a, a);
          index.forgetBefore(daysOf(a).to);
          for (const b of list) {
            if (a === b || !isLinked(a, b)) continue;
            expect(mayMeet(b, a)).toBe(true);
            expect([...index.find(b)].length).toBe(1);
            expect(isFound(a, b)).toBe(true);
          }
        }
      }),
    );
  });
});

/** As the store finds `b` by the keys of `a`. */
function isFound(a: Sketch, b: Sketch): boolean {
  return widenKeys(storedKeys(a)).some((asked) =>
    storedKeys(b).some((held) => held.key === asked.key && held.from <= asked.to && held.to >= asked.from),
  );
}

test("a packed sketch comes back the same", () => {
  fc.assert(
    fc.property(sketches, (list) => {
      for (const sketch of list)
        expect(unpackSketch(sketch.id, sketch.inArticle, packSketch(sketch))).toEqual(sketch);
    }),
  );
});
