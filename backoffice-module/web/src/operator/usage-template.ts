import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { unsafeSVG } from "../shared/drawing.ts";
import { endReasons } from "../shared/end-reasons.ts";
import { duration, percent } from "../shared/format.ts";
import { translator, type Language, type Translate } from "../shared/language.ts";
import { usageChart } from "./usage-chart.ts";
import { SPANS, type Figures, type UsagePage, type UsageReport } from "./usage-page.ts";
import type { UsageText } from "./usage-texts.ts";

/** What the view's drawing needs. */
export interface UsageDrawing {
  readonly usage: UsagePage;
  readonly t: Translate<UsageText>;
  readonly language: Language;
}

/** The view of usage, below the page's head. */
export function usageTemplate(drawing: UsageDrawing): TemplateResult {
  const { usage, t } = drawing;
  const { report, trouble } = usage.state;
  return html`${choices(drawing)}
  ${
    trouble === null
      ? nothing
      : html`<div class="vv-banner vv-banner--danger" role="alert">
          ${unsafeSVG(icon("warning", 20))}
          <p>${t(`trouble.${trouble}`)}</p>
          <button
            type="button"
            class="vv-button vv-button--small"
            @click=${() => void usage.load()}
          >
            ${t("retry")}
          </button>
        </div>`
  }
  ${report === null ? waiting(drawing) : figures(drawing, report)}`;
}

function waiting({ usage, t }: UsageDrawing): TemplateResult | typeof nothing {
  if (usage.state.trouble !== null) return nothing;
  return html`<p class="operator__muted" role="status">
    <span class="vv-spinner" aria-hidden="true"></span> ${t("loading")}
  </p>`;
}

function choices({ usage, t }: UsageDrawing): TemplateResult {
  const { days, account } = usage.state;
  const choose = (event: Event): void =>
    void usage.choose(Number((event.currentTarget as HTMLSelectElement).value));
  return html`<div class="usage__choices">
    <label class="vv-field">
      ${t("span")}
      <select class="vv-select" data-testid="usage-span" @change=${choose}>
        ${SPANS.map(
          (span) =>
            html`<option value=${span} ?selected=${span === days}>
              ${t("span.days", { days: span })}
            </option>`,
        )}
      </select>
    </label>
    ${
      account === null
        ? nothing
        : html`<button
            type="button"
            class="vv-button vv-button--small"
            @click=${() => void usage.only(null)}
          >
            ${t("account.all")}
          </button>`
    }
    <button
      type="button"
      class="vv-button vv-button--small"
      data-testid="usage-table"
      @click=${() => void keepTable(usage)}
    >
      ${t("csv")}
    </button>
  </div>`;
}

async function keepTable(usage: UsagePage): Promise<void> {
  const table = await usage.table();
  if (table === null) return;
  const address = URL.createObjectURL(new Blob([table.text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: table.name });
  link.click();
  URL.revokeObjectURL(address);
}

function figures(drawing: UsageDrawing, report: UsageReport): TemplateResult {
  const { t, usage } = drawing;
  const { account } = usage.state;
  const title = account === null ? t("title.all") : t("title.account", { account: account.name });
  return html`<section class="vv-card usage" aria-labelledby="usage-title" data-testid="usage">
      <h2 id="usage-title">${title}</h2>
      <dl class="usage__totals">${totals(drawing, report)}</dl>
      ${report.total.requested === 0 ? html`<p class="vv-empty">${t("empty")}</p>` : byDay(drawing, report)}
    </section>
    ${report.total.requested === 0 ? nothing : html`${endings(drawing, report)} ${byAccount(drawing, report)}`}`;
}

function totals({ t, language }: UsageDrawing, { total, firstFrameMs }: UsageReport) {
  const one = (key: UsageText, value: string, hint = ""): TemplateResult =>
    html`<div>
      <dt>${t(key)}</dt>
      <dd>${value}${hint === "" ? nothing : html` <small>${hint}</small>`}</dd>
    </div>`;
  const rate = total.requested === 0 ? "–" : percent(total.accepted / total.requested, language);
  const seconds = (ms: number): string =>
    `${new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: 2 }).format(ms / 1000)}\u00a0s`;
  return html`${one("requested", String(total.requested))} ${one("accept-rate", rate)}
  ${one("live", String(total.live))}
  ${one("shared", total.sharedSeconds === 0 ? "–" : duration(total.sharedSeconds * 1000))}
  ${
    firstFrameMs === null
      ? one("first-frame", "–")
      : one(
          "first-frame",
          seconds(firstFrameMs.median),
          t("first-frame.p95", { time: seconds(firstFrameMs.p95) }),
        )
  }`;
}

function byDay({ t, language }: UsageDrawing, report: UsageReport): TemplateResult {
  const name = (date: string): string =>
    new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
      dateStyle: "medium",
      timeZone: "UTC",
    }).format(new Date(date));
  const bars = report.days.map(({ day, figures: of }) => ({
    figures: of,
    words: t("bar", {
      day: name(day),
      requested: of.requested,
      accepted: of.accepted,
      live: of.live,
    }),
  }));
  return html`${usageChart(bars)}
    <ul class="usage__legend" aria-hidden="true">
      <li class="usage__key usage__key--requested">${t("requested")}</li>
      <li class="usage__key usage__key--accepted">${t("accepted")}</li>
      <li class="usage__key usage__key--live">${t("live")}</li>
    </ul>
    <p class="operator__muted">
      ${t("days.range", { from: name(report.from), to: name(report.to) })}
    </p>
    <details>
      <summary>${t("days.table")}</summary>
      <div class="usage__scroll" tabindex="0" role="region" aria-label=${t("days.table")}>
        ${table(
          t,
          t("day"),
          report.days.map(({ day, figures: of }) => [name(day), of] as const),
        )}
      </div>
    </details>`;
}

function table(
  t: UsageDrawing["t"],
  head: string,
  rows: readonly (readonly [unknown, Figures])[],
): TemplateResult {
  return html`<table class="vv-table usage__table">
    <thead>
      <tr>
        <th scope="col">${head}</th>
        <th scope="col">${t("requested")}</th>
        <th scope="col">${t("accepted")}</th>
        <th scope="col">${t("live")}</th>
        <th scope="col">${t("shared")}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, of]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${of.requested}</td>
            <td>${of.accepted}</td>
            <td>${of.live}</td>
            <td>${of.sharedSeconds === 0 ? "–" : duration(of.sharedSeconds * 1000)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function endings({ t, language }: UsageDrawing, report: UsageReport): TemplateResult {
  const words = translator(endReasons, language);
  const most = Math.max(1, ...report.endings.map(({ count }) => count));
  return html`<section class="vv-card usage" aria-labelledby="usage-endings">
    <h2 id="usage-endings">${t("endings")}</h2>
    <ul class="usage__endings" role="list">
      ${report.endings.map(
        ({ reason, count }) =>
          html`<li>
            <span>${words(`reason.${reason}`)}</span>
            <meter min="0" max=${most} value=${count} aria-hidden="true"></meter>
            <strong>${count}</strong>
          </li>`,
      )}
    </ul>
  </section>`;
}

function byAccount(
  { t, usage }: UsageDrawing,
  report: UsageReport,
): TemplateResult | typeof nothing {
  if (usage.state.account !== null) return nothing;
  const rows = report.accounts.map(({ id, name, figures: of }) => {
    const look = (): void => void usage.only({ id, name });
    const button = html`<button
      type="button"
      class="vv-button vv-button--ghost vv-button--small"
      @click=${look}
    >
      ${name}
    </button>`;
    return [button, of] as const;
  });
  return html`<section class="vv-card usage" aria-labelledby="usage-accounts">
    <h2 id="usage-accounts">${t("accounts")}</h2>
    <div class="usage__scroll" tabindex="0" role="region" aria-label=${t("accounts")}>
      ${table(t, t("account"), rows)}
    </div>
  </section>`;
}
