import { randomUUID } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expectMovingPixels, showBarcode } from "../harness/barcode.ts";
import {
  expect,
  hostToken,
  requestShare,
  setPolicy,
  signedVisitor,
  sitePage,
  test,
} from "../harness/host-pages.ts";
import { Panel } from "../pages/panel.ts";
import { Popup } from "../pages/popup.ts";

/** What the script tag gives, as the pages of these journeys use it. */
interface Api {
  identify(visitor: { visitorId: string; visitorSignature?: string } | null): void;
  setConversation(id: string): void;
  askForHelp(): Promise<boolean>;
  renderInto(element: Element): () => void;
  readonly mayAskForHelp: boolean;
  readonly visitorId: string | null;
}
declare global {
  interface Window {
    visavis?: Api;
    online: number;
  }
}

const COUNT_ONLINE = `<script>
  window.online = 0;
  addEventListener("visavis:online", () => window.online++);
</script>`;

function tag(service: string, attributes = ""): string {
  return `<script src="${service}/visavis.js" data-site-key="pk_demo_lumen" ${attributes} async></script>`;
}

const online = (page: Page, times = 1) => page.waitForFunction((n) => window.online >= n, times);
const card = (page: Page) => page.locator("visavis-card");
const newId = () => `visitor-${randomUUID()}`;

test.describe("a page that swaps its contents", () => {
  test("keeps the card through history changes, removed elements and a new body", async ({
    host,
    visitorContext,
  }) => {
    const id = newId();
    const page = await visitorContext.newPage();
    await page.goto(
      host.put(
        "/",
        sitePage(
          `<div id="slot"></div>`,
          COUNT_ONLINE + tag(host.service, `data-visitor-id="${id}"`),
        ),
      ),
    );
    await online(page);
    await page.evaluate(() =>
      window.visavis?.renderInto(document.querySelector("#slot") as Element),
    );
    expect((await requestShare(host.service, id)).status).toBe(201);
    await expect(page.locator("#slot visavis-card")).toHaveAttribute("data-vv-state", "asked");

    await page.evaluate(() => {
      history.pushState(null, "", "/elsewhere");
      document.querySelector("#slot")?.remove();
    });
    await expect(page.locator("body > visavis-card")).toHaveAttribute("data-vv-state", "asked");

    await page.evaluate(() => {
      const slot = document.createElement("div");
      slot.id = "slot";
      document.body.append(slot);
      window.visavis?.renderInto(slot);
    });
    await expect(page.locator("#slot visavis-card")).toHaveAttribute("data-vv-state", "asked");
    await expect(card(page)).toHaveCount(1);

    await page.evaluate(() => {
      document.body.replaceWith(document.createElement("body"));
    });
    await expect(page.locator("body > visavis-card")).toHaveAttribute("data-vv-state", "asked");
    await expect(card(page)).toHaveCount(1);
    expect(await page.evaluate(() => window.online)).toBe(1);
  });

  test("changes the visitor at sign-in and sign-out without a reload", async ({
    host,
    visitorContext,
  }) => {
    const page = await visitorContext.newPage();
    await page.goto(host.put("/", sitePage("", COUNT_ONLINE + tag(host.service))));
    await online(page);
    const id = newId();
    await page.evaluate((visitorId) => window.visavis?.identify({ visitorId }), id);
    await online(page, 2);
    expect((await requestShare(host.service, id)).status).toBe(201);
    await expect(card(page)).toHaveAttribute("data-vv-state", "asked");
    await card(page).getByTestId("vv-card-decline").click();
    await expect(card(page)).not.toHaveAttribute("data-vv-state", "asked");

    await page.evaluate(() => window.visavis?.identify(null));
    await online(page, 3);
    const fresh = await page.evaluate(() => window.visavis?.visitorId);
    expect(fresh).not.toBe(id);
  });
});

test("included twice it is there once", async ({ host, visitorContext }) => {
  const id = newId();
  const script = tag(host.service, `data-visitor-id="${id}"`);
  const page = await visitorContext.newPage();
  await page.goto(host.put("/", sitePage(`<p id="visavis"></p>${script}`, COUNT_ONLINE + script)));
  await page.waitForLoadState("load");
  await online(page);
  expect((await requestShare(host.service, id)).status).toBe(201);
  await expect(card(page)).toHaveAttribute("data-vv-state", "asked");
  await expect(card(page)).toHaveCount(1);
  expect(await page.evaluate(() => window.online)).toBe(1);
});

test("a whole share under a strict policy with a nonce, trusted types and COOP same-origin", async ({
  host,
  visitorContext,
  agentContext,
  words,
}) => {
  const complaints: string[] = [];
  const [id, nonce] = [newId(), randomUUID()];
  const socket = host.service.replace("http", "ws");
  const page = await visitorContext.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(
    host.put("/", {
      html: sitePage(
        "<h1>Boutique</h1>",
        tag(host.service, `data-visitor-id="${id}" nonce="${nonce}"`),
      ),
      headers: {
        "Content-Security-Policy":
          `default-src 'none'; script-src 'nonce-${nonce}'; connect-src ${host.service} ${socket};` +
          ` img-src data:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "display-capture=()",
      },
    }),
  );
  await showBarcode(page);
  const agent = await agentContext.newPage();
  const query = `site=pk_demo_lumen&visitor=${id}`;
  await agent.goto(`${host.service}/panel/?${query}#token=${hostToken("agent")}`);
  const panel = new Panel(agent);
  await panel.request();
  const opened = visitorContext.waitForEvent("page");
  await card(page).getByTestId("vv-card-accept").click();
  const popup = new Popup(await opened, words);
  await panel.activate();
  await popup.share();
  await panel.expectState("live");
  await expectMovingPixels(panel.video);
  expect(await popup.page.evaluate(() => window.opener === null)).toBe(true);
  await card(page).getByTestId("vv-card-stop").click();
  await panel.expectEnded();
  await popup.expectEnded("visitor-stopped");
  expect(complaints).toEqual([]);
});

test.describe("an account that takes signed ids only", () => {
  test.beforeEach(({ port }) =>
    setPolicy(`http://localhost:${port}`, { signedVisitorsOnly: true, visitorsMayAsk: false }),
  );
  test.afterEach(({ port }) =>
    setPolicy(`http://localhost:${port}`, { signedVisitorsOnly: false, visitorsMayAsk: false }),
  );

  test("refuses an id that is not signed, or signed for somebody else, and takes a signed one", async ({
    host,
    visitorContext,
  }) => {
    const lines: string[] = [];
    visitorContext.on("console", (message) => {
      if (message.text().startsWith("Visavis")) lines.push(message.text());
    });
    const id = newId();
    const page = await visitorContext.newPage();
    await page.goto(host.put("/", sitePage("", COUNT_ONLINE + tag(host.service))));
    await expect.poll(() => lines.length).toBe(1);
    expect(lines[0]).toContain("signed");
    const refused = page.waitForResponse(/visitor-tokens/);
    await page.evaluate((visitor) => window.visavis?.identify(visitor), {
      visitorId: id,
      visitorSignature: signedVisitor(newId()),
    });
    expect((await refused).status()).toBe(403);
    expect(await page.evaluate(() => window.online)).toBe(0);

    await page.evaluate((visitor) => window.visavis?.identify(visitor), {
      visitorId: id,
      visitorSignature: signedVisitor(id),
    });
    await online(page);
    expect((await requestShare(host.service, id)).status).toBe(201);
    await expect(card(page)).toHaveAttribute("data-vv-state", "asked");
  });
});

test("a visitor asks for help where the account lets visitors ask", async ({
  host,
  visitorContext,
  agentContext,
}) => {
  const id = newId();
  const page = await visitorContext.newPage();
  const address = host.put(
    "/",
    sitePage("", COUNT_ONLINE + tag(host.service, `data-visitor-id="${id}"`)),
  );
  await page.goto(address);
  await online(page);
  expect(await page.evaluate(() => window.visavis?.askForHelp())).toBe(false);

  await setPolicy(host.service, { signedVisitorsOnly: false, visitorsMayAsk: true });
  try {
    await page.goto(address);
    await online(page);
    expect(await page.evaluate(() => window.visavis?.mayAskForHelp)).toBe(true);
    await page.evaluate(() => window.visavis?.setConversation("chat-4711"));
    expect(await page.evaluate(() => window.visavis?.askForHelp())).toBe(true);

    const agent = await agentContext.newPage();
    const query = `site=pk_demo_lumen&visitor=${id}`;
    await agent.goto(`${host.service}/panel/?${query}#token=${hostToken("agent")}`);
    const panel = new Panel(agent);
    await expect(panel.banner("help")).toBeVisible();
    await panel.request();
    await expect(panel.banner("help")).toHaveCount(0);

    const calls = await fetch(`${host.service}/api/v1/help-calls?visitorId=${id}`, {
      headers: { authorization: `Bearer ${hostToken("admin")}` },
    });
    const { items } = (await calls.json()) as { items: Record<string, string>[] };
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ visitorId: id, conversationId: "chat-4711" });
    expect(items[0]?.["answeredAt"]).toBeTruthy();
  } finally {
    await setPolicy(host.service, { signedVisitorsOnly: false, visitorsMayAsk: false });
  }
});

for (const trouble of ["absent", "refused", "hanging"] as const) {
  test(`a page whose script is ${trouble} neither breaks nor waits`, async ({
    host,
    visitorContext,
  }) => {
    const dead = http.createServer((_, response) => {
      if (trouble === "refused") response.writeHead(503).end("busy");
    });
    await new Promise<void>((resolve) => dead.listen(0, "127.0.0.1", resolve));
    const { port } = dead.address() as AddressInfo;
    if (trouble === "absent") dead.close();
    const errors: string[] = [];
    const lines: string[] = [];
    const page = await visitorContext.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) lines.push(message.text());
    });
    const ready = `<button id="buy">Acheter</button><script>
      document.addEventListener("DOMContentLoaded", () => {
        window.visavis?.setConversation("chat-1");
        document.querySelector("#buy").onclick = (event) => { event.target.textContent = "Acheté"; };
      });
    </script>`;
    await page.goto(host.put("/", sitePage(ready, tag(`http://127.0.0.1:${port}`))), {
      waitUntil: "domcontentloaded",
    });
    await page.getByRole("button", { name: "Acheter" }).click();
    await expect(page.getByRole("button", { name: "Acheté" })).toBeVisible();
    expect(errors).toEqual([]);
    expect(lines.length).toBeLessThanOrEqual(1);
    dead.closeAllConnections();
    dead.close();
  });
}
