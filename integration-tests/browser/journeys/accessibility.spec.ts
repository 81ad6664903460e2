import { expectAccessible } from "../harness/axe.ts";
import { askByLink } from "../harness/link.ts";
import { AskedShare } from "../harness/share.ts";
import { expect, test } from "../harness/test.ts";
import { AcceptPage } from "../pages/accept.ts";
import { AdminPage } from "../pages/admin.ts";
import { Backoffice } from "../pages/backoffice.ts";
import { OperatorPage } from "../pages/operator.ts";

for (const language of ["fr", "en"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`in ${language}, ${colorScheme}`, () => {
      test.use({ language, colorScheme });

      test("axe finds nothing serious from the request to the end of a share", async ({
        visitorContext,
        agentContext,
        port,
        words,
      }) => {
        const asked = await AskedShare.begin({ port, words, visitorContext, agentContext });
        await asked.shop.expectCard("asked");
        await expectAccessible(asked.shop.page, asked.backoffice.page);
        const popup = await asked.shop.accept();
        await popup.expectState("invited");
        await asked.backoffice.panel.expectState("accepted");
        await expectAccessible(asked.shop.page, popup.page, asked.backoffice.page);
        await popup.share();
        await asked.backoffice.panel.activate();
        await popup.expectState("live");
        await asked.backoffice.panel.expectState("live");
        await expectAccessible(asked.shop.page, popup.page, asked.backoffice.page);
        await popup.stop();
        await asked.backoffice.panel.expectEnded();
        await expectAccessible(asked.shop.page, popup.page, asked.backoffice.page);
      });

      test("axe finds nothing serious on the way by the link", async ({
        visitorContext,
        agentContext,
        port,
        words,
      }) => {
        const { page: agent, link } = await askByLink({ port, words, agentContext });
        await expectAccessible(agent);
        const opened = await AcceptPage.open(visitorContext, link, words);
        await opened.expectState("open");
        await expectAccessible(opened.page);
        await opened.page.setViewportSize({ width: 360, height: 740 });
        await expectAccessible(opened.page);
        await opened.page.addInitScript(() => {
          Reflect.deleteProperty(MediaDevices.prototype, "getDisplayMedia");
        });
        await opened.page.reload();
        await opened.expectState("computer-needed");
        await expectAccessible(opened.page);
        await opened.refuse();
        await opened.expectState("declined");
        await expectAccessible(opened.page);
      });

      test("axe finds nothing serious on the pages around it", async ({
        visitorContext,
        agentContext,
        port,
        words,
      }) => {
        const page = await visitorContext.newPage();
        for (const name of ["", "collection.html", "product.html", "basket.html", "help.html"]) {
          await page.goto(`http://shop.localhost:${port}/${name}`, { waitUntil: "networkidle" });
          await expectAccessible(page);
        }
        await page.goto(`http://localhost:${port}/`);
        await expectAccessible(page);
        await page.goto(`http://localhost:${port}/operator/`);
        await expectAccessible(page);
        const operator = await OperatorPage.open(agentContext, port);
        await expectAccessible(operator.page);
        await page.goto(`http://localhost:${port}/reference/`);
        await expectAccessible(page);
        const admin = await Backoffice.open(agentContext, port, words, "alix");
        await expectAccessible(admin.page);
        await admin.section(words.shareTab).click();
        await expect(admin.page.frameLocator("iframe").getByTestId("admin")).toHaveAttribute(
          "data-vv-state",
          "eligible",
        );
        await expectAccessible(admin.page);
      });

      test("axe finds nothing serious on the pages for administering", async ({
        agentContext,
        port,
        words,
      }) => {
        const admin = await AdminPage.open(agentContext, port, words);
        for (const place of ["access", "policy", "website", "keys", "webhooks"] as const) {
          await admin.goTo(place);
          await expectAccessible(admin.page);
        }
        await admin.goTo("policy");
        await admin.frame.getByTestId("requestsFrom-listed-agents").check();
        await admin.save();
        await expect(admin.frame.getByTestId("fault-agents")).toBeVisible();
        await admin.frame.getByTestId("place-access").click();
        await expect(admin.frame.getByTestId("leave")).toBeVisible();
        await expectAccessible(admin.page);
        const operator = await OperatorPage.open(agentContext, port);
        for (const place of ["requests", "usage", "accounts"] as const) {
          await operator.goTo(place);
          await expectAccessible(operator.page);
        }
      });
    });
  }
}
