import { afterEach, beforeEach, expect, test } from "vitest";
import { remember } from "../../src/store/remembered.js";
import { Store } from "../../src/store/store.js";

let store: Store;
let asked: number;
const ask = async () => ++asked;
beforeEach(async () => {
  store = await Store.open(":memory:");
  asked = 0;
});
afterEach(() => store.close());

test("a question is asked once while nothing is written, and again after that", async () => {
  expect(await Promise.all([remember(store, "a", ask), remember(store, "a", ask)])).toEqual([1, 1]);
  expect(await remember(store, "b", ask)).toBe(2);
  await store.query("SELECT 1");
  expect(await remember(store, "a", ask)).toBe(1);
  await store.replaceAcross("story", []);
  expect(await remember(store, "a", ask)).toBe(3);
});

test("an answer that failed is asked for again", async () => {
  await expect(remember(store, "a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await remember(store, "a", ask)).toBe(1);
});

test("stores remember apart", async () => {
  const other = await Store.open(":memory:");
  expect([await remember(store, "a", ask), await remember(other, "a", ask)]).toEqual([1, 2]);
  other.close();
});
