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
 * French spacing: a narrow no-break space before `; ! ? %`, a no-break space before `:` and inside
 * « guillemets », so that no line begins with a sign.
 */
export function frenchSpacing(text: string): string {
  return text
    .replace(/ (?=[;!?%])/g, "\u202f")
    .replace(/ (?=:)/g, "\u00a0")
    .replace(/« /g, "«\u00a0")
    .replace(/ »/g, "\u00a0»");
}

/** A dictionary of French texts, and of functions that make texts, with `frenchSpacing` applied. */
export function frenchTexts<T extends object>(texts: T): T {
  const spaced = Object.entries(texts).map(([key, entry]: [string, unknown]) => {
    if (typeof entry === "string") return [key, frenchSpacing(entry)] as const;
    if (typeof entry !== "function") return [key, entry] as const;
    const make = entry as (...given: unknown[]) => unknown;
    const wrapped = (...given: unknown[]) => {
      const made = make(...given);
      return typeof made === "string" ? frenchSpacing(made) : made;
    };
    return [key, wrapped] as const;
  });
  return Object.fromEntries(spaced) as T;
}
