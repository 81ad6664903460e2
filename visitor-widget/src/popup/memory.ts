import type { SessionSnapshot } from "@visavis/signaling-client";
import { tabStore } from "../tab-store.ts";

const TOKEN = "visavis.popup.token";
const ENDED = "visavis.popup.ended";

/** The ticket of the address, which is taken out of it at once so that it stays in no history. */
export function takeTicket(): { ticket: string; language: string | null } {
  const fragment = new URLSearchParams(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
  return { ticket: fragment.get("t") ?? "", language: fragment.get("l") };
}

/** What outlives a reload of this window, and ends with it. */
export const memory = {
  token: (): string => tabStore.get(TOKEN) ?? "",
  keepToken: (token: string): void => tabStore.set(TOKEN, token),

  /** A session that the unloading of this window ended: the reloaded window tells of it. */
  keepEnded: (session: SessionSnapshot): void =>
    tabStore.set(ENDED, JSON.stringify({ ...session, state: "ended", endReason: "popup-closed" })),

  takeEnded(): SessionSnapshot | undefined {
    const kept = tabStore.get(ENDED);
    tabStore.remove(ENDED);
    return kept ? (JSON.parse(kept) as SessionSnapshot) : undefined;
  },
};
