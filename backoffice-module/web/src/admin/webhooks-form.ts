import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { focusOnce } from "../shared/places-template.ts";
import type { WebhooksDrawing } from "./webhooks-template.ts";

const EVENTS = [
  "share.requested",
  "share.accepted",
  "share.declined",
  "share.live",
  "share.paused",
  "share.resumed",
  "share.ended",
  "eligibility.changed",
  "help.asked",
] as const;

/** Where the keyboard goes when what it was in is gone. */
export function focusAdd(): void {
  document.getElementById("webhook-add")?.focus();
}

/** The form for a new endpoint. */
export function webhookForm({ page, t }: WebhooksDrawing): TemplateResult {
  const { trouble, busy } = page.state;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string): string => {
      const value = data.get(name);
      return typeof value === "string" ? value : "";
    };
    const events = EVENTS.filter((type) => data.getAll("event").includes(type));
    void page.add({ url: text("url"), description: text("description"), events });
  };
  const cancel = (): void => {
    page.form(false);
    focusAdd();
  };
  return html`<form class="hooks__form" aria-label=${t("form.title")} @submit=${submit}>
    <label class="vv-field">
      ${t("form.url")}
      <input
        class="vv-input"
        ${ref(focusOnce)}
        type="url"
        name="url"
        required
        maxlength="2000"
        placeholder="https://"
        autocomplete="off"
        aria-invalid=${trouble === "address" ? "true" : "false"}
        aria-describedby="webhook-trouble"
      />
      <small>${t("form.url.hint")}</small>
    </label>
    <div id="webhook-trouble">
      ${
        trouble === null
          ? nothing
          : html`<p class="vv-banner vv-banner--danger" role="alert">${t(`trouble.${trouble}`)}</p>`
      }
    </div>
    <label class="vv-field">
      ${t("form.description")}
      <input class="vv-input" name="description" maxlength="200" autocomplete="off" />
      <small>${t("form.description.hint")}</small>
    </label>
    <fieldset class="hooks__events">
      <legend>${t("form.events")}</legend>
      <p>${t("form.events.hint")}</p>
      ${EVENTS.map(
        (type) =>
          html`<label
            ><input type="checkbox" name="event" value=${type} /> <code>${type}</code></label
          >`,
      )}
    </fieldset>
    <div class="hooks__buttons">
      <button
        class="vv-button vv-button--small vv-button--primary"
        data-testid="webhook-save"
        aria-disabled=${busy ? "true" : nothing}
      >
        ${t("form.save")}
      </button>
      <button type="button" class="vv-button vv-button--small" @click=${cancel}>
        ${t("form.cancel")}
      </button>
    </div>
  </form>`;
}
