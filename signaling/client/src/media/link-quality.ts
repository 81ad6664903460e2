/** What two samples of `getStats` say about the picture's way, either at its start or at its end. */
export interface LinkReading {
  /** Round trip in milliseconds. */
  rttMs?: number;
  /** Part of the packets lost since the last sample, 0 to 1. */
  loss?: number;
  /** Frames in the last second. A page that does not move gives 1 or fewer: no sign of trouble. */
  framesPerSecond?: number;
  /** kbit/s of video since the last sample. */
  kbps?: number;
  /** Size of the picture in pixels. */
  width?: number;
  height?: number;
  /** Freezes since the last sample; receiver only. */
  freezes?: number;
  /** What holds the encoder back; sender only. */
  limit?: "cpu" | "bandwidth";
  /** Whether a relay (TURN) carries it. */
  relayed?: boolean;
}

export type LinkLevel = "good" | "fair" | "poor" | "unknown";
export type LinkCause = "none" | "latency" | "loss" | "bandwidth" | "cpu" | "freezes";

/** How well the picture travels, and what is to blame if not. */
export interface LinkVerdict {
  level: LinkLevel;
  cause: LinkCause;
}

type Entry = Record<string, unknown>;

/** Turns successive `getStats` reports of one connection into readings; keeps the last counters. */
export class LinkMeter {
  #last: { at: number; bytes: number; lost: number; received: number; freezes: number } | undefined;

  /** Reads one report; the first one gives no rates. `RTCStatsReport` fits. */
  read(report: { forEach(visit: (entry: Entry) => void): void }): LinkReading {
    const entries = new Map<string, Entry>();
    report.forEach((entry) => entries.set(String(entry["id"]), entry));
    const all = [...entries.values()];
    const video = all.find(
      (entry) =>
        (entry["type"] === "outbound-rtp" || entry["type"] === "inbound-rtp") &&
        entry["kind"] === "video",
    );
    const far = all.find(
      (entry) => entry["type"] === "remote-inbound-rtp" && entry["kind"] === "video",
    );
    const pair = all.find(
      (entry) => entry["type"] === "candidate-pair" && entry["nominated"] === true,
    );
    const local = entries.get(String(pair?.["localCandidateId"]));
    return clean({
      ...this.#rates(video),
      ...(far && { loss: number(far, "fractionLost") }),
      rttMs: seconds(number(pair, "currentRoundTripTime") ?? number(far, "roundTripTime")),
      framesPerSecond: number(video, "framesPerSecond"),
      width: number(video, "frameWidth"),
      height: number(video, "frameHeight"),
      limit: limitOf(video?.["qualityLimitationReason"]),
      relayed: local ? local["candidateType"] === "relay" : undefined,
    });
  }

  #rates(video: Entry | undefined): Loose<LinkReading> {
    if (!video) return {};
    const now = {
      at: number(video, "timestamp") ?? 0,
      bytes: number(video, "bytesSent") ?? number(video, "bytesReceived") ?? 0,
      lost: number(video, "packetsLost") ?? 0,
      received: number(video, "packetsReceived") ?? 0,
      freezes: number(video, "freezeCount") ?? 0,
    };
    const last = this.#last;
    this.#last = now;
    // Counters start again when the connection was replaced.
    if (!last || now.at <= last.at || now.bytes < last.bytes) return {};
    const lost = Math.max(0, now.lost - last.lost);
    const expected = lost + now.received - last.received;
    const atReceiver = video["type"] === "inbound-rtp";
    return {
      kbps: ((now.bytes - last.bytes) * 8) / (now.at - last.at),
      ...(atReceiver && { freezes: Math.max(0, now.freezes - last.freezes) }),
      ...(atReceiver && expected > 0 && { loss: lost / expected }),
    };
  }
}

/**
 * Judges a reading. The limits are those at which a person who reads along begins to notice (fair)
 * or to be hindered (poor).
 */
export function judgeLink(reading: LinkReading): LinkVerdict {
  const { rttMs, loss = 0, freezes = 0, limit, framesPerSecond = 30 } = reading;
  if (rttMs === undefined && reading.kbps === undefined) return { level: "unknown", cause: "none" };
  if (loss > 0.08) return { level: "poor", cause: "loss" };
  if (freezes > 1) return { level: "poor", cause: "freezes" };
  if (limit && framesPerSecond < 4) return { level: "poor", cause: limit };
  if ((rttMs ?? 0) > 600) return { level: "poor", cause: "latency" };
  if (loss > 0.02) return { level: "fair", cause: "loss" };
  if (limit) return { level: "fair", cause: limit };
  if (freezes > 0) return { level: "fair", cause: "freezes" };
  if ((rttMs ?? 0) > 250) return { level: "fair", cause: "latency" };
  return { level: "good", cause: "none" };
}

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

function clean(loose: Loose<LinkReading>): LinkReading {
  return Object.fromEntries(Object.entries(loose).filter(([, value]) => value !== undefined));
}

function number(entry: Entry | undefined, key: string): number | undefined {
  const value = entry?.[key];
  return typeof value === "number" ? value : undefined;
}

function seconds(value: number | undefined): number | undefined {
  return value === undefined ? undefined : value * 1000;
}

function limitOf(reason: unknown): "cpu" | "bandwidth" | undefined {
  return reason === "cpu" || reason === "bandwidth" ? reason : undefined;
}
