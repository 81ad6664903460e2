import type { EndReason, SessionSnapshot } from "@visavis/signaling-client";
import { frenchSpacing, type Language } from "../../design/language.ts";

/** A heading and a sentence about something that is over. */
export interface EndWords {
  title: string;
  text: string;
}

type Sentence = (agent: string, account: string) => string;
type Detail = "browser-unsupported" | "key-revoked" | "no-relay";
type Table = Record<EndReason | Detail, Sentence>;

const fr: Table = {
  "visitor-stopped": () => "Vous avez arrêté le partage.",
  "agent-stopped": (agent) => `${agent} a arrêté le partage.`,
  "capture-ended": () =>
    "La capture s’est arrêtée : par la barre du navigateur, ou parce que ce que vous montriez a été fermé.",
  "popup-closed": () => "La fenêtre de partage a été fermée ou rechargée.",
  "agent-left": (agent) => `${agent} a quitté le partage.`,
  "visitor-lost": () => "Votre connexion est restée coupée trop longtemps.",
  "agent-lost": (agent) => `La connexion de ${agent} a été perdue.`,
  expired: (agent) => `La demande de ${agent} est restée sans réponse.`,
  declined: (agent) => `Vous avez répondu non. ${agent} ne voit rien de votre écran.`,
  "not-started": () => "Aucun écran n’a été choisi à temps.",
  "not-activated": (agent) => `${agent} n’a pas activé la connexion à temps.`,
  "eligibility-revoked": (_agent, account) =>
    `Le partage d’écran n’est plus disponible chez ${account}.`,
  "no-media": () =>
    "Aucune image n’a pu passer : un réseau, le vôtre ou celui d’en face, empêche la liaison.",
  "no-relay": () => "Aucune image n’a pu passer : le relais dont elle a besoin n’a pas été joint.",
  withdrawn: (agent) => `${agent} a retiré sa demande.`,
  "browser-unsupported": (agent) =>
    `Ce navigateur ne sait pas partager d’écran ; ${agent} en est averti.`,
  "key-revoked": (_agent, account) => `${account} y a mis fin par mesure de sécurité.`,
};

const en: Table = {
  "visitor-stopped": () => "You stopped sharing.",
  "agent-stopped": (agent) => `${agent} stopped the share.`,
  "capture-ended": () =>
    "The capture stopped: from the browser’s bar, or because what you were showing was closed.",
  "popup-closed": () => "The sharing window was closed or reloaded.",
  "agent-left": (agent) => `${agent} left the share.`,
  "visitor-lost": () => "Your connection was gone for too long.",
  "agent-lost": (agent) => `${agent}’s connection was lost.`,
  expired: (agent) => `${agent}’s request was not answered in time.`,
  declined: (agent) => `You said no. ${agent} sees nothing of your screen.`,
  "not-started": () => "No screen was chosen in time.",
  "not-activated": (agent) => `${agent} did not activate the connection in time.`,
  "eligibility-revoked": (_agent, account) =>
    `Screen sharing is no longer available at ${account}.`,
  "no-media": () => "No picture could get through: a network, yours or theirs, is in the way.",
  "no-relay": () => "No picture could get through: the relay it needs was not reached.",
  withdrawn: (agent) => `${agent} took the request back.`,
  "browser-unsupported": (agent) => `This browser cannot share a screen; ${agent} has been told.`,
  "key-revoked": (_agent, account) => `${account} ended this as a security measure.`,
};

/** Where nothing was ever shown, there was no share that somebody could have stopped. */
const beforeAnyShare: Record<Language, Partial<Record<EndReason, Sentence>>> = {
  fr: {
    "visitor-stopped": () => "Vous avez annulé. Rien n’a été montré.",
    "agent-stopped": (agent) => `${agent} a annulé la demande. Rien n’a été montré.`,
    "capture-ended": () => "La capture s’est arrêtée avant que rien ne soit montré.",
    "popup-closed": () => "La fenêtre de partage a été fermée ou rechargée. Rien n’a été montré.",
    "agent-left": (agent) => `${agent} a abandonné la demande. Rien n’a été montré.`,
  },
  en: {
    "visitor-stopped": () => "You cancelled. Nothing was shown.",
    "agent-stopped": (agent) => `${agent} cancelled the request. Nothing was shown.`,
    "capture-ended": () => "The capture stopped before anything was shown.",
    "popup-closed": () => "The sharing window was closed or reloaded. Nothing was shown.",
    "agent-left": (agent) => `${agent} left the request. Nothing was shown.`,
  },
};

const titles = {
  fr: { share: "Partage terminé", request: "Demande close" },
  en: { share: "Sharing has ended", request: "Request closed" },
} as const;

/** Says to the visitor who or what ended a session. */
export function endWords(
  session: Pick<SessionSnapshot, "endReason" | "endDetail" | "agent" | "accountName" | "liveAt">,
  language: Language,
): EndWords {
  const { endReason = "visitor-stopped", endDetail, agent, accountName } = session;
  const relay = endReason === "no-media" && endDetail === "no-relay";
  const revoked = endReason === "agent-lost" && endDetail === "key-revoked";
  const narrowed = endDetail === "browser-unsupported" || revoked || relay;
  const key = narrowed ? endDetail : endReason;
  const shown = session.liveAt !== undefined;
  const early = shown || endDetail !== undefined ? undefined : beforeAnyShare[language][endReason];
  const text = (early ?? (language === "fr" ? fr : en)[key])(agent.name, accountName);
  const title = titles[language][shown ? "share" : "request"];
  return { title, text: language === "fr" ? frenchSpacing(text) : text };
}
