/**
 * "X told Armenpress", "X said in an interview with Radio Ocean", "X said, as quoted by TASS": the medium that was spoken to,
 * or quotes, stands above the source, since it is on its word that X spoke.
 *
 * In: the words around a cue and its addressee. Out: a link without a statement of its own. A medium is one of the media
 * table, a proper name that holds a medium's word ("the Harbour Gazette", "Radio Ocean"), or capitals alone that stand
 * for nothing else that is known ("told CTV"). A medium without a name ("told a news agency") is no link.
 */
import { readMedium } from "../article/byline.js";
import { parseMediaTable } from "../article/media-table.js";
import type { AttributionLink } from "../core/records.js";
import { UPOS } from "../language/doc.js";
import { hashString } from "../learn/feature-hash.js";
import type { SourceResolver } from "../mentions/source-resolver.js";
import type { AttributionView } from "./attribution-view.js";
import { hasMarker } from "./event-view.js";
import { subtreeOf } from "./frame.js";
import { relationOf } from "./frame-match.js";
import { SPEAKING, type StatementFrame } from "./statement-frame.js";

const PROPN = UPOS.indexOf("PROPN");
const NOUN = UPOS.indexOf("NOUN");

/** Known media are resolved; here only the words of a name speak. */
const NO_TABLE = parseMediaTable("");

/** What somebody gives to a medium: "in an interview with", "in remarks to". */
const GIVEN = new Set(["interview", "remark", "comment", "conversation"].map((noun) => hashString(noun)));

const QUOTED = new Set(["quote", "cite"].map((verb) => hashString(verb)));

/** The medium that was spoken to: the addressee, or whom an interview was given to; null for none. */
export function findToldMedium(
  view: AttributionView,
  frame: StatementFrame,
  addressee: readonly number[],
  actors: SourceResolver,
): AttributionLink | null {
  if (addressee.length > 0) return readToldMedium(view, frame, addressee, actors);
  const spokenTo = findInterviewer(view, frame);
  return spokenTo < 0
    ? null
    : readToldMedium(
        view,
        frame,
        subtreeOf(view, spokenTo, () => true),
        actors,
      );
}

/** "in an interview with …", "speaking to …", "as quoted by …" on the cue: the word for who has it; -1 for none. */
function findInterviewer(view: AttributionView, { draft, words }: StatementFrame): number {
  const { doc } = view;
  const { anchor, source } = draft;
  for (const i of words) {
    const isOfCue = doc.head[i] === anchor;
    const isQuoted = QUOTED.has(view.lemma[i]) && (isOfCue || source.includes(doc.head[i]));
    if (isQuoted && isPassive(view, i)) {
      for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child])
        if (/^obl/.test(relationOf(doc, child)) && hasMarker(view, child, "by")) return child;
    }
    if (!isOfCue) continue;
    const relation = relationOf(doc, i);
    const given = GIVEN.has(view.lemma[i]) && doc.upos[i] === NOUN && relation === "obl";
    const speaks = SPEAKING.has(view.lemma[i]) && relation === "advcl";
    if (!given && !speaks) continue;
    for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child])
      if (/^(nmod|obl)/.test(relationOf(doc, child)) && hasMarker(view, child, "to", "with")) return child;
  }
  return -1;
}

/** "said, as quoted by …", "the minister, quoted by …, said": a participle that describes what it hangs on. */
function isPassive({ doc }: AttributionView, verb: number): boolean {
  return doc.names.xpos[doc.xpos[verb]] === "VBN" && /^(advcl|acl)$/.test(relationOf(doc, verb));
}

/** The medium that `words` name, as a link of a chain; null where they name none. */
function readToldMedium(
  view: AttributionView,
  { words: around }: StatementFrame,
  words: readonly number[],
  actors: SourceResolver,
): AttributionLink | null {
  const { ref } = actors.resolve(words);
  if (ref.sector === "JRN" && ref.id !== undefined) return { ...ref };
  const { doc } = view;
  let names = words.filter((i) => doc.upos[i] === PROPN);
  // "told state news agency APS": the name may hang beside what it is called.
  for (
    let next = words[words.length - 1] + 1;
    names.length === 0 || next === names[names.length - 1] + 1;
    next++
  ) {
    if (!around.includes(next) || doc.upos[next] !== PROPN) break;
    names = [...names, next];
  }
  if (names.length === 0) return null;
  const last = names[names.length - 1];
  // A name is written in one piece: "the foreign minister of Chad to the BBC" is none.
  if (last - names[0] !== names.length - 1) return null;
  const name = doc.text.slice(doc.start[names[0]], doc.end[last]);
  const named = names.length === words.length ? ref : actors.resolve(names).ref;
  if (named.sector === "JRN" && named.id !== undefined) return { ...named };
  if (ref.id !== undefined || named.id !== undefined) return null;
  return readMedium(name, NO_TABLE) === null ? null : { ...ref, name };
}
