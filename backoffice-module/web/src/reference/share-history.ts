import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { drawing } from "../chat/drawing.ts";
import { DeskElement } from "./element.ts";
import historyCss from "./share-history.css";
import { outcome } from "./outcomes.ts";
import { duration, moment } from "./times.ts";
import { shares, type ShareSession } from "./visavis.ts";

/** The shares with one visitor so far: when, with whom, how they ended and how long they were. */
export class ShareHistory extends DeskElement {
  static override properties = { ...DeskElement.properties, visitorId: {} };
  declare visitorId: string;
  protected override readonly css = [historyCss];
  #items: readonly ShareSession[] = [];
  #next: string | null = null;
  #state: "loading" | "ready" | "failed" = "loading";

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("visitorId")) void this.#load();
  }

  protected override deskChanged(): void {
    return;
  }

  async #load(before?: string): Promise<void> {
    this.#state = "loading";
    this.requestUpdate();
    try {
      const page = await shares(this.context.me.service, this.visitorId, before);
      this.#items = before ? [...this.#items, ...page.items] : page.items;
      this.#next = page.next;
      this.#state = "ready";
    } catch {
      this.#state = "failed";
    }
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const words = this.texts;
    return html`<section aria-label=${words.tab_history}>
      ${this.#items.length > 0 ? this.#table() : nothing}
      ${
        this.#state === "ready" && this.#items.length === 0
          ? html`<p class="vv-empty">${drawing("history", 36)}${words.noShares}</p>`
          : nothing
      }
      ${
        this.#state === "loading"
          ? html`<p class="vv-empty" role="status">
              <span class="vv-spinner"></span>${words.loading}
            </p>`
          : nothing
      }
      ${this.#state === "failed" ? this.#failure() : nothing}
      ${
        this.#state === "ready" && this.#next !== null
          ? html`<p class="more">
              <button class="vv-button" @click=${() => void this.#load(this.#next ?? undefined)}>
                ${words.more}
              </button>
            </p>`
          : nothing
      }
    </section>`;
  }

  #failure(): TemplateResult {
    const words = this.texts;
    return html`<div class="vv-banner vv-banner--warning" role="alert">
      ${drawing("warning")}
      <p>${words.historyFailed}</p>
      <button class="vv-button vv-button--small" @click=${() => void this.#load()}>
        ${words.retry}
      </button>
    </div>`;
  }

  #table(): TemplateResult {
    const words = this.texts;
    return html`<table class="vv-table">
      <thead>
        <tr>
          <th scope="col">${words.columnWhen}</th>
          <th scope="col">${words.columnOutcome}</th>
          <th scope="col">${words.columnDuration}</th>
          <th scope="col">${words.columnAgent}</th>
        </tr>
      </thead>
      <tbody>
        ${this.#items.map((share) => this.#row(share))}
      </tbody>
    </table>`;
  }

  #row(share: ShareSession): TemplateResult {
    const words = this.texts;
    const { language } = this.context;
    const ended = share.state === "ended";
    const length = share.durationMs ?? 0;
    return html`<tr data-session=${share.id} data-reason=${share.endReason ?? nothing}>
      <td class="when">${moment(share.requestedAt, language)}</td>
      <td class="outcome">
        ${
          ended
            ? outcome(share, language)
            : html`<span class="vv-badge vv-badge--success">${words.running}</span>`
        }
      </td>
      <td class="length">
        ${
          ended && length > 0
            ? duration(length)
            : html`<span aria-hidden="true">${words.neverLive}</span
                ><span class="vv-visually-hidden"
                  >${ended ? words.neverLiveWords : words.running}</span
                >`
        }
      </td>
      <td>${share.agent.name}</td>
    </tr>`;
  }
}

customElements.define("reference-share-history", ShareHistory);
