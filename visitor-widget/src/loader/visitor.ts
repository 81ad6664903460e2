import { randomId } from "@visavis/signaling-client";
import type { Language } from "../../design/language.ts";

const STORED_ID = "visavis.visitor";

/** The visitor id kept for this site, made on the first visit or `anew`. Without storage it lives as long as the page. */
export function keptVisitorId(anew = false): string {
  try {
    const kept = localStorage.getItem(STORED_ID);
    if (kept && !anew) return kept;
    const made = randomId();
    localStorage.setItem(STORED_ID, made);
    return made;
  } catch {
    return randomId();
  }
}

/**
 * The first wish that is a listed language, else that of the page or of the browser if it is one, else
 * the first of the list.
 */
export function chooseLanguage(
  listed: readonly Language[],
  ...wishes: (string | undefined)[]
): Language {
  for (const wish of [...wishes, document.documentElement.lang, navigator.language]) {
    const found = listed.find((each) => RegExp(`^${each}\\b`, "i").test(wish ?? ""));
    if (found) return found;
  }
  return listed[0] ?? "en";
}

/**
 * Whether this browser can share a screen. On a page without a secure context the browser hides the
 * answer, though the popup (which is secure) may well share: only phones are ruled out then.
 */
export function canShareScreen(): boolean {
  const devices = navigator.mediaDevices as Partial<MediaDevices> | undefined;
  return isSecureContext
    ? typeof devices?.getDisplayMedia === "function"
    : !/Mobi|Android/.test(navigator.userAgent);
}
