/**
 * Memory for the columns of views that are read one after the other: the parts of a text at one level of nesting.
 *
 * A text has a part for each content, most of a few words; a buffer for each column of each would cost more than
 * reading them. Taking room for the next view writes over the one before.
 */
export class ViewRoom {
  #integers = new Int32Array(0);
  #bytes = new Uint8Array(0);
  #integer = 0;
  #byte = 0;
  #length = 0;

  /** Begins a view of `length` words with at most `columns` columns of each kind. */
  begin(length: number, columns: number): void {
    if (columns * length > this.#integers.length) {
      // Twice what there was: the parts of a text come in any order of length.
      const room = Math.max(columns * length, 2 * this.#integers.length);
      this.#integers = new Int32Array(room);
      this.#bytes = new Uint8Array(room);
    }
    this.#length = length;
    this.#integer = 0;
    this.#byte = 0;
  }

  /** The next column of integers, all of them `value`. */
  integers(value: number): Int32Array {
    const from = this.#integer;
    this.#integer += this.#length;
    return this.#integers.subarray(from, this.#integer).fill(value);
  }

  /** The next column of bytes, all of them 0. */
  bytes(): Uint8Array {
    const from = this.#byte;
    this.#byte += this.#length;
    return this.#bytes.subarray(from, this.#byte).fill(0);
  }
}
