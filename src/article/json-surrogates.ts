/**
 * Half characters in JSON: "\ud83d" without its other half, as programs write that cut a text between the two.
 *
 * In: JSON as text. Out: the same with U+FFFD in their place, at the same offsets. No file in UTF-8 can hold a half,
 * and no store does.
 */

/** Escapes from left to right, so that the backslash of "\\ud83d" is taken for itself; a half alone is caught. */
const ESCAPE =
  /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(u[dD][89a-fA-F][\da-fA-F]{2})|.)/gsu;

/** JSON without half characters, how many there were, and where the first one stood (-1 for none). */
export function mendSurrogates(json: string): { text: string; replaced: number; first: number } {
  let replaced = 0;
  let first = -1;
  if (!/\\u[dD][89a-fA-F]/u.test(json)) return { text: json, replaced, first };
  const text = json.replace(ESCAPE, (written: string, half: string | undefined, offset: number) => {
    if (half === undefined) return written;
    if (replaced++ === 0) first = offset;
    return "\\ufffd";
  });
  return { text, replaced, first };
}
