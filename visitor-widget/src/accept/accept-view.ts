import { iconElement, type IconName } from "../../design/icons.ts";
import type { Language } from "../../design/language.ts";
import { button, h } from "../dom.ts";
import { companyLogo, companyMessage, privacyLink } from "../company.ts";
import { listedLanguage, OPEN_POLICY } from "../policy.ts";
import { speaker } from "../words/phrases.ts";
import { acceptWords, type AcceptPhrase } from "./accept-words.ts";
import type { LinkFacts } from "./accept-service.ts";
import type { AcceptScreen, Answering } from "./answering.ts";

/** Draws an {@link Answering}: one screen at a time, in one language. */
export class AcceptView {
  readonly #main: HTMLElement;
  readonly #answering: Answering;
  /** The whole link, for the person’s other device. */
  readonly #link: string;
  #language: Language;
  #say: (key: AcceptPhrase, ...names: string[]) => string;
  #drawn = "";

  /** Languages that the person would like, most wanted first; until the account's own are known. */
  #wishes: readonly (string | null)[] | undefined;

  constructor(
    main: HTMLElement,
    answering: Answering,
    language: Language,
    link: string,
    wishes: readonly (string | null)[] = [language],
  ) {
    this.#wishes = wishes;
    this.#main = main;
    this.#answering = answering;
    this.#link = link;
    this.#language = language;
    this.#say = speaker(acceptWords, language);
  }

  /** The language that is shown. */
  get language(): Language {
    return this.#language;
  }

  /** Brings the page in line with the state. */
  update(): void {
    const { screen, failure, busy, facts } = this.#answering;
    if (facts?.policy) this.#keepTo(facts.policy.languages);
    const drawn = [screen, failure, this.#language, JSON.stringify(facts)].join();
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      this.#draw(screen);
    }
    this.#main.querySelectorAll("button").forEach((each) => {
      each.setAttribute("aria-disabled", String(busy));
    });
    this.#main.setAttribute("aria-busy", String(busy || screen === "looking"));
  }

  /** The account may have chosen its languages; what the person switches to later is among them. */
  #keepTo(languages: readonly Language[]): void {
    const wishes = this.#wishes ?? [this.#language];
    this.#wishes = undefined;
    this.#speak(listedLanguage(languages, ...wishes));
  }

  #speak(language: Language): void {
    this.#language = language;
    this.#say = speaker(acceptWords, language);
  }

  #draw(screen: AcceptScreen): void {
    const hadFocus = this.#main.contains(document.activeElement);
    this.#main.dataset["vvState"] = screen;
    document.documentElement.lang = this.#language;
    this.#main.replaceChildren(this.#top(), ...this.#page(screen).filter((part) => part !== false));
    document.title = this.#main.querySelector("h1")?.textContent ?? this.#say("title");
    if (hadFocus) this.#main.querySelector("h1")?.focus();
  }

  #page(screen: AcceptScreen): (Node | false)[] {
    const { facts } = this.#answering;
    switch (screen) {
      case "looking":
        return [
          this.#head("link", this.#say("looking")),
          h("span", { class: "vv-spinner", "aria-hidden": "true" }),
        ];
      case "open":
        return facts ? this.#request(facts) : [];
      case "computer-needed":
        return this.#elsewhere(screen, "monitor");
      case "browser-needed":
        return this.#elsewhere(screen, "window");
      case "again":
        return [this.#told("link", "again"), this.#trouble(), this.#buttons(this.#goOn())];
      case "unreachable":
        return [this.#told("signal-lost", "unreachable"), this.#buttons(this.#retry())];
      case "declined":
      case "withdrawn":
      case "unavailable":
        return [this.#told("screen-share-off", screen)];
      case "used":
      case "expired":
      case "unknown":
        return [this.#told("warning", screen)];
    }
  }

  #request(facts: LinkFacts): (Node | false)[] {
    const { agentName: agent, accountName: account, policy = OPEN_POLICY } = facts;
    const company = { policy, accountName: account, language: this.#language };
    const accept = button(this.#say("accept"), "vv-button--primary wide", "vv-accept", () => {
      void this.#answering.accept();
    });
    return [
      this.#head(
        "screen-share",
        this.#say("openTitle", agent, account),
        this.#say("openLead", agent),
      ),
      h(
        "div",
        { class: "promises" },
        this.#list(this.#say("neverTitle"), "close", "never1", "never2", "never3", "never4"),
        this.#list(this.#say("seesTitle", agent), "check", `sees1-${policy.surface}`, "sees2"),
        h("p", { class: "anytime" }, iconElement("shield", 18), this.#say("anytime")),
      ),
      companyMessage(company),
      privacyLink(company),
      this.#trouble(),
      this.#buttons(accept, this.#refuse()),
      h("p", { class: "hint" }, this.#say("next"), " ", this.#until(facts)),
      this.#doubt(facts),
    ];
  }

  /** The link is good, but not here. */
  #elsewhere(screen: "computer-needed" | "browser-needed", drawing: IconName): (Node | false)[] {
    const { facts } = this.#answering;
    if (!facts) return [];
    const { agentName: agent, accountName: account } = facts;
    const said = h("p", { class: "hint", role: "status", "data-testid": "vv-copied" });
    const copy = button(
      this.#say("copy"),
      "vv-button--primary wide",
      "vv-copy",
      () => void this.#copy(said),
      "copy",
    );
    return [
      this.#told(drawing, screen),
      h("p", {}, this.#say("openTitle", agent, account), ". ", this.#until(facts)),
      this.#trouble(),
      this.#buttons(copy, this.#refuse()),
      said,
      this.#doubt(facts),
    ];
  }

  async #copy(said: HTMLElement): Promise<void> {
    const link = this.#link;
    try {
      await navigator.clipboard.writeText(link);
      said.replaceChildren(this.#say("copied"));
    } catch {
      said.replaceChildren(this.#say("notCopied"), " ", h("code", { class: "address" }, link));
    }
  }

  /** How a person finds out whether this is what it says, and whom to tell when it is not. */
  #doubt(facts: LinkFacts): HTMLElement {
    const { agentName: agent, accountName: account, sites, report } = facts;
    return h(
      "section",
      { class: "doubt" },
      h("h2", {}, iconElement("help", 18), this.#say("doubtTitle")),
      h("p", {}, this.#say("doubt", agent, account)),
      sites.length > 0 && h("p", {}, this.#say("doubtSites", sites.join(", "))),
      h("p", {}, this.#say("voucher", agent, account)),
      h(
        "p",
        {},
        this.#say("report", agent, account),
        report !== null && " ",
        report !== null &&
          h(
            "a",
            { href: report, rel: "noreferrer noopener", "data-testid": "vv-report" },
            this.#say("reportBy"),
          ),
      ),
    );
  }

  #list(title: string, drawing: IconName, ...keys: AcceptPhrase[]): HTMLElement {
    return h(
      "div",
      {},
      h("h2", {}, title),
      h(
        "ul",
        { class: `list list--${drawing}`, role: "list" },
        ...keys.map((key) => h("li", {}, iconElement(drawing, 16), h("span", {}, this.#say(key)))),
      ),
    );
  }

  #told(
    drawing: IconName,
    key: Exclude<AcceptScreen, "looking" | "open"> & AcceptPhrase,
  ): HTMLElement {
    const { facts } = this.#answering;
    const allowed = this.#say(`allowed-${facts?.policy?.surface ?? "any"}`);
    const names = [facts?.agentName ?? "", facts?.accountName ?? "", allowed];
    return this.#head(drawing, this.#say(`${key}Title`), this.#say(key, ...names));
  }

  #head(drawing: IconName, title: string, lead?: string): HTMLElement {
    return h(
      "header",
      {},
      h("span", { class: "mark" }, iconElement(drawing, 26)),
      h("h1", { tabIndex: -1 }, title),
      lead !== undefined &&
        h("p", { class: "lead", role: "status", "data-testid": "vv-message" }, lead),
    );
  }

  /** Why the answer did not come through just now. */
  #trouble(): Node | false {
    const { failure } = this.#answering;
    if (failure === undefined) return false;
    return h(
      "p",
      { class: "vv-banner vv-banner--warning", role: "alert", "data-testid": `vv-${failure}` },
      iconElement("warning"),
      h("span", {}, this.#say(failure)),
    );
  }

  #buttons(...all: HTMLElement[]): HTMLElement {
    return h("div", { class: "buttons" }, ...all);
  }

  #refuse(): HTMLElement {
    return button(
      this.#say("refuse"),
      "wide",
      "vv-refuse",
      () => void this.#answering.decline(),
      "close",
    );
  }

  #goOn(): HTMLElement {
    return button(
      this.#say("goOn"),
      "vv-button--primary wide",
      "vv-go-on",
      () => void this.#answering.accept(),
    );
  }

  #retry(): HTMLElement {
    return button(
      this.#say("retry"),
      "vv-button--primary wide",
      "vv-retry",
      () => void this.#answering.look(),
    );
  }

  #until({ expiresAt }: LinkFacts): string {
    if (expiresAt === null) return "";
    const format = new Intl.DateTimeFormat(this.#language === "fr" ? "fr-FR" : "en-GB", {
      timeStyle: "short",
    });
    return this.#say("until", format.format(new Date(expiresAt)));
  }

  #top(): HTMLElement {
    const { policy = OPEN_POLICY, accountName = "" } = this.#answering.facts ?? {};
    const language = this.#language;
    return h(
      "div",
      { class: "top" },
      companyLogo({ policy, accountName, language }),
      policy.languages.length > 1 && this.#languageSwitch(),
    );
  }

  #languageSwitch(): HTMLElement {
    const other: Language = this.#language === "fr" ? "en" : "fr";
    const turn = button(
      this.#say("language"),
      "vv-button--ghost vv-button--small languages",
      "vv-language",
      () => {
        this.#speak(other);
        this.update();
      },
      "globe",
    );
    turn.lang = other;
    return turn;
  }
}
