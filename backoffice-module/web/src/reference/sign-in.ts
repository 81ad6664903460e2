import { LitElement, html, nothing, type TemplateResult } from "lit";
import { componentsCss, sheet, type Language } from "@visavis/visitor-widget/design";
import { ApiError, host } from "./api.ts";
import sharedCss from "./shared.css";
import signInCss from "./sign-in.css";
import { texts } from "./texts.ts";

// Invented people; the README names them too.
const people = [
  { login: "camille", role: "roleAgent", account: "Maison Lumen" },
  { login: "noor", role: "roleAgent", account: "Maison Lumen" },
  { login: "alix", role: "roleAdmin", account: "Maison Lumen" },
  { login: "sacha", role: "roleAgent", account: "Atelier Brume" },
  { login: "dominique", role: "roleAdmin", account: "Atelier Brume" },
] as const;
const demoPassword = "demo";

/** The door of the backoffice. Dispatches `signed-in`. */
export class SignIn extends LitElement {
  static override properties = { language: {} };
  declare language: Language;
  #problem: "" | "wrong" | "tooMany" | "unreachable" = "";
  #busy = false;

  protected override createRenderRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [componentsCss, sharedCss, signInCss].map(sheet);
    return root;
  }

  protected override render(): TemplateResult {
    const words = texts(this.language);
    return html`<main class="vv-card">
      <p><span class="vv-badge vv-badge--accent">${words.demo}</span></p>
      <h1>${words.product}</h1>
      <p class="muted">${words.demoText}</p>
      <form @submit=${this.#submit}>
        <label class="vv-field"
          >${words.login}
          <input class="vv-input" name="login" autocomplete="username" required />
        </label>
        <label class="vv-field"
          >${words.password}
          <input
            class="vv-input"
            name="password"
            type="password"
            autocomplete="current-password"
            required
          />
        </label>
        <div role="alert">
          ${
            this.#problem
              ? html`<p class="vv-banner vv-banner--danger">${words[this.#problem]}</p>`
              : nothing
          }
        </div>
        <button class="vv-button vv-button--primary" ?disabled=${this.#busy}>
          ${words.signIn}
        </button>
      </form>
      ${this.#hints()}
    </main>`;
  }

  #hints(): TemplateResult {
    const words = texts(this.language);
    return html`<section aria-labelledby="hints">
      <h2 id="hints">${words.demo}</h2>
      <p class="muted">${words.hints}</p>
      <ul>
        ${people.map(
          ({ login, role, account }) =>
            html`<li>
              <button
                class="vv-button vv-button--small"
                type="button"
                ?disabled=${this.#busy}
                @click=${() => void this.#enter(login, demoPassword)}
              >
                ${login}
              </button>
              <span class="muted">${words[role]}, ${account}</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    void this.#enter(text("login").trim(), text("password"));
  };

  async #enter(login: string, password: string): Promise<void> {
    this.#busy = true;
    this.#problem = "";
    this.requestUpdate();
    try {
      await host.signIn(login, password);
      this.dispatchEvent(new Event("signed-in"));
    } catch (problem) {
      const status = problem instanceof ApiError ? problem.status : 0;
      this.#problem = status === 401 ? "wrong" : status === 429 ? "tooMany" : "unreachable";
    } finally {
      this.#busy = false;
      this.requestUpdate();
    }
  }
}

customElements.define("reference-sign-in", SignIn);
