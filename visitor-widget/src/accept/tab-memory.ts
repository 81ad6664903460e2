import { tabStore } from "../tab-store.ts";

const CODE = "visavis.accept.code";
const ATTEMPT = "visavis.accept.attempt";
const SENT = "visavis.accept.sent";

/**
 * The code of the address, which is taken out of it at once so that it stays in no history; a reload
 * finds it in the tab's own memory.
 */
export function takeCode(): { code: string; language: string | null } {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const given = fragment.get("k");
  if (location.hash !== "") history.replaceState(null, "", location.pathname);
  if (given !== null && given !== tabStore.get(CODE)) {
    tabStore.set(CODE, given);
    tabStore.remove(ATTEMPT);
    tabStore.remove(SENT);
  }
  return { code: tabStore.get(CODE) ?? "", language: fragment.get("l") };
}

/** This tab's attempt: after a reload it is still the same one, and may repeat its yes. */
export function tabMemory(code: string, makeId: () => string): { id: string; sent: boolean } {
  const id = tabStore.get(ATTEMPT) ?? makeId();
  if (code !== "") tabStore.set(ATTEMPT, id);
  return {
    id,
    get sent() {
      return tabStore.get(SENT) !== null;
    },
    set sent(value: boolean) {
      if (value) tabStore.set(SENT, "1");
      else tabStore.remove(SENT);
    },
  };
}
