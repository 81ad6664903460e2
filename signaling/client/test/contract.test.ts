import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";

const protocol = new URL("../../src/main/resources/protocol/v1/", import.meta.url);
const schema = JSON.parse(readFileSync(new URL("signaling.schema.json", protocol), "utf8")) as {
  $id: string;
  oneOf: { $ref: string }[];
};
const ajv = new Ajv2020({ strict: true });
addFormats(ajv);
const validate = ajv.compile(schema);

/** Examples of a kind; those about syntax (`*.raw.json`, `syntax-*`) are for the server's codec alone. */
function examples(kind: "valid" | "invalid"): string[] {
  const folder = new URL(`examples/${kind}/`, protocol);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter(
    (name) => name.endsWith(".json") && !name.endsWith(".raw.json") && !name.startsWith("syntax-"),
  );
}

function read(kind: "valid" | "invalid", name: string): unknown {
  return JSON.parse(readFileSync(new URL(`examples/${kind}/${name}`, protocol), "utf8"));
}

describe("examples of the protocol", () => {
  test("the schema is one that a strict validator accepts", () => {
    expect(validate.schema).toBe(schema);
    expect(schema.oneOf.length).toBeGreaterThan(20);
  });

  for (const name of examples("valid")) {
    test(`${name} is valid`, () => {
      expect(validate(read("valid", name)) || validate.errors).toBe(true);
    });
  }

  for (const name of examples("invalid")) {
    test(`${name} is refused`, () => expect(validate(read("invalid", name))).toBe(false));
  }
});
