// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { api, card, fetched, names, said, service, start, tell } from "./loader-stage.ts";
import { snapshot } from "./snapshots.ts";

describe("a request", () => {
  test("tells of a request only when a yes would work, and works within that event", async () => {
    await start();
    names();
    service.withheld = [];
    await tell(snapshot());
    expect([names(), api.session]).toEqual([[], null]);
    const accepted: boolean[] = [];
    const answer = () => accepted.push(api.accept());
    window.addEventListener("visavis:request", answer, { once: true });
    service.withheld.forEach((give) => give());
    await vi.advanceTimersByTimeAsync(0);
    expect([names(), accepted]).toEqual([["request", "state"], [true]]);
  });

  test("a request that is over before it was told of stays untold", async () => {
    await start();
    names();
    service.withheld = [];
    await tell(snapshot());
    await tell(snapshot({ state: "ended", endReason: "withdrawn" }));
    service.withheld.forEach((give) => give());
    await vi.advanceTimersByTimeAsync(0);
    expect([names(), api.session]).toEqual([[], null]);
  });

  test("a request answered in another tab meanwhile is told as what it has become", async () => {
    await start();
    names();
    service.withheld = [];
    await tell(snapshot());
    await tell(snapshot({ state: "accepted" }));
    expect(names()).toEqual(["state"]);
  });

  test("keeps to the account's languages, before it says hello", async () => {
    const token = (languages: string[]) => ({
      ok: true,
      status: 200,
      json: () => Promise.resolve({ token: "t", languages }),
    });
    fetched.mockResolvedValue(token(["en"]));
    await start();
    expect(said("hello")).toMatchObject([{ language: "en" }]);
    fetched.mockResolvedValue(token(["fr", "en"]));
    vi.stubGlobal("navigator", { language: "de-DE", userAgent: "x" });
    await start({ language: "" });
    expect(said("hello")).toMatchObject([{ language: "fr" }]);
    await start({ language: "en" });
    expect(said("hello")).toMatchObject([{ language: "en" }]);
  });

  test("tells the card what the account allows", async () => {
    const policy = { surface: "tab", relayOnly: false, languages: ["fr"] };
    service.policy = policy;
    await start({ start: "auto" });
    await tell(snapshot({ state: "accepted", acceptedAt: "2026-01-01T00:00:30Z" }));
    await vi.dynamicImportSettled();
    expect(card.policies.at(-1)).toEqual(policy);
  });
});
