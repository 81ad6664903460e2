import { mayAsk, type PanelState } from "./state.ts";
import type { ViewContext } from "./view-of.ts";
import { button } from "./view-parts.ts";
import { viewWith, type PanelView } from "./view.ts";

/** The panel while nothing is asked of the visitor. */
export function viewBeforeShare(state: PanelState, { t }: ViewContext): PanelView {
  const { visitor } = state;
  if (visitor === null)
    return viewWith({ screen: "loading", title: t("loading.title"), busy: true });
  if (!mayAsk(state)) {
    return viewWith({
      screen: "may-not-request",
      title: t("may-not-request.title"),
      text: [t("may-not-request.text", { account: state.account?.name ?? "" })],
      tone: "info",
    });
  }
  if (!visitor.online) {
    return viewWith({
      screen: "visitor-offline",
      title: t("visitor-offline.title"),
      text: [t("visitor-offline.text")],
      actions: [button(state, "request-link", t("action.request-link"), "primary")],
    });
  }
  if (!visitor.canShare) {
    return viewWith({
      screen: "visitor-unsupported",
      title: t("visitor-unsupported.title"),
      text: [t("visitor-unsupported.text")],
      tone: "warning",
      actions: [button(state, "request-link", t("action.request-link"), "primary")],
    });
  }
  return viewWith({
    screen: "idle",
    title: t("idle.title"),
    text: [t("idle.text")],
    actions: [
      button(state, "request", t("action.request"), "primary"),
      button(state, "request-link", t("action.request-link")),
    ],
  });
}
