// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { icon, iconElement, iconNames } from "./icons.ts";

test.each(iconNames)("%s is the same as markup and as an element", (name) => {
  const holder = document.createElement("template");
  holder.innerHTML = icon(name, 18);
  const parsed = holder.content.firstElementChild;
  parsed?.removeAttribute("xmlns");
  expect(iconElement(name, 18).isEqualNode(parsed)).toBe(true);
});
