import { afterEach, describe, expect, test, vi } from "vitest";
import { captureScreen, failureOf } from "../src/popup/capture.ts";
import { LOOK_MS } from "../src/popup/surface.ts";

function failure(name: string, message = ""): Error {
  return Object.assign(new Error(message), { name });
}

describe("a capture that fails", () => {
  test.each([
    [
      "the visitor closes the picker",
      failure("NotAllowedError", "Permission denied"),
      "picker-cancelled",
    ],
    [
      "Firefox reports a no",
      failure("NotAllowedError", "The request is not allowed by the user agent or the platform"),
      "picker-cancelled",
    ],
    [
      "the system forbids it",
      failure("NotAllowedError", "Permission denied by system"),
      "permission-denied",
    ],
    [
      "a policy forbids it",
      failure("NotAllowedError", "Access to the feature is disallowed by permissions policy"),
      "capture-failed",
    ],
    ["the source cannot be read", failure("NotReadableError"), "capture-failed"],
    ["the click was too long ago", failure("InvalidStateError"), "capture-failed"],
    ["something else is thrown", "oops", "capture-failed"],
  ])("when %s", (_case, error, expected) => {
    expect(failureOf(error, "Linux")).toBe(expected);
  });

  test("on a Mac without a screen to find, the system withholds it", () => {
    expect(failureOf(failure("NotFoundError"), "Macintosh")).toBe("permission-denied");
    expect(failureOf(failure("NotFoundError"), "X11; Linux")).toBe("capture-failed");
  });
});

function given(displaySurface?: string) {
  const track = Object.assign(new EventTarget(), {
    readyState: "live",
    settings: displaySurface === undefined ? {} : { displaySurface },
    getSettings: () => track.settings,
    stop: vi.fn(() => (track.readyState = "ended")),
  });
  const stream = { getVideoTracks: () => [track] } as unknown as MediaStream;
  return { track, devices: { getDisplayMedia: vi.fn(() => Promise.resolve(stream)) } };
}

describe("a capture that works", () => {
  const video = { frameRate: { ideal: 30, max: 30 }, width: { max: 1920 }, height: { max: 1080 } };
  const always = { audio: false, selfBrowserSurface: "exclude", surfaceSwitching: "include" };

  test.each([
    ["any", video, "include"],
    ["window", { ...video, displaySurface: "window" }, "exclude"],
    ["tab", { ...video, displaySurface: "browser" }, "exclude"],
  ] as const)(
    "opens the picker before it returns and asks it for what is allowed: %s",
    async (allowed, wanted, monitorTypeSurfaces) => {
      const { track, devices } = given("browser");
      const capturing = captureScreen(allowed, devices);
      expect(devices.getDisplayMedia).toHaveBeenCalledWith({
        ...always,
        video: wanted,
        monitorTypeSurfaces,
      });
      await expect(capturing).resolves.toMatchObject({ surface: "browser", track });
    },
  );

  test("without a picture is a failure", async () => {
    const empty = { getVideoTracks: () => [] } as unknown as MediaStream;
    const capturing = captureScreen("any", { getDisplayMedia: () => Promise.resolve(empty) });
    await expect(capturing).rejects.toMatchObject({ failure: "capture-failed" });
  });
});

describe("what the account does not take", () => {
  test.each([
    ["any", "monitor", undefined],
    ["any", undefined, undefined],
    ["window", "window", undefined],
    ["window", "browser", undefined],
    ["window", "monitor", "surface-refused"],
    ["window", undefined, "surface-unknown"],
    ["tab", "browser", undefined],
    ["tab", "window", "surface-refused"],
    ["tab", "monitor", "surface-refused"],
    ["tab", undefined, "surface-unknown"],
    ["tab", "hologram", "surface-unknown"],
  ] as const)("of %s, a pick of %s: %s", async (allowed, picked, failure) => {
    const { track, devices } = given(picked);
    const capturing = captureScreen(allowed, devices);
    if (failure) await expect(capturing).rejects.toMatchObject({ failure });
    else await expect(capturing).resolves.toMatchObject({ track });
    expect(track.stop).toHaveBeenCalledTimes(failure ? 1 : 0);
  });
});

describe("a switch while sharing", () => {
  afterEach(() => vi.useRealTimers());

  test("is seen by looking where no event tells, once each, and no more when it is over", async () => {
    vi.useFakeTimers();
    const { track, devices } = given("browser");
    const capture = await captureScreen("tab", devices);
    const turned = vi.fn();
    const unwatch = capture.watch(turned);
    vi.advanceTimersByTime(2 * LOOK_MS);
    expect(turned).not.toHaveBeenCalled();
    track.settings = { displaySurface: "monitor" };
    vi.advanceTimersByTime(3 * LOOK_MS);
    expect(turned).toHaveBeenCalledOnce();
    expect(capture.surface).toBe("monitor");
    track.settings = { displaySurface: "browser" };
    track.dispatchEvent(new Event("configurationchange"));
    expect(turned).toHaveBeenCalledTimes(2);
    unwatch();
    track.settings = {};
    vi.advanceTimersByTime(3 * LOOK_MS);
    expect(turned).toHaveBeenCalledTimes(2);
  });

  test("is not made of an end", async () => {
    vi.useFakeTimers();
    const { track, devices } = given("browser");
    const turned = vi.fn();
    (await captureScreen("tab", devices)).watch(turned);
    track.readyState = "ended";
    track.settings = {};
    vi.advanceTimersByTime(3 * LOOK_MS);
    expect(turned).not.toHaveBeenCalled();
  });
});
