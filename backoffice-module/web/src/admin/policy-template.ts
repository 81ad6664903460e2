import { html, nothing, type TemplateResult } from "lit";
import { agentsTemplate } from "./agents-template.ts";
import { choice, draftIn, faultLine, group, invalid, type PolicyDrawing } from "./policy-fields.ts";

/** The choices of the page *Sharing policy*. */
export function policyTemplate(drawing: PolicyDrawing): TemplateResult {
  return html`${who(drawing)} ${surface(drawing)} ${relay(drawing)} ${retention(drawing)}`;
}

function who(drawing: PolicyDrawing): TemplateResult {
  const { page, t } = drawing;
  const { requestsFrom } = draftIn(drawing);
  const one = (value: "every-agent" | "listed-agents", key: "every" | "listed"): TemplateResult =>
    choice({
      type: "radio",
      name: "requestsFrom",
      value,
      checked: requestsFrom === value,
      text: t(`who.${key}`),
      about: t(`who.${key}.about`),
      set: () => page.edit({ requestsFrom: value }),
    });
  return group(
    t("who.title"),
    t("who.about"),
    html`${one("every-agent", "every")} ${one("listed-agents", "listed")}
    ${requestsFrom === "listed-agents" ? agentsTemplate(drawing) : nothing}`,
  );
}

function surface(drawing: PolicyDrawing): TemplateResult {
  const { page, t } = drawing;
  const draft = draftIn(drawing);
  const choices = (["any", "window", "tab"] as const).map((value) =>
    choice({
      type: "radio",
      name: "surface",
      value,
      checked: draft.surface === value,
      text: t(`surface.${value}`),
      about: t(`surface.${value}.about`),
      set: () => page.edit({ surface: value }),
    }),
  );
  return group(
    t("surface.title"),
    t("surface.about"),
    html`${choices}
    ${draft.surface === "any" ? nothing : html`<p class="policy__note">${t("surface.browsers")}</p>`}`,
  );
}

function relay(drawing: PolicyDrawing): TemplateResult {
  const { page, t } = drawing;
  const { relayOnly } = draftIn(drawing);
  const { saved, faults } = page.state;
  const available = saved?.relayAvailable === true;
  return group(
    t("relay.title"),
    t("relay.about"),
    html`${choice({
      type: "checkbox",
      name: "relayOnly",
      value: "on",
      checked: relayOnly,
      // What stands may always be taken back.
      disabled: !available && !relayOnly,
      invalid: faults.relayOnly !== undefined,
      text: t("relay.only"),
      about: t("relay.only.about"),
      set: (on) => page.edit({ relayOnly: on }),
    })}
    ${available ? nothing : html`<p class="policy__note" data-testid="no-relay">${t("relay.none")}</p>`}
    ${faultLine(drawing, "relayOnly")}`,
    "relayOnly",
  );
}

function retention(drawing: PolicyDrawing): TemplateResult {
  const { page, t } = drawing;
  const { retention: term } = draftIn(drawing);
  const one = (key: "default" | "own"): TemplateResult =>
    choice({
      type: "radio",
      name: "retention",
      value: key,
      checked: term.own === (key === "own"),
      text: t(`retention.${key}`),
      about: t(`retention.${key}.about`, { days: page.state.saved?.defaultRetentionDays ?? "" }),
      set: () => page.edit({ retention: { ...term, own: key === "own" } }),
    });
  return group(
    t("retention.title"),
    t("retention.about"),
    html`${one("default")} ${one("own")} ${term.own ? days(drawing) : nothing}`,
  );
}

function days(drawing: PolicyDrawing): TemplateResult {
  const { page, t } = drawing;
  return html`<div class="vv-field policy__inside">
    <label for="retention-days">${t("retention.days")}</label>
    <input
      class="vv-input policy__days"
      id="retention-days"
      inputmode="numeric"
      maxlength="6"
      autocomplete="off"
      data-testid="retention-days"
      .value=${draftIn(drawing).retention.days}
      aria-invalid=${invalid(drawing, "retention")}
      aria-describedby="fault-retention retention-hint"
      @input=${(event: Event) => {
        const { value } = event.currentTarget as HTMLInputElement;
        page.edit({ retention: { own: true, days: value } });
      }}
    />
    ${faultLine(drawing, "retention")}
    <small id="retention-hint">${t("retention.days.hint")}</small>
  </div>`;
}
