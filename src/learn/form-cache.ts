/**
 * Remembers the first layer's input of each form, which depends on nothing but the form.
 *
 * In: forms. Out: slots in a table of int16 rows in the kernel's memory. A full table gives up the form that was
 * not used for longest, nearly (second chance, Corbató 1968), never one of the batch at hand. What a slot holds does
 * not depend on what was read before, so the cache changes no result.
 */
import { findPieces, normaliseForm } from "./form-pieces.js";
import type { Kernel } from "./kernel.js";
import { expandMatrix, type Int8Matrix, type WeightFile } from "./weight-file.js";

/** One unit of the table's int16 numbers: values up to 32 in steps of a thousandth. */
export const FORM_UNIT = 1 / 1024;
const GROUP = 64;

export class FormCache {
  /** Address of the table: `capacity` rows of `width` int16. */
  readonly table: number;
  /** Numbers in a row: the gates of both directions. */
  readonly width: number;
  readonly #kernel: Kernel;
  readonly #words: ReadonlyMap<string, number>;
  readonly #wordVectors: Int8Matrix;
  readonly #pieceVectors: Int8Matrix;
  readonly #slots = new Map<string, number>();
  readonly #forms: (string | undefined)[];
  readonly #used: Uint8Array;
  readonly #batch: Int32Array;
  readonly #mixWidth: number;
  readonly #address: {
    x: number;
    gates: number;
    slots: number;
    mix: number;
    mixBias: number;
    input: number;
    inputBias: number;
  };
  #waiting: string[] = [];
  #waitingSlots: number[] = [];
  #hand = 0;
  #batchNumber = 0;

  constructor(
    file: WeightFile,
    kernel: Kernel,
    readonly capacity: number,
  ) {
    this.#kernel = kernel;
    this.#words = new Map(
      file
        .text("words")
        .split("\n")
        .map((w, i) => [w, i]),
    );
    this.#wordVectors = file.int8("word");
    this.#pieceVectors = file.int8("piece");
    const mix = file.int8("mix");
    const input = file.int8("input");
    this.width = input.rows;
    this.#mixWidth = mix.rows;
    const columns = input.columns;
    this.table = kernel.allocate(capacity * this.width * 2);
    this.#address = {
      x: kernel.allocate(GROUP * columns * 4),
      gates: kernel.allocate(GROUP * this.width * 4),
      slots: kernel.allocate(GROUP * 4),
      mix: kernel.allocate(mix.rows * mix.columns * 4),
      mixBias: kernel.allocate(mix.rows * 4),
      input: kernel.allocate(input.rows * columns * 4),
      inputBias: kernel.allocate(input.rows * 4),
    };
    this.#forms = new Array<string | undefined>(capacity).fill(undefined);
    this.#used = new Uint8Array(capacity);
    this.#batch = new Int32Array(capacity).fill(-1);
    const put = (m: Int8Matrix, at: number) => putFactor(kernel, expandMatrix(m), m.rows, m.columns, at);
    put(mix, this.#address.mix);
    put(input, this.#address.input);
    kernel.floats(this.#address.mixBias, mix.rows).set(file.float("mix.bias").data);
    kernel.floats(this.#address.inputBias, input.rows).set(file.float("input.bias").data);
  }

  /** Starts a batch: its forms keep their slots until the next one starts. */
  startBatch(): void {
    this.#batchNumber++;
  }

  /** The slot of a form; its row is filled at the latest by {@link finishBatch}. */
  find(form: string): number {
    let slot = this.#slots.get(form);
    if (slot === undefined) {
      slot = this.#take();
      // a copy, lest a slice keep its whole text in memory
      const own = form.length > 12 ? ` ${form}`.slice(1) : form;
      this.#slots.set(own, slot);
      this.#forms[slot] = own;
      this.#waiting.push(own);
      this.#waitingSlots.push(slot);
      if (this.#waiting.length === GROUP) this.finishBatch();
    }
    this.#used[slot] = 1;
    this.#batch[slot] = this.#batchNumber;
    return slot;
  }

  #take(): number {
    for (;;) {
      const slot = this.#hand;
      this.#hand = slot + 1 === this.capacity ? 0 : slot + 1;
      const form = this.#forms[slot];
      if (form === undefined) return slot;
      if (this.#batch[slot] === this.#batchNumber) continue;
      if (this.#used[slot]) {
        this.#used[slot] = 0;
        continue;
      }
      this.#slots.delete(form);
      return slot;
    }
  }

  /** Fills the rows of the new forms. */
  finishBatch(): void {
    const rows = this.#waiting.length;
    if (rows === 0) return;
    const { run } = this.#kernel;
    const a = this.#address;
    const vectors = this.#wordVectors.columns + this.#pieceVectors.columns;
    const columns = vectors + this.#mixWidth;
    const x = this.#kernel.floats(a.x, rows * columns);
    for (let r = 0; r < rows; r++) this.#embed(this.#waiting[r], x, r * columns);
    run.gemm32(a.x + vectors * 4, a.x, a.mix, a.mixBias, rows, this.#mixWidth, vectors, columns, columns);
    for (let r = 0; r < rows; r++) run.relu(a.x + (r * columns + vectors) * 4, this.#mixWidth);
    run.gemm32(a.gates, a.x, a.input, a.inputBias, rows, this.width, columns, columns, this.width);
    this.#kernel.ints(a.slots, rows).set(this.#waitingSlots);
    run.storeRows(this.table, this.width, a.gates, a.slots, rows, this.width, FORM_UNIT);
    this.#waiting = [];
    this.#waitingSlots = [];
  }

  #embed(form: string, x: Float32Array, at: number): void {
    const normal = normaliseForm(form);
    const { columns, data, scale } = this.#wordVectors;
    const word = this.#words.get(normal) ?? 0;
    for (let i = 0; i < columns; i++) x[at + i] = data[word * columns + i] * scale[word];
    const piece = this.#pieceVectors;
    const to = at + columns;
    x.fill(0, to, to + piece.columns);
    for (const row of findPieces(form, normal)) {
      const s = piece.scale[row];
      const from = row * piece.columns;
      for (let i = 0; i < piece.columns; i++) x[to + i] += piece.data[from + i] * s;
    }
  }
}

/** Packs a matrix as the second factor of `gemm32`: its rows, a multiple of eight, become the columns. */
export function putFactor(kernel: Kernel, m: Float32Array, rows: number, columns: number, at: number): void {
  const view = kernel.floats(at, rows * columns);
  for (let r = 0; r < rows; r++) {
    const panel = (r >> 3) * columns * 8 + (r & 7);
    for (let c = 0; c < columns; c++) view[panel + c * 8] = m[r * columns + c];
  }
}
