import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";

/** The agent's panel, in a frame of the record or as a page of its own. */
export class Panel {
  readonly root: Locator;
  readonly video: Locator;
  readonly text: Locator;
  readonly title: Locator;

  constructor(readonly inside: FrameLocator | Page) {
    this.root = inside.getByTestId("panel");
    this.video = inside.getByTestId("panel-video");
    this.text = inside.getByTestId("panel-text");
    this.title = inside.getByTestId("panel-title");
  }

  action(name: string): Locator {
    return this.inside.getByTestId(`action-${name}`);
  }

  /** One line of what the panel waits for after the yes. */
  step(name: string): Locator {
    return this.inside.getByTestId(`step-${name}`);
  }

  banner(name: string): Locator {
    return this.inside.getByTestId(`banner-${name}`);
  }

  async expectState(state: string): Promise<void> {
    await expect(this.root).toHaveAttribute("data-vv-state", state);
  }

  async request(): Promise<void> {
    await this.action("request").click();
    await this.expectState("requested");
  }

  async activate(): Promise<void> {
    await this.expectState("accepted");
    await this.action("activate").click();
  }

  /** The panel says in words that the share or the request is over. */
  async expectEnded(): Promise<void> {
    await this.expectState("ended");
    await expect(this.text.first()).toHaveText(/\p{L}{3}/u);
  }

  /** No picture is to be seen any more, whatever else the panel says. */
  async expectNoPicture(): Promise<void> {
    await expect(this.video).toHaveCount(0);
  }
}
