/**
 * Cuts sentences that are too long for one tree into windows, so that time and memory stay linear in the text.
 *
 * In: a sentence's words. Out: where its windows start. A window ends after punctuation where there is some in its
 * last half. parse.ts hangs each further window's root under the first window's root.
 */

/** Most words of a window. The longest sentences of newswire have about 120. */
export const WINDOW = 150;

/** First words of the windows of the sentence `from … to - 1`. */
export function findWindows(text: string, end: Int32Array, from: number, to: number): number[] {
  const starts = [from];
  let at = from;
  while (to - at > WINDOW) {
    let next = at + WINDOW;
    for (let i = at + WINDOW; i > at + WINDOW / 2; i--) {
      if (/[.!?;:,)\]"”]/.test(text[end[i - 1] - 1])) {
        next = i;
        break;
      }
    }
    starts.push(next);
    at = next;
  }
  return starts;
}
