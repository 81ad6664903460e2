import type { Locator } from "@playwright/test";
import { launchChromium } from "../harness/chromium.ts";
import { openDisplay } from "../harness/display.ts";
import { AskedShare } from "../harness/share.ts";
import { expect, newContext, test } from "../harness/test.ts";

test("a visitor shares the whole screen, in French", async ({
  visitorNetwork,
  agentContext,
  language,
  port,
  words,
}) => {
  const display = await openDisplay();
  const browser = await launchChromium({
    gates: visitorNetwork.gates,
    picker: { picks: "screen" },
    display: display.name,
  });
  try {
    const visitorContext = await newContext(browser, language);
    const asked = await AskedShare.begin({ port, words, visitorContext, agentContext });
    const popup = await asked.shop.accept();
    const { panel } = asked.backoffice;
    await panel.expectState("accepted");
    await popup.share();
    await expect(panel.step("capture")).toContainText("un écran entier");
    await panel.activate();
    await panel.expectState("live");
    await expectChangingPixels(panel.video);
    await popup.stop();
    await asked.expectEnded("visitor-stopped");
  } finally {
    await browser.close();
    display.close();
  }
});

/** Waits until the video has shown five different pictures, none of them of one colour only. */
async function expectChangingPixels(video: Locator): Promise<void> {
  const seen = new Set<string>();
  await expect
    .poll(
      async () => {
        const picture = await video.evaluate(fingerprint);
        if (picture !== null) {
          seen.add(picture);
        }
        return seen.size;
      },
      { intervals: [200], timeout: 20_000 },
    )
    .toBeGreaterThanOrEqual(5);
}

/** Runs in the panel: the picture in short, or null when there is none or it is of one colour. */
function fingerprint(element: Element): string | null {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!(element instanceof HTMLVideoElement) || element.videoWidth === 0 || context === null) {
    return null;
  }
  [canvas.width, canvas.height] = [480, 270];
  context.drawImage(element, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let sum = 0;
  for (let index = 0; index < data.length; index += 1) {
    sum = (Math.imul(sum, 31) + (data[index] ?? 0)) | 0;
  }
  return new Set(data).size < 8 ? null : String(sum);
}
