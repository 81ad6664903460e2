import { expect, type BrowserContext, type FrameLocator, type Page } from "@playwright/test";
import { showBarcode } from "../harness/barcode.ts";
import type { Words } from "../harness/words.ts";
import { AcceptPage } from "./accept.ts";
import { Panel } from "./panel.ts";
import { Popup } from "./popup.ts";

/** The visitor's page of the foreign host, with its own chat. */
export class ForeignSite {
  /** What the page's console complained of. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly words: Words,
  ) {
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        this.complaints.push(message.text());
      }
    });
  }

  static async open(
    context: BrowserContext,
    origin: string,
    words: Words,
    path = "/",
  ): Promise<ForeignSite> {
    const site = new ForeignSite(await context.newPage(), words);
    await site.page.goto(`${origin}${path}`);
    await showBarcode(site.page);
    return site;
  }

  async visitorId(): Promise<string> {
    return (await this.page.locator("#lines").getAttribute("data-visitor")) ?? "";
  }

  async say(text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "Votre message" }).fill(text);
    await this.page.getByRole("button", { name: "Envoyer" }).click();
  }

  /** Says yes with the host's own button; the popup that this click opens. */
  async accept(): Promise<Popup> {
    // A click in the very moment of the question may be too early, and the host says so.
    await expect(this.page.locator("#again")).toBeHidden();
    const popup = this.page.context().waitForEvent("page");
    await expect(async () => {
      await this.page.getByRole("button", { name: "D’accord" }).click();
      await expect(this.page.locator("#again")).toBeHidden({ timeout: 500 });
    }).toPass();
    return new Popup(await popup, this.words);
  }

  /** Follows the link that the agent sent into the chat; it opens in a tab of its own. */
  async openLink(): Promise<AcceptPage> {
    const opened = this.page.context().waitForEvent("page");
    await this.page.getByRole("link", { name: "Ouvrir le lien" }).click();
    return new AcceptPage(await opened, this.words);
  }

  async expectState(state: string): Promise<void> {
    await expect(this.page.locator("#state")).toHaveText(state);
  }
}

/** The agents' desk of the foreign host. */
export class ForeignDesk {
  private constructor(readonly page: Page) {}

  /** Signs Jo in with the host's own password. */
  static async open(context: BrowserContext, origin: string): Promise<ForeignDesk> {
    const desk = new ForeignDesk(await context.newPage());
    await desk.page.goto(`${origin}/desk`);
    await desk.page.getByRole("textbox", { name: "Nom" }).fill("jo");
    await desk.page.getByRole("textbox", { name: "Mot de passe" }).fill("a lamp is not a moon");
    await desk.page.getByRole("button", { name: "Entrer" }).click();
    return desk;
  }

  /** The page of one visitor, with the panel plugged in as a frame or as a custom element. */
  async openVisitor(visitorId: string, way: "frame" | "element" = "frame"): Promise<void> {
    await this.page.getByRole("link", { name: visitorId }).click();
    if (way === "element") {
      await this.page.goto(`${this.page.url()}?way=element`);
    }
  }

  async say(text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "Réponse" }).fill(text);
    await this.page.getByRole("button", { name: "Répondre" }).click();
  }

  /** Lets the host's server ask over REST, and post the link into the chat. */
  sendLink(): Promise<void> {
    return this.page.getByRole("button", { name: "Envoyer un lien" }).click();
  }

  /** The panel inside this page's frame, wherever the frame is. */
  get panel(): Panel {
    const inside: FrameLocator = this.page.frameLocator("iframe");
    return new Panel(inside);
  }

  async expectState(state: string): Promise<void> {
    await expect(this.page.locator("#state")).toHaveText(state);
  }
}
