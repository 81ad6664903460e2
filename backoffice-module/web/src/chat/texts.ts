import { frenchTexts, type Language } from "@visavis/visitor-widget/design";

/** Everything the visitor's chat says. */
export interface ChatTexts {
  readonly title: string;
  readonly open: string;
  readonly openUnread: (count: number) => string;
  readonly close: string;
  readonly agentsOnline: (names: readonly string[]) => string;
  readonly agentsOffline: string;
  readonly offline: string;
  readonly greeting: string;
  readonly conversation: string;
  readonly write: string;
  readonly send: string;
  readonly typing: (name: string) => string;
  readonly you: string;
  readonly sending: string;
  readonly refused: string;
  readonly today: string;
  readonly yesterday: string;
}

const english: ChatTexts = {
  title: "Ask us",
  open: "Open the chat",
  openUnread: (count) =>
    `Open the chat, ${count === 1 ? "1 unread message" : `${count} unread messages`}`,
  close: "Close the chat",
  agentsOnline: (names) => `${names.join(", ")}: here to answer`,
  agentsOffline: "Nobody is here right now: leave a message",
  offline: "Connection lost. Your messages will leave as soon as it is back.",
  greeting: "Hello! A question about a lamp, a delivery, an order? Write to us here.",
  conversation: "Conversation",
  write: "Your message",
  send: "Send",
  typing: (name) => `${name} is writing…`,
  you: "You",
  sending: "Sending…",
  refused: "That message was not accepted. Please try again in a moment.",
  today: "Today",
  yesterday: "Yesterday",
};

const french: ChatTexts = {
  title: "Une question ?",
  open: "Ouvrir la discussion",
  openUnread: (count) =>
    `Ouvrir la discussion, ${count === 1 ? "1 message non lu" : `${count} messages non lus`}`,
  close: "Fermer la discussion",
  agentsOnline: (names) => `${names.join(", ")} : là pour vous répondre`,
  agentsOffline: "Personne n’est là pour l’instant : laissez un message",
  offline: "Connexion perdue. Vos messages partiront dès son retour.",
  greeting:
    "Bonjour ! Une question sur un article, une livraison, une commande ? Écrivez-nous ici.",
  conversation: "Conversation",
  write: "Votre message",
  send: "Envoyer",
  typing: (name) => `${name} écrit…`,
  you: "Vous",
  sending: "Envoi…",
  refused: "Ce message n’a pas été accepté. Réessayez dans un instant.",
  today: "Aujourd’hui",
  yesterday: "Hier",
};

/** The texts in a language. */
export function chatTexts(language: Language): ChatTexts {
  return language === "fr" ? frenchTexts(french) : english;
}
