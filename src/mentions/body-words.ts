/** Words by which an unknown name is known to be a body's ("Veltran Liberation Front"). */
import { fold } from "./persons.js";

/** Words that end the name of a body, not of a person. */
const BODY_WORDS = new Set(
  (
    "party group council committee commission union organisation organization association front movement army " +
    "brigade brigades forces force agency bank company corporation institute university foundation centre " +
    "center court congress league federation alliance network service bureau office ministry department press " +
    "news times post television radio club church conference assembly authority administration coalition " +
    "observer sentinel wire gazette courier herald tribune journal chronicle guardian mail daily weekly review " +
    "magazine broadcasting"
  ).split(" "),
);

/** True for a word that the name of a body may end in, not that of a person. */
export function isBodyWord(word: string): boolean {
  return BODY_WORDS.has(fold(word));
}
