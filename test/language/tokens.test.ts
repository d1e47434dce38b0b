import { describe, expect, test } from "vitest";
import { getForm } from "../../src/language/doc.js";
import { segmentText } from "../../src/language/segment.js";

/** Tokens parted by blanks; the words of one multi-word token by `+`. */
function read(text: string): string {
  const doc = segmentText(text);
  let line = "";
  for (let i = 0; i < doc.length; i++) line += (i === 0 ? "" : doc.joined[i] ? "+" : " ") + getForm(doc, i);
  return line;
}

const TABLES: Record<string, [string, string][]> = {
  "contractions and genitives": [
    ["They don't know.", "They do+n't know ."],
    ["They don’t know.", "They do+n’t know ."],
    ["He CAN'T go", "He CA+N'T go"],
    ["We cannot stay", "We can+not stay"],
    ["Ghana's envoy", "Ghana+'s envoy"],
    ["Ghana’s envoy", "Ghana+’s envoy"],
    ["we'll see what they've done", "we+'ll see what they+'ve done"],
    ["I'm sure she'd leave", "I+'m sure she+'d leave"],
    ["they're gonna win", "they+'re gon+na win"],
    ["'Tis late, 'twas early", "'T+is late , 't+was early"],
    ["the ministers' talks", "the ministers+' talks"],
    ["the ministers’ talks", "the ministers+’ talks"],
    ["in the 1990s and the '80s", "in the 1990s and the '80s"],
    ["in the 1990's", "in the 1990's"],
    ["O'Hara of Côte d'Ivoire in Sana'a", "O'Hara of Côte d'Ivoire in Sana'a"],
    ["the UN's and NATO’s view", "the UN+'s and NATO+’s view"],
    ["Chad 's army", "Chad 's army"],
    ["rock 'n' roll, give 'em time", "rock 'n' roll , give 'em time"],
  ],
  hyphens: [
    ["a well-known, Serbian-Albanian case", "a well - known , Serbian - Albanian case"],
    [
      "the co-chairs of the pre-war anti-corruption body",
      "the co-chairs of the pre-war anti-corruption body",
    ],
    ["a cease-fire and a 15-year plan", "a cease - fire and a 15 - year plan"],
    ["her e-mail; his T-shirt", "her e-mail ; his T - shirt"],
    ["pre- and post-war years", "pre- and post-war years"],
    ["lost 5-10 men in 1991-1994", "lost 5 - 10 men in 1991 - 1994"],
    ["call 555-0199 or 202-555-0143 by 2020-10-23", "call 555-0199 or 202-555-0143 by 2020-10-23"],
    ["talks -- long ones — failed – again", "talks -- long ones — failed – again"],
    ["the envoy—a colonel—left", "the envoy — a colonel — left"],
  ],
  "numbers and money": [
    ["$3.5bn, €20,000 and £5", "$ 3.5 bn , € 20,000 and £ 5"],
    ["US$50 million or Rs500", "US$ 50 million or Rs 500"],
    ["up 3.5% at 10:30", "up 3.5 % at 10:30"],
    ["at 5pm, 10km off", "at 5 pm , 10 km off"],
    ["the 3rd, 20th and 51st", "the 3rd , 20th and 51st"],
    ["on 9/11 and 14.04.2020", "on 9/11 and 14.04.2020"],
    ["1,200,000 people", "1,200,000 people"],
    ["resolutions (822, 853)", "resolutions ( 822 , 853 )"],
    ["a .45 pistol, +44 20", "a .45 pistol , +44 20"],
  ],
  "periods inside and after words": [
    ["the U.S. Senate and the U.K. said", "the U.S. Senate and the U.K. said"],
    ["Mr. Ito met Gen. Osei at 5 p.m. today", "Mr. Ito met Gen. Osei at 5 p.m. today"],
    ["J. R. Silva and A.Petrov", "J. R. Silva and A. Petrov"],
    ["It reports on Oct.23 and Sept. 27.", "It reports on Oct. 23 and Sept. 27 ."],
    ["He came on Sept15", "He came on Sept 15"],
    ["see No. 5, vol. 2 and pp. 3-4", "see No. 5 , vol. 2 and pp. 3 - 4"],
    ["He said no. 5 came.", "He said no. 5 came ."],
    ["She said no. They left.", "She said no . They left ."],
    ["It ended.The war began.", "It ended . The war began ."],
    ["Acme Inc. of Delaware", "Acme Inc. of Delaware"],
    ["He works for Acme Inc.", "He works for Acme Inc ."],
    ["They live in the U.S.", "They live in the U.S ."],
    ["a U.S.-led force", "a U.S. - led force"],
    ["wait... what?! Yes…", "wait ... what ?! Yes …"],
    ["He asked why. . . .", "He asked why . . . ."],
  ],
  "quotation marks": [
    ['He said: "We go."', 'He said : " We go . "'],
    ["“We go,” he said.", "“ We go , ” he said ."],
    ["``We go,'' he said.", "`` We go , '' he said ."],
    ['”We go".', '” We go " .'],
    ["„so“ und «so» ‹so›", "„ so “ und « so » ‹ so ›"],
    ["a 'bitter incident,' she said", "a ' bitter incident , ' she said"],
    ["a ‘bitter incident,’ she said", "a ‘ bitter incident , ’ she said"],
    ["'It's the envoys' turn,' he said", "' It+'s the envoys+' turn , ' he said"],
    ["the 'Young Turks' then", "the ' Young Turks ' then"],
  ],
  "addresses and signs": [
    [
      "see https://example.org/a?b=1, or www.example.org.",
      "see https://example.org/a?b=1 , or www.example.org .",
    ],
    ["write to press.office@mail.example.org.", "write to press.office@mail.example.org ."],
    ["follow @desk_24 #NoWar", "follow @desk_24 #NoWar"],
    ["AT&T and R&D", "AT&T and R&D"],
    ["his/her and/or", "his / her and / or"],
    ["(see [3], {x})", "( see [ 3 ] , { x } )"],
    ["good 👍🏽 flag 🇫🇷 ok", "good 👍🏽 flag 🇫🇷 ok"],
    ["great :) thanks", "great :) thanks"],
    ["-----", "-----"],
    ["• one", "• one"],
    ["naïve Ə Ərdoğan e\u0301t", "naïve Ə Ərdoğan e\u0301t"],
    ["soft\u00adhyphen \u200Fmark\u200F.", "soft\u00adhyphen \u200Fmark\u200F ."],
  ],
};

for (const [name, table] of Object.entries(TABLES)) {
  describe(name, () => {
    test.each(table)("%s", (text, expected) => {
      expect(read(text)).toBe(expected);
    });
  });
}
