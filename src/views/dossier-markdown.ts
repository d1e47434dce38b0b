/** A dossier as Markdown with footnotes (GitHub's, Pandoc's and Obsidian's notation). */
import type { DossierBlock, DossierHead, DossierLine, DossierNote, DossierWriter, Piece } from "./dossier.js";
import { escapeLineStart, escapeMarkdown } from "./markdown-text.js";

export const MARKDOWN_DOSSIER: DossierWriter = {
  open: ({ title }: DossierHead) => `# ${escapeMarkdown(title)}\n`,
  block: writeBlock,
  close: (notes: readonly DossierNote[]) =>
    notes.length === 0 ? "" : `\n## Notes\n\n${notes.map(writeNote).join("\n\n")}\n`,
};

function writeBlock(block: DossierBlock): string {
  switch (block.kind) {
    case "heading":
      return `\n${"#".repeat(block.level)} ${writePieces(block.pieces)}\n`;
    case "text":
      return `\n${writePieces(block.pieces)}\n`;
    case "counts":
      return `\n| what | number |\n|---|---:|\n${block.rows.map(([what, n]) => `| ${escapeMarkdown(what)} | ${n} |\n`).join("")}`;
    case "lines":
      return `\n${block.lines.map((line) => writeLine(line, "")).join("")}`;
  }
}

function writeLine({ pieces, notes, under = [] }: DossierLine, indent: string): string {
  const references = notes.map((n) => `[^${n}]`).join("");
  const own = `${indent}- ${writePieces(pieces)}${references}\n`;
  return own + under.map((line) => writeLine(line, `${indent}  `)).join("");
}

function writeNote({ number, pieces, quote, origin, start, end }: DossierNote): string {
  return `[^${number}]: ${writePieces(pieces)} “${escapeMarkdown(quote)}” (${escapeMarkdown(origin)}, characters ${start} to ${end})`;
}

function writePieces(pieces: readonly Piece[]): string {
  const written = pieces.map((piece) => {
    if (typeof piece === "string") return escapeOwn(piece);
    return "name" in piece ? escapeMarkdown(piece.name) : `“${escapeMarkdown(piece.quote)}”`;
  });
  return escapeLineStart(written.join("").trim());
}

/** Words of this program, whose spaces at either end part them from the next piece. */
function escapeOwn(text: string): string {
  const [, before, words, after] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? ["", "", text, ""];
  return before + escapeMarkdown(words) + after;
}
