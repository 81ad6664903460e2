/** Why a file is no logo. */
export type LogoFault = "type" | "size" | "pixels" | "broken";

/** What a logo may be. */
export const LOGO_TYPES = ["image/png", "image/jpeg", "image/webp"] as const;
const MOST_BYTES = 64 * 1024;
const MOST_PIXELS = 1024;

/** Reads width and height of a picture. */
export type Measure = (file: Blob) => Promise<{ readonly width: number; readonly height: number }>;

/** What is wrong with a file, or null; the service looks again, at the bytes. */
export async function logoFault(
  file: File,
  measure: Measure = measured,
): Promise<LogoFault | null> {
  if (!LOGO_TYPES.some((type) => type === file.type)) return "type";
  if (file.size > MOST_BYTES) return "size";
  try {
    const { width, height } = await measure(file);
    return width > MOST_PIXELS || height > MOST_PIXELS ? "pixels" : null;
  } catch {
    return "broken";
  }
}

async function measured(file: Blob): Promise<{ width: number; height: number }> {
  const picture = await createImageBitmap(file);
  const { width, height } = picture;
  picture.close();
  return { width, height };
}
