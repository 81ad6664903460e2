import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { closeAround, showModal } from "../shared/dialog.ts";
import { day, dateTime } from "../shared/format.ts";
import type { Translate } from "../shared/language.ts";
import { limitSteps, type LimitStep } from "./limits-history.ts";
import type { LimitsText } from "./limits-texts.ts";
import type { AccessEvent, OperatorAccount, OperatorDialog } from "./operator-page.ts";
import { text, type OperatorDrawing } from "./operator-template.ts";

/** The question or history that lies open; nothing when none does. */
export function dialogTemplate(drawing: OperatorDrawing): TemplateResult | typeof nothing {
  const { dialog } = drawing.page.state;
  if (dialog === null) return nothing;
  return html`<dialog
    class="vv-card operator__dialog"
    data-testid="dialog-${dialog.kind}"
    aria-labelledby="dialog-title"
    ${ref(showModal)}
    @close=${() => drawing.page.closeDialog()}
  >
    ${content(drawing, dialog)}
  </dialog>`;
}

function content(drawing: OperatorDrawing, dialog: OperatorDialog): TemplateResult {
  switch (dialog.kind) {
    case "grant":
      return grant(drawing, dialog.account);
    case "refuse":
      return refuse(drawing, dialog.account);
    case "revoke":
      return revoke(drawing, dialog.account, dialog.fresh);
    case "history":
      return history(drawing, dialog.account, dialog.events);
  }
}

function grant(drawing: OperatorDrawing, account: OperatorAccount): TemplateResult {
  const { page, t } = drawing;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    void page.grant(account, endOfDay(text(form, "until")), text(form, "note"));
  };
  const past = page.state.dialogTrouble === "past";
  return html`<form @submit=${submit}>
    <h2 id="dialog-title">${t("action.grant.for", { account: account.name })}</h2>
    <p>${t("grant.text")}</p>
    <label class="vv-field">
      ${t("grant.until")}
      <input
        class="vv-input"
        type="date"
        name="until"
        aria-invalid=${past ? "true" : "false"}
        aria-describedby="until-hint"
        .value=${localDay(account.eligible ? account.eligibleUntil : null)}
      />
      <small id="until-hint">${t("grant.until.hint")}</small>
    </label>
    ${note(drawing)} ${trouble(drawing)}
    ${buttons(drawing, t("action.grant"), "vv-button--primary")}
  </form>`;
}

function refuse(drawing: OperatorDrawing, account: OperatorAccount): TemplateResult {
  const { page, t } = drawing;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void page.refuse(account, text(new FormData(event.currentTarget as HTMLFormElement), "note"));
  };
  return html`<form @submit=${submit}>
    <h2 id="dialog-title">${t("action.refuse.for", { account: account.name })}</h2>
    <p>${t("refuse.text")}</p>
    <label class="vv-field">
      ${t("refuse.note")}
      <textarea class="vv-input" name="note" rows="3" maxlength="500"></textarea>
      <small>${t("refuse.note.hint")}</small>
    </label>
    ${trouble(drawing)} ${buttons(drawing, t("action.refuse"), "vv-button--danger")}
  </form>`;
}

function revoke(
  drawing: OperatorDrawing,
  account: OperatorAccount,
  fresh: boolean,
): TemplateResult {
  const { page, t } = drawing;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    void page.revoke(account, text(form, "note"));
  };
  const count = account.liveSessions;
  const open = count === 0 ? "none" : count === 1 ? "one" : "many";
  const ends = fresh ? t(`revoke.live.${open}`, { count }) : t("revoke.live.counting");
  return html`<form @submit=${submit}>
    <h2 id="dialog-title">${t("action.revoke.for", { account: account.name })}</h2>
    <p>${t("revoke.text")}</p>
    <p
      class="vv-banner ${fresh && count > 0 ? "vv-banner--warning" : ""}"
      role="status"
      data-testid="revoke-live"
    >
      ${ends}
    </p>
    ${note(drawing)} ${trouble(drawing)}
    ${buttons(drawing, t("action.revoke"), "vv-button--danger")}
  </form>`;
}

function history(
  drawing: OperatorDrawing,
  account: OperatorAccount,
  events: readonly AccessEvent[] | null,
): TemplateResult {
  const { page, t } = drawing;
  const loading =
    page.state.dialogTrouble === null
      ? html`<p role="status">
          <span class="vv-spinner" aria-hidden="true"></span> ${t("loading")}
        </p>`
      : trouble(drawing);
  return html`<h2 id="dialog-title">${t("action.history.for", { account: account.name })}</h2>
    ${
      events === null
        ? loading
        : events.length === 0
          ? html`<p class="operator__muted">${t("history.empty")}</p>`
          : html`<ol class="operator__history" role="list">
              ${events.map((event) => entry(event, events, drawing))}
            </ol>`
    }
    <div class="operator__buttons">
      <button type="button" class="vv-button" @click=${(event: Event) => closeAround(event)}>
        ${t("close")}
      </button>
    </div>`;
}

function entry(
  event: AccessEvent,
  events: readonly AccessEvent[],
  drawing: OperatorDrawing,
): TemplateResult {
  const { t, language } = drawing;
  const what =
    event.action === "granted" && event.until !== null
      ? t("history.granted.until", { date: day(event.until, language) })
      : t(`history.${event.action}`);
  return html`<li>
    <strong>${what}</strong>
    <p class="operator__muted">
      ${dateTime(event.at, language)}, ${t("history.by", { by: event.by })}
    </p>
    ${limitSteps(events, event).map((step) => html`<p>${limitText(step, drawing.limits.t)}</p>`)}
    ${event.note === null || event.note === "" ? nothing : html`<p>${event.note}</p>`}
  </li>`;
}

function limitText({ field, from, to }: LimitStep, t: Translate<LimitsText>): string {
  const said = (limit: number | null): string | number => limit ?? t("none");
  const name = t(field);
  return from === "unknown"
    ? t("history.now", { name, to: said(to) })
    : t("history.step", { name, from: said(from), to: said(to) });
}

function note({ t }: OperatorDrawing): TemplateResult {
  return html`<label class="vv-field">
    ${t("note")}
    <input class="vv-input" name="note" maxlength="500" autocomplete="off" />
    <small>${t("note.hint")}</small>
  </label>`;
}

function trouble({ page, t }: OperatorDrawing): TemplateResult | typeof nothing {
  const { dialogTrouble } = page.state;
  if (dialogTrouble === null) return nothing;
  const keys = { past: "grant.until.past", answered: "refuse.answered" } as const;
  const key =
    dialogTrouble === "past" || dialogTrouble === "answered"
      ? keys[dialogTrouble]
      : (`trouble.${dialogTrouble}` as const);
  return html`<p class="vv-banner vv-banner--danger operator__trouble" role="alert">${t(key)}</p>`;
}

function buttons({ page, t }: OperatorDrawing, label: string, look: string): TemplateResult {
  return html`<div class="operator__buttons">
    <button type="button" class="vv-button" @click=${(event: Event) => closeAround(event)}>
      ${t("cancel")}
    </button>
    <button
      class="vv-button ${look}"
      data-testid="confirm"
      aria-disabled=${page.state.busy ? "true" : nothing}
    >
      ${label}
    </button>
  </div>`;
}

/** The last moment of a day in the operator's time zone, RFC 3339; null for no day. */
function endOfDay(value: string): string | null {
  const [year, month, date] = value.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  return new Date(year, month - 1, date, 23, 59, 59).toISOString();
}

/** The day of an instant in the operator's time zone, as a date field wants it. */
function localDay(instant: string | null): string {
  if (instant === null) return "";
  const date = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
