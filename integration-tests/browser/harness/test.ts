import {
  test as base,
  type Browser,
  type BrowserContext,
  type PlaywrightTestOptions,
  type TestInfo,
} from "@playwright/test";
import { launchChromium, SHARED_TITLE } from "./chromium.ts";
import { PersonalNetwork } from "./network.ts";
import { AskedShare, type LiveShare } from "./share.ts";
import { wordsOf, type JourneyLanguage, type Words } from "./words.ts";

/** What a journey may choose with `test.use`. */
export interface Choices {
  /** The language of both browsers. */
  language: JourneyLanguage;
  /** `short`: the server whose deadlines last a few seconds. */
  deadlines: "usual" | "short";
}

export interface Stage extends Choices {
  /** Port of the server that this journey uses, as browsers see it. */
  port: number;
  words: Words;
  /** A visitor's browser without history, whose picker takes the shop's tab. */
  visitorContext: BrowserContext;
  /** An agent's browser, not signed in. */
  agentContext: BrowserContext;
  /** A request that Camille has just sent to a visitor of the shop. */
  asked: AskedShare;
  /** A share whose picture Camille sees moving. */
  live: LiveShare;
}

export interface SharedStage {
  visitorNetwork: PersonalNetwork;
  agentNetwork: PersonalNetwork;
  visitorBrowser: Browser;
  agentBrowser: Browser;
}

/** Browsers and networks live as long as the worker; contexts as long as a journey. */
export const test = base.extend<Stage, SharedStage>({
  language: ["fr", { option: true }],
  deadlines: ["usual", { option: true }],
  port: async ({ deadlines }, use) => {
    await use(deadlines === "usual" ? ports().usual : ports().short);
  },
  words: async ({ language }, use) => {
    await use(wordsOf(language));
  },
  visitorContext: async (
    { visitorBrowser, visitorNetwork, language, colorScheme },
    use,
    testInfo,
  ) => {
    const context = await newContext(visitorBrowser, language, colorScheme);
    const complaints = listen(context);
    await use(context);
    visitorNetwork.repair();
    await tell("visitor", complaints, testInfo);
    await context.close();
  },
  agentContext: async ({ agentBrowser, agentNetwork, language, colorScheme }, use, testInfo) => {
    const context = await newContext(agentBrowser, language, colorScheme);
    const complaints = listen(context);
    await use(context);
    agentNetwork.repair();
    await tell("agent", complaints, testInfo);
    await context.close();
  },
  asked: async ({ port, words, visitorContext, agentContext }, use) => {
    await use(await AskedShare.begin({ port, words, visitorContext, agentContext }));
  },
  live: async ({ asked }, use) => {
    await use(await asked.goLive());
  },
  visitorNetwork: [
    async ({}, use) => {
      await withNetwork(use);
    },
    { scope: "worker" },
  ],
  agentNetwork: [
    async ({}, use) => {
      await withNetwork(use);
    },
    { scope: "worker" },
  ],
  visitorBrowser: [
    async ({ visitorNetwork }, use) => {
      const picker = { picks: "tab", title: SHARED_TITLE } as const;
      await withBrowser(launchChromium({ gates: visitorNetwork.gates, picker }), use);
    },
    { scope: "worker" },
  ],
  agentBrowser: [
    async ({ agentNetwork }, use) => {
      await withBrowser(launchChromium({ gates: agentNetwork.gates }), use);
    },
    { scope: "worker" },
  ],
});

export { expect } from "@playwright/test";

/** A fresh profile, with a screen of 1920 × 1080 so that a capture has that size. */
export async function newContext(
  browser: Browser,
  language: JourneyLanguage,
  colorScheme: PlaywrightTestOptions["colorScheme"] = "light",
): Promise<BrowserContext> {
  const size = { width: 1920, height: 1080 };
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const context = await browser.newContext({ viewport: size, screen: size, locale, colorScheme });
  // The request card hides its inside from the host's page; a journey must look into it.
  await context.addInitScript(() => {
    type Attach = (this: Element, options: ShadowRootInit) => ShadowRoot;
    const attach: Attach = Reflect.get<Element, "attachShadow">(Element.prototype, "attachShadow");
    Element.prototype.attachShadow = function (options) {
      return attach.call(this, { ...options, mode: "open" });
    };
  });
  return context;
}

/** What the pages of a context complain of, as it comes. */
function listen(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on("weberror", (error) => complaints.push(error.error().stack ?? String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  return complaints;
}

/** Keeps the complaints beside the report of a journey that failed. */
async function tell(who: string, complaints: string[], testInfo: TestInfo): Promise<void> {
  if (testInfo.status !== testInfo.expectedStatus) {
    await testInfo.attach(`console of the ${who}`, {
      body: complaints.join("\n"),
      contentType: "text/plain",
    });
  }
}

function ports(): { usual: number; short: number } {
  return {
    usual: Number(process.env["VISAVIS_IT_PORT"]),
    short: Number(process.env["VISAVIS_IT_SHORT_PORT"]),
  };
}

async function withNetwork(use: (network: PersonalNetwork) => Promise<void>): Promise<void> {
  const network = await PersonalNetwork.to(Object.values(ports()));
  await use(network);
  await network.close();
}

async function withBrowser(
  launched: Promise<Browser>,
  use: (browser: Browser) => Promise<void>,
): Promise<void> {
  const browser = await launched;
  await use(browser);
  await browser.close();
}
