import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const SNIPPET = readFileSync(
  new URL("../visavis/design/visavistheme/js/visavis.website.js", import.meta.url),
  "utf8",
);

/** As much of a website's page as the snippet touches, with the wrapper's published names. */
function page({ loadcb, visavisFirst = true, widgetFirst } = {}) {
  const calls = [];
  const ready = [];
  const listeners = new Map();
  const window = {
    ...{ crypto: globalThis.crypto, TextEncoder, Uint8Array, Array },
    LHC_API: { args: { mode: "widget", loadcb } },
    addEventListener: (name, listener) => ready.push([name, listener]),
  };
  window.window = window;
  const visavis = {
    start: ({ visitorId }) => calls.push(`start ${visitorId}`),
    identify: ({ visitorId }) => calls.push(`identify ${visitorId}`),
    stop: () => calls.push("stop"),
  };
  const visavisComes = () => {
    window.visavis = visavis;
    for (const [name, listener] of ready) if (name === "visavis:ready") listener();
  };
  if (visavisFirst) window.visavis = visavis;
  const eventEmitter = { addListener: (name, listener) => listeners.set(name, listener) };
  if (widgetFirst) window.$_LHC = { attributes: { userSession: widgetFirst, eventEmitter } };
  vm.runInNewContext(SNIPPET, window);
  return {
    calls,
    visavisComes,
    load: (userSession) => window.LHC_API.args.loadcb({ userSession, eventEmitter }),
    emit: (name, ...given) => listeners.get(name)(...given),
    /** Once there are so many calls, and whatever was under way then. */
    async settled(count) {
      const end = Date.now() + 5_000;
      while (calls.length < count && Date.now() < end) await new Promise(setImmediate);
      await new Promise(setImmediate);
      return calls;
    },
  };
}

const NOBODY = { id: null, hash: null };
const idOf = (id, hash) =>
  `lhc-${createHash("sha256").update(`visavis:${id}:${hash}`).digest("hex").slice(0, 40)}`;

test("until there is a chat nothing of Visavis starts", async () => {
  const site = page();
  site.load(NOBODY);
  assert.deepEqual(await site.settled(0), []);
});

test("a chat that starts makes the visitor known by the id that the extension derives", async () => {
  const site = page();
  site.load(NOBODY);
  site.emit("chatStarted", { id: 5, hash: "hash-of-5" }, "widget");
  assert.deepEqual(await site.settled(1), [`start ${idOf(5, "hash-of-5")}`]);
});

test("a chat from before the reload is taken up, also when Visavis comes later", async () => {
  const site = page({ visavisFirst: false });
  site.load({ id: 5, hash: "hash-of-5" });
  site.visavisComes();
  assert.deepEqual(await site.settled(1), [`start ${idOf(5, "hash-of-5")}`]);
});

test("another chat is another visitor, and the end of the chat is the end of it", async () => {
  const site = page();
  site.load({ id: 5, hash: "a" });
  await site.settled(1);
  site.emit("chatStarted", { id: 6, hash: "b" });
  await site.settled(2);
  site.emit("endChat");
  const started = [`start ${idOf(5, "a")}`, `identify ${idOf(6, "b")}`, "stop"];
  assert.deepEqual(await site.settled(3), started);
});

test("a chat that ends at once leaves nothing behind", async () => {
  const site = page();
  site.load(NOBODY);
  site.emit("chatStarted", { id: 5, hash: "a" });
  site.emit("endChat");
  site.emit("chatStarted", { id: 6, hash: "b" });
  assert.deepEqual(await site.settled(1), [`start ${idOf(6, "b")}`]);
});

test("a widget that came out of the cache first is followed too", async () => {
  const site = page({ widgetFirst: { id: 5, hash: "a" } });
  await site.settled(1);
  site.emit("endChat");
  assert.deepEqual(await site.settled(2), [`start ${idOf(5, "a")}`, "stop"]);
});

test("a callback that the page had already is called all the same", () => {
  const heard = [];
  const site = page({ loadcb: ({ userSession }) => heard.push(userSession) });
  site.load(NOBODY);
  assert.deepEqual(heard, [NOBODY]);
});
