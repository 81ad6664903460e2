// For the website: stands after Live Helper Chat's own snippet and tells Visavis who the visitor of a
// chat is. Both sides derive the id from the chat's number and hash, which nobody else knows. Until
// there is a chat nothing of Visavis connects: its tag has data-start="manual".
(() => {
  "use strict";
  const api = (window.LHC_API = window.LHC_API || {});
  const args = (api.args = api.args || {});
  let wanted = null;
  let started = false;
  let told = 0;

  async function visitorId(id, hash) {
    const bytes = new TextEncoder().encode(`visavis:${id}:${hash}`);
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const hex = Array.from(sum, (one) => one.toString(16).padStart(2, "0")).join("");
    return `lhc-${hex.slice(0, 40)}`;
  }

  function tell() {
    if (!window.visavis?.start) return;
    if (wanted !== null && started) window.visavis.identify({ visitorId: wanted });
    else if (wanted !== null) window.visavis.start({ visitorId: wanted });
    else if (started) window.visavis.stop();
    started = wanted !== null;
  }

  async function chat(data) {
    // What was told last counts, however long the sum of an earlier one takes.
    const mine = ++told;
    const known = data?.id && data.hash;
    const id = known ? await visitorId(data.id, data.hash) : null;
    if (mine !== told) return;
    wanted = id;
    tell();
  }

  addEventListener("visavis:ready", tell);

  function follow(attributes) {
    void chat(attributes.userSession);
    attributes.eventEmitter.addListener("chatStarted", (data) => void chat(data));
    attributes.eventEmitter.addListener("endChat", () => void chat(null));
  }

  // The widget's script is asynchronous: out of the cache it may have run before this one.
  const there = window.$_LHC?.attributes;
  if (there?.eventEmitter) {
    follow(there);
  } else {
    const before = args.loadcb;
    args.loadcb = (attributes) => {
      if (typeof before === "function") before(attributes);
      follow(attributes);
    };
  }
})();
