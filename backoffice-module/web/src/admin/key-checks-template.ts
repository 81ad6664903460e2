import { html, nothing, type TemplateResult } from "lit";
import { dateTime } from "../shared/format.ts";
import type { KeySet, TokenTrial } from "./keys-page.ts";
import type { KeysDrawing } from "./keys-template.ts";
import { keysTexts, type KeysText } from "./keys-texts.ts";

/** Where the host publishes its keys. */
export function setTemplate(drawing: KeysDrawing): TemplateResult {
  const { page, t } = drawing;
  const { keySet, tested, setTrouble, setSaved, busy } = page.state;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const value = new FormData(form).get("url");
    const url = typeof value === "string" ? value.trim() : "";
    const testing = event.submitter?.getAttribute("value") === "test";
    void (testing ? page.testSet(url) : page.saveSet(url));
  };
  return html`<details class="keys__more" data-testid="key-set" ?open=${keySet !== null}>
    <summary>${t("set.title")}</summary>
    <p>${t("set.text")}</p>
    <form @submit=${submit}>
      <label class="vv-field">
        ${t("set.url")}
        <input
          class="vv-input keys__code"
          name="url"
          inputmode="url"
          maxlength="2000"
          autocomplete="off"
          spellcheck="false"
          .value=${keySet?.url ?? ""}
          aria-invalid=${setTrouble === "url" ? "true" : "false"}
        />
        <small>${t("set.url.hint")}</small>
      </label>
      ${setTrouble === null ? nothing : failure(t(`trouble.${setTrouble}`))}
      <div role="status">
        ${setSaved ? html`<p>${t("set.saved")}</p>` : nothing}
        ${tested === null ? nothing : found(drawing, tested)}
        ${tested === null && keySet !== null ? found(drawing, keySet) : nothing}
      </div>
      <div class="keys__buttons">
        <button class="vv-button" name="what" value="test" aria-disabled=${busy ? "true" : nothing}>
          ${t("set.test")}
        </button>
        <button
          class="vv-button vv-button--primary"
          name="what"
          value="save"
          aria-disabled=${busy ? "true" : nothing}
        >
          ${t("set.save")}
        </button>
      </div>
    </form>
  </details>`;
}

function found({ t, language }: KeysDrawing, set: KeySet): TemplateResult {
  const problem = `set.problem.${set.problem ?? ""}`;
  const usable = set.keys.some(({ algorithm }) => algorithm !== null);
  return html`${isText(problem) ? failure(t(problem)) : nothing}
  ${
    set.fetchedAt === null
      ? nothing
      : html`<p>
            ${t("set.fetched", { date: dateTime(set.fetchedAt, language) })}
            ${usable ? t("set.found") : t("set.none")}
          </p>
          <ul data-testid="key-set-found">
            ${set.keys.map(
              (key) =>
                html`<li>
                  <code>${key.kid ?? t("set.nameless")}</code>,
                  ${key.algorithm ?? t("set.unusable")}
                  ${
                    key.problem === null
                      ? nothing
                      : html`<span class="keys__muted" lang="en">(${key.problem})</span>`
                  }
                </li>`,
            )}
          </ul>`
  }`;
}

/** Why a token is refused. */
export function trialTemplate(drawing: KeysDrawing): TemplateResult {
  const { page, t } = drawing;
  const { trial, trialTrouble, busy } = page.state;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const value = new FormData(event.currentTarget as HTMLFormElement).get("token");
    void page.tryToken(typeof value === "string" ? value.trim() : "");
  };
  return html`<details class="keys__more" data-testid="key-trial">
    <summary>${t("try.title")}</summary>
    <p>${t("try.text")}</p>
    <form @submit=${submit}>
      <label class="vv-field">
        ${t("try.token")}
        <textarea
          class="vv-input keys__code"
          name="token"
          rows="4"
          required
          autocomplete="off"
          spellcheck="false"
        ></textarea>
      </label>
      ${trialTrouble === null ? nothing : failure(t(`trouble.${trialTrouble}`))}
      <div role="status" data-testid="key-trial-result">
        ${trial === null ? nothing : told(drawing, trial)}
      </div>
      <div class="keys__buttons">
        <button class="vv-button vv-button--primary" aria-disabled=${busy ? "true" : nothing}>
          ${t("try.send")}
        </button>
      </div>
    </form>
  </details>`;
}

function told({ t }: KeysDrawing, trial: TokenTrial): TemplateResult {
  const fault = `fault.${trial.fault ?? ""}`;
  const said = [...Object.entries(trial.header), ...Object.entries(trial.claims)];
  return html`<div
      class="vv-banner ${trial.accepted ? "vv-banner--success" : "vv-banner--danger"}"
      data-vv-fault=${trial.fault ?? "none"}
    >
      <p>
        <strong>${t(trial.accepted ? "try.accepted" : "try.refused")}</strong>
        ${isText(fault) ? t(fault) : (trial.fault ?? "")}
      </p>
    </div>
    ${
      said.length === 0
        ? nothing
        : html`<p>${t("try.said")}</p>
            <dl class="keys__said">
              ${said.map(
                ([name, value]) =>
                  html`<div>
                    <dt><code>${name}</code></dt>
                    <dd>${value}</dd>
                  </div>`,
              )}
            </dl>`
    }`;
}

function failure(words: string): TemplateResult {
  return html`<p class="vv-banner vv-banner--danger" role="alert">${words}</p>`;
}

/** The service may learn new words before this page does. */
function isText(key: string): key is KeysText {
  return Object.hasOwn(keysTexts.fr, key);
}
