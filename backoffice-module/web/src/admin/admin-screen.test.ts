// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AdminScreen } from "./admin-screen.ts";
import { samplePolicy } from "./test/sample-policy.ts";

/** As much of every answer as this page looks at. */
const answer = { ...samplePolicy(), name: "Maison Lumen", accessRefusal: null };
let authorised: (string | null)[];

function tokenNamed(jti: string): string {
  const exp = Math.floor(Date.now() / 1000) + 600;
  return `x.${btoa(JSON.stringify({ sub: "noor", role: "agent", iss: "pk_one", jti, exp }))}.x`;
}

/** A page of its own window, opened by the host with a token. */
function openAt(place: string, token: string): void {
  window.location.href = `https://share.example/admin/?site=pk_one#/${place}&token=${token}`;
  document.body.innerHTML = "<div id=admin></div>";
  const root = document.getElementById("admin");
  if (root !== null) new AdminScreen(root, window).begin();
}

beforeEach(() => {
  authorised = [];
  vi.useFakeTimers();
  vi.stubGlobal("fetch", (_route: string, init: RequestInit) => {
    authorised.push(new Headers(init.headers).get("authorization"));
    return Promise.resolve(Response.json({ ...answer, items: [], next: null }));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

// One screen in one window alone: those of other tests would go on listening to its address.
test("a token that the host renews is used from then on, wherever the page stands", async () => {
  const [first, second] = [tokenNamed("1"), tokenNamed("2")];
  openAt("keys", first);
  await vi.waitFor(() => expect(authorised).toContain(`Bearer ${first}`));
  expect(window.location.hash).toBe("#/keys");
  window.location.hash = `#token=${second}`;
  await vi.waitFor(() => expect(window.location.hash).toBe("#/keys"));
  authorised.length = 0;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(new Set(authorised)).toEqual(new Set([`Bearer ${second}`]));
});
