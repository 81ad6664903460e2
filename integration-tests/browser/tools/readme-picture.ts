import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expectMovingPixels } from "../harness/barcode.ts";
import { expect, test } from "../harness/test.ts";
import { Backoffice } from "../pages/backoffice.ts";
import type { Popup } from "../pages/popup.ts";
import { Shop } from "../pages/shop.ts";

/*
 * The picture of the README, made from the running product: the agent's record on the left, on the
 * right what the visitor has before them. Nothing is drawn by hand but the frame around both.
 */
const PICTURE = fileURLToPath(new URL("../../../docs/images/share.webp", import.meta.url));
const AGENT = { width: 1280, height: 760 };
/** Of the shop once its picture flows: small, so that it can be read in a small picture. */
const SHOP = { width: 1120, height: 700 };
const POPUP = { width: 420, height: 640 };
const LIVE_FRAMES = 10;

/** One picture of the animation and how long it stands, in seconds. */
interface Frame {
  readonly image: Buffer;
  readonly seconds: number;
}

test.use({ language: "en" });

test("the picture of a share", async ({ visitorContext, agentContext, port, words }, testInfo) => {
  const shop = await Shop.open(visitorContext, port, words);
  await shop.say("Hello, can this lamp be dimmed?");
  const backoffice = await Backoffice.open(agentContext, port, words);
  await backoffice.page.setViewportSize(AGENT);
  const stage = await agentContext.newPage();
  await stage.setViewportSize({ width: 1784, height: 856 });
  const frames: Frame[] = [];
  const take = async (visitor: Page, seconds: number): Promise<void> => {
    frames.push({ image: await compose(stage, backoffice.page, visitor), seconds });
  };

  await backoffice.openRecord(await shop.visitorId(), "share");
  const { panel } = backoffice;
  await expect(panel.action("request")).toBeEnabled();
  await take(shop.page, 2);
  await panel.request();
  await shop.expectCard("asked");
  await take(shop.page, 2.5);

  const popup = await accept(shop);
  await panel.expectState("accepted");
  await popup.expectState("invited");
  await take(popup.page, 2.5);
  await panel.activate();
  await popup.share();
  await panel.expectState("live");
  await expectMovingPixels(panel.video);
  await shop.page.locator("html > canvas").evaluate((clock) => clock.remove());
  await shop.page.setViewportSize(SHOP);
  await expect
    .poll(() => panel.video.evaluate((element: HTMLVideoElement) => element.videoWidth))
    .toBe(SHOP.width);
  await expect(popup.preview).toBeVisible();
  // The smaller page takes the picture a moment to settle.
  await expect(panel.inside.getByTestId("connection")).toContainText("Good", { timeout: 60_000 });
  for (let taken = 0; taken < LIVE_FRAMES; taken++) {
    await take(popup.page, 0.4);
  }

  await popup.stop();
  await panel.expectState("ended");
  await popup.expectEnded("visitor-stopped");
  await take(popup.page, 3);
  write(frames, testInfo.outputDir);
});

async function accept(shop: Shop): Promise<Popup> {
  const popup = await shop.accept();
  await popup.page.setViewportSize(POPUP);
  return popup;
}

/** Both sides beside each other, as a picture. */
async function compose(stage: Page, agent: Page, visitor: Page): Promise<Buffer> {
  // One after the other: two screenshots at once would wait for each other's frames.
  const left = await agent.screenshot();
  const right = await visitor.screenshot();
  const isPopup = visitor.viewportSize()?.width === POPUP.width;
  await stage.setContent(stageHtml(left, right, isPopup ? "whole" : "cut"));
  await stage.waitForFunction(() => Array.from(document.images).every((image) => image.complete));
  return stage.screenshot();
}

function stageHtml(left: Buffer, right: Buffer, fit: "cut" | "whole"): string {
  const source = (image: Buffer): string => `data:image/png;base64,${image.toString("base64")}`;
  return `<!doctype html><style>
    body { margin: 0; padding: 28px; display: flex; gap: 28px; background: #e8ebf2;
           font: 600 20px system-ui, sans-serif; color: #3b4254 }
    figure { margin: 0 } figcaption { padding: 0 4px 12px }
    img { display: block; border-radius: 12px; box-shadow: 0 8px 28px #1a20331f; background: #fff }
    .agent { width: ${AGENT.width}px; height: ${AGENT.height}px }
    .cut { width: ${POPUP.width}px; height: ${AGENT.height}px; object-fit: none; object-position: right bottom }
    .whole { width: ${POPUP.width}px; height: ${POPUP.height}px }
  </style>
  <figure><figcaption>The agent, in the backoffice</figcaption><img class="agent" src="${source(left)}"></figure>
  <figure><figcaption>The visitor, ${fit === "cut" ? "on the website" : "in the sharing window"}</figcaption>
  <img class="${fit}" src="${source(right)}"></figure>`;
}

function write(frames: readonly Frame[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  const list = frames.map(({ image, seconds }, index) => {
    const file = path.join(folder, `${String(index)}.png`);
    writeFileSync(file, image);
    return `file '${file}'\nduration ${String(seconds)}\n`;
  });
  // The list's last duration counts only when the picture is named once more.
  list.push(`file '${path.join(folder, `${String(frames.length - 1)}.png`)}'\n`);
  const listFile = path.join(folder, "frames.txt");
  writeFileSync(listFile, list.join(""));
  const input = ["-y", "-loglevel", "error", "-f", "concat", "-safe", "0", "-i", listFile];
  const output = ["-fps_mode", "vfr", "-c:v", "libwebp_anim", "-quality", "72", "-loop", "0"];
  execFileSync("ffmpeg", [...input, ...output, PICTURE], { stdio: "inherit" });
}
