import type { AllowedSurface } from "../policy.ts";
import {
  surfaceFailure,
  surfaceOf,
  watchSurface,
  type Surface,
  type SurfaceFailure,
} from "./surface.ts";

/** Why there is no picture although the visitor pressed the button. */
export type CaptureFailure =
  "picker-cancelled" | "permission-denied" | "capture-failed" | SurfaceFailure;

/** A running capture. */
export interface Capture {
  readonly track: MediaStreamTrack;
  readonly stream: MediaStream;
  /** What is shown at this moment. */
  readonly surface: Surface;
  /** Calls back whenever that becomes something else, until the returned function is called. */
  readonly watch: (turned: () => void) => () => void;
}

/** A capture that did not come about. */
export class CaptureError extends Error {
  override readonly name = "CaptureError";

  constructor(readonly failure: CaptureFailure) {
    super(failure);
  }
}

/**
 * What the picker is asked for: a wish only, which it may leave unheard. Three of these stand in the
 * Screen Capture draft but not in lib.dom; browsers ignore what they do not know.
 */
function optionsFor(allowed: AllowedSurface): DisplayMediaStreamOptions {
  const video = {
    frameRate: { ideal: 30, max: 30 },
    width: { max: 1920 },
    height: { max: 1080 },
    ...(allowed !== "any" && { displaySurface: allowed === "tab" ? "browser" : "window" }),
  };
  return {
    video,
    audio: false,
    selfBrowserSurface: "exclude",
    // Within what is allowed people may switch; the rest is seen by watching.
    surfaceSwitching: "include",
    monitorTypeSurfaces: allowed === "any" ? "include" : "exclude",
  } as DisplayMediaStreamOptions;
}

/**
 * Opens the browser's picker, before this returns. It must be the first thing in the click: a
 * round trip before it would cost the permission that the click gives. What is not allowed, or
 * cannot be known, is stopped before anybody gets hold of it.
 *
 * @throws CaptureError (rejection)
 */
export async function captureScreen(
  allowed: AllowedSurface,
  devices: Pick<MediaDevices, "getDisplayMedia"> = navigator.mediaDevices,
): Promise<Capture> {
  try {
    const stream = await devices.getDisplayMedia(optionsFor(allowed));
    const [track] = stream.getVideoTracks();
    if (!track) throw new CaptureError("capture-failed");
    const failure = surfaceFailure(allowed, surfaceOf(track));
    if (failure) {
      track.stop();
      throw new CaptureError(failure);
    }
    return {
      track,
      stream,
      get surface() {
        return surfaceOf(track);
      },
      watch: (turned) => watchSurface(track, turned),
    };
  } catch (error) {
    throw error instanceof CaptureError ? error : new CaptureError(failureOf(error));
  }
}

/** Tells a visitor's no from the system's and from a fault. Browsers say it in the message only. */
export function failureOf(error: unknown, userAgent = navigator.userAgent): CaptureFailure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === "NotAllowedError") {
    if (/system/i.test(message)) return "permission-denied";
    return /polic/i.test(message) ? "capture-failed" : "picker-cancelled";
  }
  // Firefox on macOS finds no screen when the system withholds them.
  if (name === "NotFoundError" && userAgent.includes("Mac")) return "permission-denied";
  return "capture-failed";
}
