import { day, dateTime } from "../shared/format.ts";
import { isOpen, type PanelAccount, type PanelState } from "./state.ts";
import type { ViewContext } from "./view-of.ts";
import { button } from "./view-parts.ts";
import { viewWith, type ActionView, type PanelView } from "./view.ts";

/** How long a first connection may take before the panel calls it trouble, milliseconds. */
export const PATIENCE = 4_000;

/** What stands between the panel and any share; null when nothing does. */
export function viewObstacle(state: PanelState, context: ViewContext): PanelView | null {
  const { obstacle, account } = state;
  const refused = obstacle === "token-refused" && account !== null && !account.eligible;
  if (obstacle !== null && !refused) return viewStopped(state, context);
  if (isOpen(state.session)) return null;
  if (state.link !== "connected" && !refused) return viewConnecting(state, context);
  if (account !== null && !account.eligible && state.session === null) {
    return viewNotEligible(state, account, context);
  }
  return null;
}

function viewStopped(state: PanelState, { t }: ViewContext): PanelView {
  const retry = [button(state, "retry", t("action.retry"), "primary")];
  switch (state.obstacle) {
    case "misconfigured":
      return viewWith({
        screen: "misconfigured",
        title: t("misconfigured.title"),
        text: [t("misconfigured.text")],
        tone: "danger",
      });
    case "other-site":
      return viewWith({
        screen: "misconfigured",
        title: t("other-site.title"),
        text: [t("other-site.text")],
        tone: "danger",
        actions: retry,
      });
    case "token-missing":
    case "token-refused":
      return viewWith({
        screen: state.obstacle,
        title: t(`${state.obstacle}.title`),
        text: [t(`${state.obstacle}.text`)],
        tone: "warning",
        actions: retry,
      });
    case "taken-over":
      return viewWith({
        screen: "taken-over",
        title: t("taken-over.title"),
        text: [t("taken-over.text")],
        tone: "info",
        actions: [button(state, "retry", t("action.take-back"), "primary")],
      });
    case "service-refused":
    case null:
      return viewUnreachable(retry, t);
  }
}

function viewConnecting(state: PanelState, { t, now }: ViewContext): PanelView {
  const soon = now - state.linkSince < PATIENCE;
  if (soon && state.session === null) {
    return viewWith({ screen: "loading", title: t("loading.title"), busy: true });
  }
  return viewUnreachable([button(state, "retry", t("action.retry"))], t);
}

function viewUnreachable(actions: ActionView[], t: ViewContext["t"]): PanelView {
  return viewWith({
    screen: "unreachable",
    title: t("unreachable.title"),
    text: [t("unreachable.text")],
    tone: "warning",
    actions,
  });
}

function viewNotEligible(
  state: PanelState,
  account: PanelAccount,
  context: ViewContext,
): PanelView {
  return viewWith({
    screen: "not-eligible",
    title: context.t("not-eligible.title"),
    text: accessTexts(state, account, context),
    tone: "info",
    actions: accessActions(state, account, context),
  });
}

/** Why the account may not share, and how to change that. */
export function accessTexts(
  state: PanelState,
  account: PanelAccount,
  context: ViewContext,
): string[] {
  const { t, language } = context;
  const { accessRequestedAt } = account;
  const asked = accessRequestedAt !== null;
  const admin = state.me?.role === "admin";
  return [
    whyNot(account, context),
    asked
      ? t("not-eligible.requested", { date: dateTime(accessRequestedAt, language) })
      : t(admin ? "not-eligible.how-admin" : "not-eligible.how-agent"),
  ];
}

/** The button by which an account admin asks for access, if there is still something to ask. */
export function accessActions(
  state: PanelState,
  account: PanelAccount,
  { t }: ViewContext,
): ActionView[] {
  if (state.me?.role !== "admin" || account.accessRequestedAt !== null) return [];
  return [button(state, "ask-access", t("action.ask-access"), "primary")];
}

function whyNot({ name, reason, until }: PanelAccount, { t, language }: ViewContext): string {
  switch (reason) {
    case "never-granted":
    case "revoked":
      return t(`not-eligible.${reason}`, { account: name });
    case "past-end-date":
      return until === null
        ? t("not-eligible.past-end-date-unknown", { account: name })
        : t("not-eligible.past-end-date", { account: name, date: day(until, language) });
    case "eligible":
    case null:
      return t("not-eligible.unknown", { account: name });
  }
}
