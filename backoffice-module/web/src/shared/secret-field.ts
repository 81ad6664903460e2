import { icon } from "@visavis/visitor-widget/design";
import { html, type TemplateResult } from "lit";
import { unsafeSVG } from "./drawing.ts";

/** What a field that shows a secret says. */
export interface SecretField {
  readonly secret: string;
  readonly label: string;
  readonly hint: string;
  /** The button's words, before and after. */
  readonly copy: string;
  readonly done: string;
  readonly copied: boolean;
  readonly onCopied: () => void;
}

/** A secret that is shown once, and a button that copies it. */
export function secretField(field: SecretField): TemplateResult {
  const { secret, label, hint, copied, onCopied } = field;
  return html`<div class="vv-field">
    <label for="shown-secret">${label}</label>
    <div class="secret-field">
      <input
        class="vv-input"
        id="shown-secret"
        readonly
        .value=${secret}
        data-testid="shown-secret"
        aria-describedby="shown-hint"
      />
      <button
        type="button"
        class="vv-button"
        @click=${(event: Event) => void copy(event, secret, onCopied)}
      >
        ${unsafeSVG(icon(copied ? "check" : "copy", 16))}
        <span aria-live="polite">${copied ? field.done : field.copy}</span>
      </button>
    </div>
    <small id="shown-hint">${hint}</small>
  </div>`;
}

/** A frame is seldom allowed to use the clipboard; the old way needs no leave. */
async function copy(event: Event, secret: string, done: () => void): Promise<void> {
  const field = (event.currentTarget as HTMLElement).parentElement?.querySelector("input");
  try {
    await navigator.clipboard.writeText(secret);
    done();
  } catch {
    field?.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without a policy
    if (document.execCommand("copy")) done();
  }
}
