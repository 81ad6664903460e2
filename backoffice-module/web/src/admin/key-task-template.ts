import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { dateTime } from "../shared/format.ts";
import { secretField } from "../shared/secret-field.ts";
import type { AgentKey, KeyForm, KeyTask } from "./keys-page.ts";
import type { KeysDrawing } from "./keys-template.ts";

/** Milliseconds. */
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const overlaps = ["PT1H", "P1D", "P7D", "PT0S"] as const;

/** What is being done with a key, in the section itself: a frame may be taller than the window. */
export function taskTemplate(drawing: KeysDrawing, task: KeyTask): TemplateResult {
  switch (task.kind) {
    case "new":
      return box(drawing, "new", drawing.t("new.title"), create(drawing));
    case "roll":
      return box(
        drawing,
        "roll",
        drawing.t("keys.roll.for", { kid: task.key.kid }),
        roll(drawing, task.key),
      );
    case "revoke":
      return box(
        drawing,
        "revoke",
        drawing.t("keys.revoke.for", { kid: task.key.kid }),
        revoke(drawing, task.key),
      );
    case "shown":
      return box(drawing, "shown", drawing.t("shown.title"), shown(drawing, task));
  }
}

function box(
  { page, t }: KeysDrawing,
  kind: KeyTask["kind"],
  title: string,
  content: TemplateResult,
): TemplateResult {
  const { taskTrouble } = page.state;
  return html`<section class="keys__task" aria-labelledby="key-task" data-testid="key-task-${kind}">
    <h2 id="key-task" tabindex="-1" ${ref(focused)} data-kind=${kind}>${title}</h2>
    ${
      taskTrouble === null
        ? nothing
        : html`<p class="vv-banner vv-banner--danger" role="alert" id="key-trouble">
            ${t(`trouble.${taskTrouble}`)}
          </p>`
    }
    ${content}
  </section>`;
}

const seen = new WeakMap<HTMLElement, string>();

/** Once for each thing that begins, so that keyboard and screen reader are where it happens. */
function focused(element: Element | undefined): void {
  if (!(element instanceof HTMLElement)) return;
  queueMicrotask(() => {
    const kind = element.dataset["kind"] ?? "";
    if (!element.isConnected || seen.get(element) === kind) return;
    seen.set(element, kind);
    element.focus();
  });
}

function create(drawing: KeysDrawing): TemplateResult {
  const { page, t } = drawing;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void page.add(formOf(event));
  };
  return html`<form @submit=${submit}>
    ${kinds(drawing)}
    <label class="vv-field">
      ${t("new.kid")}
      <input
        class="vv-input keys__code"
        name="kid"
        maxlength="128"
        autocomplete="off"
        spellcheck="false"
        aria-invalid=${page.state.taskTrouble === "kid" ? "true" : "false"}
      />
      <small>${t("new.kid.hint")}</small>
    </label>
    ${buttons(drawing, t("new.send"), "vv-button--primary")}
  </form>`;
}

function kinds({ page, t }: KeysDrawing): TemplateResult {
  const wrong = ["publicKey", "private"].includes(page.state.taskTrouble ?? "");
  return html`<fieldset class="keys__kinds">
    <legend>${t("new.kind")}</legend>
    <label><input type="radio" name="kind" value="secret" checked /> ${t("new.kind.secret")}</label>
    <label>
      <input type="radio" name="kind" value="public" data-testid="key-public" />
      ${t("new.kind.public")}
    </label>
    <label class="vv-field keys__public">
      ${t("new.publicKey")}
      <textarea
        class="vv-input keys__code"
        name="publicKey"
        rows="5"
        spellcheck="false"
        aria-invalid=${wrong ? "true" : "false"}
      ></textarea>
      <small>${t("new.publicKey.hint")}</small>
    </label>
  </fieldset>`;
}

function roll(drawing: KeysDrawing, key: AgentKey): TemplateResult {
  const { page, t } = drawing;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void page.roll(key, formOf(event), fieldOf(event, "overlap"));
  };
  return html`<form @submit=${submit}>
    <p>${t("roll.text")}</p>
    ${kinds(drawing)}
    <label class="vv-field">
      ${t("roll.overlap")}
      <select class="vv-select" name="overlap">
        ${overlaps.map((value) => html`<option value=${value}>${t(`roll.${value}`)}</option>`)}
      </select>
    </label>
    ${buttons(drawing, t("roll.send"), "vv-button--primary")}
  </form>`;
}

function revoke(drawing: KeysDrawing, key: AgentKey): TemplateResult {
  const { page, t } = drawing;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void page.revoke(key, Number(fieldOf(event, "when")));
  };
  const { items, keySet } = page.state;
  const others = items?.filter(({ kid, state }) => state === "active" && kid !== key.kid);
  const published = keySet?.keys.some(({ problem }) => problem === null) ?? false;
  return html`<form @submit=${submit}>
    <p>${t("revoke.text")}</p>
    ${
      others?.length === 0 && !published
        ? html`<p class="vv-banner vv-banner--warning" data-testid="key-last">
            ${t("revoke.last")}
          </p>`
        : nothing
    }
    <label class="vv-field">
      ${t("revoke.when")}
      <select class="vv-select" name="when">
        <option value="0">${t("revoke.now")}</option>
        <option value=${HOUR}>${t("revoke.hour")}</option>
        <option value=${DAY}>${t("revoke.day")}</option>
      </select>
    </label>
    ${buttons(drawing, t("revoke.send"), "vv-button--danger")}
  </form>`;
}

function shown(drawing: KeysDrawing, task: Extract<KeyTask, { kind: "shown" }>): TemplateResult {
  const { page, t, language } = drawing;
  const { key, secret, replaced } = task;
  return html`<p>
      ${secret === null ? t("shown.public", { algorithm: key.algorithm }) : t("shown.once")}
    </p>
    <label class="vv-field">
      ${t("shown.kid")}
      <input class="vv-input keys__code" readonly .value=${key.kid} data-testid="shown-kid" />
    </label>
    ${
      secret === null
        ? nothing
        : secretField({
            secret,
            label: t("shown.secret"),
            hint: t("shown.secret.hint"),
            copy: t("shown.copy"),
            done: t("shown.copied"),
            copied: task.copied,
            onCopied: () => page.copied(),
          })
    }
    ${
      replaced === null
        ? nothing
        : html`<p>
            ${t("shown.replaced", {
              kid: replaced.kid,
              date: replaced.revokedAt === null ? "" : dateTime(replaced.revokedAt, language),
            })}
          </p>`
    }
    <div class="keys__buttons">
      <button
        type="button"
        class="vv-button vv-button--primary"
        data-testid="shown-done"
        @click=${() => leave(drawing)}
      >
        ${t("shown.done")}
      </button>
    </div>`;
}

function buttons(drawing: KeysDrawing, label: string, look: string): TemplateResult {
  const { page, t } = drawing;
  return html`<div class="keys__buttons">
    <button type="button" class="vv-button" @click=${() => leave(drawing)}>${t("cancel")}</button>
    <button
      class="vv-button ${look}"
      data-testid="key-confirm"
      aria-disabled=${page.state.busy ? "true" : nothing}
    >
      ${label}
    </button>
  </div>`;
}

function leave({ page }: KeysDrawing): void {
  page.begin(null);
  document.getElementById("keys-new")?.focus();
}

function formOf(event: SubmitEvent): KeyForm {
  const isPublic = fieldOf(event, "kind") === "public";
  return { kid: fieldOf(event, "kid"), publicKey: isPublic ? fieldOf(event, "publicKey") : null };
}

function fieldOf(event: SubmitEvent, name: string): string {
  const value = new FormData(event.currentTarget as HTMLFormElement).get(name);
  return typeof value === "string" ? value.trim() : "";
}
