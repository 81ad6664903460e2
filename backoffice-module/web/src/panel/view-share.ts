import { relayTrouble, taskDeadline, type SessionSnapshot } from "@visavis/signaling-client";
import { clock, timeOfDay } from "../shared/format.ts";
import { mustRelay, type PanelState } from "./state.ts";
import type { PanelText } from "./texts.ts";
import type { ViewContext } from "./view-of.ts";
import { button, countdown, leftUntil, URGENT } from "./view-parts.ts";
import { stepsOf } from "./view-steps.ts";
import {
  sentences,
  viewWith,
  type BannerView,
  type LinkView,
  type PanelView,
  type StageView,
} from "./view.ts";

/** Seconds after which a picture that does not come is called slow, milliseconds. */
const SLOW = 8_000;

/** The panel from the request to the end of its own share. */
export function viewShare(
  state: PanelState,
  session: SessionSnapshot,
  context: ViewContext,
): PanelView {
  switch (session.state) {
    case "accepted":
      return viewAccepted(state, session, context);
    case "live":
    case "paused":
      return viewLive(state, session, context);
    default:
      return viewRequested(state, session, context);
  }
}

function viewRequested(
  state: PanelState,
  session: SessionSnapshot,
  context: ViewContext,
): PanelView {
  const { t, now } = context;
  const away = state.visitor?.online === false;
  const text = session.delivery === "link" ? "requested.link" : "requested.text";
  return viewWith({
    screen: "requested",
    title: t(session.delivery === "link" ? "requested.link.title" : "requested.title"),
    text: [t(away && session.delivery !== "link" ? "requested.offline" : text)],
    busy: true,
    countdown: countdown(state, session, t("requested.countdown"), now),
    banners: [...reminder(state, session, "reminder.requested", context), ...linkBanner(state, t)],
    link: linkOf(state, session, context),
    actions: [button(state, "withdraw", t("action.withdraw"))],
  });
}

/** The main matter where the request does not reach the visitor's page, else folded away. */
function linkOf(
  state: PanelState,
  { acceptUrl, acceptUrlExpiresAt, delivery }: SessionSnapshot,
  { t, language }: ViewContext,
): LinkView | null {
  if (acceptUrl === undefined || acceptUrlExpiresAt === undefined) return null;
  const onPage = delivery === "site" && state.visitor?.online === true;
  return {
    url: acceptUrl,
    label: t("link.label"),
    until: t("link.until", { time: timeOfDay(acceptUrlExpiresAt, language) }),
    copy: t("link.copy"),
    folded: onPage ? t("link.instead") : null,
  };
}

function viewAccepted(
  state: PanelState,
  session: SessionSnapshot,
  context: ViewContext,
): PanelView {
  const { t, now } = context;
  const late = session.capturing ? "not-activated" : "not-started";
  const text: PanelText = session.activated
    ? "accepted.waiting-visitor"
    : session.capturing
      ? "accepted.waiting-you"
      : "accepted.ready";
  const warning: PanelText = session.capturing ? "reminder.activate" : "reminder.accepted";
  const activate = button(state, "activate", t("action.activate"), "primary");
  return viewWith({
    screen: "accepted",
    title: t("accepted.title"),
    text: [t(text)],
    tone: "success",
    steps: stepsOf(session, t),
    countdown: countdown(state, session, t(`accepted.countdown.${late}`), now),
    banners: [
      ...noticeBanner(state, session, t),
      ...reminder(state, session, warning, context),
      ...linkBanner(state, t),
    ],
    stage: { visible: false, cover: null, tools: false },
    actions: [
      ...(session.activated ? [] : [activate]),
      button(state, "stop", t("action.cancel"), "plain"),
    ],
  });
}

function viewLive(state: PanelState, session: SessionSnapshot, context: ViewContext): PanelView {
  const { t, now } = context;
  const lost = session.visitorConnection === "reconnecting" || session.visitorConnection === "gone";
  const since =
    session.liveAt === undefined ? null : now + state.clockOffset - Date.parse(session.liveAt);
  const waits =
    session.deadline?.reason === "visitor-lost"
      ? "visitor-reconnecting.countdown"
      : "live.countdown.no-media";
  const title = t(liveTitle(state, session));
  const stage = stageOf(state, session, since ?? 0, context);
  return viewWith({
    screen: session.state === "paused" ? "paused" : "live",
    title,
    stage,
    elapsed: since === null ? null : clock(since),
    countdown: countdown(state, session, t(waits), now),
    banners: [
      ...(lost ? [visitorLost(t)] : []),
      // The picture itself disproves that there is no way for it.
      ...(saysNoWay(session) && state.media === "flowing" ? [] : noticeBanner(state, session, t)),
      ...linkBanner(state, t),
    ],
    actions: [button(state, "stop", t("action.stop"), "danger")],
    announcement: sentences(...new Set([title, stage.cover?.title ?? ""])),
  });
}

function liveTitle(state: PanelState, session: SessionSnapshot): PanelText {
  if (session.state === "paused") return "paused.title";
  const seen = session.mediaFlowing || state.media === "flowing";
  return seen ? "live.title" : "live.title.connecting";
}

function stageOf(
  state: PanelState,
  session: SessionSnapshot,
  since: number,
  { t }: ViewContext,
): StageView {
  if (session.state === "paused") {
    const cover = { title: t("paused.title"), text: t("paused.text"), spin: false };
    return { visible: false, cover, tools: true };
  }
  if (state.media === "flowing") return { visible: true, cover: null, tools: true };
  const broken = state.media === "broken" && session.mediaFlowing;
  if (broken) {
    const cover = { title: t("live.broken"), text: t("live.broken.text"), spin: true };
    return { visible: true, cover, tools: true };
  }
  const text = t(since > SLOW ? "live.connecting.slow" : "live.connecting.text");
  return { visible: false, cover: { title: t("live.connecting"), text, spin: true }, tools: true };
}

function visitorLost(t: ViewContext["t"]): BannerView {
  return {
    id: "visitor-reconnecting",
    tone: "warning",
    title: t("visitor-reconnecting.title"),
    text: t("visitor-reconnecting.text"),
  };
}

function noticeBanner(
  state: PanelState,
  session: SessionSnapshot,
  t: ViewContext["t"],
): BannerView[] {
  const { notice } = session;
  if (notice === "none" || notice === "picker-open") return [];
  const allowed = t(`allowed.${state.policy.surface}`);
  const text = t(noticeText(state, session, notice), { allowed });
  return [{ id: `notice-${notice}`, tone: "warning", title: null, text }];
}

function noticeText(
  state: PanelState,
  session: SessionSnapshot,
  notice: Exclude<SessionSnapshot["notice"], "none" | "picker-open">,
): PanelText {
  if (notice === "no-relay") return `notice.no-relay.${relayTrouble(session) ?? "both"}`;
  return notice === "no-route" && mustRelay(state) ? "notice.no-route.relay" : `notice.${notice}`;
}

function saysNoWay({ notice }: SessionSnapshot): boolean {
  return notice === "no-route" || notice === "no-relay";
}

function linkBanner(state: PanelState, t: ViewContext["t"]): BannerView[] {
  if (state.link === "connected") return [];
  const title = t("link-lost.title");
  return [{ id: "link-lost", tone: "warning", title, text: t("link-lost.text") }];
}

/** A word in time before the share ends by itself; said in steps of ten seconds. */
function reminder(
  state: PanelState,
  session: SessionSnapshot,
  text: PanelText,
  { t, now }: ViewContext,
): BannerView[] {
  const deadline = taskDeadline(session);
  if (deadline === undefined) return [];
  const left = leftUntil(state, deadline.at, now);
  if (left > URGENT || left === 0) return [];
  const seconds = Math.ceil(left / 10_000) * 10;
  return [{ id: "reminder", tone: "warning", title: null, text: t(text, { seconds }) }];
}
