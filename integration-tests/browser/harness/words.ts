export type JourneyLanguage = "fr" | "en";

/** The labels that the journeys look for, as people read them. */
export interface Words {
  readonly visitors: string;
  readonly shareTab: string;
  readonly historyTab: string;
  readonly shareIcon: string;
  readonly sendRequest: string;
  readonly activate: string;
  readonly stop: string;
  readonly yes: string;
  readonly no: string;
  readonly shareMyScreen: string;
  readonly sharing: string;
  readonly openSharing: string;
  readonly acceptLink: string;
  readonly refuseLink: string;
  readonly chatTitle: string;
  readonly openChat: RegExp;
  readonly write: string;
  readonly writeTo: RegExp;
  readonly login: string;
  readonly password: string;
  readonly signIn: string;
}

const french: Words = {
  visitors: "Visiteurs",
  shareTab: "Partage d’écran",
  historyTab: "Historique",
  shareIcon: "Partager l’écran du visiteur",
  sendRequest: "Envoyer une demande de partage",
  activate: "Activer la connexion",
  stop: "Arrêter le partage",
  yes: "Oui",
  no: "Non",
  shareMyScreen: "Partager mon écran",
  sharing: "Vous partagez votre écran",
  openSharing: "Ouvrir le partage",
  acceptLink: "J’accepte, continuer",
  refuseLink: "Refuser",
  chatTitle: "Une question ?",
  openChat: /^Ouvrir la discussion/,
  write: "Votre message",
  writeTo: /^Votre message à/,
  login: "Identifiant",
  password: "Mot de passe",
  signIn: "Se connecter",
};

const english: Words = {
  visitors: "Visitors",
  shareTab: "Screen sharing",
  historyTab: "History",
  shareIcon: "Share the visitor’s screen",
  sendRequest: "Send a share request",
  activate: "Activate the connection",
  stop: "Stop sharing",
  yes: "Yes",
  no: "No",
  shareMyScreen: "Share my screen",
  sharing: "You are sharing your screen",
  openSharing: "Open sharing",
  acceptLink: "I accept, go on",
  refuseLink: "Refuse",
  chatTitle: "Ask us",
  openChat: /^Open the chat/,
  write: "Your message",
  writeTo: /^Your message to/,
  login: "User name",
  password: "Password",
  signIn: "Sign in",
};

export function wordsOf(language: JourneyLanguage): Words {
  return language === "fr" ? french : english;
}
