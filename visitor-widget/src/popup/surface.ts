import type { SessionSnapshot } from "@visavis/signaling-client";
import type { AllowedSurface } from "../policy.ts";

/** What kind of thing is shown. */
export type Surface = "monitor" | "window" | "browser" | "unknown";

/** Why a surface is not shown; also the notice by which the agent is told. */
export type SurfaceFailure = "surface-refused" | "surface-unknown";

/** How often a running capture is looked at, milliseconds. Browsers slow this down to a second in windows that nobody sees. */
export const LOOK_MS = 250;

/** Why the account does not take this surface; nothing when it does. */
export function surfaceFailure(
  allowed: AllowedSurface,
  surface: Surface,
): SurfaceFailure | undefined {
  if (allowed === "any" || surface === "browser") return undefined;
  if (surface === "unknown") return "surface-unknown";
  return allowed === "window" && surface === "window" ? undefined : "surface-refused";
}

/** What the agent has yet to be told of the surface, given the notice that stands. */
export function surfaceNotice(
  stands: SessionSnapshot["notice"],
  failure: string | undefined,
  capturing: boolean,
): SessionSnapshot["notice"] | undefined {
  // Without a capture a refusal has been told when it came; a browser that cannot tell stays so.
  const lasting = failure === "surface-unknown" || (capturing && failure === "surface-refused");
  if (lasting) return failure === stands ? undefined : failure;
  const over = stands === "surface-refused" || stands === "surface-unknown";
  return capturing && over ? "none" : undefined;
}

/** What a track shows at this moment. */
export function surfaceOf(track: Pick<MediaStreamTrack, "getSettings">): Surface {
  const { displaySurface } = track.getSettings();
  return displaySurface === "monitor" || displaySurface === "window" || displaySurface === "browser"
    ? displaySurface
    : "unknown";
}

/**
 * Calls back whenever a track shows another kind of thing: the browser's own bar lets people switch
 * while they share. Where no event tells of it, looking from time to time does. Returns what ends it.
 */
export function watchSurface(track: MediaStreamTrack, turned: () => void): () => void {
  let before = surfaceOf(track);
  const look = (): void => {
    const now = surfaceOf(track);
    // A track that has ended shows nothing any more, and may not say what it was.
    if (now === before || track.readyState === "ended") return;
    before = now;
    turned();
  };
  const events = ["configurationchange", "capturehandlechange"];
  for (const each of events) track.addEventListener(each, look);
  const timer = setInterval(look, LOOK_MS);
  return () => {
    clearInterval(timer);
    for (const each of events) track.removeEventListener(each, look);
  };
}
