/**
 * The table of head words: which nouns describe, and which words of a name name, a person, a group or a place.
 *
 * In: the text of `data/entities/nouns.tsv` (tab separated, one header row, `#` comments). Out: kinds by word. A wrong
 * row is refused with its place.
 */
import { suggest } from "../core/suggestion.js";
import { UserError } from "../core/user-error.js";

export const HEAD_KINDS = ["person", "group", "place"] as const;
export type HeadKind = (typeof HEAD_KINDS)[number];
/** `none` is a word whose names are nobody's and no place's: "Accord", "Chapter". */
const KINDS = [...HEAD_KINDS, "none"] as const;
export type NameKind = (typeof KINDS)[number];

export interface EntityTable {
  /** Common nouns by lemma, in lower case; of several words with a space between. */
  readonly common: ReadonlyMap<string, HeadKind>;
  /** Words of names, as written with a capital. */
  readonly name: ReadonlyMap<string, NameKind>;
}

const COLUMNS = ["kind", "use", "words", "example"];

/** @throws UserError `broken-table` */
export function parseEntityTable(tsv: string, origin: string): EntityTable {
  const common = new Map<string, HeadKind>();
  const name = new Map<string, NameKind>();
  let header = false;
  for (const [index, raw] of tsv.split("\n").entries()) {
    const written = raw.replace(/\r$/, "");
    if (written.trim() === "" || written.startsWith("#")) continue;
    const cells = written.split("\t");
    const place = `${origin}:${index + 1}`;
    if (!header) {
      if (written !== COLUMNS.join("\t"))
        throw broken(`${place}:1: the header is not "${COLUMNS.join(" ")}", separated by tabs.`);
      header = true;
      continue;
    }
    if (cells.length !== COLUMNS.length)
      throw broken(`${place}:1: ${cells.length} cells, expected ${COLUMNS.length}.`);
    const kind = KINDS.find((known) => known === cells[0]);
    if (kind === undefined)
      throw broken(`${place}:1: unknown kind "${cells[0]}".${suggest(cells[0], KINDS)}`);
    if (cells[1] !== "name" && (cells[1] !== "common" || kind === "none"))
      throw broken(`${place}:${cells[0].length + 2}: found "${cells[1]}", expected common or name.`);
    for (const word of cells[2].split("|")) {
      if (cells[1] === "common" && kind !== "none") common.set(word, kind);
      // a word of names in several rows: the last decides
      else name.set(word, kind);
    }
  }
  return { common, name };
}

function broken(message: string): UserError {
  return new UserError(
    "broken-table",
    message,
    "The columns are explained in the head of data/entities/nouns.tsv.",
  );
}
