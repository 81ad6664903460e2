import type { QualityMode } from "@visavis/signaling-client";
import { icon, type IconName } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { ref } from "lit/directives/ref.js";
import { unsafeSVG } from "../shared/drawing.ts";
import { connectionDetails, connectionIndicator } from "./connection-template.ts";
import type { PanelDrawing } from "./panel-template.ts";
import type { PanelView, StageView } from "./view.ts";

const QUALITIES: readonly QualityMode[] = ["sharp", "smooth", "low-data"];

/** The picture, what lies over it, and the tools under it. */
export function stageTemplate(
  drawing: PanelDrawing,
  waiting: TemplateResult | null,
): TemplateResult {
  const { view, stage } = drawing;
  const tools = drawing.options.tools && view.stage?.tools === true;
  return html`<section class="stage" ${ref(stage.attach)}>
    ${pictureTemplate(drawing, waiting)} ${tools ? toolbar(drawing) : nothing}
    ${tools && measured(view) && stage.detailsOpen ? connectionDetails(drawing) : nothing}
  </section>`;
}

function pictureTemplate(drawing: PanelDrawing, waiting: TemplateResult | null): TemplateResult {
  const { view, stage, picture, t } = drawing;
  const actual = stage.size === "actual" && view.stage?.visible === true;
  return html`<div
    class="stage__picture ${actual ? "stage__picture--actual" : ""}"
    data-vv-picture
    tabindex=${actual ? "0" : nothing}
    role=${actual ? "group" : nothing}
    aria-label=${actual ? t("view.video") : nothing}
  >
    <video
      class="stage__video"
      data-testid="panel-video"
      playsinline
      autoplay
      .muted=${true}
      aria-label=${t("view.video")}
      ${ref(picture.attach)}
    ></video>
    ${waiting ?? cover(view.stage)}
  </div>`;
}

function cover(stage: StageView | null): TemplateResult | typeof nothing {
  if (stage?.cover === null || stage === null) return nothing;
  return html`<div
    class="stage__cover ${stage.visible ? "stage__cover--veil" : ""}"
    data-testid="stage-cover"
  >
    ${
      stage.cover.spin
        ? html`<span class="vv-spinner" aria-hidden="true"></span>`
        : unsafeSVG(icon("pause", 32))
    }
    <p class="stage__cover-title">${stage.cover.title}</p>
    <p>${stage.cover.text}</p>
  </div>`;
}

/** Whether there is anything to measure: nothing is transmitted during a pause. */
function measured(view: PanelView): boolean {
  return view.screen !== "paused";
}

function toolbar(drawing: PanelDrawing): TemplateResult {
  const { stage, t, view } = drawing;
  const screenWords = t(stage.fullscreen ? "view.fullscreen.leave" : "view.fullscreen");
  return html`<div class="stage__tools">
    ${measured(view) ? connectionIndicator(drawing) : nothing} ${qualitySelect(drawing)}
    <div class="stage__view" role="group" aria-label=${t("view.size")}>
      ${toggle("fit", t("view.fit"), stage.size === "fit", () => stage.resize("fit"))}
      ${toggle("actual-size", t("view.actual"), stage.size === "actual", () =>
        stage.resize("actual"),
      )}
      <button
        type="button"
        class="vv-button vv-button--small"
        data-testid="view-fullscreen"
        aria-disabled=${stage.fullscreenAllowed ? nothing : "true"}
        aria-describedby=${stage.explained ? "fullscreen-why" : nothing}
        title=${stage.fullscreenAllowed ? screenWords : t("view.fullscreen.unavailable")}
        @click=${stage.toggleFullscreen}
      >
        ${unsafeSVG(icon("expand", 16))} <span class="stage__word">${screenWords}</span>
      </button>
    </div>
    ${
      stage.explained
        ? html`<p class="stage__why" id="fullscreen-why" role="status" data-testid="fullscreen-why">
            ${t("view.fullscreen.unavailable")}
          </p>`
        : nothing
    }
  </div>`;
}

function toggle(
  name: IconName & ("fit" | "actual-size"),
  label: string,
  pressed: boolean,
  press: () => void,
): TemplateResult {
  return html`<button
    type="button"
    class="vv-button vv-button--small"
    data-testid="view-${name}"
    aria-pressed=${pressed ? "true" : "false"}
    title=${label}
    @click=${press}
  >
    ${unsafeSVG(icon(name, 16))} <span class="stage__word">${label}</span>
  </button>`;
}

function qualitySelect({ state, t, handlers }: PanelDrawing): TemplateResult {
  const chosen = state.wantedQuality ?? state.session?.quality ?? "sharp";
  return html`<label class="stage__quality">
    <span>${t("quality.label")}</span>
    <select
      class="vv-select stage__select"
      data-testid="quality"
      .value=${live(chosen)}
      @change=${(event: Event) =>
        handlers.quality((event.currentTarget as HTMLSelectElement).value as QualityMode)}
    >
      ${QUALITIES.map(
        (mode) =>
          html`<option value=${mode} ?selected=${mode === chosen}>${t(`quality.${mode}`)}</option>`,
      )}
    </select>
  </label>`;
}
