import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { HostBridge, type BridgeWindow } from "../shared/host-bridge.ts";
import type { PanelEvent } from "./panel-machine.ts";
import { refusalLine } from "./refusal.ts";
import { ServiceLink } from "./service-link.ts";

const subject = {
  site: "pk_lumen",
  visitorId: "visitor-1",
  conversationId: null,
  language: "fr",
} as const;
const open = vi.fn();

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  vi.stubGlobal("addEventListener", vi.fn());
  vi.stubGlobal("removeEventListener", vi.fn());
  vi.stubGlobal("WebSocket", open);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  open.mockReset();
});

/** A service that answers every request of one type with a refusal. */
class RefusingSocket {
  static refuses: Record<string, string> = {};
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor() {
    queueMicrotask(() => this.say({ type: "server.ready" }));
  }

  send(text: string): void {
    const { type, id } = JSON.parse(text) as { type: string; id: string };
    const code = RefusingSocket.refuses[type];
    const result = { heartbeat: { timeoutMs: 25_000 }, iceServers: [], account: {} };
    if (code === undefined) this.say({ type: "ok", id, result });
    else this.say({ type: "error", id, code, detail: "no", retryable: false });
  }

  close(): void {
    this.onclose?.({ code: 1000 });
  }

  private say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

function connectWith(site: string): PanelEvent[] {
  return connected(site).heard;
}

function connected(site: string) {
  const payload = { sub: "camille", iss: site, exp: Math.floor(Date.now() / 1000) + 600 };
  const window = {
    location: { hash: `#token=x.${btoa(JSON.stringify(payload))}.x`, pathname: "/", search: "" },
    history: { replaceState: () => undefined },
    document: { referrer: "" },
    sessionStorage: { getItem: () => null, setItem: () => undefined },
    addEventListener: () => undefined,
    clearTimeout: () => undefined,
  };
  Object.assign(window, { parent: window });
  const bridge = new HostBridge(window as unknown as BridgeWindow, "test");
  const heard: PanelEvent[] = [];
  const hear = (event: PanelEvent) => heard.push(event);
  const link = new ServiceLink("ws://service/signal", subject, bridge, hear, () => undefined);
  link.connect();
  return { heard, link };
}

test("a token of another site is not used, and that is said", async () => {
  const heard = connectWith("pk_brume");
  await vi.waitFor(() => expect(heard).toContainEqual({ is: "obstacle", obstacle: "other-site" }));
  expect(open).not.toHaveBeenCalled();
});

test("a token of the panel's own site is used", async () => {
  const heard = connectWith("pk_lumen");
  await vi.waitFor(() => expect(open).toHaveBeenCalled());
  expect(heard.some((event) => event.is === "obstacle")).toBe(false);
});

describe("an agent token that the service refuses", () => {
  const refused = { is: "obstacle", obstacle: "token-refused" };
  const line = (): string => vi.mocked(console.warn).mock.calls.flat().join("\n");

  beforeEach(() => vi.stubGlobal("WebSocket", RefusingSocket));

  test("leads the integrator to where the account's admin sees why", async () => {
    RefusingSocket.refuses = { hello: "token-invalid" };
    const heard = connectWith("pk_lumen");
    await vi.waitFor(() => expect(heard).toContainEqual(refused), 5_000);
    expect(line()).toContain("(token-invalid)");
    expect(line()).toContain("http://service/admin/?site=pk_lumen#/keys");
    expect(line()).not.toMatch(/eyJ|camille/);
    expect(vi.mocked(console.warn)).toHaveBeenCalledOnce();
  });

  test("is not blamed where the account has no access", async () => {
    RefusingSocket.refuses = { hello: "not-eligible" };
    const heard = connectWith("pk_lumen");
    await vi.waitFor(() => expect(heard).toContainEqual(refused), 5_000);
    expect(line()).toContain("account of site pk_lumen may not share screens now");
    expect(line()).not.toContain("refused the agent token");
  });

  test("because it is over is said to be that", () => {
    const said = refusalLine("token-expired", { signal: "ws://service/signal", site: "pk_lumen" });
    expect(said).toContain("(token-expired): it is past its");
  });

  test("for this visitor is said to be of another", async () => {
    RefusingSocket.refuses = { "visitor.watch": "forbidden" };
    const { heard, link } = connected("pk_lumen");
    await vi.waitFor(() => expect(heard.some(({ is }) => is === "welcome")).toBe(true));
    link.perform({ do: "watch" });
    await vi.waitFor(() =>
      expect(heard).toContainEqual({ is: "failed", action: "watch", code: "forbidden" }),
    );
    expect(line()).toContain('"visitor"');
  });
});
