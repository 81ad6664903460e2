import { frenchTexts, type Language } from "@visavis/visitor-widget/design";
import type { ShareSession } from "./visavis.ts";

const english: Readonly<Record<string, string>> = {
  "visitor-stopped": "The visitor stopped sharing",
  "agent-stopped": "The agent stopped the share",
  "capture-ended": "The visitor stopped it in the browser, or closed what was shared",
  "popup-closed": "The visitor closed or left the sharing window",
  "agent-left": "The agent left the screen-sharing tab",
  "visitor-lost": "The visitor’s connection was lost",
  "agent-lost": "The agent’s connection was lost",
  "key-revoked": "Cut: the agent’s access key was revoked",
  expired: "The visitor did not answer",
  declined: "The visitor said no",
  "not-started": "The visitor said yes but did not share",
  "not-activated": "The agent did not activate the connection",
  "eligibility-revoked": "Screen sharing was withdrawn from the account",
  "no-media": "No picture could be transmitted",
  withdrawn: "The agent withdrew the request",
  "browser-unsupported": "The visitor’s browser cannot share a screen",
  "early:visitor-stopped": "The visitor cancelled",
  "early:agent-stopped": "The agent cancelled the request",
  "early:capture-ended": "The capture stopped before anything was shown",
  unknown: "Ended",
};

const french: Readonly<Record<string, string>> = frenchTexts({
  "visitor-stopped": "Le visiteur a arrêté le partage",
  "agent-stopped": "L’agent a arrêté le partage",
  "capture-ended": "Le visiteur l’a arrêté dans son navigateur, ou a fermé ce qu’il partageait",
  "popup-closed": "Le visiteur a fermé ou quitté la fenêtre de partage",
  "agent-left": "L’agent a quitté l’onglet du partage d’écran",
  "visitor-lost": "La connexion du visiteur a été perdue",
  "agent-lost": "La connexion de l’agent a été perdue",
  "key-revoked": "Coupé : la clé d’accès de l’agent a été révoquée",
  expired: "Le visiteur n’a pas répondu",
  declined: "Le visiteur a dit non",
  "not-started": "Le visiteur a dit oui mais n’a pas partagé",
  "not-activated": "L’agent n’a pas activé la connexion",
  "eligibility-revoked": "Le partage d’écran a été retiré au compte",
  "no-media": "Aucune image n’a pu être transmise",
  withdrawn: "L’agent a retiré la demande",
  "browser-unsupported": "Le navigateur du visiteur ne sait pas partager d’écran",
  "early:visitor-stopped": "Le visiteur a annulé",
  "early:agent-stopped": "L’agent a annulé la demande",
  "early:capture-ended": "La capture s’est arrêtée avant que rien ne soit montré",
  unknown: "Terminé",
});

/** Who or what ended a share, in words; a plain "ended" for a reason not known here. */
export function outcome(
  {
    endReason = "unknown",
    endDetail,
    liveAt,
  }: Pick<ShareSession, "endReason" | "endDetail" | "liveAt">,
  language: Language,
): string {
  const words = language === "fr" ? french : english;
  const narrowed = endDetail === "browser-unsupported" || endDetail === "key-revoked";
  const key = narrowed ? endDetail : endReason;
  // Where nothing was ever shown, there was no share that somebody could have stopped.
  const early = liveAt === undefined ? words[`early:${key}`] : undefined;
  return early ?? words[key] ?? words["unknown"] ?? "";
}
