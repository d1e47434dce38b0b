import { expect, test } from "vitest";
import { VerbList } from "../../src/language/verb-list.js";

const verbs = new VerbList("# a comment\nshell\nrule\nvoice\nrally\nban\n");

test.each([
  ["shelled", "shel", "shell"],
  ["ruled", "rul", "rule"],
  ["Voicing", "voic", "voice"],
  ["rallied", "ralli", "rally"],
  ["banned", "bann", "ban"],
  ["bans", "ban", "ban"],
  ["googled", "google", "google"],
])("%s: %s becomes %s", (form, ruled, lemma) => {
  expect(verbs.mend(form, ruled)).toBe(lemma);
});
