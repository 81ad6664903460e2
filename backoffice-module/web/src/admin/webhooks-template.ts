import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { unsafeSVG } from "../shared/drawing.ts";
import { dateTime } from "../shared/format.ts";
import type { Language, Translate } from "../shared/language.ts";
import { focusOnce } from "../shared/places-template.ts";
import { secretField } from "../shared/secret-field.ts";
import { focusAdd, webhookForm } from "./webhooks-form.ts";
import { deliveryLog } from "./webhooks-log.ts";
import type { Endpoint, WebhooksPage } from "./webhooks-page.ts";
import type { WebhookText } from "./webhooks-texts.ts";

/** What the section's drawing needs. */
export interface WebhooksDrawing {
  readonly page: WebhooksPage;
  readonly t: Translate<WebhookText>;
  readonly language: Language;
}

/** The section on webhooks. */
export function webhooksTemplate(drawing: WebhooksDrawing): TemplateResult {
  const { page, t } = drawing;
  const { adding, endpoints, trouble } = page.state;
  return html`<section
    class="vv-card hooks"
    aria-labelledby="title-webhooks"
    data-testid="webhooks"
  >
    <header class="admin__head">
      <p>${t("lead")}</p>
      ${
        adding || endpoints === null
          ? nothing
          : html`<button
              type="button"
              class="vv-button vv-button--small"
              id="webhook-add"
              data-testid="webhook-add"
              @click=${() => page.form(true)}
            >
              ${unsafeSVG(icon("plus", 16))} ${t("add")}
            </button>`
      }
    </header>
    ${secret(drawing)} ${adding ? webhookForm(drawing) : nothing}
    ${
      trouble === null || adding
        ? nothing
        : html`<p class="vv-banner vv-banner--danger" role="alert">${t(`trouble.${trouble}`)}</p>`
    }
    ${list(drawing)}
  </section>`;
}

function secret({ page, t }: WebhooksDrawing): TemplateResult | typeof nothing {
  const { secret: made, copied } = page.state;
  if (made === null) return nothing;
  const done = (): void => {
    page.dismissSecret();
    focusAdd();
  };
  return html`<section
    class="hooks__secret"
    aria-labelledby="webhook-secret"
    data-testid="webhook-secret"
  >
    <h2 id="webhook-secret" tabindex="-1" ${ref(focusOnce)}>${t("secret.title")}</h2>
    ${secretField({
      secret: made.value,
      label: t("secret.label"),
      hint: t("secret.once"),
      copy: t("secret.copy"),
      done: t("secret.copied"),
      copied,
      onCopied: () => page.copied(),
    })}
    <div class="hooks__buttons">
      <button
        type="button"
        class="vv-button vv-button--small"
        data-testid="webhook-secret-done"
        @click=${done}
      >
        ${t("secret.done")}
      </button>
    </div>
  </section>`;
}

function list(drawing: WebhooksDrawing): TemplateResult {
  const { page, t } = drawing;
  const { endpoints, failed, adding } = page.state;
  if (failed) {
    return html`<div class="vv-banner vv-banner--warning" role="status">
      <p>${t("failed")}</p>
      <button type="button" class="vv-button vv-button--small" @click=${() => void page.load()}>
        ${t("retry")}
      </button>
    </div>`;
  }
  if (endpoints === null) {
    return html`<p class="admin__loading">
      <span class="vv-spinner" aria-hidden="true"></span> ${t("loading")}
    </p>`;
  }
  if (endpoints.length === 0) {
    return adding ? html`` : html`<p class="vv-empty">${t("empty")}</p>`;
  }
  return html`<ul class="hooks__list">
    ${repeat(
      endpoints,
      (endpoint) => endpoint.id,
      (endpoint) => item(endpoint, drawing),
    )}
  </ul>`;
}

function item(endpoint: Endpoint, drawing: WebhooksDrawing): TemplateResult {
  const { page, t, language } = drawing;
  const { log, risk, tested } = page.state;
  const until = endpoint.previousSecretUntil;
  const overlap =
    until === null ? nothing : t("secret.overlap", { date: dateTime(until, language) });
  return html`<li data-testid="webhook" data-vv-state=${endpoint.status}>
    <p class="hooks__url">${endpoint.url}</p>
    <p class="hooks__facts">
      ${badge(endpoint, t)} <span>${endpoint.description ?? nothing}</span>
      <span>${endpoint.events.length === 0 ? t("events.all") : endpoint.events.join(", ")}</span>
      <span>${overlap}</span>
    </p>
    ${
      risk?.endpoint === endpoint.id
        ? question(endpoint, risk.what, drawing)
        : buttons(endpoint, drawing)
    }
    <p role="status" class="vv-visually-hidden">${tested === endpoint.id ? t("tested") : ""}</p>
    ${log?.endpoint === endpoint.id ? deliveryLog(log, drawing) : nothing}
  </li>`;
}

function badge({ status }: Endpoint, t: WebhooksDrawing["t"]): TemplateResult {
  const tone = { enabled: "vv-badge--success", disabled: "", gone: "vv-badge--danger" }[status];
  return html`<span class="vv-badge ${tone}">${t(`status.${status}`)}</span>`;
}

function buttons(endpoint: Endpoint, { page, t }: WebhooksDrawing): TemplateResult {
  const open = page.state.log?.endpoint === endpoint.id;
  const on = endpoint.status === "enabled";
  const button = (word: WebhookText, act: () => void, id: string): TemplateResult =>
    html`<button
      type="button"
      class="vv-button vv-button--small"
      id="${id}-${endpoint.id}"
      data-testid=${id}
      aria-disabled=${page.state.busy ? "true" : nothing}
      aria-label=${`${t(word)} – ${endpoint.url}`}
      @click=${act}
    >
      ${t(word)}
    </button>`;
  return html`<div class="hooks__buttons">
    <button
      type="button"
      class="vv-button vv-button--small"
      data-testid="webhook-log"
      aria-expanded=${open ? "true" : "false"}
      aria-label=${`${t(open ? "log.hide" : "log.show")} – ${endpoint.url}`}
      @click=${() => (open ? page.close() : void page.open(endpoint.id))}
    >
      ${t(open ? "log.hide" : "log.show")}
    </button>
    ${on ? button("test", () => void page.test(endpoint.id), "webhook-test") : nothing}
    ${button(on ? "disable" : "enable", () => void page.enable(endpoint, !on), "webhook-switch")}
    ${button("roll", () => page.ask(endpoint.id, "roll"), "webhook-roll")}
    ${button("delete", () => page.ask(endpoint.id, "delete"), "webhook-delete")}
  </div>`;
}

function question(
  endpoint: Endpoint,
  what: "delete" | "roll",
  { page, t }: WebhooksDrawing,
): TemplateResult {
  const confirm = async (): Promise<void> => {
    await page.confirm();
    // A new secret takes the focus itself.
    if (what === "delete") focusAdd();
  };
  const cancel = (): void => {
    page.ask("", null);
    document.getElementById(`webhook-${what}-${endpoint.id}`)?.focus();
  };
  const tone = what === "delete" ? "vv-button--danger" : "vv-button--primary";
  return html`<div class="vv-banner vv-banner--warning" role="alert">
    <div>
      <p>${t(`${what}.ask`)}</p>
      <div class="hooks__buttons">
        <button
          type="button"
          class="vv-button vv-button--small ${tone}"
          data-testid="webhook-confirm"
          aria-disabled=${page.state.busy ? "true" : nothing}
          ${ref(focusOnce)}
          @click=${() => void confirm()}
        >
          ${t(`${what}.yes`)}
        </button>
        <button type="button" class="vv-button vv-button--small" @click=${cancel}>
          ${t("ask.no")}
        </button>
      </div>
    </div>
  </div>`;
}
