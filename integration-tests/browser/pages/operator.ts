import { expect, type BrowserContext, type Locator, type Page } from "@playwright/test";

/** The operator's page, on which eligibility is granted and revoked. */
export class OperatorPage {
  private constructor(readonly page: Page) {}

  static async open(context: BrowserContext, port: number): Promise<OperatorPage> {
    const page = await context.newPage();
    await page.goto(`http://localhost:${port}/operator/`);
    const operator = new OperatorPage(page);
    await operator.signIn();
    return operator;
  }

  async signIn(): Promise<void> {
    await this.page.locator("input[name=name]").fill("operator");
    await this.page.locator("input[name=password]").fill("demo");
    await this.page.getByTestId("sign-in").click();
    await expect(this.page.getByTestId("operator")).toHaveAttribute("data-vv-state", "accounts");
  }

  account(siteKey: string): Locator {
    return this.page.getByTestId(`account-${siteKey}`);
  }

  /** Goes to one of the page's places. */
  async goTo(place: "accounts" | "requests" | "usage"): Promise<void> {
    await this.page.getByTestId(`place-${place}`).click();
    await expect(this.page.getByTestId("operator")).toHaveAttribute("data-vv-state", place);
  }

  /** Stands under *Access requests*. */
  pendingRequest(siteKey: string): Locator {
    return this.page.getByTestId(`pending-${siteKey}`);
  }

  /** Grants access, until the end of a day (`yyyy-mm-dd`) when one is given. */
  async grant(siteKey: string, until?: string): Promise<void> {
    await this.account(siteKey).getByTestId("action-grant").click();
    if (until !== undefined) {
      await this.page.locator("input[name=until]").fill(until);
    }
    await this.confirm();
    await expect(this.account(siteKey)).toHaveAttribute("data-vv-eligible", "true");
  }

  /** Says no to a request, with words for the account's admin. */
  async refuse(siteKey: string, note: string): Promise<void> {
    await this.pendingRequest(siteKey).getByTestId("request-refuse").click();
    await this.page.locator("textarea[name=note]").fill(note);
    await this.confirm();
    await expect(this.pendingRequest(siteKey)).toHaveCount(0);
  }

  async revoke(siteKey: string): Promise<void> {
    await this.account(siteKey).getByTestId("action-revoke").click();
    await this.confirm();
    await expect(this.account(siteKey)).toHaveAttribute("data-vv-eligible", "false");
  }

  private confirm(): Promise<void> {
    return this.page.getByTestId("confirm").click();
  }
}
