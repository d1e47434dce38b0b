/**
 * What the net knows of a form: a normalised word and hashed pieces. train/forms.py does exactly the same.
 *
 * Pieces are prefixes (1 to 4 code points), suffixes (1 to 5) and the shape, after fastText (Bojanowski et al. 2017)
 * but only at the edges, where English inflects. FNV-1a over code points.
 */

/** Number of piece vectors; bucket 0 is the empty piece. */
export const PIECES = 16384;

const QUOTES: Readonly<Record<string, string>> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
};
const DIGIT = /^\p{Nd}$/u;

/** Lower case, digits as 0, typographic quotes plain. */
export function normaliseForm(form: string): string {
  const lower = form.toLowerCase();
  // most forms are plain letters
  if (/^[a-z]*$/.test(lower)) return lower;
  let out = "";
  for (const c of lower) out += DIGIT.test(c) ? "0" : (QUOTES[c] ?? c);
  return out;
}

/** Letters by case, digits as d, others as they are; a run is cut to two, the whole to ten. */
export function shapeOf(form: string): string {
  let out = "";
  let last = "";
  let before = "";
  let length = 0;
  for (const c of form) {
    const s = DIGIT.test(c) ? "d" : c !== c.toLowerCase() ? "X" : c !== c.toUpperCase() ? "x" : c;
    if (length >= 2 && last === s && before === s) continue;
    out += s;
    before = last;
    last = s;
    if (++length === 10) break;
  }
  return out;
}

function bucketOf(kind: number, codes: readonly number[], from: number, to: number): number {
  let h = Math.imul(2166136261 ^ kind, 16777619);
  for (let i = from; i < to; i++) h = Math.imul(h ^ codes[i], 16777619);
  return 1 + (((h ^ (h >>> 15)) >>> 0) % (PIECES - 1));
}

function codesOf(text: string): number[] {
  const codes: number[] = [];
  for (const c of text) codes.push(c.codePointAt(0)!);
  return codes;
}

/** Bucket numbers of the form's pieces; `normal` is its normalised form. */
export function findPieces(form: string, normal: string): number[] {
  const shape = codesOf(shapeOf(form));
  const codes = codesOf(normal.length > 64 ? [...normal.slice(0, 128)].slice(0, 64).join("") : normal);
  const n = codes.length;
  const out = [bucketOf(1, shape, 0, shape.length)];
  for (let k = 1; k <= 4 && k <= n; k++) out.push(bucketOf(1 + k, codes, 0, k));
  for (let k = 1; k <= 5 && k <= n; k++) out.push(bucketOf(5 + k, codes, n - k, n));
  return out;
}
