/**
 * One row of a table without quoting, as GDELT has them: cells parted by tabs, rows by line feeds.
 *
 * Nothing in a cell can end it: control characters and line ends become spaces, and a straight double quotation mark
 * becomes a single one, because most readers take it for the beginning of a quoted cell unless they are told not to.
 */
export type Cell = string | number | null | undefined;

export function writeTabRow(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join("\t")}\n`;
}

function writeCell(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  return cell
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
    .replaceAll('"', "'")
    .trim();
}
