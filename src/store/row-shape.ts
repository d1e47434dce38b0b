/**
 * A DuckDB type as the structure that `json_transform` takes: `STRUCT(a INTEGER, b VARCHAR[])` becomes
 * `{"a": "INTEGER", "b": ["VARCHAR"]}`. A key that a row lacks is then null.
 */
export type RowShape = string | { readonly [field: string]: RowShape } | readonly [RowShape];

/** The shape of `type`, as DESCRIBE writes it. */
export function readShape(type: string): RowShape {
  if (type.endsWith("[]")) return [readShape(type.slice(0, -2))];
  if (!type.startsWith("STRUCT(")) return type;
  const shape: Record<string, RowShape> = {};
  for (const field of splitFields(type.slice("STRUCT(".length, -1))) {
    const space = field.startsWith('"') ? field.indexOf('"', 1) + 1 : field.indexOf(" ");
    shape[field.slice(0, space).replaceAll('"', "")] = readShape(field.slice(space + 1));
  }
  return shape;
}

/** Splits at the commas outside of brackets. */
function splitFields(inside: string): string[] {
  const fields: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === "(") depth++;
    else if (inside[i] === ")") depth--;
    else if (inside[i] === "," && depth === 0) {
      fields.push(inside.slice(from, i).trim());
      from = i + 1;
    }
  }
  fields.push(inside.slice(from).trim());
  return fields;
}
