import type { Phrases } from "../words/phrases.ts";

/** Keys of everything the card says besides endings. */
export type CardPhrase =
  | "region"
  | "asks"
  | "consent-any"
  | "consent-window"
  | "consent-tab"
  | "reworded"
  | "privacy"
  | "newTab"
  | "yes"
  | "no"
  | "elsewhereTitle"
  | "elsewhere"
  | "unsupportedTitle"
  | "unsupported"
  | "tell"
  | "blockedTitle"
  | "blocked"
  | "openWindow"
  | "waitingTitle"
  | "waiting"
  | "closedTitle"
  | "closed"
  | "cancel"
  | "chosenTitle"
  | "chosen"
  | "sharing"
  | "sees"
  | "pausedTitle"
  | "paused"
  | "lostTitle"
  | "lost"
  | "agentLost"
  | "stop"
  | "close"
  | "offline"
  | "answering"
  | "stopping"
  | "stoppingOffline"
  | "lateAnswer"
  | "lateStart"
  | "lateAgent"
  | "alertLate"
  | "alertRequest"
  | "alertEnded"
  | "alertClosed";

/**
 * `view.1` is the wording of `asks` and `consent-…`: a change of sense there needs a new number. Which
 * of them was shown follows from the version of the policy that the service keeps beside it.
 */
export const cardWords: Phrases<CardPhrase> = {
  fr: {
    region: "Partage d’écran",
    asks: (agent, account) => `${agent}, de ${account}, vous propose de partager votre écran`,
    "consent-any":
      "Vous choisirez ce que vous montrez : un onglet, une fenêtre ou tout l’écran. Vous pourrez arrêter à tout moment.",
    "consent-window":
      "Vous choisirez ce que vous montrez : un onglet ou une fenêtre, jamais tout l’écran. Vous pourrez arrêter à tout moment.",
    "consent-tab":
      "Vous choisirez ce que vous montrez : un seul onglet, et rien d’autre. Vous pourrez arrêter à tout moment.",
    reworded: (_agent, account) =>
      `${account} vient de changer ce qui suit : relisez avant de répondre.`,
    privacy: "Confidentialité",
    newTab: "(nouvel onglet)",
    yes: "Oui",
    no: "Non",
    elsewhereTitle: "Déjà répondu",
    elsewhere:
      "Vous avez répondu dans un autre onglet ; la suite se passe dans la fenêtre de partage.",
    unsupportedTitle: "Ce navigateur ne sait pas partager d’écran",
    unsupported: (agent) =>
      `${agent} vous propose de partager votre écran, mais il faut pour cela un ordinateur et un navigateur récent (Chrome, Edge, Firefox ou Safari).`,
    tell: (agent) => `Prévenir ${agent}`,
    blockedTitle: "La fenêtre de partage a été bloquée",
    blocked: "Votre navigateur l’a empêchée de s’ouvrir. Ce bouton l’ouvre dans un nouvel onglet :",
    openWindow: "Ouvrir le partage",
    waitingTitle: "Choisissez ce que vous montrez",
    waiting: "La suite se passe dans la fenêtre de partage. Rien n’est encore visible.",
    closedTitle: "Rouvrir la fenêtre de partage ?",
    closed: "Le partage a été accepté, mais sa fenêtre n’est pas ouverte. Rien n’est visible.",
    cancel: "Annuler",
    chosenTitle: "Votre écran est prêt",
    chosen: (agent) => `${agent} ne voit encore rien et doit activer la connexion.`,
    sharing: "Vous partagez votre écran",
    sees: (agent) => `${agent} voit ce que vous avez choisi.`,
    pausedTitle: "Partage en pause",
    paused: (agent) => `${agent} ne voit plus rien. Reprenez dans la fenêtre de partage.`,
    lostTitle: "Partage interrompu",
    lost: "La fenêtre de partage a perdu sa connexion ; elle essaie de la rétablir.",
    agentLost: (agent) => `${agent} a perdu sa connexion ; reprise en cours.`,
    stop: "Arrêter le partage",
    close: "Fermer",
    offline: "Connexion au service perdue, nouvel essai…",
    answering: "Envoi de votre réponse…",
    stopping: "Arrêt demandé…",
    stoppingOffline:
      "Arrêt demandé : il sera transmis dès que la connexion reviendra. Pour couper l’image sans attendre, fermez la fenêtre de partage.",
    lateAnswer: (_agent, seconds) =>
      `Sans réponse, la demande se ferme dans moins de ${seconds} secondes.`,
    lateStart: (_agent, seconds) =>
      `Sans choix de votre part, la demande se ferme dans moins de ${seconds} secondes.`,
    lateAgent: (agent, seconds) =>
      `Si ${agent} n’active pas la connexion, le partage se ferme dans moins de ${seconds} secondes.`,
    alertLate: "La demande va se fermer",
    alertRequest: "Demande de partage d’écran",
    alertEnded: "Partage d’écran terminé",
    alertClosed: "Demande de partage close",
  },
  en: {
    region: "Screen sharing",
    asks: (agent, account) => `${agent} from ${account} invites you to share your screen`,
    "consent-any":
      "You choose what you show: a tab, a window or the whole screen. You can stop at any time.",
    "consent-window":
      "You choose what you show: a tab or a window, never the whole screen. You can stop at any time.",
    "consent-tab": "You choose what you show: one tab, and nothing else. You can stop at any time.",
    reworded: (_agent, account) =>
      `${account} has just changed what follows: read it again before you answer.`,
    privacy: "Privacy",
    newTab: "(new tab)",
    yes: "Yes",
    no: "No",
    elsewhereTitle: "Already answered",
    elsewhere: "You answered in another tab; the sharing window has the rest.",
    unsupportedTitle: "This browser cannot share a screen",
    unsupported: (agent) =>
      `${agent} invites you to share your screen, but that takes a computer and a recent browser (Chrome, Edge, Firefox or Safari).`,
    tell: (agent) => `Tell ${agent}`,
    blockedTitle: "The sharing window was blocked",
    blocked: "Your browser kept it from opening. This button opens it in a new tab:",
    openWindow: "Open sharing",
    waitingTitle: "Choose what you show",
    waiting: "Go on in the sharing window. Nothing can be seen yet.",
    closedTitle: "Reopen the sharing window?",
    closed: "You accepted, but the sharing window is not open. Nothing can be seen.",
    cancel: "Cancel",
    chosenTitle: "Your screen is ready",
    chosen: (agent) => `${agent} sees nothing yet and has to activate the connection.`,
    sharing: "You are sharing your screen",
    sees: (agent) => `${agent} sees what you chose.`,
    pausedTitle: "Sharing is paused",
    paused: (agent) => `${agent} sees nothing now. Resume in the sharing window.`,
    lostTitle: "Sharing is interrupted",
    lost: "The sharing window lost its connection and is trying to get it back.",
    agentLost: (agent) => `${agent} lost the connection and is coming back.`,
    stop: "Stop sharing",
    close: "Close",
    offline: "Connection to the service lost, trying again…",
    answering: "Sending your answer…",
    stopping: "Stopping…",
    stoppingOffline:
      "Stop requested: it will be sent once the connection is back. To cut the picture right away, close the sharing window.",
    lateAnswer: (_agent, seconds) =>
      `Without an answer, the request closes in less than ${seconds} seconds.`,
    lateStart: (_agent, seconds) =>
      `Unless you choose, the request closes in less than ${seconds} seconds.`,
    lateAgent: (agent, seconds) =>
      `Unless ${agent} activates the connection, the share closes in less than ${seconds} seconds.`,
    alertLate: "The request is about to close",
    alertRequest: "Screen sharing request",
    alertEnded: "Screen sharing has ended",
    alertClosed: "Screen sharing request closed",
  },
};
