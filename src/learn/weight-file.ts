/**
 * The weight file of a net: `RPNW`, three 32-bit little-endian numbers (format, header length, CRC-32 of all that
 * follows the first 16 bytes), a JSON header, then blocks that start at multiples of 16.
 *
 * In: the file's bytes. Out: named blocks: int8 matrices with a scale a row, float matrices, texts.
 * train/export.py writes it. Nothing is copied but the scales; int8 rows stay views of the file.
 */
import { UserError } from "../core/user-error.js";

const MAGIC = "RPNW";
const FORMAT = 1;

/** An int8 matrix: value = `data[row * columns + column] * scale[row]`. */
export interface Int8Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly scale: Float32Array;
  readonly data: Int8Array;
}

/** A float matrix, row after row. */
export interface FloatMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

interface BlockEntry {
  readonly name: string;
  readonly type: "i8" | "f32" | "text";
  readonly rows: number;
  readonly columns: number;
  /** First byte, counted from the end of the header's padding. */
  readonly at: number;
  readonly bytes: number;
}

interface Header {
  readonly blocks: readonly BlockEntry[];
  /** Facts of the net: sizes, label sets, how it was trained. */
  readonly info: Readonly<Record<string, unknown>>;
}

/** A read weight file; asking for a block that is not there, or is of another kind, is an error. */
export class WeightFile {
  readonly info: Readonly<Record<string, unknown>>;
  readonly #blocks = new Map<string, BlockEntry>();
  readonly #bytes: Uint8Array;
  readonly #data: number;

  /** @throws UserError `weights-unreadable`: what was found and expected. */
  constructor(bytes: Uint8Array, origin = "weights") {
    // blocks hold floats: they need a start at a multiple of four
    this.#bytes = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    const magic = String.fromCharCode(...this.#bytes.subarray(0, 4));
    if (magic !== MAGIC) throw refuse(origin, `starts with ${JSON.stringify(magic)}, expected "${MAGIC}"`);
    if (bytes.length < 16) throw refuse(origin, `ends after ${bytes.length} bytes, within its first line`);
    const format = view.getUint32(4, true);
    if (format !== FORMAT) throw refuse(origin, `has format ${format}, expected ${FORMAT}`);
    const headerLength = view.getUint32(8, true);
    if (16 + headerLength > bytes.length)
      throw refuse(origin, `ends after ${bytes.length} bytes, within its header`);
    const sum = crc32(this.#bytes.subarray(16));
    const expected = view.getUint32(12, true);
    if (sum !== expected)
      throw refuse(origin, `has checksum ${hex(sum)}, expected ${hex(expected)}: the file is damaged`);
    const header = JSON.parse(
      new TextDecoder().decode(this.#bytes.subarray(16, 16 + headerLength)),
    ) as Header;
    this.info = header.info;
    this.#data = 16 + Math.ceil(headerLength / 16) * 16;
    for (const block of header.blocks) {
      const size =
        block.type === "i8"
          ? block.rows * (4 + block.columns)
          : block.type === "f32"
            ? block.rows * block.columns * 4
            : block.bytes;
      if (size !== block.bytes || this.#data + block.at + block.bytes > bytes.length) {
        throw refuse(
          origin,
          `block "${block.name}" has ${block.bytes} bytes, expected ${size} within ${bytes.length}`,
        );
      }
      this.#blocks.set(block.name, block);
    }
  }

  #find(name: string, type: BlockEntry["type"]): { block: BlockEntry; at: number } {
    const block = this.#blocks.get(name);
    if (!block || block.type !== type) {
      throw refuse("weights", `no ${type} block "${name}" among ${[...this.#blocks.keys()].join(", ")}`);
    }
    return { block, at: this.#bytes.byteOffset + this.#data + block.at };
  }

  int8(name: string): Int8Matrix {
    const { block, at } = this.#find(name, "i8");
    const { rows, columns } = block;
    const { buffer } = this.#bytes;
    return {
      rows,
      columns,
      scale: new Float32Array(buffer, at, rows),
      data: new Int8Array(buffer, at + 4 * rows, rows * columns),
    };
  }

  float(name: string): FloatMatrix {
    const { block, at } = this.#find(name, "f32");
    const { rows, columns } = block;
    return { rows, columns, data: new Float32Array(this.#bytes.buffer, at, rows * columns) };
  }

  text(name: string): string {
    const { block, at } = this.#find(name, "text");
    return new TextDecoder().decode(new Uint8Array(this.#bytes.buffer, at, block.bytes));
  }
}

/** All rows of an int8 matrix as floats. */
export function expandMatrix(m: Int8Matrix): Float32Array {
  const out = new Float32Array(m.rows * m.columns);
  for (let r = 0, i = 0; r < m.rows; r++) {
    const scale = m.scale[r];
    for (let c = 0; c < m.columns; c++, i++) out[i] = m.data[i] * scale;
  }
  return out;
}

function refuse(origin: string, what: string): UserError {
  return new UserError(
    "weights-unreadable",
    `${origin}: ${what}`,
    "Rebuild the file (docs/models.md) or reinstall the package.",
  );
}

function hex(n: number): string {
  return n.toString(16).padStart(8, "0");
}

let table: Int32Array | undefined;

/** CRC-32 (IEEE 802.3), four bytes a step. */
function crc32(bytes: Uint8Array): number {
  if (!table) {
    table = new Int32Array(1024);
    for (let n = 0; n < 256; n++) {
      let c = n;
      for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
      table[n] = c;
    }
    for (let n = 256; n < 1024; n++) table[n] = (table[n - 256] >>> 8) ^ table[table[n - 256] & 255];
  }
  const t = table;
  let c = -1;
  let i = 0;
  for (const end = bytes.length - 3; i < end; i += 4) {
    c ^= bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
    c = t[768 + (c & 255)] ^ t[512 + ((c >>> 8) & 255)] ^ t[256 + ((c >>> 16) & 255)] ^ t[c >>> 24];
  }
  for (; i < bytes.length; i++) c = (c >>> 8) ^ t[(c ^ bytes[i]) & 255];
  return ~c >>> 0;
}
