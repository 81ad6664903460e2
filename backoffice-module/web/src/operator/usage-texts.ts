import type { Catalogue } from "../shared/language.ts";

const french = {
  "title.all": "Utilisation de tous les comptes",
  "title.account": "Utilisation du compte {account}",
  span: "Période",
  "span.days": "{days} derniers jours",
  "account.all": "Tous les comptes",
  csv: "Télécharger en CSV",
  loading: "Chargement…",
  retry: "Réessayer",
  "trouble.unreachable": "Le service ne répond pas. Vérifiez votre connexion, puis réessayez.",
  "trouble.other": "Cela n’a pas fonctionné. Réessayez.",
  empty: "Aucune demande pendant cette période.",
  requested: "Demandes",
  accepted: "Acceptées",
  "accept-rate": "Taux d’acceptation",
  live: "Partages",
  shared: "Temps partagé",
  "first-frame": "Première image (médiane)",
  "first-frame.p95": "95 % en moins de {time}",
  bar: "{day} : {requested} demandes, {accepted} acceptées, {live} partages",
  "days.range": "Du {from} au {to}. Une journée commence à minuit UTC.",
  "days.table": "Chiffres par jour",
  day: "Jour",
  endings: "Comment elles ont pris fin",
  accounts: "Par compte",
  account: "Compte",
};

/** Keys of the usage view's texts. */
export type UsageText = keyof typeof french;

/** The usage view's words. */
export const usageTexts: Catalogue<UsageText> = {
  fr: french,
  en: {
    "title.all": "Usage of all accounts",
    "title.account": "Usage of {account}",
    span: "Period",
    "span.days": "Last {days} days",
    "account.all": "All accounts",
    csv: "Download as CSV",
    loading: "Loading…",
    retry: "Try again",
    "trouble.unreachable": "The service does not answer. Check your connection, then try again.",
    "trouble.other": "That did not work. Try again.",
    empty: "No request in this period.",
    requested: "Requests",
    accepted: "Accepted",
    "accept-rate": "Accept rate",
    live: "Shares",
    shared: "Time shared",
    "first-frame": "First frame (median)",
    "first-frame.p95": "95% within {time}",
    bar: "{day}: {requested} requests, {accepted} accepted, {live} shares",
    "days.range": "From {from} to {to}. A day begins at midnight UTC.",
    "days.table": "Figures by day",
    day: "Day",
    endings: "How they ended",
    accounts: "By account",
    account: "Account",
  },
};
