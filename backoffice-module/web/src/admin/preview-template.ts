import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { Translate } from "../shared/language.ts";
import type { PolicyDraft } from "./policy.ts";
import { spoken, type PreviewChoice, type PreviewFrame } from "./preview-frame.ts";
import type { WebsiteText } from "./website-texts.ts";

/** What the drawing of the preview needs. */
export interface PreviewDrawing {
  readonly frame: PreviewFrame;
  readonly w: Translate<WebsiteText>;
  readonly draft: PolicyDraft;
  readonly accountName: string;
  /** The account whose hosts may hold the page that holds the frame. */
  readonly site: string;
}

/** The visitor's side beside the choices. The frame is drawn by the code that visitors get. */
export function previewTemplate(drawing: PreviewDrawing): TemplateResult {
  const { frame, w, draft, accountName, site } = drawing;
  frame.show(draft, accountName, w("preview.agent"));
  const { language } = frame.choice;
  const other = spoken(draft, language) !== language;
  const address = `../preview/?${new URLSearchParams({ site }).toString()}`;
  return html`<section
    class="vv-card preview"
    aria-labelledby="preview-title"
    data-testid="preview"
  >
    <h2 id="preview-title">${w("preview.title")}</h2>
    <p class="vv-settings__about">${w("preview.about")}</p>
    <div class="preview__switches">
      ${segments(drawing, "what", [
        ["popup", w("preview.popup")],
        ["card", w("preview.card")],
        ["accept", w("preview.accept")],
      ])}
      ${segments(drawing, "language", [
        ["fr", "Français"],
        ["en", "English"],
      ])}
      ${segments(drawing, "theme", [
        ["light", w("preview.light")],
        ["dark", w("preview.dark")],
      ])}
    </div>
    <div role="status">
      ${other ? html`<p class="policy__note">${w("preview.unlisted")}</p>` : nothing}
    </div>
    <div class="preview__stage">
      <iframe
        class="preview__frame"
        title=${w("preview.frame")}
        src=${address}
        tabindex="-1"
        inert
        data-testid="preview-frame"
        ${ref(frame.attach)}
      ></iframe>
    </div>
    <p class="policy__note">${w("preview.inert")}</p>
  </section>`;
}

function segments<Key extends keyof PreviewChoice>(
  { frame, w }: PreviewDrawing,
  key: Key,
  choices: readonly (readonly [PreviewChoice[Key], string])[],
): TemplateResult {
  return html`<fieldset class="vv-segments">
    <legend class="vv-visually-hidden">${w(`preview.${key}`)}</legend>
    ${choices.map(
      ([value, text]) =>
        html`<label>
          <input
            type="radio"
            name="preview-${key}"
            value=${value}
            data-testid="preview-${value}"
            .checked=${frame.choice[key] === value}
            @change=${() => frame.choose({ [key]: value })}
          />
          ${text}
        </label>`,
    )}
  </fieldset>`;
}
