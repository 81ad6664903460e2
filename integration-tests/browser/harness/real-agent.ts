import puppeteer, { type Browser, type Frame, type Page } from "puppeteer-core";
import { BARCODE_LAYOUT, decodeBarcode, expectMoving } from "./barcode.ts";

/**
 * An agent in a browser that Playwright cannot drive, or not like a person: a stock Firefox, or a
 * Chromium whose tabs really become hidden when another tab is brought to the front.
 */
export class RealAgent {
  private constructor(
    readonly browser: Browser,
    readonly page: Page,
  ) {}

  /** Starts the browser, signs Camille in and opens the record at its sharing tab. */
  static async open(
    kind: "firefox" | "chromium",
    port: number,
    visitorId: string,
  ): Promise<RealAgent> {
    const browser = await launch(kind);
    const page = await browser.newPage();
    const address = `http://localhost:${port}/reference/`;
    await page.goto(address);
    await page.locator(">>> input[name=login]").fill("camille");
    await page.locator(">>> input[name=password]").fill("demo");
    await page.locator(">>> form button").click();
    await page.waitForSelector(">>> a[href*='#/visitors']");
    await page.goto(`${address}#/visitors/${visitorId}/share`);
    return new RealAgent(browser, page);
  }

  /** Presses a button of the panel by its test id, once it is there. */
  async press(action: string): Promise<void> {
    await (await this.panel()).locator(`[data-testid=action-${action}]`).click();
  }

  async expectState(state: string): Promise<void> {
    await (await this.panel()).waitForSelector(`[data-testid=panel][data-vv-state=${state}]`);
  }

  async expectMovingPixels(): Promise<void> {
    const panel = await this.panel();
    await panel.waitForSelector("[data-testid=panel-video]");
    await expectMoving(() =>
      panel.$eval("[data-testid=panel-video]", decodeBarcode, BARCODE_LAYOUT),
    );
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  private async panel(): Promise<Frame> {
    const handle = await this.page.waitForSelector(">>> iframe");
    const frame = await handle?.contentFrame();
    if (frame === undefined) {
      throw new Error("the record has no panel");
    }
    await frame.waitForSelector("[data-testid=panel]");
    return frame;
  }
}

function launch(kind: "firefox" | "chromium"): Promise<Browser> {
  if (kind === "firefox") {
    return puppeteer.launch({
      browser: "firefox",
      executablePath: process.env["FIREFOX_BIN"] ?? "/usr/bin/firefox-esr",
      headless: true,
    });
  }
  return puppeteer.launch({
    executablePath: process.env["CHROMIUM_BIN"] ?? "/usr/bin/chromium",
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
  });
}
