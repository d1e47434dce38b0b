/**
 * `base` with the fields of `more`: what `{ ...base, ...more }` is, in the same order.
 *
 * For objects that are made by the thousand. One that a spread begins and further keys extend has a hidden class of its
 * own in Node 20: making it costs five times as much, and whoever reads it searches for each field. What is written out,
 * or begins with a key of its own, or a spread that only replaces fields, needs no help.
 */
export function extend<Base extends object, More extends object>(
  base: Base,
  more: More,
): Omit<Base, keyof More> & More {
  return Object.assign({}, base, more);
}
