import type { Language } from "../shared/language.ts";
import { isByMe, isOpen, type PanelAction, type PanelState } from "./state.ts";
import type { PanelWords } from "./texts.ts";
import { viewBeforeShare } from "./view-before.ts";
import { viewEnded } from "./view-ended.ts";
import { viewObstacle } from "./view-obstacle.ts";
import { button, failureBanner } from "./view-parts.ts";
import { viewShare } from "./view-share.ts";
import { viewWith, type BannerView, type PanelView } from "./view.ts";

/** What a view is made from besides the state. */
export interface ViewContext {
  readonly t: PanelWords;
  readonly language: Language;
  /** Milliseconds of this browser's clock. */
  readonly now: number;
}

/** The panel's view of a state at a moment: a pure function. */
export function viewOf(state: PanelState, context: ViewContext): PanelView {
  const view = forRole(state, chosen(state, context), context);
  const banners = [failureBanner(state, context.t), helpBanner(state, context)];
  const news = banners.filter((banner) => banner !== null);
  return news.length === 0 ? view : { ...view, banners: [...news, ...view.banners] };
}

/** An account admin sees how things stand; asking and ending are the agents'. */
function forRole(state: PanelState, view: PanelView, { t }: ViewContext): PanelView {
  if (state.me?.role !== "admin") return view;
  const actions = view.actions.filter(({ action }) => ADMIN_MAY.includes(action));
  if (actions.length === view.actions.length) return view;
  const banner: BannerView = { id: "role", tone: "info", title: null, text: t("role.admin") };
  return { ...view, actions, banners: [...view.banners, banner] };
}

const ADMIN_MAY: readonly PanelAction[] = ["retry", "ask-access"];

/** The visitor waits for somebody to send a request. */
function helpBanner(state: PanelState, { t, now }: ViewContext): BannerView | null {
  const askedAt = state.visitor?.helpAskedAt;
  if (askedAt === undefined || isOpen(state.session) || state.obstacle !== null) return null;
  if (state.account?.eligible !== true) return null;
  const minutes = Math.floor((now + state.clockOffset - Date.parse(askedAt)) / 60_000);
  const text = minutes < 1 ? t("help.now") : t("help.since", { minutes });
  return { id: "help", tone: "info", title: t("help.title"), text };
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
