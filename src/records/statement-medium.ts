/**
 * "X told Armenpress": the medium that was told stands above the source, since it is on its word that X spoke.
 *
 * In: the words of an addressee and whom they were resolved to. Out: a link without a statement of its own. A medium
 * is one of the media table, a proper name that holds a medium's word ("the Harbour Gazette", "Radio Ocean"), or
 * capitals alone that stand for nothing else that is known ("told CTV"). A medium without a name ("told a news
 * agency") is no link.
 */
import { readMedium } from "../article/byline.js";
import { parseMediaTable } from "../article/media-table.js";
import type { ActorRef, AttributionLink } from "../core/records.js";
import { UPOS } from "../language/doc.js";
import type { AttributionView } from "./attribution-view.js";

const PROPN = UPOS.indexOf("PROPN");

/** Known media have been resolved already; here only the words of a name speak. */
const NO_TABLE = parseMediaTable("");

/** The medium that `words` name, as a link of a chain; null where they name none. */
export function findToldMedium(
  view: AttributionView,
  words: readonly number[],
  ref: ActorRef,
): AttributionLink | null {
  if (ref.sector === "JRN" && ref.id !== undefined) return { ...ref };
  if (ref.id !== undefined) return null;
  const { doc } = view;
  const names = words.filter((i) => doc.upos[i] === PROPN);
  if (names.length === 0) return null;
  const last = names[names.length - 1];
  // A name is written in one piece: "the foreign minister of Chad to the BBC" is none.
  if (last - names[0] !== names.length - 1) return null;
  const name = doc.text.slice(doc.start[names[0]], doc.end[last]);
  return readMedium(name, NO_TABLE) === null ? null : { ...ref, name };
}
