import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../../../build/ports.mjs";
import { provideTls } from "../../../build/tls.mjs";
import { expectMovingPixels } from "../harness/barcode.ts";
import { launchChromium, SHARED_TITLE } from "../harness/chromium.ts";
import { startServer } from "../harness/servers.ts";
import { expect, newContext, test } from "../harness/test.ts";
import { Backoffice } from "../pages/backoffice.ts";
import { Shop } from "../pages/shop.ts";

// Its server is its own.
test(
  "a share runs over HTTPS with the trial certificate",
  { tag: "@apart" },
  async ({ language, words }) => {
    test.setTimeout(240_000);
    const folder = mkdtempSync(path.join(tmpdir(), "visavis-https-"));
    const port = await freePort();
    const tls = provideTls({ data: folder, host: "localhost" });
    const origin = `https://localhost:${port}`;
    const server = await startServer(
      folder,
      await freePort(),
      { VISAVIS_SERVICE_ORIGIN: origin },
      false,
      { ...tls, port },
    );
    const trusted = {
      gates: new Map<never, never>(),
      trustedKey: fingerprintOfKey(path.join(folder, "tls/trial.pem")),
    };
    const visitors = await launchChromium({
      ...trusted,
      picker: { picks: "tab", title: SHARED_TITLE },
    });
    const agents = await launchChromium(trusted);
    try {
      const shop = await Shop.open(
        await newContext(visitors, language),
        port,
        words,
        "shop",
        "https",
      );
      const desk = await newContext(agents, language);
      const backoffice = await Backoffice.open(desk, port, words, "camille", "https");
      const sockets: string[] = [];
      backoffice.page.on("websocket", (socket) => sockets.push(socket.url()));
      await backoffice.openRecord(await shop.visitorId(), "share");
      await backoffice.panel.request();
      const popup = await shop.accept();
      await backoffice.panel.activate();
      await popup.share();
      await expectMovingPixels(backoffice.panel.video);
      expect(sockets).toContain(`wss://localhost:${port}/signal`);
      expect(popup.page.url()).toMatch(`${origin}/popup/`);
      await popup.stop();
      await backoffice.panel.expectEnded();
    } finally {
      await Promise.all([visitors.close(), agents.close()]);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

/** What Chromium is told to trust: SHA-256 of the key, in base64 (RFC 7469 section 2.4). */
function fingerprintOfKey(certificate: string): string {
  const { publicKey } = new X509Certificate(readFileSync(certificate));
  const der = publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(der).digest("base64");
}
