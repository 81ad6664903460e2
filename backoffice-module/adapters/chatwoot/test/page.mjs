// The tab's page in a document of its own, with the adapter behind it: what browsers do around it is
// played, and its messages are kept.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Window } from "happy-dom";

const here = (name) => fileURLToPath(new URL(`../page/${name}`, import.meta.url));
const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor;
const { outputFiles } = await build({
  entryPoints: [here("tab.js")],
  ...{ bundle: true, write: false, format: "esm" },
});
const [{ text: PROGRAM }] = outputFiles;

const storage = (kept = new Map()) => ({
  getItem: (name) => kept.get(name) ?? null,
  setItem: (name, value) => kept.set(name, value),
  removeItem: (name) => kept.delete(name),
});

/** A window as another page sees it: what it was told, and where it went. */
export class OtherWindow {
  closed = false;
  told = [];
  location = { href: "about:blank", replace: (address) => (this.location.href = address) };
  postMessage(message, target) {
    this.told.push({ message, target });
  }
  focus() {
    this.focused = true;
  }
  close() {
    this.closed = true;
  }
}

/** As much of `setTimeout` and `setInterval` as the page uses; `pass` lets their time come. */
class Clock {
  #waiting = new Map();
  #next = 1;
  set = (action) => (this.#waiting.set(this.#next, action), this.#next++);
  clear = (name) => void this.#waiting.delete(name);
  pass() {
    for (const action of this.#waiting.values()) action();
  }
}

let browsers = 0;
/** A call as a proxy passes it on. */
const from = (address, call) => ({
  ...call,
  headers: { ...call.headers, "x-forwarded-for": address },
});

/** What joins the pages of one browser that let each other's messages through. */
const channelOf = (joined) =>
  class {
    listener = () => undefined;
    constructor() {
      joined.add(this);
    }
    addEventListener(_, listener) {
      this.listener = listener;
    }
    postMessage(data) {
      for (const other of joined) if (other !== this) other.listener({ data });
    }
  };

/**
 * Opens the page as Chatwoot frames it; with an `opener`, in a window of its own. Pages that are given
 * the same `joined` hear each other's channels.
 *
 * @param {Awaited<ReturnType<typeof import("./stage.mjs").stage>>} at
 */
export async function openPage(at, { opener = null, kept = new Map(), joined = new Set() } = {}) {
  const settings = { disableIframePageLoading: true, handleDisabledFileLoadingAsSuccess: true };
  const { document } = new Window({ url: `${at.origin}/`, settings });
  document.write(readFileSync(here("tab.html"), "utf8").replace(/<(script|link)\b[^>]*>/g, ""));
  const { chatwoot, visavis } = at.settings;
  Object.assign(document.documentElement.dataset, { chatwoot, visavis });
  const create = document.createElement.bind(document);
  const [panels, listeners, opened, clock] = [[], [], [], new Clock()];
  document.createElement = (name) => {
    const made = create(name);
    const contentWindow = new OtherWindow();
    if (name === "iframe")
      panels.push(Object.defineProperty(made, "contentWindow", { value: contentWindow }));
    return made;
  };
  const chat = new OtherWindow();
  const address = `192.0.2.${++browsers}`;
  let answers = (call) => call();
  let size = null;
  const names = {
    open(address, name) {
      const found = opened.find((one) => one.name === name && !one.closed);
      if (found === undefined) opened.push(Object.assign(new OtherWindow(), { name }));
      return found ?? opened.at(-1);
    },
    close() {
      names.closed = true;
      listeners.filter(({ type }) => type === "pagehide").forEach(({ listener }) => listener());
    },
  };
  const parent = opener === null ? chat : names;
  const around = {
    ...{ window: names, parent, opener, document, navigator: { language: "en" } },
    location: { origin: at.origin, href: `${at.origin}/` },
    localStorage: storage(kept),
    sessionStorage: storage(kept),
    fetch: (path, call) => answers(() => fetch(`${at.origin}/${path}`, from(address, call))),
    BroadcastChannel: channelOf(joined),
    addEventListener: (type, listener) => listeners.push({ type, listener }),
    IntersectionObserver: class {
      constructor(told) {
        size = (width) => told([{ boundingClientRect: { width } }]);
      }
      observe() {
        size(800);
      }
    },
    ...{ setTimeout: clock.set, setInterval: clock.set, clearInterval: clock.clear },
  };
  const hear = (origin, source, data) =>
    listeners
      .filter(({ type }) => type === "message")
      .forEach(({ listener }) => listener({ origin, source, data }));
  const run = new AsyncFunction(...Object.keys(around), PROGRAM)(...Object.values(around));
  const find = (id) => document.getElementById(id);
  const page = {
    ...{ chat, opened, kept, document, find, hear, run, clock },
    /** Whether the page closed itself. */
    closed: () => names.closed === true,
    /** The panel's frame that stands in the page, or null. */
    frame: () => document.querySelector("iframe"),
    notice: () => find("notice").textContent,
    show: (id) =>
      hear(chatwoot, chat, JSON.stringify({ event: "appContext", data: { conversation: { id } } })),
    panelSays: (message, frame = page.frame()) =>
      hear(visavis, frame.contentWindow, { source: "visavis", ...message }),
    panelHeard: (frame = page.frame()) => frame.contentWindow.told.map(({ message }) => message),
    width: (value) => size(value),
    /** What becomes of calls to the adapter from here on. */
    calls: (how) => (answers = how),
    signIn(token) {
      find("access-token").value = token;
      find("sign-in").dispatchEvent(new document.defaultView.Event("submit", { cancelable: true }));
    },
  };
  return page;
}
