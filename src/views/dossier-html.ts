/**
 * A dossier as one HTML file that needs nothing else: no script, no font, no picture, and a policy that forbids loading
 * any. Names and quotations keep their own direction of writing; notes and claims lead to each other.
 */
import type { DossierBlock, DossierHead, DossierLine, DossierNote, DossierWriter, Piece } from "./dossier.js";
import { DOSSIER_STYLE } from "./dossier-style.js";
import { html, joinMarkup, type Markup } from "./markup.js";

/** A writer for one dossier: it remembers which claim named a note first. */
export function makeHtmlDossier(): DossierWriter {
  const seen = new Set<number>();
  const refer = (number: number): Markup => {
    const isFirst = !seen.has(number);
    seen.add(number);
    return html`<sup><a href="#note-${number}"${isFirst && html` id="claim-${number}"`}>${number}</a></sup>`;
  };
  const writeLine = ({ pieces, notes, under = [] }: DossierLine): Markup =>
    html`<li>${writePieces(pieces)}${joinMarkup(notes.map(refer), " ")}${
      under.length > 0 && html`\n<ul class="answers">${joinMarkup(under.map(writeLine))}</ul>`
    }</li>\n`;
  return {
    open: (head) => writeHead(head).value,
    block: (block) => writeBlock(block, writeLine).value,
    close: (notes) => writeNotes(notes).value,
  };
}

function writeHead({ title }: DossierHead): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${DOSSIER_STYLE}
</head>
<body>
<main>
<h1><bdi>${title}</bdi></h1>
`;
}

function writeBlock(block: DossierBlock, writeLine: (line: DossierLine) => Markup): Markup {
  switch (block.kind) {
    case "heading":
      return block.level === 2
        ? html`<h2>${writePieces(block.pieces)}</h2>\n`
        : html`<h3>${writePieces(block.pieces)}</h3>\n`;
    case "text":
      return html`<p>${writePieces(block.pieces)}</p>\n`;
    case "counts":
      return html`<table><tbody>${joinMarkup(
        block.rows.map(([what, n]) => html`<tr><th scope="row">${what}</th><td>${n}</td></tr>\n`),
      )}</tbody></table>\n`;
    case "lines":
      return html`<ul>${joinMarkup(block.lines.map(writeLine))}</ul>\n`;
  }
}

function writeNotes(notes: readonly DossierNote[]): Markup {
  const list = html`<section class="notes">
<h2>Notes</h2>
<ol>
${joinMarkup(notes.map(writeNote))}</ol>
</section>
`;
  return html`${notes.length > 0 && list}</main>
</body>
</html>
`;
}

function writeNote({ number, pieces, quote, origin, start, end }: DossierNote): Markup {
  const place = /^https?:\/\//i.test(origin)
    ? html`<a href="${origin}" rel="noreferrer nofollow"><bdi>${origin}</bdi></a>`
    : html`<bdi>${origin}</bdi>`;
  return html`<li id="note-${number}">${writePieces(pieces)} <q dir="auto">${quote}</q> <span class="place">${place}, characters ${start} to ${end}</span> <a href="#claim-${number}" aria-label="back to the claim">↩</a></li>\n`;
}

function writePieces(pieces: readonly Piece[]): Markup {
  return joinMarkup(
    pieces.map((piece) => {
      if (typeof piece === "string") return piece;
      return "name" in piece ? html`<bdi>${piece.name}</bdi>` : html`<q dir="auto">${piece.quote}</q>`;
    }),
  );
}
