/**
 * Front matter: the block of fields that Markdown files of site generators open with.
 *
 * In: a Markdown text. Out: its fields and where the text proper begins. Read are `---` blocks of YAML's simple
 * forms (`key: value`, quoted values, `[a, b]`, lists with `- `) and `+++` blocks of TOML's (`key = "value"`).
 * Nested values are passed over.
 */

/** The fields, by their names as written, and the offset after the block. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, string | string[]>;
  readonly end: number;
}

/** The front matter of `markdown`, or null where it opens with none. */
export function readFrontMatter(markdown: string): FrontMatter | null {
  const block = /^\s*?(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(markdown);
  if (block === null) return null;
  const fields = new Map<string, string | string[]>();
  let open: string | null = null;
  for (const line of block[2].split(/\r?\n/u)) {
    const item = /^\s*-\s+(.*)$/u.exec(line);
    if (item && open !== null) {
      const list = fields.get(open);
      const value = unquote(item[1]);
      fields.set(open, Array.isArray(list) ? [...list, value] : [value]);
      continue;
    }
    const field = /^([\p{L}\p{N}_.-]+)\s*[:=](?:\s+(.*)|)$/u.exec(line);
    if (field === null) {
      if (/^\S/u.test(line)) open = null;
      continue;
    }
    const value = (field[2] ?? "").trim();
    open = value === "" ? field[1] : null;
    if (value === "") continue;
    const list = /^\[(.*)\]$/u.exec(value);
    fields.set(field[1], list ? splitList(list[1]) : unquote(value));
  }
  // A thematic break at the top of a text is no front matter.
  if (fields.size === 0) return null;
  return { fields, end: block[0].length };
}

function splitList(items: string): string[] {
  return [...items.matchAll(/"([^"]*)"|'([^']*)'|([^,]+)/gu)]
    .map((m) => (m[1] ?? m[2] ?? m[3]).trim())
    .filter((item) => item !== "");
}

function unquote(value: string): string {
  const trimmed = value.trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^']|'')*)'/u.exec(trimmed);
  if (quoted) return (quoted[1]?.replace(/\\(.)/gu, "$1") ?? quoted[2]?.replace(/''/gu, "'") ?? "").trim();
  return trimmed.replace(/\s+#.*$/u, "");
}
