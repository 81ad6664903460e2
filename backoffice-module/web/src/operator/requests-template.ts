import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { dateTime } from "../shared/format.ts";
import type { OperatorAccount } from "./operator-page.ts";
import type { OperatorDrawing } from "./operator-template.ts";

/** Accounts that ask for access and wait for the operator's word. */
export function requestsTemplate(drawing: OperatorDrawing): TemplateResult {
  const { page, t } = drawing;
  const { pending, accounts, trouble } = page.state;
  if (accounts === null) {
    return trouble === null
      ? html`<p class="operator__muted" role="status">
          <span class="vv-spinner" aria-hidden="true"></span> ${t("loading")}
        </p>`
      : html``;
  }
  return html`<p class="vv-lead">${t("pending.lead")}</p>
    <section class="vv-card" aria-label=${t("place.requests")}>
      ${
        pending.length === 0
          ? html`<p class="vv-empty">${t("pending.empty")}</p>`
          : html`<ul class="operator__requests" role="list">
              ${repeat(
                pending,
                (account) => account.id,
                (account) => request(drawing, account),
              )}
            </ul>`
      }
    </section>`;
}

function request(
  { page, t, language }: OperatorDrawing,
  account: OperatorAccount,
): TemplateResult | typeof nothing {
  const asked = account.accessRequest;
  if (asked === null) return nothing;
  const date = dateTime(asked.requestedAt, language);
  const { message } = asked;
  const button = (key: "grant" | "refuse", look: string, press: () => void): TemplateResult =>
    html`<button
      type="button"
      class="vv-button ${look} vv-button--small"
      data-testid="request-${key}"
      aria-label=${t(`action.${key}.for`, { account: account.name })}
      @click=${press}
    >
      ${t(`action.${key}`)}
    </button>`;
  return html`<li class="operator__request" data-testid="pending-${account.siteKey}">
    <div>
      <h2 class="operator__name">${account.name}</h2>
      <p class="operator__muted">${t("pending.from", { by: asked.requestedBy, date })}</p>
      ${
        message === null || message === ""
          ? nothing
          : html`<p class="operator__message">${t("pending.message", { message })}</p>`
      }
    </div>
    <div class="vv-actions">
      ${button("grant", "vv-button--primary", () => page.openGrant(account))}
      ${button("refuse", "", () => page.openRefuse(account))}
    </div>
  </li>`;
}
