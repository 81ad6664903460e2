import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expectMovingPixels, showBarcode } from "../harness/barcode.ts";
import { expect, hostToken, sitePage, test, type HostPages } from "../harness/host-pages.ts";
import { Panel } from "../pages/panel.ts";
import { Popup } from "../pages/popup.ts";

declare global {
  interface Window {
    told: string[];
  }
}

/** A visitor on a page of the host. */
async function visitor(host: HostPages, page: Page): Promise<string> {
  const id = `visitor-${randomUUID()}`;
  const script = `<script src="${host.service}/visavis.js" data-site-key="pk_demo_lumen"
    data-visitor-id="${id}" async></script>`;
  await page.goto(host.put("/site", sitePage("<h1>Boutique</h1>", script)));
  await showBarcode(page);
  return id;
}

function desk(host: HostPages, body: string, script: string): string {
  return host.put(
    "/desk",
    `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Mon outil</title>
    <link rel="icon" href="data:,"><body style="margin:0">${body}<script>${script}</script></body></html>`,
  );
}

test("an agent shares in the element, and the host is told how it goes", async ({
  host,
  visitorContext,
  agentContext,
  words,
}) => {
  const site = await visitorContext.newPage();
  const id = await visitor(host, site);
  const page = await agentContext.newPage();
  await page.exposeFunction("mint", () => hostToken("agent"));
  await page.goto(
    desk(
      host,
      `<visavis-share site="pk_demo_lumen" visitor="${id}" conversation="chat-7" lang="fr" hide="header">
        Le partage d’écran n’est pas disponible.</visavis-share>
       <script src="${host.service}/visavis-share.js" async></script>`,
      `window.told = [];
       for (const name of ["visavis-token-needed", "visavis-state", "visavis-ended"]) {
         document.addEventListener(name, async (event) => {
           const { session, reason, respond } = event.detail;
           window.told.push([name, session?.state, session?.conversationId, reason].join(" "));
           if (respond) respond(await window.mint());
         });
       }`,
    ),
  );
  const panel = new Panel(page.frameLocator("visavis-share iframe"));
  await panel.request();
  const opened = visitorContext.waitForEvent("page");
  await site.locator("visavis-card").getByTestId("vv-card-accept").click();
  const popup = new Popup(await opened, words);
  await panel.activate();
  await popup.share();
  await panel.expectState("live");
  await expectMovingPixels(panel.video);
  await popup.stop();
  await panel.expectEnded();
  const told = await page.evaluate(() => window.told);
  expect(told[0]).toBe("visavis-token-needed   ");
  expect(told).toContain("visavis-state live chat-7 ");
  expect(told.at(-1)).toBe("visavis-ended ended chat-7 visitor-stopped");
  const markup = await page.evaluate(() => document.documentElement.outerHTML);
  expect(markup).not.toContain("eyJ");
});

test("a share in the element ends when the host takes the element away", async ({
  host,
  visitorContext,
  agentContext,
}) => {
  const site = await visitorContext.newPage();
  const id = await visitor(host, site);
  const page = await agentContext.newPage();
  await page.exposeFunction("mint", () => hostToken("agent"));
  await page.goto(
    desk(
      host,
      `<visavis-share site="pk_demo_lumen" visitor="${id}"></visavis-share>
       <script src="${host.service}/visavis-share.js" async></script>`,
      `document.querySelector("visavis-share").tokenSource = () => window.mint();`,
    ),
  );
  const panel = new Panel(page.frameLocator("visavis-share iframe"));
  await panel.request();
  await expect(site.locator("visavis-card")).toHaveAttribute("data-vv-state", "asked");
  await page.evaluate(() => document.querySelector("visavis-share")?.remove());
  await expect(site.locator("visavis-card")).toHaveAttribute("data-vv-state", "ended");
});

test("a frame without allow shares all the same, and says why there is no full screen", async ({
  host,
  visitorContext,
  agentContext,
  words,
}) => {
  const site = await visitorContext.newPage();
  const id = await visitor(host, site);
  const page = await agentContext.newPage();
  await page.exposeFunction("mint", () => hostToken("agent"));
  await page.goto(
    desk(
      host,
      `<iframe style="width:100%;height:700px"></iframe>`,
      `const frame = document.querySelector("iframe");
       addEventListener("message", async (event) => {
         if (event.source !== frame.contentWindow || event.origin !== "${host.service}") return;
         if (event.data.type === "token-needed") frame.contentWindow.postMessage(
           { source: "visavis-host", type: "token", token: await window.mint() }, "${host.service}");
       });
       frame.src = "${host.service}/panel/?site=pk_demo_lumen&visitor=${id}&lang=fr";`,
    ),
  );
  const panel = new Panel(page.frameLocator("iframe"));
  await panel.request();
  const opened = visitorContext.waitForEvent("page");
  await site.locator("visavis-card").getByTestId("vv-card-accept").click();
  const popup = new Popup(await opened, words);
  await panel.activate();
  await popup.share();
  await panel.expectState("live");
  await expectMovingPixels(panel.video);
  await panel.inside.getByTestId("view-fullscreen").click({ force: true });
  await expect(panel.inside.getByTestId("fullscreen-why")).toContainText("plein écran");
});

test("an account admin sees how things stand and cannot ask", async ({
  host,
  visitorContext,
  agentContext,
}) => {
  const id = await visitor(host, await visitorContext.newPage());
  const page = await agentContext.newPage();
  const query = `site=pk_demo_lumen&visitor=${id}`;
  await page.goto(`${host.service}/panel/?${query}#token=${hostToken("admin")}`);
  const panel = new Panel(page);
  await panel.expectState("idle");
  await expect(panel.banner("role")).toBeVisible();
  await expect(panel.action("request")).toHaveCount(0);
});

test("an element whose service is down says so in words and tries again", async ({
  host,
  agentContext,
}) => {
  const page = await agentContext.newPage();
  await page.clock.install();
  await page.route(`${host.service}/panel/**`, (route) => route.abort());
  const asked = page.waitForRequest(`${host.service}/panel/**`);
  await page.goto(
    desk(
      host,
      `<visavis-share site="pk_demo_lumen" visitor="visitor-12345678" lang="en"></visavis-share>
       <script src="${host.service}/visavis-share.js" async></script>`,
      "",
    ),
  );
  await asked;
  await page.clock.fastForward("00:10");
  const notice = page.locator("visavis-share").getByText("Screen sharing does not answer");
  await expect(notice).toBeVisible();
  await page.unroute(`${host.service}/panel/**`);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(new Panel(page.frameLocator("visavis-share iframe")).title).toBeVisible();
  await expect(notice).toBeHidden();
});
