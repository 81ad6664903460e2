import type { Phrases } from "../words/phrases.ts";

/** Keys of everything the popup says besides endings and the connection. */
export type PopupPhrase =
  | "title"
  | "opening"
  | "inviteTitle"
  | "invite"
  | "seesTitle"
  | "sees1-any"
  | "sees1-window"
  | "sees1-tab"
  | "sees2"
  | "notTitle"
  | "not1"
  | "not2"
  | "not3"
  | "anytime"
  | "share"
  | "shareAgain"
  | "reworded"
  | "refuse"
  | "cancel"
  | "picker-cancelled"
  | "permission-denied"
  | "permission-remedy"
  | "capture-failed"
  | "surface-refused"
  | "surface-unknown"
  | "surface-remedy"
  | "allowed-any"
  | "allowed-window"
  | "allowed-tab"
  | "barred"
  | "barredLead"
  | "pickingTitle"
  | "picking-any"
  | "picking-window"
  | "picking-tab"
  | "waitingTitle"
  | "waiting"
  | "starting"
  | "liveTitle"
  | "live-monitor"
  | "live-window"
  | "live-browser"
  | "live-unknown"
  | "pausedTitle"
  | "paused"
  | "noRoute"
  | "noRelay"
  | "relayVisitor"
  | "relayAgent"
  | "relayRefused"
  | "connecting"
  | "agentLost"
  | "offline"
  | "pause"
  | "resume"
  | "stop"
  | "endingTitle"
  | "keepOpen"
  | "closing"
  | "quality"
  | "sharp"
  | "smooth"
  | "low-data"
  | "elapsed"
  | "preview"
  | "previewPaused"
  | "deadline"
  | "agentDeadline"
  | "alertDeadline"
  | "notThrough"
  | "idleTitle"
  | "idle"
  | "refusedTitle"
  | "refused"
  | "takenTitle"
  | "taken"
  | "unsupportedTitle"
  | "unsupported"
  | "tell";

/**
 * `view.1` is the wording of `invite`, `sees…`, `not…` and `anytime`, as on the card; the company's own
 * words and the surfaces it takes go with the version of its policy.
 */
export const popupWords: Phrases<PopupPhrase> = {
  fr: {
    title: "Partage d’écran",
    opening: "Connexion…",
    inviteTitle: "Partager votre écran",
    invite: (agent, account) =>
      `${agent}, de ${account}, verra en direct ce que vous choisirez de montrer.`,
    seesTitle: (agent) => `${agent} verra`,
    "sees1-any": "l’onglet, la fenêtre ou l’écran que vous choisirez",
    "sees1-window": "un onglet ou une fenêtre, à votre choix ; jamais l’écran entier",
    "sees1-tab": "un onglet de ce navigateur, à votre choix, et rien d’autre",
    sees2: "le pointeur de votre souris, s’il passe dessus",
    notTitle: (agent) => `${agent} ne pourra pas`,
    not1: "cliquer ou écrire à votre place",
    not2: "vous entendre ou voir votre caméra",
    not3: "enregistrer le partage avec Visavis",
    anytime: "Vous pouvez mettre en pause ou arrêter à tout moment.",
    share: "Partager mon écran",
    shareAgain: "Choisir à nouveau",
    reworded: (account) =>
      `${account} vient de changer ce qui est écrit ici. Relisez avant de partager ; rien n’a été transmis.`,
    refuse: "Non merci",
    cancel: "Annuler",
    "picker-cancelled":
      "Vous n’avez rien choisi, et rien n’est visible. Reprenez quand vous voulez.",
    "permission-denied": "Votre système empêche ce navigateur de capturer l’écran.",
    "permission-remedy":
      "Sur Mac : Réglages Système › Confidentialité et sécurité › Enregistrement de l’écran, cochez ce navigateur puis relancez-le. Sinon, choisissez plutôt un onglet.",
    "capture-failed":
      "La capture n’a pas pu démarrer. Choisissez autre chose, ou fermez les autres logiciels qui capturent l’écran.",
    "surface-refused": (allowed, account) =>
      `${account} n’accepte qu’${allowed}. Ce que vous avez choisi n’a pas été transmis : choisissez ${allowed}.`,
    "surface-unknown": (allowed, account) =>
      `${account} n’accepte qu’${allowed}, et ce navigateur ne permet pas de le vérifier. Rien n’est transmis.`,
    "surface-remedy": (agent) =>
      `Utilisez Chrome ou Edge sur un ordinateur : ${agent} peut vous envoyer un lien à y ouvrir.`,
    "allowed-any": "un onglet, une fenêtre ou un écran",
    "allowed-window": "un onglet ou une fenêtre",
    "allowed-tab": "un onglet",
    barred: (allowed, account) =>
      `L’image est coupée : ${account} n’accepte qu’${allowed}. Revenez à ce que vous montriez, ou arrêtez le partage.`,
    barredLead: (agent) => `${agent} ne voit pas ce que vous montrez maintenant.`,
    pickingTitle: "Choisissez dans la fenêtre du navigateur",
    "picking-any": "Un onglet ou une fenêtre en montre moins que tout l’écran.",
    "picking-window": (account) =>
      `Prenez un onglet ou une fenêtre : ${account} n’accepte pas l’écran entier.`,
    "picking-tab": (account) => `Prenez un onglet : ${account} n’accepte rien d’autre.`,
    waitingTitle: "Tout est prêt de votre côté",
    starting: "Le partage commence…",
    waiting: (agent) => `Rien n’est encore visible : ${agent} doit activer la connexion.`,
    liveTitle: "Vous partagez votre écran",
    "live-monitor": (agent) => `${agent} voit tout votre écran, notifications comprises.`,
    "live-window": (agent) => `${agent} voit la fenêtre que vous avez choisie.`,
    "live-browser": (agent) => `${agent} voit l’onglet que vous avez choisi.`,
    "live-unknown": (agent) => `${agent} voit ce que vous avez choisi.`,
    pausedTitle: "Partage en pause",
    paused: (agent) => `${agent} ne voit plus rien jusqu’à ce que vous repreniez.`,
    noRoute:
      "L’image ne passe pas : un réseau bloque la connexion directe. Essayez sans VPN, ou depuis un autre réseau.",
    noRelay: (account) =>
      `L’image ne passe pas. ${account} ne la laisse passer que par un relais, et aucun n’a sans doute pu être joint. Essayez sans VPN, ou depuis un autre réseau.`,
    relayVisitor:
      "L’image ne passe pas : le relais dont elle a besoin ne répond pas à votre réseau. Essayez sans VPN, ou depuis un autre réseau.",
    relayAgent: (agent) =>
      `L’image ne passe pas : ${agent} ne joint pas le relais dont elle a besoin. De votre côté, il n’y a rien à faire.`,
    relayRefused:
      "L’image ne passe pas : le relais dont elle a besoin refuse la connexion. De votre côté, il n’y a rien à faire.",
    connecting: "Mise en relation…",
    agentLost: (agent) => `${agent} a perdu sa connexion ; reprise en cours.`,
    offline: "Connexion au service perdue, nouvel essai…",
    pause: "Pause",
    resume: "Reprendre",
    stop: "Arrêter le partage",
    endingTitle: "Arrêt du partage…",
    keepOpen: "Gardez cette fenêtre ouverte : la fermer arrête le partage.",
    closing: "Vous pouvez fermer cette fenêtre.",
    quality: "Image",
    sharp: "Nette (texte)",
    smooth: "Fluide (mouvement)",
    "low-data": "Économe en données",
    elapsed: "Durée",
    preview: "Aperçu de ce que vous partagez",
    previewPaused: "En pause",
    deadline: (left) => `Sans choix de votre part, la demande se ferme dans ${left} s.`,
    agentDeadline: (agent, left) =>
      `Si ${agent} n’active pas la connexion, le partage se ferme dans ${left} s.`,
    alertDeadline: "La demande va se fermer",
    notThrough: (agent) => `L’image ne parvient pas à ${agent} en ce moment.`,
    idleTitle: "Aucun partage en cours",
    idle: "Si l’on vous propose un nouveau partage, la demande apparaîtra ici et sur la page du site.",
    refusedTitle: "Ce lien n’est plus valable",
    refused:
      "Il ne sert qu’une fois et pendant peu de temps. Revenez à la page du site et répondez « Oui » à la demande, ou demandez-en une nouvelle.",
    takenTitle: "Le partage se poursuit ailleurs",
    taken: "Une autre fenêtre de partage a pris le relais. Vous pouvez fermer celle-ci.",
    unsupportedTitle: "Ce navigateur ne sait pas partager d’écran",
    unsupported: "Il faut un ordinateur et un navigateur récent : Chrome, Edge, Firefox ou Safari.",
    tell: (agent) => `Prévenir ${agent}`,
  },
  en: {
    title: "Screen sharing",
    opening: "Connecting…",
    inviteTitle: "Share your screen",
    invite: (agent, account) => `${agent} from ${account} will see live what you choose to show.`,
    seesTitle: (agent) => `${agent} will see`,
    "sees1-any": "the tab, window or screen that you choose",
    "sees1-window": "a tab or a window of your choice; never the whole screen",
    "sees1-tab": "a tab of this browser, of your choice, and nothing else",
    sees2: "your mouse pointer, when it is over it",
    notTitle: (agent) => `${agent} cannot`,
    not1: "click or type in your place",
    not2: "hear you or see your camera",
    not3: "record the share with Visavis",
    anytime: "You can pause or stop at any time.",
    share: "Share my screen",
    shareAgain: "Choose again",
    reworded: (account) =>
      `${account} has just changed what is written here. Read it again before you share; nothing was sent.`,
    refuse: "No thanks",
    cancel: "Cancel",
    "picker-cancelled":
      "You chose nothing, and nothing can be seen. Start again whenever you like.",
    "permission-denied": "Your system keeps this browser from capturing the screen.",
    "permission-remedy":
      "On a Mac: System Settings › Privacy & Security › Screen Recording, tick this browser, then restart it. Or choose a tab instead.",
    "capture-failed":
      "The capture could not start. Choose something else, or close other software that captures the screen.",
    "surface-refused": (allowed, account) =>
      `${account} takes ${allowed} only. What you chose was not sent: choose ${allowed}.`,
    "surface-unknown": (allowed, account) =>
      `${account} takes ${allowed} only, and this browser does not let us check. Nothing is sent.`,
    "surface-remedy": (agent) =>
      `Use Chrome or Edge on a computer: ${agent} can send you a link to open there.`,
    "allowed-any": "a tab, a window or a screen",
    "allowed-window": "a tab or a window",
    "allowed-tab": "a tab",
    barred: (allowed, account) =>
      `The picture is cut: ${account} takes ${allowed} only. Go back to what you were showing, or stop sharing.`,
    barredLead: (agent) => `${agent} does not see what you are showing now.`,
    pickingTitle: "Choose in the browser’s window",
    "picking-any": "A tab or a window shows less than the whole screen.",
    "picking-window": (account) =>
      `Take a tab or a window: ${account} does not take the whole screen.`,
    "picking-tab": (account) => `Take a tab: ${account} takes nothing else.`,
    waitingTitle: "All is ready on your side",
    starting: "The share begins…",
    waiting: (agent) => `Nothing can be seen yet: ${agent} has to activate the connection.`,
    liveTitle: "You are sharing your screen",
    "live-monitor": (agent) => `${agent} sees your whole screen, notifications included.`,
    "live-window": (agent) => `${agent} sees the window that you chose.`,
    "live-browser": (agent) => `${agent} sees the tab that you chose.`,
    "live-unknown": (agent) => `${agent} sees what you chose.`,
    pausedTitle: "Sharing is paused",
    paused: (agent) => `${agent} sees nothing until you resume.`,
    noRoute:
      "The picture cannot get through: a network blocks the direct connection. Try without a VPN, or from another network.",
    noRelay: (account) =>
      `The picture cannot get through. ${account} lets it travel by a relay only, and most likely none could be reached. Try without a VPN, or from another network.`,
    relayVisitor:
      "The picture cannot get through: the relay it needs does not answer from your network. Try without a VPN, or from another network.",
    relayAgent: (agent) =>
      `The picture cannot get through: ${agent} does not reach the relay it needs. There is nothing to do on your side.`,
    relayRefused:
      "The picture cannot get through: the relay it needs turns it away. There is nothing to do on your side.",
    connecting: "Getting through…",
    agentLost: (agent) => `${agent} lost the connection and is coming back.`,
    offline: "Connection to the service lost, trying again…",
    pause: "Pause",
    resume: "Resume",
    stop: "Stop sharing",
    endingTitle: "Stopping…",
    keepOpen: "Keep this window open: closing it stops the share.",
    closing: "You may close this window.",
    quality: "Picture",
    sharp: "Sharp (text)",
    smooth: "Smooth (motion)",
    "low-data": "Low data",
    elapsed: "Duration",
    preview: "Preview of what you share",
    previewPaused: "Paused",
    deadline: (left) => `Unless you choose, the request closes in ${left} s.`,
    agentDeadline: (agent, left) =>
      `Unless ${agent} activates the connection, the share closes in ${left} s.`,
    alertDeadline: "The request is about to close",
    notThrough: (agent) => `The picture is not reaching ${agent} at the moment.`,
    idleTitle: "Nothing is being shared",
    idle: "If you are invited to share again, the request will appear here and on the site’s page.",
    refusedTitle: "This link is no longer valid",
    refused:
      "It works once and for a short time. Go back to the site’s page and answer “Yes” to the request, or ask for a new one.",
    takenTitle: "Sharing goes on elsewhere",
    taken: "Another sharing window has taken over. You may close this one.",
    unsupportedTitle: "This browser cannot share a screen",
    unsupported: "It takes a computer and a recent browser: Chrome, Edge, Firefox or Safari.",
    tell: (agent) => `Tell ${agent}`,
  },
};
