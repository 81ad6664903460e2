import { html, nothing, type TemplateResult } from "lit";
import { drawing } from "../chat/drawing.ts";
import type { Me } from "./api.ts";
import type { Standing } from "./standing.ts";
import type { Texts } from "./texts.ts";

/** Why screen sharing is not available, and how to ask for it; nothing when it is. */
export function standingNotice(
  standing: Standing,
  me: Me,
  words: Texts,
): TemplateResult | typeof nothing {
  const { account, away } = standing;
  if (account === null) {
    if (!away) return nothing;
    return html`<div class="vv-banner vv-banner--warning notice" role="status">
      ${drawing("warning")}
      <p>${words.serviceAway}</p>
    </div>`;
  }
  if (account.eligible || account.reason === "eligible") return nothing;
  const requested = account.accessRequestedAt !== null;
  return html`<div class="vv-banner vv-banner--info notice" role="status">
    ${drawing("screen-share-off")}
    <p>
      <strong>${words.notEligible(account.name)}</strong> ${words[`reason_${account.reason}`]}
      ${requested ? words.requested : me.role === "admin" ? nothing : words.askAdmin}
      ${me.role === "admin" ? html`<a href="#/settings">${words.askHere}</a>` : nothing}
    </p>
  </div>`;
}
