import { icon, type IconName } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { unsafeSVG } from "../shared/drawing.ts";
import type { Translate } from "../shared/language.ts";
import { navigation } from "../shared/places-template.ts";
import type { Places } from "../shared/places.ts";
import type { AdminState } from "./admin-page.ts";
import type { AdminText } from "./texts.ts";

/** Every place of the account admin's page, in the order of its navigation. */
export const ADMIN_PLACES = ["access", "policy", "website", "keys", "webhooks"] as const;

/** A place of the account admin's page. */
export type AdminPlace = (typeof ADMIN_PLACES)[number];

const DRAWINGS: Readonly<Record<AdminPlace, IconName>> = {
  access: "screen-share",
  policy: "shield",
  website: "globe",
  keys: "key",
  webhooks: "bell",
};

/** Places of which an agent may know nothing. */
const ADMINS_ONLY: readonly AdminPlace[] = ["keys", "webhooks"];

/** What the page's drawing needs. */
export interface AdminDrawing {
  readonly state: AdminState;
  readonly t: Translate<AdminText>;
  readonly role: "agent" | "admin";
  readonly places: Places<AdminPlace>;
  /** Inside a host's page, which says itself what this is. */
  readonly embedded: boolean;
  readonly onRetry: () => void;
  /** The question whether to leave, while it is asked. */
  readonly question: TemplateResult | null;
  /** What each place shows; only drawn once the account is known. */
  readonly contents: Readonly<Record<AdminPlace, () => TemplateResult>>;
}

/** The whole page. */
export function adminTemplate(drawing: AdminDrawing): TemplateResult {
  const { state, t, embedded } = drawing;
  return html`<div
    class="admin ${embedded ? "admin--embedded" : ""}"
    data-testid="admin"
    data-vv-state=${stateWord(state)}
  >
    ${
      embedded
        ? nothing
        : html`<header class="admin__top">
            <span class="admin__product">${t("page.title")}</span>
            <span>${state.account?.name ?? nothing}</span>
          </header>`
    }
    ${state.account === null ? html`<main>${notLoaded(drawing)}</main>` : shell(drawing)}
  </div>`;
}

/** Whether somebody of that role may see a place. */
export function maySee(role: "agent" | "admin", place: AdminPlace): boolean {
  return role === "admin" || !ADMINS_ONLY.includes(place);
}

function stateWord({ account, trouble }: AdminState): string {
  if (account === null) return trouble === null ? "loading" : "error";
  if (account.eligible) return "eligible";
  return account.accessRequestedAt === null ? account.reason : "requested";
}

function notLoaded({ state, t, onRetry }: AdminDrawing): TemplateResult {
  const title = html`<h1 class="vv-visually-hidden">${t("page.title")}</h1>`;
  if (state.trouble === null) {
    return html`${title}
      <p class="admin__loading" role="status">
        <span class="vv-spinner" aria-hidden="true"></span> ${t("loading")}
      </p>`;
  }
  return html`${title}
    <div class="vv-banner vv-banner--danger" role="alert" data-testid="admin-error">
      ${unsafeSVG(icon("warning", 20))}
      <div class="admin__trouble">
        <p><strong>${t("error.title")}</strong></p>
        <p>${t(`error.${state.trouble}`)}</p>
        ${
          state.trouble === "misconfigured"
            ? nothing
            : html`<button type="button" class="vv-button vv-button--small" @click=${onRetry}>
                ${t("error.retry")}
              </button>`
        }
      </div>
    </div>`;
}

function shell(drawing: AdminDrawing): TemplateResult {
  const { t, role, places, question } = drawing;
  const links = ADMIN_PLACES.filter((place) => maySee(role, place)).map((place) => ({
    place,
    text: t(`place.${place}`),
    drawing: DRAWINGS[place],
  }));
  return html`<div class="vv-shell">
    ${navigation(places, t("place.label"), links)}
    <main class="vv-place">
      ${question ?? nothing} ${ADMIN_PLACES.map((place) => content(drawing, place))}
    </main>
  </div>`;
}

/**
 * Places are hidden and not taken away, so that what somebody typed into one of them is still there when they come back.
 */
function content(drawing: AdminDrawing, place: AdminPlace): TemplateResult {
  const { t, role, places } = drawing;
  const shown = place === places.current;
  if (!maySee(role, place)) return shown ? adminsOnly(drawing, place) : html``;
  return html`<div class="vv-place" ?hidden=${!shown} data-testid="at-${place}">
    <h1 id="title-${place}" tabindex="-1">${t(`place.${place}`)}</h1>
    ${drawing.contents[place]()}
  </div>`;
}

function adminsOnly({ t }: AdminDrawing, place: AdminPlace): TemplateResult {
  return html`<div class="vv-place" data-testid="admins-only">
    <h1 tabindex="-1">${t(`place.${place}`)}</h1>
    <p class="vv-banner">${unsafeSVG(icon("info", 20))} <span>${t("place.admins-only")}</span></p>
  </div>`;
}
