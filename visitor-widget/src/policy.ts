import type { Policy } from "@visavis/signaling-client";
import type { Language } from "../design/language.ts";

/** What a visitor may know of the account's policy; what is absent was left out by the account. */
export type VisitorPolicy = Policy;

/** What visitors may show: anything, a window or a tab, or a tab only. */
export type AllowedSurface = Policy["surface"];

/** The policy of an account that decided nothing. */
export const OPEN_POLICY: VisitorPolicy = {
  surface: "any",
  relayOnly: false,
  languages: ["fr", "en"],
};

/** Whether two versions show visitors the same: much of what an account decides is not for them. */
export function showsTheSame(one: VisitorPolicy, other: VisitorPolicy): boolean {
  return shown(one) === shown(other);
}

function shown(policy: VisitorPolicy): string {
  const { surface, relayOnly, languages, message, logoUrl, privacyUrl } = policy;
  const texts = [message?.fr, message?.en, privacyUrl?.fr, privacyUrl?.en];
  return JSON.stringify([surface, relayOnly, languages, logoUrl, ...texts]);
}

/** The first of the wishes that is listed (regions are ignored), else the first that is listed. */
export function listedLanguage(
  languages: readonly Language[],
  ...wishes: readonly (string | null | undefined)[]
): Language {
  for (const wish of wishes) {
    const primary = wish?.trim().toLowerCase().split(/[-_]/)[0];
    const found = languages.find((each) => each === primary);
    if (found) return found;
  }
  return languages[0] ?? "en";
}

/** Whether this browser tells what was picked: Firefox, for one, does not. */
export function tellsSurface(devices: Partial<MediaDevices> | undefined): boolean {
  return devices?.getSupportedConstraints?.().displaySurface === true;
}

/** Where the privacy text stands, and in which language. Nothing but web addresses becomes a link. */
export function privacyAddress(
  { privacyUrl }: VisitorPolicy,
  language: Language,
): { url: string; language: Language } | undefined {
  const other = language === "fr" ? "en" : "fr";
  for (const each of [language, other] as const) {
    const url = privacyUrl?.[each];
    if (url && /^https?:\/\//i.test(url)) return { url, language: each };
  }
  return undefined;
}
