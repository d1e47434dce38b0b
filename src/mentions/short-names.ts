/**
 * Bodies called by the last word of their name after it was given in full: "the Security Council … the council".
 *
 * In: the mentions of bodies in the order of the text. Out: the latest body whose name ends in the word. Limit: only
 * words that many bodies end in, and only behind "the"; a word that could be another body's is not asked for.
 */
import type { ActorMention } from "./actor-mention.js";

/** Words by which a body is called for short. */
const SHORT = new Set(
  (
    "council assembly commission committee fund agency organization organisation union alliance league forum " +
    "front movement party bank court tribunal parliament community group mission office bloc secretariat " +
    "coalition brigade brigades congress federation authority"
  ).split(" "),
);

export class ShortNames {
  readonly #latest = new Map<string, ActorMention>();

  /** Notes a body by the words of its mention and of its canonical name. */
  note(mention: ActorMention): void {
    if (mention.kind !== "body" && mention.kind !== "group") return;
    for (const name of [mention.ref.name, mention.ref.text ?? ""]) {
      const last = lastWord(name);
      if (SHORT.has(last) && name.includes(" ")) this.#latest.set(last, mention);
    }
  }

  /** The body that "the" with this word calls, if one was named before. */
  find(word: string): ActorMention | undefined {
    return this.#latest.get(word.toLowerCase());
  }
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(" ") + 1).toLowerCase();
}
