import { readFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Locator } from "@playwright/test";
import { WebSocketServer, type WebSocket } from "ws";

/** Milliseconds on one clock; `asked`: the click, `picked`: the capture was granted. */
export interface FirstFrame {
  readonly fromClick: number;
  readonly fromPick: number;
}

/** The bare pages and their relay. */
export interface Floor {
  readonly port: number;
  /** One share between two fresh pages; `look` has the agent's video after the first frame. */
  share(
    visitor: BrowserContext,
    agent: BrowserContext,
    look: (video: Locator) => Promise<void>,
  ): Promise<FirstFrame>;
  close(): void;
}

declare global {
  interface Window {
    askedAt?: number;
    pickedAt?: number;
    firstFrameAt?: number;
  }
}

const PAGES: Readonly<Record<string, string>> = {
  "/visitor": `<!doctype html><title>floor</title><link rel="icon" href="data:,"><button>share</button><script type="module" src="visitor.mjs"></script>`,
  "/agent": `<!doctype html><title>floor</title><link rel="icon" href="data:,"><video muted autoplay playsinline></video><script type="module" src="agent.mjs"></script>`,
};

/** Serves the two pages and relays between the two that are open. */
export async function startFloor(): Promise<Floor> {
  const server = http.createServer((request, response) => {
    const path = request.url ?? "/";
    const page = PAGES[path];
    response.setHeader("content-type", page === undefined ? "text/javascript" : "text/html");
    response.end(page ?? readFileSync(new URL(`floor${path}`, import.meta.url)));
  });
  relayBetweenTwo(new WebSocketServer({ server, path: "/relay" }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    share: (visitor, agent, look) => share(`http://localhost:${port}`, visitor, agent, look),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function relayBetweenTwo(relay: WebSocketServer): void {
  const open = new Set<WebSocket>();
  relay.on("connection", (socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("message", (data) => {
      for (const other of open) {
        if (other !== socket) {
          other.send(data, { binary: false });
        }
      }
    });
  });
}

async function share(
  origin: string,
  visitor: BrowserContext,
  agent: BrowserContext,
  look: (video: Locator) => Promise<void>,
): Promise<FirstFrame> {
  const viewer = await agent.newPage();
  await viewer.goto(`${origin}/agent`, { waitUntil: "networkidle" });
  const sharer = await visitor.newPage();
  await sharer.goto(`${origin}/visitor`, { waitUntil: "networkidle" });
  await sharer.getByRole("button").click();
  await viewer.waitForFunction(() => window.firstFrameAt !== undefined, null, { timeout: 30_000 });
  const first = await viewer.evaluate(() => window.firstFrameAt ?? Number.NaN);
  const { asked, picked } = await sharer.evaluate(() => ({
    asked: window.askedAt ?? Number.NaN,
    picked: window.pickedAt ?? Number.NaN,
  }));
  await look(viewer.locator("video"));
  await Promise.all([viewer.close(), sharer.close()]);
  return { fromClick: first - asked, fromPick: first - picked };
}
