import type { QualityMode } from "@visavis/signaling-client";

interface Recipe {
  contentHint: "text" | "motion";
  degradationPreference: "maintain-resolution" | "maintain-framerate";
  maxFramerate: number;
  /** bit/s */
  maxBitrate: number;
}

/**
 * What each mode asks of the encoder. `text` keeps every pixel and lets the frame rate give way;
 * `motion` does the reverse.
 */
export const recipes: Readonly<Record<QualityMode, Recipe>> = {
  sharp: {
    contentHint: "text",
    degradationPreference: "maintain-resolution",
    maxFramerate: 30,
    maxBitrate: 4_000_000,
  },
  smooth: {
    contentHint: "motion",
    degradationPreference: "maintain-framerate",
    maxFramerate: 30,
    maxBitrate: 4_000_000,
  },
  "low-data": {
    contentHint: "text",
    degradationPreference: "maintain-resolution",
    maxFramerate: 5,
    maxBitrate: 400_000,
  },
};

/** The part of `RTCRtpSender` that carries the quality. */
export type QualitySender = Pick<RTCRtpSender, "getParameters" | "setParameters">;

/** Sets a track's hint; without effect in browsers that have none (Firefox). */
export function hint(track: MediaStreamTrack, mode: QualityMode): void {
  track.contentHint = recipes[mode].contentHint;
}

/** Applies a mode to a sender. Never rejects: a browser that refuses a wish still sends. */
export async function applyQuality(sender: QualitySender, mode: QualityMode): Promise<void> {
  const { degradationPreference, maxBitrate, maxFramerate } = recipes[mode];
  const parameters = sender.getParameters() as RTCRtpSendParameters & {
    degradationPreference?: string;
  };
  // Before negotiation some browsers have no encodings yet; it is applied again once connected.
  if (parameters.encodings.length === 0) return;
  parameters.degradationPreference = degradationPreference;
  for (const encoding of parameters.encodings)
    Object.assign(encoding, { maxBitrate, maxFramerate });
  try {
    await sender.setParameters(parameters);
  } catch {
    // Negotiation overtook the transaction; whoever finishes it applies the mode again.
  }
}
