// The tab in Chatwoot: who is there, which conversation is open, and Visavis' panel for it.
//
// What Chatwoot tells by message is unsigned. Only its origin and its window are listened to, and
// only the conversation's number is taken from it: the server looks it up with the agent's own token.
import { language, word } from "./words.js";

const { chatwoot, visavis } = document.documentElement.dataset;
const KEPT = "visavis-chatwoot-session";
const RENEW_MS = 8 * 60_000;
const find = (id) => document.getElementById(id);
const [notice, form, tools, place] = ["notice", "sign-in", "tools", "place"].map(find);

let conversation = null;
let panel = null;
let frame = null;
let opened = null;
let renewal = null;
let open = false;
/** The panel that asked for a token while nobody was signed in. */
let waiting = null;

/** Storage may be forbidden in a foreign frame: then the sign-in lasts as long as this page. */
let session = null;
try {
  session = localStorage.getItem(KEPT);
} catch {
  session = null;
}

function keep(value) {
  session = value;
  try {
    if (value === null) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, value);
  } catch {
    // As above.
  }
}

async function ask(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(session === null ? {} : { authorization: `Bearer ${session}` }),
      },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error("away");
  }
  const value = answer.status === 204 ? null : await answer.json().catch(() => ({}));
  if (answer.ok) return value;
  if (answer.status === 401) showSignIn();
  throw new Error(value?.code ?? "away");
}

/** Runs what a person asked for; a failure is said in words. */
async function tried(action) {
  try {
    await action();
  } catch (failure) {
    notice.textContent = word(failure.message);
  }
}

/** A share that runs goes on without us until its token ends: its panel stays, below the form. */
function showSignIn() {
  keep(null);
  if (!open && opened === null) clear();
  tools.hidden = true;
  form.hidden = false;
}

function clear() {
  clearInterval(renewal);
  waiting = null;
  frame = null;
  opened = null;
  open = false;
  place.replaceChildren();
}

function showFrame() {
  clear();
  find("window").textContent = word("window");
  frame = document.createElement("iframe");
  frame.title = word("title");
  // Without effect where Chatwoot's own frame does not pass it on; the panel then says so.
  frame.allow = "fullscreen; autoplay; clipboard-write";
  frame.src = `${panel}&lang=${language}`;
  place.append(frame);
}

async function showConversation() {
  if (conversation === null) return;
  notice.textContent = "";
  if (session === null) return showSignIn();
  const asked = conversation;
  notice.textContent = word("looking");
  clear();
  tools.hidden = true;
  const found = await ask("api/conversation", { conversation: asked });
  if (asked !== conversation) return;
  panel = found.panel;
  form.hidden = true;
  tools.hidden = false;
  notice.textContent = "";
  showFrame();
}

const token = async () => (await ask("api/token", { conversation })).token;

async function showWindow() {
  // Opened in the click itself; the address follows once there is a token for it.
  const made = window.open("", "", "popup,width=1100,height=800");
  if (made === null) throw new Error("blocked");
  const address = `${panel}&lang=${language}`;
  const give = async () => made.location.replace(`${address}#token=${await token()}`);
  try {
    await give();
  } catch (failure) {
    made.close();
    throw failure;
  }
  clear();
  opened = made;
  notice.textContent = word("moved");
  find("window").textContent = word("back");
  renewal = setInterval(() => {
    if (made.closed) showFrameAgain();
    else void give().catch(() => undefined);
  }, RENEW_MS);
}

function showFrameAgain() {
  opened?.close();
  notice.textContent = "";
  showFrame();
}

function hearChatwoot(text) {
  let told;
  try {
    told = JSON.parse(text);
  } catch {
    return;
  }
  const id = told?.event === "appContext" ? told.data?.conversation?.id : undefined;
  if (!Number.isSafeInteger(id) || id === conversation) return;
  conversation = id;
  void tried(showConversation);
}

async function hearPanel(message, source) {
  if (message.type === "state") {
    open = message.session !== null && message.session.state !== "ended";
    find("window").disabled = open && opened === null;
  } else if (message.type === "token-needed") {
    waiting = source;
    const given = await token();
    waiting = null;
    source.postMessage({ source: "visavis-host", type: "token", token: given }, visavis);
  }
}

addEventListener("message", ({ origin, source, data }) => {
  if (origin === chatwoot && source === parent && typeof data === "string") hearChatwoot(data);
  if (origin === visavis && source === frame?.contentWindow && data?.source === "visavis") {
    void tried(() => hearPanel(data, source));
  }
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const field = find("access-token");
  void tried(async () => {
    const { session: made } = await ask("api/sign-in", { accessToken: field.value.trim() });
    field.value = "";
    keep(made);
    if (open || opened !== null) await goOn();
    else await showConversation();
  });
});

/** Signed in again beside a share that runs. */
async function goOn() {
  form.hidden = true;
  tools.hidden = false;
  notice.textContent = opened === null ? "" : word("moved");
  if (waiting !== null) await hearPanel({ type: "token-needed" }, waiting);
}

find("link").addEventListener("click", ({ currentTarget }) => {
  currentTarget.disabled = true;
  void tried(async () => {
    await ask("api/link", { conversation });
    notice.textContent = word("sent");
  }).finally(() => (currentTarget.disabled = false));
});

find("window").addEventListener("click", () => {
  void tried(() => (opened === null ? showWindow() : showFrameAgain()));
});

find("sign-out").addEventListener("click", () => {
  void tried(async () => {
    await ask("api/sign-out", {});
    notice.textContent = "";
    clear();
    showSignIn();
  });
});

document.documentElement.lang = language;
document.title = word("title");
for (const element of document.querySelectorAll("[data-word]")) {
  element.textContent = word(element.dataset.word);
}
if (parent === window) {
  notice.textContent = word("outside");
} else {
  notice.textContent = word("looking");
  parent.postMessage("chatwoot-dashboard-app:fetch-info", chatwoot);
  setTimeout(() => {
    if (conversation === null) notice.textContent = word("noContext");
  }, 5_000);
}
