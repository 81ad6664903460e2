import { expect, test } from "vitest";
import { acceptWords } from "../src/accept/accept-words.ts";
import { cardWords } from "../src/card/card-words.ts";
import { popupWords } from "../src/popup/popup-words.ts";
import { unusedKeys } from "./used-keys.ts";

test.each([
  ["accept", acceptWords],
  ["card", cardWords],
  ["popup", popupWords],
])("every phrase of the %s is said somewhere", (page, words) => {
  const folder = new URL(`../src/${page}/`, import.meta.url);
  expect(unusedKeys(Object.keys(words.fr), [folder], [`${page}-words.ts`])).toEqual([]);
});
