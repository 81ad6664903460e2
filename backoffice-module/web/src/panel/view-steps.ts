import type { SessionSnapshot } from "@visavis/signaling-client";
import type { PanelWords } from "./texts.ts";
import type { StepView } from "./view.ts";

/** What a yes still needs before there is a picture, in the order it usually comes. */
export function stepsOf(session: SessionSnapshot, t: PanelWords): StepView[] {
  return [
    step("accepted", "done", t("step.accepted"), t),
    windowStep(session, t),
    captureStep(session, t),
    session.activated
      ? step("activate", "done", t("step.activate"), t)
      : step("activate", "current", t("step.activate.waiting"), t),
  ];
}

function isWindowOpen(session: SessionSnapshot): boolean {
  return session.capturing || session.visitorConnection === "connected";
}

function windowStep(session: SessionSnapshot, t: PanelWords): StepView {
  if (isWindowOpen(session)) return step("window", "done", t("step.window"), t);
  return session.notice === "popup-blocked"
    ? step("window", "problem", t("step.window.blocked"), t)
    : step("window", "current", t("step.window.waiting"), t);
}

function captureStep(session: SessionSnapshot, t: PanelWords): StepView {
  if (session.capturing) {
    const surface = t(`surface.${session.surface ?? "unknown"}`);
    return step("capture", "done", t("step.capture", { surface }), t);
  }
  switch (session.notice) {
    case "picker-open":
      return step("capture", "current", t("step.capture.picker"), t);
    case "picker-cancelled":
    case "permission-denied":
    case "capture-failed":
    case "surface-refused":
    case "surface-unknown":
      return step("capture", "problem", t("step.capture.waiting"), t);
    default: {
      const state = isWindowOpen(session) ? "current" : "todo";
      return step("capture", state, t("step.capture.waiting"), t);
    }
  }
}

function step(
  id: StepView["id"],
  state: StepView["state"],
  label: string,
  t: PanelWords,
): StepView {
  return { id, state, label, stateLabel: t(`step.state.${state}`) };
}
