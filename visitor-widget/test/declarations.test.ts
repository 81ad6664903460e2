import { expect, test } from "vitest";
import type { VisavisApi } from "../src/loader/visavis.ts";

// The compiler is the test: what is served to hosts fits what the loader is, both ways.
const told = (made: VisavisApi): Visavis => made;
const complete = (name: keyof VisavisApi): keyof Visavis => name;

test("the declarations that hosts get are those of the loader", () => {
  expect([told, complete]).toHaveLength(2);
});
