/**
 * News agencies and outlets: how a name, a handle or a domain in a byline becomes one known medium.
 *
 * In: the rows of data/article/media.tsv. Out: look-ups by name, social-media handle and domain. Names are
 * compared without case, spaces, marks and a leading "The"; short names in capitals ("AP", "STA", "TIME")
 * only match in capitals. Names of several media ("APA", "The Daily Star") come back as written.
 */
import { UserError } from "../core/user-error.js";

export type MediumKind = "agency" | "outlet";

/** One medium as looked up; `country` (ISO 3166-1 alpha-3) is absent where namesakes differ in it. */
export interface Medium {
  readonly name: string;
  readonly kind: MediumKind;
  readonly country?: string;
}

/** Look-ups into the table; each gives null where nothing is known. */
export interface MediaTable {
  findName(written: string): Medium | null;
  findHandle(handle: string): Medium | null;
  /** Takes a host name or a URL; `www.` and subdomains are passed over. */
  findDomain(url: string): Medium | null;
  /** The longest known name that `text` begins with at `at`, and where it ends. */
  findNameAt(text: string, at: number): { medium: Medium; end: number } | null;
  /** Every name and alias with the medium that it stands for. */
  readonly spellings: readonly Spelling[];
}

/** A medium in one of its spellings. */
export interface Spelling {
  readonly medium: Medium;
  readonly written: string;
}

/** Reads the table. @throws UserError naming the line of the first row that does not fit. */
export function parseMediaTable(tsv: string, name = "data/article/media.tsv"): MediaTable {
  const names = new Map<string, Spelling[]>();
  const handles = new Map<string, Medium>();
  const domains = new Map<string, Medium>();
  const openings = new Set<string>();
  let header = true;
  for (const [index, row] of tsv.split(/\r?\n/u).entries()) {
    if (row === "" || row.startsWith("#")) continue;
    if (header) {
      header = false;
      continue;
    }
    const [canonical, aliases, handleCell, kind, country, domainCell, ...rest] = row.split("\t");
    if (domainCell === undefined || rest.length > 0 || (kind !== "agency" && kind !== "outlet")) {
      throw new UserError(
        "bad-table-row",
        `${name}:${index + 1}: expected name, aliases, handles, kind (agency or outlet), country, domain; found "${row}"`,
        "Separate the six columns by tabs.",
      );
    }
    const medium: Medium = { name: canonical, kind, country };
    for (const written of [canonical.replace(/ \([^)]*\)$/u, ""), ...splitCell(aliases)]) {
      const key = toKey(written);
      names.set(key, [...(names.get(key) ?? []), { medium, written }]);
      openings.add(key.slice(0, 2));
    }
    for (const handle of splitCell(handleCell)) handles.set(handle.toLowerCase(), medium);
    for (const domain of splitCell(domainCell)) domains.set(domain, medium);
  }

  function findName(written: string): Medium | null {
    const spellings = names.get(toKey(written));
    if (spellings === undefined) return null;
    const fitting = spellings.filter(
      (s) => !isAcronym(s.written) || isAcronym(written.replace(/^the\s+/iu, "")),
    );
    if (fitting.length === 0) return null;
    const [first] = fitting;
    if (fitting.length === 1) return first.medium;
    const agencies = fitting.filter((s) => s.medium.kind === "agency").length;
    return { name: first.written, kind: agencies * 2 >= fitting.length ? "agency" : "outlet" };
  }

  return {
    spellings: [...names.values()].flat(),
    findName,
    findHandle: (handle) => handles.get(handle.replace(/^@/u, "").toLowerCase()) ?? null,
    findDomain(url) {
      let host = url
        .replace(/^[a-z]+:\/\//iu, "")
        .replace(/[/?#:].*$/su, "")
        .toLowerCase();
      while (host.includes(".")) {
        const medium = domains.get(host);
        if (medium) return medium;
        host = host.slice(host.indexOf(".") + 1);
      }
      return null;
    },
    findNameAt(text, at) {
      const window = text.slice(at, at + 60);
      if (!openings.has(toKey(window).slice(0, 2))) return null;
      // A name ends before a character that is no letter, or where a capital is glued to it ("Iran PressAsia").
      const ends = [...window.matchAll(/[\p{L}\p{N}](?![\p{L}\p{N}\p{M}])|\p{Ll}(?=\p{Lu})/gu)].map(
        (m) => m.index + m[0].length,
      );
      for (const end of ends.reverse()) {
        const medium = findName(window.slice(0, end));
        if (medium) return { medium, end: at + end };
      }
      return null;
    },
  };
}

function splitCell(cell: string): string[] {
  return cell === "" ? [] : cell.split(";");
}

function isAcronym(written: string): boolean {
  return written.length <= 5 && /^[\p{Lu}\p{N}]+$/u.test(written);
}

/** Letters and digits only, without case, marks and a leading "The". */
function toKey(written: string): string {
  return written
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^the\s+/u, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
