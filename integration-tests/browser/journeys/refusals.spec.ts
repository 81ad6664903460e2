import { expectMovingPixels } from "../harness/barcode.ts";
import { launchChromium } from "../harness/chromium.ts";
import { AskedShare } from "../harness/share.ts";
import { expect, newContext, test } from "../harness/test.ts";
import { Backoffice } from "../pages/backoffice.ts";
import { Popup } from "../pages/popup.ts";
import { Shop } from "../pages/shop.ts";

test("cancelling the picker leads back to the popup's button, and the agent is told", async ({
  visitorNetwork,
  agentContext,
  language,
  port,
  words,
}) => {
  const browser = await launchChromium({
    gates: visitorNetwork.gates,
    picker: { picks: "nothing" },
  });
  const visitorContext = await newContext(browser, language);
  const asked = await AskedShare.begin({ port, words, visitorContext, agentContext });
  const popup = await asked.shop.accept();
  await asked.backoffice.panel.expectState("accepted");
  await popup.share();
  await expect(popup.page.getByTestId("vv-picker-cancelled")).toBeVisible();
  await popup.expectState("invited");
  await expect(asked.backoffice.panel.step("capture")).toHaveAttribute("data-vv-step", "problem");
  await asked.backoffice.panel.expectState("accepted");
  await browser.close();
});

for (const [name, message, failure] of [
  ["NotAllowedError", "Permission denied by system", "permission-denied"],
  ["NotReadableError", "Could not start video source", "capture-failed"],
] as const) {
  test(`a capture that ends in ${failure} is explained and may be tried again`, async ({
    asked,
    visitorContext,
  }) => {
    await visitorContext.addInitScript(failFirstCapture, { name, message });
    const popup = await asked.shop.accept();
    await asked.backoffice.panel.activate();
    await popup.share();
    await expect(popup.page.getByTestId(`vv-${failure}`)).toHaveText(/\p{L}{3}/u);
    await expect(asked.backoffice.panel.banner(`notice-${failure}`)).toHaveText(/\p{L}{3}/u);
    await popup.page.getByTestId("vv-share").click();
    await expectMovingPixels(asked.backoffice.panel.video);
    await expect(asked.backoffice.panel.banner(`notice-${failure}`)).toHaveCount(0);
  });
}

test("a blocked popup is offered as a visible button instead", async ({
  asked,
  words,
  visitorContext,
}) => {
  await asked.shop.page.evaluate(() => {
    window.open = () => null;
  });
  await asked.shop.expectCard("asked");
  await asked.shop.press(words.yes);
  await asked.shop.expectCard("blocked");
  await expect(asked.backoffice.panel.banner("notice-popup-blocked")).toBeVisible();
  const opened = visitorContext.waitForEvent("page");
  await asked.shop.card.getByRole("link", { name: words.openSharing }).click();
  const popup = new Popup(await opened, words);
  await asked.backoffice.panel.activate();
  await popup.share();
  await expectMovingPixels(asked.backoffice.panel.video);
});

test("a browser that cannot share says so to both before anything is asked", async ({
  visitorContext,
  agentContext,
  port,
  words,
}) => {
  await visitorContext.addInitScript(() => {
    Reflect.deleteProperty(MediaDevices.prototype, "getDisplayMedia");
  });
  const shop = await Shop.open(visitorContext, port, words);
  const backoffice = await Backoffice.open(agentContext, port, words);
  await backoffice.openRecord(await shop.visitorId(), "share");
  await backoffice.panel.expectState("visitor-unsupported");
  await expect(backoffice.panel.action("request")).toHaveCount(0);
});

test("a used or invented link says so and what to do next", async ({
  visitorContext,
  port,
  words,
}) => {
  const page = await visitorContext.newPage();
  await page.goto(`http://localhost:${port}/popup/#t=${"A".repeat(43)}`);
  const popup = new Popup(page, words);
  await popup.expectState("refused");
  await expect(popup.message).toHaveText(/\p{L}{3}/u);
});

/** Runs in the popup: the first capture fails as a browser's does, the next ones work. */
function failFirstCapture(failure: { name: string; message: string }): void {
  const devices = navigator.mediaDevices;
  const capture = devices.getDisplayMedia.bind(devices);
  let failed = false;
  devices.getDisplayMedia = (options) => {
    if (failed) {
      return capture(options);
    }
    failed = true;
    return Promise.reject(new DOMException(failure.message, failure.name));
  };
}
