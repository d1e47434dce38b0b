/** The frame around every page: head, skip link, navigation, footer with the address of the JSON twin. */
import type { Assets } from "./assets.js";
import { exportAddress } from "./export-link.js";
import { html, type Markup } from "./markup.js";
import { SECTIONS } from "./navigation.js";
import type { Sheet } from "./page.js";
import { shorten } from "./wording.js";

/** A whole page. `twin` is the address of the same data as JSON, where there is one. */
export function drawLayout(sheet: Sheet, assets: Assets, twin: string | undefined): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${shorten(sheet.title, 120)} · Rapporteur</title>
<link rel="icon" href="${assets.icon.address}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style.address}">
${twin && html`<link rel="alternate" type="application/json" href="${twin}">`}
<script src="${assets.script.address}" defer></script>
</head>
<body class="${sheet.shape}">
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<a class="brand" href="/">Rapporteur</a>
<nav aria-label="Main">
${Object.entries(SECTIONS).map(
  ([section, [path, name]]) =>
    html`<a href="${path}"${section === sheet.section && html` aria-current="page"`}>${name}</a>\n`,
)}</nav>
</header>
<main id="main" tabindex="-1">
${sheet.view && html`<p class="take"><a href="${exportAddress(sheet.view)}">Download this view</a></p>`}
${sheet.body}
</main>
<footer class="bottom">
<p>Who said what, when, and on whose word. The record asserts nothing itself.</p>
${twin && html`<p><a href="${twin}">This page as JSON</a></p>`}
</footer>
</body>
</html>
`;
}
