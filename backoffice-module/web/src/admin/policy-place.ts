import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { unsafeSVG } from "../shared/drawing.ts";
import { dateTime } from "../shared/format.ts";
import { focusOnce } from "../shared/places-template.ts";
import type { PolicyField } from "./policy.ts";
import type { PolicyDrawing } from "./policy-fields.ts";
import type { PolicyConflict } from "./policy-page.ts";

/** What of a place is its own. */
export interface PolicyPlace {
  readonly name: "policy" | "website";
  readonly lead: string;
  /** Only drawn once the policy is loaded. */
  readonly choices: (drawing: PolicyDrawing) => TemplateResult;
  readonly preview: TemplateResult;
  /** Saves, and leads to what is wrong. */
  readonly onSave: (confirmed?: boolean) => void;
}

/** A place on which the policy is decided: choices beside their preview, and what saves them. */
export function policyPlace(drawing: PolicyDrawing, place: PolicyPlace): TemplateResult {
  const { page, mayDecide, t } = drawing;
  const lead = html`<p class="vv-lead">${place.lead}</p>`;
  if (page.state.draft === null) return html`${lead} ${notLoaded(drawing)}`;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    place.onSave();
  };
  return html`${lead}
    ${
      mayDecide
        ? nothing
        : html`<p class="vv-banner">
            ${unsafeSVG(icon("info", 20))} <span>${t("read-only")}</span>
          </p>`
    }
    ${conflict(drawing)} ${shortening(drawing, place)}
    <form
      class="policy"
      novalidate
      aria-labelledby="title-${place.name}"
      data-testid="${place.name}-form"
      @submit=${submit}
    >
      <div class="policy__columns">
        <fieldset class="vv-card policy__choices" ?disabled=${!mayDecide}>
          ${place.choices(drawing)}
        </fieldset>
        ${place.preview}
      </div>
      ${mayDecide ? saveBar(drawing) : nothing}
    </form>`;
}

function notLoaded({ page, t }: PolicyDrawing): TemplateResult {
  return page.state.failed
    ? html`<div class="vv-banner vv-banner--warning" role="alert">
        <p>${t("failed")}</p>
        <button type="button" class="vv-button vv-button--small" @click=${() => void page.load()}>
          ${t("retry")}
        </button>
      </div>`
    : html`<p class="admin__loading" role="status">
        <span class="vv-spinner" aria-hidden="true"></span> ${t("loading")}
      </p>`;
}

function saveBar(drawing: PolicyDrawing): TemplateResult {
  const { page, t } = drawing;
  const { busy, trouble } = page.state;
  return html`<div class="vv-savebar" ?data-dirty=${page.dirty} data-testid="savebar">
    <div class="policy__standing">
      <div role="status" data-testid="saved">${standing(drawing)}</div>
      ${
        trouble === null
          ? nothing
          : html`<p class="vv-field-error" role="alert">
              ${unsafeSVG(icon("warning", 18))} <span>${t(`trouble.${trouble}`)}</span>
            </p>`
      }
      <small class="policy__last">${last(drawing)}</small>
    </div>
    <div class="vv-actions">
      ${
        page.dirty
          ? html`<button
              type="button"
              class="vv-button"
              data-testid="policy-discard"
              @click=${() => after(() => page.discard())}
            >
              ${t("save.discard")}
            </button>`
          : nothing
      }
      <button
        class="vv-button vv-button--primary"
        data-testid="policy-save"
        aria-disabled=${busy ? "true" : nothing}
      >
        ${t("save.send")}
      </button>
    </div>
  </div>`;
}

function standing({ page, t }: PolicyDrawing): TemplateResult {
  if (page.dirty) return html`<p><strong>${t("save.dirty")}</strong></p>`;
  const text = page.state.justSaved ? t("save.done") : t("save.clean");
  return html`<p>${unsafeSVG(icon("check", 18))} <span>${text}</span></p>`;
}

function last({ page, t, language }: PolicyDrawing): string {
  const { saved } = page.state;
  if (saved === null || saved.decidedAt === null) return t("save.never");
  const by = saved.decidedBy ?? t("conflict.somebody");
  return t("save.last", { by, date: dateTime(saved.decidedAt, language) });
}

function conflict(drawing: PolicyDrawing): TemplateResult | typeof nothing {
  const { page, t, language } = drawing;
  const found = page.state.conflict;
  if (found === null) return nothing;
  const { decidedBy, decidedAt } = found.theirs;
  const by = decidedBy ?? t("conflict.somebody");
  const date = decidedAt === null ? "" : dateTime(decidedAt, language);
  return html`<section
    class="vv-banner vv-banner--warning vv-ask"
    aria-labelledby="conflict-title"
    data-testid="conflict"
  >
    ${unsafeSVG(icon("users", 20))}
    <div>
      <h2 id="conflict-title" tabindex="-1" ${ref(focusOnce)}>${t("conflict.title", { by })}</h2>
      <p>${t("conflict.text", { date })}</p>
      ${differences(drawing, found, by)}
      <div class="vv-actions">
        <button
          type="button"
          class="vv-button vv-button--primary vv-button--small"
          data-testid="conflict-take"
          @click=${() => after(() => page.takeTheirs())}
        >
          ${t("conflict.take")}
        </button>
        <button
          type="button"
          class="vv-button vv-button--small"
          data-testid="conflict-give-up"
          @click=${() => after(() => page.giveUp())}
        >
          ${t("conflict.give-up")}
        </button>
      </div>
    </div>
  </section>`;
}

/** What goes for good is asked about, beside the form: in a high frame a dialog may be out of sight. */
function shortening(
  { page, t }: PolicyDrawing,
  { name, onSave }: PolicyPlace,
): TemplateResult | typeof nothing {
  const days = page.state.shortening;
  if (days === null) return nothing;
  const back = (): void => after(() => page.keepLonger());
  return html`<div
    class="vv-banner vv-banner--warning vv-ask"
    role="alertdialog"
    aria-labelledby="shorter-title-${name}"
    aria-describedby="shorter-text-${name}"
    data-testid="shortening"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === "Escape") back();
    }}
  >
    ${unsafeSVG(icon("warning", 20))}
    <div>
      <h2 id="shorter-title-${name}">${t("shorter.title")}</h2>
      <p id="shorter-text-${name}">
        ${t(days === 1 ? "shorter.text.one" : "shorter.text.many", { days })}
      </p>
      <div class="vv-actions">
        <button
          type="button"
          class="vv-button vv-button--danger vv-button--small"
          data-testid="shortening-save"
          @click=${() => after(() => onSave(true))}
        >
          ${t("shorter.save")}
        </button>
        <button
          type="button"
          class="vv-button vv-button--small"
          data-testid="shortening-back"
          ${ref(focusOnce)}
          @click=${back}
        >
          ${t("shorter.back")}
        </button>
      </div>
    </div>
  </div>`;
}

function differences({ t }: PolicyDrawing, found: PolicyConflict, by: string): TemplateResult {
  const named = (fields: readonly PolicyField[]): string =>
    fields.map((field) => t(`field.${field}`)).join(", ");
  const line = (key: "there" | "both", fields: readonly PolicyField[]) =>
    fields.length === 0
      ? nothing
      : html`<p data-testid="conflict-${key}">
          ${t(`conflict.${key}`, { by, fields: named(fields) })}
        </p>`;
  return html`${line("there", found.there)} ${line("both", found.both)}`;
}

/** What was pressed is gone then: the keyboard goes to what saves. */
function after(work: () => void): void {
  work();
  const buttons = document.querySelectorAll<HTMLElement>('[data-testid="policy-save"]');
  [...buttons].find((one) => one.closest("[hidden]") === null)?.focus();
}
