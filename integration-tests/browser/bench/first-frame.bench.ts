import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test, type Browser, type BrowserContext } from "@playwright/test";
import { freePort } from "../../../build/ports.mjs";
import { showBarcode } from "../harness/barcode.ts";
import { launchChromium } from "../harness/chromium.ts";
import { startServer } from "../harness/servers.ts";
import { AskedShare } from "../harness/share.ts";
import { newContext } from "../harness/test.ts";
import { wordsOf } from "../harness/words.ts";
import { startFloor, type FirstFrame, type Floor } from "./floor.ts";
import { median, quantile, table } from "./statistics.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? "10");
const TITLE = "Bench picture";

interface Bench {
  readonly visitorBrowser: Browser;
  readonly agentBrowser: Browser;
  readonly floor: Floor;
  readonly port: number;
}

test("from the visitor's pick to the first frame, beside a bare RTCPeerConnection", async () => {
  const directory = mkdtempSync(path.join(tmpdir(), "visavis-bench-"));
  const port = await freePort();
  const server = await startServer(directory, port, {}, true);
  const bench: Bench = {
    visitorBrowser: await launchChromium({
      gates: new Map(),
      picker: { picks: "tab", title: TITLE },
    }),
    agentBrowser: await launchChromium({ gates: new Map() }),
    floor: await startFloor(),
    port,
  };
  try {
    const measured = await measureAll(bench);
    console.log(`\nMilliseconds to the agent's first frame, ${ROUNDS} shares each:\n${measured}\n`);
  } finally {
    bench.floor.close();
    await Promise.all([bench.visitorBrowser.close(), bench.agentBrowser.close(), server.stop()]);
    rmSync(directory, { recursive: true, force: true });
  }
});

/** The two take turns, so that whatever else the machine does hits both alike. */
async function measureAll(bench: Bench): Promise<string> {
  const rows = [["", "page", "from the pick", "p95", "from the click", "p95"]];
  for (const moving of [true, false]) {
    const visavis: FirstFrame[] = [];
    const floor: FirstFrame[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const pair = [
        await withContexts(bench, moving, share),
        await withContexts(bench, moving, bare),
      ];
      // The first round warms caches and compilers up.
      if (round > 0 && pair[0] !== undefined && pair[1] !== undefined) {
        visavis.push(pair[0]);
        floor.push(pair[1]);
      }
    }
    const page = moving ? "moving" : "still";
    rows.push(row("Visavis", page, visavis), row("bare connection", page, floor));
  }
  return table(rows);
}

function row(name: string, page: string, frames: readonly FirstFrame[]): string[] {
  const picks = frames.map(({ fromPick }) => fromPick);
  const clicks = frames.map(({ fromClick }) => fromClick);
  const figures = [median(picks), quantile(picks, 0.95), median(clicks), quantile(clicks, 0.95)];
  return [name, page, ...figures.map((figure) => figure.toFixed(0))];
}

type Sharing = (
  bench: Bench,
  visitor: BrowserContext,
  agent: BrowserContext,
) => Promise<FirstFrame>;

async function withContexts(bench: Bench, moving: boolean, sharing: Sharing): Promise<FirstFrame> {
  const visitor = await newContext(bench.visitorBrowser, "en");
  const agent = await newContext(bench.agentBrowser, "en");
  try {
    const page = await visitor.newPage();
    await page.setContent(
      `<title>${TITLE}</title>${"<p>A line of text to be read.</p>".repeat(60)}`,
    );
    if (moving) {
      await showBarcode(page);
    }
    return await sharing(bench, visitor, agent);
  } finally {
    await Promise.all([visitor.close(), agent.close()]);
  }
}

const bare: Sharing = ({ floor }, visitor, agent) => floor.share(visitor, agent);

const share: Sharing = async ({ port }, visitorContext, agentContext) => {
  await visitorContext.addInitScript(noteCapture);
  await agentContext.addInitScript(noteFirstFrame);
  const words = wordsOf("en");
  const asked = await AskedShare.begin({ port, words, visitorContext, agentContext });
  const popup = await asked.shop.accept();
  const { panel } = asked.backoffice;
  await panel.activate();
  await popup.share();
  await panel.expectState("live");
  const first = await panel.video.evaluate(async (element) => {
    while (window.firstFrameAt === undefined) {
      await new Promise((resolve) => element.ownerDocument.defaultView?.setTimeout(resolve, 20));
    }
    return window.firstFrameAt;
  });
  const { asked: click, picked } = await popup.page.evaluate(() => ({
    asked: window.askedAt ?? Number.NaN,
    picked: window.pickedAt ?? Number.NaN,
  }));
  return { fromClick: first - click, fromPick: first - picked };
};

/** Runs in every page of the visitor: when the capture was asked for and granted. */
function noteCapture(): void {
  const now = (): number => performance.timeOrigin + performance.now();
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const capture = devices?.getDisplayMedia.bind(devices);
  if (devices === undefined || capture === undefined) {
    return;
  }
  devices.getDisplayMedia = async (options) => {
    window.askedAt = now();
    const stream = await capture(options);
    window.pickedAt = now();
    return stream;
  };
}

/** Runs in every page of the agent: when a video element shows its first frame. */
function noteFirstFrame(): void {
  const property = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "srcObject");
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
    ...property,
    set(this: HTMLVideoElement, stream: MediaStream | null) {
      property?.set?.call(this, stream);
      this.requestVideoFrameCallback(() => {
        window.firstFrameAt ??= performance.timeOrigin + performance.now();
      });
    },
  });
}
