// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { VisavisApi } from "../src/loader/visavis.ts";
import {
  api,
  card,
  FakeWebSocket,
  fetched,
  names,
  opened,
  said,
  socket,
  start,
  tell,
} from "./loader-stage.ts";
import { snapshot } from "./snapshots.ts";

describe("the loader", () => {
  test("announces itself, gets a token from its own origin and connects", async () => {
    await start();
    expect(names().filter((name, at, all) => all.indexOf(name) === at)).toEqual([
      "ready",
      "online",
    ]);
    expect(fetched.mock.calls[0]?.[0]).toBe("https://service.example/api/v1/visitor-tokens");
    expect(socket().url).toBe("wss://service.example/signal");
    expect(said("hello")).toMatchObject([
      { kind: "page", token: "t", language: "fr", canShare: true },
    ]);
  });

  test("waits to be started when told so", async () => {
    await start({ start: "manual" });
    expect(fetched).not.toHaveBeenCalled();
    api.start({ visitorId: "visitor-of-the-host" });
    expect(JSON.parse((fetched.mock.calls[0]?.[1] as { body: string }).body)).toEqual({
      siteKey: "pk_demo_lumen",
      visitorId: "visitor-of-the-host",
    });
  });

  test("keeps one visitor id for the site", async () => {
    await start();
    const kept = localStorage.getItem("visavis.visitor");
    expect(kept).toMatch(/^[\w-]{22}$/);
    api.start();
    expect(localStorage.getItem("visavis.visitor")).toBe(kept);
  });

  test("throws nothing when the service is away, and does nothing without a request", async () => {
    fetched.mockRejectedValue(new TypeError("network"));
    await start();
    expect(names()).toContain("offline");
    expect([api.accept(), api.session]).toEqual([false, null]);
    expect(() => {
      api.decline();
      api.stopSharing();
    }).not.toThrow();
  });

  test("tells the host of a request and of every change", async () => {
    await start();
    names();
    await tell(snapshot());
    await tell(snapshot({ state: "accepted" }));
    expect(api.session?.state).toBe("accepted");
    await tell(snapshot({ state: "ended", endReason: "agent-stopped" }));
    expect(names()).toEqual(["request", "state", "state", "state", "ended"]);
    expect(api.session).toBeNull();
  });

  test("leaves the request to a host that draws it, and draws what follows the yes", async () => {
    await start();
    await tell(snapshot());
    await vi.dynamicImportSettled();
    expect(card.shown).toEqual([]);
    await tell(snapshot({ state: "accepted", acceptedAt: "2026-01-01T00:00:30Z" }));
    await vi.dynamicImportSettled();
    await tell(snapshot({ state: "live", acceptedAt: "2026-01-01T00:00:30Z" }));
    expect(card.shown).toEqual(["accepted", "live"]);
  });

  test("draws nothing of a request that the host drew and nobody accepted", async () => {
    await start();
    await tell(snapshot());
    await tell(snapshot({ state: "ended", endReason: "expired" }));
    await vi.dynamicImportSettled();
    expect(card.shown).toEqual([]);
  });

  test("a refused page says once which origin and key it was, and asks rarely", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    // A refusal comes without leave to read it; anybody may fetch the script.
    fetched.mockImplementation((url: string) =>
      url.endsWith("/visavis.js")
        ? Promise.resolve({ ok: true })
        : Promise.reject(new TypeError("Failed to fetch")),
    );
    const asked = () =>
      fetched.mock.calls.filter(([url]) => String(url).endsWith("/visitor-tokens")).length;
    await start();
    await vi.advanceTimersByTimeAsync(50_000);
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(asked()).toBe(2);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(asked()).toBe(2);
    expect(warned).toHaveBeenCalledOnce();
    expect(warned.mock.calls[0]?.[0]).toMatch(
      /Origin: http.*site key: pk_demo_lumen.*registered for the account, and the visitor's id signed/,
    );
  });

  test("an id of the wrong form is named as what is wrong", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    fetched.mockImplementation((url: string) =>
      url.endsWith("/visavis.js")
        ? Promise.resolve({ ok: true })
        : Promise.reject(new TypeError("Failed to fetch")),
    );
    await start({ start: "manual" });
    api.start({ visitorId: "jean@example.com" });
    await vi.advanceTimersByTimeAsync(1);
    const id = /no token. A visitor's id is 8 to 128 of/;
    expect(warned.mock.calls).toContainEqual([expect.stringMatching(id)]);
  });

  test("has a ticket at hand before the yes, and opens the popup within the call", async () => {
    await start();
    await tell(snapshot());
    expect(said("ticket.new")).toHaveLength(1);
    expect(api.accept()).toBe(true);
    const [[url]] = opened.mock.calls as unknown as [[string]];
    expect(url).toMatch(/^https:\/\/service\.example\/popup\/#t=ticket-\d+&l=fr$/);
    expect(said("share.accept")).toMatchObject([{ wording: "view.1", language: "fr" }]);
  });

  test("fetches a new ticket every forty seconds and after each use", async () => {
    await start();
    await tell(snapshot());
    await vi.advanceTimersByTimeAsync(20_000);
    socket().say({ type: "ping" });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(said("ticket.new")).toHaveLength(2);
    api.accept();
    await vi.advanceTimersByTimeAsync(0);
    expect(said("ticket.new")).toHaveLength(3);
    await tell(snapshot({ state: "live" }));
    socket().say({ type: "ping" });
    await vi.advanceTimersByTimeAsync(20_000);
    socket().say({ type: "ping" });
    await vi.advanceTimersByTimeAsync(24_000);
    expect(said("ticket.new")).toHaveLength(3);
  });

  test("a blocked popup is a yes all the same, told to the agent", async () => {
    opened.mockReturnValue(null);
    await start();
    await tell(snapshot());
    expect(api.accept()).toBe(false);
    expect(said("share.accept")).toHaveLength(1);
    expect(said("visitor.notice")).toMatchObject([{ notice: "popup-blocked" }]);
    opened.mockReturnValue({ closed: false });
    await tell(snapshot({ state: "accepted" }));
    expect(api.accept()).toBe(true);
    expect(said("share.accept")).toHaveLength(1);
    expect(said("visitor.notice").at(-1)).toMatchObject({ notice: "none" });
  });

  test("no is a refusal, and the reason is the browser where that is so", async () => {
    await start();
    await tell(snapshot());
    api.decline();
    expect(said("share.decline")).toMatchObject([{ cause: "refused" }]);
    vi.stubGlobal("navigator", { language: "fr", userAgent: "x" });
    await start();
    await tell(snapshot());
    expect(api.canShare).toBe(false);
    api.decline();
    expect(said("share.decline")).toMatchObject([{ cause: "browser-unsupported" }]);
  });

  test("stops a share from the page", async () => {
    await start();
    await tell(snapshot({ state: "live" }));
    api.stopSharing();
    expect(said("share.stop")).toMatchObject([{ cause: "stopped" }]);
  });

  test.each([
    ["a no", (it: VisavisApi) => it.decline(), "share.decline", snapshot()],
    ["a stop", (it: VisavisApi) => it.stopSharing(), "share.stop", snapshot({ state: "live" })],
  ] as const)("%s pressed while offline is said when the service is back", async (...given) => {
    const [, press, type, session] = given;
    await start();
    await tell(session);
    const first = socket();
    first.onclose?.({ code: 1006 });
    press(api);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(socket()).not.toBe(first);
    socket().say({ type: "server.ready", versions: [1], helloWithinMs: 10_000 });
    await vi.advanceTimersByTimeAsync(0);
    expect(said(type).length).toBeGreaterThan(0);
  });

  test("a session that had ended before this page came is no news", async () => {
    await start();
    names();
    await tell(snapshot({ state: "ended" }));
    expect(names()).toEqual([]);
  });
});

describe("the loader's visitor", () => {
  const bodies = () =>
    fetched.mock.calls
      .filter(([url]) => String(url).endsWith("/visitor-tokens"))
      .map(([, init]) => JSON.parse((init as { body: string }).body) as Record<string, string>);
  const greet = async () => {
    await vi.advanceTimersByTimeAsync(0);
    socket().say({ type: "server.ready", versions: [1], helloWithinMs: 10_000 });
    await vi.advanceTimersByTimeAsync(0);
  };

  test("is the one that the page names, with the host's word for it", async () => {
    await start({ visitorId: "customer-42", visitorSignature: "k.0a" });
    expect(bodies()).toEqual([
      { siteKey: "pk_demo_lumen", visitorId: "customer-42", visitorSignature: "k.0a" },
    ]);
    expect(api.visitorId).toBe("customer-42");
  });

  test("becomes another one at sign-in and at sign-out without a reload", async () => {
    await start();
    const anonymous = api.visitorId;
    api.identify({ visitorId: "customer-42", visitorSignature: "k.0a" });
    await greet();
    expect(bodies().at(-1)).toMatchObject({ visitorId: "customer-42", visitorSignature: "k.0a" });
    expect(FakeWebSocket.all).toHaveLength(2);
    api.identify({ visitorId: "customer-42", visitorSignature: "k.0a" });
    await greet();
    expect(FakeWebSocket.all).toHaveLength(2);
    api.identify(null);
    await greet();
    expect(api.visitorId).toMatch(/^[A-Za-z0-9_-]{16,}$/);
    expect(api.visitorId).not.toBe(anonymous);
    expect(localStorage.getItem("visavis.visitor")).toBe(api.visitorId);
  });

  test("stays the same however often the host says that nobody is signed in", async () => {
    await start();
    const anonymous = api.visitorId;
    api.identify(null);
    api.identify(null);
    await greet();
    expect([api.visitorId, FakeWebSocket.all.length]).toEqual([anonymous, 1]);
    api.identify({ visitorId: "customer-42" });
    await greet();
    api.identify(null);
    await greet();
    const signedOut = api.visitorId;
    api.identify(null);
    await greet();
    expect([api.visitorId, FakeWebSocket.all.length]).toEqual([signedOut, 3]);
    expect(localStorage.getItem("visavis.visitor")).toBe(signedOut);
  });

  test("who signs out during a share is one new visitor afterwards, however often it is said", async () => {
    await start({ visitorId: "customer-42" });
    await tell(snapshot({ state: "live" }));
    api.identify(null);
    const made = localStorage.getItem("visavis.visitor");
    api.identify(null);
    await tell(snapshot({ state: "ended" }));
    await greet();
    expect(made).toMatch(/^[\w-]{22}$/);
    expect([api.visitorId, FakeWebSocket.all.length]).toEqual([made, 2]);
  });

  test("of the last page stays when a manual start is told first that nobody is signed in", async () => {
    await start();
    const kept = api.visitorId;
    api.stop();
    await start({ start: "manual" });
    api.identify(null);
    api.start();
    expect(api.visitorId).toBe(kept);
    api.stop();
    await start({ start: "manual", visitorId: "customer-42" });
    api.identify(null);
    api.start();
    expect(api.visitorId).not.toBe("customer-42");
  });

  test("stays the same until a share that is open has ended", async () => {
    await start();
    await tell(snapshot({ state: "live" }));
    api.identify({ visitorId: "customer-42" });
    await vi.advanceTimersByTimeAsync(0);
    expect(FakeWebSocket.all).toHaveLength(1);
    await tell(snapshot({ state: "ended" }));
    await greet();
    expect(FakeWebSocket.all).toHaveLength(2);
    expect(api.visitorId).toBe("customer-42");
    expect(card.shown.at(-1)).toBe("ended");
  });

  test("named before a manual start is the one that it starts with", async () => {
    await start({ start: "manual" });
    expect(FakeWebSocket.all).toHaveLength(0);
    api.identify({ visitorId: "customer-42" });
    api.start();
    await greet();
    expect(bodies()).toEqual([{ siteKey: "pk_demo_lumen", visitorId: "customer-42" }]);
  });

  test("is in the conversation that the host names, after every connection anew", async () => {
    await start({ conversationId: "chat-1" });
    expect(said("visitor.conversation")).toMatchObject([{ conversationId: "chat-1" }]);
    api.setConversation("chat-2");
    api.setConversation(null);
    const [, second, third] = said("visitor.conversation");
    expect(second).toMatchObject({ conversationId: "chat-2" });
    expect(third).not.toHaveProperty("conversationId");
  });

  test("asks for help, and learns whether it was taken", async () => {
    await start();
    expect(api.mayAskForHelp).toBe(false);
    const asked = api.askForHelp();
    await vi.advanceTimersByTimeAsync(0);
    expect(said("help.ask")).toHaveLength(1);
    expect(await asked).toBe(true);
    api.stop();
    expect(await api.askForHelp()).toBe(false);
  });
});
