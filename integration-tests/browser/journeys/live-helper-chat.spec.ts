import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "@playwright/test";
import { expectMovingPixels, showBarcode } from "../harness/barcode.ts";
import { HostPages, sitePage } from "../harness/host-pages.ts";
import { startHost } from "../harness/host-process.ts";
import { expect, test as base } from "../harness/test.ts";
import { Panel } from "../pages/panel.ts";
import { Popup } from "../pages/popup.ts";
import type { Words } from "../harness/words.ts";

const SERVE = fileURLToPath(
  new URL("../../../backoffice-module/adapters/live-helper-chat/test/serve.mjs", import.meta.url),
);
const WEBSITE_SCRIPT = "/extension/visavis/design/visavistheme/js/visavis.website.js";

interface Place {
  /** Origin of the stand-in of Live Helper Chat, in which the extension runs under PHP. */
  readonly chat: string;
  /** A website with the extension's script, where chat 5 is under way. */
  readonly website: string;
}

const test = base.extend<{ place: Place }>({
  place: async ({ port }, use) => {
    const service = `http://localhost:${port}`;
    const own = process.env["VISAVIS_IT_CHATWOOT_PORT"] ?? "";
    const chat = `http://localhost:${own}`;
    const running = await startHost(SERVE, {
      PORT: own,
      SERVICE: service,
      SITE_KEY: "pk_demo_lumen",
      KEY_ID: "demo-lumen",
      KEY: process.env["VISAVIS_IT_AGENT_KEY"] ?? "",
      PHP_BIN: process.env["PHP_BIN"] ?? "php",
    });
    const pages = await HostPages.start(port);
    const website = pages.put(
      "/",
      sitePage(
        `<h1>Une boutique</h1><script>
          // As much of the widget as the extension listens to.
          LHC_API.args.loadcb({
            userSession: { id: 5, hash: "hash-of-5" },
            eventEmitter: { addListener() {} },
          });
        </script>`,
        `<script src="${chat}${WEBSITE_SCRIPT}"></script>
        <script src="${service}/visavis.js" data-site-key="pk_demo_lumen" data-start="manual" async></script>`,
      ),
    );
    await use({ chat, website });
    await Promise.all([running.stop(), pages.close()]);
  },
});

interface Share {
  readonly jo: Page;
  readonly panel: Panel;
  readonly popup: Popup;
}

/** A share that runs between the operator's tab and the visitor of chat 5. */
async function shared(
  place: Place,
  visitorContext: BrowserContext,
  agentContext: BrowserContext,
  words: Words,
): Promise<Share> {
  const site = await visitorContext.newPage();
  await site.goto(place.website);
  await showBarcode(site);
  await agentContext.addCookies([{ name: "user", value: "jo", url: place.chat }]);
  const jo = await agentContext.newPage();
  await jo.goto(`${place.chat}/tabs/5`);
  const tab = jo.frameLocator("iframe");
  const panel = new Panel(tab.frameLocator("iframe"));

  await tab.getByRole("button", { name: "Envoyer un lien dans le chat" }).click();
  await expect(tab.getByRole("status").first()).toHaveText("Le lien est dans le chat.");
  await panel.expectState("requested");
  const written = await (await fetch(`${place.chat}/messages`)).text();
  expect(written).toContain("Jo Dupont vous propose de partager votre");

  // Page and extension made the same id of the chat: the card is there too.
  await expect(site.getByRole("heading", { name: /^Jo Dupont, de Maison Lumen/ })).toBeVisible();
  const opening = visitorContext.waitForEvent("page");
  await site.getByRole("button", { name: words.yes, exact: true }).click();
  const popup = new Popup(await opening, words);
  await panel.activate();
  await popup.share();
  await panel.expectState("live");
  await expectMovingPixels(panel.video);
  await expect(tab.getByRole("button", { name: "Envoyer un lien dans le chat" })).toBeHidden();
  return { jo, panel, popup };
}

test("an operator of Live Helper Chat asks in the chat and sees the screen in its tab", async ({
  place,
  visitorContext,
  agentContext,
  words,
}) => {
  const { jo, panel, popup } = await shared(place, visitorContext, agentContext, words);
  await jo.request.get(`${place.chat}/close/5`);
  await popup.expectEnded("agent-stopped");
  await panel.expectEnded();
});

test("a share ends when the operator opens another tab of the chat", async ({
  place,
  visitorContext,
  agentContext,
  words,
}) => {
  const { jo, panel, popup } = await shared(place, visitorContext, agentContext, words);
  // As Bootstrap hides a tab: its content stays in the document.
  const show = (display: string): Promise<void> =>
    jo.locator("#visavis-5").evaluate((pane, value) => void (pane.style.display = value), display);
  await show("none");
  await popup.expectEnded("agent-left");
  await show("");
  await panel.expectEnded();
});
