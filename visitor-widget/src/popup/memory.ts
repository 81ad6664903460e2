import type { SessionSnapshot } from "@visavis/signaling-client";

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
  token: (): string => sessionStorage.getItem(TOKEN) ?? "",
  keepToken: (token: string): void => sessionStorage.setItem(TOKEN, token),

  /** A session that the unloading of this window ended: the reloaded window tells of it. */
  keepEnded: (session: SessionSnapshot): void =>
    sessionStorage.setItem(
      ENDED,
      JSON.stringify({ ...session, state: "ended", endReason: "popup-closed" }),
    ),

  takeEnded(): SessionSnapshot | undefined {
    const kept = sessionStorage.getItem(ENDED);
    sessionStorage.removeItem(ENDED);
    return kept ? (JSON.parse(kept) as SessionSnapshot) : undefined;
  },
};
