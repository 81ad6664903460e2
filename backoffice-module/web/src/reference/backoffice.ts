import { LitElement, html, nothing, type TemplateResult } from "lit";
import { componentsCss, pickLanguage, sheet, type Language } from "@visavis/visitor-widget/design";
import { AttentionTitle } from "../chat/attention.ts";
import { drawing } from "../chat/drawing.ts";
import { ApiError, host, type Me } from "./api.ts";
import backofficeCss from "./backoffice.css";
import { Desk } from "./desk.ts";
import type { Context } from "./element.ts";
import { readRoute, type Route } from "./route.ts";
import { leaving } from "./share-frame.ts";
import sharedCss from "./shared.css";
import "./sign-in.ts";
import { Standing } from "./standing.ts";
import { texts } from "./texts.ts";
import "./visitor-list.ts";
import "./visitor-record.ts";

const languageKey = "reference-language";

/** The whole backoffice: the door, the frame around the sections, and the way between them. */
export class Backoffice extends LitElement {
  readonly #title = new AttentionTitle();
  #language: Language = chosenLanguage(null);
  #context: Context | null = null;
  #standing: Standing | null = null;
  #news = "";
  #shareState = "none";
  #asked = false;
  #down = false;
  #route: Route = readRoute(location.hash);

  protected override createRenderRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [componentsCss, sharedCss, backofficeCss].map(sheet);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("hashchange", this.#navigate);
    document.addEventListener("visibilitychange", this.#looked);
    void this.#enter();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#navigate);
    document.removeEventListener("visibilitychange", this.#looked);
    this.#shut();
  }

  protected override render(): TemplateResult {
    document.documentElement.lang = this.#language;
    if (this.#context) return this.#shell(this.#context);
    const words = texts(this.#language);
    if (this.#down) {
      return html`<main class="vv-empty">
        <p role="alert">${words.unreachable}</p>
        <button class="vv-button" @click=${() => void this.#enter()}>${words.retry}</button>
      </main>`;
    }
    if (!this.#asked) {
      return html`<main class="vv-empty">
        <p role="status"><span class="vv-spinner"></span> ${words.loading}</p>
      </main>`;
    }
    return html`<reference-sign-in
        .language=${this.#language}
        @signed-in=${() => void this.#enter()}
      ></reference-sign-in>
      <div class="corner">${this.#languages()}</div>`;
  }

  #shell(context: Context): TemplateResult {
    const words = texts(this.#language);
    const { me, desk } = context;
    return html`<div class="shell">
      <nav aria-label=${words.navigation}>
        <p class="brand">
          <strong>${me.account.name}</strong><span class="muted">${words.product}</span>
        </p>
        <p class="group muted">${words.traffic}</p>
        ${this.#link("#/visitors", "users", words.visitors, this.#route.at !== "settings", desk.unread)}
        ${
          me.role === "admin"
            ? html`<p class="group muted">${words.settings}</p>
                ${this.#link("#/settings", "screen-share", words.screenSharing, this.#route.at === "settings")}`
            : nothing
        }
        <div class="foot">
          <a class="plain" href=${me.account.shopOrigin} target="_blank" rel="noopener noreferrer"
            >${words.openShop} ${drawing("external", 16)}</a
          >
          <p class="me">
            ${me.name}<span class="muted"
              >${me.role === "admin" ? words.roleAdmin : words.roleAgent}</span
            >
          </p>
          <div class="row">
            ${this.#languages()}
            <button class="vv-button vv-button--small" @click=${() => void this.#leave()}>
              ${drawing("log-out", 16)} ${words.signOut}
            </button>
          </div>
          <p>
            <span class="vv-badge vv-badge--warning" title=${words.demoText}>${words.demo}</span>
          </p>
        </div>
      </nav>
      <main tabindex="0">
        ${
          desk.state === "offline"
            ? html`<p class="vv-banner vv-banner--warning offline" role="alert">
                ${words.offline}
              </p>`
            : nothing
        }
        ${this.#section(context)}
      </main>
    </div>`;
  }

  #link(
    href: string,
    icon: "users" | "screen-share",
    name: string,
    current: boolean,
    unread = 0,
  ): TemplateResult {
    return html`<a class="link" href=${href} aria-current=${current ? "page" : "false"}
      >${drawing(icon)} <span>${name}</span> ${
        unread > 0
          ? html`<span class="vv-badge vv-badge--danger"
              ><span aria-hidden="true">${unread}</span
              ><span class="vv-visually-hidden">${texts(this.#language).unread(unread)}</span></span
            >`
          : nothing
      }</a
    >`;
  }

  #section(context: Context): TemplateResult {
    const route = this.#route;
    const words = texts(this.#language);
    if (route.at === "record") {
      return html`<reference-visitor-record
        .context=${context}
        .standing=${this.#standing}
        .visitorId=${route.visitorId}
        .tab=${route.tab}
        @share-news=${this.#shareNews}
      ></reference-visitor-record>`;
    }
    if (route.at === "settings") {
      return html`<section class="settings">
        <p class="muted trail">${words.settings}</p>
        <h1>${words.screenSharing}</h1>
        ${
          context.me.role === "admin"
            ? html`<reference-share-frame .context=${context}></reference-share-frame>`
            : html`<p>${words.adminOnly}</p>`
        }
      </section>`;
    }
    return html`<reference-visitor-list .context=${context}></reference-visitor-list>`;
  }

  #languages(): TemplateResult {
    const other = this.#language === "fr" ? "en" : "fr";
    return html`<button
      class="vv-button vv-button--small"
      lang=${other}
      @click=${() => this.#speak(other)}
    >
      ${drawing("globe", 16)} ${other === "fr" ? "Français" : "English"}
    </button>`;
  }

  #speak(language: Language): void {
    this.#language = language;
    try {
      localStorage.setItem(languageKey, language);
    } catch {
      // Kept for this page only.
    }
    if (this.#context) this.#context = { ...this.#context, language };
    this.#entitle();
    this.requestUpdate();
  }

  async #enter(): Promise<void> {
    this.#down = false;
    try {
      this.#open(await host.me());
    } catch (problem) {
      this.#down = !(problem instanceof ApiError && problem.status === 401);
    }
    this.#asked = true;
    this.#entitle();
    this.requestUpdate();
  }

  #open(me: Me): void {
    this.#shut();
    this.#language = chosenLanguage(me.language ?? null);
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const desk = new Desk(me, `${scheme}//${location.host}/reference/chat`);
    desk.addEventListener("change", this.#deskChanged);
    desk.addEventListener("signed-out", this.#signedOut);
    desk.open();
    this.#standing = new Standing(me.service);
    this.#standing.open();
    this.#context = { me, desk, language: this.#language };
  }

  readonly #signedOut = (): void => {
    dispatchEvent(new Event(leaving));
    this.#shut();
    this.requestUpdate();
  };

  #shut(): void {
    this.#context?.desk.removeEventListener("change", this.#deskChanged);
    this.#context?.desk.removeEventListener("signed-out", this.#signedOut);
    this.#context?.desk.close();
    this.#standing?.close();
    this.#context = null;
    this.#standing = null;
    this.#title.show("");
  }

  async #leave(): Promise<void> {
    dispatchEvent(new Event(leaving));
    // Signed out here even when the server cannot be told: its session ends by itself.
    await host.signOut().catch(() => undefined);
    this.#shut();
    this.requestUpdate();
  }

  readonly #deskChanged = (): void => {
    this.#entitle();
    this.requestUpdate();
  };

  readonly #navigate = (): void => {
    dispatchEvent(new Event(leaving));
    const before = this.#route;
    this.#route = readRoute(location.hash);
    this.#shareState = "none";
    this.#entitle();
    this.requestUpdate();
    if (before.at === this.#route.at) return;
    // Whoever reads by ear or goes by keyboard starts at the top of the new section.
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
    });
  };

  // The panel sits in a frame and cannot reach the page's title: its host tells the news for it.
  readonly #shareNews = (event: CustomEvent<string>): void => {
    const changed = event.detail !== this.#shareState;
    this.#shareState = event.detail;
    if (!changed || document.visibilityState === "visible") return;
    const words = texts(this.#language);
    const news = ["accepted", "live", "paused", "ended", "closed"] as const;
    const told = news.find((state) => state === event.detail);
    this.#news = told ? words[`news_${told}`] : "";
    this.#entitle();
  };

  readonly #looked = (): void => {
    if (document.visibilityState !== "visible") return;
    this.#news = "";
    this.#entitle();
  };

  #entitle(): void {
    const words = texts(this.#language);
    const route = this.#route;
    const desk = this.#context?.desk;
    const visitor = route.at === "record" ? desk?.visitor(route.visitorId)?.name : undefined;
    const place = route.at === "settings" ? words.screenSharing : (visitor ?? words.visitors);
    const unread = desk?.unread ?? 0;
    this.#title.show("");
    document.title = desk ? `${place} · ${words.product}` : words.product;
    const signs = [unread > 0 ? `(${unread})` : "", this.#news && `${this.#news} ·`];
    this.#title.show(signs.filter(Boolean).join(" "));
  }
}

function chosenLanguage(ofUser: string | null): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  try {
    return pickLanguage(asked, localStorage.getItem(languageKey), ofUser, ...navigator.languages);
  } catch {
    return pickLanguage(asked, ofUser, ...navigator.languages);
  }
}

customElements.define("reference-backoffice", Backoffice);
