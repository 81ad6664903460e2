import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ending, invitation, reasonsIn } from "../lib/words.mjs";

const SCHEMA = new URL(
  "../../../../signaling/src/main/resources/protocol/v1/signaling.schema.json",
  import.meta.url,
);

test("every reason for which a share ends has words in both languages", () => {
  const known = JSON.parse(readFileSync(SCHEMA, "utf8")).$defs.endReason.enum;
  for (const language of ["fr", "en"]) {
    assert.deepEqual(new Set(reasonsIn(language)), new Set(known));
  }
});

test("a reason of a later day is told as unknown", () => {
  assert.match(ending("en", "something-new", null), /does not know\.$/);
  assert.match(ending("en", "constructor", null), /does not know\.$/);
});

test("a share that showed nothing has no length", () => {
  assert.equal(ending("en", "declined", null), "Screen share ended: the visitor said no.");
  assert.equal(ending("en", "declined", 0), "Screen share ended: the visitor said no.");
});

test("an agent's name is no Markdown, no second line and turns nothing round", () => {
  const said = invitation("en", "Jo\n\n[click](https://evil.example)\u202e*", "https://v/#k=1", 15);
  assert.ok(said.startsWith("Jo \\[click\\]\\(https://evil.example\\) \\* would like"));
});

test("French has its no-break spaces", () => {
  assert.match(invitation("fr", "Jo", "https://v/#k=1", 15), /ordinateur\u00a0: https.*&l=fr/);
});
