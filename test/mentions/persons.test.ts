import { describe, expect, test } from "vitest";
import { fold, Persons, personId, personRef, slug } from "../../src/mentions/persons.js";

/** Persons known so far, by their names in full. */
function known(...names: string[]): Persons {
  const persons = new Persons();
  for (const name of names) persons.add(name.split(" "), name);
  return persons;
}

describe("a name finds its person", () => {
  test.each([
    ["a family name", ["Ramiro Quispe", "Ana Ruiz"], "Quispe", "Ramiro Quispe"],
    ["the name again", ["Ramiro Quispe", "Ana Ruiz"], "Ana Ruiz", "Ana Ruiz"],
    ["a middle name more", ["Ana Ruiz"], "Ana Maria Ruiz", "Ana Ruiz"],
    ["a given name of two", ["Wanjiru Otieno"], "Wanjiru", "Wanjiru Otieno"],
    ["a family name first", ["Li Wei"], "Li", "Li Wei"],
    ["accents aside", ["Nicolás Peña"], "Pena", "Nicolás Peña"],
    ["the latest of namesakes", ["Ana Ruiz", "Pedro Ruiz"], "Ruiz", "Pedro Ruiz"],
    ["the full name among namesakes", ["Ana Ruiz", "Pedro Ruiz"], "Ana Ruiz", "Ana Ruiz"],
    ["the full name of one known by family name", ["Bello"], "Amina Bello", "Bello"],
  ])("%s", (_, names, given, expected) => {
    expect(known(...names).find(given.split(" "))?.name).toBe(expected);
  });

  test.each([
    ["another name", ["Ana Ruiz"], "Gil"],
    ["another given name", ["Ana Ruiz"], "Pedro Ruiz"],
    ["the first of several names", ["Ali Hassan Diriye"], "Ali"],
  ])("%s is nobody known", (_, names, given) => {
    expect(known(...names).find(given.split(" "))).toBeUndefined();
  });
});

test("a longer name takes the place of a shorter one, and both still find the person", () => {
  const persons = known("Bello");
  const person = persons.all[0];
  persons.lengthen(person, ["Amina", "Bello"], "Amina Bello");
  persons.lengthen(person, ["Bello"], "Bello");
  expect(person.name).toBe("Amina Bello");
  expect(persons.find(["Amina"])).toBe(person);
  expect(persons.find(["Bello"])).toBe(person);
});

test("ids and references", () => {
  expect(fold("Nicolás ŞAHİN")).toBe("nicolas sahin");
  expect(slug("Kofi Mensah-Bonsu, Jr.")).toBe("kofi-mensah-bonsu-jr");
  expect(personId("Nicolás Peña")).toBe("person:nicolas-pena");
  const [person] = known("Ana Ruiz").all;
  expect(personRef(person, "Ruiz")).toEqual({ id: "person:ana-ruiz", name: "Ana Ruiz", text: "Ruiz" });
  person.country = "PER";
  expect(personRef(person, "Ruiz").country).toBe("PER");
});
