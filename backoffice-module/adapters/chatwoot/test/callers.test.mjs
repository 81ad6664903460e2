import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addressOf, proxiesOf } from "../lib/callers.mjs";
import { stage } from "./stage.mjs";

const BEHIND = proxiesOf("127.0.0.1,172.16.0.0/12,fd00::/8");

for (const [what, remoteAddress, forwarded, address] of [
  ["nobody in between", "203.0.113.7", undefined, "203.0.113.7"],
  ["a stranger who writes the header", "203.0.113.7", "192.0.2.1", "203.0.113.7"],
  ["a proxy in another container", "::ffff:172.18.0.4", "203.0.113.7", "203.0.113.7"],
  [
    "two proxies, and a stranger's header",
    "fd00::2",
    "192.0.2.1, 203.0.113.7, 172.18.0.4",
    "203.0.113.7",
  ],
  ["a proxy that says nothing of use", "127.0.0.1", "unknown", "127.0.0.1"],
  ["a proxy that says nothing", "127.0.0.1", undefined, "127.0.0.1"],
]) {
  test(`the caller's address with ${what}`, () => {
    const request = { socket: { remoteAddress }, headers: { "x-forwarded-for": forwarded } };
    assert.equal(addressOf(request, BEHIND), address);
  });
}

describe("guessing at the sign-in", () => {
  /** How somebody is answered after somebody else has tried forty times. */
  async function answers(proxies) {
    const at = await stage({ PROXIES: proxies });
    const tried = (address) =>
      at.post("/api/sign-in", { accessToken: "x".repeat(20) }, { "x-forwarded-for": address });
    const tries = await Promise.all(Array.from({ length: 40 }, () => tried("203.0.113.7")));
    const other = await tried("203.0.113.8");
    await at.close();
    return [tries.at(-1).status, other.status];
  }

  test("holds up nobody else behind a proxy that is believed", async () => {
    assert.deepEqual(await answers("127.0.0.1"), [429, 403]);
  });

  test("is not helped by a header where no proxy is believed", async () => {
    assert.deepEqual(await answers("none"), [429, 429]);
  });
});
