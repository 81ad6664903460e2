import type { HelloResult } from "@visavis/signaling-client";
import type { Language } from "../design/language.ts";

/** What visitors may show: anything, a window or a tab, or a tab only. */
export type AllowedSurface = "any" | "window" | "tab";

/** What a visitor may know of the account's policy; what is absent was left out by the account. */
export interface VisitorPolicy {
  readonly surface: AllowedSurface;
  /** Whether pictures travel by a relay only. */
  readonly relayOnly: boolean;
  /** Never empty; the first one is for those whose browser speaks none of them. */
  readonly languages: readonly Language[];
  /** The company's own words: plain text, one paragraph. */
  readonly message?: Partial<Record<Language, string>>;
  readonly logoUrl?: string;
  readonly privacyUrl?: Partial<Record<Language, string>>;
}

/** The policy of an account that decided nothing. */
export const OPEN_POLICY: VisitorPolicy = {
  surface: "any",
  relayOnly: false,
  languages: ["fr", "en"],
};

/** The policy in the answer to `hello`. */
export function policyOf({ account }: HelloResult): VisitorPolicy {
  return (account as { policy?: VisitorPolicy }).policy ?? OPEN_POLICY;
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
