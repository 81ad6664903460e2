import { expect, type BrowserContext, type FrameLocator, type Page } from "@playwright/test";
import { Panel } from "./panel.ts";

/** A conversation in the stand-in of Chatwoot's dashboard, with the adapter's tab in its frame. */
export class ChatwootConversation {
  readonly tab: FrameLocator;
  readonly panel: Panel;

  private constructor(readonly page: Page) {
    this.tab = page.frameLocator("iframe");
    this.panel = new Panel(this.tab.frameLocator("iframe"));
  }

  static async open(
    context: BrowserContext,
    chatwoot: string,
    id: number,
  ): Promise<ChatwootConversation> {
    const page = await context.newPage();
    await page.goto(`${chatwoot}/app/accounts/7/conversations/${id}`);
    return new ChatwootConversation(page);
  }

  /** Opens another conversation: Chatwoot makes the frames of its tabs anew. */
  async goTo(id: number): Promise<void> {
    await this.page.goto(new URL(String(id), this.page.url()).href);
  }

  /** Chatwoot hides a tab that is not shown, and keeps it in the document. */
  async showTab(shown: boolean): Promise<void> {
    await this.page.locator("iframe").evaluate(
      (frame, display) => {
        frame.style.display = display;
      },
      shown ? "" : "none",
    );
  }

  async signIn(accessToken: string): Promise<void> {
    await this.tab.getByLabel("Jeton d’accès").fill(accessToken);
    await this.tab.getByRole("button", { name: "Se connecter" }).click();
  }

  async sendLink(): Promise<void> {
    await this.tab.getByRole("button", { name: "Envoyer un lien dans la conversation" }).click();
    await this.expectNotice("Le lien est dans la conversation.");
  }

  async expectNotice(words: string): Promise<void> {
    await expect(this.tab.getByRole("status").first()).toHaveText(words);
  }

  /** Chatwoot's own window says that another conversation is open. */
  async tellContext(id: number): Promise<void> {
    await this.page.evaluate((conversation) => {
      const context = { event: "appContext", data: { conversation: { id: conversation } } };
      const frame = document.querySelector("iframe");
      frame?.contentWindow?.postMessage(JSON.stringify(context), "*");
    }, id);
  }
}
