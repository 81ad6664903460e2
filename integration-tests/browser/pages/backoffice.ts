import { expect, type BrowserContext, type Locator, type Page } from "@playwright/test";
import type { Words } from "../harness/words.ts";
import { Panel } from "./panel.ts";

/** The people of the demonstration; all have the same password. */
export type Login = "camille" | "noor" | "alix" | "sacha" | "dominique";

export type RecordTab = "chat" | "share" | "history";

/** Signs a browser in to the reference backoffice as its form does, but without any page. */
export async function signIn(context: BrowserContext, port: number, login: Login): Promise<void> {
  const answer = await context.request.post(`http://localhost:${port}/reference/api/sign-in`, {
    headers: { "X-Reference": "1" },
    data: { login, password: "demo" },
  });
  expect(answer.ok(), `${answer.status()} at the sign-in`).toBe(true);
}

/** The reference backoffice of the agent's company. */
export class Backoffice {
  readonly panel: Panel;
  /** The screen-share icon in the record's action bar. */
  readonly shareIcon: Locator;
  /** Why screen sharing is not available, and how to ask for it. */
  readonly notice: Locator;
  /** The rows of the record's history of shares, newest first. */
  readonly history: Locator;

  private constructor(
    readonly page: Page,
    private readonly words: Words,
    private readonly address: string,
  ) {
    this.panel = new Panel(page.frameLocator("iframe"));
    this.shareIcon = page.getByRole("toolbar").getByRole("link", { name: words.shareIcon });
    this.notice = page.locator(".notice");
    this.history = page.locator("tr[data-session]");
  }

  /** Opens the backoffice and signs in with the form, unless this browser is signed in already. */
  static async open(
    context: BrowserContext,
    port: number,
    words: Words,
    login: Login = "camille",
    scheme: "http" | "https" = "http",
  ): Promise<Backoffice> {
    const page = await context.newPage();
    const backoffice = new Backoffice(page, words, `${scheme}://localhost:${port}/reference/`);
    await page.goto(backoffice.address);
    const name = page.getByRole("textbox", { name: words.login });
    const visitors = page.getByRole("heading", { name: words.visitors });
    await expect(name.or(visitors)).toBeVisible();
    if (await name.isVisible()) {
      await name.fill(login);
      await page.getByLabel(words.password).fill("demo");
      await page.getByRole("button", { name: words.signIn, exact: true }).click();
    }
    await expect(visitors).toBeVisible();
    return backoffice;
  }

  /** Opens the backoffice for somebody whom its server has signed in already, without the form. */
  static async signedIn(
    context: BrowserContext,
    port: number,
    words: Words,
    login: Login,
    place = "#/visitors",
  ): Promise<Backoffice> {
    const address = `http://localhost:${port}/reference/`;
    await signIn(context, port, login);
    const backoffice = new Backoffice(await context.newPage(), words, address);
    await backoffice.page.goto(address + place);
    return backoffice;
  }

  /** The line of a visitor in the list *Traffic › Visitors*. */
  inList(visitorId: string): Locator {
    return this.page.getByRole("row").filter({ has: this.page.locator(`a[href*="${visitorId}"]`) });
  }

  /** Opens a visitor's record at one of its tabs by its address. */
  async openRecord(visitorId: string, tab: RecordTab): Promise<void> {
    await this.page.goto(`${this.address}#/visitors/${visitorId}/${tab}`);
  }

  tab(name: string): Locator {
    return this.page.getByRole("tab", { name });
  }

  /** A section of the backoffice's navigation. */
  section(name: string): Locator {
    return this.page.getByRole("navigation").getByRole("link", { name });
  }

  async say(text: string): Promise<void> {
    const box = this.page.getByRole("textbox", { name: this.words.writeTo });
    await box.fill(text);
    await box.press("Enter");
  }

  /** The newest share in the record's history ended for this reason. */
  async expectInHistory(visitorId: string, reason: string): Promise<void> {
    await this.openRecord(visitorId, "history");
    await expect(this.history.first()).toHaveAttribute("data-reason", reason);
    await expect(this.history.first().locator(".outcome")).toHaveText(/\p{L}{3}/u);
  }
}
