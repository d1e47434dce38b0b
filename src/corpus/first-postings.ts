/**
 * The first article in which each fingerprint stands.
 *
 * Only the first is kept: an article is compared with the first that had a sequence, not with each that has it, so
 * that the work grows with the text and not with the square of the copies. The rest follows, because all copies of a
 * stretch meet in it (stretch-groups.ts). Method: open addressing over two columns, eight bytes a slot.
 */
export class FirstPostings {
  #hashes = new Uint32Array(1 << 16);
  #articles = new Int32Array(1 << 16);
  #size = 0;

  /** Articles before `article` that had one of its fingerprints first, in order; those seen first are `article`'s. */
  add(article: number, fingerprints: Uint32Array): number[] {
    while ((this.#size + fingerprints.length) * 2 > this.#hashes.length) this.#grow();
    const found = new Set<number>();
    for (const hash of fingerprints) {
      const slot = this.#findSlot(hash);
      if (this.#hashes[slot] !== 0) found.add(this.#articles[slot]);
      else {
        this.#hashes[slot] = hash;
        this.#articles[slot] = article;
        this.#size++;
      }
    }
    found.delete(article);
    return [...found].sort((a, b) => a - b);
  }

  #findSlot(hash: number): number {
    const mask = this.#hashes.length - 1;
    let slot = (hash ^ (hash >>> 16)) & mask;
    while (this.#hashes[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const articles = this.#articles;
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#articles = new Int32Array(hashes.length * 2);
    for (let i = 0; i < hashes.length; i++) {
      if (hashes[i] === 0) continue;
      const slot = this.#findSlot(hashes[i]);
      this.#hashes[slot] = hashes[i];
      this.#articles[slot] = articles[i];
    }
  }
}
