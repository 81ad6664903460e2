import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { dateTime } from "../shared/format.ts";
import type { Delivery, Log } from "./webhooks-page.ts";
import type { WebhooksDrawing } from "./webhooks-template.ts";
import type { WebhookText } from "./webhooks-texts.ts";

const TONES = {
  waiting: "vv-badge--warning",
  delivered: "vv-badge--success",
  failed: "vv-badge--danger",
} as const;

/** The service's words for what broke, which REST gives in English. */
const ERRORS: Readonly<Record<string, WebhookText>> = {
  "the connection was refused": "error.refused",
  "the name leads to no public address": "error.name",
  "no whole answer in time": "error.late",
  "the TLS handshake failed: is the certificate valid for this name?": "error.tls",
  "the address is not a public one": "error.private",
};

/** What was sent to an endpoint, newest first. */
export function deliveryLog(log: Log, drawing: WebhooksDrawing): TemplateResult {
  const { page, t } = drawing;
  return html`<section class="hooks__log" aria-label=${t("log.title")} data-testid="deliveries">
    <h2>${t("log.title")}</h2>
    ${
      log.failed
        ? html`<div class="vv-banner vv-banner--warning" role="status">
            <p>${t("log.failed")}</p>
            <button
              type="button"
              class="vv-button vv-button--small"
              @click=${() => void page.open(log.endpoint)}
            >
              ${t("retry")}
            </button>
          </div>`
        : nothing
    }
    ${items(log, drawing)}
    ${
      log.next === null
        ? nothing
        : html`<button
            type="button"
            class="vv-button vv-button--small"
            @click=${() => void page.more()}
          >
            ${t("log.more")}
          </button>`
    }
  </section>`;
}

function items(log: Log, drawing: WebhooksDrawing): TemplateResult | typeof nothing {
  const { t } = drawing;
  if (log.items === null) {
    return log.failed
      ? nothing
      : html`<p class="admin__loading">
          <span class="vv-spinner" aria-hidden="true"></span> ${t("loading")}
        </p>`;
  }
  if (log.items.length === 0) return html`<p class="vv-empty">${t("log.empty")}</p>`;
  return html`<ul class="hooks__deliveries">
    ${repeat(
      log.items,
      (delivery) => delivery.id,
      (delivery) => row(delivery, drawing),
    )}
  </ul>`;
}

function row(delivery: Delivery, drawing: WebhooksDrawing): TemplateResult {
  const { page, t, language } = drawing;
  return html`<li data-testid="delivery" data-vv-state=${delivery.status}>
    <div class="hooks__facts">
      <code>${delivery.type}</code>
      <span class="vv-badge ${TONES[delivery.status]}">${t(`delivery.${delivery.status}`)}</span>
      <span>${dateTime(delivery.createdAt, language)}</span>
    </div>
    <p class="hooks__outcome">${outcome(delivery, drawing)}</p>
    <details>
      <summary>${t("log.body")}</summary>
      <pre tabindex="0">${pretty(delivery.body)}</pre>
    </details>
    ${
      delivery.status === "waiting"
        ? nothing
        : html`<button
            type="button"
            class="vv-button vv-button--small"
            data-testid="resend"
            aria-disabled=${page.state.busy ? "true" : nothing}
            @click=${() => void page.resend(delivery)}
          >
            ${t("log.again")}
          </button>`
    }
  </li>`;
}

function outcome(delivery: Delivery, { t, language }: WebhooksDrawing): string {
  const { last, nextAt, attempts } = delivery;
  const facts = [`${t("log.attempts")}\u00a0: ${attempts}`];
  if (language === "en") facts[0] = `${t("log.attempts")}: ${attempts}`;
  if (last === null) facts.push(t("log.none"));
  else if (last.httpStatus !== null)
    facts.push(t("log.answered", { status: String(last.httpStatus) }));
  else facts.push(t(ERRORS[last.error ?? ""] ?? "error.other"));
  if (nextAt !== null && attempts > 0) {
    facts.push(t("log.next", { date: dateTime(nextAt, language) }));
  }
  return facts.join(" · ");
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
