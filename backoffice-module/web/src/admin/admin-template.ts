import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import type { AccountState } from "../shared/account.ts";
import { unsafeSVG } from "../shared/drawing.ts";
import { day, dateTime } from "../shared/format.ts";
import type { Language, Translate } from "../shared/language.ts";
import type { AdminState, Trouble } from "./admin-page.ts";
import { historyTemplate } from "./history-template.ts";
import { keysTemplate, type KeysDrawing } from "./keys-template.ts";
import type { AdminText } from "./texts.ts";

/** What the page's drawing needs. */
export interface AdminDrawing {
  readonly state: AdminState;
  readonly t: Translate<AdminText>;
  readonly language: Language;
  readonly role: "agent" | "admin";
  /** Inside a host's page, which has a heading of its own. */
  readonly embedded: boolean;
  readonly keys: KeysDrawing;
  readonly onAsk: (message: string) => void;
  readonly onMore: () => void;
  readonly onRetry: () => void;
  /** Settings of their own, between access and history. */
  readonly sections: readonly TemplateResult[];
}

/** The whole page. */
export function adminTemplate(drawing: AdminDrawing): TemplateResult {
  const { state, t } = drawing;
  return html`<main
    class="admin ${drawing.embedded ? "admin--embedded" : ""}"
    data-testid="admin"
    data-vv-state=${stateWord(state)}
  >
    <h1 class=${drawing.embedded ? "vv-visually-hidden" : ""}>${t("page.title")}</h1>
    ${state.account === null ? notLoaded(drawing) : loaded(drawing, state.account)}
  </main>`;
}

function stateWord({ account, trouble }: AdminState): string {
  if (account === null) return trouble === null ? "loading" : "error";
  if (account.eligible) return "eligible";
  return account.accessRequestedAt === null ? account.reason : "requested";
}

function notLoaded({ state, t, onRetry }: AdminDrawing): TemplateResult {
  if (state.trouble === null) {
    return html`<p class="admin__loading" role="status">
      <span class="vv-spinner" aria-hidden="true"></span> ${t("loading")}
    </p>`;
  }
  return html`<div class="vv-banner vv-banner--danger" role="alert" data-testid="admin-error">
    ${unsafeSVG(icon("warning", 20))}
    <div class="admin__trouble">
      <p><strong>${t("error.title")}</strong></p>
      <p>${t(`error.${state.trouble}`)}</p>
      ${
        state.trouble === "misconfigured"
          ? nothing
          : html`<button type="button" class="vv-button vv-button--small" @click=${onRetry}>
              ${t("error.retry")}
            </button>`
      }
    </div>
  </div>`;
}

function loaded(drawing: AdminDrawing, account: AccountState): TemplateResult {
  const { t } = drawing;
  return html`<section class="vv-card" aria-labelledby="access">
      <header class="admin__head">
        <h2 id="access">${t("access.title")}</h2>
        ${badge(account, t)}
      </header>
      ${accessTexts(account, drawing).map((text) => html`<p>${text}</p>`)}
      ${account.eligible || account.accessRequestedAt !== null ? nothing : ask(drawing)}
      <p role="status" class="vv-visually-hidden">${drawing.state.asked ? t("ask.sent") : ""}</p>
    </section>
    ${drawing.role === "admin" ? keysTemplate(drawing.keys) : nothing} ${drawing.sections}
    ${historyTemplate(drawing)}`;
}

function badge(account: AccountState, t: AdminDrawing["t"]): TemplateResult {
  if (account.eligible) {
    return html`<span class="vv-badge vv-badge--success">
      ${unsafeSVG(icon("check", 14))} ${t("access.on")}
    </span>`;
  }
  return account.accessRequestedAt === null
    ? html`<span class="vv-badge">${t("access.off")}</span>`
    : html`<span class="vv-badge vv-badge--warning">
        ${unsafeSVG(icon("clock", 14))} ${t("access.asked")}
      </span>`;
}

function accessTexts(account: AccountState, { t, language }: AdminDrawing): string[] {
  const { eligibleUntil: until, accessRequestedAt: asked } = account;
  if (account.eligible) {
    const end = until === null ? [] : [t("access.until", { date: day(until, language) })];
    return [t("access.eligible", { account: account.name }), ...end];
  }
  return [
    whyNot(account, t, language),
    asked === null
      ? t("access.consequence")
      : t("access.requested", { date: dateTime(asked, language) }),
  ];
}

function whyNot(account: AccountState, t: AdminDrawing["t"], language: Language): string {
  const { reason, name, eligibleUntil: until } = account;
  if (reason === "revoked") return t("access.revoked", { account: name });
  if (reason !== "past-end-date") return t("access.never-granted", { account: name });
  return until === null
    ? t("access.past-end-date-unknown", { account: name })
    : t("access.past-end-date", { account: name, date: day(until, language) });
}

function ask(drawing: AdminDrawing): TemplateResult {
  const { state, t, role, onAsk } = drawing;
  if (role !== "admin") return html`<p>${t("access.not-admin")}</p>`;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const message = new FormData(form).get("message");
    onAsk(typeof message === "string" ? message : "");
  };
  return html`<form class="admin__ask" @submit=${submit} aria-label=${t("ask.title")}>
    <label class="vv-field">
      ${t("ask.label")}
      <textarea class="vv-input" name="message" rows="3" maxlength="1000"></textarea>
      <small>${t("ask.hint")}</small>
    </label>
    ${state.askTrouble === null ? nothing : failure(state.askTrouble, t)}
    <button class="vv-button vv-button--primary" data-testid="ask-access" ?disabled=${state.asking}>
      ${t("ask.send")}
    </button>
  </form>`;
}

function failure(trouble: Trouble, t: AdminDrawing["t"]): TemplateResult {
  return html`<p class="vv-banner vv-banner--danger" role="alert">${t(`error.${trouble}`)}</p>`;
}
