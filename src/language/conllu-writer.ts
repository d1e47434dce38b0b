/**
 * CoNLL-U, the format of Universal Dependencies: writing.
 *
 * In: a document at any stage. Out: its sentences with `# newpar`, `# sent_id`, `# text`, a range line for
 * each multi-word token, `SpaceAfter=No` where nothing parts two tokens and UDPipe's `SpacesAfter` where
 * anything but one space does, so that reading gives back the same offsets but for white space before the
 * first word. Columns that the document has not yet are `_`.
 */
import { type ParsedDoc, type TaggedDoc, type TokenDoc, UPOS } from "./doc.js";

/** What a document does not carry itself. */
export interface ConlluExtras {
  /** Written as `# newdoc id = …`. */
  readonly id?: string | null;
  /** `# sent_id` of each sentence; by default their number from 1. */
  readonly sentenceIds?: readonly (string | null)[];
  /** Further comments of each sentence, without the `#`. */
  readonly comments?: readonly (readonly string[])[];
  /** Forms that differ from the written characters. */
  readonly forms?: ReadonlyMap<number, string>;
}

/** `doc` in CoNLL-U, with a blank line after each sentence; "" for a document without words. */
export function writeConllu(doc: TokenDoc | TaggedDoc | ParsedDoc, extras: ConlluExtras = {}): string {
  const lines: string[] = [];
  let paragraph = 0;
  for (let s = 0; s + 1 < doc.sentence.length; s++) {
    const first = doc.sentence[s];
    const end = doc.sentence[s + 1];
    if (s === 0 && extras.id !== undefined)
      lines.push(extras.id === null ? "# newdoc" : `# newdoc id = ${extras.id}`);
    if (doc.paragraph[paragraph] === s) {
      lines.push("# newpar");
      paragraph++;
    }
    lines.push(`# sent_id = ${extras.sentenceIds?.[s] ?? s + 1}`);
    lines.push(`# text = ${doc.text.slice(doc.start[first], doc.end[end - 1]).replace(/\s+/g, " ")}`);
    for (const comment of extras.comments?.[s] ?? []) lines.push(`# ${comment}`);
    writeWords(doc, first, end, extras.forms, lines);
    lines.push("");
  }
  return lines.length === 0 ? "" : lines.join("\n") + "\n";
}

function writeWords(
  doc: TokenDoc | TaggedDoc | ParsedDoc,
  first: number,
  end: number,
  forms: ReadonlyMap<number, string> | undefined,
  lines: string[],
): void {
  let rangeEnd = first;
  for (let i = first; i < end; i++) {
    if (i >= rangeEnd) {
      rangeEnd = i + 1;
      while (rangeEnd < end && doc.joined[rangeEnd] === 1) rangeEnd++;
      if (rangeEnd > i + 1) {
        const written = doc.text.slice(doc.start[i], doc.end[rangeEnd - 1]);
        lines.push(
          `${i - first + 1}-${rangeEnd - first}\t${written}${"\t_".repeat(7)}\t${writeSpace(doc, rangeEnd - 1)}`,
        );
      }
    }
    const inRange = rangeEnd > i + 1 || doc.joined[i] === 1;
    const form = forms?.get(i) ?? (doc.text.slice(doc.start[i], doc.end[i]) || "_");
    lines.push(
      [
        i - first + 1,
        form,
        ...writeTags(doc, i),
        ...writeHead(doc, i, first),
        "_",
        inRange ? "_" : writeSpace(doc, i),
      ].join("\t"),
    );
  }
}

function writeTags(doc: TokenDoc | TaggedDoc, i: number): string[] {
  if (!("upos" in doc)) return ["_", "_", "_", "_"];
  return [doc.lemma[i] || "_", UPOS[doc.upos[i]], doc.names.xpos[doc.xpos[i]], doc.names.feats[doc.feats[i]]];
}

function writeHead(doc: TokenDoc | ParsedDoc, i: number, first: number): string[] {
  if (!("head" in doc)) return ["_", "_"];
  const deprel = doc.names.deprel[doc.deprel[i]];
  if (doc.head[i] < 0) return [deprel === "_" ? "_" : "0", deprel];
  return [String(doc.head[i] - first + 1), deprel];
}

/** MISC of the token that ends with word i. */
function writeSpace(doc: TokenDoc, i: number): string {
  const gap = doc.text.slice(doc.end[i], i + 1 < doc.length ? doc.start[i + 1] : doc.text.length);
  if (gap === " ") return "_";
  if (gap === "") return i + 1 < doc.length ? "SpaceAfter=No" : "_";
  const escaped = gap.replace(/[\s|\\]/g, (sign) => ESCAPES[sign] ?? sign);
  return `SpacesAfter=${escaped}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  " ": "\\s",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "|": "\\p",
  "\\": "\\\\",
};
