import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { closeAround, showModal } from "../shared/dialog.ts";
import { unsafeSVG } from "../shared/drawing.ts";
import type { Translate } from "../shared/language.ts";
import { secretField } from "../shared/secret-field.ts";
import type { OperatorAccount } from "./operator-page.ts";
import type { Origins, RegisterPage, RegisterTask } from "./register-page.ts";
import type { RegisterText } from "./register-texts.ts";

/** How the dialog closes once the person has what is shown only once. */
const NOTED = "noted";

/** What the drawing of registering needs. */
export interface RegisterDrawing {
  readonly page: RegisterPage;
  readonly t: Translate<RegisterText>;
}

/** The button that begins a registration. */
export function registerButton({ page, t }: RegisterDrawing): TemplateResult {
  return html`<button
    type="button"
    class="vv-button"
    data-testid="register"
    @click=${() => page.open({ kind: "new" })}
  >
    ${unsafeSVG(icon("plus", 18))} ${t("register.new")}
  </button>`;
}

/** What can be done with one account. */
export function registerActions(
  { page, t }: RegisterDrawing,
  account: OperatorAccount,
): TemplateResult {
  const button = (kind: "origins" | "key"): TemplateResult =>
    html`<button
      type="button"
      class="vv-button vv-button--small"
      data-testid="action-${kind}"
      aria-label=${t(`${kind}.for`, { account: account.name })}
      @click=${() => page.open({ kind, account })}
    >
      ${t(`${kind}.action`)}
    </button>`;
  return html`${button("origins")} ${button("key")}`;
}

/** What lies open; nothing when nothing does. */
export function registerTemplate(drawing: RegisterDrawing): TemplateResult | typeof nothing {
  const { page } = drawing;
  const { task } = page.state;
  if (task === null) return nothing;
  return html`<dialog
    class="vv-card operator__dialog"
    data-testid="register-${task.kind}"
    aria-labelledby="register-title"
    ${ref(showModal)}
    @cancel=${(event: Event) => {
      if (task.kind === "shown") event.preventDefault();
    }}
    @close=${(event: Event) => closed(page, event.currentTarget as HTMLDialogElement)}
  >
    ${content(drawing, task)}
  </dialog>`;
}

/** A browser lets a second Esc close whatever was held open: what is shown once comes back then. */
function closed(page: RegisterPage, dialog: HTMLDialogElement): void {
  if (page.state.task?.kind === "shown" && dialog.returnValue !== NOTED) dialog.showModal();
  else page.open(null);
}

function content(drawing: RegisterDrawing, task: RegisterTask): TemplateResult {
  switch (task.kind) {
    case "new":
      return register(drawing);
    case "origins":
      return originsOf(drawing, task.account);
    case "key":
      return key(drawing, task.account);
    case "shown":
      return shown(drawing, task);
  }
}

function register(drawing: RegisterDrawing): TemplateResult {
  const { page, t } = drawing;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void page.register(fieldOf(event, "name").trim(), listsOf(event));
  };
  return html`<form @submit=${submit}>
    <h2 id="register-title">${t("register.title")}</h2>
    <p>${t("register.text")}</p>
    <label class="vv-field">
      ${t("register.name")}
      <input class="vv-input" name="name" maxlength="200" autocomplete="off" required />
      <small>${t("register.name.hint")}</small>
    </label>
    ${lists(drawing, { siteOrigins: [], backofficeOrigins: [] })} ${trouble(drawing)}
    ${buttons(drawing, t("register.send"))}
  </form>`;
}

function originsOf(drawing: RegisterDrawing, account: OperatorAccount): TemplateResult {
  const { page, t } = drawing;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void page.setOrigins(account, listsOf(event));
  };
  return html`<form @submit=${submit}>
    <h2 id="register-title">${t("origins.for", { account: account.name })}</h2>
    ${lists(drawing, account)} ${trouble(drawing)} ${buttons(drawing, t("register.send"))}
  </form>`;
}

function key(drawing: RegisterDrawing, account: OperatorAccount): TemplateResult {
  const { page, t } = drawing;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void page.makeKey(account);
  };
  return html`<form @submit=${submit}>
    <h2 id="register-title">${t("key.for", { account: account.name })}</h2>
    <p>${t("key.text")}</p>
    ${trouble(drawing)} ${buttons(drawing, t("key.send"))}
  </form>`;
}

function shown(
  { page, t }: RegisterDrawing,
  { made, copied }: Extract<RegisterTask, { kind: "shown" }>,
): TemplateResult {
  const line = (label: string, value: string, name: string): TemplateResult =>
    html`<label class="vv-field">
      ${label}
      <input class="vv-input register__code" readonly .value=${value} data-testid="shown-${name}" />
    </label>`;
  return html`<h2 id="register-title" tabindex="-1">
      ${t("shown.title", { account: made.account.name })}
    </h2>
    <p>${t("shown.text")}</p>
    ${line(t("shown.siteKey"), made.account.siteKey, "site-key")}
    ${line(t("shown.kid"), made.key.kid, "kid")}
    ${secretField({
      secret: made.key.secret,
      label: t("shown.secret"),
      hint: t("shown.secret.hint"),
      copy: t("shown.copy"),
      done: t("shown.copied"),
      copied,
      onCopied: () => page.copied(),
    })}
    <div class="operator__buttons">
      <button
        type="button"
        class="vv-button vv-button--primary"
        data-testid="shown-done"
        @click=${(event: Event) => closeAround(event, NOTED)}
      >
        ${t("shown.done")}
      </button>
    </div>`;
}

function lists({ page, t }: RegisterDrawing, origins: Origins): TemplateResult {
  const list = (
    name: "siteOrigins" | "backofficeOrigins",
    key: "register.sites" | "register.backoffices",
  ): TemplateResult =>
    html`<label class="vv-field">
      ${t(key)}
      <textarea
        class="vv-input register__code"
        name=${name}
        rows="3"
        spellcheck="false"
        aria-invalid=${page.state.trouble === name ? "true" : "false"}
        .defaultValue=${origins[name].join("\n")}
      ></textarea>
      <small>${t(`${key}.hint`)}</small>
    </label>`;
  return html`${list("siteOrigins", "register.sites")}
  ${list("backofficeOrigins", "register.backoffices")}`;
}

function trouble({ page, t }: RegisterDrawing): TemplateResult | typeof nothing {
  const { trouble: why, refused } = page.state;
  if (why === null) return nothing;
  // The service names the entry that it refuses, and none where the list itself is too long.
  const isList = why === "siteOrigins" || why === "backofficeOrigins";
  return html`<p class="vv-banner vv-banner--danger operator__trouble" role="alert">
    ${t(isList && refused === "" ? "trouble.origins.many" : `trouble.${why}`, { origin: refused })}
  </p>`;
}

function buttons({ page, t }: RegisterDrawing, label: string): TemplateResult {
  return html`<div class="operator__buttons">
    <button type="button" class="vv-button" @click=${(event: Event) => closeAround(event)}>
      ${t("cancel")}
    </button>
    <button
      class="vv-button vv-button--primary"
      data-testid="register-confirm"
      aria-disabled=${page.state.busy ? "true" : nothing}
    >
      ${label}
    </button>
  </div>`;
}

function listsOf(event: SubmitEvent): Origins {
  const lines = (name: string): string[] =>
    fieldOf(event, name)
      .split(/\s+/)
      .filter((line) => line !== "");
  return { siteOrigins: lines("siteOrigins"), backofficeOrigins: lines("backofficeOrigins") };
}

function fieldOf(event: SubmitEvent, name: string): string {
  const value = new FormData(event.currentTarget as HTMLFormElement).get(name);
  return typeof value === "string" ? value : "";
}
