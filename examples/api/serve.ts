/** The pages of a store on a free port: `npx tsx examples/api/serve.ts`. */
import { Store, serve } from "rapporteur";

const store = await Store.open(":memory:");
const { address, close } = await serve(store, { port: 0, host: "127.0.0.1" });
console.log("The record is at", address);
await close();
store.close();
