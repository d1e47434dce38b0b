/**
 * The files that a page needs beside its HTML: one style sheet (put together from the
 * files of `style/`), one script, one icon. Their address
 * carries a hash of their content, so a browser may keep them for good.
 */
import { readFileSync } from "node:fs";
import { hashText } from "../core/identity.js";

/** A file that is served as it is. */
export interface Asset {
  readonly address: string;
  readonly type: string;
  readonly body: string;
}

export interface Assets {
  readonly style: Asset;
  readonly script: Asset;
  readonly icon: Asset;
}

/** Parts of the style sheet, in `style/`: what all pages share first, then one file for each page or picture. */
const STYLES = [
  "base",
  "frame",
  "filter",
  "lists",
  "quotes",
  "pictures",
  "overview",
  "positions",
  "timeline",
  "accounts",
  "actors",
  "reuse",
  "search",
  "map",
  "reading",
  "layers",
  "record",
  "print",
];

/** Reads the files that lie beside this one. */
export function loadAssets(): Assets {
  const style = STYLES.map((name) => read(`style/${name}.css`)).join("\n");
  return {
    style: makeAsset("style.css", "text/css; charset=utf-8", style),
    script: makeAsset("page.js", "text/javascript; charset=utf-8", read("page.js")),
    icon: makeAsset("icon.svg", "image/svg+xml", read("icon.svg")),
  };
}

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}

function makeAsset(name: string, type: string, body: string): Asset {
  return { address: `/assets/${hashText(body).slice(0, 12)}/${name}`, type, body };
}
