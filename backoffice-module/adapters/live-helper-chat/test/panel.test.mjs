import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Window } from "happy-dom";

const PROGRAM = readFileSync(
  new URL("../visavis/design/visavistheme/js/visavis.panel.js", import.meta.url),
  "utf8",
);
const SERVICE = "https://visavis.example.com";

/** The page in the chat's tab, and the panel's side of its messages. */
function openPage() {
  const settings = { disableIframePageLoading: true, handleDisabledFileLoadingAsSuccess: true };
  const { document } = new Window({ url: "https://chat.example.com/", settings });
  document.body.innerHTML =
    '<p id="notice"></p><button id="link"></button><p id="leaving"></p><div id="place"></div>';
  const panel = `${SERVICE}/panel/?site=pk_1`;
  Object.assign(document.documentElement.dataset, { service: SERVICE, panel, csrf: "c" });
  let [shown, sized, hear] = [true];
  const create = document.createElement.bind(document);
  const heard = [];
  const contentWindow = { postMessage: (message) => heard.push(message) };
  document.createElement = (name) =>
    Object.defineProperty(create(name), "contentWindow", { value: contentWindow });
  class ResizeObserver {
    constructor(told) {
      sized = told;
    }
    observe() {
      sized();
    }
  }
  const around = {
    ...{ document, navigator: { language: "en" } },
    window: {
      frameElement: { getClientRects: () => ({ length: shown ? 1 : 0 }) },
      parent: { ResizeObserver },
    },
    addEventListener: (type, listener) => type === "message" && (hear = listener),
  };
  new Function(...Object.keys(around), PROGRAM)(...Object.values(around));
  return {
    document,
    heard,
    button: document.getElementById("link"),
    frame: document.querySelector("iframe"),
    tells: (session) =>
      hear({
        ...{ origin: SERVICE, source: contentWindow },
        data: { source: "visavis", type: "state", session },
      }),
    /** Another tab of the chat is opened, and this one again. */
    leave() {
      for (shown of [false, true]) sized();
    },
  };
}

for (const [session, leaves] of [
  [{ state: "requested", delivery: "site", mine: true }, 0],
  [{ state: "requested", delivery: "link", mine: true }, 0],
  [{ state: "accepted", mine: true }, 1],
  [{ state: "live", mine: true }, 1],
]) {
  test(`leaving the tab tells the panel ${leaves} times: ${JSON.stringify(session)}`, () => {
    const page = openPage();
    page.tells(session);
    page.leave();
    assert.equal(page.heard.length, leaves);
  });
}

test("a share that runs here takes the button's place, and the keyboard with it", () => {
  const page = openPage();
  page.button.focus();
  page.tells({ state: "live", mine: true });
  assert.ok(page.button.hidden);
  assert.equal(page.document.activeElement, page.frame);
});

test("a colleague's share leaves the button where it is", () => {
  const page = openPage();
  page.tells({ state: "live", mine: false });
  assert.ok(!page.button.hidden);
});
