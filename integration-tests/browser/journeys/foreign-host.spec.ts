import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expectMovingPixels, showBarcode } from "../harness/barcode.ts";
import { startHost } from "../harness/host-process.ts";
import { expect, test as base } from "../harness/test.ts";
import { ForeignDesk, ForeignSite } from "../pages/foreign-host.ts";

const SERVER = fileURLToPath(new URL("../../foreign-host/server.mjs", import.meta.url));

interface Host {
  /** Whether the host sends `Cross-Origin-Opener-Policy: same-origin` and a strict policy. */
  strict: boolean;
  /** Origin of the running foreign host. */
  origin: string;
}

const test = base.extend<Host>({
  strict: [false, { option: true }],
  origin: async ({ port, strict }, use) => {
    const own = process.env["VISAVIS_IT_FOREIGN_PORT"] ?? "";
    const host = await startHost(SERVER, {
      SERVICE: `http://localhost:${port}`,
      SITE_KEY: "pk_demo_lumen",
      KEY_ID: "demo-lumen",
      KEY: process.env["VISAVIS_IT_AGENT_KEY"] ?? "",
      PORT: own,
      ...(strict ? { STRICT: "1" } : {}),
    });
    await use(`http://host.localhost:${own}`);
    await host.stop();
  },
});

for (const strict of [false, true]) {
  test.describe(strict ? "a host with COOP and a strict policy" : "a foreign host", () => {
    test.use({ strict });

    for (const way of ["frame", "element"] as const) {
      test(`shares by ${way}, with its own chat, login and buttons`, async ({
        origin,
        visitorContext,
        agentContext,
        words,
      }) => {
        const site = await ForeignSite.open(visitorContext, origin, words);
        await site.say("Ma lampe clignote");
        const desk = await ForeignDesk.open(agentContext, origin);
        await desk.openVisitor(await site.visitorId(), way);
        await expect(desk.page.getByText("Ma lampe clignote")).toBeVisible();
        await desk.say("Montrez-moi");
        await expect(site.page.getByText("Jo Dupont: Montrez-moi")).toBeVisible();

        await desk.panel.request();
        await expect(site.page.getByText("Jo Dupont voudrait voir votre écran")).toBeVisible();
        const popup = await site.accept();
        await desk.panel.activate();
        await popup.share();
        await desk.expectState("live");
        await expectMovingPixels(desk.panel.video);
        await site.expectState("live");

        await popup.stop();
        await desk.expectState("visitor-stopped");
        await site.expectState("visitor-stopped");
        await desk.panel.expectEnded();
        expect(site.complaints).toEqual([]);
      });
    }

    test("shares by a link in its own chat, on a page without any script of Visavis", async ({
      origin,
      port,
      visitorContext,
      agentContext,
      words,
    }) => {
      const site = await ForeignSite.open(visitorContext, origin, words, "/?way=link");
      const fetched: string[] = [];
      site.page.on("request", (request) => fetched.push(request.url()));
      await site.page.reload();
      await showBarcode(site.page);
      await site.say("Ma lampe clignote");
      const desk = await ForeignDesk.open(agentContext, origin);
      await desk.openVisitor(await site.visitorId());
      await desk.panel.expectState("visitor-offline");
      await desk.sendLink();
      await desk.expectState("requested");

      const page = await site.openLink();
      await expect(page.main).toContainText("Jo Dupont");
      const popup = await page.accept();
      await desk.expectState("accepted");
      await desk.panel.activate();
      await popup.share();
      await desk.expectState("live");
      await expectMovingPixels(desk.panel.video);

      await popup.stop();
      await desk.expectState("visitor-stopped");
      await desk.panel.expectEnded();
      expect(fetched.filter((url) => url.startsWith(`http://localhost:${port}`))).toEqual([]);
      expect(site.complaints).toEqual([]);
    });
  });
}

test("the whole host, pages and server, has at most 200 lines", () => {
  const folder = dirname(SERVER);
  const lines = readdirSync(folder).map(
    (name) => readFileSync(join(folder, name), "utf8").split("\n").length - 1,
  );
  expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(200);
});

test("a visitor who declines with the host's own button is not asked again by anything", async ({
  origin,
  visitorContext,
  agentContext,
  words,
}) => {
  const site = await ForeignSite.open(visitorContext, origin, words);
  const desk = await ForeignDesk.open(agentContext, origin);
  await desk.openVisitor(await site.visitorId());
  await desk.panel.request();
  await site.page.getByRole("button", { name: "Plutôt pas" }).click();
  await desk.expectState("declined");
  await site.expectState("declined");
  await expect(site.page.locator("visavis-card")).toHaveCount(0);
});
