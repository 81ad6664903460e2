// For the website that has Chatwoot's widget: loads Visavis' script under an id of this browser's own
// and writes that id into the conversation, where the adapter finds it. Classic, without libraries.
(() => {
  "use strict";
  const KEPT = "visavis-chatwoot-visitor";
  const own = document.currentScript;

  function visitorId() {
    const made = () =>
      `cw-${Array.from(crypto.getRandomValues(new Uint32Array(5)), (one) => one.toString(36)).join("-")}`;
    try {
      const kept = localStorage.getItem(KEPT) ?? made();
      localStorage.setItem(KEPT, kept);
      return kept;
    } catch {
      return made();
    }
  }

  const visitor = own?.dataset.visitorId || visitorId();
  const signature = own?.dataset.visitorSignature;

  const script = document.createElement("script");
  script.src = "{{visavis}}/visavis.js";
  script.async = true;
  if (own?.nonce) script.nonce = own.nonce;
  Object.assign(script.dataset, { siteKey: "{{siteKey}}", visitorId: visitor });
  if (signature) script.dataset.visitorSignature = signature;
  document.head.append(script);

  // Chatwoot has no conversation to write into before the first message: tell it at each step.
  function tell() {
    try {
      // The adapter believes an id of the company's own by its signature only.
      const named = signature ? `${visitor}|${signature}` : visitor;
      window.$chatwoot?.setConversationCustomAttributes({ "{{attribute}}": named });
    } catch {
      // Chatwoot's frame is not there yet; the next event comes.
    }
  }
  for (const event of ["ready", "on-start-conversation", "on-message"]) {
    addEventListener(`chatwoot:${event}`, tell);
  }
  if (window.$chatwoot?.hasLoaded) tell();
})();
