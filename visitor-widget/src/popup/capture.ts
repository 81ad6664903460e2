/** Why there is no picture although the visitor pressed the button. */
export type CaptureFailure = "picker-cancelled" | "permission-denied" | "capture-failed";

/** What kind of thing is shown. */
export type Surface = "monitor" | "window" | "browser" | "unknown";

/** A running capture. */
export interface Capture {
  readonly track: MediaStreamTrack;
  readonly stream: MediaStream;
  readonly surface: Surface;
}

/** A capture that did not come about. */
export class CaptureError extends Error {
  override readonly name = "CaptureError";

  constructor(readonly failure: CaptureFailure) {
    super(failure);
  }
}

// Three of these stand in the Screen Capture draft but not in lib.dom; browsers ignore what they do not know.
const OPTIONS = {
  video: {
    frameRate: { ideal: 30, max: 30 },
    width: { max: 1920 },
    height: { max: 1080 },
  },
  audio: false,
  selfBrowserSurface: "exclude",
  surfaceSwitching: "include",
  monitorTypeSurfaces: "include",
} as DisplayMediaStreamOptions;

/**
 * Opens the browser's picker, before this returns. It must be the first thing in the click: a
 * round trip before it would cost the permission that the click gives.
 *
 * @throws CaptureError (rejection)
 */
export async function captureScreen(
  devices: Pick<MediaDevices, "getDisplayMedia"> = navigator.mediaDevices,
): Promise<Capture> {
  try {
    const stream = await devices.getDisplayMedia(OPTIONS);
    const [track] = stream.getVideoTracks();
    if (!track) throw new CaptureError("capture-failed");
    return { track, stream, surface: surfaceOf(track) };
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

function surfaceOf(track: MediaStreamTrack): Surface {
  const { displaySurface } = track.getSettings();
  return displaySurface === "monitor" || displaySurface === "window" || displaySurface === "browser"
    ? displaySurface
    : "unknown";
}
