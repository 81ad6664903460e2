import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { unsafeSVG } from "../shared/drawing.ts";
import { day, dateTime } from "../shared/format.ts";
import type { Language, Translate } from "../shared/language.ts";
import { dialogTemplate } from "./dialog-template.ts";
import type { OperatorAccount, OperatorPage } from "./operator-page.ts";
import {
  registerActions,
  registerButton,
  registerTemplate,
  type RegisterDrawing,
} from "./register-template.ts";
import type { OperatorText } from "./texts.ts";

/** What the page's drawing needs. */
export interface OperatorDrawing {
  readonly page: OperatorPage;
  readonly t: Translate<OperatorText>;
  readonly language: Language;
  /** Speaks another language from now on. */
  readonly speak: (language: Language) => void;
  /** The view of usage when it is chosen, else null: the accounts. */
  readonly usage: TemplateResult | null;
  readonly register: RegisterDrawing;
}

/** The whole page. */
export function operatorTemplate(drawing: OperatorDrawing): TemplateResult {
  return drawing.page.state.signedIn ? accounts(drawing) : signIn(drawing);
}

function languages({ language, speak }: OperatorDrawing): TemplateResult {
  const other = language === "fr" ? "en" : "fr";
  return html`<button
    type="button"
    class="vv-button vv-button--small"
    lang=${other}
    data-testid="language"
    @click=${() => speak(other)}
  >
    ${unsafeSVG(icon("globe", 16))} ${other === "fr" ? "Français" : "English"}
  </button>`;
}

function signIn(drawing: OperatorDrawing): TemplateResult {
  const { page, t } = drawing;
  const { trouble, busy } = page.state;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    void page.signIn(text(form, "name"), text(form, "password"));
  };
  return html`<main
    class="operator operator--sign-in"
    data-testid="operator"
    data-vv-state="sign-in"
  >
    <form class="vv-card" @submit=${submit}>
      <h1>${t("sign-in.title")}</h1>
      <p class="operator__muted">${t("sign-in.text")}</p>
      ${trouble === null ? nothing : troubleBanner(trouble, t)}
      <label class="vv-field">
        ${t("sign-in.name")}
        <input class="vv-input" name="name" autocomplete="username" required />
      </label>
      <label class="vv-field">
        ${t("sign-in.password")}
        <input
          class="vv-input"
          name="password"
          type="password"
          autocomplete="current-password"
          required
        />
      </label>
      <button
        class="vv-button vv-button--primary operator__wide"
        data-testid="sign-in"
        ?disabled=${busy}
      >
        ${t("sign-in.send")}
      </button>
    </form>
    <div class="operator__languages">${languages(drawing)}</div>
  </main>`;
}

function troubleBanner(
  trouble: NonNullable<OperatorPage["state"]["trouble"]>,
  t: OperatorDrawing["t"],
): TemplateResult {
  const key: OperatorText =
    trouble === "unreachable" || trouble === "other" ? `trouble.${trouble}` : `sign-in.${trouble}`;
  return html`<p class="vv-banner vv-banner--danger operator__trouble" role="alert">${t(key)}</p>`;
}

function accounts(drawing: OperatorDrawing): TemplateResult {
  const { page, t, usage } = drawing;
  const state = usage === null ? "accounts" : "usage";
  return html`<main class="operator" data-testid="operator" data-vv-state=${state}>
      <header class="operator__head">
        <h1>
          <span class="operator__product">Visavis</span> ${t(usage === null ? "heading" : "usage")}
        </h1>
        <div class="operator__actions">
          ${languages(drawing)}
          <button type="button" class="vv-button vv-button--small" @click=${() => page.signOut()}>
            ${unsafeSVG(icon("log-out", 16))} ${t("sign-out")}
          </button>
        </div>
      </header>
      ${views(drawing)} ${usage ?? accountsView(drawing)}
    </main>
    ${dialogTemplate(drawing)} ${registerTemplate(drawing.register)}`;
}

function views({ t, usage }: OperatorDrawing): TemplateResult {
  const view = (hash: string, key: "heading" | "usage", chosen: boolean): TemplateResult =>
    html`<a class="vv-tab" href=${hash} aria-current=${chosen ? "page" : nothing}>${t(key)}</a>`;
  return html`<nav class="vv-tabs" aria-label=${t("views")}>
    ${view("#/", "heading", usage === null)} ${view("#/usage", "usage", usage !== null)}
  </nav>`;
}

function accountsView(drawing: OperatorDrawing): TemplateResult {
  const { trouble, done } = drawing.page.state;
  const { t } = drawing;
  return html`${trouble === null ? nothing : troubleWithRetry(drawing)}
    <div role="status" data-testid="done">
      ${
        done === null
          ? nothing
          : html`<p class="vv-banner vv-banner--success">
              ${unsafeSVG(icon("check", 20))}
              <span>${t(`done.${done.action}`, { account: done.account })}</span>
            </p>`
      }
    </div>
    ${pending(drawing)} ${registerButton(drawing.register)} ${search(drawing)} ${list(drawing)}`;
}

function troubleWithRetry({ page, t }: OperatorDrawing): TemplateResult {
  const known = page.state.trouble === "unreachable" ? "unreachable" : "other";
  return html`<div class="vv-banner vv-banner--danger" role="alert">
    ${unsafeSVG(icon("warning", 20))}
    <p>${t(`trouble.${known}`)}</p>
    <button type="button" class="vv-button vv-button--small" @click=${() => void page.load()}>
      ${t("retry")}
    </button>
  </div>`;
}

function pending({ page, t, language }: OperatorDrawing): TemplateResult | typeof nothing {
  const waiting = page.state.pending;
  if (waiting.length === 0) return nothing;
  return html`<section class="vv-card operator__pending" aria-labelledby="pending">
    <h2 id="pending">
      ${t("pending.title")} <span class="vv-badge vv-badge--warning">${waiting.length}</span>
    </h2>
    <ul class="operator__requests" role="list">
      ${repeat(
        waiting,
        (account) => account.id,
        (account) => request(account, page, t, language),
      )}
    </ul>
  </section>`;
}

function request(
  account: OperatorAccount,
  page: OperatorPage,
  t: OperatorDrawing["t"],
  language: Language,
): TemplateResult {
  const asked = account.accessRequest;
  if (asked === null) return html``;
  const date = dateTime(asked.requestedAt, language);
  const { message } = asked;
  return html`<li class="operator__request" data-testid="pending-${account.siteKey}">
    <div>
      <strong>${account.name}</strong>
      <p class="operator__muted">${t("pending.from", { by: asked.requestedBy, date })}</p>
      ${
        message === null || message === ""
          ? nothing
          : html`<p class="operator__message">${t("pending.message", { message })}</p>`
      }
    </div>
    <button
      type="button"
      class="vv-button vv-button--primary vv-button--small"
      aria-label=${t("action.grant.for", { account: account.name })}
      @click=${() => page.openGrant(account)}
    >
      ${t("action.grant")}
    </button>
  </li>`;
}

function search({ page, t }: OperatorDrawing): TemplateResult {
  return html`<label class="vv-field operator__search">
    ${t("search.label")}
    <input
      class="vv-input"
      type="search"
      data-testid="search"
      autocomplete="off"
      @input=${(event: Event) => void page.search((event.currentTarget as HTMLInputElement).value)}
    />
  </label>`;
}

function list(drawing: OperatorDrawing): TemplateResult {
  const { page, t } = drawing;
  const { accounts: all, query, trouble } = page.state;
  if (all === null) {
    if (trouble !== null) return html``;
    return html`<p class="operator__muted" role="status">
      <span class="vv-spinner" aria-hidden="true"></span> ${t("loading")}
    </p>`;
  }
  const empty = query === "" ? t("search.empty") : t("search.none", { query });
  const count =
    all.length === 1 ? t("list.count.one") : t("list.count.many", { count: all.length });
  return html`<p class="operator__muted" role="status">${all.length === 0 ? empty : count}</p>
    ${all.length === 0 ? nothing : table(drawing, all)}`;
}

function table(drawing: OperatorDrawing, all: readonly OperatorAccount[]): TemplateResult {
  const { t } = drawing;
  return html`<table class="vv-table operator__table" aria-label=${t("heading")}>
    <thead>
      <tr>
        <th scope="col">${t("list.account")}</th>
        <th scope="col">${t("list.access")}</th>
        <th scope="col">${t("list.live")}</th>
        <th scope="col">${t("list.total")}</th>
        <th scope="col">${t("list.actions")}</th>
      </tr>
    </thead>
    <tbody>
      ${repeat(
        all,
        (account) => account.id,
        (account) => row(drawing, account),
      )}
    </tbody>
  </table>`;
}

function row(drawing: OperatorDrawing, account: OperatorAccount): TemplateResult {
  const { t } = drawing;
  return html`<tr
    data-testid="account-${account.siteKey}"
    data-vv-eligible=${account.eligible ? "true" : "false"}
  >
    <th scope="row">
      <span class="operator__name">${account.name}</span>
      <code class="operator__key">${account.siteKey}</code>
    </th>
    <td data-label=${t("list.access")}>${badge(account, drawing)}</td>
    <td data-label=${t("list.live")} data-testid="live-sessions">${account.liveSessions}</td>
    <td data-label=${t("list.total")}>${account.sessionsTotal}</td>
    <td><div class="operator__actions">${rowActions(drawing, account)}</div></td>
  </tr>`;
}

function rowActions(drawing: OperatorDrawing, account: OperatorAccount): TemplateResult {
  const { page, t } = drawing;
  const button = (key: "grant" | "change" | "revoke" | "history", press: () => void) =>
    html`<button
      type="button"
      class="vv-button vv-button--small"
      data-testid="action-${key}"
      aria-label=${t(`action.${key}.for`, { account: account.name })}
      @click=${press}
    >
      ${t(`action.${key}`)}
    </button>`;
  const grant = (): void => page.openGrant(account);
  return html`${
    account.eligible
      ? html`${button("revoke", () => void page.openRevoke(account))} ${button("change", grant)}`
      : button("grant", grant)
  }
  ${button("history", () => void page.openHistory(account))}
  ${registerActions(drawing.register, account)}`;
}

function badge(account: OperatorAccount, { t, language }: OperatorDrawing): TemplateResult {
  const { reason, eligibleUntil: until, eligible } = account;
  const look = eligible
    ? "vv-badge--success"
    : reason === "never-granted"
      ? ""
      : "vv-badge--danger";
  return html`<span class="vv-badge ${look}">${words()}</span>`;

  function words(): string {
    const date = until === null ? null : day(until, language);
    if (eligible) {
      return date === null ? t("access.eligible") : t("access.eligible.until", { date });
    }
    if (reason === "past-end-date" && date !== null) return t("access.past-end-date.at", { date });
    return t(`access.${reason}`);
  }
}

/** A form's field as trimmed text. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
