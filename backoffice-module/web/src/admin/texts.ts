import type { Catalogue } from "../shared/language.ts";

const french = {
  "page.title": "Réglages du partage d’écran",
  "place.label": "Réglages",
  "place.access": "Accès",
  "place.policy": "Règles de partage",
  "place.website": "Site et visiteurs",
  "place.keys": "Clés",
  "place.webhooks": "Webhooks",
  "place.access.lead": "Si votre compte peut partager, et les partages qui ont eu lieu.",
  "place.policy.lead":
    "Qui peut demander un partage, ce qui peut être montré, et combien de temps Visavis s’en souvient.",
  "place.website.lead":
    "Ce que vos visiteurs voient et peuvent faire : vos mots, votre logo, les langues, l’appel à l’aide.",
  "place.admins-only":
    "Cette page est réservée à la personne qui administre le compte. Votre autorisation est celle d’un agent.",
  loading: "Chargement…",
  "error.title": "Les réglages n’ont pas pu être chargés",
  "error.unreachable":
    "Le service de partage ne répond pas. Vérifiez votre connexion, puis réessayez.",
  "error.token":
    "L’autorisation transmise par votre outil manque ou n’est plus valable. Réessayez, ou reconnectez-vous à votre outil.",
  "error.misconfigured":
    "L’adresse de cette page doit indiquer la clé du site. Prévenez la personne qui a installé le partage d’écran.",
  "error.other": "Cela n’a pas fonctionné. Réessayez ; si cela persiste, prévenez votre support.",
  "error.retry": "Réessayer",

  "access.title": "État de l’accès",
  "access.on": "Accordé",
  "access.off": "Non accordé",
  "access.asked": "Demande en cours",
  "access.eligible": "{account} peut demander à voir l’écran de ses visiteurs.",
  "access.until": "L’accès est accordé jusqu’au {date} inclus.",
  "access.never-granted": "{account} n’a pas encore accès au partage d’écran.",
  "access.revoked": "L’accès du compte {account} au partage d’écran a été retiré.",
  "access.past-end-date": "L’accès du compte {account} au partage d’écran a pris fin le {date}.",
  "access.past-end-date-unknown":
    "L’accès du compte {account} au partage d’écran est arrivé à son terme.",
  "access.consequence":
    "Tant qu’il n’est pas accordé, vos agents ne peuvent pas envoyer de demande de partage, et le panneau le leur dit.",
  "access.requested":
    "Vous avez demandé l’accès le {date}. L’opérateur du service a reçu votre demande ; cette page se met à jour dès sa réponse.",
  "access.refused":
    "L’opérateur du service a refusé votre demande le {date}. Vous pouvez demander à nouveau.",
  "access.not-admin": "Seule la personne qui administre le compte peut demander l’accès.",

  "ask.title": "Demander l’accès",
  "ask.label": "Message à l’opérateur du service",
  "ask.hint": "Facultatif : à quoi servira le partage, combien d’agents, à partir de quand.",
  "ask.send": "Demander l’accès",
  "ask.sent": "Demande envoyée.",

  "history.title": "Derniers partages",
  "history.empty": "Aucun partage pour l’instant. Chaque demande apparaîtra ici, avec son issue.",
  "history.error": "La liste des partages n’a pas pu être chargée.",
  "history.when": "Demande",
  "history.agent": "Agent",
  "history.visitor": "Visiteur",
  "history.outcome": "Issue",
  "history.duration": "Durée",
  "history.none": "—",
  "history.none.words": "jamais partagé",
  "history.more": "Afficher les précédents",
  "open.requested": "En attente de réponse",
  "open.accepted": "Accepté, pas encore commencé",
  "open.live": "En cours",
  "open.paused": "En pause",
};

/** Keys of the account admin page's texts. */
export type AdminText = keyof typeof french;

/** The account admin page's words. */
export const adminTexts: Catalogue<AdminText> = {
  fr: french,
  en: {
    "page.title": "Screen sharing settings",
    "place.label": "Settings",
    "place.access": "Access",
    "place.policy": "Sharing policy",
    "place.website": "Website & visitors",
    "place.keys": "Keys",
    "place.webhooks": "Webhooks",
    "place.access.lead": "Whether your account may share, and the shares there were.",
    "place.policy.lead":
      "Who may request a share, what may be shown, and how long Visavis remembers it.",
    "place.website.lead":
      "What your visitors see and may do: your words, your logo, languages, calling for help.",
    "place.admins-only":
      "This page is for the person who administers the account. Your authorisation is an agent’s.",
    loading: "Loading…",
    "error.title": "The settings could not be loaded",
    "error.unreachable":
      "The sharing service does not answer. Check your connection, then try again.",
    "error.token":
      "The authorisation handed over by your tool is missing or no longer valid. Try again, or sign in to your tool again.",
    "error.misconfigured":
      "This page’s address must name the site key. Tell the person who installed screen sharing.",
    "error.other": "That did not work. Try again; if it persists, tell your support.",
    "error.retry": "Try again",

    "access.title": "State of access",
    "access.on": "Granted",
    "access.off": "Not granted",
    "access.asked": "Request pending",
    "access.eligible": "{account} can ask to see its visitors’ screens.",
    "access.until": "Access is granted up to and including {date}.",
    "access.never-granted": "{account} has no access to screen sharing yet.",
    "access.revoked": "The access of {account} to screen sharing was withdrawn.",
    "access.past-end-date": "The access of {account} to screen sharing ended on {date}.",
    "access.past-end-date-unknown": "The access of {account} to screen sharing has run out.",
    "access.consequence":
      "Until it is granted, your agents cannot send share requests, and the panel tells them so.",
    "access.requested":
      "You asked for access on {date}. The operator of the service has your request; this page updates as soon as they answer.",
    "access.refused":
      "The operator of the service refused your request on {date}. You may ask again.",
    "access.not-admin": "Only the person who administers the account can ask for access.",

    "ask.title": "Ask for access",
    "ask.label": "Message to the operator of the service",
    "ask.hint": "Optional: what sharing will be used for, how many agents, from when.",
    "ask.send": "Ask for access",
    "ask.sent": "Request sent.",

    "history.title": "Recent shares",
    "history.empty": "No shares yet. Every request will appear here, with its outcome.",
    "history.error": "The list of shares could not be loaded.",
    "history.when": "Requested",
    "history.agent": "Agent",
    "history.visitor": "Visitor",
    "history.outcome": "Outcome",
    "history.duration": "Duration",
    "history.none": "—",
    "history.none.words": "never shared",
    "history.more": "Show earlier ones",
    "open.requested": "Waiting for an answer",
    "open.accepted": "Accepted, not started yet",
    "open.live": "Under way",
    "open.paused": "Paused",
  },
};
