import type { PreviewFacts } from "@visavis/visitor-widget/preview";
import type { Language } from "../shared/language.ts";
import type { PreviewWish } from "../preview/wish.ts";
import { logoAddress } from "./logo-template.ts";
import type { PolicyDraft } from "./policy.ts";

/** What of the visitor's side is shown, and how. */
export interface PreviewChoice {
  readonly what: PreviewWish["what"];
  readonly language: Language;
  readonly theme: PreviewWish["theme"];
}

/** The frame in which the visitor's side is shown: tells it what to draw, and gives it the height that takes. */
export class PreviewFrame {
  private element: HTMLIFrameElement | null = null;
  private ready = false;
  private wish: PreviewWish | null = null;
  private told = "";

  /**
   * @param choice what is shown at first
   * @param changed called when something else is to be shown
   */
  constructor(
    private readonly window: Window,
    public choice: PreviewChoice,
    private readonly changed: () => void,
  ) {
    window.addEventListener("message", (event) => this.hear(event));
  }

  /** Shows something else. */
  choose(change: Partial<PreviewChoice>): void {
    this.choice = { ...this.choice, ...change };
    this.changed();
  }

  /** The frame came into the page, or left it. */
  readonly attach = (element: Element | undefined): void => {
    this.element = element instanceof HTMLIFrameElement ? element : null;
    this.ready = false;
    this.told = "";
  };

  /** Shows a form as it is, saved or not. */
  show(draft: PolicyDraft, accountName: string, agentName: string): void {
    const { what, theme } = this.choice;
    const language = spoken(draft, this.choice.language);
    const facts = previewFacts(draft, { language, accountName, agentName });
    this.wish = { source: "visavis-admin", what, theme, facts };
    this.tell();
  }

  private tell(): void {
    const text = JSON.stringify(this.wish);
    if (!this.ready || this.wish === null || text === this.told) return;
    this.told = text;
    this.element?.contentWindow?.postMessage(this.wish, this.window.location.origin);
  }

  private hear(event: MessageEvent<unknown>): void {
    const ours = this.element !== null && event.source === this.element.contentWindow;
    if (!ours || event.origin !== this.window.location.origin) return;
    const { data } = event;
    if (typeof data !== "object" || data === null || !("type" in data)) return;
    if (data.type === "ready") {
      this.ready = true;
      this.told = "";
      this.tell();
    } else if (data.type === "height" && "height" in data && typeof data.height === "number") {
      this.element?.style.setProperty("block-size", `${Math.min(2_000, data.height)}px`);
    }
  }
}

/** The language that a visitor whose browser speaks `wish` is spoken to in. */
export function spoken({ languages }: Pick<PolicyDraft, "languages">, wish: Language): Language {
  return languages.includes(wish) ? wish : (languages[0] ?? wish);
}

/** What visitors would be told of a form if it were saved. */
export function previewFacts(draft: PolicyDraft, rest: Omit<PreviewFacts, "policy">): PreviewFacts {
  const texts = (fr: string, en: string): Partial<Record<Language, string>> => ({
    ...(fr.trim() === "" ? {} : { fr: fr.trim() }),
    ...(en.trim() === "" ? {} : { en: en.trim() }),
  });
  return {
    ...rest,
    policy: {
      surface: draft.surface,
      relayOnly: draft.relayOnly,
      languages: [...draft.languages],
      message: texts(draft.messageFr, draft.messageEn),
      privacyUrl: texts(draft.privacyUrlFr, draft.privacyUrlEn),
      ...(draft.logo === null ? {} : { logoUrl: logoAddress(draft.logo) }),
    },
  };
}
