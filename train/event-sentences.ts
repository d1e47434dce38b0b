/** The sentences written for training, one file a type and one of sentences without an event (sentences/events). */
import { readdirSync, readFileSync } from "node:fs";

/** Name of the file of sentences that tell no event. */
export const NONE_FILE = "none";

/** All sentences in the order of the files, with their marks; `type` is the file's name. */
export function* readSentences(folder: string): Generator<{ type: string; sentence: string }> {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".tsv")).sort()) {
    const type = file.slice(0, -".tsv".length);
    for (const line of readFileSync(`${folder}/${file}`, "utf8").split("\n").slice(1)) {
      const sentence = line.split("\t")[1];
      if (sentence !== undefined && !line.startsWith("#")) yield { type, sentence };
    }
  }
}
