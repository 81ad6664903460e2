import { expect, type Locator, type Page } from "@playwright/test";
import type { Words } from "../harness/words.ts";

/** The visitor's sharing window. */
export class Popup {
  readonly main: Locator;
  readonly preview: Locator;
  /** The sentence under the heading. */
  readonly message: Locator;

  constructor(
    readonly page: Page,
    private readonly words: Words,
  ) {
    this.main = page.locator("main");
    this.preview = page.getByTestId("vv-preview");
    this.message = page.getByTestId("vv-message");
  }

  /** Presses « Partager mon écran »; the browser's picker answers by itself. */
  async share(): Promise<void> {
    await this.expectState("invited");
    await this.page.getByRole("button", { name: this.words.shareMyScreen }).click();
  }

  stop(): Promise<void> {
    return this.page.getByRole("button", { name: this.words.stop }).click();
  }

  pause(): Promise<void> {
    return this.page.getByTestId("vv-pause").click();
  }

  resume(): Promise<void> {
    return this.page.getByTestId("vv-resume").click();
  }

  /** Closes the window as its close button does: with the page's own goodbye. */
  async close(): Promise<void> {
    const closed = this.page.waitForEvent("close");
    await this.page.close({ runBeforeUnload: true });
    await closed;
  }

  async expectState(state: string): Promise<void> {
    await expect(this.main).toHaveAttribute("data-vv-state", state);
  }

  /** The popup says that the share is over, for this reason, in words. */
  async expectEnded(reason: string): Promise<void> {
    await this.expectState("ended");
    await expect(this.main.locator(`[data-reason="${reason}"]`)).toHaveText(/\p{L}{3}/u);
  }
}
