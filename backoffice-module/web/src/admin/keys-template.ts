import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { unsafeSVG } from "../shared/drawing.ts";
import { dateTime } from "../shared/format.ts";
import type { Language, Translate } from "../shared/language.ts";
import type { AgentKey, KeysPage } from "./keys-page.ts";
import { setTemplate, trialTemplate } from "./key-checks-template.ts";
import { taskTemplate } from "./key-task-template.ts";
import type { KeysText } from "./keys-texts.ts";

/** What the drawing of the section needs. */
export interface KeysDrawing {
  readonly page: KeysPage;
  readonly t: Translate<KeysText>;
  readonly language: Language;
}

/** The account's keys. */
export function keysTemplate(drawing: KeysDrawing): TemplateResult {
  const { page, t } = drawing;
  const { items, task, revoked } = page.state;
  return html`<section class="vv-card keys" aria-labelledby="title-keys" data-testid="keys">
    <header class="admin__head">
      <p>${t("keys.intro")}</p>
      ${
        items === null || task !== null
          ? nothing
          : html`<button
              type="button"
              id="keys-new"
              class="vv-button vv-button--small"
              data-testid="key-new"
              @click=${() => page.begin({ kind: "new" })}
            >
              ${unsafeSVG(icon("plus", 16))} ${t("keys.new")}
            </button>`
      }
    </header>
    ${task === null ? nothing : taskTemplate(drawing, task)}
    <div role="status">
      ${
        revoked === null
          ? nothing
          : html`<p class="vv-banner vv-banner--success">
              ${unsafeSVG(icon("check", 20))}
              <span>${t("keys.revoked.done", { kid: revoked })}</span>
            </p>`
      }
    </div>
    ${list(drawing)}
    ${items === null ? nothing : html`${setTemplate(drawing)} ${trialTemplate(drawing)}`}
  </section>`;
}

function list(drawing: KeysDrawing): TemplateResult {
  const { page, t } = drawing;
  const { items, failed } = page.state;
  if (items === null) {
    return failed
      ? html`<div class="vv-banner vv-banner--warning" role="alert">
          <p>${t("keys.error")}</p>
          <button type="button" class="vv-button vv-button--small" @click=${() => void page.load()}>
            ${t("keys.retry")}
          </button>
        </div>`
      : html`<p class="admin__loading"><span class="vv-spinner" aria-hidden="true"></span></p>`;
  }
  const good = items.filter(({ state }) => state !== "revoked");
  const gone = items.filter(({ state }) => state === "revoked");
  return html`${good.length === 0 ? html`<p class="vv-empty">${t("keys.empty")}</p>` : table(drawing, good)}
  ${
    gone.length === 0
      ? nothing
      : html`<details class="keys__more" data-testid="keys-revoked">
          <summary>${t("keys.revoked.list", { count: gone.length })}</summary>
          ${table(drawing, gone)}
        </details>`
  }`;
}

function table(drawing: KeysDrawing, keys: readonly AgentKey[]): TemplateResult {
  const { t } = drawing;
  const headings = ["keys.kid", "keys.created", "keys.used", "keys.state", "keys.actions"] as const;
  return html`<div class="admin__scroll">
    <table class="vv-table keys__table" aria-labelledby="title-keys">
      <thead>
        <tr>
          ${headings.map((key) => html`<th scope="col">${t(key)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          keys,
          (key) => key.kid,
          (key) => row(drawing, key),
        )}
      </tbody>
    </table>
  </div>`;
}

function row(drawing: KeysDrawing, key: AgentKey): TemplateResult {
  const { t, language } = drawing;
  const { kid, createdAt, createdBy, lastUsedAt } = key;
  return html`<tr data-testid="key-${kid}" data-vv-state=${key.state}>
    <td data-label=${t("keys.kid")}>
      <div>
        <code class="keys__kid">${kid}</code>
        <div class="keys__muted">${key.algorithm}, ${t(`keys.kind.${key.kind}`)}</div>
      </div>
    </td>
    <td data-label=${t("keys.created")}>
      <div>
        ${createdAt === null ? t("keys.unknown") : dateTime(createdAt, language)}
        ${
          createdBy === null
            ? nothing
            : html`<div class="keys__muted">${t("keys.created.by", { by: createdBy })}</div>`
        }
      </div>
    </td>
    <td data-label=${t("keys.used")}>
      ${lastUsedAt === null ? t("keys.never") : dateTime(lastUsedAt, language)}
    </td>
    <td data-label=${t("keys.state")}><div>${badge(drawing, key)}</div></td>
    <td data-label=${t("keys.actions")}>${actions(drawing, key)}</td>
  </tr>`;
}

function badge({ t, language }: KeysDrawing, { state, revokedAt }: AgentKey): TemplateResult {
  const date = revokedAt === null ? "" : dateTime(revokedAt, language);
  const look = {
    active: "vv-badge--success",
    ending: "vv-badge--warning",
    revoked: "",
  }[state];
  return html`<span class="vv-badge ${look}">${t(`keys.state.${state}`, { date })}</span>`;
}

function actions({ page, t }: KeysDrawing, key: AgentKey): TemplateResult {
  if (key.state === "revoked") return html`<span>${t("keys.unknown")}</span>`;
  const button = (kind: "roll" | "revoke"): TemplateResult =>
    html`<button
      type="button"
      class="vv-button vv-button--small"
      data-testid="key-${kind}"
      aria-label=${t(`keys.${kind}.for`, { kid: key.kid })}
      ?disabled=${page.state.task?.kind === "shown"}
      @click=${() => page.begin({ kind, key })}
    >
      ${t(`keys.${kind}`)}
    </button>`;
  return html`<div class="keys__actions">
    ${key.state === "active" ? button("roll") : nothing} ${button("revoke")}
  </div>`;
}
