/**
 * Words in columns that grow.
 */

/** Words of one text in columns; the arrays may be longer than `length`. */
export class TokenColumns {
  start: Int32Array;
  end: Int32Array;
  joined: Uint8Array;
  length = 0;

  /** `room` is how many words are expected; more are taken too. */
  constructor(room: number) {
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
    this.joined = new Uint8Array(room);
  }

  /** Appends the word `[start, end)`; `joined` is 1 if it is written together with the one before. */
  add(start: number, end: number, joined = 0): void {
    const i = this.length;
    if (i === this.start.length) this.grow();
    this.start[i] = start;
    this.end[i] = end;
    this.joined[i] = joined;
    this.length = i + 1;
  }

  /** Lets the last word reach to `end`. */
  extendLast(end: number): void {
    this.end[this.length - 1] = end;
  }

  private grow(): void {
    const { start, end, joined } = this;
    const room = start.length * 2;
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
    this.joined = new Uint8Array(room);
    this.start.set(start);
    this.end.set(end);
    this.joined.set(joined);
  }
}
