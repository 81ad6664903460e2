// Takes pictures of every state of card and popup into the folder given as argument, and lets axe
// read each: `node test/look/look.mjs FOLDER`, after a build. Needs Chromium at $CHROMIUM or
// /usr/bin/chromium.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { lookAtPolicy } from "./look-policy.mjs";
import { scriptedService } from "./scripted-service.mjs";

const folder = process.argv[2] ?? "look";
mkdirSync(folder, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const service = await scriptedService();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--auto-select-tab-capture-source-by-title=Boutique"],
});
const looks = [
  { language: "fr", colorScheme: "light", width: 420 },
  { language: "en", colorScheme: "dark", width: 420 },
  { language: "fr", colorScheme: "dark", width: 360 },
];
const ago = (ms) => new Date(Date.now() - ms).toISOString();
const shared = { visitorConnection: "connected", capturing: true, activated: true };
const liveState = { state: "live", ...shared, liveAt: ago(83_000), mediaFlowing: true };

let violations = 0;
async function check(page, name) {
  await page.evaluate(axe).catch(() => undefined);
  const found = await page.evaluate(() =>
    globalThis.axe?.run(document, { resultTypes: ["violations"] }),
  );
  for (const each of found?.violations ?? []) {
    if (each.impact !== "serious" && each.impact !== "critical") continue;
    violations++;
    console.log(name, each.id, each.nodes[0]?.html, each.nodes[0]?.failureSummary);
  }
}

for (const { language, colorScheme, width } of looks) {
  const context = await browser.newContext({
    colorScheme,
    locale: language,
    viewport: { width: width === 360 ? 360 : 900, height: 640 },
  });
  // The card's root is closed to the host's scripts; axe is let in.
  await context.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      return attach.call(this, { ...init, mode: "open" });
    };
  });
  const shop = await context.newPage();
  const tag = `${language}-${colorScheme}-${width}`;
  const shot = async (page, name, fullPage = true) => {
    await page.waitForTimeout(250);
    await page.screenshot({ path: join(folder, `${name}-${tag}.png`), fullPage });
    await check(page, `${name}-${tag}`);
  };
  // The element itself has no box: its card floats over the page.
  const phase = (name) =>
    shop.waitForSelector(`visavis-card[data-vv-state="${name}"]`, { state: "attached" });

  service.begin();
  service.tell({});
  await shop.goto(`${service.origin}/shop?lang=${language}`);
  await phase("asked");
  await shop.waitForSelector('[data-testid="vv-card-accept"]:not([disabled])');
  await shot(shop, "card-asked");
  const [popup] = await Promise.all([
    context.waitForEvent("page"),
    shop.click('[data-testid="vv-card-accept"]'),
  ]);
  await popup.setViewportSize({ width, height: 720 });
  service.tell({ state: "accepted", visitorConnection: "connected" });
  await phase("waiting");
  await shot(shop, "card-waiting");
  await popup.waitForSelector('[data-testid="vv-share"]');
  await shot(popup, "popup-invited");
  service.tell({
    deadline: { reason: "not-started", at: new Date(Date.now() + 42_000).toISOString() },
  });
  await popup.waitForSelector('[data-part="deadline"]:not([hidden])');
  await shot(popup, "popup-deadline");
  for (const [name, message] of [
    ["cancelled", "Permission denied"],
    ["denied", "Permission denied by system"],
  ]) {
    await popup.evaluate((text) => {
      const { mediaDevices } = navigator;
      const real = mediaDevices.getDisplayMedia.bind(mediaDevices);
      mediaDevices.getDisplayMedia = () => {
        mediaDevices.getDisplayMedia = real;
        return Promise.reject(new DOMException(text, "NotAllowedError"));
      };
    }, message);
    await popup.click('[data-testid="vv-share"]');
    await popup.waitForSelector(".vv-banner:not([hidden])");
    await shot(popup, `popup-${name}`);
  }
  await popup.click('[data-testid="vv-share"]');
  await popup.waitForSelector('main[data-vv-state="waiting"]');
  await shot(popup, "popup-waiting");
  service.tell(liveState);
  await phase("sharing");
  await shot(shop, "card-sharing");
  await shot(popup, "popup-live");
  service.tell({ state: "paused" });
  await phase("paused");
  await shot(popup, "popup-paused");
  await shot(shop, "card-paused");
  service.tell({ state: "live", agentConnection: "reconnecting" });
  await phase("reconnecting");
  await shot(shop, "card-reconnecting");
  await shot(popup, "popup-agent-lost");
  service.tell({ state: "ended", endReason: "agent-stopped", endedAt: ago(0) });
  await phase("ended");
  await shot(shop, "card-ended");
  await shot(popup, "popup-ended");
  service.begin();
  service.tell({
    agent: { id: "noor", name: "Noor Van den Broeck-Castellanos de la Villardière" },
  });
  await popup.waitForSelector('[data-testid="vv-share"]');
  await phase("asked");
  await shot(popup, "popup-again");
  await shot(shop, "card-long-name");
  await popup.close();

  service.begin();
  service.tell({});
  await shop.reload();
  await shop.evaluate(() => (window.open = () => null));
  await shop.waitForSelector('[data-testid="vv-card-accept"]:not([disabled])');
  await shop.click('[data-testid="vv-card-accept"]');
  await phase("blocked");
  await shot(shop, "card-blocked");
  const refused = await context.newPage();
  await refused.setViewportSize({ width, height: 720 });
  await refused.goto(`${service.origin}/popup/#t=spent&l=${language}`);
  await refused.waitForSelector('main[data-vv-state="refused"]');
  await shot(refused, "popup-refused");
  await lookAtPolicy({ service, context, shop, phase, shot, language, width });
  await context.close();

  const old = await browser.newContext({
    colorScheme,
    locale: language,
    viewport: { width: 360, height: 640 },
  });
  await old.addInitScript(() => delete MediaDevices.prototype.getDisplayMedia);
  const phone = await old.newPage();
  await phone.goto(`${service.origin}/shop?lang=${language}`);
  await phone.waitForSelector('visavis-card[data-vv-state="unsupported"]', {
    state: "attached",
  });
  await phone.waitForTimeout(250);
  await phone.screenshot({ path: join(folder, `card-unsupported-${tag}.png`) });
  await old.close();
}
await browser.close();
service.close();
console.log(violations === 0 ? "axe: nothing serious" : `axe: ${violations} serious`);
process.exit(violations === 0 ? 0 : 1);
