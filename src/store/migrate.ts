/** Brings a store to this program's schema version. */
import { readFileSync } from "node:fs";
import { UserError } from "../core/user-error.js";
import type { Database } from "./database.js";

interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** The sections of schema.sql, in order. */
export function readMigrations(): Migration[] {
  const text = readFileSync(new URL("./schema.sql", import.meta.url), "utf8");
  const sections = text.split(/^-- migration (\d+):.*$/m);
  const migrations: Migration[] = [];
  for (let i = 1; i < sections.length; i += 2) {
    migrations.push({ version: Number(sections[i]), sql: sections[i + 1] });
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

/**
 * Applies the sections that the store lacks, each in a transaction of its own.
 * @throws UserError `store-newer` where the store was written by a later program.
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
  for (const migration of migrations.filter((m) => m.version > version)) {
    await database.transaction(async () => {
      await database.run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
      await database.run(migration.sql);
      await database.run("INSERT INTO schema_version VALUES (?)", [migration.version]);
    });
  }
}

/** @throws UserError `store-older` where a store opened for reading lacks tables. */
export async function requireSchema(database: Database, file: string): Promise<void> {
  const version = await readSchemaVersion(database);
  const newest = readMigrations().at(-1)?.version ?? 0;
  if (version !== newest) {
    throw new UserError(
      version > newest ? "store-newer" : "store-older",
      `${file}: has schema version ${version}, expected ${newest}`,
      version > newest
        ? "Install the newer rapporteur."
        : "Read something into it once: that brings it up to date.",
    );
  }
}
