import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HostBridge, type BridgeWindow } from "../shared/host-bridge.ts";
import type { PanelEvent } from "./panel-machine.ts";
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

function connectWith(site: string): PanelEvent[] {
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
  new ServiceLink("ws://service/signal", subject, bridge, hear, () => undefined).connect();
  return heard;
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
