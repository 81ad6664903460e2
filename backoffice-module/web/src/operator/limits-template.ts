import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
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
    const data = new FormData(form);
    const text = (field: LimitField): string => {
      const value = data.get(field);
      return typeof value === "string" ? value : "";
    };
    const limits = {
      maxOpenSessions: text("maxOpenSessions"),
      maxRequestsPerHour: text("maxRequestsPerHour"),
    };
    void page.save(limits).then(() => {
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
      ${
        trouble === null
          ? nothing
          : html`<p class="vv-banner vv-banner--danger operator__trouble" role="alert">
              ${t(`trouble.${trouble}`)}
            </p>`
      }
      <div class="operator__buttons">
        <button type="button" class="vv-button" @click=${close}>${t("cancel")}</button>
        <button class="vv-button vv-button--primary" data-testid="limits-save" ?disabled=${busy}>
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
  const limit = account.limits[name];
  return html`<div class="vv-field">
    <label for="limit-${name}">${t(name)}</label>
    <input
      class="vv-input operator__number"
      id="limit-${name}"
      name=${name}
      inputmode="numeric"
      maxlength="12"
      autocomplete="off"
      .value=${limit === null ? "" : String(limit)}
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

function usedOf(account: OperatorAccount, field: LimitField): number {
  return field === "maxOpenSessions" ? account.liveSessions : account.requestsLastHour;
}

/** Modal only once it stands in the document; the browser then keeps the focus inside. */
function showModal(element: Element | undefined): void {
  queueMicrotask(() => {
    if (element instanceof HTMLDialogElement && element.isConnected && !element.open) {
      element.showModal();
    }
  });
}

/** By the dialog's own `close`, which gives the focus back to where it was. */
function close(event: Event): void {
  (event.currentTarget as HTMLElement).closest("dialog")?.close();
}
