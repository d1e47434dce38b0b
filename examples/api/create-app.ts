/** The pages as a Hono app, to call or to mount in a server of one's own: `npx tsx examples/api/create-app.ts`. */
import { createApp, Store } from "rapporteur";

const store = await Store.open(":memory:");
const app = createApp(store);
const response = await app.request("http://localhost/articles.json");
console.log(response.status, await response.json());
store.close();
