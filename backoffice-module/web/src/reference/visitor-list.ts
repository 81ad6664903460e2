import { html, nothing, type TemplateResult } from "lit";
import { drawing } from "../chat/drawing.ts";
import { initials } from "../chat/log.ts";
import type { Visitor } from "../chat/protocol.ts";
import { DeskElement } from "./element.ts";
import { recordLink } from "./route.ts";
import { ago } from "./times.ts";
import listCss from "./visitor-list.css";

const atFirst = 100;
const refreshMs = 20_000;

const deviceIcons = { desktop: "monitor", phone: "phone", tablet: "tablet" } as const;

/** The section *Traffic › Visitors*: who is on the site, live. */
export class VisitorList extends DeskElement {
  protected override readonly css = [listCss];
  #query = "";
  #all = false;
  #clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => this.requestUpdate(), refreshMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  protected override render(): TemplateResult {
    const { desk } = this.context;
    const words = this.texts;
    const online = desk.visitors.filter((visitor) => visitor.online).length;
    return html`<header>
        <p class="muted trail">${words.traffic}</p>
        <h1>${words.visitors}</h1>
        <p class="vv-badge ${online > 0 ? "vv-badge--success" : ""}" role="status">
          ${desk.state === "loading" ? "…" : words.onlineNow(online)}
        </p>
        <label class="search">
          <span class="vv-visually-hidden">${words.search}</span>
          <input
            class="vv-input"
            type="search"
            placeholder=${words.search}
            @input=${(event: Event) => {
              this.#query = (event.target as HTMLInputElement).value;
              this.requestUpdate();
            }}
          />
        </label>
      </header>
      ${this.#content()}`;
  }

  #content(): TemplateResult {
    const { desk } = this.context;
    const words = this.texts;
    if (desk.state === "loading" && desk.visitors.length === 0) {
      return html`<p class="vv-empty" role="status">
        <span class="vv-spinner"></span>${words.loading}
      </p>`;
    }
    if (desk.visitors.length === 0) {
      return html`<div class="vv-empty">
        ${drawing("users", 40)}
        <h2>${words.noVisitors}</h2>
        <p>${words.noVisitorsHint}</p>
        <a
          class="vv-button"
          href=${this.context.me.account.shopOrigin}
          target="_blank"
          rel="noopener noreferrer"
          >${words.openShop} ${drawing("external", 16)}</a
        >
      </div>`;
    }
    const found = desk.visitors.filter((visitor) => this.#matches(visitor));
    if (found.length === 0) return html`<p class="vv-empty" role="status">${words.noMatch}</p>`;
    return this.#table(found);
  }

  #matches({ name, page }: Visitor): boolean {
    const text = `${name} ${page?.title ?? ""} ${page?.url ?? ""}`.toLocaleLowerCase();
    return text.includes(this.#query.trim().toLocaleLowerCase());
  }

  #table(found: readonly Visitor[]): TemplateResult {
    const words = this.texts;
    const shown = this.#all ? found : found.slice(0, atFirst);
    return html`<table class="vv-table">
        <thead>
          <tr>
            <th scope="col">${words.columnVisitor}</th>
            <th scope="col">${words.columnPage}</th>
            <th scope="col">${words.columnDevice}</th>
            <th scope="col">${words.columnSince}</th>
            <th scope="col">${words.columnMessages}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((visitor) => this.#row(visitor))}
        </tbody>
      </table>
      ${
        shown.length < found.length
          ? html`<p class="all">
              <button
                class="vv-button"
                @click=${() => {
                  this.#all = true;
                  this.requestUpdate();
                }}
              >
                ${words.showAll(found.length)}
              </button>
            </p>`
          : nothing
      }`;
  }

  #row(visitor: Visitor): TemplateResult {
    const words = this.texts;
    const { language } = this.context;
    return html`<tr class=${visitor.online ? "" : "gone"}>
      <th scope="row">
        <div class="visitor">
          <span class="vv-avatar ${visitor.online ? "here" : ""}" aria-hidden="true"
            >${initials(visitor.name)}</span
          >
          <span class="name">
            <a href=${recordLink(visitor.id)} dir="auto">${visitor.name}</a>
            <small class="muted"
              >${visitor.online ? words.online : `${words.left} ${ago(visitor.lastSeenAt, language)}`}</small
            >
          </span>
        </div>
      </th>
      <td class="page" title=${visitor.page?.url ?? nothing}>
        ${visitor.page ? visitor.page.title || visitor.page.url : "–"}
      </td>
      <td class="device">
        ${drawing(deviceIcons[visitor.device])}
        <span
          ><span class="vv-visually-hidden">${words[visitor.device]}, </span
          >${visitor.browser}</span
        >
      </td>
      <td class="since">${ago(visitor.firstSeenAt, language)}</td>
      <td class="count">
        ${visitor.messages}
        ${
          visitor.unread > 0
            ? html`<span class="vv-badge vv-badge--danger"
                ><span aria-hidden="true">${visitor.unread}</span
                ><span class="vv-visually-hidden">${words.unread(visitor.unread)}</span></span
              >`
            : nothing
        }
      </td>
    </tr>`;
  }
}

customElements.define("reference-visitor-list", VisitorList);
