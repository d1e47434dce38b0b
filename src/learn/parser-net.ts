/**
 * The parser's net: two bidirectional LSTM layers over cached forms, linear taggers, biaffine arcs, relations.
 *
 * In: a batch of sentences as slots of a {@link FormCache}, longest first. Out: tags of each word, a score for each
 * word and head, relations for chosen heads.
 * Hochreiter & Schmidhuber (1997); Dozat & Manning (2017). Weights are int8 with a scale a row, states int16
 * (value * 4096), sums exact in int32, so every machine computes the same.
 */
import { FORM_UNIT, FormCache, putFactor } from "./form-cache.js";
import { Kernel } from "./kernel.js";
import { expandMatrix, type Int8Matrix, type WeightFile } from "./weight-file.js";

/** Most words of one batch, and so of one sentence. */
export const MOST_WORDS = 512;
const STATE_UNIT = 1 / 4096;

/** An int8 matrix packed for `gemm16`. */
interface Packed {
  readonly weights: number;
  readonly scale: number;
  readonly bias: number;
  /** Rows, rounded up to a multiple of 8. */
  readonly n: number;
  readonly k: number;
}

export class ParserNet {
  readonly forms: FormCache;
  readonly #kernel: Kernel;
  readonly #size: number;
  readonly #arc: number;
  readonly #rel: number;
  readonly #tagCounts: readonly number[];
  readonly #relCount: number;
  readonly #layers: readonly { recurrent: Packed; input?: Packed }[][];
  readonly #tag: Packed;
  readonly #proj: Packed;
  readonly #fixed: {
    arcW: number;
    arcB: number;
    rootArc: number;
    rootRel: number;
    rel: number;
    relB: number;
  };
  readonly #relWidth: number;
  readonly #work: Readonly<
    Record<
      | "gates"
      | "h1"
      | "h2"
      | "words"
      | "cell"
      | "tags"
      | "proj"
      | "query"
      | "heads"
      | "arcs"
      | "pairs"
      | "rels"
      | "best"
      | "slots"
      | "packed"
      | "offset"
      | "count"
      | "headOf",
      number
    >
  >;
  #starts = new Int32Array(MOST_WORDS + 1);
  #sentences = 0;
  #words = 0;

  constructor(file: WeightFile, cacheSize = 8192) {
    const kernel = new Kernel();
    this.#kernel = kernel;
    const sizes = file.info.sizes as {
      size: number;
      arc: number;
      rel: number;
      tags: number[];
      relations: number;
    };
    const h = sizes.size;
    this.#size = h;
    this.#arc = sizes.arc;
    this.#rel = sizes.rel;
    this.#tagCounts = sizes.tags;
    this.#relCount = sizes.relations;
    this.#relWidth = Math.ceil(sizes.relations / 8) * 8;
    this.forms = new FormCache(file, kernel, cacheSize);
    const pack = (name: string, withBias: boolean) =>
      packMatrix(kernel, file.int8(name), withBias ? file.float(`${name}.bias`).data : undefined);
    this.#layers = [
      [{ recurrent: pack("lstm1.forward", false) }, { recurrent: pack("lstm1.backward", false) }],
      [
        { input: pack("lstm2.forward.input", true), recurrent: pack("lstm2.forward", false) },
        { input: pack("lstm2.backward.input", true), recurrent: pack("lstm2.backward", false) },
      ],
    ];
    this.#tag = pack("tag", true);
    this.#proj = pack("proj", true);
    const putFloats = (values: Float32Array) => {
      const at = kernel.allocate(Math.ceil(values.length / 4) * 16);
      kernel.floats(at, values.length).set(values);
      return at;
    };
    const rel = file.int8("rel");
    const relAt = kernel.allocate(this.#relWidth * rel.columns * 4);
    const padded = new Float32Array(this.#relWidth * rel.columns);
    padded.set(expandMatrix(rel));
    putFactor(kernel, padded, this.#relWidth, rel.columns, relAt);
    const arcs = file.int8("arc");
    const arcAt = kernel.allocate(arcs.rows * arcs.columns * 4);
    putFactor(kernel, transpose(expandMatrix(arcs), arcs.rows, arcs.columns), arcs.columns, arcs.rows, arcAt);
    const relBias = new Float32Array(this.#relWidth).fill(-1e9);
    relBias.set(file.float("rel.bias").data);
    this.#fixed = {
      arcW: arcAt,
      arcB: putFloats(file.float("arc.bias").data),
      rootArc: putFloats(file.float("root.arc").data),
      rootRel: putFloats(file.float("root.rel").data),
      rel: relAt,
      relB: putFloats(relBias),
    };
    const m = MOST_WORDS;
    this.#work = {
      gates: kernel.allocate(m * 4 * h * 4),
      h1: kernel.allocate(m * 2 * h * 2),
      h2: kernel.allocate(m * 2 * h * 2),
      words: kernel.allocate(m * 2 * h * 2),
      cell: kernel.allocate(m * h * 4),
      tags: kernel.allocate(m * this.#tag.n * 4),
      proj: kernel.allocate(m * this.#proj.n * 4),
      query: kernel.allocate(m * this.#arc * 4),
      heads: kernel.allocate(this.#arc * (m + 8) * 4),
      arcs: kernel.allocate(m * (m + 8) * 4),
      pairs: kernel.allocate(m * rel.columns * 4),
      rels: kernel.allocate(m * this.#relWidth * 4),
      best: kernel.allocate(m * 4 * 4),
      slots: kernel.allocate(m * 4),
      packed: kernel.allocate(m * 4),
      offset: kernel.allocate(m * 4),
      count: kernel.allocate(m * 4),
      headOf: kernel.allocate(m * 4),
    };
  }

  /** Bytes of the net's own memory. */
  get size(): number {
    return this.#kernel.size;
  }

  /**
   * Reads a batch. `slots`: the forms of all its words, sentence after sentence; `lengths`: words of each sentence,
   * falling; together at most {@link MOST_WORDS}.
   */
  read(slots: ArrayLike<number>, lengths: readonly number[]): void {
    this.forms.finishBatch();
    const kernel = this.#kernel;
    const { run } = kernel;
    const w = this.#work;
    const steps = lengths[0];
    const words = slots.length;
    this.#words = words;
    this.#sentences = lengths.length;
    let at = 0;
    for (let s = 0; s < lengths.length; s++) {
      this.#starts[s] = at;
      at += lengths[s];
    }
    // words are packed by place in the sentence, so that one step of all sentences is one product
    const offset = kernel.ints(w.offset, steps);
    const count = kernel.ints(w.count, steps);
    const bySlot = kernel.ints(w.slots, words);
    const packed = kernel.ints(w.packed, words);
    let row = 0;
    let active = lengths.length;
    for (let t = 0; t < steps; t++) {
      while (lengths[active - 1] <= t) active--;
      offset[t] = row;
      count[t] = active;
      for (let s = 0; s < active; s++) {
        const word = this.#starts[s] + t;
        bySlot[row] = slots[word];
        packed[word] = row++;
      }
    }
    const h = this.#size;
    for (let d = 0; d < 2; d++) {
      const { recurrent } = this.#layers[0][d];
      run.gatherRows(w.gates, 4 * h, this.forms.table, 8 * h, d * 4 * h, w.slots, words, 4 * h, FORM_UNIT);
      run.lstm(
        w.gates,
        4 * h,
        w.h1 + d * 2 * h,
        2 * h,
        w.cell,
        recurrent.weights,
        recurrent.scale,
        h,
        w.offset,
        w.count,
        steps,
        d,
      );
    }
    for (let d = 0; d < 2; d++) {
      const { recurrent, input } = this.#layers[1][d];
      run.gemm16(
        w.gates,
        2 * h,
        w.h1,
        input!.weights,
        input!.scale,
        input!.bias,
        words,
        4 * h,
        2 * h,
        4 * h,
        0,
      );
      run.lstm(
        w.gates,
        4 * h,
        w.h2 + d * 2 * h,
        2 * h,
        w.cell,
        recurrent.weights,
        recurrent.scale,
        h,
        w.offset,
        w.count,
        steps,
        d,
      );
    }
    run.copyRows(w.words, w.h2, w.packed, words, 4 * h);
    const tag = this.#tag;
    run.gemm16(w.tags, 2 * h, w.words, tag.weights, tag.scale, tag.bias, words, tag.n, 2 * h, tag.n, 0);
    const proj = this.#proj;
    run.gemm16(w.proj, 2 * h, w.words, proj.weights, proj.scale, proj.bias, words, proj.n, 2 * h, proj.n, 0);
    run.relu(w.proj, words * proj.n);
    run.gemm32(
      w.query,
      w.proj,
      this.#fixed.arcW,
      this.#fixed.arcB,
      words,
      this.#arc,
      this.#arc,
      proj.n,
      this.#arc,
    );
  }

  /** The best tag of kind `kind` (0 UPOS, 1 XPOS, 2 features) of every word of the batch. A view: copy it. */
  tags(kind: number): Int32Array {
    const first = this.#tagCounts.slice(0, kind).reduce((a, b) => a + b, 0);
    const { tags, best } = this.#work;
    const at = best + kind * MOST_WORDS * 4;
    this.#kernel.run.argmaxRows(at, tags + first * 4, this.#tag.n, this.#words, this.#tagCounts[kind]);
    return this.#kernel.ints(at, this.#words);
  }

  /**
   * Scores of heads in sentence s of the batch: word d under word h at `d * stride + h`, under the root at
   * `d * stride + n`. A view: it holds until the next call.
   */
  arcs(s: number, n: number): { scores: Float32Array; stride: number } {
    const { run } = this.#kernel;
    const w = this.#work;
    const arc = this.#arc;
    const stride = Math.ceil((n + 1) / 8) * 8;
    const first = this.#starts[s];
    const row = this.#proj.n * 4;
    run.packRows(w.heads, 0, w.proj + first * row + arc * 4, this.#proj.n, n, arc);
    run.packRows(w.heads, n, this.#fixed.rootArc, arc, 1, arc);
    run.gemm32(w.arcs, w.query + first * arc * 4, w.heads, 0, n, stride, arc, arc, stride);
    return { scores: this.#kernel.floats(w.arcs, n * stride), stride };
  }

  /**
   * Scores of the relations of all words of the batch to the heads `headOf` (place in the batch, -1 the root):
   * word i's relation r at `i * stride + r`. A view: it holds until the next call.
   */
  relations(headOf: Int32Array): { scores: Float32Array; stride: number } {
    const { run } = this.#kernel;
    const w = this.#work;
    const { arc, rel, proj } = { arc: this.#arc, rel: this.#rel, proj: this.#proj.n };
    this.#kernel.ints(w.headOf, this.#words).set(headOf.subarray(0, this.#words));
    const dep = w.proj + 2 * arc * 4;
    run.joinPairs(w.pairs, dep, dep + rel * 4, proj, w.headOf, this.#words, rel, this.#fixed.rootRel);
    const width = this.#relWidth;
    run.gemm32(
      w.rels,
      w.pairs,
      this.#fixed.rel,
      this.#fixed.relB,
      this.#words,
      width,
      3 * rel,
      3 * rel,
      width,
    );
    return { scores: this.#kernel.floats(w.rels, this.#words * width), stride: width };
  }

  /** Number of relations. */
  get relationCount(): number {
    return this.#relCount;
  }

  /** Number of sentences in the batch. */
  get sentenceCount(): number {
    return this.#sentences;
  }
}

function transpose(m: Float32Array, rows: number, columns: number): Float32Array {
  const out = new Float32Array(m.length);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) out[c * rows + r] = m[r * columns + c];
  return out;
}

function packMatrix(kernel: Kernel, m: Int8Matrix, bias: Float32Array | undefined): Packed {
  const n = Math.ceil(m.rows / 8) * 8;
  const k = m.columns;
  const weights = kernel.allocate(n * k * 2);
  const scale = kernel.allocate(n * 4);
  const biasAt = kernel.allocate(n * 4);
  const view = kernel.shorts(weights, n * k);
  for (let r = 0; r < m.rows; r++) {
    const block = (r >> 3) * 8 * k + (r & 7) * 2;
    for (let c = 0; c < k; c++) view[block + (c >> 1) * 16 + (c & 1)] = m.data[r * k + c];
  }
  const scales = kernel.floats(scale, n);
  for (let r = 0; r < m.rows; r++) scales[r] = m.scale[r] * STATE_UNIT;
  if (bias) kernel.floats(biasAt, n).set(bias);
  return { weights, scale, bias: biasAt, n, k };
}
