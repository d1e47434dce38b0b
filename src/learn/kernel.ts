/**
 * The net's inner loops in WebAssembly with a bump allocator over its memory.
 *
 * Addresses are byte offsets into `memory`; what each function does stands in train/kernel/kernel.ts.
 */
import { KERNEL_WASM } from "./kernel-wasm.js";

// Node has it; the type libraries that this project loads do not say so.
declare global {
  namespace WebAssembly {
    class Module {
      constructor(bytes: Uint8Array);
    }
    class Memory {
      constructor(descriptor: { initial: number });
      readonly buffer: ArrayBuffer;
      grow(pages: number): number;
    }
    class Instance {
      constructor(module: Module, imports: Record<string, Record<string, unknown>>);
      readonly exports: Record<string, unknown>;
    }
  }
}

interface KernelFunctions {
  gemm16(
    c: number,
    lda: number,
    a: number,
    w: number,
    scale: number,
    bias: number,
    m: number,
    n: number,
    k: number,
    ldc: number,
    add: number,
  ): void;
  gemm32(
    c: number,
    a: number,
    b: number,
    bias: number,
    m: number,
    n: number,
    k: number,
    lda: number,
    ldc: number,
  ): void;
  lstm(
    g: number,
    ldg: number,
    out: number,
    ldo: number,
    cell: number,
    w: number,
    scale: number,
    h: number,
    offset: number,
    count: number,
    steps: number,
    backward: number,
  ): void;
  relu(x: number, n: number): void;
  gatherRows(
    dst: number,
    ldd: number,
    table: number,
    ldt: number,
    column: number,
    index: number,
    rows: number,
    width: number,
    scale: number,
  ): void;
  storeRows(
    table: number,
    ldt: number,
    src: number,
    slot: number,
    rows: number,
    width: number,
    scale: number,
  ): void;
  copyRows(dst: number, src: number, index: number, rows: number, bytes: number): void;
  packRows(dst: number, first: number, src: number, lds: number, rows: number, width: number): void;
  joinPairs(
    dst: number,
    dep: number,
    head: number,
    ld: number,
    headOf: number,
    rows: number,
    width: number,
    root: number,
  ): void;
  argmaxRows(best: number, src: number, lds: number, rows: number, n: number): void;
}

let compiled: WebAssembly.Module | undefined;

/** One instance: its functions and its own memory. Allocate everything first, then take views. */
export class Kernel {
  readonly run: KernelFunctions;
  readonly #memory: WebAssembly.Memory;
  #top = 1024;

  constructor() {
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL_WASM), (c) => c.charCodeAt(0)));
    this.#memory = new WebAssembly.Memory({ initial: 1 });
    const instance = new WebAssembly.Instance(compiled, { env: { memory: this.#memory } });
    this.run = instance.exports as unknown as KernelFunctions;
  }

  /** Address of `bytes` zero bytes, a multiple of 64. */
  allocate(bytes: number): number {
    const at = this.#top;
    this.#top += Math.ceil(bytes / 64) * 64;
    const missing = this.#top - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / 65536));
    return at;
  }

  /** Bytes of memory taken. */
  get size(): number {
    return this.#memory.buffer.byteLength;
  }

  // A view dies when the memory grows.
  floats(at: number, length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, at, length);
  }

  ints(at: number, length: number): Int32Array {
    return new Int32Array(this.#memory.buffer, at, length);
  }

  shorts(at: number, length: number): Int16Array {
    return new Int16Array(this.#memory.buffer, at, length);
  }
}
