/**
 * Ids and hashes: the same content has the same id on every machine and in every run.
 */
import crypto from "node:crypto";

/** SHA-256 of `text` as UTF-8, hexadecimal. */
export function hashText(text: string): string {
  // Ids are hashes of short texts, at half the cost in one call; Node has it from 20.12 on.
  if (typeof crypto.hash === "function") return crypto.hash("sha256", text, "hex");
  return crypto.createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * An id of a record: `prefix-` and the first 16 hexadecimal digits of the SHA-256 of the parts.
 * Parts are joined by NUL, so that moving a character from one part to the next changes the id.
 */
export function makeId(prefix: string, ...parts: readonly (string | number)[]): string {
  let text = "";
  for (let i = 0; i < parts.length; i++) text += i === 0 ? parts[i] : `\0${parts[i]}`;
  return `${prefix}-${hashText(text).slice(0, 16)}`;
}
