import type { LinkReading } from "@visavis/signaling-client";
import { icon, type IconName } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { unsafeSVG } from "../shared/drawing.ts";
import type { PanelDrawing } from "./panel-template.ts";
import type { LinkView } from "./picture.ts";
import type { PanelWords } from "./texts.ts";

const SIGNS: Readonly<Record<string, IconName>> = {
  good: "signal-good",
  fair: "signal-weak",
  poor: "signal-lost",
  unknown: "clock",
};

/** How the picture travels, in words; what was measured tells nothing of one that is interrupted. */
function linkNow({ picture, state, t }: PanelDrawing): LinkView {
  if (state.media === "broken") {
    const [label, why] = [t("live.broken"), t("live.broken.text")];
    return { level: "poor", label, why, reading: {} };
  }
  return picture.link ?? { level: "unknown", label: t("connection.unknown"), why: "", reading: {} };
}

/** The sign of how the picture travels; a press shows what lies behind it. */
export function connectionIndicator(drawing: PanelDrawing): TemplateResult {
  const { stage, t } = drawing;
  const { level, label } = linkNow(drawing);
  return html`<button
    type="button"
    class="vv-button vv-button--small vv-button--ghost stage__link stage__link--${level}"
    data-testid="connection"
    data-vv-level=${level}
    aria-expanded=${stage.detailsOpen ? "true" : "false"}
    aria-controls=${stage.detailsOpen ? "connection-details" : nothing}
    @click=${stage.toggleDetails}
  >
    ${unsafeSVG(icon(SIGNS[level] ?? "clock", 16))}
    <span class="vv-visually-hidden">${t("connection.label")}</span>
    ${label} ${unsafeSVG(icon("chevron-down", 14))}
  </button>`;
}

/** The reasons in words, and the figures. */
export function connectionDetails(drawing: PanelDrawing): TemplateResult {
  const { t } = drawing;
  const { level, why, reading } = linkNow(drawing);
  const still = level === "good" && (reading.framesPerSecond ?? 30) <= 2;
  return html`<div
    class="stage__details"
    id="connection-details"
    role="region"
    aria-label=${t("connection.details")}
    data-testid="connection-details"
  >
    <p>${why} ${still ? t("connection.still") : nothing}</p>
    <dl class="stage__figures">
      ${figures(reading, t).map(
        ([term, value]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

function figures(reading: LinkReading, t: PanelWords): [string, string][] {
  const { width, height, framesPerSecond, kbps, rttMs, loss, relayed } = reading;
  const rows: [string, string | null][] = [
    [t("connection.resolution"), width && height ? `${width}\u00a0×\u00a0${height}` : null],
    [
      t("connection.fps"),
      framesPerSecond === undefined ? null : String(Math.round(framesPerSecond)),
    ],
    [t("connection.bitrate"), kbps === undefined ? null : rate(kbps)],
    [t("connection.rtt"), rttMs === undefined ? null : `${Math.round(rttMs)}\u00a0ms`],
    [t("connection.loss"), loss === undefined ? null : `${Math.round(loss * 100)}\u00a0%`],
    [
      t("connection.route"),
      relayed === undefined
        ? null
        : t(relayed ? "connection.route.relay" : "connection.route.direct"),
    ],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== null);
}

function rate(kbps: number): string {
  return kbps >= 1000
    ? `${(kbps / 1000).toFixed(1)}\u00a0Mbit/s`
    : `${Math.round(kbps)}\u00a0kbit/s`;
}
