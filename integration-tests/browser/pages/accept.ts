import { expect, type BrowserContext, type Locator, type Page } from "@playwright/test";
import type { Words } from "../harness/words.ts";
import { Popup } from "./popup.ts";

/** The page that a person opens by the link they were sent. */
export class AcceptPage {
  readonly main: Locator;
  readonly message: Locator;

  constructor(
    readonly page: Page,
    private readonly words: Words,
  ) {
    this.main = page.locator("main");
    this.message = page.getByTestId("vv-message");
  }

  static async open(context: BrowserContext, link: string, words: Words): Promise<AcceptPage> {
    const page = await context.newPage();
    await page.goto(link);
    return new AcceptPage(page, words);
  }

  /** Says yes; the same tab goes on as the sharing window. */
  async accept(): Promise<Popup> {
    await this.expectState("open");
    await this.page.getByRole("button", { name: this.words.acceptLink }).click();
    await this.page.waitForURL("**/popup/**");
    return new Popup(this.page, this.words);
  }

  async refuse(): Promise<void> {
    await this.page.getByRole("button", { name: this.words.refuseLink, exact: true }).click();
  }

  async expectState(state: string): Promise<void> {
    await expect(this.main).toHaveAttribute("data-vv-state", state);
    await expect(this.main).toHaveText(/\p{L}{3}/u);
  }
}
