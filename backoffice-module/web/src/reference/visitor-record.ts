import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { drawing } from "../chat/drawing.ts";
import { initials } from "../chat/log.ts";
import { ApiError } from "./api.ts";
import "./conversation-pane.ts";
import { DeskElement } from "./element.ts";
import { recordLink, recordTabs, type RecordTab } from "./route.ts";
import type { PanelState } from "./share-frame.ts";
import "./share-history.ts";
import type { Standing } from "./standing.ts";
import type { ShareSession } from "./visavis.ts";
import { visitorFacts } from "./visitor-facts.ts";
import { standingNotice } from "./standing-notice.ts";
import recordCss from "./visitor-record.css";

/**
 * A visitor's record: facts, actions, conversation, screen sharing and history. Dispatches
 * `share-news` with the state of the share whenever the panel tells it; `closed` is the end of one
 * that never was live.
 */
export class VisitorRecord extends DeskElement {
  static override properties = {
    ...DeskElement.properties,
    visitorId: {},
    tab: {},
    standing: { attribute: false },
  };
  declare visitorId: string;
  declare tab: RecordTab;
  declare standing: Standing;
  protected override readonly css = [recordCss];
  #missing: "" | "notFound" | "unreachable" = "";
  #session: ShareSession | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.standing.addEventListener("change", this.#standingChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.standing.removeEventListener("change", this.#standingChanged);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("visitorId")) void this.#find();
    if (changed.has("visitorId") || changed.has("tab")) this.#session = null;
  }

  async #find(): Promise<void> {
    this.#missing = "";
    try {
      await this.context.desk.find(this.visitorId);
    } catch (problem) {
      const gone = problem instanceof ApiError && problem.status === 404;
      this.#missing = gone ? "notFound" : "unreachable";
    }
    this.requestUpdate();
  }

  readonly #standingChanged = (): void => this.requestUpdate();

  get #eligible(): boolean {
    return this.standing.account?.eligible ?? false;
  }

  /** The tabs there are. An agent who is on the tab keeps it: the panel says what happened. */
  get #tabs(): readonly RecordTab[] {
    return recordTabs.filter((tab) => tab !== "share" || this.#eligible || this.tab === "share");
  }

  protected override render(): TemplateResult {
    const words = this.texts;
    const { desk } = this.context;
    const visitor = desk.visitor(this.visitorId);
    const back = html`<a class="back" href="#/visitors"
      >${drawing("arrow-left", 18)} ${words.back}</a
    >`;
    if (!visitor) {
      return html`${back}
        <p class="vv-empty" role="status">
          ${
            this.#missing
              ? words[this.#missing]
              : html`<span class="vv-spinner"></span>${words.loading}`
          }
        </p>`;
    }
    return html`<header class=${this.tab}>
        ${back}
        <span class="vv-avatar" aria-hidden="true">${initials(visitor.name)}</span>
        <div class="who">
          <p class="muted kicker">${words.record}</p>
          <h1 dir="auto">${visitor.name}</h1>
        </div>
        <span class="vv-badge ${visitor.online ? "vv-badge--success" : ""}"
          >${visitor.online ? words.online : words.left}</span
        >
        <div class="actions" role="toolbar" aria-label=${words.actions}>${this.#shareAction()}</div>
      </header>
      ${standingNotice(this.standing, this.context.me, words)}
      <div class="columns ${this.tab}">
        <aside aria-label=${words.facts}>
          ${visitorFacts(visitor, words, this.context.language)}
        </aside>
        <div class="main">
          ${this.#tabList()}
          <div
            id="panel"
            role="tabpanel"
            aria-labelledby="tab-${this.tab}"
            class="body ${this.tab}"
          >
            ${this.#body()}
          </div>
        </div>
      </div>`;
  }

  #shareAction(): TemplateResult | typeof nothing {
    if (!this.#eligible) return nothing;
    const name = this.texts.actionShare;
    return html`<a
      class="vv-button vv-button--icon vv-button--primary"
      href=${recordLink(this.visitorId, "share")}
      aria-label=${name}
      title=${name}
      >${drawing("screen-share", 22)}</a
    >`;
  }

  #tabList(): TemplateResult {
    const words = this.texts;
    const sharing = this.#session !== null && this.#session.state !== "ended";
    return html`<div class="tabbar">
      <div class="vv-tabs" role="tablist" aria-label=${words.tabs} @keydown=${this.#tabKeys}>
        ${this.#tabs.map(
          (tab) =>
            html`<button
              id="tab-${tab}"
              class="vv-tab"
              role="tab"
              type="button"
              aria-selected=${tab === this.tab ? "true" : "false"}
              aria-controls="panel"
              tabindex=${tab === this.tab ? 0 : -1}
              @click=${() => (location.hash = recordLink(this.visitorId, tab))}
            >
              ${words[`tab_${tab}`]}
            </button>`,
        )}
      </div>
      ${
        this.tab === "share"
          ? html`<span class="warning">${sharing ? words.leaveWarning : nothing}</span>
              <button
                class="vv-button vv-button--ghost vv-button--icon vv-button--small wide"
                type="button"
                aria-label=${words.wide}
                title=${words.wide}
                @click=${this.#wide}
              >
                ${drawing("expand", 18)}
              </button>`
          : nothing
      }
    </div>`;
  }

  #body(): TemplateResult {
    const { context, visitorId } = this;
    const chat = html`<reference-conversation
      .context=${context}
      .visitorId=${visitorId}
    ></reference-conversation>`;
    if (this.tab === "chat") return chat;
    if (this.tab === "history") {
      return html`<reference-share-history
        .context=${context}
        .visitorId=${visitorId}
      ></reference-share-history>`;
    }
    return html`${keyed(
        visitorId,
        html`<reference-share-frame
          .context=${context}
          .visitorId=${visitorId}
          @panel-state=${this.#panelState}
        ></reference-share-frame>`,
      )}${chat}<button
        class="vv-button vv-button--small narrow"
        type="button"
        @click=${() => void document.exitFullscreen()}
      >
        ${drawing("close", 16)} ${this.texts.narrow}
      </button>`;
  }

  readonly #panelState = (event: CustomEvent<PanelState>): void => {
    this.#session = event.detail.session;
    const { state = "none", liveAt } = this.#session ?? {};
    const news = state === "ended" && liveAt === undefined ? "closed" : state;
    this.dispatchEvent(new CustomEvent("share-news", { detail: news }));
    this.standing.heard(event.detail.eligible);
    this.requestUpdate();
  };

  // Arrows only move the focus: choosing another tab ends a share, so that takes a key of its own.
  readonly #tabKeys = (event: KeyboardEvent): void => {
    const tabs = Array.from(this.renderRoot.querySelectorAll<HTMLElement>("[role=tab]"));
    const at = tabs.findIndex((tab) => tab === this.shadowRoot?.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    tabs.at(to % tabs.length)?.focus();
  };

  readonly #wide = (): void => {
    const body = this.renderRoot.querySelector(".body");
    if (!body) return;
    // A browser may refuse; the page is then as it was.
    void body.requestFullscreen().catch(() => undefined);
  };
}

customElements.define("reference-visitor-record", VisitorRecord);
