import { expectMovingPixels } from "../harness/barcode.ts";
import { expect, test } from "../harness/test.ts";
import { Backoffice } from "../pages/backoffice.ts";
import { Shop } from "../pages/shop.ts";

for (const language of ["fr", "en"] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("a visitor shares the screen from the agent's request to the agent's stop", async ({
      visitorContext,
      agentContext,
      port,
      words,
    }) => {
      const shop = await Shop.open(visitorContext, port, words);
      await shop.say("Bonjour, ma lampe clignote");
      const backoffice = await Backoffice.open(agentContext, port, words);
      const line = backoffice.inList(await shop.visitorId());
      await expect(line).toContainText(await shop.page.title());
      await line.getByRole("link").click();
      await expect(backoffice.page.getByText("Bonjour, ma lampe clignote")).toBeVisible();

      await backoffice.shareIcon.click();
      const { panel } = backoffice;
      await panel.inside.getByRole("button", { name: words.sendRequest }).click();
      await panel.expectState("requested");

      const popup = await shop.accept();
      await panel.expectState("accepted");
      await panel.inside.getByRole("button", { name: words.activate }).click();
      await popup.share();

      await panel.expectState("live");
      await expectMovingPixels(panel.video);
      await popup.expectState("live");
      await expect(popup.preview).toBeVisible();
      await expect(shop.card.getByRole("heading", { name: words.sharing })).toBeVisible();
      await expect(shop.card.getByRole("button", { name: words.stop })).toBeVisible();

      await panel.inside.getByRole("button", { name: words.stop }).click();
      await panel.expectState("ended");
      await popup.expectEnded("agent-stopped");
      await shop.expectCard("ended");
      await backoffice.expectInHistory(await shop.visitorId(), "agent-stopped");
    });
  });
}

test("visitor and agent chat beside the running picture", async ({ live }) => {
  const { shop, backoffice } = live;
  await backoffice.say("Je vois votre écran");
  await expect(shop.chat.getByText("Je vois votre écran")).toBeVisible();
  await shop.say("Parfait");
  await expect(backoffice.page.getByText("Parfait")).toBeVisible();
  await expectMovingPixels(backoffice.panel.video);
});

test("the visitor browses on and the picture goes on", async ({ live, port }) => {
  await live.shop.go(`http://shop.localhost:${port}/help.html`);
  await expectMovingPixels(live.backoffice.panel.video);
  await live.shop.expectCard("sharing");
});

test("the visitor pauses and resumes, and both are told", async ({ live }) => {
  const { shop, popup, backoffice } = live;
  await popup.pause();
  await backoffice.panel.expectState("paused");
  await shop.expectCard("paused");
  await popup.resume();
  await backoffice.panel.expectState("live");
  await expectMovingPixels(backoffice.panel.video);
});

test("either side chooses the quality and both see the choice", async ({ live }) => {
  const { popup, backoffice } = live;
  await backoffice.panel.inside.getByTestId("quality").selectOption("low-data");
  await expect(popup.page.getByTestId("vv-quality")).toHaveValue("low-data");
  await popup.page.getByTestId("vv-quality").selectOption("smooth");
  await expect(backoffice.panel.inside.getByTestId("quality")).toHaveValue("smooth");
  await expectMovingPixels(backoffice.panel.video);
});

test("the picture has the resolution of the shared page", async ({ live }) => {
  const { video } = live.backoffice.panel;
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth))
    .toBe(1920);
});

test("both sides see how the connection does, in words", async ({ live }) => {
  await expect(live.backoffice.panel.inside.getByTestId("connection")).toHaveText(/\p{L}{3}/u);
  await expect(live.popup.page.getByTestId("vv-link")).toHaveText(/\p{L}{3}/u);
});
