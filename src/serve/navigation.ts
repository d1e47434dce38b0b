/** Entries of the navigation, in their order: address and name. A page says in its sheet to which it belongs. */
export const SECTIONS = {
  overview: ["/", "Overview"],
  positions: ["/positions", "Positions"],
  timeline: ["/timeline", "Timeline"],
  accounts: ["/accounts", "Accounts"],
  actors: ["/actors", "Actors"],
  map: ["/map", "Map"],
  reuse: ["/reuse", "Reuse"],
  articles: ["/articles", "Articles"],
  search: ["/search", "Search"],
  problems: ["/problems", "Problems"],
} as const;
export type Section = keyof typeof SECTIONS;
