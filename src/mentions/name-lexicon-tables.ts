/** The lexicon of names made from the tables under data/actors. */
import { segmentText } from "../language/segment.js";
import { type NameEntry, NameLexicon } from "./name-lexicon.js";

export function makeNameLexicon(table: (path: string) => { text: string; origin: string }): NameLexicon {
  const lexicon = new NameLexicon();
  const words = (name: string) => {
    const doc = segmentText(name);
    return Array.from({ length: doc.length }, (_, i) => name.slice(doc.start[i], doc.end[i]));
  };
  const { text } = table("data/actors/states.tsv");
  let header: string[] | undefined;
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const cells = line.split("\t");
    if (header === undefined) { header = cells; continue; }
    const row = Object.fromEntries(header.map((h, i) => [h, cells[i] ?? ""]));
    const base = { id: row.id, name: row.name, country: row.iso3, cameo: row.cameo, ...(row.wikidata ? { wikidata: row.wikidata } : {}) };
    const add = (names: string, cls: NameEntry["class"], anyCase = false) => { for (const n of names.split("|")) if (n) lexicon.add(words(n), { ...base, class: cls } as NameEntry, anyCase); };
    add(row.name, "state"); add(row.aliases, "state"); add(row.adjectives, "adjective"); add(row.demonyms, "demonym"); add(row.capitals, "capital");
  }
  const t = (names: string, cls: NameEntry["class"], id: string, extra: object = {}) => { for (const n of names.split("|")) lexicon.add(words(n), { class: cls, id, name: id, ...extra } as NameEntry, true); };
  t("foreign ministry|ministry of foreign affairs|foreign office", "office", "Foreign Ministry", { sector: "GOV" });
  t("ministry", "office", "ministry", { sector: "GOV" });
  t("government", "office", "government", { sector: "GOV" });
  t("spokesman", "title", "spokesman", { gender: "male" }); t("spokeswoman", "title", "spokeswoman", { gender: "female" });
  for (const x of ["president", "prime minister", "foreign minister", "secretary of state", "ambassador", "leader", "secretary-general", "ayatollah"]) t(x, "title", x);
  t("deputy", "qualifier", "deputy"); t("former", "qualifier", "former");
  const b = (id: string, name: string, al: string) => { for (const n of [name, ...al.split("|")]) lexicon.add(words(n), { class: "body", id, name }, false); };
  b("igo:un", "United Nations", "UN|U.N."); b("igo:oic", "Organization of Islamic Cooperation", "OIC|Organisation of Islamic Cooperation");
  return lexicon;
}
