import { expect, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { showBarcode } from "../harness/barcode.ts";
import type { Words } from "../harness/words.ts";
import { Popup } from "./popup.ts";

/** Which demonstration shop: the first label of its host name. */
export type ShopName = "shop" | "atelier";

/** A page of the demonstration shop with the visitor's chat on it. */
export class Shop {
  readonly chat: Locator;
  /** The request card; `data-vv-state` says what it is about. */
  readonly card: Locator;

  private constructor(
    readonly page: Page,
    private readonly words: Words,
  ) {
    this.chat = page.getByRole("dialog", { name: words.chatTitle });
    this.card = page.locator("visavis-card");
  }

  /** Opens the sale's page, which never stands still, and waits until it can be asked to share. */
  static async open(
    context: BrowserContext,
    port: number,
    words: Words,
    shop: ShopName = "shop",
    scheme: "http" | "https" = "http",
  ): Promise<Shop> {
    const opened = new Shop(await context.newPage(), words);
    await opened.go(`${scheme}://${shop}.localhost:${port}/flash.html`);
    return opened;
  }

  /** Loads a page of the shop and puts the readable clock on it. */
  async go(url: string): Promise<void> {
    await this.page.goto(url);
    await showBarcode(this.page);
    await this.page.waitForFunction(() => localStorage.getItem("chat-visitor") !== null);
  }

  visitorId(): Promise<string> {
    return this.page.evaluate(() => localStorage.getItem("chat-visitor") ?? "");
  }

  async say(text: string): Promise<void> {
    const box = this.page.getByRole("textbox", { name: this.words.write });
    if (!(await box.isVisible())) {
      await this.page.getByRole("button", { name: this.words.openChat }).click();
    }
    await box.fill(text);
    await box.press("Enter");
  }

  press(name: string): Promise<void> {
    return this.card.getByRole("button", { name, exact: true }).click();
  }

  /** Says yes; the popup that this very click opens. */
  async accept(): Promise<Popup> {
    await this.expectCard("asked");
    const popup = this.page.waitForEvent("popup");
    await this.press(this.words.yes);
    return new Popup(await popup, this.words);
  }

  async expectCard(state: string): Promise<void> {
    await expect(this.card).toHaveAttribute("data-vv-state", state);
  }
}
