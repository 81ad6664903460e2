import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import vm from "node:vm";
import { stage } from "./stage.mjs";

let at;
let snippet;
before(async () => {
  at = await stage();
  snippet = await (await fetch(`${at.origin}/visavis-chatwoot.js`)).text();
});
after(() => at.close());

/** As much of a website's page as the snippet touches, with Chatwoot's SDK by its published names. */
function page({ kept = new Map(), tag = {}, forbidden = false } = {}) {
  const listeners = new Map();
  const made = { attributes: [], scripts: [], kept };
  const window = {
    crypto: globalThis.crypto,
    localStorage: {
      getItem: (name) => {
        if (forbidden) throw new Error("SecurityError");
        return kept.get(name) ?? null;
      },
      setItem: (name, value) => kept.set(name, value),
    },
    addEventListener: (name, listener) => listeners.set(name, listener),
    document: {
      currentScript: { dataset: tag, nonce: "n0nce" },
      createElement: () => ({ dataset: {} }),
      head: { append: (script) => made.scripts.push(script) },
    },
    Uint32Array,
    Array,
  };
  window.window = window;
  vm.runInNewContext(snippet, window);
  return {
    ...made,
    chatwootIsThere() {
      window.$chatwoot = {
        hasLoaded: true,
        setConversationCustomAttributes: (given) => made.attributes.push({ ...given }),
      };
      listeners.get("chatwoot:ready")();
    },
    emit: (name) => listeners.get(name)(),
  };
}

test("the page loads Visavis under the id that Chatwoot is told", () => {
  const site = page();
  const [script] = site.scripts;
  assert.equal(script.src, `${at.settings.visavis}/visavis.js`);
  assert.equal(script.dataset.siteKey, at.settings.siteKey);
  assert.equal(script.nonce, "n0nce");
  assert.match(script.dataset.visitorId, /^cw-[a-z0-9-]{20,40}$/);
  site.chatwootIsThere();
  assert.deepEqual(site.attributes, [{ visavis_visitor: script.dataset.visitorId }]);
});

test("it is told again with the first message, since there was no conversation before", () => {
  const site = page();
  site.emit("chatwoot:on-message");
  assert.deepEqual(site.attributes, []);
  site.chatwootIsThere();
  site.emit("chatwoot:on-start-conversation");
  site.emit("chatwoot:on-message");
  assert.equal(site.attributes.length, 3);
});

test("a browser keeps its id, and another has another", () => {
  const kept = new Map();
  const id = (site) => site.scripts[0].dataset.visitorId;
  assert.equal(id(page({ kept })), id(page({ kept })));
  assert.notEqual(id(page()), id(page()));
});

test("where nothing may be kept the page still works", () => {
  assert.equal(page({ forbidden: true }).scripts.length, 1);
});

test("an id of the website's own, with its signature, is passed on", () => {
  const tag = { visitorId: "customer-0123456789", visitorSignature: "kid.abc" };
  const site = page({ tag });
  assert.equal(site.scripts[0].dataset.visitorId, "customer-0123456789");
  assert.equal(site.scripts[0].dataset.visitorSignature, "kid.abc");
  site.chatwootIsThere();
  assert.deepEqual(site.attributes, [{ visavis_visitor: "customer-0123456789|kid.abc" }]);
});
