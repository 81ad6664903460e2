import { taskDeadline, type SessionSnapshot } from "@visavis/signaling-client";
import { clock } from "../shared/format.ts";
import type { Failure, PanelAction, PanelState } from "./state.ts";
import type { PanelText, PanelWords } from "./texts.ts";
import type { ActionView, BannerView, CountdownView } from "./view.ts";

/** A deadline closer than this is called urgent, milliseconds. */
export const URGENT = 30_000;

/** A button for an action; busy while its press is under way. */
export function button(
  state: PanelState,
  action: PanelAction,
  label: string,
  look: ActionView["look"] = "plain",
): ActionView {
  return { action, label, look, busy: state.pending === action };
}

/** Milliseconds until an instant of the service's clock; never negative. */
export function leftUntil(state: PanelState, instant: string, now: number): number {
  return Math.max(0, Date.parse(instant) - (now + state.clockOffset));
}

/** The countdown to the share's own deadline; null when none runs. */
export function countdown(
  state: PanelState,
  session: SessionSnapshot,
  label: string,
  now: number,
): CountdownView | null {
  const deadline = taskDeadline(session);
  if (deadline === undefined) return null;
  const left = leftUntil(state, deadline.at, now);
  return { label, left: clock(left + 999), urgent: left <= URGENT };
}

/** Says in words why the last press came to nothing; null when there is nothing to say. */
export function failureBanner(state: PanelState, t: PanelWords): BannerView | null {
  const { failure } = state;
  if (failure === null || failure.action === "watch") return null;
  return { id: "failure", tone: "danger", title: null, text: t(failureText(failure)) };
}

function failureText({ code }: Failure): PanelText {
  switch (code) {
    case "request-open":
    case "visitor-busy":
    case "account-limit":
    case "not-found":
    case "forbidden":
      return `failure.${code}`;
    case "not-permitted-by-policy":
      return "failure.not-permitted";
    case "wrong-state":
    case "already-answered":
    case "already-sharing":
      return "failure.state";
    case "limit-reached":
    case "too-many-messages":
      return "failure.limit";
    case "no-answer":
    case "unavailable":
      return "failure.no-answer";
    default:
      return "failure.other";
  }
}
