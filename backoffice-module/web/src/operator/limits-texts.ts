import type { Catalogue } from "../shared/language.ts";

const french = {
  action: "Limites",
  for: "Limites du compte {account}",
  text: "Au-delà d’une limite, une nouvelle demande de partage est refusée et l’agent lit pourquoi. Ce qui est en cours continue.",
  maxOpenSessions: "Partages et demandes en même temps",
  maxRequestsPerHour: "Demandes par heure",
  hint: "Un nombre entier, ou rien pour ne pas limiter.",
  "now.maxOpenSessions": "En ce moment : {use}.",
  "now.maxRequestsPerHour": "Dans l’heure écoulée : {use}.",
  "fault.number": "Indiquez un nombre entier de 1 à 1 000 000, ou laissez vide.",
  save: "Enregistrer",
  cancel: "Annuler",
  done: "Limites du compte {account} enregistrées.",
  "trouble.unreachable": "Le service ne répond pas. Rien n’a été enregistré ; réessayez.",
  "trouble.changed":
    "Un collègue a modifié ces limites entre-temps. Rien n’est encore enregistré : ce que vous avez saisi est resté ; enregistrez à nouveau pour le retenir. En vigueur à présent :",
  none: "aucune limite",
  "history.step": "{name} : {from} → {to}",
  "history.now": "{name} : {to}",
  colon: " :",
  "trouble.other": "Cela n’a pas fonctionné. Rien n’a été enregistré ; réessayez.",
  of: "{use} sur {limit}",
  reached: "limite atteinte",
};

/** Keys of the texts. */
export type LimitsText = keyof typeof french;

/** The words of the limits. */
export const limitsTexts: Catalogue<LimitsText> = {
  fr: french,
  en: {
    action: "Limits",
    for: "Limits of {account}",
    text: "Beyond a limit a new share request is refused, and the agent reads why. What is open goes on.",
    maxOpenSessions: "Shares and requests at the same time",
    maxRequestsPerHour: "Requests per hour",
    hint: "A whole number, or nothing for no limit.",
    "now.maxOpenSessions": "At the moment: {use}.",
    "now.maxRequestsPerHour": "Within the last hour: {use}.",
    "fault.number": "Give a whole number from 1 to 1,000,000, or leave it empty.",
    save: "Save",
    cancel: "Cancel",
    done: "Limits of {account} saved.",
    "trouble.unreachable": "The service does not answer. Nothing was saved; try again.",
    "trouble.changed":
      "A colleague changed these limits meanwhile. Nothing is saved yet: what you typed is still here; save again to keep it. In force now:",
    none: "no limit",
    "history.step": "{name}: {from} → {to}",
    "history.now": "{name}: {to}",
    colon: ":",
    "trouble.other": "That did not work. Nothing was saved; try again.",
    of: "{use} of {limit}",
    reached: "limit reached",
  },
};
