import type { Catalogue } from "../shared/language.ts";

type ShareElementText = "frame.title" | "loading" | "silent" | "retry";

/** What the element says itself; everything else is said by the panel in it. */
export const shareElementTexts: Catalogue<ShareElementText> = {
  fr: {
    "frame.title": "Partage d’écran",
    loading: "Ouverture du partage d’écran…",
    silent:
      "Le partage d’écran ne répond pas. Le service est peut-être arrêté, ou cette page n’est pas enregistrée pour votre compte.",
    retry: "Réessayer",
  },
  en: {
    "frame.title": "Screen sharing",
    loading: "Opening screen sharing…",
    silent:
      "Screen sharing does not answer. The service may be down, or this page may not be registered for your account.",
    retry: "Try again",
  },
};
