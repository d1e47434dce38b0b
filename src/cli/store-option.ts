/** Where the store lies if `--store` does not say. */
export const DEFAULT_STORE = "./rapporteur.duckdb";
