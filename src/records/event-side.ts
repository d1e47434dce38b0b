/**
 * One side of an event: the first word that a row's paths lead to and that names a party.
 *
 * In: paths, a trigger in its place, whom the side cannot be. Out: the word and the parties that it names. A place
 * before a noun is where, not who; a pronoun that cannot mean the other side means somebody else.
 */
import { getForm, UPOS } from "../language/doc.js";
import type { FramePath } from "./cue-frame.js";
import { findUndergoer } from "./event-doer.js";
import { isSameParty, type Party, type PartyRole } from "./event-party.js";
import type { PartyReader } from "./event-party-reader.js";
import { followSlot, formatPath, type TriggerPlace } from "./event-slot.js";
import { childBy, type EventView, hasMarker, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** One side: the word that the frame leads to, -1 for none, and the parties that it names. */
export interface Side {
  readonly head: number;
  readonly parties: readonly Party[];
}

export const NO_SIDE: Side = { head: -1, parties: [] };

/** Classes of verbs whose object is somebody, of the second where an infinitive tells what is asked. */
const TAKES_SOMEBODY = "takes_somebody";
export const ASKS_SOMEBODY = "asks_somebody";

/** The type that nobody does to what is his own. */
const BLAME = "ACCUSE";

/** The type that is told with its place as often as with whom it is against, and the class of such places. */
const MARCH = "PROTEST";
const SITES = "site";

const PROPN = UPOS.indexOf("PROPN");

export class SideReader {
  constructor(
    readonly view: EventView,
    readonly parties: PartyReader,
  ) {}

  /** The first word that names a party other than those of `except`; else the first word at all. */
  findSlot(
    slots: readonly FramePath[],
    place: TriggerPlace,
    role: PartyRole,
    paths: string[],
    label: string,
    except: Side = NO_SIDE,
    type = "",
  ): Side {
    let head = -1;
    for (const path of slots) {
      for (const word of followSlot(this.view, path, place)) {
        if (word === except.head || word === place.word) continue;
        const parties = this.readBut(except, word, role, type);
        if (role === "actor" && this.#isScene(word, place, parties, type)) continue;
        if (role === "recipient" && type === MARCH && this.#isWhere(word, parties)) continue;
        // "increased patrols on its border with Syria": "its" is the actor's, Syria is not.
        if (parties.some((party) => !except.parties.some((other) => isSameParty(other, party)))) {
          paths.push(`${label}=${formatPath(path)}`);
          return { head: word, parties };
        }
        if (head < 0) head = word;
      }
    }
    const isSomebody = role === "recipient" && head >= 0 && this.#isSomebody(place.word, head);
    return { head, parties: isSomebody ? this.parties.readAnyone(head) : [] };
  }

  /** The parties at `word`; a pronoun that would mean somebody of `except` means somebody else ("Oslo accused him"). */
  readBut(except: Side, word: number, role: PartyRole, type = ""): readonly Party[] {
    const parties = this.parties.read(word, role);
    if (role === "actor") return parties;
    return parties.flatMap((r) =>
      except.parties.some((a) => isSameParty(a, r))
        ? this.parties.readSomebodyElse(
            word,
            except.head,
            type === BLAME && !hasMarker(this.view, word, "about"),
          )
        : [r],
    );
  }

  /** Whether the trigger itself tells that `word` is somebody: "arrested 14", "urged the abbot to speak". */
  #isSomebody(trigger: number, word: number): boolean {
    const { view } = this;
    // "a case against Ansari", though nothing else is known of him
    if (view.doc.upos[word] === PROPN && hasMarker(view, word, "against")) return true;
    if (!isVerb(view, trigger) || findUndergoer(view, trigger) !== word) return false;
    if (this.isOf(TAKES_SOMEBODY, trigger)) return true;
    return this.isOf(ASKS_SOMEBODY, trigger) && childBy(view, trigger, "xcomp", "ccomp") > word;
  }

  /** Whether word `i` is of a class of the codebook. */
  isOf(name: string, i: number): boolean {
    return this.parties.codebook.classes.get(name)?.has(this.lemma(i)) ?? false;
  }

  /**
   * "the Paris attacks", "the Iraq war": a place before a noun is where, or on whom; "US strikes" are by the US. "Peru's
   * food riots" are in Peru.
   */
  #isScene(word: number, { word: trigger }: TriggerPlace, parties: readonly Party[], type: string): boolean {
    const { doc } = this.view;
    if (doc.head[word] !== trigger) return false;
    const relation = relationOf(doc, word);
    if (type === MARCH && /^(nmod:poss|amod|compound)$/.test(relation))
      return parties.length > 0 && parties.every(({ kinds }) => kinds.has("state") && kinds.has("place"));
    const form = getForm(doc, word);
    return (
      relation === "compound" &&
      form !== form.toUpperCase() &&
      parties.some(({ kinds }) => kinds.has("place"))
    );
  }

  /** "protests in the towns": where it is, unless a name tells whose place it is. */
  #isWhere(word: number, parties: readonly Party[]): boolean {
    const isIn = hasMarker(this.view, word, "in", "across", "through", "along", "down");
    if (!isIn || !(this.isOf(SITES, word) || this.view.doc.upos[word] === PROPN)) return false;
    return parties.every(({ isLinked }) => !isLinked);
  }

  lemma(i: number): string {
    return this.view.doc.lemma[i].toLowerCase();
  }
}
