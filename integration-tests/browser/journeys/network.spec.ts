import { expectMovingPixels } from "../harness/barcode.ts";
import { expect, test } from "../harness/test.ts";

test("the visitor's connection is cut, resumes within the grace, and the picture went on", async ({
  live,
  visitorNetwork,
}) => {
  const { panel } = live.backoffice;
  visitorNetwork.cut();
  await expect(panel.banner("visitor-reconnecting")).toBeVisible();
  await expectMovingPixels(panel.video);
  visitorNetwork.repair();
  await expect(panel.banner("visitor-reconnecting")).toHaveCount(0);
  await live.popup.pause();
  await panel.expectState("paused");
  await live.popup.resume();
  await expectMovingPixels(panel.video);
  await live.shop.expectCard("sharing");
});

test("the agent's connection is cut, resumes within the grace, and the picture went on", async ({
  live,
  agentNetwork,
}) => {
  const { panel } = live.backoffice;
  agentNetwork.cut();
  await expect(panel.banner("link-lost")).toBeVisible();
  await expectMovingPixels(panel.video);
  agentNetwork.repair();
  await expect(panel.banner("link-lost")).toHaveCount(0);
  await live.popup.pause();
  await panel.expectState("paused");
  await live.popup.resume();
  await expectMovingPixels(panel.video);
});

test("a yes that was given while the agent was cut off reaches the agent afterwards", async ({
  asked,
  agentNetwork,
}) => {
  await asked.shop.expectCard("asked");
  agentNetwork.cut();
  await expect(asked.backoffice.panel.banner("link-lost")).toBeVisible();
  const popup = await asked.shop.accept();
  await popup.share();
  agentNetwork.repair();
  await asked.backoffice.panel.activate();
  await expectMovingPixels(asked.backoffice.panel.video);
});

test.describe("with short deadlines", { tag: "@apart" }, () => {
  test.use({ deadlines: "short" });

  test("a pulled cable that is plugged in again in time is survived", async ({
    live,
    visitorNetwork,
  }) => {
    const { panel } = live.backoffice;
    visitorNetwork.hang();
    await expect(panel.banner("visitor-reconnecting")).toBeVisible();
    visitorNetwork.repair();
    await expect(panel.banner("visitor-reconnecting")).toHaveCount(0);
    await panel.expectState("live");
    await expectMovingPixels(panel.video);
  });
});
