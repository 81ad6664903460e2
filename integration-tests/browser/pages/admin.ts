import { expect, type BrowserContext, type FrameLocator, type Page } from "@playwright/test";
import type { Words } from "../harness/words.ts";
import { Backoffice } from "./backoffice.ts";

/** A place of the account admin's page. */
export type AdminPlace = "access" | "policy" | "website" | "keys" | "webhooks";

/** The account admin's page, in the frame of the reference backoffice. */
export class AdminPage {
  private constructor(
    readonly page: Page,
    readonly frame: FrameLocator,
  ) {}

  /** Opens it as Maison Lumen's account admin. */
  static async open(context: BrowserContext, port: number, words: Words): Promise<AdminPage> {
    const backoffice = await Backoffice.signedIn(context, port, words, "alix");
    await backoffice.section(words.shareTab).click();
    const { page } = backoffice;
    const frame = page.frameLocator("iframe");
    await expect(frame.getByTestId("admin")).toHaveAttribute("data-vv-state", "eligible");
    return new AdminPage(page, frame);
  }

  /** Goes to a place by its link. */
  async goTo(place: AdminPlace): Promise<void> {
    await this.frame.getByTestId(`place-${place}`).click();
    await this.expectAt(place);
  }

  async expectAt(place: AdminPlace): Promise<void> {
    await expect(this.frame.getByTestId(`at-${place}`)).toBeVisible();
    await expect(this.frame.getByTestId(`place-${place}`)).toHaveAttribute("aria-current", "page");
  }

  /** What the preview shows. */
  get preview(): FrameLocator {
    return this.frame.frameLocator('[data-testid="preview-frame"]');
  }

  /** Presses *Save* on the place that is shown. */
  async save(): Promise<void> {
    await this.frame.getByTestId("policy-save").filter({ visible: true }).click();
  }

  /** Everything that was chosen stands. */
  async expectSaved(): Promise<void> {
    const bar = this.frame.getByTestId("savebar").filter({ visible: true });
    await expect(bar).not.toHaveAttribute("data-dirty");
    await expect(bar.locator(".vv-field-error")).toHaveCount(0);
  }
}
