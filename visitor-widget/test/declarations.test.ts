/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { VisavisApi } from "../src/loader/visavis.ts";

// The compiler is the test: what is served to hosts fits what the loader is, both ways.
const told = (made: VisavisApi): Visavis => made;
const complete = (name: keyof VisavisApi): keyof Visavis => name;

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const declarations = read("../pages/visavis.d.ts");
const page = read("../../docs/plug-in/website.md");

/** Names of the members of the interfaces of those names. */
function members(...interfaces: string[]): string[] {
  return interfaces.flatMap((name) => {
    const body = declarations.split(`interface ${name} `)[1]?.split("\n}")[0] ?? "";
    return [...body.matchAll(/^ {2}(?:readonly )?"?([\w:]+)"?\??[(:]/gm)].map(([, it = ""]) => it);
  });
}

test("the declarations that hosts get are those of the loader", () => {
  expect([told, complete]).toHaveLength(2);
});

test.each(members("Visavis"))("the guide of the website tells of visavis.%s", (name) => {
  expect(page).toMatch(RegExp(`^\\| .*\`(visavis\\.)?${name}[\`(].* \\|$`, "m"));
});

test.each(members("VisavisStart", "VisavisVisitor"))("… of what start takes: %s", (name) => {
  expect(page).toMatch(RegExp(`visavis\\.start\\(\\{[^}]*\\b${name}\\?`));
});

test.each(members("WindowEventMap"))("… of the event %s", (name) => {
  expect(page).toContain(`\`${name}\``);
});
