import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { unsafeSVG } from "../shared/drawing.ts";
import type { PanelWords } from "./texts.ts";
import type { LinkView } from "./view.ts";

/** The accept link with a button that copies it; the address itself can be marked by hand. */
export function linkTemplate(
  link: LinkView | null,
  t: PanelWords,
): TemplateResult | typeof nothing {
  if (link === null) return nothing;
  if (link.folded === null) return html`<div class="panel__link">${field(link, t)}</div>`;
  return html`<details class="panel__link" data-testid="accept-link-instead">
    <summary>${link.folded}</summary>
    ${field(link, t)}
  </details>`;
}

function field(link: LinkView, t: PanelWords): TemplateResult {
  return html`<label class="panel__link-label" for="accept-link">${link.label}</label>
    <div class="panel__link-row">
      <input
        class="vv-input"
        id="accept-link"
        type="text"
        readonly
        spellcheck="false"
        autocomplete="off"
        .value=${link.url}
        data-testid="accept-link"
        @focus=${(event: FocusEvent) => (event.currentTarget as HTMLInputElement).select()}
      />
      <button
        type="button"
        class="vv-button"
        data-testid="copy-link"
        @click=${(event: MouseEvent) => void copy(event, link.url, t)}
      >
        ${unsafeSVG(icon("copy", 18))} ${link.copy}
      </button>
    </div>
    <p class="panel__link-note">${link.until}</p>
    <p class="panel__link-note" role="status" data-testid="link-copied"></p>`;
}

/** A frame without `allow="clipboard-write"` may not use the clipboard: then the old way, by selection. */
async function copy(event: MouseEvent, url: string, t: PanelWords): Promise<void> {
  const place = (event.currentTarget as HTMLElement).closest(".panel__link");
  const input = place?.querySelector("input");
  const said = place?.querySelector('[role="status"]');
  if (!input || !said) return;
  const done = await navigator.clipboard
    .writeText(url)
    .then(() => true)
    .catch(() => copySelected(input));
  said.textContent = t(done ? "link.copied" : "link.not-copied");
}

function copySelected(input: HTMLInputElement): boolean {
  input.focus();
  input.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way left inside a frame
  return document.execCommand("copy");
}
