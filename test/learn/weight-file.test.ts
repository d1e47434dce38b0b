import { describe, expect, it } from "vitest";
import { expandMatrix, WeightFile } from "../../src/learn/weight-file.js";

/** CRC-32 bit by bit, against the table of the reader. */
function crc32(bytes: Uint8Array): number {
  let c = -1;
  for (const b of bytes) {
    c ^= b;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return ~c >>> 0;
}

function makeFile(): Uint8Array {
  const blocks = [
    { name: "m", type: "i8", rows: 2, columns: 4, at: 0, bytes: 16 },
    { name: "words", type: "text", rows: 1, columns: 0, at: 16, bytes: 7 },
  ];
  const header = Buffer.from(JSON.stringify({ info: { language: "en" }, blocks }));
  const padded = Buffer.concat([header, Buffer.alloc((16 - (header.length % 16)) % 16)]);
  const matrix = Buffer.alloc(16);
  matrix.writeFloatLE(0.5, 0);
  matrix.writeFloatLE(2, 4);
  matrix.set([1, 2, 255, 0, 127, 129, 3, 4], 8);
  const body = Buffer.concat([
    padded,
    matrix,
    Buffer.from("a\nb\nété", "utf8").subarray(0, 7),
    Buffer.alloc(9),
  ]);
  const head = Buffer.alloc(16);
  head.write("RPNW");
  head.writeUInt32LE(1, 4);
  head.writeUInt32LE(header.length, 8);
  head.writeUInt32LE(crc32(body), 12);
  return Buffer.concat([head, body]);
}

describe("WeightFile", () => {
  it("reads int8 rows with their scale, and texts", () => {
    const file = new WeightFile(makeFile());
    expect(file.info.language).toBe("en");
    expect([...expandMatrix(file.int8("m"))]).toEqual([0.5, 1, -0.5, 0, 254, -254, 6, 8]);
    expect(file.text("words").split("\n").slice(0, 2)).toEqual(["a", "b"]);
  });

  it("names a missing block", () => {
    expect(() => new WeightFile(makeFile()).float("m")).toThrow(/no f32 block "m"/);
  });

  it.each([
    ["no weight file", () => Buffer.from("hello, this is some text"), /starts with "hell", expected "RPNW"/],
    ["nothing", () => new Uint8Array(0), /starts with ""/],
    ["cut short", () => makeFile().subarray(0, 60), /ends after 60 bytes/],
    ["damaged", () => makeFile().with(makeFile().length - 20, 9), /checksum/],
    ["of another format", () => makeFile().with(4, 7), /format 7, expected 1/],
  ])("refuses a file that is %s", (_, make, message) => {
    expect(() => new WeightFile(make(), "en.rpnw")).toThrow(message);
  });
});
