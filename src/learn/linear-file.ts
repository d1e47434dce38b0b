/**
 * Linear models in one file: `RPLM`, a 32-bit little-endian length, a JSON header, then one deflated table
 * for each model in the header's order. The header names the templates of features that the weights are for.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { UserError } from "../core/user-error.js";
import { LinearModel, type LinearWeights } from "./linear-model.js";

const MAGIC = "RPLM";

interface Header {
  readonly format: 1;
  /** Fingerprint of the features, of a file whose reader asks for one: see {@link FeatureTemplates}. */
  readonly templates?: string;
  readonly models: readonly { name: string; classes: number; bits: number; scale: number; bytes: number }[];
  /** Free facts of the training run; no text of the training data. */
  readonly info: Record<string, unknown>;
}

/**
 * Which features a program gives its models. Weights are numbers by the hashes of features: other templates, or another
 * way to mix them, and every weight is that of something else, without any error.
 */
export interface FeatureTemplates {
  /** Changes with the features: a test computes it from a sentence of its own. */
  readonly fingerprint: string;
  /** The command that trains weights for them. */
  readonly training: string;
}

/** The file's bytes; the same models give the same bytes. */
export function writeLinearModels(
  models: Readonly<Record<string, LinearWeights>>,
  info: Record<string, unknown>,
  templates?: FeatureTemplates,
): Uint8Array {
  const tables: Buffer[] = [];
  const entries = Object.entries(models).map(([name, m]) => {
    const bytes = deflateRawSync(Buffer.from(m.table.buffer, m.table.byteOffset, m.table.byteLength), {
      level: 9,
    });
    tables.push(bytes);
    return { name, classes: m.classes, bits: m.bits, scale: m.scale, bytes: bytes.length };
  });
  const mark = templates === undefined ? {} : { templates: templates.fingerprint };
  const facts: Header = { format: 1, ...mark, models: entries, info };
  const header = Buffer.from(JSON.stringify(facts), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  return Buffer.concat([Buffer.from(MAGIC), length, header, ...tables]);
}

/**
 * Reads what {@link writeLinearModels} wrote; `templates` are those that the reader's features are made by.
 * @throws UserError `weights-unreadable` naming `origin`, what was found and what was expected.
 */
export function readLinearModels(
  bytes: Uint8Array,
  origin: string,
  templates?: FeatureTemplates,
): Map<string, LinearModel> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refuse = (what: string) =>
    new UserError(
      "weights-unreadable",
      `${origin}: ${what}`,
      "Rebuild the file (docs/models.md) or reinstall the package.",
    );
  if (buffer.length < 8 || buffer.toString("latin1", 0, 4) !== MAGIC) {
    throw refuse(`starts with ${JSON.stringify(buffer.toString("latin1", 0, 4))}, expected "${MAGIC}"`);
  }
  const end = 8 + buffer.readUInt32LE(4);
  if (end > buffer.length) throw refuse(`ends after ${buffer.length} bytes, within its header`);
  const header = JSON.parse(buffer.toString("utf8", 8, end)) as Header;
  if (templates !== undefined && header.templates !== templates.fingerprint) {
    const found = header.templates === undefined ? "no templates" : `templates "${header.templates}"`;
    throw new UserError(
      "weights-unreadable",
      `${origin}: names ${found} of its features, expected "${templates.fingerprint}"`,
      `Train it for the features of this version: ${templates.training} (docs/models.md), or reinstall the package.`,
    );
  }
  const models = new Map<string, LinearModel>();
  let at = end;
  for (const entry of header.models) {
    if (at + entry.bytes > buffer.length) throw refuse(`ends within the model "${entry.name}"`);
    const raw = inflateRawSync(buffer.subarray(at, at + entry.bytes));
    if (raw.length !== entry.classes << entry.bits) {
      throw refuse(
        `model "${entry.name}" has ${raw.length} weights, expected ${entry.classes << entry.bits}`,
      );
    }
    const table = new Int8Array(raw.buffer, raw.byteOffset, raw.length);
    models.set(
      entry.name,
      new LinearModel({ classes: entry.classes, bits: entry.bits, scale: entry.scale, table }),
    );
    at += entry.bytes;
  }
  return models;
}
