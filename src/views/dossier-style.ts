/** The style of a dossier in HTML: quiet, light and dark, at home on a phone and on paper. */
import { html } from "./markup.js";

export const DOSSIER_STYLE = html`<style>
:root { color-scheme: light dark; --ink: #1c1b19; --paper: #fffefb; --faint: #5f5b54; --line: #d9d4c9; --link: #1d4e89; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e5de; --paper: #171614; --faint: #a8a296; --line: #3a3732; --link: #9cc2ef; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 Charter, Georgia, serif; overflow-wrap: anywhere; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3 { line-height: 1.25; break-after: avoid; }
h2 { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
h3 { margin-bottom: 0.25rem; font-size: 1.05rem; }
a { color: var(--link); }
ul { padding-left: 1.1rem; }
li { margin: 0.4rem 0; break-inside: avoid; }
.answers { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: 0 1rem; padding: 0; list-style: none; }
.answers > li { border-left: 2px solid var(--line); padding-left: 0.7rem; }
table { border-collapse: collapse; }
th { text-align: left; font-weight: normal; padding: 0.15rem 1.5rem 0.15rem 0; }
td { text-align: right; font-variant-numeric: tabular-nums; }
sup { line-height: 0; margin-left: 0.1em; }
sup a, .notes a { text-decoration: none; }
.notes { font-size: 0.9rem; }
.place { color: var(--faint); }
@media print {
  :root { --ink: #000; --paper: #fff; --faint: #333; --line: #999; --link: #000; }
  main { max-width: none; padding: 0; }
}
</style>`;
