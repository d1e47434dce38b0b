/**
 * One connection to one DuckDB file: the only place that knows the driver.
 *
 * Rows travel as JSON in both directions: a batch of records is one parameter, which DuckDB casts to the
 * table's own row type, so that a new column or record kind needs no code here.
 */
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { UserError } from "../core/user-error.js";
import { readShape } from "./row-shape.js";

export type SqlValue = string | number | boolean | null;
export type SqlRow = Record<string, unknown>;

/** Columns of a table with the SQL that makes them of a row's own columns when it is written. */
export type ComputedColumns = Readonly<Record<string, string>>;

/** Memory of the database while a walk over all articles has much in memory too. */
const SMALL_MEMORY = "1500MB";

/**
 * Rows that are looked up by so few numbers are skipped to; of more, their columns are read whole. With DuckDB's own
 * limit of 50 the records of 20 articles among 600,000 cost five times as much (0.54 s of CPU against 0.11 s).
 */
const SKIPPED_TO = 5000;

export class Database {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #shapes = new Map<string, string>();
  #changes = 0;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /**
   * Opens `file` (`:memory:` for none), creating it unless `readOnly`.
   * @throws UserError `store-missing`, `store-locked` or `store-unreadable`.
   */
  static async open(file: string, options: { readOnly?: boolean; sealed?: boolean } = {}): Promise<Database> {
    const settings: Record<string, string> = {};
    if (options.readOnly) settings.access_mode = "READ_ONLY";
    try {
      const instance = await DuckDBInstance.create(file, settings);
      const connection = await instance.connect();
      const database = new Database(instance, connection);
      await database.run(`SET dynamic_or_filter_threshold = ${SKIPPED_TO}`);
      if (options.sealed)
        await database.run("SET enable_external_access = false; SET lock_configuration = true");
      return database;
    } catch (error) {
      throw explainOpenError(file, error);
    }
  }

  /** Grows with everything that may have written something. */
  get changes(): number {
    return this.#changes;
  }

  async run(sql: string, values: readonly SqlValue[] = []): Promise<void> {
    this.#changes++;
    await this.#connection.run(sql, values as DuckDBValue[]);
  }

  /** All rows of a query; integers beyond 2^53 and types that JSON lacks come as strings. */
  async all(sql: string, values: readonly SqlValue[] = []): Promise<SqlRow[]> {
    const reader = await this.#connection.runAndReadAll(sql, values as DuckDBValue[]);
    return reader.getRowObjectsJson() as SqlRow[];
  }

  /** Column names and rows of a query whose columns may share a name. */
  async table(sql: string): Promise<{ columns: string[]; rows: unknown[][] }> {
    const reader = await this.#connection.runAndReadAll(sql);
    return { columns: reader.columnNames(), rows: reader.getRowsJson() };
  }

  /**
   * Rows of a query that selects one JSON column, in its order, each parsed. Each call has a connection of its
   * own: on a shared one, a second query ends the first one's stream without a word.
   */
  async *streamJson(sql: string, values: readonly SqlValue[] = []): AsyncGenerator<SqlRow> {
    const connection = await this.#instance.connect();
    try {
      const result = await connection.stream(sql, values as DuckDBValue[]);
      for await (const rows of result.yieldRowsJson()) {
        for (const row of rows) yield JSON.parse(row[0] as string) as SqlRow;
      }
    } finally {
      connection.closeSync();
    }
  }

  /** Appends `rows` to `table`; columns are matched by name, absent ones become null. */
  async insert(table: string, rows: readonly object[], computed: ComputedColumns = {}): Promise<void> {
    if (rows.length === 0) return;
    const shape = await this.#shapeOf(table);
    const made = Object.entries(computed).map(([column, sql]) => `${sql} AS ${column}`);
    const replace = made.length === 0 ? "" : `REPLACE (${made.join(", ")})`;
    await this.run(
      `INSERT INTO ${table} BY NAME SELECT * ${replace} FROM (SELECT unnest(rows, max_depth := 2) FROM (SELECT json_transform(?::JSON, '${shape}') AS rows))`,
      [JSON.stringify(rows)],
    );
  }

  /** Runs `work` in one transaction; an error undoes it. */
  async transaction(work: () => Promise<void>): Promise<void> {
    await this.run("BEGIN TRANSACTION");
    try {
      await work();
      await this.run("COMMIT");
    } catch (error) {
      await this.run("ROLLBACK");
      throw error;
    }
  }

  /** Runs `work` with the database kept to so much memory that this program has room as well; the rest goes to disk. */
  async keepSmall(work: () => Promise<void>): Promise<void> {
    await this.run(`SET memory_limit = '${SMALL_MEMORY}'`);
    try {
      await work();
    } finally {
      await this.run("RESET memory_limit");
    }
  }

  /** Writes what is in memory to the file and closes it. */
  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  async #shapeOf(table: string): Promise<string> {
    let shape = this.#shapes.get(table);
    if (shape === undefined) {
      const columns = await this.all(`DESCRIBE ${table}`);
      const fields = columns.map((c) => [c.column_name, readShape(c.column_type as string)]);
      shape = JSON.stringify([Object.fromEntries(fields)]);
      this.#shapes.set(table, shape);
    }
    return shape;
  }
}

function explainOpenError(file: string, error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (/does not exist/i.test(message)) {
    return new UserError(
      "store-missing",
      `${file}: no store there`,
      "Make one with: rapporteur read PATH… --store FILE",
    );
  }
  if (/lock/i.test(message)) {
    return new UserError(
      "store-locked",
      `${file}: another process has this store open`,
      "Stop that process (a running `rapporteur serve`, say), or name another file with --store.",
    );
  }
  return new UserError("store-unreadable", `${file}: cannot be opened as a store: ${message.split("\n")[0]}`);
}
