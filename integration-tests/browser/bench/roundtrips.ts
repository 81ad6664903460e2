import { quantile } from "./statistics.ts";

/** One end of a pair: sends a payload to the other end and hears what that one sends. */
export interface End {
  send(payload: string): void;
  /** Called with every payload that arrives from the other end. */
  hear: (payload: string) => void;
  close(): void;
}

export interface Pair {
  readonly asker: End;
  readonly echoer: End;
}

export interface RoundTrips {
  /** Round trips per second over all pairs. */
  readonly perSecond: number;
  /** Milliseconds of one round trip. */
  readonly p50: number;
  readonly p99: number;
}

/**
 * Closed loop: every pair keeps one message going to and fro. What happens in the first
 * `warmUpMs` is not counted; then everything is, for `measureMs`.
 */
export async function measureRoundTrips(
  pairs: readonly Pair[],
  bytes: number,
  { warmUpMs = 20_000, measureMs = 8_000 } = {},
): Promise<RoundTrips> {
  const payload = "x".repeat(bytes);
  const times: number[] = [];
  let phase: "warming" | "measuring" | "over" = "warming";
  for (const { asker, echoer } of pairs) {
    let sentAt = 0;
    const ask = (): void => {
      sentAt = performance.now();
      asker.send(payload);
    };
    echoer.hear = (received) => echoer.send(received);
    asker.hear = () => {
      if (phase === "measuring") {
        times.push(performance.now() - sentAt);
      }
      if (phase !== "over") {
        ask();
      }
    };
    ask();
  }
  await passing(warmUpMs);
  phase = "measuring";
  const start = performance.now();
  await passing(measureMs);
  phase = "over";
  const seconds = (performance.now() - start) / 1000;
  // The last messages still under way must not meet the next measurement.
  await passing(300);
  return {
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

function passing(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
