// The page in the chat's tab: Visavis' panel, and a button that writes the link into the chat.
(() => {
  "use strict";
  const french = /^fr\b/i.test(navigator.language);
  const words = french
    ? {
        title: "Partage d’écran",
        link: "Envoyer un lien dans le chat",
        leaving: "Ouvrir un autre onglet ou un autre chat met fin au partage en cours.",
        sent: "Le lien est dans le chat.",
        reload: "Votre session a changé. Rechargez la page.",
        "unknown-chat": "Ce chat n’existe pas, ou vous n’avez pas le droit de le voir.",
        "read-only": "Vous n’avez pas le droit d’écrire dans ce chat.",
        settings: "L’extension est mal réglée\u00a0: le journal de PHP dit ce qui manque.",
        "not-eligible": "Le partage d’écran n’est pas disponible pour votre compte.",
        "not-permitted-by-policy":
          "Votre compte ne vous permet pas de demander un partage d’écran.",
        "request-open": "Une demande à ce visiteur est déjà ouverte.",
        "visitor-busy": "Ce visiteur partage déjà avec quelqu’un.",
        "not-written": "Le message n’a pas pu être écrit. La demande a été retirée.",
        away: "Visavis est injoignable. Réessayez dans un instant.",
        other: "Visavis a refusé. Le journal de PHP dit pourquoi.",
      }
    : {
        title: "Screen sharing",
        link: "Send a link into the chat",
        leaving: "Opening another tab or another chat ends a running share.",
        sent: "The link is in the chat.",
        reload: "Your session has changed. Reload the page.",
        "unknown-chat": "This chat does not exist, or is not yours to see.",
        "read-only": "You may not write into this chat.",
        settings: "The extension is not set up: PHP’s log says what is missing.",
        "not-eligible": "Screen sharing is not available for your account.",
        "not-permitted-by-policy": "Your account does not let you ask for a screen share.",
        "request-open": "A request to this visitor is open already.",
        "visitor-busy": "This visitor is sharing with somebody already.",
        "not-written": "The message could not be written. The request was taken back.",
        away: "Visavis cannot be reached. Try again in a moment.",
        other: "Visavis refused. PHP’s log says why.",
      };
  const { service, panel, token, link, csrf } = document.documentElement.dataset;
  const notice = document.getElementById("notice");
  const button = document.getElementById("link");
  const language = french ? "fr" : "en";

  const say = (code) => {
    notice.textContent = words[code] ?? words.other;
    notice.className = code === "sent" ? "" : "failure";
  };

  async function ask(path) {
    const answer = await fetch(path, { method: "POST", headers: { "X-CSRFToken": csrf } }).catch(
      () => null,
    );
    const value = await answer?.json().catch(() => null);
    if (answer?.ok && value !== null) return value;
    throw new Error(value?.code ?? "away");
  }

  document.documentElement.lang = language;
  document.title = words.title;
  button.textContent = words.link;
  button.addEventListener("click", () => {
    button.disabled = true;
    ask(link)
      .then(
        () => say("sent"),
        (failure) => say(failure.message),
      )
      .finally(() => (button.disabled = false));
  });

  document.getElementById("leaving").textContent = words.leaving;

  const frame = document.createElement("iframe");
  const answer = (message) =>
    frame.contentWindow?.postMessage({ source: "visavis-host", ...message }, service);

  function giveToken() {
    ask(token).then(
      (given) => {
        if (unanswered) notice.textContent = "";
        unanswered = false;
        answer({ type: "token", token: given.token });
      },
      (failure) => {
        unanswered = true;
        say(failure.message);
      },
    );
  }

  // A request waits for its answer while the operator writes to the visitor.
  let requested = false;
  /** While a share runs there is nothing to send, and the picture gets the room and the keyboard. */
  function show(share) {
    requested = share?.state === "requested";
    const runs =
      share !== null && share.mine !== false && !["requested", "ended"].includes(share.state);
    if (runs && !button.hidden) notice.textContent = "";
    if (runs && document.activeElement === button) frame.focus();
    button.hidden = runs;
  }

  // Whether the notice speaks of a token that did not come.
  let unanswered = false;
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== service || source !== frame.contentWindow || data?.source !== "visavis") return;
    if (data.type === "token-needed") giveToken();
    if (data.type === "ended") notice.textContent = "";
    if (data.type === "state") show(data.session);
  });

  // Live Helper Chat hides tabs and chats and does not remove them: the frame around this page then
  // has no size. Another tab or window of the browser changes nothing of that and ends nothing.
  const around = window.frameElement;
  if (around !== null) {
    let shown = false;
    const seen = new window.parent.ResizeObserver(() => {
      const now = around.getClientRects().length > 0;
      if (shown && !now && !requested) answer({ type: "leave" });
      shown = now;
    });
    seen.observe(around);
    addEventListener("pagehide", () => seen.disconnect());
  }

  frame.title = words.title;
  frame.allow = "fullscreen; autoplay; clipboard-write";
  frame.src = `${panel}&lang=${language}`;
  document.getElementById("place").append(frame);
})();
