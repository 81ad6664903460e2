/** The languages that everything is written in. */
export type Language = "fr" | "en";

/**
 * The language to speak: the first of the wishes that is one of ours (regions are ignored, `null`
 * is no wish), English when none is.
 */
export function pickLanguage(...wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const primary = wish?.trim().toLowerCase().split(/[-_]/)[0];
    if (primary === "fr" || primary === "en") return primary;
  }
  return "en";
}

/**
 * French spacing: a narrow no-break space before `; ! ?`, a no-break space before `:` and inside
 * « guillemets », so that no line begins with a sign.
 */
export function frenchSpacing(text: string): string {
  return text
    .replace(/ (?=[;!?])/g, "\u202f")
    .replace(/ (?=:)/g, "\u00a0")
    .replace(/« /g, "«\u00a0")
    .replace(/ »/g, "\u00a0»");
}
