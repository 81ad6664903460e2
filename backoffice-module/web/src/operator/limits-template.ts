import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { closeAround, showModal } from "../shared/dialog.ts";
import { unsafeSVG } from "../shared/drawing.ts";
import type { Translate } from "../shared/language.ts";
import { reached, type LimitField, type LimitsPage } from "./limits-page.ts";
import type { LimitsText } from "./limits-texts.ts";
import type { OperatorAccount } from "./operator-page.ts";

/** What the drawing of limits needs. */
export interface LimitsDrawing {
  readonly page: LimitsPage;
  readonly t: Translate<LimitsText>;
}

/** The button that opens an account's limits. */
export function limitsAction({ page, t }: LimitsDrawing, account: OperatorAccount): TemplateResult {
  return html`<button
    type="button"
    class="vv-button vv-button--small"
    data-testid="action-limits"
    aria-label=${t("for", { account: account.name })}
    @click=${() => page.open(account)}
  >
    ${t("action")}
  </button>`;
}

/** How much of a limit is used, in a cell of the list. */
export function useOf(
  { t }: LimitsDrawing,
  account: OperatorAccount,
  field: LimitField,
): TemplateResult {
  const use = usedOf(account, field);
  const limit = account.limits[field];
  if (limit === null) return html`${use}`;
  const text = t("of", { use, limit });
  return reached(use, limit)
    ? html`<span class="vv-badge vv-badge--warning">
        ${text}<span class="vv-visually-hidden">, ${t("reached")}</span>
      </span>`
    : html`${text}`;
}

/** The limits that lie open; nothing when none do. */
export function limitsTemplate(drawing: LimitsDrawing): TemplateResult | typeof nothing {
  const { page, t } = drawing;
  const { account, trouble, busy } = page.state;
  if (account === null) return nothing;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    void page.save().then(() => {
      form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    });
  };
  return html`<dialog
    class="vv-card operator__dialog"
    data-testid="limits"
    aria-labelledby="limits-title"
    ${ref(showModal)}
    @close=${() => {
      if (page.state.account !== null) page.open(null);
    }}
  >
    <form novalidate @submit=${submit}>
      <h2 id="limits-title">${t("for", { account: account.name })}</h2>
      <p>${t("text")}</p>
      ${field(drawing, account, "maxOpenSessions")} ${field(drawing, account, "maxRequestsPerHour")}
      ${trouble === null ? nothing : troubleOf(drawing, account, trouble)}
      <div class="operator__buttons">
        <button type="button" class="vv-button" @click=${(event: Event) => closeAround(event)}>
          ${t("cancel")}
        </button>
        <button
          class="vv-button vv-button--primary"
          data-testid="limits-save"
          aria-disabled=${busy ? "true" : nothing}
        >
          ${t("save")}
        </button>
      </div>
    </form>
  </dialog>`;
}

function field(
  { page, t }: LimitsDrawing,
  account: OperatorAccount,
  name: LimitField,
): TemplateResult {
  const wrong = page.state.faults[name] === true;
  return html`<div class="vv-field">
    <label for="limit-${name}">${t(name)}</label>
    <input
      class="vv-input operator__number"
      id="limit-${name}"
      name=${name}
      inputmode="numeric"
      maxlength="12"
      autocomplete="off"
      .value=${page.state.form[name]}
      @input=${(event: Event) =>
        page.type({ [name]: (event.currentTarget as HTMLInputElement).value })}
      aria-invalid=${wrong ? "true" : nothing}
      aria-describedby="limit-fault-${name} limit-hint-${name}"
    />
    ${
      wrong
        ? html`<p class="vv-field-error" id="limit-fault-${name}" role="alert">
            ${unsafeSVG(icon("warning", 18))} <span>${t("fault.number")}</span>
          </p>`
        : nothing
    }
    <small id="limit-hint-${name}">
      ${t("hint")} ${t(`now.${name}`, { use: usedOf(account, name) })}
    </small>
  </div>`;
}

function troubleOf(
  { t }: LimitsDrawing,
  { limits }: OperatorAccount,
  trouble: NonNullable<LimitsPage["state"]["trouble"]>,
): TemplateResult {
  if (trouble !== "changed") {
    return html`<p class="vv-banner vv-banner--danger operator__trouble" role="alert">
      ${t(`trouble.${trouble}`)}
    </p>`;
  }
  const line = (name: LimitField): TemplateResult =>
    html`<li>${t(name)}${t("colon")} <strong>${limits[name] ?? t("none")}</strong></li>`;
  return html`<div
    class="vv-banner vv-banner--warning operator__trouble"
    role="alert"
    data-testid="limits-changed"
  >
    <div>
      <p>${t("trouble.changed")}</p>
      <ul>
        ${line("maxOpenSessions")} ${line("maxRequestsPerHour")}
      </ul>
    </div>
  </div>`;
}

function usedOf(account: OperatorAccount, field: LimitField): number {
  return field === "maxOpenSessions" ? account.liveSessions : account.requestsLastHour;
}
