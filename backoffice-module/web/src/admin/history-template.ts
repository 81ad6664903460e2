import type { SessionSnapshot } from "@visavis/signaling-client";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { endReasonKey, endReasons } from "../shared/end-reasons.ts";
import { dateTime, duration } from "../shared/format.ts";
import { translator } from "../shared/language.ts";
import type { AccessDrawing } from "./access-template.ts";

/** The account's shares, newest first. */
export function historyTemplate(drawing: AccessDrawing): TemplateResult {
  const { state, t } = drawing;
  return html`<section class="vv-card" aria-labelledby="history">
    <h2 id="history">${t("history.title")}</h2>
    ${
      state.historyFailed
        ? html`<p class="vv-banner vv-banner--warning" role="status">${t("history.error")}</p>`
        : nothing
    }
    ${list(drawing)}
  </section>`;
}

function list(drawing: AccessDrawing): TemplateResult | typeof nothing {
  const { state, t, onMore } = drawing;
  if (state.sessions === null) {
    return state.historyFailed
      ? nothing
      : html`<p class="admin__loading">
          <span class="vv-spinner" aria-hidden="true"></span> ${t("loading")}
        </p>`;
  }
  if (state.sessions.length === 0) return html`<p class="vv-empty">${t("history.empty")}</p>`;
  return html`<div class="admin__scroll" tabindex="0" role="region" aria-labelledby="history">
      <table class="vv-table" data-testid="history">
        <thead>
          <tr>
            <th scope="col">${t("history.when")}</th>
            <th scope="col">${t("history.agent")}</th>
            <th scope="col">${t("history.visitor")}</th>
            <th scope="col">${t("history.outcome")}</th>
            <th scope="col">${t("history.duration")}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            state.sessions,
            (session) => session.id,
            (session) => row(session, drawing),
          )}
        </tbody>
      </table>
    </div>
    ${
      state.next === null
        ? nothing
        : html`<button type="button" class="vv-button vv-button--small" @click=${onMore}>
            ${t("history.more")}
          </button>`
    }`;
}

function row(session: SessionSnapshot, { t, language }: AccessDrawing): TemplateResult {
  const shared = session.durationMs ?? 0;
  return html`<tr data-vv-end-reason=${session.endReason ?? nothing}>
    <td class="admin__when" data-label=${t("history.when")}>
      ${dateTime(session.requestedAt, language)}
    </td>
    <td data-label=${t("history.agent")}>${session.agent.name}</td>
    <td data-label=${t("history.visitor")}>
      <span class="admin__visitor" title=${session.visitorId}>${session.visitorId}</span>
    </td>
    <td data-label=${t("history.outcome")}>${outcome(session, { t, language })}</td>
    <td class="admin__when" data-label=${t("history.duration")}>
      ${
        shared > 0
          ? duration(shared)
          : html`<span aria-hidden="true">${t("history.none")}</span>
              <span class="vv-visually-hidden">${t("history.none.words")}</span>`
      }
    </td>
  </tr>`;
}

function outcome(
  session: SessionSnapshot,
  { t, language }: Pick<AccessDrawing, "t" | "language">,
): string {
  if (session.state !== "ended") return t(`open.${session.state}`);
  if (session.endReason === undefined) return t("history.none");
  return translator(endReasons, language)(endReasonKey(session, session.endReason));
}
