import type { SessionSnapshot } from "@visavis/signaling-client";
import { duration } from "../shared/format.ts";
import { mayAsk, mustRelay, type PanelState } from "./state.ts";
import type { PanelText } from "./texts.ts";
import { accessActions, accessTexts } from "./view-obstacle.ts";
import type { ViewContext } from "./view-of.ts";
import { button } from "./view-parts.ts";
import { viewWith, type PanelView, type Tone } from "./view.ts";

/** The panel after a share of its own: why it ended, and the way to the next one. */
export function viewEnded(
  state: PanelState,
  session: SessionSnapshot,
  context: ViewContext,
): PanelView {
  const { t } = context;
  const shared = (session.durationMs ?? 0) > 0;
  const how = t(earlyText(session) ?? endText(session, mustRelay(state)));
  const length = shared
    ? [t("ended.duration", { duration: duration(session.durationMs ?? 0) })]
    : [];
  return viewWith({
    screen: "ended",
    title: t(session.liveAt === undefined ? "ended.title.request" : "ended.title"),
    text: [how, ...length, ...hindrance(state, context)],
    tone: toneOf(session),
    actions: nextActions(state, context),
  });
}

/** Where nothing was ever shown, there was no share that somebody could have stopped. */
function earlyText({ liveAt, endReason }: SessionSnapshot): PanelText | undefined {
  if (liveAt !== undefined) return undefined;
  switch (endReason) {
    case "visitor-stopped":
    case "agent-stopped":
    case "capture-ended":
      return `ended.early.${endReason}`;
    default:
      return undefined;
  }
}

function endText({ endReason, endDetail }: SessionSnapshot, relayOnly: boolean): PanelText {
  switch (endReason) {
    case "declined":
      return endDetail === "browser-unsupported"
        ? "ended.declined.browser-unsupported"
        : "ended.declined";
    case "no-media":
      if (endDetail === "no-relay") return "ended.no-media.no-relay";
      if (endDetail !== undefined && endDetail !== "no-route") return "ended.no-media.other";
      return relayOnly ? "ended.no-media.relay" : "ended.no-media";
    case "agent-lost":
      return endDetail === "key-revoked" ? "ended.agent-lost.key-revoked" : "ended.agent-lost";
    case undefined:
      return "ended.title";
    default:
      return `ended.${endReason}`;
  }
}

/** What keeps the agent from asking again right now. */
function hindrance(state: PanelState, context: ViewContext): string[] {
  const { account, visitor } = state;
  const { t } = context;
  if (account !== null && !account.eligible) return accessTexts(state, account, context).slice(1);
  if (!mayAsk(state)) {
    return [t("may-not-request.text", { account: account?.name ?? "" })];
  }
  if (visitor?.online === false) return [t("visitor-offline.text")];
  // Said by the reason already when the browser was why the visitor could not.
  const said = state.session?.endDetail === "browser-unsupported";
  return visitor?.canShare === false && !said ? [t("visitor-unsupported.text")] : [];
}

function nextActions(state: PanelState, context: ViewContext) {
  const { account, visitor } = state;
  if (account !== null && !account.eligible) return accessActions(state, account, context);
  if (visitor === null || !mayAsk(state)) return [];
  if (!visitor.online || !visitor.canShare) {
    return [button(state, "request-link", context.t("action.request-link"), "primary")];
  }
  return [button(state, "request", context.t("action.request-again"), "primary")];
}

function toneOf({ endReason }: SessionSnapshot): Tone {
  switch (endReason) {
    case "no-media":
    case "visitor-lost":
    case "agent-lost":
    case "eligibility-revoked":
      return "warning";
    default:
      return "neutral";
  }
}
