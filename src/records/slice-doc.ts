/** A run of words of a parsed text as a text of its own, so that what is said inside a content is read like any paragraph. */
import { makeParsedDoc, type ParsedDoc } from "../language/doc.js";

/**
 * Words `from` to `to` (half open) of `doc`; heads outside the run become roots. Offsets stay those of the text. `head` is
 * room for the column of that name, as long as the run.
 */
export function sliceDoc(doc: ParsedDoc, from: number, to: number, head: Int32Array): ParsedDoc {
  const first = firstSentenceBehind(doc, from);
  let last = first;
  while (last < doc.sentence.length && doc.sentence[last] < to) last++;
  const sentence = new Int32Array(last - first + 2);
  for (let s = first; s < last; s++) sentence[s - first + 1] = doc.sentence[s] - from;
  sentence[last - first + 1] = to - from;
  for (let i = from; i < to; i++) {
    const above = doc.head[i];
    head[i - from] = above >= from && above < to ? above - from : -1;
  }
  const words = {
    text: doc.text,
    length: to - from,
    start: doc.start.subarray(from, to),
    end: doc.end.subarray(from, to),
    sentence,
    paragraph: Int32Array.of(0, sentence.length - 1),
    joined: doc.joined.subarray(from, to),
  };
  return makeParsedDoc(words, {
    upos: doc.upos.subarray(from, to),
    xpos: doc.xpos.subarray(from, to),
    feats: doc.feats.subarray(from, to),
    lemma: doc.lemma.slice(from, to),
    names: doc.names,
    head,
    deprel: doc.deprel.subarray(from, to),
  });
}

/** The first sentence that begins behind word `word`. */
function firstSentenceBehind({ sentence }: ParsedDoc, word: number): number {
  let low = 1;
  let high = sentence.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentence[middle] <= word) low = middle + 1;
    else high = middle;
  }
  return low;
}
