// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { snapshot } from "./snapshots.ts";

/** As a page that was just opened at that address. */
async function opened(fragment: string) {
  vi.resetModules();
  location.hash = fragment;
  const { takeCode, tabMemory } = await import("../src/accept/tab-memory.ts");
  const { memory } = await import("../src/popup/memory.ts");
  return { takeCode, tabMemory, memory };
}

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.restoreAllMocks());

describe("a tab's memory", () => {
  it("holds the code and the attempt over a reload, and takes the code out of the address", async () => {
    const first = await opened("#k=code-1");
    expect(first.takeCode().code).toBe("code-1");
    expect(location.hash).toBe("");
    first.tabMemory("code-1", () => "attempt-1").sent = true;
    const second = await opened("");
    expect(second.takeCode().code).toBe("code-1");
    expect(second.tabMemory("code-1", () => "attempt-2")).toMatchObject({
      id: "attempt-1",
      sent: true,
    });
  });

  it("begins anew with another link", async () => {
    const first = await opened("#k=code-1");
    first.takeCode();
    first.tabMemory("code-1", () => "attempt-1").sent = true;
    const second = await opened("#k=code-2");
    second.takeCode();
    expect(second.tabMemory("code-2", () => "attempt-2")).toMatchObject({
      id: "attempt-2",
      sent: false,
    });
  });

  it("tells a reloaded sharing window of the share that its unloading ended", async () => {
    (await opened("")).memory.keepEnded(snapshot({ state: "live" }));
    const { memory } = await opened("");
    expect(memory.takeEnded()).toMatchObject({ state: "ended", endReason: "popup-closed" });
    expect(memory.takeEnded()).toBeUndefined();
  });
});

describe("a tab whose browser blocks storage", () => {
  beforeEach(() => {
    vi.spyOn(globalThis, "sessionStorage", "get").mockImplementation(() => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    });
  });

  it("can answer a link all the same, and repeat its own yes", async () => {
    const { takeCode, tabMemory } = await opened("#k=code-1&l=fr");
    expect(takeCode()).toEqual({ code: "code-1", language: "fr" });
    const attempt = tabMemory("code-1", () => "attempt-1");
    expect(attempt).toMatchObject({ id: "attempt-1", sent: false });
    attempt.sent = true;
    expect(attempt.sent).toBe(true);
    attempt.sent = false;
    expect(attempt.sent).toBe(false);
  });

  it("can share: the sharing window keeps its token for as long as it lives", async () => {
    const { memory } = await opened("");
    expect(memory.token()).toBe("");
    memory.keepToken("token-1");
    expect(memory.token()).toBe("token-1");
    memory.keepEnded(snapshot({ state: "live" }));
    expect(memory.takeEnded()?.endReason).toBe("popup-closed");
  });
});
