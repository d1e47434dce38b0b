/** Groups of mentions: the same in any order, and made apart as together where nothing clashes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isClash } from "../../src/corpus/group-clash.js";
import { MeetingIndex } from "../../src/corpus/meeting-index.js";
import { packSketch, REFERENCE, type Sketch, unpackSketch } from "../../src/corpus/sketch.js";
import { askedKeys, heldKeys } from "../../src/corpus/stored-keys.js";
import { type Group, groupSketches, isLinked } from "../../src/corpus/story-groups.js";
import { daysOf, mayMeet } from "../../src/corpus/story-keys.js";
import { StoryWalk } from "../../src/corpus/story-walk.js";

const WORDS = "ferry depot ridge canal Mopti Gao Segou fuel grain truck dawn bridge".split(" ");
const PARTIES = ["MLI", "NER", "TCD"];

/** Two of them near each other, across a border and a degree; one a country. */
const PLACES: readonly { key: string; country: string; point?: readonly [number, number] }[] = [
  { key: "g1", country: "MLI", point: [14.5, -4.02] },
  { key: "g2", country: "BFA", point: [13.95, -3.9] },
  { key: "g3", country: "MLI", point: [16.27, -0.04] },
  { key: "mali MLI", country: "MLI" },
];

/** Mentions of a few parties, places, days and words, so that many are alike by half. */
const sketches = fc
  .array(
    fc.record({
      actor: fc.constantFrom(...PARTIES, null),
      recipient: fc.constantFrom(...PARTIES, null),
      day: fc.constantFrom(0, 1, 2, 5, 9, 20, null),
      days: fc.constantFrom(0, 0, 0, 3, 365, 500),
      words: fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 6 }),
      type: fc.constantFrom("ASSAULT", "ASSAULT", "COERCE", "CONSULT", REFERENCE),
      isDated: fc.boolean(),
      place: fc.option(fc.constantFrom(...PLACES), { freq: 2 }),
      passage: fc.option(fc.constantFrom("pas-1", "pas-2"), { freq: 6 }),
      article: fc.nat(8),
    }),
    { minLength: 2, maxLength: 24 },
  )
  .map((list) =>
    list.map(
      ({ actor, recipient, day, days, words, type, isDated, place, passage, article }, i): Sketch => ({
        id: `eve-${String((i * 7) % list.length).padStart(2, "0")}-${i}`,
        kind: "event",
        inArticle: `art-${article}`,
        agency: null,
        type,
        types: type !== REFERENCE ? [type] : i % 2 === 0 ? [] : ["CONSULT", "COERCE"],
        mode: null,
        recency: "current",
        actors: new Set(actor === null ? [] : [actor]),
        recipients: new Set(recipient === null ? [] : [recipient]),
        named: new Set(),
        range: day === null ? null : { from: day, to: day + days },
        isDated,
        places: new Set(place === null ? [] : [place.key]),
        points: place?.point ? [place.point] : [],
        countries: new Set(place === null ? [] : [place.country]),
        isCountryOnly: !place?.point,
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

describe("StoryWalk", () => {
  test("gives the groups of all at once", () => {
    fc.assert(
      fc.property(sketches, (list) => {
        const order = list.map((_, i) => i).sort((a, b) => daysOf(list[a]).from - daysOf(list[b]).from);
        const alone = new Set(order);
        const found: string[][] = [];
        const walk = new StoryWalk((numbers) => {
          for (const number of numbers) expect(alone.delete(number)).toBe(true);
          found.push(numbers.map((number) => list[number].id).sort());
        });
        for (const i of order) walk.add(i, list[i]);
        walk.finish();
        for (const i of alone) found.push([list[i].id]);
        expect(found.sort()).toEqual(idsOf(groupSketches(list), list));
      }),
      { numRuns: 400 },
    );
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

/** As the store finds `b` by the keys of `a` (src/store/story-tables.ts). */
function isFound(a: Sketch, b: Sketch): boolean {
  const asked = askedKeys(a);
  const held = heldKeys(b);
  const isShared = (key: "keys" | "passages") => asked[key].some((hash) => held[key].includes(hash));
  if (isShared("passages")) return true;
  if (held.from > asked.to || held.to < asked.from) return false;
  if ((held.types & asked.types) === 0) return false;
  if ((held.places & asked.places) === 0 || (held.placesToo & asked.placesToo) === 0) return false;
  return isShared("keys");
}

test("a packed sketch comes back the same", () => {
  fc.assert(
    fc.property(sketches, (list) => {
      for (const sketch of list)
        expect(unpackSketch(sketch.id, sketch.inArticle, packSketch(sketch))).toEqual(sketch);
    }),
  );
});
