import { createHmac, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { BrowserContext } from "@playwright/test";
import { expectMovingPixels } from "../harness/barcode.ts";
import { HostPages, hostToken } from "../harness/host-pages.ts";
import { startHost } from "../harness/host-process.ts";
import { openPlainPage } from "../harness/link.ts";
import { expect, test as base } from "../harness/test.ts";
import type { Words } from "../harness/words.ts";
import { AcceptPage } from "../pages/accept.ts";
import { ChatwootConversation } from "../pages/chatwoot.ts";
import { Panel } from "../pages/panel.ts";
import type { Popup } from "../pages/popup.ts";

const ADAPTERS = "../../../backoffice-module/adapters/chatwoot";
const program = (name: string): string =>
  fileURLToPath(new URL(`${ADAPTERS}/${name}`, import.meta.url));
const JO = "jo-access-token-0123456789";
const WEBHOOK_SECRET = randomBytes(24).toString("hex");

interface Written {
  readonly conversation: number;
  readonly body: { readonly content: string; readonly private: boolean };
}

/** The running adapter, and the stand-in of Chatwoot beside it. */
interface Place {
  readonly chatwoot: string;
  readonly adapter: string;
  written(): Promise<Written[]>;
  /** What Chatwoot posts when a conversation is resolved; the adapter's answer. */
  resolve(id: number, secret: string): Promise<number>;
}

/** Registers a webhook as an account admin's server does; its secret. */
async function webhook(service: string, url: string): Promise<{ id: string; secret: string }> {
  const reply = await fetch(`${service}/api/v1/webhooks`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${hostToken("admin")}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ url, events: ["share.ended"] }),
  });
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
  return (await reply.json()) as { id: string; secret: string };
}

function place(chatwoot: string, own: string): Place {
  return {
    chatwoot,
    adapter: `http://adapter.localhost:${own}`,
    written: async () => (await (await fetch(`${chatwoot}/written`)).json()) as Written[],
    resolve: async (id, secret) => {
      const body = JSON.stringify({ event: "conversation_status_changed", id, status: "resolved" });
      const time = String(Math.floor(Date.now() / 1000));
      const sum = createHmac("sha256", secret).update(`${time}.${body}`).digest("hex");
      const reply = await fetch(`http://127.0.0.1:${own}/webhooks/chatwoot`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-chatwoot-signature": `sha256=${sum}`,
          "x-chatwoot-timestamp": time,
          "x-chatwoot-delivery": crypto.randomUUID(),
        },
        body,
      });
      return reply.status;
    },
  };
}

const test = base.extend<{ place: Place }>({
  place: async ({ port }, use) => {
    const service = `http://localhost:${port}`;
    const own = process.env["VISAVIS_IT_ADAPTER_PORT"] ?? "";
    const chatwootPort = process.env["VISAVIS_IT_CHATWOOT_PORT"] ?? "";
    const chatwoot = `http://localhost:${chatwootPort}`;
    const made = place(chatwoot, own);
    const hook = await webhook(service, `http://localhost:${own}/webhooks/visavis`);
    const fake = await startHost(program("test/fake-chatwoot.mjs"), {
      PORT: chatwootPort,
      ADAPTER: made.adapter,
    });
    const adapter = await startHost(program("adapter.mjs"), {
      PORT: own,
      CHATWOOT_URL: chatwoot,
      CHATWOOT_ACCOUNT_ID: "7",
      CHATWOOT_BOT_TOKEN: "bot-access-token-0123456789",
      CHATWOOT_WEBHOOK_SECRET: WEBHOOK_SECRET,
      VISAVIS_URL: service,
      VISAVIS_SITE_KEY: "pk_demo_lumen",
      VISAVIS_KEY_ID: "demo-lumen",
      VISAVIS_KEY: process.env["VISAVIS_IT_AGENT_KEY"] ?? "",
      VISAVIS_WEBHOOK_SECRET: hook.secret,
      ADAPTER_SECRET: randomBytes(24).toString("hex"),
      ADAPTER_LANGUAGE: "fr",
    });
    await use(made);
    await Promise.all([adapter.stop(), fake.stop()]);
    await fetch(`${service}/api/v1/webhooks/${hook.id}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${hostToken("admin")}` },
    });
  },
});

interface Share {
  readonly jo: ChatwootConversation;
  readonly popup: Popup;
}

/** Somebody opens the link that stands in conversation 42 and says yes. */
async function accepted(
  place: Place,
  visitorContext: BrowserContext,
  words: Words,
): Promise<Popup> {
  const [asked] = await place.written();
  expect(asked?.body.private).toBe(false);
  const link = /http\S+#k=\S+/.exec(asked?.body.content ?? "")?.[0] ?? "";
  await openPlainPage(visitorContext);
  const page = await AcceptPage.open(visitorContext, link, words);
  await expect(page.main).toContainText("Jo Dupont");
  return page.accept();
}

/** The agent looks, and the picture moves. */
async function started(panel: Panel, popup: Popup): Promise<void> {
  await panel.activate();
  await popup.share();
  await panel.expectState("live");
  await expectMovingPixels(panel.video);
}

/** A share that runs between the tab and whoever opened the link of conversation 42. */
async function shared(
  place: Place,
  visitorContext: BrowserContext,
  agentContext: BrowserContext,
  words: Words,
): Promise<Share> {
  const jo = await ChatwootConversation.open(agentContext, place.chatwoot, 42);
  await jo.signIn(JO);
  await jo.panel.expectState("visitor-offline");
  await jo.sendLink();
  await jo.panel.expectState("requested");
  const popup = await accepted(place, visitorContext, words);
  await started(jo.panel, popup);
  return { jo, popup };
}

test("an agent of Chatwoot asks in the conversation and sees the screen in the tab", async ({
  place,
  visitorContext,
  agentContext,
  words,
}) => {
  const { jo, popup } = await shared(place, visitorContext, agentContext, words);
  expect(await place.resolve(42, "not-the-secret-of-this-webhook")).toBe(401);
  await jo.panel.expectState("live");
  expect(await place.resolve(42, WEBHOOK_SECRET)).toBe(204);
  await jo.panel.expectEnded();
  await popup.expectEnded("agent-stopped");
  await expect(async () => {
    const note = (await place.written())[1];
    expect(note?.body.private).toBe(true);
    expect(note?.body.content).toContain("Partage d’écran terminé\u00a0: l’agent l’a arrêté.");
  }).toPass();
});

test("a share ends when the agent opens another tab of the conversation", async ({
  place,
  visitorContext,
  agentContext,
  words,
}) => {
  const { jo, popup } = await shared(place, visitorContext, agentContext, words);
  await jo.showTab(false);
  await popup.expectEnded("agent-left");
  await jo.showTab(true);
  await jo.panel.expectEnded();
});

test("a forged context shows nothing: not to another conversation, not to another page", async ({
  place,
  port,
  agentContext,
}) => {
  const jo = await ChatwootConversation.open(agentContext, place.chatwoot, 42);
  await jo.signIn(JO);
  await jo.panel.expectState("visitor-offline");
  await jo.tellContext(43);
  await jo.expectNotice(
    "Chatwoot ne connaît pas cette conversation, ou vous n’avez pas le droit de la voir.",
  );
  await expect(jo.tab.locator("iframe")).toHaveCount(0);

  const pages = await HostPages.start(port);
  const stranger = await agentContext.newPage();
  await stranger.goto(pages.put("/", `<iframe src="${place.adapter}/"></iframe>`));
  await expect(stranger.frameLocator("iframe").locator("main")).toHaveCount(0);
  expect(stranger.frames().map((frame) => frame.url())).not.toContain(`${place.adapter}/`);
  await pages.close();
});

test("a window of its own keeps its conversation and its tokens, and is found again", async ({
  place,
  agentContext,
}) => {
  const jo = await ChatwootConversation.open(agentContext, place.chatwoot, 42);
  await jo.signIn(JO);
  await jo.panel.expectState("visitor-offline");
  const opening = agentContext.waitForEvent("page");
  await jo.tab.getByRole("button", { name: "Dans une fenêtre à part" }).click();
  const opened = await opening;
  const panel = new Panel(opened.frameLocator("iframe"));
  await panel.expectState("visitor-offline");
  await expect(jo.tab.locator("iframe")).toHaveCount(0);

  // Chatwoot throws the tab away with its conversation.
  await jo.goTo(43);
  // This browser lets no foreign frame keep anything: each tab asks anew who is there.
  await jo.signIn(JO);
  await expect(jo.tab.getByRole("button", { name: "Réessayer" })).toBeVisible();
  await opened.reload();
  await panel.expectState("visitor-offline");

  await jo.goTo(42);
  await jo.signIn(JO);
  await opened.evaluate(() => (document.title = "not loaded anew"));
  await jo.tab.getByRole("button", { name: "Afficher la fenêtre" }).click();
  await expect(jo.tab.locator("iframe")).toHaveCount(0);
  expect(await opened.title()).toBe("not loaded anew");
  expect(agentContext.pages()).toHaveLength(2);
  await jo.tab.getByRole("button", { name: "Revenir dans cet onglet" }).click();
  await jo.panel.expectState("visitor-offline");
  expect(opened.isClosed()).toBe(true);
});

test("a share in a window of its own goes on while the agent opens another conversation", async ({
  place,
  visitorContext,
  agentContext,
  words,
}) => {
  const jo = await ChatwootConversation.open(agentContext, place.chatwoot, 42);
  await jo.signIn(JO);
  await jo.sendLink();
  await jo.panel.expectState("requested");
  const opening = agentContext.waitForEvent("page");
  await jo.tab.getByRole("button", { name: "Dans une fenêtre à part" }).click();
  const opened = await opening;
  const panel = new Panel(opened.frameLocator("iframe"));
  await panel.expectState("requested");
  const popup = await accepted(place, visitorContext, words);
  await started(panel, popup);
  await jo.goTo(43);
  await jo.goTo(42);
  await jo.signIn(JO);
  await jo.tab.getByRole("button", { name: "Afficher la fenêtre" }).click();
  await expect(jo.tab.locator("iframe")).toHaveCount(0);
  expect(agentContext.pages()).toHaveLength(2);
  await jo.page.close();
  await expectMovingPixels(panel.video);
  await opened.close();
  await popup.expectEnded("agent-left");
});
