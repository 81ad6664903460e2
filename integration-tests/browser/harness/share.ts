import { expect, type BrowserContext } from "@playwright/test";
import { Backoffice, signIn } from "../pages/backoffice.ts";
import type { Popup } from "../pages/popup.ts";
import { Shop } from "../pages/shop.ts";
import { expectMovingPixels } from "./barcode.ts";
import type { Words } from "./words.ts";

/** Where a share takes place. */
export interface Place {
  readonly port: number;
  readonly words: Words;
  readonly visitorContext: BrowserContext;
  readonly agentContext: BrowserContext;
}

/** A share that was asked for: the visitor on the shop, the agent on the record. */
export class AskedShare {
  protected constructor(
    readonly shop: Shop,
    readonly backoffice: Backoffice,
    readonly visitorId: string,
    private readonly place: Place,
  ) {}

  /** Opens both sides and sends the request. */
  static async begin(place: Place): Promise<AskedShare> {
    const { port, words } = place;
    const [shop] = await Promise.all([
      Shop.open(place.visitorContext, port, words),
      signIn(place.agentContext, port, "camille"),
    ]);
    const visitorId = await shop.visitorId();
    const record = `#/visitors/${visitorId}/share`;
    const backoffice = await Backoffice.signedIn(
      place.agentContext,
      port,
      words,
      "camille",
      record,
    );
    await backoffice.panel.request();
    return new AskedShare(shop, backoffice, visitorId, place);
  }

  /** Takes the request to the running picture. */
  async goLive(): Promise<LiveShare> {
    const popup = await this.shop.accept();
    await this.backoffice.panel.activate();
    await popup.share();
    await this.backoffice.panel.expectState("live");
    await expectMovingPixels(this.backoffice.panel.video);
    return new LiveShare(this, popup, this.place);
  }

  /** Everyone is told in words that it is over, and the record keeps why. */
  async expectEnded(reason: string): Promise<void> {
    await this.expectVisitorTold();
    await this.backoffice.panel.expectEnded();
    await this.expectRecorded(reason);
  }

  /** The shop's page, if it is still there, says that it is over. */
  async expectVisitorTold(): Promise<void> {
    if (!this.shop.page.isClosed()) {
      await this.shop.expectCard("ended");
      await expect(this.shop.card).toHaveText(/\p{L}{3}/u);
    }
  }

  /** The visitor's record names the reason; looked up in a new window if the agent's is closed. */
  async expectRecorded(reason: string): Promise<void> {
    const { agentContext, port, words } = this.place;
    const record = this.backoffice.page.isClosed()
      ? await Backoffice.open(agentContext, port, words)
      : this.backoffice;
    await record.expectInHistory(this.visitorId, reason);
  }
}

/** A share whose picture runs. */
export class LiveShare extends AskedShare {
  constructor(
    asked: AskedShare,
    readonly popup: Popup,
    place: Place,
  ) {
    super(asked.shop, asked.backoffice, asked.visitorId, place);
  }

  /** Tells the same of the popup, unless it is closed. */
  override async expectEnded(reason: string): Promise<void> {
    if (!this.popup.page.isClosed()) {
      await this.popup.expectEnded(reason);
    }
    await super.expectEnded(reason);
  }
}
