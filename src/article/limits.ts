/**
 * How much one input may hold. Beyond a limit the input is a problem that says so; nothing is cut off.
 */
const MIB = 1024 * 1024;

export const LIMITS = {
  /** Characters of one article; a long novel has about three million. */
  article: 8 * MIB,
  /** Bytes of one HTML or Markdown file, tags and scripts included. */
  page: 32 * MIB,
  /** Bytes of one line of a JSON Lines or CSV file, which holds one article. */
  line: 16 * MIB,
  /** Bytes of one JSON document, which is parsed whole; JSON Lines has no limit. */
  json: 128 * MIB,
  /** Bytes looked at to tell format and encoding. */
  peek: 64 * 1024,
  /** In a text that is too long: a line of so many bytes is what is wrong with it. */
  oddLine: MIB,
} as const;

/** "8 MiB", for messages. */
export function formatBytes(bytes: number): string {
  return bytes >= MIB ? `${Math.round(bytes / MIB)} MiB` : `${bytes} bytes`;
}
