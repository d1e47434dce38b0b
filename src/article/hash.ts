/**
 * Content hashes: what every identifier of the record is made of.
 *
 * In: strings. Out: hexadecimal SHA-256 (FIPS 180-4) of their UTF-8 bytes, whole or the first 16 digits.
 * Sixteen digits are 64 bits: about one chance in 3.7 million that two of a million differ and collide.
 */
import { createHash } from "node:crypto";

/** SHA-256 of the text's UTF-8 bytes, 64 hexadecimal digits. */
export function hashText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** First 16 hexadecimal digits of the hash of the parts, which are kept apart by U+0000. */
export function hashParts(...parts: readonly string[]): string {
  return hashText(parts.join("\0")).slice(0, 16);
}
