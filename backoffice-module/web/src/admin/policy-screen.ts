import { html, type TemplateResult } from "lit";
import type { Api } from "../shared/api.ts";
import { translator, type Language } from "../shared/language.ts";
import { leaveQuestion } from "../shared/places-template.ts";
import type { Places } from "../shared/places.ts";
import type { AdminPlace } from "./admin-template.ts";
import type { PolicyField } from "./policy.ts";
import { focusFirstFault } from "./policy-fields.ts";
import { PolicyPage } from "./policy-page.ts";
import { policyPlace } from "./policy-place.ts";
import { policyTemplate } from "./policy-template.ts";
import { policyTexts } from "./policy-texts.ts";
import { PreviewFrame } from "./preview-frame.ts";
import { previewTemplate } from "./preview-template.ts";
import { websiteTemplate } from "./website-template.ts";
import { websiteTexts } from "./website-texts.ts";

/** The page that the policy's places stand on. */
export interface PolicySurroundings {
  readonly window: Window;
  readonly root: HTMLElement;
  readonly site: string;
  readonly language: Language;
  readonly places: Places<AdminPlace>;
}

/** What is known of the account and of whoever looks. */
export interface PolicyFacts {
  readonly accountName: string;
  readonly mayDecide: boolean;
}

/** Fields that stand on the page *Website & visitors*; all others on *Sharing policy*. */
const ON_WEBSITE: readonly PolicyField[] = [
  "messageFr",
  "messageEn",
  "logo",
  "languages",
  "privacyUrlFr",
  "privacyUrlEn",
  "visitorsMayAsk",
  "signedVisitorsOnly",
];

/** The two places on which one policy is decided: they share a form, so going between them loses nothing. */
export class PolicyScreen {
  readonly page: PolicyPage;
  private readonly frame: PreviewFrame;

  constructor(
    api: Pick<Api, "call" | "upload">,
    private readonly around: PolicySurroundings,
    draw: () => void,
  ) {
    const { window, language } = around;
    this.page = new PolicyPage(api, draw);
    const dark = window.document.documentElement.dataset["theme"];
    const theme = dark === "dark" || (dark !== "light" && prefersDark(window)) ? "dark" : "light";
    this.frame = new PreviewFrame(window, { what: "popup", language, theme }, draw);
  }

  /** Whether going there would leave something behind that is not saved. */
  holds(to: AdminPlace): boolean {
    return this.page.dirty && to !== "policy" && to !== "website";
  }

  /** One of the two places. */
  place(name: "policy" | "website", lead: string, facts: PolicyFacts): TemplateResult {
    const { language, site, places } = this.around;
    const t = translator(policyTexts, language);
    const w = translator(websiteTexts, language);
    const { draft } = this.page.state;
    const drawing = { page: this.page, t, w, language, mayDecide: facts.mayDecide };
    const { frame } = this;
    const { accountName } = facts;
    // One frame at a time: the place that is hidden shows none.
    const preview =
      draft === null || places.current !== name
        ? html``
        : previewTemplate({ frame, w, draft, accountName, site });
    const onSave = (confirmed = false): void => void this.save(confirmed);
    const choices = name === "policy" ? policyTemplate : websiteTemplate;
    return policyPlace(drawing, { name, lead, choices, preview, onSave });
  }

  /** Asks what becomes of changes, while somebody wants to go; null otherwise. */
  question(): TemplateResult | null {
    const { places, language } = this.around;
    const { wanted } = places;
    if (wanted === null) return null;
    const t = translator(policyTexts, language);
    const words = {
      title: t("leave.title"),
      text: t("leave.text"),
      save: t("leave.save"),
      leave: t("leave.go"),
      stay: t("leave.stay"),
    };
    const leave = (): void => {
      this.page.discard();
      places.go(wanted);
    };
    const save = async (): Promise<void> => {
      if (await this.save()) places.go(wanted);
      else if (this.leads()) places.stay();
      else this.stay();
    };
    return leaveQuestion(words, { save: () => void save(), leave, stay: () => this.stay() });
  }

  private stay(): void {
    this.around.places.stay();
    this.around.root.querySelector<HTMLElement>('[aria-current="page"]')?.focus();
  }

  /** Whether what the save came to has taken the keyboard along: a fault, a conflict or a question. */
  private leads(): boolean {
    const { trouble, conflict, shortening } = this.page.state;
    return trouble === "fields" || conflict !== null || shortening !== null;
  }

  private async save(confirmed = false): Promise<boolean> {
    const done = await this.page.save(confirmed);
    if (!done && this.page.state.trouble === "fields") this.lead();
    return done;
  }

  /** Goes to what is wrong, on the other place if it stands there. */
  private lead(): void {
    const { places, root } = this.around;
    const wrong = Object.keys(this.page.state.faults) as PolicyField[];
    const here = places.current === "website" ? "website" : "policy";
    const place = (field: PolicyField): "policy" | "website" =>
      ON_WEBSITE.includes(field) ? "website" : "policy";
    const [first] = wrong;
    if (first === undefined || wrong.some((field) => place(field) === here)) {
      focusFirstFault(root);
      return;
    }
    // The other place is drawn when the browser tells of its address; this is heard after that.
    const arrived = (): void => focusFirstFault(root);
    this.around.window.addEventListener("hashchange", arrived, { once: true });
    places.go(place(first));
  }
}

function prefersDark(window: Window): boolean {
  return window.matchMedia("(prefers-color-scheme: dark)").matches;
}
