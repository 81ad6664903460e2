import { expectAccessible, expectAccessibleInBoth } from "../harness/axe.ts";
import { askByLink } from "../harness/link.ts";
import { AskedShare } from "../harness/share.ts";
import { expect, test } from "../harness/test.ts";
import { AcceptPage } from "../pages/accept.ts";
import { AdminPage } from "../pages/admin.ts";
import { Backoffice } from "../pages/backoffice.ts";
import { OperatorPage } from "../pages/operator.ts";

for (const language of ["fr", "en"] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });
    // Many pages in one journey, each looked at twice.
    test.describe.configure({ timeout: 240_000 });

    test("axe finds nothing serious from the request to the end of a share", async ({
      visitorContext,
      agentContext,
      port,
      words,
    }) => {
      const asked = await AskedShare.begin({ port, words, visitorContext, agentContext });
      await asked.shop.expectCard("asked");
      await expectAccessibleInBoth(asked.shop.page, asked.backoffice.page);
      const popup = await asked.shop.accept();
      await popup.expectState("invited");
      await asked.backoffice.panel.expectState("accepted");
      await expectAccessibleInBoth(asked.shop.page, popup.page, asked.backoffice.page);
      await popup.share();
      await asked.backoffice.panel.activate();
      await popup.expectState("live");
      await asked.backoffice.panel.expectState("live");
      await expectAccessibleInBoth(asked.shop.page, popup.page, asked.backoffice.page);
      await popup.stop();
      await asked.backoffice.panel.expectEnded();
      await expectAccessibleInBoth(asked.shop.page, popup.page, asked.backoffice.page);
    });

    test("axe finds nothing serious on the way by the link", async ({
      visitorContext,
      agentContext,
      port,
      words,
    }) => {
      const { page: agent, link } = await askByLink({ port, words, agentContext });
      await expectAccessibleInBoth(agent);
      const opened = await AcceptPage.open(visitorContext, link, words);
      await opened.expectState("open");
      await expectAccessibleInBoth(opened.page);
      await opened.page.setViewportSize({ width: 360, height: 740 });
      await expectAccessibleInBoth(opened.page);
      await opened.page.addInitScript(() => {
        Reflect.deleteProperty(MediaDevices.prototype, "getDisplayMedia");
      });
      await opened.page.reload();
      await opened.expectState("computer-needed");
      await expectAccessibleInBoth(opened.page);
      await opened.refuse();
      await opened.expectState("declined");
      await expectAccessibleInBoth(opened.page);
    });

    // Nobody shares there, so deadlines change nothing: the server is the one that others use least.
    test.describe("without a share", { tag: "@apart" }, () => {
      test.use({ deadlines: "short" });

      test("axe finds nothing serious on the pages around it", async ({
        visitorContext,
        agentContext,
        port,
        words,
      }) => {
        const page = await visitorContext.newPage();
        for (const name of ["", "collection.html", "product.html", "basket.html", "help.html"]) {
          await page.goto(`http://shop.localhost:${port}/${name}`, { waitUntil: "networkidle" });
          await expectAccessibleInBoth(page);
        }
        await page.goto(`http://localhost:${port}/`);
        await expectAccessibleInBoth(page);
        await page.goto(`http://localhost:${port}/operator/`);
        await expectAccessibleInBoth(page);
        const operator = await OperatorPage.open(agentContext, port);
        await expectAccessibleInBoth(operator.page);
        await page.goto(`http://localhost:${port}/reference/`);
        await expectAccessibleInBoth(page);
        const admin = await Backoffice.open(agentContext, port, words, "alix");
        await expectAccessibleInBoth(admin.page);
        await admin.section(words.shareTab).click();
        await expect(admin.page.frameLocator("iframe").getByTestId("admin")).toHaveAttribute(
          "data-vv-state",
          "eligible",
        );
        await expectAccessibleInBoth(admin.page);
      });

      test("axe finds nothing serious on the pages for administering", async ({
        agentContext,
        port,
        words,
      }) => {
        const admin = await AdminPage.open(agentContext, port, words);
        for (const place of ["access", "policy", "website", "keys", "webhooks"] as const) {
          await admin.goTo(place);
          await expectAccessibleInBoth(admin.page);
        }
        // The preview is drawn in the scheme that its own choice says.
        await admin.goTo("website");
        await admin.frame.getByTestId("preview-dark").check();
        await expect(admin.preview.locator("html")).toHaveAttribute("data-theme", "dark");
        await expectAccessible(admin.page);
        await admin.goTo("policy");
        await admin.frame.getByTestId("requestsFrom-listed-agents").check();
        await admin.save();
        await expect(admin.frame.getByTestId("fault-agents")).toBeVisible();
        await admin.frame.getByTestId("place-access").click();
        await expect(admin.frame.getByTestId("leave")).toBeVisible();
        await expectAccessibleInBoth(admin.page);
        const operator = await OperatorPage.open(agentContext, port);
        for (const place of ["requests", "usage", "accounts"] as const) {
          await operator.goTo(place);
          await expectAccessibleInBoth(operator.page);
        }
      });
    });
  });
}
