import { describe, expect, test } from "vitest";
import { readActors } from "./actor-cases.js";

/** Text and the offices that it tells: person, title, class of the title, body. */
type Case = readonly [text: string, ...offices: string[]];

function testOffices(cases: readonly Case[]): void {
  test.each(cases.map(([text, ...offices]) => ({ text, offices })))("$text", ({ text, offices }) => {
    expect(readActors(text).offices).toEqual(offices);
  });
}

describe("a title before a name", () => {
  testOffices([
    [
      "Moroccan Foreign Minister Samira Belhaj spoke.",
      "Samira Belhaj: foreign minister [foreign-minister] @ state:MAR",
    ],
    [
      "Kenya's Deputy Foreign Minister Wanjiru Otieno arrived.",
      "Wanjiru Otieno: deputy foreign minister [deputy-foreign-minister] @ state:KEN",
    ],
    [
      "UN chief Antonio Guterres called for restraint.",
      "António Guterres: chief [secretary-general] @ igo:un",
    ],
    [
      "NATO Secretary General Jens Stoltenberg spoke.",
      "Jens Stoltenberg: secretary general [secretary-general] @ igo:nato",
    ],
    [
      "Norway's ambassador to Chad Ingrid Solberg visited the camp.",
      "Ingrid Solberg: ambassador [ambassador] @ state:NOR",
    ],
    [
      "The Philippine ambassador to Japan, Maria Santos, protested.",
      "Maria Santos: ambassador [ambassador] @ state:PHL",
    ],
    [
      "Iran's Supreme Leader Ayatollah Ali Khamenei spoke.",
      "Ali Khamenei: supreme leader [supreme-leader] @ state:IRN",
    ],
    [
      "Ukrainian Defence Ministry spokesman Colonel Taras Bondar said so.",
      "Taras Bondar: spokesman [spokesperson] @ office:UKR:defence-ministry",
    ],
    ["Colonel Taras Bondar said so.", "Taras Bondar: colonel [colonel] @ -"],
    ["Zarnian President Oleg Vash spoke.", "Oleg Vash: president [president] @ -"],
  ]);
});

describe("former and acting", () => {
  testOffices([
    [
      "Former Bolivian president Ramiro Quispe was arrested.",
      "Ramiro Quispe: former president [president] @ state:BOL",
    ],
    [
      "Former Thai prime minister Prasert Chaiyo returned.",
      "Prasert Chaiyo: former prime minister [prime-minister] @ state:THA",
    ],
    [
      "The former president of Peru, Ana Ruiz, testified.",
      "Ana Ruiz: former president [president] @ state:PER",
    ],
    [
      "Acting Prime Minister Tomas Holub of Czechia resigned.",
      "Tomas Holub: acting prime minister [prime-minister] @ state:CZE",
    ],
    [
      "Peru's acting foreign minister, Lucia Rojas, resigned.",
      "Lucia Rojas: acting foreign minister [foreign-minister] @ state:PER",
    ],
  ]);
});

describe("whose title it is stands behind", () => {
  testOffices([
    [
      "Joseph Amadi, the spokesman of the Nigerian army, said so.",
      "Joseph Amadi: spokesman [spokesperson] @ office:NGA:army",
    ],
    [
      "Spokeswoman Lucia Ferrante of the Italian Foreign Ministry spoke.",
      "Lucia Ferrante: spokeswoman [spokesperson] @ office:ITA:foreign-ministry",
    ],
    ["King Abdullah of Jordan met visitors.", "Abdullah II of Jordan: king [monarch] @ state:JOR"],
    [
      "The head of the World Health Organization, Tedros Adhanom Ghebreyesus, warned of cholera.",
      "Tedros Adhanom Ghebreyesus: head [chairperson] @ igo:who",
    ],
    [
      "The Speaker of the Hungarian parliament, Laszlo Nagy, resigned.",
      "Laszlo Nagy: speaker [president-of-parliament] @ office:HUN:parliament",
    ],
  ]);
});

describe("apposition", () => {
  testOffices([
    [
      "The former Ghanaian defence minister, Kofi Mensah-Bonsu, testified.",
      "Kofi Mensah-Bonsu: former defence minister [defence-minister] @ state:GHA",
    ],
    [
      "The governor of Kharkiv region, Oleh Synko, said two were hurt.",
      "Oleh Synko: governor [governor] @ -",
    ],
    [
      "Sergei Ivanov, Russia's ambassador to Kenya, and Li Wei, China's envoy to Uganda, dined.",
      "Sergei Ivanov: ambassador [ambassador] @ state:RUS",
      "Li Wei: envoy [envoy] @ state:CHN",
    ],
    [
      "Kosovo's prime minister, Arben Krasniqi, and Serbia's president, Milos Jovic, spoke.",
      "Arben Krasniqi: prime minister [prime-minister] @ state:XKX",
      "Milos Jovic: president [president] @ state:SRB",
    ],
  ]);
});

describe("several persons behind one title", () => {
  testOffices([
    [
      "Ministers Ana Ruiz and Pedro Gil resigned.",
      "Ana Ruiz: minister [minister] @ -",
      "Pedro Gil: minister [minister] @ -",
    ],
    [
      "Foreign ministers Ayele Tesfaye and Omar Diriye met.",
      "Ayele Tesfaye: foreign minister [foreign-minister] @ -",
      "Omar Diriye: foreign minister [foreign-minister] @ -",
    ],
    ["Minister Ana Ruiz and Pedro Gil resigned.", "Ana Ruiz: minister [minister] @ -"],
  ]);
});

describe("titles without a name", () => {
  testOffices([
    [
      "The Rwandan foreign minister said the road was closed.",
      "foreign minister of Rwanda: foreign minister [foreign-minister] @ state:RWA",
    ],
    [
      "A senior US official said the plan was ready.",
      "senior official of United States: senior official [official] @ state:USA",
    ],
    [
      "The Dutch and Belgian prime ministers met.",
      "prime ministers of Netherlands: prime ministers [prime-minister] @ state:NLD",
      "prime ministers of Belgium: prime ministers [prime-minister] @ state:BEL",
    ],
  ]);
});
