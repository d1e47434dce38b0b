import pc from "picocolors";
import { expect, test } from "vitest";
import { isColoured } from "../../src/cli/paint.js";
import { sanitise } from "../../src/cli/terminal.js";

test("the stream decides, a build server's pipe stays plain", () => {
  expect(isColoured({ isTTY: true }, { TERM: "xterm" })).toBe(true);
  expect(isColoured({ isTTY: true }, { TERM: "dumb" })).toBe(false);
  expect(isColoured({}, { CI: "1", TERM: "xterm" })).toBe(false);
});

test("the environment is asked first", () => {
  expect(isColoured({ isTTY: true }, { NO_COLOR: "1" })).toBe(false);
  expect(isColoured({}, { FORCE_COLOR: "1" })).toBe(true);
  expect(isColoured({ isTTY: true }, { FORCE_COLOR: "0", TERM: "xterm" })).toBe(false);
});

test("colours pass the cleaning of a text, what moves the cursor does not", () => {
  const { bold, dim, cyan } = pc.createColors(true);
  const painted = `${bold("Orrin")} ${dim(cyan("2009"))}`;
  expect(sanitise(painted)).toBe(painted);
  expect(sanitise("\u001b[2Kgone\u001b[8mhidden\u0007")).toBe("\uFFFD[2Kgone\uFFFD[8mhidden\uFFFD");
});
