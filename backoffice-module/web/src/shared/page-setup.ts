import { pickLanguage, type Language } from "@visavis/visitor-widget/design";

/** What the address of an embedded page says. */
export interface PageAddress {
  readonly site: string | null;
  readonly visitor: string | null;
  readonly conversation: string | null;
  readonly language: Language;
}

/** Reads the page's address and sets the document's language and colours accordingly. */
export function setUpPage(window: Window): PageAddress {
  const query = new URLSearchParams(window.location.search);
  const language = pickLanguage(query.get("lang"), ...window.navigator.languages);
  const root = window.document.documentElement;
  root.lang = language;
  const theme = query.get("theme");
  if (theme === "light" || theme === "dark") root.dataset["theme"] = theme;
  return {
    site: query.get("site"),
    visitor: query.get("visitor"),
    conversation: query.get("conversation"),
    language,
  };
}
