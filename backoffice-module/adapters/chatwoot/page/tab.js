// The tab in Chatwoot: who is there, which conversation is open, and Visavis' panel for it. The same
// page, in a window of its own, keeps the conversation it was opened for, whatever Chatwoot shows.
//
// What Chatwoot tells by message is unsigned. Only its origin and its window are listened to, and
// only the conversation's number is taken from it: the server looks it up with the agent's own token.
import { ask, session, signedIn, signedOut } from "./session.js";
import {
  answerFor,
  closeWindow,
  closeWindows,
  handOver,
  hasWindow,
  hearWindows,
  look,
  openWindow,
  received,
} from "./windows.js";
import { language, word } from "./words.js";

const { chatwoot, visavis } = document.documentElement.dataset;
const framed = parent !== window;
const find = (id) => document.getElementById(id);
const [notice, again, form, tools, leaving, place] = [
  ...["notice", "again", "sign-in", "tools", "leaving", "place"],
].map(find);

let conversation = null;
let panel = null;
let frame = null;
/** Looks whether the window of the conversation that is shown has been closed; null unless there is one. */
let watch = null;
/** The share in the frame that has not ended, or null; one of a colleague or of a window is not here. */
let share = null;
/** The panel waits for a token that could not be given. */
let unanswered = false;

function say(code) {
  notice.className = "";
  notice.textContent = code === "" ? "" : word(code);
}

function sayFailure(code) {
  say(code);
  notice.className = "failure";
}

/** Runs what a person asked for. A failure is said in words, unless they have gone on since. */
async function tried(action) {
  const asked = conversation;
  try {
    await action();
  } catch (failure) {
    const lost = failure.message === "sign-in";
    if (lost) showSignIn();
    if (asked === conversation)
      sayFailure(lost && share !== null ? "sign-in-beside" : failure.message);
  }
}

/** A share that runs goes on without us until its token ends: its panel stays, below the form. */
function showSignIn() {
  signedOut();
  if (share === null) clear();
  tools.hidden = true;
  again.hidden = true;
  form.hidden = false;
  form.className = share === null ? "" : "beside";
}

function clear() {
  clearInterval(watch);
  watch = null;
  frame = null;
  share = null;
  unanswered = false;
  again.hidden = true;
  place.replaceChildren();
}

/** @param {"window" | "back" | null} windowButton what it says; null where there is no panel to move */
function showTools(windowButton) {
  const runs = share !== null && share.state !== "requested";
  const waits = share !== null && !runs;
  // A request by link waits by itself: the panel may be loaded elsewhere.
  const moves = share === null || (waits && share.delivery === "link");
  form.hidden = true;
  find("link").hidden = runs || windowButton === null;
  find("window").hidden = !framed || !moves || windowButton === null;
  find("show").hidden = windowButton !== "back";
  find("sign-out").hidden = !framed || runs;
  leaving.hidden = !framed || windowButton !== "window";
  leaving.textContent = word(moves ? "leaving" : waits ? "leavingAsked" : "leavingNow");
  tools.hidden = !framed && runs;
  if (windowButton !== null) find("window").textContent = word(windowButton);
  // What was pressed is gone, and the picture has come: the keyboard goes there.
  if (document.activeElement?.closest("#tools [hidden], #tools[hidden]")) frame?.focus();
}

function showFrame() {
  clear();
  showTools("window");
  frame = document.createElement("iframe");
  frame.title = word("title");
  // Without effect where Chatwoot's own frame does not pass it on; the panel then says so.
  frame.allow = "fullscreen; autoplay; clipboard-write";
  frame.src = `${panel}&lang=${language}`;
  place.append(frame);
}

function showMoved() {
  clear();
  showTools("back");
  say("moved");
  watch = setInterval(() => {
    if (!hasWindow(conversation)) void tried(showConversation);
  }, 1_000);
}

/** A window of this conversation, opened by an earlier tab, has told of itself. */
function hearWindow(of) {
  const waiting = session() !== null && share === null && watch === null;
  if (of === conversation && waiting && hasWindow(of)) showMoved();
}

async function showConversation() {
  if (conversation === null) return;
  say("");
  if (session() === null) return showSignIn();
  if (framed && hasWindow(conversation)) return showMoved();
  const asked = conversation;
  clear();
  showTools(null);
  say("looking");
  // Chatwoot makes the tab anew with its conversation, and this one may have a window already. The
  // answer is here before the adapter's, as a rule; later is early enough while nothing is shared.
  if (framed) look(asked);
  try {
    const found = await ask("api/conversation", { conversation: asked });
    if (asked !== conversation || watch !== null) return;
    panel = found.panel;
    say("");
    showFrame();
  } catch (failure) {
    if (asked === conversation) again.hidden = false;
    throw failure;
  }
}

function hearChatwoot(text) {
  let told;
  try {
    told = JSON.parse(text);
  } catch {
    return;
  }
  const id = told?.event === "appContext" ? told.data?.conversation?.id : undefined;
  if (!Number.isSafeInteger(id) || (id === conversation && again.hidden)) return;
  // Not even a share of another conversation may stand here, whoever is signed in or is not.
  if (id !== conversation) clear();
  conversation = id;
  void tried(showConversation);
}

const tell = (message) =>
  frame?.contentWindow?.postMessage({ source: "visavis-host", ...message }, visavis);

async function giveToken() {
  const asking = frame;
  unanswered = true;
  const { token } = await ask("api/token", { conversation });
  if (asking !== frame) return;
  unanswered = false;
  tell({ type: "token", token });
}

async function hearPanel({ type, session: told }) {
  if (type === "state") {
    const before = share?.state;
    share = told === null || told.state === "ended" || told.mine === false ? null : told;
    if (form.hidden) showTools("window");
    // “The link is in the conversation” has had its time.
    if (before === "requested" && share?.state !== before) say("");
  } else if (type === "ended") {
    say("");
  } else if (type === "token-needed") {
    const failed = unanswered;
    await giveToken();
    if (failed) say("");
  }
}

addEventListener("message", ({ origin, source, data }) => {
  if (framed && origin === chatwoot && source === parent && typeof data === "string") {
    hearChatwoot(data);
  }
  if (origin === visavis && source === frame?.contentWindow && data?.source === "visavis") {
    void tried(() => hearPanel(data));
  }
  if (origin === location.origin) handOver(source, data);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const field = find("access-token");
  void tried(async () => {
    signedIn((await ask("api/sign-in", { accessToken: field.value.trim() })).session, conversation);
    field.value = "";
    if (frame === null) await showConversation();
    else await goOn();
  }).then(focusTools);
});

/** What was pressed is gone: the keyboard goes on with what stands there instead. */
function focusTools() {
  if (form.hidden) (again.hidden ? find("link") : again).focus();
}

/** Signed in again above a share that runs. */
async function goOn() {
  showTools("window");
  say("");
  if (unanswered) await giveToken();
}

find("link").addEventListener("click", ({ currentTarget }) => {
  const asked = conversation;
  currentTarget.disabled = true;
  void tried(async () => {
    await ask("api/link", { conversation: asked });
    if (asked === conversation) say("sent");
  }).finally(() => (currentTarget.disabled = false));
});

find("window").addEventListener("click", () => {
  void tried(async () => {
    if (watch === null) {
      openWindow(conversation);
      showMoved();
    } else {
      closeWindow(conversation);
      await showConversation();
    }
  });
});

find("show").addEventListener("click", () => void tried(async () => openWindow(conversation)));

find("sign-out").addEventListener("click", () => {
  void tried(async () => {
    await ask("api/sign-out", {});
    say("");
    closeWindows();
    clear();
    showSignIn();
  });
});

again.addEventListener("click", () => {
  if (conversation === null) askChatwoot();
  else void tried(showConversation).then(focusTools);
});

function askChatwoot() {
  say("looking");
  again.hidden = true;
  parent.postMessage("chatwoot-dashboard-app:fetch-info", chatwoot);
  setTimeout(() => {
    if (conversation !== null) return;
    sayFailure("noContext");
    again.hidden = false;
  }, 5_000);
}

/**
 * Chatwoot hides a tab and does not remove it. A tab that is hidden has no size; one that is scrolled
 * away, or in a tab of the browser that is covered, keeps it, and the share goes on. A request waits
 * for its answer: the agent may read the messages until then, and nothing is seen before they come back.
 */
function watchLeaving() {
  let shown = false;
  new IntersectionObserver((entries) => {
    const now = entries.at(-1).boundingClientRect.width > 0;
    if (shown && !now && share?.state !== "requested") tell({ type: "leave" });
    shown = now;
  }).observe(document.documentElement);
}

document.documentElement.lang = language;
document.title = word("title");
for (const element of document.querySelectorAll("[data-word]")) {
  element.textContent = word(element.dataset.word);
}
if (framed) {
  watchLeaving();
  hearWindows(hearWindow);
  askChatwoot();
} else {
  const begin = (given) => {
    conversation = given;
    document.title = `${word("title")} – ${conversation}`;
    answerFor(conversation);
    void tried(showConversation);
  };
  received(begin, () => sayFailure("outside"));
}
