import { icon, type IconName } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { unsafeSVG } from "./drawing.ts";
import type { Places } from "./places.ts";

/** A link of the navigation. */
export interface PlaceLink<Place extends string> {
  readonly place: Place;
  readonly text: string;
  readonly drawing: IconName;
  /** How many things wait there; 0 shows nothing. */
  readonly count?: number;
  /** What the count means, for those who only hear it. */
  readonly counted?: string;
}

/** Links to the places of a page. */
export function navigation<Place extends string>(
  places: Places<Place>,
  label: string,
  links: readonly PlaceLink<Place>[],
): TemplateResult {
  return html`<nav class="vv-nav" aria-label=${label}>
    <ul role="list">
      ${links.map(
        ({ place, text, drawing, count = 0, counted = "" }) =>
          html`<li>
            <a
              class="vv-nav__link"
              href=${places.address(place)}
              aria-current=${place === places.current ? "page" : nothing}
              data-testid="place-${place}"
              @click=${(event: MouseEvent) => places.follow(event, place)}
            >
              ${unsafeSVG(icon(drawing, 18))} <span>${text}</span>
              ${
                count === 0
                  ? nothing
                  : html`<span class="vv-badge vv-badge--warning"
                      >${count}<span class="vv-visually-hidden"> ${counted}</span></span
                    >`
              }
            </a>
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** The words of {@link leaveQuestion}. */
export interface LeaveWords {
  readonly title: string;
  readonly text: string;
  readonly save: string;
  readonly leave: string;
  readonly stay: string;
}

/** What the person may answer. */
export interface LeaveAnswers {
  readonly save: () => void;
  readonly leave: () => void;
  readonly stay: () => void;
}

/**
 * Asks what becomes of changes that are not saved. It stands in the page and not over it: in a frame as high as its
 * content the middle of the window may be far from what the person sees.
 */
export function leaveQuestion(words: LeaveWords, answers: LeaveAnswers): TemplateResult {
  const escape = (event: KeyboardEvent): void => {
    if (event.key === "Escape") answers.stay();
  };
  return html`<div
    class="vv-banner vv-banner--warning vv-ask"
    role="alertdialog"
    aria-labelledby="leave-title"
    aria-describedby="leave-text"
    data-testid="leave"
    @keydown=${escape}
  >
    ${unsafeSVG(icon("warning", 20))}
    <div>
      <h2 id="leave-title">${words.title}</h2>
      <p id="leave-text">${words.text}</p>
      <div class="vv-actions">
        <button
          type="button"
          class="vv-button vv-button--primary vv-button--small"
          data-testid="leave-save"
          ${ref(focusOnce)}
          @click=${answers.save}
        >
          ${words.save}
        </button>
        <button
          type="button"
          class="vv-button vv-button--small"
          data-testid="leave-go"
          @click=${answers.leave}
        >
          ${words.leave}
        </button>
        <button
          type="button"
          class="vv-button vv-button--small"
          data-testid="leave-stay"
          @click=${answers.stay}
        >
          ${words.stay}
        </button>
      </div>
    </div>
  </div>`;
}

/** Moves the focus to something that has just come up, once it stands in the document. */
export function focusOnce(element: Element | undefined): void {
  if (element instanceof HTMLElement) queueMicrotask(() => element.focus());
}

/** Moves the focus to the heading of the place that is shown now. */
export function focusHeading(root: ParentNode): void {
  const heading = [...root.querySelectorAll<HTMLElement>("h1")].find(
    (one) => one.closest("[hidden]") === null,
  );
  heading?.focus();
}
