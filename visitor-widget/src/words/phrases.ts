import { frenchSpacing, type Language } from "../../design/language.ts";

/** A text that is fixed, or made of names. */
export type Phrase = string | ((...names: string[]) => string);

/** Two tables of the same phrases. */
export type Phrases<K extends string> = Record<Language, Record<K, Phrase>>;

/** Looks phrases up in one language, with French spacing put right. */
export function speaker<K extends string>(
  phrases: Phrases<K>,
  language: Language,
): (key: K, ...names: string[]) => string {
  return (key, ...names) => {
    const phrase = phrases[language][key];
    const text = typeof phrase === "string" ? phrase : phrase(...names);
    return language === "fr" ? frenchSpacing(text) : text;
  };
}
