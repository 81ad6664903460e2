export type JourneyLanguage = "fr" | "en";

/** The labels that the journeys look for, as people read them. */
export interface Words {
  readonly visitors: string;
  readonly shareTab: string;
  readonly sendRequest: string;
  readonly activate: string;
  readonly stop: string;
  readonly yes: string;
  readonly no: string;
  readonly shareMyScreen: string;
  readonly sharing: string;
}

const french: Words = {
  visitors: "Visiteurs",
  shareTab: "Partage d’écran",
  sendRequest: "Envoyer une demande de partage",
  activate: "Activer la connexion",
  stop: "Arrêter le partage",
  yes: "Oui",
  no: "Non",
  shareMyScreen: "Partager mon écran",
  sharing: "Vous partagez votre écran",
};

const english: Words = {
  visitors: "Visitors",
  shareTab: "Screen sharing",
  sendRequest: "Send a share request",
  activate: "Activate the connection",
  stop: "Stop sharing",
  yes: "Yes",
  no: "No",
  shareMyScreen: "Share my screen",
  sharing: "You are sharing your screen",
};

export function wordsOf(language: JourneyLanguage): Words {
  return language === "fr" ? french : english;
}
