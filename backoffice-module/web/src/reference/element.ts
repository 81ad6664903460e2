import { LitElement, type PropertyDeclarations, type PropertyValues } from "lit";
import { componentsCss, sheet, type Language } from "@visavis/visitor-widget/design";
import type { Me } from "./api.ts";
import type { Desk } from "./desk.ts";
import sharedCss from "./shared.css";
import { texts, type Texts } from "./texts.ts";

/** What every part of the backoffice needs to be drawn. */
export interface Context {
  readonly me: Me;
  readonly desk: Desk;
  readonly language: Language;
}

/**
 * A part of the backoffice: an open shadow root with the design system's components. It is drawn
 * again when `context` changes and whenever the desk hears something.
 */
export abstract class DeskElement extends LitElement {
  static override properties: PropertyDeclarations = { context: { attribute: false } };
  declare context: Context;
  /** Own style sheets, after the shared ones. */
  protected readonly css: readonly string[] = [];
  #listensTo: Desk | null = null;

  protected get texts(): Texts {
    return texts(this.context.language);
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [componentsCss, sharedCss, ...this.css].map(sheet);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("context")) this.#listen(this.context.desk);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.context as Context | undefined) this.#listen(this.context.desk);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listen(null);
  }

  /** Called after the desk heard something; the next drawing follows. */
  protected deskChanged(): void {
    this.requestUpdate();
  }

  #listen(desk: Desk | null): void {
    if (desk === this.#listensTo) return;
    this.#listensTo?.removeEventListener("change", this.#changed);
    desk?.addEventListener("change", this.#changed);
    this.#listensTo = desk;
  }

  readonly #changed = (): void => this.deskChanged();
}
