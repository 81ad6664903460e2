import { expectMovingPixels } from "../harness/barcode.ts";
import { expect, newContext, openPlainPage, test } from "../harness/link.ts";

for (const language of ["fr", "en"] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("a visitor without any script shares by the link, and stops", async ({
      visitorContext,
      byLink,
      openLink,
    }) => {
      const { panel } = byLink;
      await openPlainPage(visitorContext);
      const page = await openLink();
      await page.expectState("open");
      await expect(page.main).toContainText("Maison Lumen");
      await expect(page.main).toContainText("Camille");
      expect(page.page.url()).not.toContain("k=");

      const popup = await page.accept();
      await panel.expectState("accepted");
      await panel.activate();
      await popup.share();
      await panel.expectState("live");
      await expectMovingPixels(panel.video);
      await popup.stop();
      await panel.expectEnded();
      await popup.expectEnded("visitor-stopped");
    });
  });
}

test("a browser that blocks storage, on a computer whose clock is ahead, shares all the same", async ({
  visitorContext,
  byLink,
  openLink,
}) => {
  await openPlainPage(visitorContext);
  await visitorContext.addInitScript(() => {
    const blocked = (): never => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    };
    for (const name of ["sessionStorage", "localStorage"])
      Object.defineProperty(window, name, { get: blocked });
    const now = Date.now;
    Date.now = () => now() + 3_600_000;
  });
  const { panel } = byLink;
  const popup = await (await openLink()).accept();
  await panel.expectState("accepted");
  await panel.activate();
  await popup.share();
  await panel.expectState("live");
  await expectMovingPixels(panel.video);
  await popup.stop();
  await panel.expectEnded();
});

test("opening the link, however often, answers nothing", async ({
  visitorContext,
  byLink,
  openLink,
}) => {
  const { panel, link } = byLink;
  for (let i = 0; i < 3; i++) {
    expect((await visitorContext.request.get(link)).status()).toBe(200);
    const page = await openLink();
    await page.expectState("open");
    await page.page.reload();
    await page.expectState("open");
    await page.page.close();
  }
  await panel.expectState("requested");
});

test("the link works once", async ({ visitorBrowser, openLink, language }) => {
  const popup = await (await openLink()).accept();
  await popup.expectState("invited");

  const second = await newContext(visitorBrowser, language);
  await (await openLink({ context: second })).expectState("used");
  await second.close();
  const third = await openLink();
  await third.expectState("used");
  await popup.expectState("invited");
});

test("a yes whose answer is lost on the way may be repeated in the same tab", async ({
  byLink,
  openLink,
}) => {
  const { panel } = byLink;
  const page = await openLink();
  await page.expectState("open");
  await page.page.route(
    "**/accept-links/accept",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.page.getByTestId("vv-accept").click();
  await expect(page.page.getByTestId("vv-offline")).toBeVisible();
  await panel.expectState("accepted");
  await page.page.reload();
  await page.expectState("again");
  await page.page.getByTestId("vv-go-on").click();
  await page.page.waitForURL("**/popup/**");
  await expect(page.main).toHaveAttribute("data-vv-state", "invited");
});

test("a phone is told to open the link on a computer, where it still works", async ({
  visitorBrowser,
  openLink,
  language,
}) => {
  const phone = await newContext(visitorBrowser, language);
  await phone.addInitScript(() => {
    Reflect.deleteProperty(MediaDevices.prototype, "getDisplayMedia");
  });
  const onPhone = await openLink({ context: phone });
  await onPhone.expectState("computer-needed");
  await expect(onPhone.page.getByTestId("vv-accept")).toHaveCount(0);
  await phone.close();

  const popup = await (await openLink()).accept();
  await popup.expectState("invited");
});

test("a refusal by the link is told to the agent", async ({ byLink, openLink }) => {
  const { panel } = byLink;
  const page = await openLink();
  await page.expectState("open");
  await page.refuse();
  await page.expectState("declined");
  await panel.expectEnded();
  await (await openLink()).expectState("declined");
});

test("a request that was taken back says so", async ({ byLink, openLink }) => {
  const { panel } = byLink;
  await panel.action("withdraw").click();
  await panel.expectEnded();
  await (await openLink()).expectState("withdrawn");
});

test("the request waits while the agent is away, who finds it again", async ({
  byLink,
  openLink,
}) => {
  const { panel, page: agentPage } = byLink;
  const address = agentPage.url();
  await agentPage.goto("about:blank");
  const page = await openLink();
  await page.expectState("open");
  await agentPage.goto(address);
  await panel.expectState("requested");
  await page.accept();
  await panel.expectState("accepted");
});

test("an invented or cut link is said to be none", async ({ openLink, port }) => {
  for (const code of ["A".repeat(56), "short", ""]) {
    const link = `http://localhost:${port}/accept/#k=${code}`;
    const page = await openLink({ link });
    await page.expectState("unknown");
    await page.page.close();
  }
});

test("the page says that the service is away, and goes on when it is back", async ({
  visitorNetwork,
  openLink,
}) => {
  const page = await openLink();
  await page.expectState("open");
  await page.page.route("**/accept-links/**", (route) => route.abort());
  await page.page.reload();
  await page.expectState("unreachable");
  await page.page.unroute("**/accept-links/**");
  await page.page.getByTestId("vv-retry").click();
  await page.expectState("open");

  visitorNetwork.cut();
  await page.page.getByTestId("vv-accept").click();
  await expect(page.page.getByTestId("vv-offline")).toBeVisible();
  visitorNetwork.repair();
  await page.accept();
});

test.describe("with short deadlines", { tag: "@apart" }, () => {
  test.use({ deadlines: "short" });

  test("an expired link says so, to whoever waits on it and to whoever comes later", async ({
    byLink,
    openLink,
  }) => {
    const { panel } = byLink;
    const page = await openLink();
    await page.expectState("expired");
    await panel.expectEnded();
    await (await openLink()).expectState("expired");
  });
});
