import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test, type Browser, type BrowserContext, type Locator } from "@playwright/test";
import { freePort } from "../../../build/ports.mjs";
import { showBarcode } from "../harness/barcode.ts";
import { launchChromium } from "../harness/chromium.ts";
import { startServer } from "../harness/servers.ts";
import { AskedShare } from "../harness/share.ts";
import { newContext } from "../harness/test.ts";
import { wordsOf } from "../harness/words.ts";
import { frameRateOf, scrollForEver, type FrameRate } from "./frame-rate.ts";
import { startFloor, type FirstFrame, type Floor } from "./floor.ts";
import { median, quantile, table } from "./statistics.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? "10");
/** Shares of the scrolling page; the best counts, as whatever else runs can only slow it down. */
const RATES = Math.min(ROUNDS, 3);
const TITLE = "Bench picture";

type PageKind = "moving" | "still" | "scrolling";

interface Bench {
  readonly visitorBrowser: Browser;
  readonly agentBrowser: Browser;
  readonly floor: Floor;
  readonly port: number;
}

test("from the visitor's pick to the first frame, beside a bare RTCPeerConnection", () =>
  withBench(async (bench) => {
    const measured = await measureAll(bench);
    console.log(`\nMilliseconds to the agent's first frame, ${ROUNDS} shares each:\n${measured}\n`);
  }));

test("frames per second of a scrolling page, beside a bare RTCPeerConnection", () =>
  withBench(async (bench) => {
    const measured = await measureFrameRates(bench);
    console.log(`\nA scrolling page of 1920 × 1080 at the agent, best of ${RATES}:\n${measured}\n`);
  }));

async function withBench(measure: (bench: Bench) => Promise<void>): Promise<void> {
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
    await measure(bench);
  } finally {
    bench.floor.close();
    await Promise.all([bench.visitorBrowser.close(), bench.agentBrowser.close(), server.stop()]);
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The two take turns, so that whatever else the machine does hits both alike. */
async function measureAll(bench: Bench): Promise<string> {
  const rows = [["", "page", "from the pick", "p95", "from the click", "p95"]];
  for (const page of ["moving", "still"] as const) {
    const visavis: FirstFrame[] = [];
    const floor: FirstFrame[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const pair = [
        await withContexts(bench, page, share, nothingMore),
        await withContexts(bench, page, bare, nothingMore),
      ];
      // The first round warms caches and compilers up.
      if (round > 0 && pair[0] !== undefined && pair[1] !== undefined) {
        visavis.push(pair[0]);
        floor.push(pair[1]);
      }
    }
    rows.push(row("Visavis", page, visavis), row("bare connection", page, floor));
  }
  return table(rows);
}

/** As {@link measureAll}, for what follows the first frame. */
async function measureFrameRates(bench: Bench): Promise<string> {
  const rows = [["", "frames/s", "size"]];
  for (const [name, sharing] of [
    ["Visavis", share],
    ["bare connection", bare],
  ] as const) {
    const rates: FrameRate[] = [];
    for (let round = 0; round < RATES; round++) {
      await withContexts(bench, "scrolling", sharing, async (video) => {
        rates.push(await frameRateOf(video));
      });
    }
    const best = rates.reduce((a, b) => (b.framesPerSecond > a.framesPerSecond ? b : a));
    rows.push([name, best.framesPerSecond.toFixed(1), `${best.width} × ${best.height}`]);
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
  look: Look,
) => Promise<FirstFrame>;

/** What is done with the agent's video once the first frame was there. */
type Look = (video: Locator) => Promise<void>;

const nothingMore: Look = () => Promise.resolve();

async function withContexts(
  bench: Bench,
  kind: PageKind,
  sharing: Sharing,
  look: Look,
): Promise<FirstFrame> {
  const visitor = await newContext(bench.visitorBrowser, "en");
  const agent = await newContext(bench.agentBrowser, "en");
  try {
    const page = await visitor.newPage();
    await page.setContent(
      `<title>${TITLE}</title>${"<p>A line of text to be read.</p>".repeat(60)}`,
    );
    if (kind === "moving") {
      await showBarcode(page);
    } else if (kind === "scrolling") {
      await page.evaluate(scrollForEver);
    }
    return await sharing(bench, visitor, agent, look);
  } finally {
    await Promise.all([visitor.close(), agent.close()]);
  }
}

const bare: Sharing = ({ floor }, visitor, agent, look) => floor.share(visitor, agent, look);

const share: Sharing = async ({ port }, visitorContext, agentContext, look) => {
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
  await look(panel.video);
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
