import type { Language } from "../design/language.ts";
import { iconElement } from "../design/icons.ts";
import { h } from "./dom.ts";
import { privacyAddress, type VisitorPolicy } from "./policy.ts";
import { speaker, type Phrases } from "./words/phrases.ts";

type CompanyPhrase = "says" | "privacy" | "newTab";

const companyWords: Phrases<CompanyPhrase> = {
  fr: {
    says: (account) => `Message de ${account}`,
    privacy: (account) => `Comment ${account} traite vos données`,
    newTab: "(nouvel onglet)",
  },
  en: {
    says: (account) => `Message from ${account}`,
    privacy: (account) => `How ${account} handles your data`,
    newTab: "(new tab)",
  },
};

/** What a page shows of the company itself, in one language. */
export interface CompanyFacts {
  readonly policy: VisitorPolicy;
  readonly accountName: string;
  readonly language: Language;
}

/** The company's logo in a box whose size does not depend on it; nothing where it has none. */
export function companyLogo({ policy, accountName }: CompanyFacts): HTMLElement | false {
  if (!policy.logoUrl) return false;
  const logo = h("img", {
    class: "logo",
    alt: accountName,
    src: policy.logoUrl,
    width: 144,
    height: 44,
    decoding: "async",
    "data-testid": "vv-logo",
    // The box stays, so that nothing moves; what is read out goes with the picture.
    onerror: () => logo.classList.add("logo--missing"),
  });
  return logo;
}

/**
 * The company's own words as a quotation, told apart from what Visavis says. Only in the language that
 * is spoken: words that a person cannot read help nobody.
 */
export function companyMessage(facts: CompanyFacts): HTMLElement | false {
  const { policy, accountName, language } = facts;
  const message = policy.message?.[language];
  if (!message) return false;
  const say = speaker(companyWords, language);
  return h(
    "figure",
    { class: "company" },
    h("figcaption", {}, iconElement("chat", 16), h("span", {}, say("says", accountName))),
    h("blockquote", { dir: "auto", "data-testid": "vv-company-message" }, message),
  );
}

/** The link to the company's privacy text; in another language rather than not at all. */
export function privacyLink(facts: CompanyFacts): HTMLElement | false {
  const { policy, accountName, language } = facts;
  const found = privacyAddress(policy, language);
  if (!found) return false;
  const say = speaker(companyWords, language);
  return h(
    "p",
    { class: "privacy" },
    h(
      "a",
      {
        href: found.url,
        hreflang: found.language,
        target: "_blank",
        rel: "noopener noreferrer",
        "data-testid": "vv-privacy",
      },
      say("privacy", accountName),
      h("span", { class: "vv-visually-hidden" }, ` ${say("newTab")}`),
    ),
  );
}
