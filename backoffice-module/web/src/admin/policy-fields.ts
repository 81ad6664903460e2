import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { unsafeSVG } from "../shared/drawing.ts";
import type { Language, Translate } from "../shared/language.ts";
import type { PolicyDraft, PolicyField } from "./policy.ts";
import type { PolicyPage } from "./policy-page.ts";
import type { PolicyText } from "./policy-texts.ts";
import type { WebsiteText } from "./website-texts.ts";

/** What the drawing of the policy needs. */
export interface PolicyDrawing {
  readonly page: PolicyPage;
  readonly t: Translate<PolicyText>;
  readonly w: Translate<WebsiteText>;
  readonly language: Language;
  /** An agent reads, an account admin decides. */
  readonly mayDecide: boolean;
}

/** What stands in the form. */
export function draftIn({ page }: PolicyDrawing): PolicyDraft {
  const { draft } = page.state;
  if (draft === null) throw new Error("Nothing is loaded");
  return draft;
}

/** A group of settings with what it is about. */
export function group(
  title: string,
  about: string,
  content: unknown,
  described: PolicyField | null = null,
): TemplateResult {
  return html`<fieldset
    class="vv-settings"
    aria-describedby=${described === null ? nothing : `fault-${described}`}
  >
    <legend>${title}</legend>
    <p class="vv-settings__about">${about}</p>
    ${content}
  </fieldset>`;
}

/** One choice of several, or one that stands alone, with what it leads to. */
export interface Choice {
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly text: string;
  readonly about: string;
  readonly disabled?: boolean;
  readonly invalid?: boolean;
  readonly set: (on: boolean) => void;
}

/** Draws a {@link Choice}. */
export function choice(one: Choice): TemplateResult {
  const id = `${one.name}-${one.value}`;
  return html`<label class="vv-choice">
    <input
      type=${one.type}
      name=${one.name}
      value=${one.value}
      data-testid=${id}
      .checked=${one.checked}
      ?disabled=${one.disabled ?? false}
      aria-invalid=${one.invalid === true ? "true" : nothing}
      aria-describedby="about-${id}"
      @change=${(event: Event) => one.set((event.currentTarget as HTMLInputElement).checked)}
    />
    <span>
      <span class="vv-choice__name">${one.text}</span>
      <span class="vv-choice__about" id="about-${id}">${one.about}</span>
    </span>
  </label>`;
}

/** What is wrong with a field, where it stands; nothing when nothing is. */
export function faultLine(
  { page, t }: PolicyDrawing,
  field: PolicyField,
): TemplateResult | typeof nothing {
  const fault = page.state.faults[field];
  return fault === undefined
    ? nothing
    : html`<p class="vv-field-error" id="fault-${field}" data-testid="fault-${field}">
        ${unsafeSVG(icon("warning", 18))}
        <span>${t(`fault.${fault}`, { agent: page.state.refusedAgent ?? "" })}</span>
      </p>`;
}

/** Whether a field is marked as wrong, as `aria-invalid` wants it. */
export function invalid({ page }: PolicyDrawing, field: PolicyField): "true" | typeof nothing {
  return page.state.faults[field] === undefined ? nothing : "true";
}

/** Moves the focus to the first field that is marked as wrong. */
export function focusFirstFault(root: ParentNode): void {
  const marked = [...root.querySelectorAll<HTMLElement>('[aria-invalid="true"]')];
  marked.find((one) => one.closest("[hidden]") === null)?.focus();
}
