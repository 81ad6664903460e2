import type { Locator } from "@playwright/test";

/** What arrives at the agent while the shared page scrolls without a pause. */
export interface FrameRate {
  readonly framesPerSecond: number;
  readonly width: number;
  readonly height: number;
}

/** The first seconds go by uncounted: the estimate of the way's bandwidth rises in them. */
const SETTLING_MS = 4_000;
const COUNTED_MS = 5_000;

/** Counts the frames that a video element shows. */
export function frameRateOf(video: Locator): Promise<FrameRate> {
  return video.evaluate(
    async (element, [settling, counted]) => {
      if (!(element instanceof HTMLVideoElement)) {
        throw new Error("no video");
      }
      const passing = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
      await passing(settling);
      let frames = 0;
      let over = false;
      const count = (): void => {
        frames++;
        if (!over) {
          element.requestVideoFrameCallback(count);
        }
      };
      element.requestVideoFrameCallback(count);
      await passing(counted);
      over = true;
      return {
        framesPerSecond: frames / (counted / 1000),
        width: element.videoWidth,
        height: element.videoHeight,
      };
    },
    [SETTLING_MS, COUNTED_MS] as const,
  );
}

/** Makes the page it runs in scroll down and up for ever. */
export function scrollForEver(): void {
  const step = (): void => {
    const reach = Math.max(1, document.documentElement.scrollHeight - innerHeight);
    scrollTo(0, reach * (0.5 + 0.5 * Math.sin(performance.now() / 900)));
    requestAnimationFrame(step);
  };
  step();
}
