import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "@playwright/test";
import { freePort } from "../../../build/ports.mjs";
import { startServer } from "../harness/servers.ts";
import { agentToken } from "./agent-token.ts";
import { bareRelay, peerJsRelay, type Relay } from "./relays.ts";
import { measureRoundTrips, type Pair, type RoundTrips } from "./roundtrips.ts";
import { table } from "./statistics.ts";
import { visavisPair } from "./visavis-relay.ts";

const PAIRS = 50;
const SIZES = [200, 3_000];
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? "3");
const KEY = "bench-demo-agent-key-0123456789-0123456789";

/** The limits that protect the service from a flood are what this bench must not measure. */
const UNLIMITED = {
  VISAVIS_DEMO_AGENT_KEY: KEY,
  VISAVIS_WEBSOCKET_MESSAGES_PER_MINUTE: "100000000",
  VISAVIS_WEBSOCKET_MESSAGE_BURST: "100000000",
};

test("signalling round trips beside npm peer and a bare ws relay", async () => {
  const contenders: Record<string, () => Promise<Relay>> = {
    Visavis: visavisRelay,
    "npm peer": peerJsRelay,
    "bare ws relay": bareRelay,
  };
  const results = new Map<string, RoundTrips[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, start] of Object.entries(contenders)) {
      for (const [size, measured] of await measure(start)) {
        const key = `${name}|${size}`;
        results.set(key, [...(results.get(key) ?? []), measured]);
      }
    }
  }
  console.log(`\n${PAIRS} pairs, closed loop, best of ${ROUNDS} rounds:\n${report(results)}\n`);
});

/** One contender alone on the machine, every size through the same connections. */
async function measure(start: () => Promise<Relay>): Promise<Map<number, RoundTrips>> {
  const relay = await start();
  try {
    const pairs: Pair[] = [];
    for (let number = 0; number < PAIRS; number++) {
      pairs.push(await relay.pair(`pair${number}`));
    }
    const measured = new Map<number, RoundTrips>();
    for (const size of SIZES) {
      measured.set(size, await measureRoundTrips(pairs, size));
    }
    pairs.forEach(({ asker, echoer }) => [asker, echoer].forEach((end) => end.close()));
    return measured;
  } finally {
    await relay.stop();
  }
}

async function visavisRelay(): Promise<Relay> {
  const directory = mkdtempSync(path.join(tmpdir(), "visavis-bench-"));
  const port = await freePort();
  const server = await startServer(directory, port, UNLIMITED, true);
  return {
    pair: (name) => visavisPair(port, agentToken(KEY, `agent-${name}`)),
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function report(results: ReadonlyMap<string, readonly RoundTrips[]>): string {
  const rows = [["", "bytes", "round trips/s", "p50 ms", "p99 ms"]];
  for (const [key, rounds] of results) {
    const [name = "", size = ""] = key.split("|");
    const best = rounds.reduce((a, b) => (b.perSecond > a.perSecond ? b : a));
    const figures = [best.perSecond.toFixed(0), best.p50.toFixed(1), best.p99.toFixed(1)];
    rows.push([name, size, ...figures]);
  }
  return table(rows);
}
