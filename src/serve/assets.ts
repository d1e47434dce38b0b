/**
 * The files that a page needs beside its HTML: one style sheet, one script, one icon. Their address
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

/** Reads the files that lie beside this one. */
export function loadAssets(): Assets {
  return {
    style: loadAsset("style.css", "text/css; charset=utf-8"),
    script: loadAsset("page.js", "text/javascript; charset=utf-8"),
    icon: loadAsset("icon.svg", "image/svg+xml"),
  };
}

function loadAsset(name: string, type: string): Asset {
  const body = readFileSync(new URL(name, import.meta.url), "utf8");
  return { address: `/assets/${hashText(body).slice(0, 12)}/${name}`, type, body };
}
