import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { unsafeSVG } from "../shared/drawing.ts";
import { LOGO_TYPES } from "./logo-file.ts";
import { draftIn, faultLine, group, type PolicyDrawing } from "./policy-fields.ts";

/** Chooses, shows and removes the logo. */
export function logoTemplate(drawing: PolicyDrawing): TemplateResult {
  const { page, w, mayDecide } = drawing;
  const { logo } = draftIn(drawing);
  const { logoBusy, logoFault, saved } = page.state;
  const fresh = logo !== null && logo !== saved?.logo;
  return group(
    w("logo.title"),
    w("logo.about"),
    html`<div class="policy__logo">
        ${
          logo === null
            ? html`<p class="policy__none">${w("logo.none")}</p>`
            : html`<img
                class="policy__logo-picture"
                src=${logoAddress(logo)}
                alt=${w("logo.alt")}
                data-testid="logo"
              />`
        }
        ${mayDecide ? controls(drawing, logo !== null) : nothing}
      </div>
      <div role="status" class="policy__news">
        ${logoBusy ? w("logo.busy") : fresh && logoFault === null ? w("logo.set") : ""}
      </div>
      ${
        logoFault === null
          ? nothing
          : html`<p class="vv-field-error" id="logo-fault" role="alert" data-testid="logo-fault">
              ${unsafeSVG(icon("warning", 18))} <span>${w(`logo.fault.${logoFault}`)}</span>
            </p>`
      }
      ${faultLine(drawing, "logo")}`,
    "logo",
  );
}

/** Where the service shows a logo. */
export function logoAddress(hash: string): string {
  return new URL(`../api/v1/logos/${encodeURIComponent(hash)}`, document.baseURI).href;
}

function controls({ page, w }: PolicyDrawing, chosen: boolean): TemplateResult {
  const { logoBusy, logoFault } = page.state;
  const pick = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    // The same file, put right, may be chosen again.
    input.value = "";
    if (file !== undefined) void page.setLogo(file);
  };
  const remove = (): void => {
    page.removeLogo();
    document.getElementById("logo-file")?.focus();
  };
  return html`<div class="vv-actions">
    <label class="vv-button policy__file" ?data-busy=${logoBusy}>
      <input
        type="file"
        id="logo-file"
        accept=${LOGO_TYPES.join()}
        data-testid="logo-file"
        aria-invalid=${logoFault === null ? nothing : "true"}
        aria-describedby="logo-fault"
        @change=${pick}
      />
      ${w(chosen ? "logo.change" : "logo.choose")}
    </label>
    ${
      chosen
        ? html`<button
            type="button"
            class="vv-button vv-button--ghost"
            data-testid="logo-remove"
            @click=${remove}
          >
            ${unsafeSVG(icon("trash", 16))} ${w("logo.remove")}
          </button>`
        : nothing
    }
  </div>`;
}
