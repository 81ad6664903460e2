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
  if (given !== null && given !== sessionStorage.getItem(CODE)) {
    sessionStorage.setItem(CODE, given);
    sessionStorage.removeItem(ATTEMPT);
    sessionStorage.removeItem(SENT);
  }
  return { code: sessionStorage.getItem(CODE) ?? "", language: fragment.get("l") };
}

/** This tab's attempt: after a reload it is still the same one, and may repeat its yes. */
export function tabMemory(code: string, makeId: () => string): { id: string; sent: boolean } {
  const id = sessionStorage.getItem(ATTEMPT) ?? makeId();
  if (code !== "") sessionStorage.setItem(ATTEMPT, id);
  return {
    id,
    get sent() {
      return sessionStorage.getItem(SENT) !== null;
    },
    set sent(value: boolean) {
      if (value) sessionStorage.setItem(SENT, "1");
      else sessionStorage.removeItem(SENT);
    },
  };
}
