// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import {
  api,
  card,
  fetched,
  names,
  opened,
  said,
  service,
  socket,
  start,
  tell,
} from "./loader-stage.ts";
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

  const words = (version: number) => ({
    version,
    surface: version === 3 ? "tab" : "any",
    relayOnly: false,
    languages: ["fr"],
  });

  async function asked(): Promise<void> {
    service.policy = words(3);
    await start();
    api.renderInto(document.body);
    await tell(snapshot());
    await vi.dynamicImportSettled();
  }

  test("is answered under the version whose words stood on the card", async () => {
    await asked();
    api.accept();
    expect(said("share.accept")).toMatchObject([{ policyVersion: 3 }]);
  });

  test("is shown anew when a yes was to words that hold no more", async () => {
    await asked();
    service.policy = words(4);
    service.refuses = "policy-changed";
    api.accept();
    await vi.advanceTimersByTimeAsync(0);
    expect([card.shown.at(-1), card.policies.at(-1), card.reworded]).toEqual([
      "requested",
      words(4),
      true,
    ]);
    service.refuses = undefined;
    api.accept();
    expect(said("share.accept").map(({ policyVersion }) => policyVersion)).toEqual([3, 4]);
  });

  test("that is agreed to in the popup after all was answered from this page", async () => {
    await asked();
    service.policy = words(4);
    service.refuses = "policy-changed";
    api.accept();
    await vi.advanceTimersByTimeAsync(0);
    expect(card.phase).toBe("asked");
    await tell(snapshot({ state: "accepted", visitorConnection: "connected" }));
    expect(card.phase).toBe("waiting");
  });

  test("takes the blocked popup back once the next yes opens one, also under new words", async () => {
    await asked();
    opened.mockReturnValueOnce(null);
    service.policy = words(4);
    service.refuses = "policy-changed";
    api.accept();
    await vi.advanceTimersByTimeAsync(0);
    service.refuses = undefined;
    api.accept();
    const notices = said("visitor.notice").map(({ notice }) => notice);
    expect(notices).toEqual(["popup-blocked", "none"]);
  });

  test("is under its own words when those of the request before come late", async () => {
    await asked();
    service.withheld = [];
    await vi.advanceTimersByTimeAsync(20_000);
    socket().say({ type: "ping" });
    await vi.advanceTimersByTimeAsync(20_000);
    const [late] = service.withheld;
    await tell(snapshot({ state: "ended", endReason: "declined" }));
    await tell(snapshot({ id: "BBBBBBBBBBBBBBBBBBBBBB" }));
    late?.();
    await vi.advanceTimersByTimeAsync(0);
    service.policy = words(4);
    const now = { ticket: "ticket-new", expiresInMs: 60_000, policy: words(4) };
    socket().say({ type: "ok", id: said("ticket.new").at(-1)?.["id"], result: now });
    await vi.advanceTimersByTimeAsync(0);
    api.accept();
    expect(said("share.accept")).toMatchObject([{ policyVersion: 4 }]);
  });

  test("keeps its words while they are read, and a yes that is said again names them", async () => {
    await asked();
    service.policy = words(4);
    await vi.advanceTimersByTimeAsync(20_000);
    socket().say({ type: "ping" });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(said("ticket.new").length).toBeGreaterThan(1);
    expect(card.policies.at(-1)).toEqual(words(3));
    socket().onclose?.({ code: 1006 });
    api.accept();
    await vi.advanceTimersByTimeAsync(1_000);
    socket().say({ type: "server.ready", versions: [1], helloWithinMs: 10_000 });
    await vi.advanceTimersByTimeAsync(0);
    expect(said("share.accept").at(-1)).toMatchObject({ policyVersion: 3 });
  });

  test("that comes later is under the words of then", async () => {
    await asked();
    await tell(snapshot({ state: "ended", endReason: "declined" }));
    service.policy = words(4);
    await tell(snapshot({ id: "BBBBBBBBBBBBBBBBBBBBBB" }));
    api.accept();
    expect(said("share.accept")).toMatchObject([{ policyVersion: 4 }]);
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
