// The panel in a window of its own: this very page, at the top. Chatwoot throws its tabs away with
// every conversation, and the storage of a frame in Chatwoot is not that of a window; so the window
// gets conversation and sign-in from the tab once, by message, and then looks after itself.
//
// Tabs of a later time find it by a channel of the adapter's origin. Browsers that keep foreign frames
// apart let nothing through there unless the adapter has a name under Chatwoot's own domain.
import { handed, session, signedIn } from "./session.js";

const READY = "visavis-window-ready";
const HANDED = "visavis-window-handed";
const PATIENCE_MS = 3_000;

/** Windows that this page opened, by conversation. */
const opened = new Map();
/** Conversations of windows that told of themselves. */
const known = new Set();
const channel = new BroadcastChannel("visavis-chatwoot-windows");

/** Whether a conversation has a window that is open, as far as this page knows. */
export function hasWindow(conversation) {
  if (opened.get(conversation)?.closed) forget(conversation);
  return opened.has(conversation) || known.has(conversation);
}

function forget(conversation) {
  opened.delete(conversation);
  known.delete(conversation);
}

/** Asks whether a conversation has a window; {@link hearWindows} tells of the answer. */
export function look(conversation) {
  channel.postMessage({ type: "where", conversation });
}

/** @param {(conversation: number) => void} told in a tab: such a window is there, or is no more */
export function hearWindows(told) {
  channel.addEventListener("message", ({ data: { type, conversation } }) => {
    if (type === "here") known.add(conversation);
    else if (type === "gone") known.delete(conversation);
    else return;
    told(conversation);
  });
}

/** In the window: tells tabs of it, and lets them close it. */
export function answerFor(conversation) {
  const tell = (type) => channel.postMessage({ type, conversation });
  let closing = false;
  channel.addEventListener("message", ({ data }) => {
    const meant = data.conversation === conversation;
    // A browser closes it in its own time; to whoever asks meanwhile it is gone.
    if (data.type === "where" && meant && !closing) tell("here");
    if (data.type === "sign-out" || (data.type === "close" && meant)) {
      closing = true;
      window.close();
    }
  });
  addEventListener("pagehide", () => tell("gone"));
  tell("here");
}

/**
 * Opens the window of a conversation, in the click itself, or comes back to the one that an earlier
 * tab of this conversation opened: to load that again would end its share.
 *
 * @throws {Error} `blocked`; `elsewhere` where there is one that this page cannot reach
 */
export function openWindow(conversation) {
  const foreign = hasWindow(conversation) && !opened.has(conversation);
  const made = window.open("", `visavis-chatwoot-${conversation}`, "popup,width=1100,height=800");
  if (made === null) throw new Error("blocked");
  if (!isNew(made)) {
    // Where its own tab was gone before it could ask, it still waits to be told.
    hand(made, conversation);
  } else if (foreign) {
    made.close();
    throw new Error("elsewhere");
  } else {
    made.location.replace(location.href);
  }
  opened.set(conversation, made);
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

/** Closes the window of a conversation, whichever tab opened it. */
export function closeWindow(conversation) {
  opened.get(conversation)?.close();
  channel.postMessage({ type: "close", conversation });
  forget(conversation);
}

/** Closes every window that can be reached: whoever was signed in has gone. */
export function closeWindows() {
  for (const conversation of [...opened.keys()]) closeWindow(conversation);
  channel.postMessage({ type: "sign-out" });
  known.clear();
}

/** Tells a window that this page opened what it is for. */
export function handOver(source, data) {
  if (data !== READY) return;
  for (const [conversation, made] of opened) {
    if (made === source) hand(made, conversation);
  }
}

function hand(made, conversation) {
  made.postMessage({ type: HANDED, session: session(), conversation }, location.origin);
}

/**
 * In the window: which conversation it is for.
 *
 * @param {(conversation: number) => void} begin called once, also after `missing`
 * @param {() => void} missing nothing has come: it was not opened by a tab, or that tab is gone
 */
export function received(begin, missing) {
  const before = handed();
  if (before !== null) {
    signedIn(before.session, before.conversation);
    return begin(before.conversation);
  }
  if (opener === null) return missing();
  let waiting = true;
  addEventListener("message", ({ origin, data }) => {
    // Any page of the adapter itself: the tab that presses the button again is not the one that opened.
    if (!waiting || origin !== location.origin || data?.type !== HANDED) return;
    waiting = false;
    signedIn(data.session, data.conversation);
    begin(data.conversation);
  });
  opener.postMessage(READY, location.origin);
  setTimeout(() => {
    if (waiting) missing();
  }, PATIENCE_MS);
}
