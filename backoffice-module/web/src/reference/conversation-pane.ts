import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Line } from "../chat/conversation.ts";
import { drawing } from "../chat/drawing.ts";
import logCss from "../chat/log.css";
import { logLines, type Owner } from "../chat/log.ts";
import { longestText } from "../chat/protocol.ts";
import paneCss from "./conversation-pane.css";
import { DeskElement } from "./element.ts";

/** The chat with one visitor. */
export class ConversationPane extends DeskElement {
  static override properties = { ...DeskElement.properties, visitorId: {} };
  declare visitorId: string;
  protected override readonly css = [logCss, paneCss];
  #failed = false;
  #lastLine = "";

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#seen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#seen);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("visitorId")) {
      this.#lastLine = "";
      void this.#load(() => this.context.desk.load(this.visitorId));
    }
  }

  protected override updated(): void {
    const last = this.context.desk.thread(this.visitorId).lines.at(-1)?.clientMsgId ?? "";
    if (last === this.#lastLine) return;
    this.#lastLine = last;
    const scroll = this.renderRoot.querySelector(".scroll");
    if (scroll) scroll.scrollTop = scroll.scrollHeight;
    this.#seen();
  }

  protected override deskChanged(): void {
    super.deskChanged();
    this.#seen();
  }

  protected override render(): TemplateResult {
    const words = this.texts;
    const { desk, language } = this.context;
    const name = desk.visitor(this.visitorId)?.name ?? words.columnVisitor;
    const thread = desk.thread(this.visitorId);
    return html`<div class="scroll" role="log" tabindex="0" aria-label=${words.conversation}>
        ${this.#top(thread.loaded, thread.more)}
        ${
          thread.loaded && thread.lines.length === 0
            ? html`<p class="vv-empty">${drawing("chat", 36)}${words.noMessages}</p>`
            : logLines(thread.lines, (line) => this.#ownerOf(line), words, language)
        }
        <p class="typing">${thread.typing ? words.typing(name) : nothing}</p>
      </div>
      ${desk.refused ? html`<p class="trouble" role="alert">${words.refused}</p>` : nothing}
      <form @submit=${this.#submit}>
        <textarea
          class="vv-input"
          rows="2"
          maxlength=${longestText}
          aria-label=${words.write(name)}
          placeholder=${words.write(name)}
          .value=${live(desk.draft(this.visitorId))}
          @input=${this.#typed}
          @keydown=${this.#enter}
          @blur=${() => desk.typed(this.visitorId, false)}
        ></textarea>
        <button class="vv-button vv-button--primary" aria-label=${words.send}>
          ${drawing("send")}
        </button>
      </form>`;
  }

  #top(loaded: boolean, more: boolean): TemplateResult {
    const words = this.texts;
    if (this.#failed) {
      return html`<p class="top" role="alert">
        ${words.unreachable}
        <button
          class="vv-button vv-button--small"
          @click=${() => void this.#load(() => this.context.desk.load(this.visitorId))}
        >
          ${words.retry}
        </button>
      </p>`;
    }
    if (!loaded) return html`<p class="top"><span class="vv-spinner"></span> ${words.loading}</p>`;
    return more
      ? html`<p class="top">
          <button
            class="vv-button vv-button--small"
            @click=${() => void this.#load(() => this.context.desk.loadOlder(this.visitorId))}
          >
            ${words.older}
          </button>
        </p>`
      : html``;
  }

  #ownerOf(line: Line): Owner {
    if (line.from === "visitor") return "theirs";
    return line.pending || line.authorName === this.context.me.name ? "mine" : "ours";
  }

  async #load(fetch: () => Promise<void>): Promise<void> {
    this.#failed = false;
    try {
      await fetch();
    } catch {
      this.#failed = true;
    }
    this.requestUpdate();
  }

  readonly #seen = (): void => {
    if (document.visibilityState === "visible") this.context.desk.read(this.visitorId);
  };

  readonly #typed = (event: Event): void => {
    const text = (event.target as HTMLTextAreaElement).value;
    this.context.desk.keepDraft(this.visitorId, text);
    this.context.desk.typed(this.visitorId, text !== "");
  };

  readonly #enter = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#submit(event);
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const text = this.context.desk.draft(this.visitorId).trim();
    if (text === "") return;
    this.context.desk.keepDraft(this.visitorId, "");
    this.context.desk.say(this.visitorId, text);
    this.renderRoot.querySelector("textarea")?.focus();
  };
}

customElements.define("reference-conversation", ConversationPane);
