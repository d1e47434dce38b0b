import { expect, test } from "vitest";
import { makeReadmeExample, readReadmeExample } from "../scripts/readme-example.js";

test("the README shows what the program gives", async () => {
  expect(readReadmeExample().trim()).toBe((await makeReadmeExample()).trim());
});
