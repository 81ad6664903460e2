import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { unsafeSVG } from "../shared/drawing.ts";
import { day } from "../shared/format.ts";
import type { Language, Translate } from "../shared/language.ts";
import { navigation, type PlaceLink } from "../shared/places-template.ts";
import type { Places } from "../shared/places.ts";
import { dialogTemplate } from "./dialog-template.ts";
import { limitsAction, limitsTemplate, useOf, type LimitsDrawing } from "./limits-template.ts";
import type { OperatorAccount, OperatorPage } from "./operator-page.ts";
import {
  registerActions,
  registerButton,
  registerTemplate,
  type RegisterDrawing,
} from "./register-template.ts";
import { requestsTemplate } from "./requests-template.ts";
import type { OperatorText } from "./texts.ts";

/** Every place of the operator's page, in the order of its navigation. */
export const OPERATOR_PLACES = ["accounts", "requests", "usage"] as const;

/** A place of the operator's page. */
export type OperatorPlace = (typeof OPERATOR_PLACES)[number];

/** What the page's drawing needs. */
export interface OperatorDrawing {
  readonly page: OperatorPage;
  readonly t: Translate<OperatorText>;
  readonly language: Language;
  /** Speaks another language from now on. */
  readonly speak: (language: Language) => void;
  readonly places: Places<OperatorPlace>;
  readonly usage: () => TemplateResult;
  readonly register: RegisterDrawing;
  readonly limits: LimitsDrawing;
}

/** The whole page. */
export function operatorTemplate(drawing: OperatorDrawing): TemplateResult {
  const { page, register } = drawing;
  const { signedIn: isIn } = page.state;
  // A secret that is shown only once outlives the sign-in of the person who reads it.
  const open = isIn || register.page.state.task?.kind === "shown";
  return html`${isIn ? signedIn(drawing) : signIn(drawing)}
  ${open ? registerTemplate(register) : nothing}`;
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
      <h1 tabindex="-1">${t("sign-in.title")}</h1>
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
        aria-disabled=${busy ? "true" : nothing}
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

function signedIn(drawing: OperatorDrawing): TemplateResult {
  const { page, t, places } = drawing;
  return html`<div class="operator" data-testid="operator" data-vv-state=${places.current}>
      <header class="operator__head">
        <span class="operator__product">${t("page.title")}</span>
        <div class="vv-actions">
          ${languages(drawing)}
          <button type="button" class="vv-button vv-button--small" @click=${() => page.signOut()}>
            ${unsafeSVG(icon("log-out", 16))} ${t("sign-out")}
          </button>
        </div>
      </header>
      <div class="vv-shell">
        ${navigation(places, t("places"), links(drawing))}
        <main class="vv-place">${place(drawing)}</main>
      </div>
    </div>
    ${dialogTemplate(drawing)} ${limitsTemplate(drawing.limits)}`;
}

function links({ page, t }: OperatorDrawing): PlaceLink<OperatorPlace>[] {
  const waiting = { count: page.state.pending.length, counted: t("place.waiting") };
  return [
    { place: "accounts", text: t("place.accounts"), drawing: "users" },
    { place: "requests", text: t("place.requests"), drawing: "bell", ...waiting },
    { place: "usage", text: t("place.usage"), drawing: "signal-good" },
  ];
}

function place(drawing: OperatorDrawing): TemplateResult {
  const { t, places, register } = drawing;
  const heading = html`<h1 tabindex="-1">${t(`place.${places.current}`)}</h1>`;
  switch (places.current) {
    case "accounts":
      return html`<div class="vv-place__head">${heading} ${registerButton(register)}</div>
        ${news(drawing)} ${search(drawing)} ${list(drawing)}`;
    case "requests":
      return html`${heading} ${news(drawing)} ${requestsTemplate(drawing)}`;
    case "usage":
      return html`${heading} ${drawing.usage()}`;
  }
}

/** What went wrong, and what was done last. */
function news(drawing: OperatorDrawing): TemplateResult {
  const { trouble, done } = drawing.page.state;
  const limited = drawing.limits.page.state.done;
  const { t } = drawing;
  const said = [
    ...(done === null ? [] : [t(`done.${done.action}`, { account: done.account })]),
    ...(limited === null ? [] : [drawing.limits.t("done", { account: limited })]),
  ];
  return html`${trouble === null ? nothing : troubleWithRetry(drawing)}
    <div role="status" data-testid="done" class="operator__news">
      ${said.map(
        (text) =>
          html`<p class="vv-banner vv-banner--success">
            ${unsafeSVG(icon("check", 20))} <span>${text}</span>
          </p>`,
      )}
    </div>`;
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
  const { accounts: all, more, query, trouble } = page.state;
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
    ${all.length === 0 ? nothing : table(drawing, all)}
    ${more ? html`<p class="operator__muted">${t("list.more")}</p>` : nothing}`;
}

function table(drawing: OperatorDrawing, all: readonly OperatorAccount[]): TemplateResult {
  const { t } = drawing;
  return html`<table class="vv-table operator__table" aria-label=${t("place.accounts")}>
    <thead>
      <tr>
        <th scope="col">${t("list.account")}</th>
        <th scope="col">${t("list.access")}</th>
        <th scope="col">${t("list.live")}</th>
        <th scope="col">${t("list.hour")}</th>
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
    <td data-label=${t("list.live")} data-testid="live-sessions">
      ${useOf(drawing.limits, account, "maxOpenSessions")}
    </td>
    <td data-label=${t("list.hour")} data-testid="requests-last-hour">
      ${useOf(drawing.limits, account, "maxRequestsPerHour")}
    </td>
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
  ${limitsAction(drawing.limits, account)} ${registerActions(drawing.register, account)}`;
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
