/** Reports that share text, for the tests of passages: made up, in the styles of several outlets. */
import type { ReuseArticle } from "../../src/corpus/reuse-article.js";

/** An article with nothing but a text; `published` also gives its id, if there is none. */
export function article(id: string, text: string, fields: Partial<ReuseArticle> = {}): ReuseArticle {
  return { id, text, published: "2021-03-01", outlet: null, agency: null, boilerplate: [], ...fields };
}

export const BACKGROUND =
  "Lake Tarma, which supplies three of the four provinces of the valley with drinking water, has been disputed by Oresia and Kandar since 1962. A treaty signed in Vienna in 1978 divided its water between the two, but the commission that was to supervise it has met only twice.";

export const HARBOUR = `The harbour of Port Lindal was closed on Tuesday after dockworkers stopped unloading grain ships, the port authority said. Eleven vessels under the flags of Panama, Malta and Liberia were waiting in the roads by nightfall.

Union leader Marit Solberg said that the strike would go on until the company withdrew its new rosters. "Nobody here wants to see bread become dearer, but nobody will work sixteen hours either," Solberg told a meeting at the grain terminal.

The company that runs the terminal, Nordkorn, offered talks on Wednesday morning under the chairmanship of the mayor.`;

/** The same with other words, other order and other signs, as a desk rewrites it. */
export const HARBOUR_REWRITTEN = `Port Lindal's harbour was shut Tuesday after dockworkers stopped to unload grain ships, according to the port authority. By nightfall eleven ships under the flags of Panama, Malta and Liberia waited in the roads.

Marit Solberg, the union leader, said that strike would go on until company withdrew the new rosters. “Nobody here wants to see bread become dearer, but nobody will work sixteen hours either,” Solberg told the meeting at grain terminal.`;

/** Reports that share no sentence with each other. */
export const OTHERS: readonly string[] = [
  "A court in Quellon sentenced two former customs officers to prison on Monday for letting timber pass without papers. Judge Elena Barros said that the state had lost more than a year's duties on the trade.\n\nThe lawyers of both men said they would appeal.",
  "Farmers in the north of Kandar have begun to sow millet instead of maize after four dry years in a row. The ministry of agriculture pays half of the price of the seed.\n\nOlder farmers remember that their parents grew nothing else.",
  "Goalkeeper Tove Lind saved two penalties as Sundvik beat Arnes on Saturday evening. The visitors had led until the last minute of the match.\n\nLind had returned from an injury only this month.",
  "The telescope on Mount Harrow has found a comet that nobody had seen before, its director said in Bern. It will pass the sun in autumn and may be seen without glasses.\n\nThe astronomers named it after the night watchman.",
  "Two hundred nurses marched through the old town of Merida on Thursday for higher pay. The hospital board invited them to a meeting, which they left after ten minutes.\n\nThe march ended in front of the cathedral.",
];
