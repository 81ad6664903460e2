import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expectMovingPixels, showBarcode } from "../harness/barcode.ts";
import { launchChromium } from "../harness/chromium.ts";
import { startHost } from "../harness/host-process.ts";
import { newContext, test } from "../harness/test.ts";
import { Panel } from "../pages/panel.ts";
import { Popup } from "../pages/popup.ts";

const HOST = fileURLToPath(new URL("../../../docs/minimal-host.mjs", import.meta.url));

test.use({ language: "en" });

test("the smallest host of the documentation makes its first share", async ({
  visitorNetwork,
  agentContext,
  language,
  port,
  words,
}) => {
  // The file looks for the key where ./run puts it, beside its own folder.
  const folder = mkdtempSync(path.join(tmpdir(), "visavis-minimal-"));
  mkdirSync(path.join(folder, "docs"));
  mkdirSync(path.join(folder, "data"));
  copyFileSync(HOST, path.join(folder, "docs/minimal-host.mjs"));
  const key = process.env["VISAVIS_IT_AGENT_KEY"] ?? "";
  writeFileSync(path.join(folder, "data/secrets.env"), `VISAVIS_DEMO_AGENT_KEY=${key}\n`);
  const own = process.env["VISAVIS_IT_MINIMAL_PORT"] ?? "";
  const host = await startHost(path.join(folder, "docs/minimal-host.mjs"), {
    SERVICE: `http://localhost:${port}`,
    PORT: own,
  });
  const picker = { picks: "tab", title: "My website" } as const;
  const browser = await launchChromium({ gates: visitorNetwork.gates, picker });
  try {
    const website = await (await newContext(browser, language)).newPage();
    await website.goto(`http://localhost:${own}/`);
    await showBarcode(website);
    const backoffice = await agentContext.newPage();
    await backoffice.goto(`http://localhost:${own}/backoffice`);
    const panel = new Panel(backoffice.frameLocator("iframe"));
    await panel.request();
    const opened = website.waitForEvent("popup");
    await website.locator("visavis-card").getByRole("button", { name: words.yes }).click();
    const popup = new Popup(await opened, words);
    await popup.share();
    await panel.activate();
    await expectMovingPixels(panel.video);
    await popup.stop();
    await panel.expectEnded();
  } finally {
    await browser.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
