/**
 * One after the other: a store has one connection, and DuckDB drops the rows of a result that is still
 * being read when the next question comes (measured with 200 questions at once: every answer was empty).
 */

/** A function that runs each piece of work when the one before it has ended, well or badly. */
export function takeTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
