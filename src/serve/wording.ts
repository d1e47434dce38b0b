/** Small pieces of text and markup that several pages write in the same way. */

import { BASIS_WORDING, wordDate } from "../core/date-wording.js";
import type { ActorRef, DateValue } from "../core/records.js";
import { html, type Markup } from "./markup.js";

/** Longest name in a list or a note; the record's own page shows all of it. */
const LONGEST_NAME = 160;

/** The first `length` characters, with an ellipsis where something is left out; no character is split. */
export function shorten(text: string, length = LONGEST_NAME): string {
  if (text.length <= length) return text;
  const end = /[\uD800-\uDBFF]/.test(text[length - 1]) ? length - 1 : length;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** A name from an article, kept apart from the direction of the words around it. */
export function drawName(name: string, length?: number): Markup {
  return html`<bdi>${shorten(name, length)}</bdi>`;
}

/** The name to show for an actor. */
export function nameOf(actor: ActorRef): string {
  return actor.name || actor.text || actor.id || "unnamed";
}

/** A date in words, as a machine-readable element where it is a plain day, month or year. */
export function drawDate(date: DateValue): Markup {
  const words = shorten(wordDate(date.edtf), 60);
  return /^\d{4}(-\d\d(-\d\d)?)?$/.test(date.edtf)
    ? html`<time datetime="${date.edtf}">${words}</time>`
    : html`<bdi title="${shorten(date.edtf)}">${words}</bdi>`;
}

/** How the date came to be known. */
export function wordBasis(date: DateValue): string {
  return BASIS_WORDING[date.basis] ?? shorten(String(date.basis), 40);
}

/** "1 statement", "2,310 statements". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${groupDigits(n)} ${n === 1 ? one : many}`;
}

/** 2310 as "2,310". */
export function groupDigits(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** An ISO 639-1 code as the language's English name; the code itself where it is none. */
export function nameLanguage(code: string): string {
  return /^[a-z]{2,3}$/i.test(code) ? (LANGUAGES.of(code) ?? code) : shorten(code, 20);
}

/** Path of a record's page. */
export function recordPath(id: string): string {
  return `/records/${encodeURIComponent(id)}`;
}

/** Path of an article's page, at a statement if one is given. */
export function articlePath(id: string, statement?: string): string {
  const path = `/articles/${encodeURIComponent(id)}`;
  return statement === undefined ? path : `${path}#${encodeURIComponent(statement)}`;
}
