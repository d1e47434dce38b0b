/** Words and sentences with their offsets: `npx tsx examples/api/segment-text.ts`. */
import { segmentText } from "rapporteur";

const doc = segmentText("Mr. Costa didn't sign. The U.S. envoy did.");
for (let s = 0; s + 1 < doc.sentence.length; s++) {
  const words: string[] = [];
  for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++)
    words.push(doc.text.slice(doc.start[i], doc.end[i]));
  console.log(words.join(" "));
}
