import { expect, type Locator, type Page } from "@playwright/test";

/*
 * A clock that a camera can read. It stands in the top left corner of the shared page: a magenta
 * edge, sixteen black or white cells, a magenta edge. Twelve cells count tenths of a second, four
 * hold a checksum. Whoever reads it in the agent's video knows that these pixels are of this page,
 * and of which moment. Lengths are CSS pixels of a page 1920 wide.
 */
export const BARCODE_LAYOUT = { page: 1920, edge: 16, cell: 30, cells: 16, height: 48 };

export type BarcodeLayout = typeof BARCODE_LAYOUT;

/** Starts the clock on a page; it lasts until the page is left. */
export async function showBarcode(page: Page): Promise<void> {
  await page.evaluate((layout) => {
    const canvas = document.createElement("canvas");
    canvas.width = 2 * layout.edge + layout.cells * layout.cell;
    canvas.height = layout.height;
    Object.assign(canvas.style, { position: "fixed", left: "0", top: "0", zIndex: "2147483647" });
    document.documentElement.append(canvas);
    const context = canvas.getContext("2d");
    const paint = (): void => {
      if (context === null) {
        return;
      }
      const count = Math.floor(Date.now() / 100) & 0xfff;
      const sum = (count ^ (count >> 4) ^ (count >> 8) ^ 0b1010) & 0xf;
      const bits = (count << 4) | sum;
      context.fillStyle = "#ff00ff";
      context.fillRect(0, 0, canvas.width, canvas.height);
      for (let cell = 0; cell < layout.cells; cell++) {
        context.fillStyle = ((bits >> cell) & 1) === 1 ? "#ffffff" : "#000000";
        context.fillRect(layout.edge + cell * layout.cell, 0, layout.cell, layout.height);
      }
    };
    paint();
    setInterval(paint, 50);
  }, BARCODE_LAYOUT);
}

/**
 * The count that a video element shows at this moment, or null when the clock is not (wholly) to be
 * seen. Runs in the page, so it may use nothing from around it.
 */
export function decodeBarcode(element: Element, layout: BarcodeLayout): number | null {
  if (!(element instanceof HTMLVideoElement) || element.videoWidth === 0) {
    return null;
  }
  const canvas = document.createElement("canvas");
  canvas.width = element.videoWidth;
  canvas.height = element.videoHeight;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) {
    return null;
  }
  context.drawImage(element, 0, 0);
  const scale = canvas.width / layout.page;
  const y = Math.round((layout.height / 2) * scale);
  const at = (x: number): Uint8ClampedArray =>
    context.getImageData(Math.round(x * scale), y, 1, 1).data;
  const magenta = ([red = 0, green = 0, blue = 0]: Uint8ClampedArray): boolean =>
    red > 150 && green < 110 && blue > 150;
  const end = layout.edge + layout.cells * layout.cell;
  if (!magenta(at(layout.edge / 2)) || !magenta(at(end + layout.edge / 2))) {
    return null;
  }
  let bits = 0;
  for (let cell = 0; cell < layout.cells; cell++) {
    const [, green = 0] = at(layout.edge + (cell + 0.5) * layout.cell);
    bits |= green > 128 ? 1 << cell : 0;
  }
  const count = bits >> 4;
  const sum = (count ^ (count >> 4) ^ (count >> 8) ^ 0b1010) & 0xf;
  return sum === (bits & 0xf) ? count : null;
}

/** The count that the video shows at this moment, or null. */
export function readBarcode(video: Locator): Promise<number | null> {
  return video.evaluate(decodeBarcode, BARCODE_LAYOUT);
}

/** Waits until `read` has given three different counts from now on. */
export async function expectMoving(read: () => Promise<number | null>): Promise<void> {
  const seen = new Set<number>();
  await expect
    .poll(
      async () => {
        const count = await read();
        if (count !== null) {
          seen.add(count);
        }
        return seen.size;
      },
      {
        message: "moments of the shared page seen in the video",
        intervals: [100],
        timeout: 20_000,
      },
    )
    .toBeGreaterThanOrEqual(3);
}

/** Waits until the video has shown three different moments of the shared page from now on. */
export function expectMovingPixels(video: Locator): Promise<void> {
  return expectMoving(() => readBarcode(video));
}

/** Waits until the clock of the shared page is no longer to be seen in the video. */
export async function expectNoSharedPixels(video: Locator): Promise<void> {
  await expect
    .poll(async () => ((await video.count()) === 0 ? null : await readBarcode(video)), {
      message: "the shared page in the video",
    })
    .toBeNull();
}
