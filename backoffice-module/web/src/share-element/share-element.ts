import { pickLanguage } from "@visavis/visitor-widget/design";
import { translator } from "../shared/language.ts";
import { ADDRESS_ATTRIBUTES, panelAddress } from "./panel-address.ts";
import css from "./share-element.css";
import { shareElementTexts } from "./texts.ts";

/** Milliseconds after which a panel that said nothing is said not to answer. */
const PATIENCE = 10_000;

/** Gives an agent token; asked again whenever the panel needs a fresh one. */
export type TokenSource = () => string | Promise<string>;

/**
 * Makes the class of `<visavis-share>` for the service of that origin. The element holds the panel
 * in a frame, so that neither side reaches into the other: only messages pass, from and to that
 * very frame and that very origin. A token never stands in an attribute or an address.
 */
export function shareElement(service: string): CustomElementConstructor {
  return class VisavisShare extends HTMLElement {
    static readonly observedAttributes = ADDRESS_ATTRIBUTES;

    #tokenSource: TokenSource | null = null;
    #session: unknown = null;
    #asked = false;
    /** Given before the panel asked. */
    #early: string | null = null;
    readonly #root = this.attachShadow({ mode: "open" });
    readonly #frame = document.createElement("iframe");
    readonly #notice = document.createElement("div");
    readonly #words = document.createElement("p");
    readonly #retry = document.createElement("button");
    #patience: ReturnType<typeof setTimeout> | undefined;
    #address: string | null = null;
    #scheduled = false;

    constructor() {
      super();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      this.#root.adoptedStyleSheets = [sheet];
      this.#frame.setAttribute("part", "frame");
      this.#frame.allow = "fullscreen; autoplay; clipboard-write";
      this.#notice.className = "notice";
      this.#notice.setAttribute("part", "notice");
      this.#notice.setAttribute("role", "status");
      this.#retry.type = "button";
      this.#retry.setAttribute("part", "retry");
      this.#retry.addEventListener("click", () => this.#open());
      this.#notice.append(this.#words, this.#retry);
      // What stands in the element is for the time before this script came.
      this.#root.append(this.#notice, this.#frame);
    }

    /** Called whenever a token is needed; see also the event `visavis-token-needed`. */
    get tokenSource(): TokenSource | null {
      return this.#tokenSource;
    }

    set tokenSource(source: TokenSource | null) {
      this.#tokenSource = source;
      if (this.#asked) void this.#giveToken();
    }

    /** The current share as the panel told it, or null. */
    get session(): unknown {
      return this.#session;
    }

    /** Gives a token; as good as an answer to `visavis-token-needed`. */
    set token(token: string) {
      if (!this.#asked) this.#early = token;
      this.#asked = false;
      this.#post({ type: "token", token });
    }

    /** Ends the share, as when the agent leaves the tab. */
    leave(): void {
      this.#post({ type: "leave" });
    }

    connectedCallback(): void {
      // Set before this script came, they hide the accessors of the class.
      for (const name of ["tokenSource", "token"] as const) {
        const early = Object.getOwnPropertyDescriptor(this, name);
        if (early === undefined) continue;
        Reflect.deleteProperty(this, name);
        Reflect.set(this, name, early.value);
      }
      window.addEventListener("message", this.#receive);
      this.#open();
    }

    disconnectedCallback(): void {
      window.removeEventListener("message", this.#receive);
      clearTimeout(this.#patience);
      this.#address = null;
      // The frame is gone with the element, and the panel in it has ended the share.
      this.#session = null;
    }

    attributeChangedCallback(): void {
      if (!this.isConnected || this.#scheduled) return;
      // Several attributes set in a row are one change.
      this.#scheduled = true;
      queueMicrotask(() => {
        this.#scheduled = false;
        const address = panelAddress(service, (name) => this.getAttribute(name));
        if (this.isConnected && address !== this.#address) this.#open();
      });
    }

    #open(): void {
      const t = this.#translate();
      clearTimeout(this.#patience);
      this.#address = panelAddress(service, (name) => this.getAttribute(name));
      this.#frame.title = t("frame.title");
      this.#retry.textContent = t("retry");
      this.#session = null;
      this.#asked = false;
      if (this.#address === null) {
        this.#frame.removeAttribute("src");
        this.#wait("");
        return;
      }
      this.#wait(t("loading"));
      this.#frame.src = this.#address;
      this.#patience = setTimeout(() => {
        this.#wait(t("silent"), true);
        this.#tell("visavis-unreachable", {});
      }, PATIENCE);
    }

    #translate() {
      const page = document.documentElement.lang;
      return translator(
        shareElementTexts,
        pickLanguage(this.getAttribute("lang"), page, ...navigator.languages),
      );
    }

    #wait(words: string, mayRetry = false): void {
      this.#notice.hidden = words === "";
      this.#words.textContent = words;
      this.#retry.hidden = !mayRetry;
      this.#frame.toggleAttribute("data-waiting", true);
    }

    #answered(): void {
      clearTimeout(this.#patience);
      this.#notice.hidden = true;
      this.#frame.removeAttribute("data-waiting");
    }

    #post(message: object): void {
      this.#frame.contentWindow?.postMessage({ source: "visavis-host", ...message }, service);
    }

    readonly #receive = (event: MessageEvent): void => {
      if (event.source !== this.#frame.contentWindow || event.origin !== service) return;
      const data: unknown = event.data;
      if (typeof data !== "object" || data === null) return;
      const message = data as Record<string, unknown>;
      if (message["source"] !== "visavis") return;
      this.#answered();
      switch (message["type"]) {
        case "token-needed":
          return void this.#giveToken();
        case "height":
          if (typeof message["height"] === "number") this.#grow(message["height"]);
          return;
        case "state":
          this.#session = message["session"];
          this.#tell("visavis-state", pick(message, "session", "eligible", "visitor"));
          return;
        case "ended":
          this.#session = message["session"];
          this.#tell("visavis-ended", pick(message, "session", "reason"));
          return;
      }
    };

    #grow(height: number): void {
      this.style.setProperty("--visavis-share-height", `${Math.ceil(height)}px`);
      this.#tell("visavis-height", { height });
    }

    async #giveToken(): Promise<void> {
      this.#asked = true;
      const respond = (token: string): void => {
        this.token = token;
      };
      const early = this.#early;
      this.#early = null;
      if (early !== null) {
        respond(early);
        return;
      }
      this.#tell("visavis-token-needed", { respond });
      const source = this.#tokenSource;
      if (source === null) return;
      try {
        respond(await source());
      } catch (error) {
        this.#tell("visavis-token-failed", { error });
      }
    }

    #tell(name: string, detail: object): void {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }
  };
}

function pick(message: Record<string, unknown>, ...names: string[]): object {
  return Object.fromEntries(names.map((name) => [name, message[name]]));
}
