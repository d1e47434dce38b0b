import { describe, expect, test } from "vitest";
import { readActors, testCases } from "./actor-cases.js";

describe("states", () => {
  testCases([
    ["Peru and Ecuador agreed on a timetable.", "Peru", "state:PER"],
    ["Peru and Ecuador agreed on a timetable.", "Ecuador", "state:ECU"],
    ["The US and the UK agreed.", "US", "state:USA"],
    ["The US and the UK agreed.", "UK", "state:GBR"],
    ["Chad closed its border with Sudan.", "Chad", "state:TCD"],
    ["Nairobi accused Mogadishu of stalling.", "Nairobi", "state:KEN"],
    ["Nairobi accused Mogadishu of stalling.", "Mogadishu", "state:SOM"],
    ["Ankara denied the claim.", "Ankara", "state:TUR"],
    ["The Kremlin dismissed the report.", "Kremlin", "state:RUS"],
    ["Downing Street declined to comment.", "Downing Street", "state:GBR"],
    ["The White House issued a note.", "White House", "state:USA"],
    ["The Knesset voted on Tuesday.", "Knesset", "state:ISR"],
    ["The Sejm adopted the resolution.", "Sejm", "state:POL"],
  ]);
});

describe("names of their time", () => {
  testCases([
    ["Moscow denied that missiles had been shipped.", "Moscow", "state:SUN", "1962-10-20"],
    ["Moscow denied that missiles had been shipped.", "Moscow", "state:RUS", "2023-10-20"],
    ["Belgrade recalled its envoy.", "Belgrade", "state:SCG", "1995-06-01"],
    ["Belgrade recalled its envoy.", "Belgrade", "state:SRB", "2024-01-05"],
    ["Bonn and East Berlin exchanged notes.", "East Berlin", "state:DDR", "1985-04-02"],
    ["Saigon asked for aid.", "Saigon", "state:south-vietnam", "1970-01-01"],
    [
      "The Soviet Foreign Ministry rejected the charge.",
      "Soviet Foreign Ministry",
      "office:SUN:foreign-ministry",
      "1988",
    ],
    ["President Reagan spoke.", "President Reagan", "person:ronald-reagan", "1983-05-01"],
    ["Prime Minister Thatcher replied.", "Prime Minister Thatcher", "person:margaret-thatcher", "1983-05-01"],
    ["President Reagan spoke.", "President Reagan", "person:reagan", "2023-05-01"],
    ["President Macron said France would wait.", "President Macron", "person:emmanuel-macron", "2023-05-01"],
  ]);
});

describe("offices of states", () => {
  testCases([
    ["The Kenyan Foreign Ministry summoned him.", "Kenyan Foreign Ministry", "office:KEN:foreign-ministry"],
    [
      "The Ministry of Defence of Poland confirmed it.",
      "Ministry of Defence of Poland",
      "office:POL:defence-ministry",
    ],
    [
      "Thailand's Ministry of Foreign Affairs said so.",
      "Thailand's Ministry of Foreign Affairs",
      "office:THA:foreign-ministry",
    ],
    ["Mali's junta expelled the envoys.", "Mali's junta", "office:MLI:government"],
    ["Russian troops moved the fence.", "Russian troops", "office:RUS:armed-forces"],
    ["U.S. officials said so.", "U.S. officials", "office:USA:government"],
    ["North Korean state media reported a launch.", "North Korean state media", "office:PRK:state-media"],
    [
      "The Israeli prime minister's office declined.",
      "Israeli prime minister's office",
      "office:ISR:prime-minister-office",
    ],
    // A ministry that no row has.
    [
      "The Japanese Ministry of Digital Affairs opened an inquiry.",
      "Japanese Ministry of Digital Affairs",
      "office:JPN:ministry-of-digital-affairs",
    ],
    [
      "The Iraqi irrigation ministry is waiting.",
      "Iraqi irrigation ministry",
      "office:IRQ:irrigation-ministry",
    ],
    ["Ghana's mining minister left.", "Ghana's mining minister", "role:mining-minister:GHA"],
    // "its" is that of the state which was the subject before.
    [
      "Cairo condemned what its foreign ministry called a trap.",
      "foreign ministry",
      "office:EGY:foreign-ministry",
    ],
    ["Fiji has agreed. Its foreign minister objected.", "foreign minister", "role:foreign-minister:FJI"],
    ["Peru and Chile met. Its foreign minister left.", "foreign minister", '"foreign minister"'],
    ["The United Nations blamed Fiji. Its ambassador left.", "ambassador", '"ambassador"'],
    [
      "The Ministry of Trade and Industry of Ghana issued a list.",
      "Ministry of Trade and Industry of Ghana",
      "office:GHA:ministry-of-trade-and-industry",
    ],
    [
      "The Department of Trade of the Philippines said so.",
      "Department of Trade of the Philippines",
      "office:PHL:department-of-trade",
    ],
    // A slip of the pen.
    [
      "The Peruvian Foreing Ministry published a note.",
      "Peruvian Foreing Ministry",
      "office:PER:foreign-ministry",
    ],
    [
      "The Defense Minstry of Colombia denied it.",
      "Defense Minstry of Colombia",
      "office:COL:defence-ministry",
    ],
    // Another state's body of that name.
    [
      "South Korea's Joint Chiefs of Staff said a missile was fired.",
      "South Korea's Joint Chiefs of Staff",
      "office:KOR:joint-chiefs-of-staff",
    ],
    // One noun for several states.
    ["The Chilean and Bolivian delegations met.", "Chilean", "office:CHL:permanent-mission"],
    ["French, German and Italian officials met.", "French", "office:FRA:government"],
    ["French, German and Italian officials met.", "German", "office:DEU:government"],
  ]);

  test("an office's name in full keeps its apostrophe's s small", () => {
    const { resolve } = readActors("The Israeli prime minister's office declined.");
    expect(resolve("Israeli prime minister's office").ref.name).toBe("Prime Minister's Office of Israel");
  });
});

describe("bodies and media", () => {
  testCases([
    ["The African Union condemned the coup.", "African Union", "igo:african-union"],
    ["ECOWAS condemned the coup.", "ECOWAS", "igo:ecowas"],
    ["Hezbollah denied the charge.", "Hezbollah", "group:hezbollah"],
    ["The U.N. Security Council met on Monday.", "U.N. Security Council", "igo:un-security-council"],
    ["The agency (IAEA) said inspectors would return.", "IAEA", "igo:iaea"],
    ["Amnesty International published a report.", "Amnesty International", "ngo:amnesty"],
  ]);
});

describe("what is not known has no id", () => {
  testCases([
    ["The Veltran Front claimed the attack.", "Veltran Front", '"Veltran Front"'],
    ["Zarnia's army moved north.", "Zarnia", '"Zarnia"'],
    ["The convoy left Mitrovica at dawn.", "Mitrovica", '"Mitrovica"'],
    ["The school was closed by the army.", "army", '"army"'],
    ["An envoy arrived.", "envoy", '"envoy"'],
  ]);

  test("an unknown name is resolved to itself", () => {
    const { ref, rule } = readActors("The Veltran Front claimed the attack.").resolve("The Veltran Front");
    expect(ref).toEqual({ name: "Veltran Front", text: "The Veltran Front" });
    expect(rule).toBe("unknown name");
  });

  test("words without a mention keep the country of their adjective", () => {
    const { ref } = readActors("The Turkish side rejected the map.").resolve("The Turkish side");
    expect(ref).toEqual({ name: "Turkish side", text: "The Turkish side", country: "TUR" });
  });

  test.each(["We", "our"])("%s is not resolved here", (word) => {
    const { resolve } = readActors("Peru signed. We will not yield, and our word is given.");
    expect(resolve(word)).toEqual({ ref: { name: word, text: word }, rule: "unresolved" });
  });

  test("no words are refused", () => {
    expect(() => readActors("Peru signed.").resolve(" ")).toThrow("no words given");
  });
});

describe("states' names in personal names", () => {
  testCases([
    ["Michael Jordan bought the team.", "Michael Jordan", "person:michael-jordan"],
    ["Chad Hurley sold the company.", "Chad Hurley", "person:chad-hurley"],
    ["Jordan said it would host the talks.", "Jordan", "state:JOR"],
    ["Ukraine troops left the town.", "Ukraine troops", "office:UKR:armed-forces"],
  ]);
});

/** Text, the words to resolve, which of their places, id, antecedent. */
type Reference = readonly [text: string, phrase: string, nth: number, id: string, antecedent: string];

describe("what was named before", () => {
  const cases: readonly Reference[] = [
    [
      "The Thai Foreign Ministry protested. The ministry said shells had landed.",
      "The ministry",
      1,
      "office:THA:foreign-ministry",
      "Thai Foreign Ministry",
    ],
    [
      "The Ministry of Trade and Industry of Ghana issued a list. The ministry gave no reason.",
      "The ministry",
      1,
      "office:GHA:ministry-of-trade-and-industry",
      "Ministry of Trade and Industry of Ghana",
    ],
    [
      "Latvian spokeswoman Ilze Berzina briefed reporters. The spokeswoman said no more.",
      "The spokeswoman",
      1,
      "person:ilze-berzina",
      "Latvian spokeswoman Ilze Berzina",
    ],
    [
      "Latvian spokeswoman Ilze Berzina briefed reporters. The spokeswoman stopped. She left.",
      "She",
      1,
      "person:ilze-berzina",
      "spokeswoman",
    ],
    [
      "Bolivian Foreign Minister Ramiro Quispe spoke. Quispe will fly to Lima.",
      "Quispe",
      2,
      "person:ramiro-quispe",
      "Bolivian Foreign Minister Ramiro Quispe",
    ],
    [
      "Bolivian Foreign Minister Ramiro Quispe spoke. Quispe left. He expects a reply.",
      "He",
      1,
      "person:ramiro-quispe",
      "Quispe",
    ],
    [
      "Indonesian President Joko Santoso opened the meeting. The president left.",
      "The president",
      1,
      "person:joko-santoso",
      "Indonesian President Joko Santoso",
    ],
    [
      "Hungarian spokesman Gabor Toth met Serbian spokeswoman Jelena Ilic. The Hungarian spokesman said yes.",
      "The Hungarian spokesman",
      1,
      "person:gabor-toth",
      "Hungarian spokesman Gabor Toth",
    ],
    [
      "Hungarian spokesman Gabor Toth met Serbian spokeswoman Jelena Ilic. The Serbian spokeswoman said no.",
      "The Serbian spokeswoman",
      1,
      "person:jelena-ilic",
      "Serbian spokeswoman Jelena Ilic",
    ],
    [
      "Hungarian spokesman Gabor Toth met Serbian spokeswoman Jelena Ilic. She said no.",
      "She",
      1,
      "person:jelena-ilic",
      "Serbian spokeswoman Jelena Ilic",
    ],
    [
      "Spokesman Gabor Toth left Accra. It rained. The radio read the Nauruan premier's letter. He sent a ship.",
      "He",
      1,
      "role:premier:NRU",
      "Nauruan premier",
    ],
    [
      "Mali's junta expelled the envoys. It gave no reason.",
      "It",
      1,
      "office:MLI:government",
      "Mali's junta",
    ],
    ["The United Nations sent monitors. It will report on Friday.", "It", 1, "igo:un", "United Nations"],
    ["Ankara denied the claim. It recalled its consul.", "It", 1, "state:TUR", "Ankara"],
    ["Ankara denied the claim. It recalled its consul.", "its", 1, "state:TUR", "Ankara"],
    ["Mr. Tanaka of the bank spoke. Tanaka sat down.", "Tanaka", 2, "person:tanaka", "Tanaka"],
    [
      "Peru's acting foreign minister, Lucia Rojas, resigned. The acting foreign minister left.",
      "The acting foreign minister",
      1,
      "person:lucia-rojas",
      "Peru's acting foreign minister, Lucia Rojas",
    ],
  ];
  test.each(cases)("%s [%s, %d] is %s", (text, phrase, nth, id, antecedent) => {
    const resolved = readActors(text).resolve(phrase, nth);
    expect(resolved.ref.id).toBe(id);
    const span = resolved.antecedent;
    expect(span && text.slice(span.start, span.end)).toBe(antecedent);
  });

  test.each([
    ["The Sudanese army shelled the market. The Egyptian army watched.", "The Egyptian army"],
    ["The talks failed. It was late.", "It"],
    ["Omar Diriye, a spokesman, left. She stayed.", "She"],
    ["The talks were held in Lima. It rained.", "It"],
  ])("%s [%s] has no antecedent", (text, phrase) => {
    expect(readActors(text).resolve(phrase).antecedent).toBeUndefined();
  });

  test("a name told in full only later holds for its earlier mention", () => {
    const { found } = readActors("Minister Bello left early. Amina Bello gave no reason.");
    expect(found).toEqual(["Minister Bello = person:amina-bello", "Amina Bello = person:amina-bello"]);
  });
});
