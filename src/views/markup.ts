/**
 * HTML as a value: in, a tagged template; out, {@link Markup}. Whatever is put into the template is
 * escaped unless it is Markup itself, so nothing that an article says can become an element, an
 * attribute or a script.
 *
 * ```ts
 * html`<p title="${title}">${words}</p>`
 * ```
 *
 * Attribute values must stand in double quotes. NUL, which no HTML page can hold, is shown as U+FFFD;
 * a carriage return is written as a reference, because a parser would turn it into a line feed.
 */

/** HTML that is safe to send. Made by {@link html} and {@link joinMarkup} only. */
export class Markup {
  readonly value: string;

  private constructor(value: string) {
    this.value = value;
  }

  /** @internal For {@link html}: text that has been escaped. */
  static fromEscaped(value: string): Markup {
    return new Markup(value);
  }

  toString(): string {
    return this.value;
  }
}

/** What a template takes; null, undefined and false write nothing. */
export type Fill = Markup | string | number | null | undefined | false | readonly Fill[];

/** Markup from a template; everything filled in is escaped. */
export function html(strings: TemplateStringsArray, ...fills: readonly Fill[]): Markup {
  const parts: string[] = [strings[0]];
  fills.forEach((fill, i) => {
    write(fill, parts);
    parts.push(strings[i + 1]);
  });
  return Markup.fromEscaped(parts.join(""));
}

/** Pieces with `separator` between them. */
export function joinMarkup(pieces: readonly Fill[], separator: Fill = ""): Markup {
  const parts: string[] = [];
  pieces.forEach((piece, i) => {
    if (i > 0) write(separator, parts);
    write(piece, parts);
  });
  return Markup.fromEscaped(parts.join(""));
}

function write(fill: Fill, parts: string[]): void {
  if (fill === null || fill === undefined || fill === false) return;
  if (fill instanceof Markup) parts.push(fill.value);
  else if (Array.isArray(fill)) for (const item of fill) write(item as Fill, parts);
  else parts.push(escapeHtml(String(fill)));
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\r": "&#13;",
  "\0": "\uFFFD",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\r\0]/g, (character) => ESCAPES[character]);
}
