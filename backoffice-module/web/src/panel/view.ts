import type { PanelAction } from "./state.ts";

/** Which of its states the panel shows; stands as `data-vv-state` on its root. */
export type PanelScreen =
  | "misconfigured"
  | "loading"
  | "unreachable"
  | "token-missing"
  | "token-refused"
  | "taken-over"
  | "not-eligible"
  | "visitor-offline"
  | "visitor-unsupported"
  | "idle"
  | "may-not-request"
  | "requested"
  | "accepted"
  | "live"
  | "paused"
  | "busy-self"
  | "busy-other"
  | "ended";

/** Colours a banner or a drawing. */
export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** A button of the panel. */
export interface ActionView {
  readonly action: PanelAction;
  readonly label: string;
  readonly look: "primary" | "danger" | "plain";
  /** The press is under way. */
  readonly busy: boolean;
}

/** One line of what the panel waits for after the yes. */
export interface StepView {
  readonly id: "accepted" | "window" | "capture" | "activate";
  readonly state: "done" | "current" | "problem" | "todo";
  readonly label: string;
  /** The state in words, for those who do not see the sign. */
  readonly stateLabel: string;
}

/** Something to know beside the main matter. */
export interface BannerView {
  readonly id: string;
  readonly tone: Tone;
  readonly title: string | null;
  readonly text: string;
}

/** A deadline that runs. */
export interface CountdownView {
  readonly label: string;
  /** As a clock shows it. */
  readonly left: string;
  readonly urgent: boolean;
}

/** The address by which the visitor can answer, to be passed on by the agent. */
export interface LinkView {
  readonly url: string;
  readonly label: string;
  /** Until when, in words. */
  readonly until: string;
  readonly copy: string;
  /** What stands over it while it is folded away; null: it is the main matter. */
  readonly folded: string | null;
}

/** The place of the picture. */
export interface StageView {
  /** Whether the picture may be seen; otherwise the cover hides it. */
  readonly visible: boolean;
  readonly cover: { readonly title: string; readonly text: string; readonly spin: boolean } | null;
  /** Whether the viewing tools (size, full screen, quality, connection) are of use. */
  readonly tools: boolean;
}

/** All that the panel shows, in words. */
export interface PanelView {
  readonly screen: PanelScreen;
  readonly title: string;
  readonly text: readonly string[];
  readonly tone: Tone;
  readonly busy: boolean;
  readonly actions: readonly ActionView[];
  readonly steps: readonly StepView[];
  readonly banners: readonly BannerView[];
  readonly countdown: CountdownView | null;
  readonly link: LinkView | null;
  readonly stage: StageView | null;
  /** Time since the share went live, as a clock shows it. */
  readonly elapsed: string | null;
  /** What a screen reader says when it changes. */
  readonly announcement: string;
}

/** A view with the given parts, the rest empty. */
export function viewWith(
  parts: Partial<PanelView> & Pick<PanelView, "screen" | "title">,
): PanelView {
  const text = parts.text ?? [];
  return {
    text,
    tone: "neutral",
    busy: false,
    actions: [],
    steps: [],
    banners: [],
    countdown: null,
    link: null,
    stage: null,
    elapsed: null,
    announcement: sentences(parts.title, ...text),
    ...parts,
  };
}

/** Texts one after the other, each closed by a full stop unless it has an end of its own. */
export function sentences(...texts: readonly string[]): string {
  return texts
    .filter((text) => text !== "")
    .map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`))
    .join(" ");
}
