import { expect, type BrowserContext, type Page } from "@playwright/test";
import { signIn } from "../pages/backoffice.ts";
import { Panel } from "../pages/panel.ts";
import { AcceptPage } from "../pages/accept.ts";
import { showBarcode } from "./barcode.ts";
import { test as base } from "./test.ts";
import type { Words } from "./words.ts";

/** Where an agent asks somebody who is on no page of the site. */
export interface LinkPlace {
  readonly port: number;
  readonly words: Words;
  readonly agentContext: BrowserContext;
}

/** A request that an agent made as a link, from the panel in a window of its own. */
export interface LinkRequest {
  readonly panel: Panel;
  readonly page: Page;
  readonly link: string;
  readonly sessionId: string;
}

/** Opens the panel of a visitor who never came, creates the link and reads it off the panel. */
export async function askByLink({ port, agentContext }: LinkPlace): Promise<LinkRequest> {
  await signIn(agentContext, port, "camille");
  const answer = await agentContext.request.get(
    `http://localhost:${port}/reference/api/visavis-token`,
  );
  const { token } = (await answer.json()) as { token: string };
  const visitor = `mail-${crypto.randomUUID()}`;
  const page = await agentContext.newPage();
  await page.goto(
    `http://localhost:${port}/panel/?site=pk_demo_lumen&visitor=${visitor}#token=${token}`,
  );
  const panel = new Panel(page);
  await panel.expectState("visitor-offline");
  await panel.action("request-link").click();
  await panel.expectState("requested");
  const link = await page.getByTestId("accept-link").inputValue();
  expect(link).toContain(`http://localhost:${port}/accept/#k=`);
  const sessionId = (await panel.root.getAttribute("data-vv-session")) ?? "";
  return { panel, page, link, sessionId };
}

/** A page without any script of Visavis, for the visitor to share; the picker goes by its title. */
export async function openPlainPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.setContent("<title>Maison Lumen, sans script</title><h1>Une page quelconque</h1>");
  await showBarcode(page);
  return page;
}

/** Journeys that begin with a link. */
export const test = base.extend<{
  byLink: LinkRequest;
  /** Opens the link, or another one, in the visitor's browser or another one. */
  openLink: (other?: { link?: string; context?: BrowserContext }) => Promise<AcceptPage>;
}>({
  byLink: async ({ port, words, agentContext }, use) => {
    await use(await askByLink({ port, words, agentContext }));
  },
  openLink: async ({ byLink, visitorContext, words }, use) => {
    await use((other) =>
      AcceptPage.open(other?.context ?? visitorContext, other?.link ?? byLink.link, words),
    );
  },
});

export { expect } from "@playwright/test";
export { newContext } from "./test.ts";
