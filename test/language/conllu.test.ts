import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/core/user-error.js";
import { readConllu } from "../../src/language/conllu.js";
import { alignWords } from "../../src/language/conllu-spans.js";
import { writeConllu } from "../../src/language/conllu-writer.js";
import { getForm, UPOS } from "../../src/language/doc.js";
import { segmentText } from "../../src/language/segment.js";

/** Lines of CoNLL-U with blanks for tabs. */
function lines(...rows: string[]): string {
  return rows.map((row) => (row.startsWith("#") ? row : row.replaceAll(" ", "\t"))).join("\n") + "\n";
}

const SAMPLE = lines(
  "# newdoc id = first",
  "# newpar",
  "# sent_id = first-1",
  "# text = They don't agree.",
  "# note = kept",
  "1 They they PRON PRP Case=Nom 4 nsubj _ _",
  "2-3 don't _ _ _ _ _ _ _ _",
  "2 do do AUX VBP _ 4 aux _ _",
  "3 n't not PART RB Polarity=Neg 4 advmod _ _",
  "3.1 was was AUX _ _ _ _ _ _",
  "4 agree agree VERB VB VerbForm=Inf 0 root _ SpaceAfter=No",
  "5 . . PUNCT . _ 4 punct _ _",
  "",
  "# sent_id = first-2",
  "# text = Talks go on.",
  "1 Talks talk NOUN NNS Number=Plur 2 nsubj _ _",
  "2 go go VERB VBP _ 0 root _ _",
  "3 on on ADV RB _ 2 advmod _ SpaceAfter=No",
  "4 . . PUNCT . _ 2 punct _ _",
  "",
  "# newdoc id = second",
  "# sent_id = second-1",
  "# text = No.",
  "1 No no INTJ UH _ 0 root _ SpaceAfter=No",
  "2 . . PUNCT . _ 1 punct _ _",
  "",
);

describe("reading", () => {
  test("documents, text, words, tags and trees", () => {
    const { docs, names } = readConllu(SAMPLE, "sample.conllu");
    expect(docs.map((doc) => doc.id)).toEqual(["first", "second"]);
    const { parsed, sentenceIds, comments } = docs[0];
    expect(parsed.text).toBe("They don't agree. Talks go on.");
    expect(Array.from({ length: parsed.length }, (_, i) => getForm(parsed, i))).toEqual(
      "They do n't agree . Talks go on .".split(" "),
    );
    expect([...parsed.joined]).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect([...parsed.sentence]).toEqual([0, 5, 9]);
    expect([...parsed.paragraph]).toEqual([0, 2]);
    expect([...parsed.head]).toEqual([3, 3, 3, -1, 3, 6, -1, 6, 6]);
    expect(UPOS[parsed.upos[2]]).toBe("PART");
    expect(names.xpos[parsed.xpos[2]]).toBe("RB");
    expect(names.feats[parsed.feats[2]]).toBe("Polarity=Neg");
    expect(names.deprel[parsed.deprel[0]]).toBe("nsubj");
    expect(parsed.lemma[2]).toBe("not");
    expect(sentenceIds).toEqual(["first-1", "first-2"]);
    expect(comments).toEqual([["note = kept"], []]);
  });

  test("white space from MISC where there is no # text", () => {
    const text = lines(
      "1 Wait wait VERB _ _ 0 root _ SpaceAfter=No",
      "2 , , PUNCT _ _ 1 punct _ SpacesAfter=\\s\\s",
      "3 please please INTJ _ _ 1 discourse _ SpacesAfter=\\n\\n",
      "",
      "1 Go go VERB _ _ 0 root _ _",
      "",
    );
    expect(readConllu(text).docs[0].parsed.text).toBe("Wait,  please\n\nGo");
  });

  test("a form with a space inside, Windows line ends, a byte order mark, no final blank line", () => {
    const row = ["1", "10 000", "10 000", "NUM", "_", "_", "0", "root", "_", "_"].join("\t");
    const { parsed } = readConllu(`\ufeff# text = 10 000\r\n${row}`).docs[0];
    expect(getForm(parsed, 0)).toBe("10 000");
  });

  test("words that are not written as they are spoken", () => {
    const text = lines(
      "# text = Il parle du roi",
      "1 Il il PRON _ _ 2 nsubj _ _",
      "2 parle parler VERB _ _ 0 root _ _",
      "3-4 du _ _ _ _ _ _ _ _",
      "3 de de ADP _ _ 5 case _ _",
      "4 le le DET _ _ 5 det _ _",
      "5 roi roi NOUN _ _ 2 obl _ _",
      "",
    );
    const doc = readConllu(text).docs[0];
    expect(getForm(doc.parsed, 2)).toBe("du");
    expect(getForm(doc.parsed, 3)).toBe("");
    expect([...doc.forms]).toEqual([
      [2, "de"],
      [3, "le"],
    ]);
    const again = writeConllu(doc.parsed, doc);
    expect(readConllu(again).docs[0].forms).toEqual(doc.forms);
  });

  test("an unparsed sentence has no heads", () => {
    const text = lines("1 Go _ _ _ _ _ _ _ _", "2 on _ _ _ _ _ _ _ _", "");
    expect([...readConllu(text).docs[0].parsed.head]).toEqual([-1, -1]);
  });

  test("nothing", () => {
    expect(readConllu("").docs).toEqual([]);
    expect(readConllu("\n\n# only a comment\n\n").docs).toEqual([]);
  });
});

describe("a wrong line is named", () => {
  const word = (id: number, head: string) => `${id} w w X _ _ ${head} dep _ _`;
  const cases: [string, string[], string][] = [
    ["columns", ["1 w w X _ _ 0 root _"], "f:1:1: found 9 columns, expected 10 columns parted by tabs"],
    ["empty column", ["1 w  X _ _ 0 root _ _"], "f:1:5: found an empty LEMMA, expected a value or _"],
    ["ID", [word(1, "0"), word(3, "1")], 'f:2:1: found ID "3", expected 2'],
    [
      "range",
      ["2-3 ww _ _ _ _ _ _ _ _"],
      "f:1:1: found range 2-3, expected a range that begins at 1, outside other ranges",
    ],
    [
      "open range",
      ["1-2 ww _ _ _ _ _ _ _ _", word(1, "0")],
      "f:2:1: found the end of the sentence after word 1, expected the words of range 1-2",
    ],
    ["UPOS", ["1 w w NOUNS _ _ 0 root _ _"], `f:1:7: found UPOS "NOUNS", expected one of ${UPOS.join(" ")}`],
    ["HEAD", [word(1, "0"), word(2, "3")], 'f:2:13: found HEAD "3", expected a number from 0 to 2'],
    [
      "HEAD of one word",
      [word(1, "0"), word(2, "_")],
      'f:2:13: found HEAD "_", expected a number from 0 to 2',
    ],
    [
      "two roots",
      [word(1, "0"), word(2, "0")],
      "f:2:13: found a second HEAD 0, expected one root in each sentence",
    ],
    [
      "no root",
      [word(1, "2"), word(2, "1")],
      "f:1:1: found a sentence without HEAD 0, expected one root in each sentence",
    ],
    [
      "cycle",
      [word(1, "0"), word(2, "3"), word(3, "2")],
      "f:2:13: found a cycle through word 2, expected heads that lead to the root",
    ],
    ["# text", ["# text = a v", word(1, "0")], 'f:2:1: found FORM "w", expected "a", as # text goes on'],
    [
      "end of # text",
      ["# text = w v", word(1, "0")],
      'f:1:1: found "v" at the end of # text, expected no more than the words say',
    ],
  ];
  test.each(cases)("%s", (_, rows, message) => {
    let error: unknown;
    try {
      readConllu(lines(...rows), "f");
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toBe(message);
  });

  test("blanks for tabs get a hint", () => {
    expect(() => readConllu("1 w w X _ _ 0 root _ _\n", "f")).toThrow(
      expect.objectContaining({ hint: "Columns are parted by tabs, not by spaces." }),
    );
  });
});

describe("words of a multi-word token", () => {
  const cases: [string, string[], string[]][] = [
    ["don't", ["do", "n't"], ["do", "n't"]],
    ["Don't", ["do", "n't"], ["Do", "n't"]],
    ["du", ["de", "le"], ["du", ""]],
    ["zum", ["zu", "dem"], ["zu", "m"]],
    ["dámelo", ["da", "me", "lo"], ["dá", "me", "lo"]],
    ["nella", ["in", "la"], ["nel", "la"]],
    ["aux", ["à", "les"], ["aux", ""]],
    ["a", ["a", "a"], ["a", ""]],
  ];
  test.each(cases)("%s", (written, forms, expected) => {
    let from = 0;
    const found = alignWords(written, forms).map((end) => {
      const part = written.slice(from, end);
      from = end;
      return part;
    });
    expect(found).toEqual(expected);
  });

  test("spans are in order and reach the end", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.array(fc.string({ minLength: 1 }), { minLength: 2 }),
        (written, forms) => {
          const ends = alignWords(written, forms);
          for (let w = 1; w < ends.length; w++) expect(ends[w]).toBeGreaterThanOrEqual(ends[w - 1]);
          expect(ends.at(-1)).toBe(written.length);
        },
      ),
    );
  });
});

describe("writing", () => {
  test("what was read, but for empty nodes", () => {
    const { docs } = readConllu(SAMPLE);
    const written = docs.map((doc) => writeConllu(doc.parsed, doc)).join("");
    expect(readConllu(written).docs).toEqual(docs);
    expect(written.split("\n").slice(0, 9)).toEqual(
      lines(
        "# newdoc id = first",
        "# newpar",
        "# sent_id = first-1",
        "# text = They don't agree.",
        "# note = kept",
        "1 They they PRON PRP Case=Nom 4 nsubj _ _",
        "2-3 don't _ _ _ _ _ _ _ _",
        "2 do do AUX VBP _ 4 aux _ _",
        "3 n't not PART RB Polarity=Neg 4 advmod _ _",
      )
        .trimEnd()
        .split("\n"),
    );
  });

  test("a segmented text comes back with the same offsets", () => {
    const pieces = [
      "a",
      "We",
      "don't",
      ".",
      ",",
      " ",
      "  ",
      "\n",
      "\n\n",
      "\t",
      "U.S.",
      '"',
      "’s",
      "12",
      "|",
      "\\",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const doc = segmentText(parts.join("").trim());
        const back = readConllu(writeConllu(doc)).docs[0]?.parsed;
        if (doc.length === 0) {
          expect(back).toBeUndefined();
          return;
        }
        expect(back.text).toBe(doc.text);
        for (const column of ["start", "end", "joined", "sentence", "paragraph"] as const)
          expect(back[column]).toEqual(doc[column]);
      }),
      { numRuns: 500 },
    );
  });

  test("a document without words is nothing", () => {
    expect(writeConllu(segmentText(" "))).toBe("");
  });
});
