import type { TokenDoc } from "./doc.js";

/** `doc` with a further sentence end before the first word at or behind each of `offsets`; no word is moved or lost. */
export function cutSentences(doc: TokenDoc, offsets: readonly number[]): TokenDoc {
  const starts = new Set<number>();
  for (const offset of offsets) {
    let word = 0;
    while (word < doc.length && doc.start[word] < offset) word++;
    if (word > 0 && word < doc.length && doc.joined[word] === 0) starts.add(word);
  }
  for (let s = 0; s < doc.sentence.length; s++) starts.delete(doc.sentence[s]);
  if (starts.size === 0) return doc;
  const sentence = Int32Array.from([...doc.sentence, ...starts]).sort();
  const paragraph = doc.paragraph.map((first) => sentence.indexOf(doc.sentence[first]));
  return { ...doc, sentence, paragraph };
}
