/** Parties of events that the sentence tells by way of another word, or that no name tells. */
import { expect, test } from "vitest";
import type { EventRecord } from "../../src/core/records.js";
import { readEvents } from "./read-events.js";

/** `TYPE actors > recipients` of the first event, by the words of the text. */
function tell(text: string): string {
  const [event] = readEvents(text);
  if (event === undefined) return "";
  const words = (refs: EventRecord["actors"]) => refs.map((r) => r.text ?? r.name).join("+");
  return `${event.type} ${words(event.actors)} > ${words(event.recipients)}`;
}

test.each([
  [
    "those to be freed are not asked",
    "Kenya called for the release of the Somali sailors.",
    "REQUEST Kenya > ",
  ],
  [
    "who is turned to does not accuse",
    "Ana Sol wrote to Mali accusing Chad of fraud.",
    "ACCUSE Ana Sol > Chad",
  ],
  ["whose murder of whom", "Chad condemned Mali's murder of two farmers.", "ACCUSE Chad > Mali"],
  [
    "murdered by whom",
    "Bishops condemned the murder of the abbot by Malian troops.",
    "ACCUSE Bishops > Malian troops",
  ],
  [
    "a fight whose other side is the subject",
    "After clashes with Malian rebels the Chadian army rested.",
    "ASSAULT Chadian army > Malian rebels",
  ],
  [
    "talks that the subject held",
    "Ana Sol flew home after two days of talks with Chad.",
    "CONSULT Ana Sol > Chad",
  ],
  [
    "where a raid was is not who flew it",
    "Two nurses were killed in the Aleppo strikes.",
    "ASSAULT  > Two nurses",
  ],
  [
    "two bombings at once are nobody's",
    "A twin bombing in Nairobi killed nine Ethiopian nurses.",
    "ASSAULT  > Ethiopian nurses",
  ],
  [
    "who dies in a fight is not told to have fought",
    "Three farmers died in clashes with Chad.",
    "ASSAULT  > Three farmers",
  ],
  [
    "a raid in which somebody died",
    "It was a Kenyan raid on a port in which two sailors were killed.",
    "ASSAULT Kenyan > a port",
  ],
  [
    "nights of raids",
    "Ten nurses were killed in two nights of Kenyan air raids.",
    "ASSAULT Kenyan > Ten nurses",
  ],
  [
    "a government and others",
    "Talks between the Chadian government and the rebels failed.",
    "CONSULT Chadian government+the rebels > ",
  ],
  ["whom a noun asks", "Norway should keep up pressure on Chad to free the pilots.", "REQUEST Norway > Chad"],
  [
    "blame for what, and on whom",
    "Kenya put the blame for the famine firmly on Chad.",
    "ACCUSE Kenya > Chad",
  ],
  ["who wrote it", "Chad condemned a book by two Malian nurses.", "ACCUSE Chad > Malian nurses"],
  [
    "what the law is asked for",
    "Ana Sol is suing, claiming the firm cheated her.",
    "ACCUSE Ana Sol > the firm",
  ],
  [
    "a street protests against nobody",
    "Nurses walked in the streets denouncing Chad.",
    "ACCUSE Nurses > Chad",
  ],
  ["who tells of it at the end", "Chad shelled Kayes, the governor said.", "ASSAULT Chad > Kayes"],
  ["talks that collapsed", "Chad rested after the collapse of talks with Mali.", ""],
  ["deeds of nobody known", "Ten nurses were killed in two suicide bombings.", "ASSAULT  > Ten nurses"],
  [
    "what a tool is used for",
    "Norway showed the drones used by Kenya to attack Somalia.",
    "ASSAULT Kenya > Somalia",
  ],
  [
    "a clause without its subject",
    "Chad was jeered in Lima; was denounced by Norway.",
    "ACCUSE Norway > Chad",
  ],
  ["a victim is not blamed", "Kenyan police investigated the murder of Ana Sol.", "ACCUSE Kenyan police > "],
  [
    "who criticises is turned down",
    "Ana Sol rejected criticism of the police from Amnesty International.",
    "REJECT Ana Sol > Amnesty International",
  ],
  [
    "an owner told before the phrase",
    "Norway defended itself against Japanese criticism of its whaling.",
    "REJECT Norway > Japanese",
  ],
  [
    "a past tense behind a participle",
    "The men, described as deserters, shot at police officers near the market.",
    "ASSAULT The men > police officers",
  ],
  ["who fled had killed", "The rebels fled after they killed a priest.", "ASSAULT The rebels > a priest"],
  ["where it was", "Peruvian nurses held protests in towns and villages.", "PROTEST Peruvian nurses > "],
  ["to whom one writes", "Ana Sol has written to Mali demanding a ransom.", "REQUEST Ana Sol > Mali"],
  ["who is asked, whatever he is", "Kenya ordered the exchange to close.", "REQUEST Kenya > the exchange"],
  [
    "whose conduct",
    "Bishops condemned the attitude of the Peruvian cabinet.",
    "ACCUSE Bishops > the attitude of the Peruvian cabinet",
  ],
  ["who is behind it", "Chad condemned the blockade imposed by Mali.", "ACCUSE Chad > Mali"],
  [
    "what a speaker calls it",
    "Chad denounced what Norway called Mali's reckless raid.",
    "ACCUSE Chad > Mali's reckless raid",
  ],
  [
    "no body is a he",
    "In Lima Ana Sol's brother spoke. The court cut his sentence.",
    "CONCEDE The court > his",
  ],
  [
    "nobody blames his own",
    "Ana Sol spoke. The king of Chad criticised his speech.",
    "ACCUSE king of Chad > his",
  ],
  [
    "a dateline behind a headline",
    "Harbour bridge opens again after nine months of delay. OSLO - A former minister being treated in Bergen condemned Chad on Monday for its silence in the matter.",
    "ACCUSE A former minister > Chad",
  ],
  ["where a march went", "Peruvian nurses marched through Union City.", "PROTEST Peruvian nurses > "],
  [
    "one of a list is known",
    "Chad filed a lawsuit against the mayor, Mali and the miners.",
    "ACCUSE Chad > the mayor+Mali+the miners",
  ],
  ["another's possessive", "Mr. Lund spoke. She applauds his speech.", "SUPPORT She > his"],
  ["both of whom", "Chad and Mali, both of whom condemned Libya, left.", "ACCUSE Chad+Mali > Libya"],
  ["a second predicate", "Chad is a neighbour and an ally that condemned Libya.", "ACCUSE Chad > Libya"],
  [
    "an adjective that is somebody",
    "Kenyan troops killed six officers and a civilian.",
    "ASSAULT Kenyan troops > six officers+a civilian",
  ],
  [
    "nor is the victim accused",
    "Portugal deplored attempts to slander the Moroccan navy.",
    "ACCUSE Portugal > ",
  ],
])("%s", (_, text, told) => {
  expect(tell(text)).toBe(told);
});

test.each([
  [
    "the agent of a passive is accused, not the victim",
    "Residents complained that pupils had been beaten by the police.",
    "ACCUSE Residents > the police",
  ],
  [
    "what a predicate noun is said of",
    "Tunisia was one of the first countries to condemn Chad.",
    "ACCUSE Tunisia > Chad",
  ],
  [
    "a relative clause at a predicate noun",
    "Kenya is the country that condemned Somalia.",
    "ACCUSE Kenya > Somalia",
  ],
  ["a cleft says nothing of it", "It was Kenya that condemned Somalia.", "ACCUSE Kenya > Somalia"],
  ["a number that is arrested", "Kenyan police arrested 14.", "COERCE Kenyan police > 14"],
  [
    "a phrase of the table of nouns",
    "The law was condemned by human rights groups and Portugal.",
    "ACCUSE human rights groups+Portugal > ",
  ],
  [
    "a pronoun that is not the subject",
    "Portugal accused him of trying to bribe a judge.",
    "ACCUSE Portugal > him",
  ],
  [
    "a day is no part of a name",
    "The National Farmers Council on Tuesday condemned Morocco.",
    "ACCUSE The National Farmers Council > Morocco",
  ],
  [
    "whom the demand is made of",
    "Portugal asked the Moroccan government to ban the militias.",
    "REQUEST Portugal > Moroccan government",
  ],
  [
    "an apposition that names those meant",
    "The two rivals, Jonas Lund and Mira Berg, condemned Estonia.",
    "ACCUSE Jonas Lund+Mira Berg > Estonia",
  ],
  [
    "a second trade of one person",
    "Erik Holm, the veteran boxer and poet, condemned Latvia.",
    "ACCUSE Erik Holm > Latvia",
  ],
  [
    "a relative clause at an apposition",
    "Ana Sol, a nurse who condemned Chad, was thanked.",
    "ACCUSE Ana Sol, a nurse > Chad",
  ],
  [
    "what hangs on a word inside a name",
    "Estonia blamed the Guild of Bakers and the Union of Cooks.",
    "ACCUSE Estonia > the Guild of Bakers+the Union of Cooks",
  ],
  [
    "words inside other words",
    "Kenya thanked the family and friends of Jomo Odera.",
    "SUPPORT Kenya > the family and friends of Jomo Odera",
  ],
  [
    "what a party has is no second one",
    "Jonas Lund condemned the council and its silence.",
    "ACCUSE Jonas Lund > the council",
  ],
  [
    "a word of the trigger is no part of a party",
    "Rebels shot dead five guards near the border on Monday.",
    "ASSAULT Rebels > five guards",
  ],
  [
    "a scene is nobody's",
    "On the eve of the King of Jordan's visit, Kenya condemned the raids.",
    "ACCUSE Kenya > ",
  ],
  [
    "who is under what is done",
    "He died under house arrest ordered by the Spanish Inquisition.",
    "COERCE Spanish Inquisition > He",
  ],
  [
    "against whom, however deep",
    "The union filed a complaint for damages against the Portuguese Navy.",
    "ACCUSE The union > Portuguese Navy",
  ],
  [
    "a name of which nothing else is known",
    "Kenyan prosecutors filed a case against Ansari.",
    "ACCUSE Kenyan prosecutors > Ansari",
  ],
  [
    "the kind of a thing is not its doer",
    "A Kenyan widow filed a police complaint against Chad.",
    "ACCUSE Kenyan widow > Chad",
  ],
  [
    "whoever is under investigation",
    "He made threats and had been under investigation by the Kenyan police for ties to rebels.",
    "ACCUSE Kenyan police > He",
  ],
  [
    "who is engaged in clashes",
    "Kenyan security forces were engaged in heavy clashes with members of an armed group.",
    "ASSAULT Kenyan security forces > an armed group",
  ],
  [
    "whom shots are to disperse",
    "Kenyan police opened fire to disperse a rioting mob.",
    "ASSAULT Kenyan police > a rioting mob",
  ],
  [
    "a headline's participle",
    "LISBON - The vote is over.\n\nFormer minister jailed for fraud in Kenya.",
    "COERCE  > Former minister",
  ],
  [
    "a group that nothing else tells of",
    "Five rounds were fired by the Kenyan police to control the unruly groups which threw stones.",
    "ASSAULT Kenyan police > the unruly groups",
  ],
  [
    "who tells of it does not do it",
    "The minister announced the Kenyan army inquiry into the Somali police.",
    "ACCUSE Kenyan army > Somali police",
  ],
])("%s", (_, text, told) => {
  expect(tell(text)).toBe(told);
});

test("a counter-offensive without a target is against those who attacked", () => {
  const events = readEvents(
    "Chadian troops attacked the Libyan army in Aouzou. Libya responded with a counter-offensive.",
  );
  const answer = events[events.length - 1];
  expect(answer.actors.map(({ country }) => country)).toEqual(["LBY"]);
  expect(answer.recipients.map(({ country }) => country)).toEqual(["TCD"]);
  expect(answer.evidence.some(({ part }) => part === "antecedent")).toBe(true);
});

test("what is not only done is done", () => {
  const [event] = readEvents("Kenya not only condemned Somalia but closed the border.");
  expect(event.status).toBe("asserted");
  expect(readEvents("Kenya has not condemned Somalia.")[0].status).not.toBe("asserted");
});

test.each([
  ["The army said it had killed nine rebels.", "ASSAULT it > nine rebels"],
  ["Gunmen stormed a hotel in Kabul on Friday. They shot two guards.", "ASSAULT Gunmen > two guards"],
  [
    "Police said gunmen attacked a bus near Kano. They killed three passengers.",
    "ASSAULT gunmen > three passengers",
  ],
])("several of whom only the words are known go on acting: %s", (text, event) => {
  const words = (refs: EventRecord["actors"]) => refs.map((r) => r.text ?? r.name).join("+");
  const told = readEvents(text).map((e) => `${e.type} ${words(e.actors)} > ${words(e.recipients)}`);
  expect(told).toContain(event);
});
