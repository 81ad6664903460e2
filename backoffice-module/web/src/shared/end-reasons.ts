import type { EndReason, SessionSnapshot } from "@visavis/signaling-client";
import type { Catalogue } from "./language.ts";

type Early = "visitor-stopped" | "agent-stopped" | "capture-ended";
type ReasonKey = `reason.${EndReason | "browser-unsupported" | "key-revoked"}` | `early.${Early}`;

/** The words for how a share ended; those of a cancelled request when it never was live. */
export function endReasonKey(
  session: Pick<SessionSnapshot, "endDetail" | "liveAt">,
  reason: EndReason,
): ReasonKey {
  if (session.endDetail === "browser-unsupported") return "reason.browser-unsupported";
  if (session.endDetail === "key-revoked") return "reason.key-revoked";
  if (session.liveAt !== undefined) return `reason.${reason}`;
  switch (reason) {
    case "visitor-stopped":
    case "agent-stopped":
    case "capture-ended":
      return `early.${reason}`;
    default:
      return `reason.${reason}`;
  }
}

/** Why a share ended, told by somebody who was not there: for histories. */
export const endReasons: Catalogue<ReasonKey> = {
  fr: {
    "reason.visitor-stopped": "Arrêté par le visiteur",
    "reason.agent-stopped": "Arrêté par l’agent",
    "reason.capture-ended": "Partage arrêté depuis le navigateur du visiteur",
    "early.visitor-stopped": "Annulé par le visiteur",
    "early.agent-stopped": "Annulé par l’agent",
    "early.capture-ended": "Capture arrêtée avant le partage",
    "reason.popup-closed": "Fenêtre de partage fermée par le visiteur",
    "reason.agent-left": "L’agent a quitté le partage d’écran",
    "reason.visitor-lost": "Connexion du visiteur perdue",
    "reason.agent-lost": "Connexion de l’agent perdue",
    "reason.key-revoked": "Coupé : la clé d’accès de l’agent a été révoquée",
    "reason.expired": "Demande restée sans réponse",
    "reason.declined": "Demande refusée par le visiteur",
    "reason.browser-unsupported": "Navigateur du visiteur incapable de partager un écran",
    "reason.not-started": "Accepté, mais jamais commencé par le visiteur",
    "reason.not-activated": "Accepté, mais jamais activé par l’agent",
    "reason.eligibility-revoked": "Accès du compte retiré",
    "reason.no-media": "L’image n’a pas pu être transmise",
    "reason.withdrawn": "Demande retirée par l’agent",
  },
  en: {
    "reason.visitor-stopped": "Stopped by the visitor",
    "reason.agent-stopped": "Stopped by the agent",
    "reason.capture-ended": "Sharing stopped from the visitor’s browser",
    "early.visitor-stopped": "Cancelled by the visitor",
    "early.agent-stopped": "Cancelled by the agent",
    "early.capture-ended": "Capture stopped before the share",
    "reason.popup-closed": "Sharing window closed by the visitor",
    "reason.agent-left": "The agent left the screen sharing page",
    "reason.visitor-lost": "The visitor’s connection was lost",
    "reason.agent-lost": "The agent’s connection was lost",
    "reason.key-revoked": "Cut: the agent’s access key was revoked",
    "reason.expired": "Request never answered",
    "reason.declined": "Request declined by the visitor",
    "reason.browser-unsupported": "The visitor’s browser cannot share a screen",
    "reason.not-started": "Accepted, but never started by the visitor",
    "reason.not-activated": "Accepted, but never activated by the agent",
    "reason.eligibility-revoked": "The account’s access was withdrawn",
    "reason.no-media": "The picture could not be transmitted",
    "reason.withdrawn": "Request taken back by the agent",
  },
};
