/** What a caller can mend comes as a UserError with the next step: `npx tsx examples/api/user-error.ts`. */
import { Store, UserError } from "rapporteur";

try {
  await Store.openReadOnly("no-such-store.duckdb");
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.log(error.code, "|", error.message, "|", error.hint);
}
