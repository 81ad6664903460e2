import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import puppeteer from "puppeteer-core";
import type { RunningServer } from "../../../build/payara.mjs";
import { freePort } from "../../../build/ports.mjs";
import { expectAccessible } from "../harness/axe.ts";
import {
  BARCODE_LAYOUT,
  decodeBarcode,
  expectMoving,
  expectMovingPixels,
} from "../harness/barcode.ts";
import { launchChromium, SHARED_TITLE } from "../harness/chromium.ts";
import { openPlainPage } from "../harness/link.ts";
import { OwnAccount } from "../harness/own-account.ts";
import { Relay } from "../harness/relay.ts";
import { startServer } from "../harness/servers.ts";
import { expect, newContext, test as base } from "../harness/test.ts";
import { AcceptPage } from "../pages/accept.ts";
import type { Panel } from "../pages/panel.ts";
import type { Popup } from "../pages/popup.ts";

/** Browsers take their time before they call a connection broken, and the links before they try again. */
const SLOWLY = { timeout: 75_000 };

const SECRET = randomBytes(32).toString("base64url");

interface RelayStage {
  /** A server of its own that knows the relay. */
  service: { readonly port: number; readonly relay: Relay };
}

interface Browsers {
  visitors: BrowserContext;
  agents: BrowserContext;
}

const test = base.extend<Browsers, RelayStage>({
  service: [
    async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), "visavis-relayed-"));
      const relay = await Relay.place();
      const port = await freePort();
      let server: RunningServer | undefined;
      try {
        server = await startServer(folder, port, {
          VISAVIS_TURN_URLS: relay.urls,
          VISAVIS_TURN_SECRET: SECRET,
        });
        await use({ port, relay });
      } finally {
        await server?.stop();
        await relay.remove();
        rmSync(folder, { recursive: true, force: true });
      }
    },
    { scope: "worker", timeout: 180_000 },
  ],
  visitors: async ({ language }, use) => {
    const picker = { picks: "tab", title: SHARED_TITLE } as const;
    const browser = await launchChromium({ gates: new Map<never, never>(), picker });
    await use(await watched(await newContext(browser, language)));
    await browser.close();
  },
  agents: async ({ language }, use) => {
    const browser = await launchChromium({ gates: new Map<never, never>() });
    await use(await watched(await newContext(browser, language)));
    await browser.close();
  },
});

test.afterEach(async ({ service }) => {
  await service.relay.stop();
});

test(
  "where only a relay may carry it, the picture arrives over coturn on both sides",
  { tag: "@apart" },
  async ({ service, visitors, agents, words }) => {
    await service.relay.start(SECRET);
    const { panel, popup, panelPage } = await shareOf(service.port, visitors, agents, words);
    await panel.expectState("live");
    await expectMovingPixels(panel.video);
    expect(await pathOf(popup.page)).toEqual(["relay", "relay"]);
    expect(await pathOf(panelPage)).toEqual(["relay", "relay"]);
    await popup.stop();
    await panel.expectEnded();
  },
);

test(
  "a relay that turns both sides away is told to both in words, and counted; mended, it carries the picture",
  { tag: "@apart" },
  async ({ service, visitors, agents, words }) => {
    test.setTimeout(180_000);
    await service.relay.start("not-the-secret-that-the-service-knows");
    const { panel, popup, panelPage } = await shareOf(service.port, visitors, agents, words);
    await expect(panel.banner("notice-no-relay")).toContainText("refuse la connexion", SLOWLY);
    await expect(trouble(popup)).toContainText("refuse la connexion", SLOWLY);
    await expectAccessible(panelPage);
    const metrics = await (await fetch(`http://localhost:${service.port}/metrics`)).text();
    for (const side of ["visitor", "agent"]) {
      expect(metrics).toMatch(new RegExp(`visavis_relay_failures_total\\{.*side="${side}".*\\} 1`));
    }
    expect(metrics).toContain('cause="refused"');

    await service.relay.stop();
    await service.relay.start(SECRET);
    await expect(panel.banner("notice-no-relay")).toHaveCount(0, SLOWLY);
    await expectMovingPixels(panel.video);
    expect(await pathOf(popup.page)).toEqual(["relay", "relay"]);
  },
);

test(
  "a relay that stops in the middle of a share is told to both in words; back again, so is the picture",
  { tag: "@apart" },
  async ({ service, visitors, agents, words }) => {
    test.setTimeout(180_000);
    await service.relay.start(SECRET);
    const { panel, popup } = await shareOf(service.port, visitors, agents, words);
    await expectMovingPixels(panel.video);
    await service.relay.stop();
    await expect(panel.banner("notice-no-relay")).toContainText("ni au visiteur ni à vous", SLOWLY);
    await expect(trouble(popup)).toContainText("ne répond pas à votre réseau", SLOWLY);
    await panel.expectState("live");

    await service.relay.start(SECRET);
    await expect(panel.banner("notice-no-relay")).toHaveCount(0, SLOWLY);
    await expectMovingPixels(panel.video);
    await expect(trouble(popup)).toHaveText("");
    await popup.stop();
    await panel.expectEnded();
  },
);

test(
  "an agent in Firefox gets the picture over the relay as well",
  { tag: "@apart" },
  async ({ service, visitors, words }) => {
    await service.relay.start(SECRET);
    const account = await OwnAccount.register(service.port, "Éditions du Phare");
    await account.decide({ relayOnly: true });
    const firefox = await puppeteer.launch({
      browser: "firefox",
      executablePath: process.env["FIREFOX_BIN"] ?? "/usr/bin/firefox-esr",
      headless: true,
    });
    try {
      const page = await firefox.newPage();
      await page.goto(account.panelAddress());
      await page.locator("[data-testid=action-request-link]").click();
      await page.waitForSelector("[data-testid=accept-link]");
      const link = await page.$eval("[data-testid=accept-link]", (field) =>
        field instanceof HTMLInputElement ? field.value : "",
      );
      await openPlainPage(visitors);
      const popup = await (await AcceptPage.open(visitors, link, words)).accept();
      await page.locator("[data-testid=action-activate]").click();
      await popup.share();
      await page.waitForSelector("[data-testid=panel-video]");
      await expectMoving(() =>
        page.$eval("[data-testid=panel-video]", decodeBarcode, BARCODE_LAYOUT),
      );
      expect(await pathOf(popup.page)).toEqual(["relay", "relay"]);
    } finally {
      await firefox.close();
    }
  },
);

/** What the popup says stands in the way. */
function trouble(popup: Popup): Locator {
  return popup.main.locator("[data-part=notice]");
}

/** Keeps every peer connection of a context's pages where a journey can ask it. */
async function watched(context: BrowserContext): Promise<BrowserContext> {
  await context.addInitScript(() => {
    const kept: RTCPeerConnection[] = [];
    Object.assign(globalThis, { visavisConnections: kept });
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        kept.push(this);
      }
    };
  });
  return context;
}

/** The types of the two candidates of the pair over which the page's last connection sends. */
function pathOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const kept = (globalThis as { visavisConnections?: RTCPeerConnection[] }).visavisConnections;
    const report = await kept?.at(-1)?.getStats();
    const entries = new Map<string, Record<string, string>>();
    report?.forEach((entry: Record<string, string>) => entries.set(entry["id"] ?? "", entry));
    const of = (id?: string): string => entries.get(id ?? "")?.["candidateType"] ?? "none";
    const transport = [...entries.values()].find(({ type }) => type === "transport");
    const pair = entries.get(transport?.["selectedCandidatePairId"] ?? "");
    return [of(pair?.["localCandidateId"]), of(pair?.["remoteCandidateId"])];
  });
}

/** A share of an account that lets pictures travel over a relay only, up to the visitor's pick. */
async function shareOf(
  port: number,
  visitors: BrowserContext,
  agents: BrowserContext,
  words: Parameters<typeof AcceptPage.open>[2],
): Promise<{ panel: Panel; popup: Popup; panelPage: Page }> {
  const account = await OwnAccount.register(port, "Éditions du Phare");
  await account.decide({ relayOnly: true });
  const { panel, page: panelPage, link } = await account.askByLink(agents);
  await openPlainPage(visitors);
  const popup = await (await AcceptPage.open(visitors, link, words)).accept();
  await panel.activate();
  await popup.share();
  return { panel, popup, panelPage };
}
