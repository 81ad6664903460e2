import {
  judgeLink,
  LinkMeter,
  linkWords,
  type LinkLevel,
  type LinkReading,
} from "@visavis/signaling-client";
import type { Language } from "../shared/language.ts";

/** What the indicator shows. */
export interface LinkView {
  readonly level: LinkLevel;
  /** Two or three words. */
  readonly label: string;
  /** One sentence that says why; may be empty. */
  readonly why: string;
  readonly reading: LinkReading;
}

/** After a pause, how long the statistics still tell of the pause, milliseconds. */
const SETTLING = 2_500;

/**
 * The video element and what is measured of it. Waits for the first frame after every change of
 * the picture's way and tells it.
 */
export class Picture {
  /** How the picture travels; null while nothing is measured. */
  link: LinkView | null = null;

  private video: HTMLVideoElement | null = null;
  private stream: MediaStream | null = null;
  private meter = new LinkMeter();
  private waiting = false;
  private heldAt = -Infinity;

  /**
   * @param onFrame called when a frame was shown after {@link Picture.expectFrame}
   * @param onSize called when the picture's size in pixels changed
   */
  constructor(
    private readonly language: Language,
    private readonly onFrame: () => void,
    private readonly onSize: () => void,
  ) {}

  /** Takes the element to draw in, or null when it left the page. */
  readonly attach = (element: Element | undefined): void => {
    const video = element instanceof HTMLVideoElement ? element : null;
    if (video === this.video) return;
    this.video = video;
    if (video === null) return;
    video.addEventListener("resize", this.onSize);
    this.show(this.stream);
    if (this.waiting) this.expectFrame();
  };

  /** Lays the picture out at so many CSS pixels per pixel of its own; null: as the page wants. */
  layOut(scale: number | null): void {
    const { video } = this;
    if (video === null) return;
    // By the style object, since the page's policy forbids style attributes.
    video.style.width =
      scale === null || video.videoWidth === 0 ? "" : `${video.videoWidth * scale}px`;
  }

  /** Shows a stream, or nothing. */
  show(stream: MediaStream | null): void {
    this.stream = stream;
    if (stream === null) {
      this.waiting = false;
      this.link = null;
      this.meter = new LinkMeter();
    }
    if (this.video === null || this.video.srcObject === stream) return;
    this.video.srcObject = stream;
    // Muted video may always start; a refusal only means that it was replaced meanwhile.
    if (stream !== null) this.video.play().catch(() => undefined);
  }

  /** Waits for the next frame and tells it once. */
  expectFrame(): void {
    this.waiting = true;
    const { video } = this;
    if (video === null) return;
    const seen = (): void => {
      if (!this.waiting || video !== this.video) return;
      this.waiting = false;
      this.onFrame();
    };
    if ("requestVideoFrameCallback" in video) video.requestVideoFrameCallback(seen);
    else (video as HTMLVideoElement).addEventListener("timeupdate", seen, { once: true });
  }

  /** No picture is meant to flow now: what is missing must not count as a fault afterwards. */
  hold(): void {
    this.heldAt = performance.now();
    this.meter = new LinkMeter();
    this.link = null;
  }

  /** Takes a sample of the connection's statistics. */
  measure(report: RTCStatsReport): void {
    if (performance.now() - this.heldAt < SETTLING) return;
    const reading = this.meter.read(report);
    const verdict = judgeLink(reading);
    const { label, why } = linkWords(verdict, this.language, reading);
    this.link = { level: verdict.level, label, why, reading };
  }
}
