import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Figures } from "./usage-page.ts";

/** One day of the chart. */
export interface Bar {
  readonly figures: Figures;
  /** What a pointer resting on it reads. */
  readonly words: string;
}

const WIDTH = 720;
const HEIGHT = 180;
const LAYERS = ["requested", "accepted", "live"] as const;

/**
 * A day's requests as a bar, those accepted and live as darker bars before it. For the eye alone:
 * the same figures stand in a table beside it.
 */
export function usageChart(bars: readonly Bar[]): TemplateResult {
  const most = highest(bars);
  const step = WIDTH / Math.max(1, bars.length);
  return html`<div class="usage__chart" aria-hidden="true">
    <span class="usage__scale">${most}</span>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">
      ${bars.map((bar, index) => drawBar(bar, index * step, step, most))}
    </svg>
    <span class="usage__scale">0</span>
  </div>`;
}

/** A round number that no bar is higher than. */
export function highest(bars: readonly Bar[]): number {
  const most = Math.max(1, ...bars.map(({ figures }) => figures.requested));
  const power = 10 ** Math.floor(Math.log10(most));
  const round = [1, 2, 5, 10].find((factor) => factor * power >= most) ?? 10;
  return Math.max(5, round * power);
}

function drawBar(
  { figures, words }: Bar,
  x: number,
  step: number,
  most: number,
): SVGTemplateResult {
  const gap = Math.min(4, step / 4);
  return svg`<g>
    <title>${words}</title>
    <rect x=${x} y="0" width=${step} height=${HEIGHT} fill="transparent" />
    ${LAYERS.map((layer) => {
      const height = (figures[layer] / most) * HEIGHT;
      return svg`<rect class="usage__bar usage__bar--${layer}" x=${x + gap / 2} y=${HEIGHT - height}
        width=${step - gap} height=${height} />`;
    })}
  </g>`;
}
