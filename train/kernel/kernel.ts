// The net's inner loops, in AssemblyScript, for 128-bit WebAssembly SIMD (no relaxed SIMD: Node 20 runs it).
//
// In: addresses into the module's memory, which src/learn/kernel.ts lays out. Out: results in place.
// Integer products: activations are int16 (value * 4096, for values in (-1, 1)), weights int16 that came from
// int8; one i32x4.dot_i16x8_s does eight products. Weights are packed [N / 8][K / 2][8][2], so that a lane is
// an output and no sum runs across lanes. An accumulator stays below 2^31 for K up to 4000.
// Build: node train/kernel/build.mjs (writes src/learn/kernel-wasm.ts).

/** C[m][n] (+)= scale[n] * sum_k A[m][k] W[n][k] (+ bias[n] unless add). N a multiple of 8, K of 2. */
export function gemm16(c: usize, lda: i32, a: usize, w: usize, scale: usize, bias: usize, m: i32, n: i32, k: i32,
                       ldc: i32, add: i32): void {
  const rowA = <usize>lda << 1;
  const rowC = <usize>ldc << 2;
  const pairs = k >> 1;
  for (let j = 0; j < n; j += 8) {
    const s0 = v128.load(scale + (<usize>j << 2));
    const s1 = v128.load(scale + (<usize>j << 2), 16);
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      let p0 = a + <usize>i * rowA;
      let p1 = p0 + rowA;
      let p2 = p1 + rowA;
      let p3 = p2 + rowA;
      let q = w;
      let c00 = i32x4.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00, c30 = c00, c31 = c00;
      for (let x = 0; x < pairs; x++) {
        const w0 = v128.load(q);
        const w1 = v128.load(q, 16);
        const a0 = v128.load32_splat(p0);
        c00 = i32x4.add(c00, i32x4.dot_i16x8_s(a0, w0));
        c01 = i32x4.add(c01, i32x4.dot_i16x8_s(a0, w1));
        const a1 = v128.load32_splat(p1);
        c10 = i32x4.add(c10, i32x4.dot_i16x8_s(a1, w0));
        c11 = i32x4.add(c11, i32x4.dot_i16x8_s(a1, w1));
        const a2 = v128.load32_splat(p2);
        c20 = i32x4.add(c20, i32x4.dot_i16x8_s(a2, w0));
        c21 = i32x4.add(c21, i32x4.dot_i16x8_s(a2, w1));
        const a3 = v128.load32_splat(p3);
        c30 = i32x4.add(c30, i32x4.dot_i16x8_s(a3, w0));
        c31 = i32x4.add(c31, i32x4.dot_i16x8_s(a3, w1));
        q += 32;
        p0 += 4;
        p1 += 4;
        p2 += 4;
        p3 += 4;
      }
      let o = c + <usize>i * rowC + (<usize>j << 2);
      finish(o, c00, c01, s0, s1, bias, j, add);
      o += rowC;
      finish(o, c10, c11, s0, s1, bias, j, add);
      o += rowC;
      finish(o, c20, c21, s0, s1, bias, j, add);
      o += rowC;
      finish(o, c30, c31, s0, s1, bias, j, add);
    }
    for (; i < m; i++) {
      let p0 = a + <usize>i * rowA;
      let q = w;
      let c00 = i32x4.splat(0), c01 = c00;
      for (let x = 0; x < pairs; x++) {
        const a0 = v128.load32_splat(p0);
        c00 = i32x4.add(c00, i32x4.dot_i16x8_s(a0, v128.load(q)));
        c01 = i32x4.add(c01, i32x4.dot_i16x8_s(a0, v128.load(q, 16)));
        q += 32;
        p0 += 4;
      }
      finish(c + <usize>i * rowC + (<usize>j << 2), c00, c01, s0, s1, bias, j, add);
    }
    w += <usize>pairs << 5;
  }
}

// @ts-ignore: decorator
@inline
function finish(o: usize, x: v128, y: v128, s0: v128, s1: v128, bias: usize, j: i32, add: i32): void {
  let f0 = f32x4.mul(f32x4.convert_i32x4_s(x), s0);
  let f1 = f32x4.mul(f32x4.convert_i32x4_s(y), s1);
  const b = add ? o : bias + (<usize>j << 2);
  f0 = f32x4.add(f0, v128.load(b));
  f1 = f32x4.add(f1, v128.load(b, 16));
  v128.store(o, f0);
  v128.store(o, f1, 16);
}

/**
 * C[m][n] = bias[n] + sum_k A[m][k] B[k][n], all f32; N a multiple of 8; bias 0 means none.
 * B is packed in panels of eight columns: [N / 8][K][8].
 */
export function gemm32(c: usize, a: usize, b: usize, bias: usize, m: i32, n: i32, k: i32, lda: i32, ldc: i32): void {
  const rowA = <usize>lda << 2;
  const rowC = <usize>ldc << 2;
  const panel = <usize>k << 5;
  for (let j = 0; j < n; j += 8) {
    const at = bias + (<usize>j << 2);
    const s0 = bias ? v128.load(at) : f32x4.splat(0);
    const s1 = bias ? v128.load(at, 16) : f32x4.splat(0);
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      let p0 = a + <usize>i * rowA;
      let p1 = p0 + rowA;
      let p2 = p1 + rowA;
      let p3 = p2 + rowA;
      let q = b;
      const end = b + panel;
      let c00 = s0, c01 = s1, c10 = s0, c11 = s1, c20 = s0, c21 = s1, c30 = s0, c31 = s1;
      while (q < end) {
        const v0 = v128.load(q);
        const v1 = v128.load(q, 16);
        const a0 = v128.load32_splat(p0);
        c00 = f32x4.add(c00, f32x4.mul(a0, v0));
        c01 = f32x4.add(c01, f32x4.mul(a0, v1));
        const a1 = v128.load32_splat(p1);
        c10 = f32x4.add(c10, f32x4.mul(a1, v0));
        c11 = f32x4.add(c11, f32x4.mul(a1, v1));
        const a2 = v128.load32_splat(p2);
        c20 = f32x4.add(c20, f32x4.mul(a2, v0));
        c21 = f32x4.add(c21, f32x4.mul(a2, v1));
        const a3 = v128.load32_splat(p3);
        c30 = f32x4.add(c30, f32x4.mul(a3, v0));
        c31 = f32x4.add(c31, f32x4.mul(a3, v1));
        q += 32;
        p0 += 4;
        p1 += 4;
        p2 += 4;
        p3 += 4;
      }
      let o = c + <usize>i * rowC + (<usize>j << 2);
      v128.store(o, c00);
      v128.store(o, c01, 16);
      o += rowC;
      v128.store(o, c10);
      v128.store(o, c11, 16);
      o += rowC;
      v128.store(o, c20);
      v128.store(o, c21, 16);
      o += rowC;
      v128.store(o, c30);
      v128.store(o, c31, 16);
    }
    for (; i < m; i++) {
      let p0 = a + <usize>i * rowA;
      let q = b;
      const end = b + panel;
      let c00 = s0, c01 = s1;
      while (q < end) {
        const a0 = v128.load32_splat(p0);
        c00 = f32x4.add(c00, f32x4.mul(a0, v128.load(q)));
        c01 = f32x4.add(c01, f32x4.mul(a0, v128.load(q, 16)));
        q += 32;
        p0 += 4;
      }
      const o = c + <usize>i * rowC + (<usize>j << 2);
      v128.store(o, c00);
      v128.store(o, c01, 16);
    }
    b += panel;
  }
}

// tanh by Lambert's continued fraction, cut after seven terms: |error| < 1.3e-4 (a state's unit is 2.4e-4).
// @ts-ignore: decorator
@inline
function tanh4(v: v128): v128 {
  const x = f32x4.max(f32x4.min(v, f32x4.splat(4.9)), f32x4.splat(-4.9));
  const s = f32x4.mul(x, x);
  let p = f32x4.add(s, f32x4.splat(378));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(17325));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(135135));
  let q = f32x4.add(f32x4.mul(s, f32x4.splat(28)), f32x4.splat(3150));
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(62370));
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(135135));
  return f32x4.div(f32x4.mul(x, p), q);
}

// @ts-ignore: decorator
@inline
function sigmoid4(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(half, f32x4.mul(half, tanh4(f32x4.mul(x, half))));
}

/**
 * One direction of one LSTM layer (Hochreiter & Schmidhuber 1997) over a batch of sentences packed by time.
 *
 * Sentences are sorted by falling length; step t has count[t] rows, which start at row offset[t].
 * g: f32 [rows][ldg], the input's share of the gates i, f, g, o, each h wide; the recurrent share is added here.
 * out: int16 [rows][ldo] receives h * 4096. cell: f32 [most rows in a step][h].
 */
export function lstm(g: usize, ldg: i32, out: usize, ldo: i32, cell: usize, w: usize, scale: usize, h: i32,
                     offset: usize, count: usize, steps: i32, backward: i32): void {
  const rowO = <usize>ldo << 1;
  const rowG = <usize>ldg << 2;
  const rowC = <usize>h << 2;
  const h4 = <usize>h << 2;
  const unit = f32x4.splat(4096);
  let before: usize = 0;
  let carried = 0;
  for (let s = 0; s < steps; s++) {
    const t = <usize>(backward ? steps - 1 - s : s) << 2;
    const rows = load<i32>(count + t);
    const first = <usize>load<i32>(offset + t);
    const gates = g + first * rowG;
    const target = out + first * rowO;
    const known = min(rows, carried);
    if (known > 0) gemm16(gates, ldo, before, w, scale, 0, known, 4 * h, h, ldg, 1);
    for (let r = 0; r < rows; r++) {
      let gi = gates + <usize>r * rowG;
      const end = gi + h4;
      let cp = cell + <usize>r * rowC;
      let op = target + <usize>r * rowO;
      const old = r < known;
      while (gi < end) {
        const i0 = sigmoid4(v128.load(gi));
        const g0 = tanh4(v128.load(gi + 2 * h4));
        const i1 = sigmoid4(v128.load(gi, 16));
        const g1 = tanh4(v128.load(gi + 2 * h4, 16));
        let c0 = f32x4.mul(i0, g0);
        let c1 = f32x4.mul(i1, g1);
        if (old) {
          c0 = f32x4.add(c0, f32x4.mul(sigmoid4(v128.load(gi + h4)), v128.load(cp)));
          c1 = f32x4.add(c1, f32x4.mul(sigmoid4(v128.load(gi + h4, 16)), v128.load(cp, 16)));
        }
        v128.store(cp, c0);
        v128.store(cp, c1, 16);
        const h0 = f32x4.mul(f32x4.mul(sigmoid4(v128.load(gi + 3 * h4)), tanh4(c0)), unit);
        const h1 = f32x4.mul(f32x4.mul(sigmoid4(v128.load(gi + 3 * h4, 16)), tanh4(c1)), unit);
        v128.store(op, i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(f32x4.nearest(h0)),
                                            i32x4.trunc_sat_f32x4_s(f32x4.nearest(h1))));
        gi += 32;
        cp += 32;
        op += 16;
      }
    }
    before = target;
    carried = rows;
  }
}

/** x[i] = max(x[i], 0) for n floats, n a multiple of 4. */
export function relu(x: usize, n: i32): void {
  const end = x + (<usize>n << 2);
  const zero = f32x4.splat(0);
  for (; x < end; x += 16) v128.store(x, f32x4.max(v128.load(x), zero));
}

/** dst[r][x] = table[index[r]][column + x] * scale: rows of an int16 table as f32; width a multiple of 8. */
export function gatherRows(dst: usize, ldd: i32, table: usize, ldt: i32, column: i32, index: usize, rows: i32,
                           width: i32, scale: f32): void {
  const s = f32x4.splat(scale);
  for (let r = 0; r < rows; r++) {
    let from = table + ((<usize>load<i32>(index + (<usize>r << 2)) * <usize>ldt + <usize>column) << 1);
    let to = dst + ((<usize>r * <usize>ldd) << 2);
    for (let x = 0; x < width; x += 8) {
      const v = v128.load(from);
      v128.store(to, f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(v))));
      v128.store(to, f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(v))), 16);
      from += 16;
      to += 32;
    }
  }
}

/** table[slot[r]][x] = src[r][x] / scale, rounded and clamped to int16; width a multiple of 8. */
export function storeRows(table: usize, ldt: i32, src: usize, slot: usize, rows: i32, width: i32, scale: f32): void {
  const s = f32x4.splat(1 / scale);
  for (let r = 0; r < rows; r++) {
    let to = table + ((<usize>load<i32>(slot + (<usize>r << 2)) * <usize>ldt) << 1);
    let from = src + ((<usize>r * <usize>width) << 2);
    for (let x = 0; x < width; x += 8) {
      const a = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(s, v128.load(from))));
      const b = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(s, v128.load(from, 16))));
      v128.store(to, i16x8.narrow_i32x4_s(a, b));
      from += 32;
      to += 16;
    }
  }
}

/** dst[r] = src[index[r]] for rows of `bytes` bytes (a multiple of 16). */
export function copyRows(dst: usize, src: usize, index: usize, rows: i32, bytes: i32): void {
  for (let r = 0; r < rows; r++) {
    let from = src + <usize>load<i32>(index + (<usize>r << 2)) * <usize>bytes;
    const end = from + <usize>bytes;
    for (; from < end; from += 16) {
      v128.store(dst, v128.load(from));
      dst += 16;
    }
  }
}

/** Packs rows as columns `first`, `first + 1`, … of a second factor of gemm32: [.. / 8][width][8]. */
export function packRows(dst: usize, first: i32, src: usize, lds: i32, rows: i32, width: i32): void {
  for (let r = 0; r < rows; r++) {
    const column = first + r;
    let from = src + ((<usize>r * <usize>lds) << 2);
    let to = dst + ((<usize>(column >> 3) * <usize>width) << 5) + (<usize>(column & 7) << 2);
    for (let x = 0; x < width; x++) {
      store<f32>(to, load<f32>(from));
      from += 4;
      to += 32;
    }
  }
}

/** dst[r] = [dep * head, dep, head] of word r and its head's row; width floats each, a multiple of 4. */
export function joinPairs(dst: usize, dep: usize, head: usize, ld: i32, headOf: usize, rows: i32, width: i32,
                          root: usize): void {
  const w = <usize>width << 2;
  for (let r = 0; r < rows; r++) {
    const h = load<i32>(headOf + (<usize>r << 2));
    let d = dep + ((<usize>r * <usize>ld) << 2);
    let e = h < 0 ? root : head + ((<usize>h * <usize>ld) << 2);
    const end = d + w;
    while (d < end) {
      const a = v128.load(d);
      const b = v128.load(e);
      v128.store(dst, f32x4.mul(a, b));
      v128.store(dst + w, a);
      v128.store(dst + 2 * w, b);
      d += 16;
      e += 16;
      dst += 16;
    }
    dst += 2 * w;
  }
}

/** best[r] = index of the first greatest of n floats from src[r]. */
export function argmaxRows(best: usize, src: usize, lds: i32, rows: i32, n: i32): void {
  for (let r = 0; r < rows; r++) {
    const from = src + ((<usize>r * <usize>lds) << 2);
    let top = load<f32>(from);
    let at = 0;
    for (let x = 1; x < n; x++) {
      const v = load<f32>(from + (<usize>x << 2));
      if (v > top) {
        top = v;
        at = x;
      }
    }
    store<i32>(best + (<usize>r << 2), at);
  }
}
