import type { QualityMode } from "@visavis/signaling-client";
import { icon, type IconName } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { unsafeSVG } from "../shared/drawing.ts";
import { linkTemplate } from "./link-template.ts";
import type { PanelOptions } from "./panel-options.ts";
import type { Picture } from "./picture.ts";
import type { StageControls } from "./stage-controls.ts";
import { stageTemplate } from "./stage-template.ts";
import type { PanelAction, PanelState } from "./state.ts";
import type { PanelWords } from "./texts.ts";
import type { ActionView, BannerView, PanelScreen, PanelView, StepView } from "./view.ts";

/** What the agent's hand reaches. */
export interface PanelHandlers {
  readonly press: (action: PanelAction) => void;
  readonly quality: (mode: QualityMode) => void;
}

/** Everything the drawing of the panel needs. */
export interface PanelDrawing {
  readonly view: PanelView;
  readonly state: PanelState;
  readonly picture: Picture;
  readonly stage: StageControls;
  readonly t: PanelWords;
  readonly handlers: PanelHandlers;
  readonly options: PanelOptions;
}

/** The whole panel. */
export function panelTemplate(drawing: PanelDrawing): TemplateResult {
  const { view, state } = drawing;
  const { session } = state;
  return html`<main
    class="panel ${view.stage === null ? "panel--plain" : "panel--stage"}"
    data-testid="panel"
    data-vv-state=${view.screen}
    data-vv-link=${state.link}
    data-vv-media=${state.media}
    data-vv-visitor=${session?.visitorConnection ?? nothing}
    data-vv-notice=${session?.notice ?? nothing}
    data-vv-quality=${session?.quality ?? nothing}
    data-vv-end-reason=${session?.endReason ?? nothing}
    data-vv-session=${session?.id ?? nothing}
  >
    ${view.stage === null ? card(drawing) : share(drawing)}
    <p class="vv-visually-hidden" role="status" data-testid="panel-announcement">
      ${view.announcement}
    </p>
  </main>`;
}

function card(drawing: PanelDrawing): TemplateResult {
  const { view } = drawing;
  return html`<section class="panel__card" data-vv-card>
    ${
      view.busy
        ? html`<span class="vv-spinner panel__spinner" aria-hidden="true"></span>`
        : html`<span class="panel__sign panel__sign--${view.tone}">
            ${unsafeSVG(icon(signOf(view.screen), 28))}
          </span>`
    }
    <h1 class="panel__title" tabindex="-1" data-testid="panel-title">${view.title}</h1>
    ${view.text.map((line) => html`<p class="panel__text" data-testid="panel-text">${line}</p>`)}
    ${countdown(view)} ${banners(view.banners)} ${linkTemplate(view.link, drawing.t)}
    ${actions(drawing)}
  </section>`;
}

/** One template for accepted, live and paused, so that the video element stays the same. */
function share(drawing: PanelDrawing): TemplateResult {
  const { view, t, options } = drawing;
  const accepted = view.screen === "accepted";
  return html`<header class="panel__bar">
      <div class="${options.header ? "panel__heading" : "vv-visually-hidden"}">
        <h1 class="panel__title" tabindex="-1" data-testid="panel-title">${view.title}</h1>
        ${
          view.elapsed === null
            ? nothing
            : html`<p class="panel__elapsed">
                <span class="vv-visually-hidden">${t("live.elapsed")}</span>
                <span role="timer" data-testid="elapsed">${view.elapsed}</span>
              </p>`
        }
      </div>
      ${accepted ? nothing : actions(drawing)}
    </header>
    ${banners(view.banners)} ${accepted ? nothing : countdown(view)}
    ${stageTemplate(drawing, accepted ? waiting(drawing) : null)}`;
}

function waiting(drawing: PanelDrawing): TemplateResult {
  const { view } = drawing;
  return html`<div class="vv-card panel__waiting">
    ${view.text.map((line) => html`<p class="panel__text" data-testid="panel-text">${line}</p>`)}
    <ol class="panel__steps" role="list">
      ${repeat(view.steps, (step) => step.id, stepItem)}
    </ol>
    ${countdown(view)} ${actions(drawing)}
  </div>`;
}

const STEP_SIGNS: Readonly<Record<StepView["state"], IconName>> = {
  done: "check",
  current: "clock",
  problem: "warning",
  todo: "minus",
};

function stepItem(step: StepView): TemplateResult {
  return html`<li
    class="panel__step panel__step--${step.state}"
    data-testid="step-${step.id}"
    data-vv-step=${step.state}
  >
    <span class="panel__step-sign" aria-hidden="true">
      ${unsafeSVG(icon(STEP_SIGNS[step.state], 16))}
    </span>
    <span>${step.label}</span>
    <span class="vv-visually-hidden">(${step.stateLabel})</span>
  </li>`;
}

function banners(all: readonly BannerView[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<div class="panel__banners">
    ${repeat(all, (banner) => banner.id, bannerTemplate)}
  </div>`;
}

function bannerTemplate(banner: BannerView): TemplateResult {
  const tone = banner.tone === "neutral" ? "" : `vv-banner--${banner.tone}`;
  return html`<div
    class="vv-banner ${tone}"
    role=${banner.tone === "danger" ? "alert" : "status"}
    data-testid="banner-${banner.id}"
  >
    ${unsafeSVG(icon(banner.tone === "info" ? "info" : "warning", 20))}
    <p>
      ${banner.title === null ? nothing : html`<strong>${banner.title}.</strong>`} ${banner.text}
    </p>
  </div>`;
}

function countdown({ countdown: running }: PanelView): TemplateResult | typeof nothing {
  if (running === null) return nothing;
  return html`<p
    class="panel__countdown ${running.urgent ? "panel__countdown--urgent" : ""}"
    data-testid="countdown"
  >
    ${running.label} <span role="timer" class="panel__clock">${running.left}</span>
  </p>`;
}

function actions({ view, handlers }: PanelDrawing): TemplateResult | typeof nothing {
  if (view.actions.length === 0) return nothing;
  return html`<div class="panel__actions">
    ${repeat(
      view.actions,
      (action) => action.action,
      (action) => actionButton(action, handlers),
    )}
  </div>`;
}

function actionButton(action: ActionView, handlers: PanelHandlers): TemplateResult {
  const look = action.look === "plain" ? "" : `vv-button--${action.look}`;
  // A busy button keeps the focus: it is said to be disabled, not taken away.
  return html`<button
    type="button"
    class="vv-button ${look}"
    data-testid="action-${action.action}"
    aria-disabled=${live(action.busy ? "true" : "false")}
    @click=${() => {
      if (!action.busy) handlers.press(action.action);
    }}
  >
    ${action.busy ? html`<span class="vv-spinner" aria-hidden="true"></span>` : nothing}
    ${action.label}
  </button>`;
}

function signOf(screen: PanelScreen): IconName {
  switch (screen) {
    case "idle":
    case "requested":
      return "screen-share";
    case "visitor-unsupported":
      return "phone";
    case "visitor-offline":
      return "user";
    case "busy-other":
    case "busy-self":
      return "users";
    case "not-eligible":
    case "token-refused":
    case "token-missing":
      return "key";
    case "ended":
      return "screen-share-off";
    case "unreachable":
      return "signal-lost";
    case "taken-over":
      return "window";
    default:
      return "info";
  }
}
