import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startPayara, type RunningServer, type StartOptions } from "../../../build/payara.mjs";
import { freePort } from "../../../build/ports.mjs";

/** Deadlines so short that a journey can wait for them; grace long enough to be seen. */
const SHORT_DEADLINES = {
  VISAVIS_SESSION_REQUEST_EXPIRY: "PT6S",
  VISAVIS_TOKEN_LINK_LIFE: "PT8S",
  VISAVIS_SESSION_START_DEADLINE: "PT10S",
  VISAVIS_SESSION_GRACE: "PT8S",
  VISAVIS_SESSION_MEDIA_DEADLINE: "PT6S",
  VISAVIS_WEBSOCKET_PING_INTERVAL: "PT1S",
  VISAVIS_WEBSOCKET_DEAD_AFTER: "PT3S",
};

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * Starts two servers for all journeys, the second with short deadlines, each with an empty
 * database in the system's temporary folder. Their ports go to the workers by environment.
 */
export default async function startServers(): Promise<() => Promise<void>> {
  if (process.env["VISAVIS_IT_PORT"] !== undefined) {
    // Whoever set the ports runs the servers: handy while a journey is being written.
    return () => Promise.resolve();
  }
  const folder = mkdtempSync(path.join(tmpdir(), "visavis-journeys-"));
  const running: RunningServer[] = [];
  const stopAll = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const usual = await foreignHosts();
    const started = [
      ["VISAVIS_IT_PORT", usual],
      ["VISAVIS_IT_SHORT_PORT", SHORT_DEADLINES],
    ] as const;
    const starting = started.map(async ([name, extra]) => {
      const port = await freePort();
      running.push(await startServer(path.join(folder, name), port, extra));
      process.env[name] = String(port);
    });
    // Both are waited for, so that one that fails leaves none behind.
    const failed = (await Promise.allSettled(starting)).find(({ status }) => status === "rejected");
    if (failed?.status === "rejected") throw failed.reason;
  } catch (failure) {
    await stopAll();
    throw failure;
  }
  return stopAll;
}

/**
 * Lets hosts of somebody else plug into the first server: the one of `integration-tests/foreign-host`,
 * the smallest one of the documentation, Chatwoot's adapter, and pages of journeys' own. Ports and key go to the workers by environment.
 */
async function foreignHosts(): Promise<Record<string, string>> {
  const [foreign, minimal] = [String(await freePort()), String(await freePort())];
  const pages = String(await freePort());
  const [chatwoot, adapter] = [String(await freePort()), String(await freePort())];
  const key = randomBytes(32).toString("base64url");
  process.env["VISAVIS_IT_FOREIGN_PORT"] = foreign;
  process.env["VISAVIS_IT_MINIMAL_PORT"] = minimal;
  process.env["VISAVIS_IT_PAGES_PORT"] = pages;
  process.env["VISAVIS_IT_CHATWOOT_PORT"] = chatwoot;
  process.env["VISAVIS_IT_ADAPTER_PORT"] = adapter;
  process.env["VISAVIS_IT_AGENT_KEY"] = key;
  const origins = [
    `http://host.localhost:${foreign}`,
    `http://localhost:${minimal}`,
    `http://pages.localhost:${pages}`,
    `http://localhost:${chatwoot}`,
    `http://adapter.localhost:${adapter}`,
  ].join();
  return {
    VISAVIS_DEMO_AGENT_KEY: key,
    VISAVIS_DEMO_SITE_ORIGINS: origins,
    VISAVIS_DEMO_BACKOFFICE_ORIGINS: origins,
  };
}

/**
 * One server on this port; `extra` are VISAVIS_… variables beyond those of the demo, `steady` gives
 * up a quick start for speed later, `tls` serves HTTPS beside it.
 */
export function startServer(
  directory: string,
  port: number,
  extra: Record<string, string>,
  steady = false,
  tls?: StartOptions["tls"],
): Promise<RunningServer> {
  const secret = (): string => randomBytes(32).toString("base64url");
  return startPayara({
    jar: built(
      "VISAVIS_PAYARA",
      "integration-tests/target/payara-micro.jar",
      "target/payara-micro.jar",
    ),
    war: built("VISAVIS_WAR", "backoffice-module/target/visavis.war"),
    port,
    directory,
    steady,
    ...(tls === undefined ? {} : { tls }),
    environment: {
      VISAVIS_SERVICE_SECRET: secret(),
      VISAVIS_DEMO_AGENT_KEY: secret(),
      VISAVIS_SERVICE_ORIGIN: `http://localhost:${port}`,
      VISAVIS_DATABASE_URL: `jdbc:h2:file:${path.join(directory, "database")};DB_CLOSE_DELAY=-1`,
      ...extra,
    },
  });
}

function built(variable: string, ...candidates: string[]): string {
  const files = [process.env[variable], ...candidates.map((file) => path.join(ROOT, file))];
  const found = files.find((file) => file !== undefined && existsSync(file));
  if (found === undefined) {
    throw new Error(`${candidates[0] ?? variable} is not there: run ./test, or ./run once before`);
  }
  return found;
}
