/** Brings a store to this program's schema version. */
import { readFileSync } from "node:fs";
import { hashText } from "../core/identity.js";
import { UserError } from "../core/user-error.js";
import type { Database } from "./database.js";

interface Migration {
  readonly version: number;
  readonly sql: string;
  /** A hash of what it says, without comments: tells a store of another build of the same version. */
  readonly mark: string;
}

/** The sections of schema.sql, in order. */
export function readMigrations(): Migration[] {
  const text = readFileSync(new URL("./schema.sql", import.meta.url), "utf8");
  const sections = text.split(/^-- migration (\d+):.*$/m);
  const migrations: Migration[] = [];
  for (let i = 1; i < sections.length; i += 2) {
    const sql = sections[i + 1];
    const mark = hashText(sql.replace(/--.*$/gm, "").replace(/\s+/g, " ").trim()).slice(0, 16);
    migrations.push({ version: Number(sections[i]), sql, mark });
  }
  return migrations;
}

/** The schema version of a store; 0 for a new file. */
export async function readSchemaVersion(database: Database): Promise<number> {
  const found = await database.all(
    "SELECT count(*)::INTEGER AS n FROM information_schema.tables WHERE table_name = 'schema_version'",
  );
  if (found[0].n === 0) return 0;
  const rows = await database.all("SELECT coalesce(max(version), 0)::INTEGER AS version FROM schema_version");
  return rows[0].version as number;
}

/** @throws UserError `store-older` where a section that was applied is not what it is today. */
async function requireMarks(
  database: Database,
  file: string,
  migrations: readonly Migration[],
): Promise<void> {
  const columns = await database.all(
    "SELECT column_name FROM information_schema.columns WHERE table_name = 'schema_version'",
  );
  const isMarked = columns.some((row) => row.column_name === "mark");
  const applied = isMarked ? await database.all("SELECT version, mark FROM schema_version") : [];
  const marks = new Map(applied.map(({ version, mark }) => [version, mark]));
  const version = await readSchemaVersion(database);
  const other = migrations.find((m) => m.version <= version && marks.get(m.version) !== m.mark);
  if (other !== undefined)
    throw new UserError(
      "store-older",
      `${file}: was made by another build, whose tables of schema section ${other.version} are not those of this one`,
      "Read the articles into a new store (--store FILE).",
    );
}

/**
 * Applies the sections that the store lacks, each in a transaction of its own.
 * @throws UserError `store-newer` where the store was written by a later program, `store-older` where another build made it
 */
export async function migrate(database: Database, file: string): Promise<void> {
  const migrations = readMigrations();
  const newest = migrations[migrations.length - 1].version;
  const version = await readSchemaVersion(database);
  if (version > newest) {
    throw new UserError(
      "store-newer",
      `${file}: has schema version ${version}, this program knows up to ${newest}`,
      "Install the newer rapporteur, or read the articles into a new store.",
    );
  }
  await requireMarks(database, file, migrations);
  for (const migration of migrations.filter((m) => m.version > version)) {
    await database.transaction(async () => {
      await database.run(
        "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL, mark VARCHAR NOT NULL)",
      );
      await database.run(migration.sql);
      await database.run("INSERT INTO schema_version VALUES (?, ?)", [migration.version, migration.mark]);
    });
  }
}

/** @throws UserError `store-older` where a store opened for reading lacks tables, or has those of another build. */
export async function requireSchema(database: Database, file: string): Promise<void> {
  const version = await readSchemaVersion(database);
  const migrations = readMigrations();
  const newest = migrations.at(-1)?.version ?? 0;
  if (version !== newest) {
    throw new UserError(
      version > newest ? "store-newer" : "store-older",
      `${file}: has schema version ${version}, expected ${newest}`,
      version > newest
        ? "Install the newer rapporteur."
        : "Read something into it once: that brings it up to date.",
    );
  }
  await requireMarks(database, file, migrations);
}
