// What the adapter writes into conversations.

const NBSP = "\u00a0";
const THIN = "\u202f";

const REASONS = {
  fr: {
    "visitor-stopped": "le visiteur l’a arrêté",
    "agent-stopped": "l’agent l’a arrêté",
    "capture-ended": "le visiteur l’a arrêté dans son navigateur, ou a fermé ce qu’il montrait",
    "popup-closed": "le visiteur a fermé ou quitté la fenêtre de partage",
    "agent-left": "l’agent a quitté l’onglet du partage",
    "visitor-lost": "la connexion du visiteur a été perdue",
    "agent-lost": "la connexion de l’agent a été perdue",
    expired: "le visiteur n’a pas répondu",
    declined: "le visiteur a refusé",
    "not-started": "le visiteur a accepté mais n’a rien partagé",
    "not-activated": "l’agent n’a pas activé la connexion",
    "eligibility-revoked": "le partage d’écran a été retiré au compte",
    "no-media": "aucune image n’a pu passer entre les deux réseaux",
    withdrawn: "l’agent a retiré sa demande",
    other: "raison inconnue de cet adaptateur",
  },
  en: {
    "visitor-stopped": "the visitor stopped it",
    "agent-stopped": "the agent stopped it",
    "capture-ended": "the visitor stopped it in the browser, or closed what was shown",
    "popup-closed": "the visitor closed or left the sharing window",
    "agent-left": "the agent left the sharing tab",
    "visitor-lost": "the visitor’s connection was lost",
    "agent-lost": "the agent’s connection was lost",
    expired: "the visitor did not answer",
    declined: "the visitor said no",
    "not-started": "the visitor said yes but shared nothing",
    "not-activated": "the agent did not activate the connection",
    "eligibility-revoked": "screen sharing was withdrawn from the account",
    "no-media": "no picture could pass between the two networks",
    withdrawn: "the agent took the request back",
    other: "for a reason that this adapter does not know",
  },
};

/** Every reason that has words, in one language. */
export const reasonsIn = (language) =>
  Object.keys(REASONS[language]).filter((reason) => reason !== "other");

/** Marks that Chatwoot would read as Markdown, and what turns the direction of writing, do no harm in a name. */
function plain(name) {
  return name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/([\\`*_~[\]()<>#|!])/g, "\\$1")
    .trim();
}

/** The message with which the contact is asked. */
export function invitation(language, agentName, url, minutes) {
  const link = `${url}&l=${language}`;
  return language === "fr"
    ? `${plain(agentName)} vous propose de partager votre écran.\n\n` +
        `Ouvrez ce lien sur un ordinateur${NBSP}: ${link}\n\n` +
        `Il sert une fois, pendant ${minutes}${NBSP}minutes. Vous choisissez ce que vous montrez et arrêtez quand vous ` +
        `voulez. Nous ne demandons jamais de mot de passe ni de paiement.`
    : `${plain(agentName)} would like to see your screen.\n\n` +
        `Open this link on a computer: ${link}\n\n` +
        `It works once, within ${minutes} minutes. You choose what you show and stop whenever you like. ` +
        `We never ask for a password or a payment.`;
}

function lasted(language, ms) {
  const seconds = Math.round(ms / 1000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const gap = language === "fr" ? THIN : NBSP;
  return minutes === 0 ? `${rest}${gap}s` : `${minutes}${gap}min ${rest}${gap}s`;
}

/** The private note that a share has ended. */
export function ending(language, reason, liveMs) {
  const why = REASONS[language][Object.hasOwn(REASONS[language], reason) ? reason : "other"];
  const how = typeof liveMs === "number" && liveMs > 0 ? lasted(language, liveMs) : null;
  if (language === "fr") {
    return `Partage d’écran terminé${NBSP}: ${why}.${how === null ? "" : ` Durée${NBSP}: ${how}.`}`;
  }
  return `Screen share ended: ${why}.${how === null ? "" : ` It lasted ${how}.`}`;
}
