/**
 * A dossier as a value: what its writers (Markdown, HTML) lay out. Every claim is a line with the numbers of its notes;
 * every note shows one sentence, where it was published and on whose word it stands.
 */

/** A piece of a line: words of this program, a name, or words of a report. */
export type Piece = string | { readonly name: string } | { readonly quote: string };

export interface DossierLine {
  readonly pieces: readonly Piece[];
  readonly notes: readonly number[];
  /** Lines that belong to it: the answers to a question. */
  readonly under?: readonly DossierLine[];
}

export interface DossierNote {
  readonly number: number;
  readonly pieces: readonly Piece[];
  /** The sentence, exactly as written. */
  readonly quote: string;
  /** Path or address of the text. */
  readonly origin: string;
  /** UTF-16 offsets of the sentence in the article's text. */
  readonly start: number;
  readonly end: number;
}

export type DossierBlock =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly pieces: readonly Piece[] }
  | { readonly kind: "text"; readonly pieces: readonly Piece[] }
  | { readonly kind: "counts"; readonly rows: readonly (readonly [what: string, n: number])[] }
  | { readonly kind: "lines"; readonly lines: readonly DossierLine[] };

export interface DossierHead {
  /** With what the dossier is limited to. */
  readonly title: string;
}

/** Writes a dossier piece by piece, in the order of these methods. */
export interface DossierWriter {
  open(head: DossierHead): string;
  block(block: DossierBlock): string;
  close(notes: readonly DossierNote[]): string;
}

/** Pieces with `separator` between them. */
export function joinPieces(parts: readonly (readonly Piece[])[], separator: string): Piece[] {
  return parts.flatMap((part, i) => (i === 0 ? part : [separator, ...part]));
}
