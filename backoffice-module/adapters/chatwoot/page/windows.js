// The panel in a window of its own: this very page, at the top. Chatwoot throws its tabs away with
// every conversation, and the storage of a frame in Chatwoot is not that of a window; so the window
// gets conversation and sign-in from the tab once, by message, and then looks after itself.
import { handed, session, signedIn } from "./session.js";

const READY = "visavis-window-ready";
const HANDED = "visavis-window-handed";
const PATIENCE_MS = 3_000;

/** @type {Map<number, Window>} */
const opened = new Map();

/** The window of a conversation that is open, as far as this page knows, or null. */
export function windowOf(conversation) {
  const found = opened.get(conversation);
  if (found !== undefined && !found.closed) return found;
  opened.delete(conversation);
  return null;
}

/**
 * Opens the window of a conversation, in the click itself, or comes back to the one that an earlier
 * tab of this conversation opened: to load that again would end its share.
 *
 * @throws {Error} `blocked`
 */
export function openWindow(conversation) {
  const made = window.open("", `visavis-chatwoot-${conversation}`, "popup,width=1100,height=800");
  if (made === null) throw new Error("blocked");
  opened.set(conversation, made);
  if (isNew(made)) made.location.replace(location.href);
  made.focus();
}

function isNew(made) {
  try {
    return made.location.href === "about:blank";
  } catch {
    // Somebody went elsewhere with it.
    return true;
  }
}

/** Tells a window that this page opened what it is for. */
export function handOver(source, data) {
  if (data !== READY) return;
  for (const [conversation, made] of opened) {
    if (made !== source) continue;
    made.postMessage({ type: HANDED, session: session(), conversation }, location.origin);
  }
}

/**
 * In the window: which conversation it is for, null where it was not opened by the tab.
 *
 * @returns {Promise<number | null>}
 */
export function received() {
  const before = handed();
  if (before !== null) {
    signedIn(before.session, before.conversation);
    return Promise.resolve(before.conversation);
  }
  if (opener === null) return Promise.resolve(null);
  return new Promise((found) => {
    addEventListener("message", ({ origin, source, data }) => {
      if (origin !== location.origin || source !== opener || data?.type !== HANDED) return;
      signedIn(data.session, data.conversation);
      found(data.conversation);
    });
    opener.postMessage(READY, location.origin);
    setTimeout(() => found(null), PATIENCE_MS);
  });
}
