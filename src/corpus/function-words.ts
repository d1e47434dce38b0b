/**
 * Words that carry grammar and no matter of their own: two texts that share them share nothing yet.
 *
 * A closed class of the language, so it is a constant here.
 */
import { hashWord } from "./word-hash.js";

const FUNCTION_WORDS = `
a an the this that these those such same other another some any no each every all both either neither few many much
more most less least several own i me my mine we us our ours you your yours he him his she her hers it its they them
their theirs who whom whose which what when where why how there here then now so too also very just only even still
yet already again not n't and or but nor if because since while although though as than whether until unless once
about above across after against along among around at before behind below between beyond by despite down during
except for from in inside into like near of off on onto out outside over per through throughout to toward towards
under up upon via with within without be am is are was were been being have has had having do does did doing done
will would shall should can could may might must ca wo 's 'm 're 've 'll 'd s t said says say told according
`;

const HASHES: ReadonlySet<number> = new Set(
  FUNCTION_WORDS.trim()
    .split(/\s+/)
    .map((word) => hashWord(word, 0, word.length)),
);

/** True if the hash is that of a function word. */
export function isFunctionWord(hash: number): boolean {
  return HASHES.has(hash);
}
