import { describe, expect, test, vi } from "vitest";
import { captureScreen, failureOf } from "../src/popup/capture.ts";

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

describe("a capture that works", () => {
  const track = { getSettings: () => ({ displaySurface: "window" }) };
  const stream = { getVideoTracks: () => [track] };

  test("opens the picker before it returns and asks for what text needs", async () => {
    const getDisplayMedia = vi.fn(() => Promise.resolve(stream as unknown as MediaStream));
    const capturing = captureScreen({ getDisplayMedia });
    expect(getDisplayMedia).toHaveBeenCalledWith({
      video: { frameRate: { ideal: 30, max: 30 }, width: { max: 1920 }, height: { max: 1080 } },
      audio: false,
      selfBrowserSurface: "exclude",
      surfaceSwitching: "include",
      monitorTypeSurfaces: "include",
    });
    await expect(capturing).resolves.toMatchObject({ surface: "window", track });
  });

  test("without a picture is a failure", async () => {
    const empty = { getVideoTracks: () => [] } as unknown as MediaStream;
    const capturing = captureScreen({ getDisplayMedia: () => Promise.resolve(empty) });
    await expect(capturing).rejects.toMatchObject({ failure: "capture-failed" });
  });
});
