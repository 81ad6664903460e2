/** How the picture is laid out. */
export type PictureSize = "fit" | "actual";

/** Proportions the panel wishes for the picture before it knows them. */
const USUAL_RATIO = 16 / 9;

/** What the agent does with the view alone: size, full screen, details. Nobody else is told. */
export class StageControls {
  size: PictureSize = "fit";
  detailsOpen = false;
  /** Whether the agent was told why there is no full screen. */
  explained = false;

  private readonly document: Document;
  private element: HTMLElement | null = null;

  /** @param changed called when the view must be drawn anew */
  constructor(
    private readonly window: Window,
    private readonly changed: () => void,
  ) {
    this.document = window.document;
    this.document.addEventListener("fullscreenchange", changed);
  }

  /** Takes the element that goes full screen. */
  readonly attach = (element: Element | undefined): void => {
    this.element = element instanceof HTMLElement ? element : null;
  };

  /** Whether the page around the panel lets it go full screen. */
  get fullscreenAllowed(): boolean {
    return this.document.fullscreenEnabled;
  }

  get fullscreen(): boolean {
    return this.element !== null && this.document.fullscreenElement === this.element;
  }

  /** CSS pixels per pixel of the picture at actual size: one to one on the screen. */
  get scale(): number {
    return 1 / (this.window.devicePixelRatio || 1);
  }

  /** Lays the picture out. */
  readonly resize = (size: PictureSize): void => {
    this.size = size;
    this.changed();
  };

  /** Goes full screen, or back; says why not where the page around the panel forbids it. */
  readonly toggleFullscreen = (): void => {
    if (!this.fullscreenAllowed) {
      this.explained = !this.explained;
      this.changed();
      return;
    }
    const turn = this.fullscreen
      ? this.document.exitFullscreen()
      : this.element?.requestFullscreen({ navigationUI: "hide" });
    turn?.catch(() => undefined);
  };

  /** Shows or hides the connection's details. */
  readonly toggleDetails = (): void => {
    this.detailsOpen = !this.detailsOpen;
    this.changed();
  };

  /** Back to how a new share begins. */
  reset(): void {
    this.size = "fit";
    this.detailsOpen = this.explained = false;
    if (this.fullscreen) this.toggleFullscreen();
  }

  /**
   * Height the panel would like, CSS pixels: its content, with the picture in its proportions.
   * Does not depend on the height it has, so that a host may follow it.
   */
  wishedHeight(root: HTMLElement): number {
    const content = root.firstElementChild;
    if (!(content instanceof HTMLElement) || this.fullscreen) return 0;
    const picture = this.element?.querySelector<HTMLElement>("[data-vv-picture]");
    if (picture === null || picture === undefined) {
      return root.querySelector<HTMLElement>("[data-vv-card]")?.offsetHeight ?? 0;
    }
    return content.offsetHeight - picture.offsetHeight + picture.offsetWidth / USUAL_RATIO;
  }
}
