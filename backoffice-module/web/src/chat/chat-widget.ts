import { LitElement, html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { componentsCss, sheet, tokensCss, type Language } from "@visavis/visitor-widget/design";
import chatCss from "./chat.css";
import { VisitorChat } from "./visitor-chat.ts";
import logCss from "./log.css";
import { drawing } from "./drawing.ts";
import type { Line } from "./conversation.ts";
import { initials, logLines, type Owner } from "./log.ts";
import { longestText } from "./protocol.ts";
import { hostShares, type ShareSession } from "./share-slot.ts";
import { memory } from "./storage.ts";
import { chatTexts, type ChatTexts } from "./texts.ts";
import { AttentionTitle } from "./attention.ts";

/** How long the words about an ended share stay when the chat is closed, in milliseconds. */
const farewellMs = 12_000;

/** The visitor's chat: a button in the corner of the page and the conversation behind it. */
export class ChatWidget extends LitElement {
  readonly #chat: VisitorChat;
  readonly #language: Language;
  readonly #texts: ChatTexts;
  readonly #title = new AttentionTitle();
  #open = memory.open;
  #draft = memory.draft;
  #share: ShareSession | null = null;
  #followsEnd = true;
  #farewell: ReturnType<typeof setTimeout> | undefined;

  constructor(chat: VisitorChat, language: Language) {
    super();
    this.#chat = chat;
    this.#language = language;
    this.#texts = chatTexts(language);
    this.lang = language;
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [tokensCss, componentsCss, logCss, chatCss].map(sheet);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#chat.addEventListener("change", this.#changed);
    this.#chat.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#chat.removeEventListener("change", this.#changed);
    this.#chat.close();
  }

  protected override firstUpdated(): void {
    this.#followEnd();
    const slot = this.renderRoot.querySelector(".share-slot");
    if (!slot) return;
    hostShares(slot, this.#chat.visitorId, this.#language, {
      asked: (session) => {
        this.#shareChanged(session);
        this.#show(false);
      },
      changed: (session) => this.#shareChanged(session),
    });
    this.#toEnd();
  }

  protected override updated(): void {
    this.toggleAttribute("open", this.#open);
    this.toggleAttribute("sharing", this.#share !== null);
  }

  protected override render(): TemplateResult {
    const texts = this.#texts;
    return html`<section
        class="panel"
        role="dialog"
        aria-label=${texts.title}
        @keydown=${this.#keys}
      >
        ${this.#header()} ${this.#log()}
        <div class="share-slot"></div>
        ${this.#composer()}
      </section>
      ${this.#launcher()}`;
  }

  #launcher(): TemplateResult {
    const texts = this.#texts;
    const unread = this.#chat.unread;
    const label = this.#open ? texts.close : unread > 0 ? texts.openUnread(unread) : texts.open;
    return html`<button
      class="launcher"
      type="button"
      aria-expanded=${this.#open ? "true" : "false"}
      aria-label=${label}
      @click=${() => (this.#open ? this.#hide() : this.#show(true))}
    >
      ${drawing(this.#open ? "chevron-down" : "chat", 28)}
      ${unread > 0 && !this.#open ? html`<span class="unread">${unread}</span>` : nothing}
    </button>`;
  }

  #header(): TemplateResult {
    const texts = this.#texts;
    const here = this.#chat.agents.filter((agent) => agent.online).map((agent) => agent.name);
    const presence = here.length > 0 ? texts.agentsOnline(here) : texts.agentsOffline;
    return html`<div class="head">
      ${here[0] ? html`<span class="vv-avatar" aria-hidden="true">${initials(here[0])}</span>` : nothing}
      <div class="who">
        <h2>${texts.title}</h2>
        <p class="presence ${here.length > 0 ? "here" : ""}" role="status">${presence}</p>
      </div>
      <button
        class="vv-button vv-button--ghost vv-button--icon vv-button--small"
        type="button"
        aria-label=${texts.close}
        @click=${this.#hide}
      >
        ${drawing("close", 18)}
      </button>
    </div>`;
  }

  #log(): TemplateResult {
    const texts = this.#texts;
    const typing = this.#chat.typing;
    const trouble = this.#chat.refused ? texts.refused : this.#chat.lost ? texts.offline : "";
    return html`<div class="scroll" tabindex="0" role="log" aria-label=${texts.conversation}>
        <p class="greeting">${texts.greeting}</p>
        ${logLines(this.#chat.lines, ownerOf, texts, this.#language)}
        <p class="typing">${typing ? texts.typing(typing) : nothing}</p>
      </div>
      <p class="offline ${trouble ? "" : "nothing"}" role="status">${trouble}</p>`;
  }

  #composer(): TemplateResult {
    const texts = this.#texts;
    return html`<form class="composer" @submit=${this.#submit}>
      <textarea
        class="vv-input"
        rows="1"
        maxlength=${longestText}
        aria-label=${texts.write}
        placeholder=${texts.write}
        .value=${live(this.#draft)}
        @input=${this.#typed}
        @keydown=${this.#enter}
        @blur=${() => this.#chat.typed(false)}
      ></textarea>
      <button class="vv-button vv-button--primary vv-button--icon" aria-label=${texts.send}>
        ${drawing("send")}
      </button>
    </form>`;
  }

  readonly #changed = (): void => {
    const atEnd = this.#atEnd();
    if (this.#open && document.visibilityState === "visible") this.#chat.read();
    this.#title.show(this.#chat.unread > 0 ? `(${this.#chat.unread})` : "");
    this.requestUpdate();
    if (atEnd) void this.updateComplete.then(() => this.#toEnd());
  };

  #shareChanged(session: ShareSession | null): void {
    clearTimeout(this.#farewell);
    this.#share = session;
    if (session?.state === "ended") {
      this.#farewell = setTimeout(() => {
        this.#share = null;
        this.requestUpdate();
      }, farewellMs);
    }
    this.requestUpdate();
  }

  #show(focus: boolean): void {
    this.#open = memory.open = true;
    this.#chat.read();
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.#toEnd();
      if (focus) this.renderRoot.querySelector("textarea")?.focus();
    });
  }

  readonly #hide = (): void => {
    this.#open = memory.open = false;
    this.requestUpdate();
    this.renderRoot.querySelector<HTMLElement>(".launcher")?.focus();
  };

  readonly #keys = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.#hide();
  };

  readonly #typed = (event: Event): void => {
    const text = (event.target as HTMLTextAreaElement).value;
    this.#draft = memory.draft = text;
    this.#chat.typed(text !== "");
  };

  readonly #enter = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#submit(event);
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const field = this.renderRoot.querySelector("textarea");
    const text = field?.value.trim() ?? "";
    if (!field || text === "") return;
    this.#chat.say(text);
    field.value = this.#draft = memory.draft = "";
    field.focus();
    void this.updateComplete.then(() => this.#toEnd());
  };

  // A card that appears below takes room from the log: its last line stays in sight all the same.
  #followEnd(): void {
    const scroll = this.renderRoot.querySelector(".scroll");
    if (!scroll) return;
    new ResizeObserver(() => {
      if (this.#followsEnd) this.#toEnd();
    }).observe(scroll);
    scroll.addEventListener("scroll", () => (this.#followsEnd = this.#atEnd()), { passive: true });
  }

  #atEnd(): boolean {
    const scroll = this.renderRoot.querySelector(".scroll");
    return !scroll || scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 60;
  }

  #toEnd(): void {
    const scroll = this.renderRoot.querySelector(".scroll");
    if (scroll) scroll.scrollTop = scroll.scrollHeight;
  }
}

function ownerOf(line: Line): Owner {
  return line.from === "visitor" ? "mine" : "theirs";
}

customElements.define("reference-chat", ChatWidget);
