import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import type { AccountState } from "../shared/account.ts";
import { unsafeSVG } from "../shared/drawing.ts";
import { day, dateTime } from "../shared/format.ts";
import type { Language, Translate } from "../shared/language.ts";
import type { AdminState, Trouble } from "./admin-page.ts";
import { historyTemplate } from "./history-template.ts";
import type { AdminText } from "./texts.ts";

/** What the drawing of the account's access needs. */
export interface AccessDrawing {
  readonly state: AdminState;
  readonly t: Translate<AdminText>;
  readonly language: Language;
  readonly role: "agent" | "admin";
  readonly onAsk: (message: string) => void;
  readonly onMore: () => void;
}

/** Whether the account may share, how to ask for it, and its shares. */
export function accessTemplate(drawing: AccessDrawing, account: AccountState): TemplateResult {
  return html`${access(drawing, account)} ${historyTemplate(drawing)}`;
}

function access(drawing: AccessDrawing, account: AccountState): TemplateResult {
  const { t } = drawing;
  return html`<section class="vv-card" aria-labelledby="access">
    <header class="admin__head">
      <h2 id="access">${t("access.title")}</h2>
      ${badge(account, t)}
    </header>
    ${accessTexts(account, drawing).map((text) => html`<p>${text}</p>`)}
    ${refusal(drawing, account)}
    ${account.eligible || account.accessRequestedAt !== null ? nothing : ask(drawing)}
    <p role="status" class="vv-visually-hidden">${drawing.state.asked ? t("ask.sent") : ""}</p>
  </section>`;
}

/** What the operator answered to the last ask, when it was no. */
function refusal(
  { t, language }: AccessDrawing,
  { accessRefusal: no }: AccountState,
): TemplateResult | typeof nothing {
  if (no === null) return nothing;
  return html`<div class="vv-banner vv-banner--warning admin__refusal" data-testid="refusal">
    ${unsafeSVG(icon("info", 20))}
    <div>
      <p>${t("access.refused", { date: dateTime(no.at, language) })}</p>
      ${no.note === null ? nothing : html`<blockquote>${no.note}</blockquote>`}
    </div>
  </div>`;
}

function badge(account: AccountState, t: AccessDrawing["t"]): TemplateResult {
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

function accessTexts(account: AccountState, { t, language }: AccessDrawing): string[] {
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

function whyNot(account: AccountState, t: AccessDrawing["t"], language: Language): string {
  const { reason, name, eligibleUntil: until } = account;
  if (reason === "revoked") return t("access.revoked", { account: name });
  if (reason !== "past-end-date") return t("access.never-granted", { account: name });
  return until === null
    ? t("access.past-end-date-unknown", { account: name })
    : t("access.past-end-date", { account: name, date: day(until, language) });
}

function ask(drawing: AccessDrawing): TemplateResult {
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
    <button
      class="vv-button vv-button--primary"
      data-testid="ask-access"
      aria-disabled=${state.asking ? "true" : nothing}
    >
      ${t("ask.send")}
    </button>
  </form>`;
}

function failure(trouble: Trouble, t: AccessDrawing["t"]): TemplateResult {
  return html`<p class="vv-banner vv-banner--danger" role="alert">${t(`error.${trouble}`)}</p>`;
}
