import type { Language } from "../shared/language.ts";
import { isByMe, isOpen, type PanelState } from "./state.ts";
import type { PanelWords } from "./texts.ts";
import { viewBeforeShare } from "./view-before.ts";
import { viewEnded } from "./view-ended.ts";
import { viewObstacle } from "./view-obstacle.ts";
import { button, failureBanner } from "./view-parts.ts";
import { viewShare } from "./view-share.ts";
import { viewWith, type PanelView } from "./view.ts";

/** What a view is made from besides the state. */
export interface ViewContext {
  readonly t: PanelWords;
  readonly language: Language;
  /** Milliseconds of this browser's clock. */
  readonly now: number;
}

/** The panel's view of a state at a moment: a pure function. */
export function viewOf(state: PanelState, context: ViewContext): PanelView {
  const view = chosen(state, context);
  const failure = failureBanner(state, context.t);
  return failure === null ? view : { ...view, banners: [failure, ...view.banners] };
}

function chosen(state: PanelState, context: ViewContext): PanelView {
  const { session, mine } = state;
  const obstacle = viewObstacle(state, context);
  if (obstacle !== null) return obstacle;
  if (isOpen(session)) return mine ? viewShare(state, session, context) : viewBusy(state, context);
  if (session !== null) return viewEnded(state, session, context);
  return viewBeforeShare(state, context);
}

function viewBusy(state: PanelState, { t }: ViewContext): PanelView {
  const agent = state.session?.agent.name ?? "";
  const free = state.session?.agentConnection !== "connected";
  const shown = state.session?.liveAt !== undefined;
  if (isByMe(state)) {
    return viewWith({
      screen: "busy-self",
      title: t("busy-self.title"),
      text: [t("busy-self.text")],
      tone: "info",
      actions: [
        ...(free ? [button(state, "take-here", t("action.take-back"), "primary")] : []),
        button(state, "stop-elsewhere", t(shown ? "action.stop" : "action.cancel"), "danger"),
      ],
    });
  }
  const asked = state.session?.state === "requested";
  return viewWith({
    screen: "busy-other",
    title: t("busy-other.title", { agent }),
    text: [t(asked ? "busy-other.requested" : "busy-other.sharing", { agent })],
    tone: "info",
  });
}
