/**
 * Who a pronoun of the third person stands for: the nearest subject before it within a few sentences that
 * agrees with it, unless the text has come to speak of somebody else two sentences later, else the nearest mention that
 * does (a salience order in the manner of Hobbs 1978).
 *
 * Limits: "they", "we" and "I" are not resolved here, nor is a pronoun before its antecedent.
 */
import type { ActorMention } from "./actor-mention.js";
import type { PersonMentions } from "./person-mentions.js";
import type { WordView } from "./word-view.js";

const FEMALE = new Set(["she", "her", "hers"]);
const MALE = new Set(["he", "his", "him"]);
const THINGS = new Set(["it", "its"]);

/** Sentences that a pronoun looks back over. */
const REACH = 4;
/** Sentences by which a subject may lie behind a mention that is none, and still be meant. */
const FAR = 2;

/** The antecedent of the pronoun at `word` among `mentions`, which are in the order of the text. */
export function findAntecedent(
  word: number,
  mentions: readonly ActorMention[],
  persons: PersonMentions,
): ActorMention | undefined {
  const { words } = persons;
  const form = words.forms[word].toLowerCase();
  const gender = FEMALE.has(form) ? "female" : MALE.has(form) ? "male" : undefined;
  if (gender === undefined && !THINGS.has(form)) return undefined;
  const firstSentence = words.sentenceOf(word) - REACH;
  let nearest: ActorMention | undefined;
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i];
    if (mention.to > word) continue;
    if (words.sentenceOf(mention.from) < firstSentence) break;
    if (!agrees(mention, gender, persons)) continue;
    if (isSubject(words, mention.from, mention.to))
      return isFarBehind(words, mention, nearest) ? nearest : mention;
    nearest ??= mention;
  }
  return nearest;
}

function agrees(
  { kind, from, to }: ActorMention,
  gender: "female" | "male" | undefined,
  persons: PersonMentions,
): boolean {
  // A capital is a government where it acts, else a place.
  if (kind === "seat") return gender === undefined && isSubject(persons.words, from, to);
  if (gender === undefined) return kind === "body" || kind === "office" || kind === "state";
  if (kind !== "person" && kind !== "role") return false;
  const own = persons.personAt(from)?.gender;
  return own === undefined || own === gender;
}

/** A subject of long ago gives way to whom the text has come to speak of since ("the premier's letter"). */
function isFarBehind(words: WordView, subject: ActorMention, nearest: ActorMention | undefined): boolean {
  return nearest !== undefined && words.sentenceOf(nearest.from) - words.sentenceOf(subject.from) >= FAR;
}

function isSubject(words: WordView, from: number, to: number): boolean {
  return words.relationOf(from, to).startsWith("nsubj");
}
