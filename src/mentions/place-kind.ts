/** What kinds of places the gazetteer tells apart; the packed file counts them in this order. */
export const PLACE_KINDS = [
  "country",
  "region",
  "district",
  "capital",
  "city",
  "suburb",
  "continent",
  "world region",
  "area",
  "sea",
  "strait",
  "river",
  "lake",
  "canal",
  "mountains",
  "island",
  "cape",
  "desert",
  "site",
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What a name of a place is: its name, an adjective ("Chadian"), an abbreviation ("Ga."), a code of addresses ("OH"). */
export const NAME_USES = ["name", "adjective", "abbreviation", "postal code"] as const;
export type NameUse = (typeof NAME_USES)[number];
