import { html, type TemplateResult } from "lit";
import type { Language } from "../shared/language.ts";
import { logoTemplate } from "./logo-template.ts";
import { lengthOf, LONGEST_MESSAGE, type PolicyDraft } from "./policy.ts";
import { choice, draftIn, faultLine, group, invalid, type PolicyDrawing } from "./policy-fields.ts";

const ORDERS = ["fr-en", "en-fr", "fr", "en"] as const;

/** The choices of the page *Website & visitors*. */
export function websiteTemplate(drawing: PolicyDrawing): TemplateResult {
  return html`${words(drawing)} ${logoTemplate(drawing)} ${languages(drawing)} ${privacy(drawing)}
  ${help(drawing)} ${signed(drawing)}`;
}

function words(drawing: PolicyDrawing): TemplateResult {
  const { w } = drawing;
  return group(
    w("words.title"),
    w("words.about"),
    html`${message(drawing, "messageFr", "fr")} ${message(drawing, "messageEn", "en")}`,
  );
}

function message(
  drawing: PolicyDrawing,
  field: "messageFr" | "messageEn",
  language: Language,
): TemplateResult {
  const { page, w } = drawing;
  const text = draftIn(drawing)[field];
  const left = LONGEST_MESSAGE - lengthOf(text);
  const count = left < 0 ? w("words.over", { count: -left }) : w("words.left", { count: left });
  return html`<div class="vv-field">
    <label for=${field}>${w(`words.${language}`)}</label>
    <textarea
      class="vv-input"
      id=${field}
      rows="3"
      lang=${language}
      data-testid=${field}
      .value=${text}
      aria-invalid=${invalid(drawing, field)}
      aria-describedby="fault-${field} hint-${field}"
      @input=${(event: Event) =>
        page.edit({ [field]: (event.currentTarget as HTMLTextAreaElement).value })}
    ></textarea>
    ${faultLine(drawing, field)}
    <div class="vv-field__foot" id="hint-${field}">
      <span>${w("words.hint")}</span>
      <span class="vv-field__count" ?data-over=${left < 0}>${count}</span>
    </div>
  </div>`;
}

function languages(drawing: PolicyDrawing): TemplateResult {
  const { page, w } = drawing;
  const order = draftIn(drawing).languages.join("-");
  const choices = ORDERS.map((value) =>
    choice({
      type: "radio",
      name: "languages",
      value,
      checked: order === value,
      text: w(`languages.${value}`),
      about: w(`languages.${value}.about`),
      set: () => page.edit({ languages: value.split("-") as Language[] }),
    }),
  );
  return group(
    w("languages.title"),
    w("languages.about"),
    html`<div class="policy__pairs">${choices}</div>
      ${faultLine(drawing, "languages")}`,
    "languages",
  );
}

function privacy(drawing: PolicyDrawing): TemplateResult {
  const { w } = drawing;
  return group(
    w("privacy.title"),
    w("privacy.about"),
    html`${address(drawing, "privacyUrlFr", "fr")} ${address(drawing, "privacyUrlEn", "en")}`,
  );
}

function address(
  drawing: PolicyDrawing,
  field: "privacyUrlFr" | "privacyUrlEn",
  language: Language,
): TemplateResult {
  const { page, w } = drawing;
  return html`<div class="vv-field">
    <label for=${field}>${w(`privacy.${language}`)}</label>
    <input
      class="vv-input"
      id=${field}
      inputmode="url"
      autocomplete="off"
      spellcheck="false"
      placeholder="https://"
      data-testid=${field}
      .value=${draftIn(drawing)[field]}
      aria-invalid=${invalid(drawing, field)}
      aria-describedby="fault-${field} hint-${field}"
      @input=${(event: Event) =>
        page.edit({ [field]: (event.currentTarget as HTMLInputElement).value })}
    />
    ${faultLine(drawing, field)}
    <small id="hint-${field}">${w("privacy.hint")}</small>
  </div>`;
}

function help(drawing: PolicyDrawing): TemplateResult {
  return alone(drawing, "help", "ask", "visitorsMayAsk");
}

function signed(drawing: PolicyDrawing): TemplateResult {
  return alone(drawing, "signed", "only", "signedVisitorsOnly");
}

type AloneText = "help.ask" | "signed.only";

function alone<Key extends "help" | "signed">(
  drawing: PolicyDrawing,
  key: Key,
  what: Key extends "help" ? "ask" : "only",
  field: keyof PolicyDraft & ("visitorsMayAsk" | "signedVisitorsOnly"),
): TemplateResult {
  const { page, w } = drawing;
  const text = `${key}.${what}` as AloneText;
  return group(
    w(`${key}.title`),
    w(`${key}.about`),
    choice({
      type: "checkbox",
      name: field,
      value: "on",
      checked: draftIn(drawing)[field],
      text: w(text),
      about: w(`${text}.about`),
      set: (on) => page.edit({ [field]: on }),
    }),
  );
}
