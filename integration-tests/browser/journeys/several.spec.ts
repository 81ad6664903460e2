import { expectMovingPixels } from "../harness/barcode.ts";
import { expect, newContext, test } from "../harness/test.ts";
import { Backoffice } from "../pages/backoffice.ts";
import { Shop } from "../pages/shop.ts";

test("a second agent sees who is with the visitor and can ask afterwards", async ({
  live,
  agentBrowser,
  language,
  port,
  words,
}) => {
  const context = await newContext(agentBrowser, language);
  const noor = await Backoffice.open(context, port, words, "noor");
  await noor.openRecord(live.visitorId, "share");
  await noor.panel.expectState("busy-other");
  await expect(noor.panel.root).toContainText("Camille");
  await expectMovingPixels(live.backoffice.panel.video);
  await live.backoffice.panel.action("stop").click();
  await expect(noor.panel.action("request")).toBeVisible();
  await context.close();
});

test("the same agent in a second window is told that the share is in the first", async ({
  live,
  agentContext,
}) => {
  const second = await agentContext.newPage();
  await second.goto(live.backoffice.page.url());
  const frame = second.frameLocator("iframe").getByTestId("panel");
  await expect(frame).toHaveAttribute("data-vv-state", "busy-self");
  await expectMovingPixels(live.backoffice.panel.video);
  await second.close();
  await expectMovingPixels(live.backoffice.panel.video);
});

test("a request shows in every tab of the visitor and is answered once", async ({
  visitorContext,
  agentContext,
  port,
  words,
}) => {
  const first = await Shop.open(visitorContext, port, words);
  const second = await Shop.open(visitorContext, port, words);
  const backoffice = await Backoffice.open(agentContext, port, words);
  await backoffice.openRecord(await first.visitorId(), "share");
  await backoffice.panel.request();
  await second.expectCard("asked");
  await first.accept();
  await second.expectCard("elsewhere");
  await backoffice.panel.expectState("accepted");
});

test("any tab of the visitor can stop the share", async ({ live, visitorContext, port, words }) => {
  const second = await Shop.open(visitorContext, port, words);
  await second.expectCard("sharing");
  await second.press(words.stop);
  await live.expectEnded("visitor-stopped");
});

test("a new request after an ended share takes one click of each in the open popup", async ({
  live,
}) => {
  const { backoffice, popup } = live;
  await popup.stop();
  await backoffice.panel.expectEnded();
  await backoffice.panel.request();
  await popup.share();
  await backoffice.panel.activate();
  await backoffice.panel.expectState("live");
  await expectMovingPixels(backoffice.panel.video);
});
