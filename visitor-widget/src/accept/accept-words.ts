import type { Phrases } from "../words/phrases.ts";

/** Keys of everything the accept page says. */
export type AcceptPhrase =
  | "title"
  | "looking"
  | "openTitle"
  | "openLead"
  | "voucher"
  | "seesTitle"
  | "sees1-any"
  | "sees1-window"
  | "sees1-tab"
  | "sees2"
  | "neverTitle"
  | "never1"
  | "never2"
  | "never3"
  | "never4"
  | "doubtTitle"
  | "doubt"
  | "doubtSites"
  | "report"
  | "reportBy"
  | "anytime"
  | "until"
  | "next"
  | "accept"
  | "refuse"
  | "computer-neededTitle"
  | "computer-needed"
  | "browser-neededTitle"
  | "browser-needed"
  | "allowed-any"
  | "allowed-window"
  | "allowed-tab"
  | "copy"
  | "copied"
  | "notCopied"
  | "againTitle"
  | "again"
  | "goOn"
  | "usedTitle"
  | "used"
  | "declinedTitle"
  | "declined"
  | "expiredTitle"
  | "expired"
  | "withdrawnTitle"
  | "withdrawn"
  | "unavailableTitle"
  | "unavailable"
  | "unknownTitle"
  | "unknown"
  | "unreachableTitle"
  | "unreachable"
  | "retry"
  | "offline"
  | "changed"
  | "down"
  | "too-often"
  | "language";

/** `link.1` is the wording of `openTitle`, `openLead`, `sees…`, `never…` and `anytime`. */
export const acceptWords: Phrases<AcceptPhrase> = {
  fr: {
    title: "Demande de partage d’écran",
    looking: "Vérification du lien…",
    openTitle: (agent, account) => `${agent}, de ${account}, vous demande de partager votre écran`,
    openLead: (agent) =>
      `${agent} verra en direct ce que vous choisirez de montrer, et rien d’autre.`,
    voucher: (agent, account) =>
      `${account} est une entreprise enregistrée auprès de ce service ; elle répond du nom « ${agent} ».`,
    seesTitle: (agent) => `${agent} verra`,
    "sees1-any": "l’onglet, la fenêtre ou l’écran que vous choisirez à l’étape suivante",
    "sees1-window":
      "un onglet ou une fenêtre, que vous choisirez à l’étape suivante ; jamais l’écran entier",
    "sees1-tab":
      "un onglet de ce navigateur, que vous choisirez à l’étape suivante, et rien d’autre",
    sees2: "le pointeur de votre souris, s’il passe dessus",
    neverTitle: "On ne vous demandera jamais",
    never1: "de mot de passe, ni de code reçu par SMS ou par e-mail",
    never2: "de paiement, de virement, ni de numéro de carte",
    never3: "d’installer un logiciel ou une extension",
    never4: "de laisser quelqu’un d’autre commander votre ordinateur",
    doubtTitle: "Un doute ?",
    doubt: (agent, account) =>
      `Ne continuez pas. Ouvrez vous-même le site de ${account}, sans passer par un lien reçu, et demandez-y si ${agent} vous attend.`,
    doubtSites: (sites) => `Site enregistré : ${sites}`,
    report: (_agent, account) =>
      `Si l’on vous demande autre chose, refusez et prévenez ${account} par les coordonnées de son site.`,
    reportBy: "Signaler ce lien",
    anytime: "Vous pourrez mettre en pause ou arrêter à tout moment.",
    until: (time) => `Ce lien est valable jusqu’à ${time}.`,
    next: "Rien n’est visible avant votre choix, à l’étape suivante.",
    accept: "J’accepte, continuer",
    refuse: "Refuser",
    "computer-neededTitle": "Ouvrez ce lien sur un ordinateur",
    "computer-needed":
      "Les téléphones, les tablettes et certains navigateurs ne savent pas partager leur écran. Le lien n’a pas été utilisé : ouvrez-le sur un ordinateur, avec une version récente de Chrome, Edge, Firefox ou Safari.",
    "browser-neededTitle": "Ouvrez ce lien avec Chrome ou Edge",
    "browser-needed": (_agent, account, allowed) =>
      `${account} n’accepte que ${allowed}, et ce navigateur ne permet pas de le vérifier. Le lien n’a pas été utilisé : ouvrez-le avec une version récente de Chrome ou d’Edge.`,
    "allowed-any": "un onglet, une fenêtre ou un écran",
    "allowed-window": "le partage d’un onglet ou d’une fenêtre",
    "allowed-tab": "le partage d’un onglet",
    copy: "Copier le lien",
    copied: "Lien copié.",
    notCopied: "La copie n’a pas été possible ; voici le lien :",
    againTitle: "Vous avez déjà accepté",
    again: "La page suivante ne s’est pas ouverte. Continuez pour choisir ce que vous montrez.",
    goOn: "Continuer",
    usedTitle: "Ce lien a déjà servi",
    used: (agent) =>
      `Il ne sert qu’une fois. Si le partage n’est plus ouvert dans une autre fenêtre, demandez un nouveau lien à ${agent}.`,
    declinedTitle: "Demande refusée",
    declined: (agent, account) =>
      `Votre refus a été transmis à ${agent}, de ${account}. Rien de votre écran n’a été montré. Vous pouvez fermer cette page.`,
    expiredTitle: "Ce lien a expiré",
    expired: (agent) => `Il n’était valable que peu de temps. Demandez un nouveau lien à ${agent}.`,
    withdrawnTitle: "La demande a été retirée",
    withdrawn: (agent, account) =>
      `${agent}, de ${account}, ne vous demande plus de partager votre écran. Vous pouvez fermer cette page.`,
    unavailableTitle: "Le partage d’écran n’est plus disponible",
    unavailable: (_agent, account) =>
      `${account} ne peut pas voir d’écran en ce moment. Vous pouvez fermer cette page.`,
    unknownTitle: "Ce lien n’existe pas",
    unknown:
      "Il a peut-être été coupé en route. Copiez-le en entier, ou demandez-en un nouveau à la personne qui vous l’a envoyé. Si vous ne l’attendiez pas, fermez cette page.",
    unreachableTitle: "Le service ne répond pas",
    unreachable:
      "Le lien n’a pas été utilisé. Vérifiez votre connexion ; cette page réessaie d’elle-même.",
    retry: "Réessayer",
    changed:
      "Ce qui est écrit sur cette page vient de changer. Relisez-la avant de répondre ; rien n’a été transmis.",
    offline:
      "La connexion a été coupée : votre réponse n’est peut-être pas arrivée. Appuyez de nouveau.",
    down: "Le service n’a pas pris votre réponse. Appuyez de nouveau dans un instant.",
    "too-often":
      "Trop d’essais depuis votre réseau : votre réponse n’a pas été prise. Patientez une minute, puis appuyez de nouveau.",
    language: "English",
  },
  en: {
    title: "Screen-share request",
    looking: "Checking the link…",
    openTitle: (agent, account) => `${agent} from ${account} asks you to share your screen`,
    openLead: (agent) => `${agent} will see live what you choose to show, and nothing else.`,
    voucher: (agent, account) =>
      `${account} is a company registered with this service; it answers for the name “${agent}”.`,
    seesTitle: (agent) => `${agent} will see`,
    "sees1-any": "the tab, window or screen that you choose in the next step",
    "sees1-window": "a tab or a window that you choose in the next step; never the whole screen",
    "sees1-tab": "a tab of this browser that you choose in the next step, and nothing else",
    sees2: "your mouse pointer, when it is over it",
    neverTitle: "You will never be asked",
    never1: "for a password, or a code that you got by text message or email",
    never2: "for a payment, a transfer or a card number",
    never3: "to install any software or extension",
    never4: "to let somebody else control your computer",
    doubtTitle: "In doubt?",
    doubt: (agent, account) =>
      `Do not go on. Open ${account}’s website yourself, not by a link that you were sent, and ask there whether ${agent} expects you.`,
    doubtSites: (sites) => `Registered website: ${sites}`,
    report: (_agent, account) =>
      `If you are asked for anything else, refuse, and tell ${account} by the contact details on its website.`,
    reportBy: "Report this link",
    anytime: "You can pause or stop at any time.",
    until: (time) => `This link is valid until ${time}.`,
    next: "Nothing can be seen before you choose, in the next step.",
    accept: "I accept, go on",
    refuse: "Refuse",
    "computer-neededTitle": "Open this link on a computer",
    "computer-needed":
      "Phones, tablets and some browsers cannot share their screen. The link has not been used: open it on a computer with a recent version of Chrome, Edge, Firefox or Safari.",
    "browser-neededTitle": "Open this link with Chrome or Edge",
    "browser-needed": (_agent, account, allowed) =>
      `${account} takes ${allowed} only, and this browser does not let us check. The link has not been used: open it with a recent version of Chrome or Edge.`,
    "allowed-any": "a tab, a window or a screen",
    "allowed-window": "a tab or a window",
    "allowed-tab": "a tab",
    copy: "Copy the link",
    copied: "Link copied.",
    notCopied: "It could not be copied; here is the link:",
    againTitle: "You have accepted already",
    again: "The next page did not open. Go on to choose what you show.",
    goOn: "Go on",
    usedTitle: "This link has been used",
    used: (agent) =>
      `It works only once. If sharing is no longer open in another window, ask ${agent} for a new link.`,
    declinedTitle: "Request refused",
    declined: (agent, account) =>
      `Your refusal has been passed on to ${agent} from ${account}. Nothing of your screen was shown. You may close this page.`,
    expiredTitle: "This link has expired",
    expired: (agent) => `It was valid for a short time only. Ask ${agent} for a new link.`,
    withdrawnTitle: "The request was taken back",
    withdrawn: (agent, account) =>
      `${agent} from ${account} no longer asks you to share your screen. You may close this page.`,
    unavailableTitle: "Screen sharing is no longer available",
    unavailable: (_agent, account) =>
      `${account} cannot see any screen at the moment. You may close this page.`,
    unknownTitle: "There is no such link",
    unknown:
      "It may have been cut on its way. Copy the whole of it, or ask the person who sent it for a new one. If you did not expect it, close this page.",
    unreachableTitle: "The service does not answer",
    unreachable:
      "The link has not been used. Check your connection; this page tries again by itself.",
    retry: "Try again",
    changed:
      "What is written on this page has just changed. Read it again before you answer; nothing was sent.",
    offline: "The connection was lost: your answer may not have arrived. Press again.",
    down: "The service did not take your answer. Press again in a moment.",
    "too-often":
      "Too many attempts from your network: your answer was not taken. Wait a minute, then press again.",
    language: "Français",
  },
};
