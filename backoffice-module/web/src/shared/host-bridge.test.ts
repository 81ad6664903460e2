import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { HostBridge, TokenMissing, type BridgeWindow } from "./host-bridge.ts";

const HOST = "https://host.example";

function tokenThatExpiresIn(milliseconds: number): string {
  const exp = Math.floor((Date.now() + milliseconds) / 1000);
  return `x.${btoa(JSON.stringify({ sub: "camille", exp }))}.x`;
}

/** A window with just what the bridge touches. */
function fakeWindow(options: { framed: boolean; ancestor?: string; hash?: string }) {
  const posted: { message: Record<string, unknown>; target: string }[] = [];
  const listeners = new Map<string, (event: unknown) => void>();
  const parent = {
    postMessage: (message: Record<string, unknown>, target: string) =>
      posted.push({ message, target }),
  };
  const kept = new Map<string, string>();
  const location = {
    hash: options.hash ?? "",
    pathname: "/panel/",
    search: "?site=pk",
    ...(options.ancestor === undefined ? {} : { ancestorOrigins: [options.ancestor] }),
  };
  const window = {
    location,
    history: { replaceState: () => (location.hash = "") },
    document: { referrer: "" },
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    },
    addEventListener: (type: string, listener: (event: unknown) => void) =>
      listeners.set(type, listener),
    setTimeout: (work: () => void, delay: number) => setTimeout(work, delay),
    clearTimeout: (timer: number) => clearTimeout(timer),
  };
  Object.assign(window, { parent: options.framed ? parent : window });
  const say = (data: unknown, from: { source?: unknown; origin?: string } = {}): void =>
    listeners.get("message")?.({ source: parent, origin: HOST, data, ...from });
  const fire = (type: string): void => listeners.get(type)?.({});
  return { window: window as unknown as BridgeWindow, posted, say, fire, location };
}

describe("in a frame", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test("a token is asked of the exact origin around the page", async () => {
    const { window, posted, say } = fakeWindow({ framed: true, ancestor: HOST });
    const asked = new HostBridge(window, "test").token();
    expect(posted[0]).toEqual({
      message: { source: "visavis", type: "token-needed" },
      target: HOST,
    });
    const token = tokenThatExpiresIn(600_000);
    say({ source: "visavis-host", type: "token", token });
    await expect(asked).resolves.toBe(token);
  });

  test("tokens of another window or another origin do not count", async () => {
    const { window, say } = fakeWindow({ framed: true, ancestor: HOST });
    const asked = new HostBridge(window, "test").token();
    const message = { source: "visavis-host", type: "token", token: tokenThatExpiresIn(600_000) };
    say(message, { source: {} });
    say(message, { origin: "https://evil.example" });
    const outcome = expect(asked).rejects.toBeInstanceOf(TokenMissing);
    await vi.advanceTimersByTimeAsync(10_000);
    await outcome;
  });

  test("where the browser does not tell the origin, the first answer settles it", async () => {
    const { window, posted, say } = fakeWindow({ framed: true });
    const bridge = new HostBridge(window, "test");
    bridge.post({ type: "height", height: 10 });
    expect(posted).toEqual([]);
    const asked = bridge.token();
    say({ source: "visavis-host", type: "token", token: tokenThatExpiresIn(600_000) });
    await asked;
    bridge.post({ type: "height", height: 10 });
    expect(posted.at(-1)?.target).toBe(HOST);
  });

  test("a token that is about to expire is asked for anew", async () => {
    const { window, posted, say } = fakeWindow({ framed: true, ancestor: HOST });
    const bridge = new HostBridge(window, "test");
    const first = bridge.token();
    say({ source: "visavis-host", type: "token", token: tokenThatExpiresIn(5_000) });
    await first;
    void bridge.token();
    expect(posted.filter(({ message }) => message["type"] === "token-needed")).toHaveLength(2);
  });

  test("a host that hides the frame says so", () => {
    const { window, say } = fakeWindow({ framed: true, ancestor: HOST });
    const bridge = new HostBridge(window, "test");
    const left = vi.fn();
    bridge.onLeave = left;
    say({ source: "visavis-host", type: "leave" });
    expect(left).toHaveBeenCalledOnce();
  });
});

describe("in a window of its own", () => {
  test("the token comes from the fragment, which then is cleared", async () => {
    const token = tokenThatExpiresIn(600_000);
    const { window, location } = fakeWindow({ framed: false, hash: `#token=${token}` });
    await expect(new HostBridge(window, "test").token()).resolves.toBe(token);
    expect(location.hash).toBe("");
  });

  test("a reload of the window keeps its token", async () => {
    const token = tokenThatExpiresIn(600_000);
    const { window } = fakeWindow({ framed: false, hash: `#token=${token}` });
    new HostBridge(window, "test");
    await expect(new HostBridge(window, "test").token()).resolves.toBe(token);
    await expect(new HostBridge(window, "other").token()).rejects.toBeInstanceOf(TokenMissing);
  });

  test("a later fragment brings a fresh token", async () => {
    const { window, location, fire } = fakeWindow({ framed: false });
    const bridge = new HostBridge(window, "test");
    await expect(bridge.token()).rejects.toBeInstanceOf(TokenMissing);
    const token = tokenThatExpiresIn(600_000);
    location.hash = `#token=${token}`;
    fire("hashchange");
    await expect(bridge.token()).resolves.toBe(token);
  });
});
