import { html, type PropertyValues, type TemplateResult } from "lit";
import { host } from "./api.ts";
import { DeskElement } from "./element.ts";
import frameCss from "./share-frame.css";
import type { ShareSession } from "./visavis.ts";

/** Fired on `window` just before a place of the backoffice is left: the frame takes its leave. */
export const leaving = "reference:leaving";

/** What the panel says to its parent (`docs/plug-in/agent-side.md`). */
type PanelMessage =
  | { readonly source: "visavis"; readonly type: "token-needed" }
  | { readonly source: "visavis"; readonly type: "height"; readonly height: number }
  | {
      readonly source: "visavis";
      readonly type: "state";
      readonly session: ShareSession | null;
      readonly eligible: boolean;
    }
  | { readonly source: "visavis"; readonly type: "ended"; readonly session: ShareSession };

/** What a `panel-state` event carries. */
export interface PanelState {
  readonly session: ShareSession | null;
  readonly eligible: boolean;
}

function panelMessage(data: unknown): PanelMessage | null {
  const known = typeof data === "object" && data !== null && "source" in data && "type" in data;
  return known && data.source === "visavis" ? (data as PanelMessage) : null;
}

/**
 * Visavis' panel for one visitor, or its admin page when there is no visitor, embedded as any host
 * would do it. Dispatches `panel-state` and `panel-ended`.
 */
export class ShareFrame extends DeskElement {
  static override properties = { ...DeskElement.properties, visitorId: {} };
  declare visitorId: string | null;
  protected override readonly css = [frameCss];
  #address = "";

  constructor() {
    super();
    this.visitorId = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("message", this.#hear);
    addEventListener(leaving, this.#leave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("message", this.#hear);
    removeEventListener(leaving, this.#leave);
  }

  // The frame is drawn for good: what the desk hears is no reason to touch it.
  protected override deskChanged(): void {
    return;
  }

  // Fixed for as long as the visitor is the same: a new address would reload the panel, and that
  // ends the share.
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#address !== "" && !changed.has("visitorId")) return;
    const { me, language } = this.context;
    const query = new URLSearchParams({ site: me.account.siteKey, lang: language });
    if (this.visitorId !== null) query.set("visitor", this.visitorId);
    this.toggleAttribute("whole", this.visitorId === null);
    const page = this.visitorId === null ? "admin" : "panel";
    this.#address = `${me.service}/${page}/?${query.toString()}`;
  }

  protected override render(): TemplateResult {
    const name = this.visitorId && this.context.desk.visitor(this.visitorId)?.name;
    const title = name ? this.texts.panelTitle(name) : this.texts.adminTitle;
    return html`<iframe
      class=${this.visitorId === null ? "page" : "panel"}
      src=${this.#address}
      title=${title}
      allow="fullscreen; autoplay"
    ></iframe>`;
  }

  get #window(): Window | null {
    return this.renderRoot.querySelector("iframe")?.contentWindow ?? null;
  }

  readonly #hear = (event: MessageEvent<unknown>): void => {
    if (event.source !== this.#window || event.origin !== this.context.me.service) return;
    const message = panelMessage(event.data);
    if (message?.type === "token-needed") void this.#giveToken();
    else if (message?.type === "height") this.#fit(message.height);
    else if (message?.type === "state") {
      const { session, eligible } = message;
      this.dispatchEvent(
        new CustomEvent<PanelState>("panel-state", { detail: { session, eligible } }),
      );
    } else if (message?.type === "ended") this.dispatchEvent(new Event("panel-ended"));
  };

  // Without an answer the panel asks again: nothing to tell the agent that it does not say itself.
  async #giveToken(): Promise<void> {
    try {
      const token = await host.visavisToken(this.visitorId ?? undefined);
      this.#post({ source: "visavis-host", type: "token", token });
    } catch {
      return;
    }
  }

  #fit(height: number): void {
    // The frame's own border comes on top.
    if (Number.isFinite(height)) this.style.setProperty("--wish", `${Math.round(height) + 2}px`);
  }

  #post(message: object): void {
    this.#window?.postMessage(message, this.context.me.service);
  }

  readonly #leave = (): void => this.#post({ source: "visavis-host", type: "leave" });
}

customElements.define("reference-share-frame", ShareFrame);
