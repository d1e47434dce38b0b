/**
 * Fingerprints: some of a text's word sequences, chosen so that two texts that share a long enough stretch choose
 * the same ones in it.
 *
 * Winnowing (Schleimer, Wilkerson and Aiken 2003): of every `window` neighbouring sequences of `words` words the one
 * with the smallest hash is kept; a shared run of `words + window - 1` words is always seen. Sequences of little but
 * function words are formulas of the grammar: they are chosen last and not kept.
 */
import { FUNCTION, type ReuseText } from "./reuse-text.js";
import { THRESHOLDS } from "./thresholds.js";
import { hashSequence } from "./word-hash.js";

/** Hashes of the kept sequences in the order of the text; each hash once. */
export function fingerprintText(text: ReuseText): Uint32Array {
  const words = THRESHOLDS.fingerprintWords.value;
  const window = THRESHOLDS.fingerprintWindow.value;
  const count = text.length - words + 1;
  if (count <= 0) return new Uint32Array(0);
  const hashes = new Float64Array(count);
  let content = 0;
  for (let i = 0; i < words - 1; i++) if (text.kind[i] !== FUNCTION) content++;
  for (let i = 0; i < count; i++) {
    if (text.kind[i + words - 1] !== FUNCTION) content++;
    const hash = hashSequence(text.word, i, words);
    hashes[i] = content >= THRESHOLDS.fingerprintContent.value ? hash : hash + 2 ** 32;
    if (text.kind[i] !== FUNCTION) content--;
  }
  const kept = new Set<number>();
  let last = -1;
  for (let from = 0; from === 0 || from + window <= count; from++) {
    const to = Math.min(from + window, count);
    if (last < from) {
      last = from;
      for (let i = from + 1; i < to; i++) if (hashes[i] <= hashes[last]) last = i;
    } else if (hashes[to - 1] <= hashes[last]) last = to - 1;
    if (hashes[last] < 2 ** 32) kept.add(hashes[last]);
  }
  return Uint32Array.from(kept);
}
